/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The data of this layer is read whole: every language has every sentence, every limit says where it is from. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-clock.h"
#include "heed-data.h"
#include "heed-error.h"
#include "heed-phrases.h"
#include "heed-plural.h"

static JsonParser *
load_data (const char *name)
{
  g_autoptr (GBytes) bytes = heed_data_lookup (name, NULL);
  JsonParser *parser = json_parser_new ();

  g_assert_nonnull (bytes);
  g_assert_true (
    json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return parser;
}

static void
check_kind (JsonObject *network, const char *kind, JsonNode *node, gpointer user_data)
{
  static const char *const kinds[] = { "post", "dm", "comment", "title", NULL };
  static const char *const bases[] = { "documented", "code", "third_party", "unconfirmed", NULL };
  JsonObject *limit = json_node_get_object (node);

  g_assert_true (g_strv_contains (kinds, kind));
  g_assert_cmpint (json_object_get_int_member (limit, "limit"), >, 0);
  g_assert_true (g_strv_contains (bases, json_object_get_string_member (limit, "basis")));
  g_assert_cmpuint (strlen (json_object_get_string_member (limit, "source")), >, 0);
}

static void
check_network (JsonObject *networks, const char *name, JsonNode *node, gpointer user_data)
{
  json_object_foreach_member (json_node_get_object (node), check_kind, NULL);
}

static void
test_limits (void)
{
  g_autoptr (JsonParser) parser = load_data ("limits/limits.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));

  gint64 checked;

  g_assert_true (heed_time_parse (json_object_get_string_member (root, "checked"), &checked));
  json_object_foreach_member (json_object_get_object_member (root, "networks"), check_network, NULL);
}

/* All languages are read when one is asked for, so each has passed the schema; English is always there. */
static void
test_languages (void)
{
  g_auto (GStrv) languages = heed_phrases_list_languages ();

  g_assert_true (g_strv_contains ((const char *const *) languages, "en"));
  for (guint i = 0; languages[i] != NULL; i++)
    g_assert_nonnull (heed_phrases_get (languages[i], NULL));
}

static char *
load_english (void)
{
  g_autoptr (GBytes) bytes = heed_data_lookup ("phrases/en.json", NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* English with @from replaced by @to. */
static HeedPhrases *
change_english (const char *from, const char *to, GError **error)
{
  g_autofree char *json = load_english ();
  GString *changed = g_string_new (json);

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  HeedPhrases *phrases = heed_phrases_new_from_json ("phrases/xx.json", changed->str, (gssize) changed->len, error);
  g_string_free (changed, TRUE);
  return phrases;
}

/* S77, S80: a broken file of sentences is refused with its name, the entry and what is wrong with it. */
static void
test_schema (void)
{
  const struct
  {
    const char *from;
    const char *to;
    const char *entry;
    const char *reason;
  } cases[] = {
    { "\"since\": [", "\"sinse\": [", "since", "missing" },
    { "\"urgent\": [", "\"more\": [\"a\"], \"urgent\": [", "more", "no sentence has this name" },
    { "\"Problem since {date}.\"", "\"Since then.\"", "since[2]", "“{date}” is missing" },
    { "\"Problem since {date}.\"", "\"Since {date} {day}.\"", "since[2]", "“{day}”" },
    { "\"Problem since {date}.\"", "\"Since {date.\"", "since[2]", "brace" },
    { "\"Problem since {date}.\"", "\"Since date}.\"", "since[2]", "brace" },
    { "\"Problem since {date}.\"", "\"\"", "since[2]", "text between double quotes" },
    { "\"Problem since {date}.\"", "\"All of this began on the day of {date}.\"", "since[2]", "longer" },
    { "\"firm\": [\"Thank you.\"]", "\"harsh\": [\"Thank you.\"]", "thanks.firm", "missing" },
    { "\"when\": [\"When can I expect an answer?\"]", "\"when\": []", "when", "needs a sentence" },
    { "\"when\": [\"When can I expect an answer?\"]", "\"when\": 1", "when", "list between" },
    { "\"other\": [\"{count} earlier", "\"other\": [\"Some earlier", "attempts_count.other[1]",
      "“{count}” is missing" },
    { "{ \"one\": [\"One earlier", "{ \"two\": [\"One earlier", "attempts_count.one", "missing" },
    { "\"plural\": \"one\"", "\"plural\": \"polish\"", "attempts_count.few", "missing" },
    { "\"plural\": \"one\"", "\"plural\": \"none\"", "attempts_count", "no others" },
    { "\"plural\": \"one\"", "\"plural\": \"two or three\"", "grammar.plural", "zero-one" },
    { "\"direction\": \"ltr\"", "\"direction\": \"down\"", "grammar.direction", "rtl" },
    { "\"January\", ", "", "dates.months", "12" },
    { "\"Monday\", ", "", "dates.weekdays", "7" },
    { "\"{day} {month_short}\"", "\"{day} {mont_short}\"", "dates.short", "“{mont_short}”" },
    { "\"{sign}{number}\"", "\"{number}\"", "money.with_sign", "“{sign}” is missing" },
    { "\"thousands_from\": 4", "\"thousands_from\": \"4\"", "money.thousands_from", "number of digits" },
    { "\"shop\": \"shop\"", "\"shopp\": \"shop\"", "channels", "“shop” is missing" },
    { "\"shop\": \"shop\"", "\"shop\": \"shop\", \"fax\": \"fax\"", "channels", "“fax”" },
    { "\"order number\"", "\"order {number}\"", "details", "“order”" },
    { "\"spelling\": {", "\"spellings\": {", "spellings", "nothing has this name" },
    { "\"request_words\": [", "\"requests\": [", "request_words", "list between" },
    { "\"checked\": \"", "\"read\": \"", "checked", "text between" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedPhrases) phrases = change_english (cases[i].from, cases[i].to, &error);

      g_test_message ("%s", error != NULL ? error->message : cases[i].to);
      g_assert_null (phrases);
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, "phrases/xx.json"));
      g_assert_nonnull (strstr (error->message, cases[i].entry));
      g_assert_nonnull (strstr (error->message, cases[i].reason));
    }
}

static void
test_not_json (void)
{
  static const char *const texts[] = { "", "[]", "{", "\"a\"", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedPhrases) phrases = heed_phrases_new_from_json ("phrases/xx.json", texts[i], -1, &error);

      g_assert_null (phrases);
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, "phrases/xx.json"));
    }
}

/* The samples that CLDR gives beside its rules. */
static void
test_plurals (void)
{
  const struct
  {
    const char *rule;
    const char *category;
    guint counts[8];
  } cases[] = {
    { "none", "other", { 0, 1, 2, 11, 100 } },
    { "one", "one", { 1, 1, 1, 1, 1, 1, 1, 1 } },
    { "one", "other", { 0, 2, 11, 21, 101 } },
    { "zero-one", "one", { 0, 1, 1, 1, 1, 1, 1, 1 } },
    { "zero-one", "other", { 2, 17, 100, 2, 2, 2, 2, 2 } },
    { "two", "two", { 2, 2, 2, 2, 2, 2, 2, 2 } },
    { "two", "other", { 0, 3, 17, 100 } },
    { "polish", "one", { 1, 1, 1, 1, 1, 1, 1, 1 } },
    { "polish", "few", { 2, 4, 22, 24, 32, 102, 2, 3 } },
    { "polish", "many", { 0, 5, 12, 14, 19, 21, 112, 100 } },
    { "east-slavic", "one", { 1, 21, 31, 101, 1001, 1, 1, 1 } },
    { "east-slavic", "few", { 2, 4, 22, 34, 102, 2, 2, 2 } },
    { "east-slavic", "many", { 0, 5, 11, 12, 14, 19, 111, 100 } },
    { "czech", "few", { 2, 3, 4, 2, 2, 2, 2, 2 } },
    { "czech", "other", { 0, 5, 10, 22, 100 } },
    { "arabic", "few", { 3, 10, 103, 110, 1003, 3, 3, 3 } },
    { "arabic", "many", { 11, 26, 99, 111, 1011, 11, 11, 11 } },
    { "arabic", "other", { 100, 102, 200, 202, 1000, 100, 100, 100 } },
    { "arabic", "zero", { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases[i].counts); j++)
      g_assert_cmpstr (heed_plural_choose (cases[i].rule, cases[i].counts[j]), ==, cases[i].category);
  g_assert_null (heed_plural_get_categories ("more"));
  g_assert_cmpstr (heed_plural_get_categories ("polish"), ==, "one few many");
}

static void
test_counted (void)
{
  const HeedPhrases *english = heed_phrases_get ("en", NULL);
  g_auto (GStrv) one = heed_phrases_dup_counted (english, "customer_years", 1);
  g_auto (GStrv) more = heed_phrases_dup_counted (english, "customer_years", 12);
  g_autofree char *filled = heed_phrases_fill (more[0], "count", "12", NULL);

  g_assert_cmpstr (one[0], ==, "I have been your customer for a year.");
  g_assert_cmpstr (filled, ==, "I have been your customer for 12 years.");
}

/* 1772496000 is 2026-03-03T00:00:00Z, a Tuesday. */
static void
test_dates (void)
{
  const HeedPhrases *english = heed_phrases_get ("en", NULL);
  g_autoptr (GTimeZone) west = g_time_zone_new_offset (-3600);
  g_autofree char *same_year = heed_phrases_format_date (english, 1772496000, NULL, 1795176000);
  g_autofree char *other_year = heed_phrases_format_date (english, 1772496000, NULL, 1830000000);
  g_autofree char *date = heed_phrases_format_long_date (english, 1772496000, NULL);
  g_autofree char *on = heed_phrases_format_day_on (english, 1772496000, NULL);
  g_autofree char *by = heed_phrases_format_day_by (english, 1772496000, west);
  g_autofree char *never = heed_phrases_format_day_by (english, G_MAXINT64, NULL);

  g_assert_cmpstr (same_year, ==, "3 Mar");
  g_assert_cmpstr (other_year, ==, "3 Mar 2026");
  g_assert_cmpstr (date, ==, "3 March 2026");
  g_assert_cmpstr (on, ==, "Tuesday 3 March");
  g_assert_cmpstr (by, ==, "Monday 2 March 2026");
  g_assert_cmpstr (never, ==, "");
}

static void
test_times (void)
{
  const HeedPhrases *english = heed_phrases_get ("en", NULL);
  g_autofree char *early = heed_phrases_format_minutes (english, 9 * 60 + 5);
  g_autofree char *end = heed_phrases_format_minutes (english, 24 * 60);

  g_assert_cmpstr (early, ==, "09:05");
  g_assert_cmpstr (end, ==, "24:00");
}

static void
assert_money (const HeedPhrases *phrases, double value, const char *currency, const char *expected)
{
  g_autofree char *money = heed_phrases_format_money (phrases, value, currency);
  g_assert_cmpstr (money, ==, expected);
}

/* The signs, their places and the digits of a currency are data; an amount is never rounded to another one. */
static void
test_money (void)
{
  const HeedPhrases *english = heed_phrases_get ("en", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedPhrases) changed = change_english (
    "\"decimal\": \".\",\n    \"thousands\": \",\",\n    \"thousands_from\": 4,\n    \"with_sign\": \"{sign}{number}\"",
    "\"decimal\": \",\", \"thousands\": \"\u202f\", \"thousands_from\": 5, \"with_sign\": \"{number}\u00a0{sign}\"",
    &error);

  g_assert_no_error (error);
  assert_money (english, 49.9, "EUR", "€49.90");
  assert_money (english, 49.9, "eur", "€49.90");
  assert_money (english, 1234567.5, "USD", "$1,234,567.50");
  assert_money (english, 1000, "GBP", "£1,000");
  assert_money (english, 999, "PLN", "999\u00a0PLN");
  assert_money (english, 0, "CHF", "0\u00a0CHF");
  assert_money (english, 4980, "JPY", "¥4,980");
  assert_money (english, 1.2345, "KWD", "1.234\u00a0KWD");
  assert_money (english, 5, "zł", "5\u00a0zł");
  assert_money (changed, 1234.5, "EUR", "1234,50\u00a0€");
  assert_money (changed, 12345, "EUR", "12\u202f345\u00a0€");
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_phrases_get ("xx", &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "en"));
}

static void
test_fill (void)
{
  g_autofree char *filled = heed_phrases_fill ("{a} and {b}, {c} {", "a", "{b}", "b", "two", NULL);
  g_assert_cmpstr (filled, ==, "{b} and two, {c} {");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrases/limits", test_limits);
  g_test_add_func ("/phrases/languages", test_languages);
  g_test_add_func ("/phrases/schema", test_schema);
  g_test_add_func ("/phrases/not-json", test_not_json);
  g_test_add_func ("/phrases/plurals", test_plurals);
  g_test_add_func ("/phrases/counted", test_counted);
  g_test_add_func ("/phrases/dates", test_dates);
  g_test_add_func ("/phrases/times", test_times);
  g_test_add_func ("/phrases/money", test_money);
  g_test_add_func ("/phrases/unknown", test_unknown);
  g_test_add_func ("/phrases/fill", test_fill);
  return g_test_run ();
}
