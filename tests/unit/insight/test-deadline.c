/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* By which day a company acts that says "within 14 days" (S112, S113). */

#include "heed-data-object.h"
#include "heed-deadline.h"
#include "heed-promised.h"

static gint64
get_time (const char *text, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

/* The day as "2026-12-10", "none" where there is none; it ends a second before midnight. */
static char *
dup_day (gint64 due, GTimeZone *zone)
{
  if (due == 0)
    return g_strdup ("none");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (due);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *clock = g_date_time_format (local, "%T");
  g_assert_cmpstr (clock, ==, "23:59:59");
  return g_date_time_format (local, "%F");
}

static void
assert_due (const char *language, const char *words, const char *country, const char *at, const char *day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autofree char *read = dup_day (heed_deadline_read (language, words, get_time (at, zone), zone, country), zone);

  g_test_message ("%s: %s", language, words);
  g_assert_cmpstr (read, ==, day);
}

/* 26 November 2026 is a Thursday. */
static void
test_english (void)
{
  static const struct
  {
    const char *words;
    const char *day;
  } cases[] = {
    { "within 14 days", "2026-12-10" },
    { "within 14 (fourteen) days", "2026-12-10" },
    { "in 3 working days", "2026-12-01" },
    { "within 5-7 business days", "2026-12-07" },
    { "within 5 to 7 days", "2026-12-03" },
    { "within two weeks", "2026-12-10" },
    { "in a couple of days", "2026-11-28" },
    { "within a week", "2026-12-03" },
    { "within 48 hours", "2026-11-28" },
    { "within 48 working hours", "2026-11-30" },
    { "within the next 20 minutes", "2026-11-26" },
    { "in one month", "2026-12-26" },
    { "by the end of the day", "2026-11-26" },
    { "by tomorrow", "2026-11-27" },
    { "the next working day", "2026-11-27" },
    { "by Friday", "2026-11-27" },
    { "by Thursday", "2026-12-03" },
    { "by Tuesday next week", "2026-12-01" },
    { "this week", "2026-11-27" },
    { "by the end of next week", "2026-12-04" },
    { "by the end of the month", "2026-11-30" },
    { "by the end of next month", "2026-12-31" },
    { "by the end of the year", "2026-12-31" },
    { "by 12 December", "2026-12-12" },
    { "by January 5th", "2027-01-05" },
    { "within a few days", "none" },
    { "in the next few working days", "none" },
    { "by 5 pm", "none" },
    { "within 4000 days", "none" },
    { "by 31 February", "none" },
    { "", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_due ("en", cases[i].words, "gb", "2026-11-26T15:00:00", cases[i].day);
}

/* The same three working days over a weekend, and what else each language has of its own. */
static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *words;
    const char *day;
  } cases[] = {
    { "de", "innerhalb von 3 Werktagen", "2026-12-01" },
    { "de", "in den nächsten 5 bis 7 Tagen", "2026-12-03" },
    { "de", "binnen zwei Wochen", "2026-12-10" },
    { "de", "bis spätestens übermorgen", "2026-11-28" },
    { "de", "in den nächsten Tagen", "none" },
    { "es", "en un plazo de 3 días hábiles", "2026-12-01" },
    { "es", "en las próximas 48 horas", "2026-11-28" },
    { "es", "la semana que viene", "2026-12-04" },
    { "es", "antes de las 17 h", "none" },
    { "fi", "kolmen arkipäivän kuluessa", "2026-12-01" },
    { "fi", "14 päivän sisällä", "2026-12-10" },
    { "fi", "perjantaihin mennessä", "2026-11-27" },
    { "fr", "sous 3 jours ouvrés", "2026-12-01" },
    { "fr", "sous 24h", "2026-11-27" },
    { "fr", "d’ici mardi", "2026-12-01" },
    { "fr", "après-demain", "2026-11-28" },
    { "fr", "dans les prochains jours", "none" },
    { "he", "תוך 3 ימי עסקים", "2026-12-01" },
    { "he", "תוך שבועיים", "2026-12-10" },
    { "he", "עד יום שני", "2026-11-30" },
    { "he", "תוך שני ימי עסקים", "2026-11-30" },
    { "id", "dalam 3 hari kerja", "2026-12-01" },
    { "id", "maksimal 2x24 jam", "2026-11-28" },
    { "id", "minggu depan", "2026-12-04" },
    { "pl", "w ciągu 3 dni roboczych", "2026-12-01" },
    { "pl", "w terminie 14 dni", "2026-12-10" },
    { "pl", "do piątku", "2026-11-27" },
    { "xx", "within 14 days", "none" },
    { NULL, "within 14 days", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_due (cases[i].language, cases[i].words, NULL, "2026-11-26T15:00:00", cases[i].day);
}

/* Three working days are not the same three everywhere. */
static void
test_countries (void)
{
  /* Christmas on Friday; the Boxing Day that falls on a Saturday is kept on Monday. */
  assert_due ("en", "in 3 working days", "gb", "2026-12-23T10:00:00", "2026-12-30");
  assert_due ("en", "in 3 working days", "us", "2026-12-23T10:00:00", "2026-12-29");
  assert_due ("en", "in 3 working days", NULL, "2026-12-23T10:00:00", "2026-12-28");
  /* There the week begins on Sunday. */
  assert_due ("en", "in 3 working days", "il", "2026-11-26T10:00:00", "2026-12-01");
  assert_due ("en", "in 1 working day", "il", "2026-11-26T10:00:00", "2026-11-29");
  assert_due ("en", "this week", "il", "2026-11-24T10:00:00", "2026-11-26");
  assert_due ("en", "in 2 working days", "in", "2026-11-26T10:00:00", "2026-11-28");
  /* What is said at the weekend counts from Monday. */
  assert_due ("en", "in 1 working day", "gb", "2026-11-28T10:00:00", "2026-11-30");
  assert_due ("en", "this week", "gb", "2026-11-28T10:00:00", "2026-12-04");
}

/* The day with the change of the clocks has 25 hours, and ends all the same. */
static void
test_clocks (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  const gint64 morning = get_time ("2026-10-25T00:00:00", zone);

  g_assert_cmpint (heed_deadline_get_day_end (morning, zone) - morning, ==, 25 * 60 * 60 - 1);
  assert_due ("en", "within 2 days", "gb", "2026-10-23T23:30:00", "2026-10-25");
}

static gboolean
read_promise (HeedPromised *promised, const char *reply)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GError) error = NULL;
  const HeedClassifier *classifier = heed_classifier_get_default (&error);

  g_assert_no_error (error);
  return heed_promised_read (promised, classifier, reply, get_time ("2026-11-26T15:00:00", zone), zone, "gb");
}

static void
test_promised (void)
{
  static const struct
  {
    const char *reply;
    const char *text;
    const char *day;
  } cases[] = {
    { "Hello Ann. We will get back to you within 14 days. Kind regards, Joe", "We will get back to you within 14 days",
      "2026-12-10" },
    { "Thank you for calling us today. We will refund you in 3 working days.", "We will refund you in 3 working days",
      "2026-12-01" },
    { "We'll get back to you in a few days.", "We'll get back to you in a few days", "none" },
    { "Wir melden uns innerhalb von 5 bis 7 Werktagen bei Ihnen.",
      "Wir melden uns innerhalb von 5 bis 7 Werktagen bei Ihnen", "2026-12-07" },
    { "We will call you about case no. 5 within 2 days.", "We will call you about case no. 5 within 2 days",
      "2026-11-28" },
    { "Hello! Ms. Smith will call you back within 2 days. Bye.", "Ms. Smith will call you back within 2 days",
      "2026-11-28" },
    { "We said no. We will call you within 2 days.", "We will call you within 2 days", "2026-11-28" },
    { "Thank you for talking to us today. We will call you back in a few days.", "We will call you back in a few days",
      "none" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_auto (HeedPromised) nothing = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedPromised) promised = { 0 };

      g_assert_true (read_promise (&promised, cases[i].reply));
      g_autofree char *day = dup_day (promised.due, zone);
      g_assert_cmpstr (promised.text, ==, cases[i].text);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
  g_assert_false (read_promise (&nothing, "Your parcel was sent to the shop."));
  g_assert_null (nothing.text);
}

/* Every list of words is there in every language, and every phrase means a day. */
static void
test_data (void)
{
  static const char *const lists[] = { "numbers",     "minutes", "hours",   "days",  "working_days",
                                       "weeks",       "months",  "working", "clock", "weekdays",
                                       "month_names", "phrases", "joints",  "times" };
  g_autoptr (JsonObject) object = heed_data_load_object ("hours/deadlines.json");
  JsonObject *languages = json_object_get_object_member (object, "languages");
  g_autoptr (GList) codes = json_object_get_members (languages);

  g_assert_cmpuint (g_list_length (codes), ==, 8);
  for (GList *code = codes; code != NULL; code = code->next)
    {
      JsonObject *language = json_object_get_object_member (languages, code->data);
      JsonObject *phrases = json_object_get_object_member (language, "phrases");
      g_autoptr (GList) members = json_object_get_members (phrases);

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        g_assert_true (json_object_has_member (language, lists[i]));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (language, "weekdays")), ==, 7);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (language, "month_names")), ==, 12);
      for (GList *phrase = members; phrase != NULL; phrase = phrase->next)
        g_assert_true (g_regex_match_simple ("^(day|working|week|month|year)\\+\\d+$",
                                             json_object_get_string_member (phrases, phrase->data), 0, 0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/english", test_english);
  g_test_add_func ("/deadline/languages", test_languages);
  g_test_add_func ("/deadline/countries", test_countries);
  g_test_add_func ("/deadline/clocks", test_clocks);
  g_test_add_func ("/deadline/promised", test_promised);
  g_test_add_func ("/deadline/data", test_data);
  return g_test_run ();
}
