/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-error.h"
#include "heed-rendition.h"

#define SHEET(rest) "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\",\"want\":\"c\"" rest "}"

/* Each mistake is named: @field stands in the sentence, which ends with a full stop. */
static void
test_mistakes (void)
{
  const struct
  {
    const char *json;
    const char *field;
  } cases[] = {
    { "", "empty" },
    { "nonsense", "not valid JSON" },
    { "{\"company\":", "not valid JSON" },
    { "[]", "between { and }" },
    { "\"text\"", "between { and }" },
    { "{}", "company" },
    { "{\"company\":null}", "company" },
    { "{\"company\":\"A\"}", "company" },
    { "{\"company\":{}}", "company.name" },
    { "{\"company\":{\"name\":7}}", "company.name" },
    { "{\"company\":{\"name\":\" \\n\"}}", "company.name" },
    { "{\"company\":{\"name\":\"A\"}}", "what_happened" },
    { "{\"company\":{\"name\":\"A\"},\"what_happened\":[]}", "what_happened" },
    { "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\"}", "want" },
    { "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\",\"want\":\"\"}", "want" },
    { "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\",\"want\":\"\\ud83d\"}", "half of a character" },
    { "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\",\"want\":\"\\ude00 x\"}", "half of a character" },
    { "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\",\"want\":\"a\\u0000b\"}", "U+0000" },
    { "{\"company\":{\"name\":\"A\"},\"what_happened\":\"b\",\"want\":\"\xC3\"}", "UTF-8" },
    { "{\"company\":{\"name\":\"A\",\"handles\":[]}}", "company.handles" },
    { "{\"company\":{\"name\":\"A\",\"handles\":{\"x\":1}}}", "company.handles.x" },
    { "{\"company\":{\"name\":\"A\",\"handles\":{\"x\":\"a b\"}}}", "company.handles.x" },
    { "{\"company\":{\"name\":\"A\",\"handles\":{\"x\":\"@\"}}}", "company.handles.x" },
    { "{\"company\":{\"name\":\"A\",\"email\":1}}", "company.email" },
    { "{\"company\":{\"name\":\"A\"},\"me\":\"Jane\"}", "me" },
    { "{\"company\":{\"name\":\"A\"},\"me\":{\"phone\":170}}", "me.phone" },
    { SHEET (",\"since\":\"yesterday\""), "since" },
    { SHEET (",\"since\":\"2026-13-01\""), "since" },
    { SHEET (",\"since\":20261103"), "since" },
    { SHEET (",\"by\":\"2026-11\""), "by" },
    { SHEET (",\"product\":{}"), "product" },
    { SHEET (",\"amount\":9"), "amount" },
    { SHEET (",\"amount\":{}"), "amount.value" },
    { SHEET (",\"amount\":{\"value\":\"9\",\"currency\":\"EUR\"}"), "amount.value" },
    { SHEET (",\"amount\":{\"value\":-1,\"currency\":\"EUR\"}"), "amount.value" },
    { SHEET (",\"amount\":{\"value\":1e999,\"currency\":\"EUR\"}"), "amount.value" },
    { SHEET (",\"amount\":{\"value\":9}"), "amount.currency" },
    { SHEET (",\"amount\":{\"value\":9,\"currency\":\"euros\"}"), "amount.currency" },
    { SHEET (",\"references\":{}"), "references" },
    { SHEET (",\"references\":[1]"), "references[1]" },
    { SHEET (",\"references\":[{\"value\":\"1\",\"private\":true}]"), "references[1].kind" },
    { SHEET (",\"references\":[{\"kind\":\"case\",\"private\":true}]"), "references[1].value" },
    { SHEET (",\"references\":[{\"kind\":\"case\",\"value\":1,\"private\":true}]"), "references[1].value" },
    { SHEET (",\"references\":[{\"kind\":\"case\",\"value\":\"1\"}]"), "references[1].private" },
    { SHEET (",\"references\":[{\"kind\":\"case\",\"value\":\"1\",\"private\":\"no\"}]"), "references[1].private" },
    { SHEET (",\"attempts\":[{\"channel\":\"email\",\"when\":\"2026-11-03T10:00:00Z\",\"outcome\":\"none\"},{}]"),
      "attempts[2].channel" },
    { SHEET (",\"attempts\":[{\"channel\":\"email\",\"outcome\":\"none\"}]"), "attempts[1].when" },
    { SHEET (",\"attempts\":[{\"channel\":\"email\",\"when\":\"soon\",\"outcome\":\"none\"}]"), "attempts[1].when" },
    { SHEET (",\"attempts\":[{\"channel\":\"email\",\"when\":\"2026-11-03\",\"outcome\":\"silence\"}]"),
      "attempts[1].outcome" },
    { SHEET (",\"promises\":\"none\""), "promises" },
    { SHEET (",\"promises\":[{\"due\":\"2026-11-03\",\"kept\":true}]"), "promises[1].text" },
    { SHEET (",\"promises\":[{\"text\":\"a\",\"kept\":true}]"), "promises[1].due" },
    { SHEET (",\"promises\":[{\"text\":\"a\",\"due\":\"2026-11-03\",\"kept\":0}]"), "promises[1].kept" },
    { SHEET (",\"attempts\":[{\"channel\":\"email\",\"when\":\"2026-11-03\",\"outcome\":\"redirect\","
             "\"redirected_to\":1}]"),
      "attempts[1].redirected_to" },
    { SHEET (",\"want_kind\":\"money\""), "want_kind" },
    { SHEET (",\"customer_since\":\"long ago\""), "customer_since" },
    { SHEET (",\"consequence\":1"), "consequence" },
    { SHEET (",\"thanks_to\":[]"), "thanks_to" },
    { SHEET (",\"call_me\":true"), "call_me" },
    { SHEET (",\"call_me\":{\"on\":\"Monday\"}"), "call_me.on" },
    { SHEET (",\"call_me\":{\"from\":\"09:00\"}"), "call_me.to” is missing; say from when until when" },
    { SHEET (",\"call_me\":{\"to\":\"12:00\"}"), "call_me.from” is missing; say from when until when" },
    { SHEET (",\"call_me\":{\"from\":\"9:00\",\"to\":\"12:00\"}"), "call_me.from" },
    { SHEET (",\"call_me\":{\"from\":\"09:60\",\"to\":\"12:00\"}"), "call_me.from" },
    { SHEET (",\"call_me\":{\"from\":\"09:00\",\"to\":\"25:00\"}"), "call_me.to" },
    { SHEET (",\"call_me\":{\"from\":\"12:00\",\"to\":\"12:00\"}"), "call_me.to" },
    { SHEET (",\"ask_when\":\"soon\""), "ask_when" },
    { SHEET (",\"enclosures\":\"receipt\""), "enclosures" },
    { SHEET (",\"enclosures\":[\"receipt\",\" \"]"), "enclosures[2]" },
    { SHEET (",\"details\":[]"), "details" },
    { SHEET (",\"details\":{\"colour\":\"red\"}"), "details" },
    { SHEET (",\"details\":{\"device\":1}"), "details.device" },
    { SHEET (",\"asked\":{}"), "asked" },
    { SHEET (",\"asked\":[\"order\",\"colour\"]"), "asked[2]" },
    { SHEET (",\"asked_by\":1"), "asked_by" },
    { SHEET (",\"reply\":1"), "reply" },
    { SHEET (",\"urgent\":\"yes\""), "urgent" },
    { SHEET (",\"language\":\"english\""), "language" },
    { SHEET (",\"language\":1"), "language" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedFacts) facts = heed_facts_new_from_json (cases[i].json, -1, &error);

      g_test_message ("%s: %s", cases[i].field, error != NULL ? error->message : "accepted");
      g_assert_null (facts);
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, cases[i].field));
      g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "?"));
    }
}

static void
test_whole_sheet (void)
{
  static const char json[] =
    "\xEF\xBB\xBF{\"company\":{\"name\":\"A\",\"handles\":{\"x\":\"@a\",\"mastodon\":null},\"email\":\"a@a.example\"},"
    "\"me\":{\"name\":\"N\",\"email\":\"e\",\"phone\":\"1\",\"postcode\":\"2\",\"address\":\"3\"},"
    "\"what_happened\":\"w 👍\",\"since\":\"2026-11-03\",\"product\":\"p\","
    "\"amount\":{\"value\":5,\"currency\":\"EUR\"},\"want\":\"x\",\"by\":\"2026-11-30T10:00:00+01:00\","
    "\"references\":[{\"kind\":\"case\",\"value\":\"1\",\"private\":true}],"
    "\"attempts\":[{\"channel\":\"dm\",\"network\":\"x\",\"when\":\"2026-11-04T00:00:00Z\",\"outcome\":\"reply\","
    "\"reference\":\"r\",\"agent\":\"g\"}],"
    "\"promises\":[{\"text\":\"t\",\"due\":\"2026-11-05\",\"kept\":true}],\"urgent\":true,\"language\":\"EN-gb\","
    "\"unknown\":{\"is\":\"ignored\"}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedFacts) facts = heed_facts_new_from_json (json, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (facts->company, ==, "A");
  g_assert_cmpstr (g_hash_table_lookup (facts->handles, "x"), ==, "@a");
  g_assert_null (g_hash_table_lookup (facts->handles, "mastodon"));
  g_assert_cmpstr (facts->company_email, ==, "a@a.example");
  g_assert_cmpstr (facts->my_address, ==, "3");
  g_assert_cmpstr (facts->what_happened, ==, "w 👍");
  g_assert_cmpint (facts->since, ==, 1793707200);
  g_assert_cmpint (facts->by, ==, 1796029200);
  g_assert_cmpfloat (facts->amount, ==, 5);
  g_assert_true (((HeedReference *) facts->references->pdata[0])->is_private);
  g_assert_cmpint (((HeedAttempt *) facts->attempts->pdata[0])->outcome, ==, HEED_OUTCOME_REPLY);
  g_assert_true (((HeedPromise *) facts->promises->pdata[0])->kept);
  g_assert_true (facts->urgent);
  g_assert_cmpstr (facts->language, ==, "en");
}

/* S74, S75, S78, S113: what not every sheet has is read, and a copy of the sheet has it, too. */
static void
test_options (void)
{
  static const char json[] =
    "{\"company\":{\"name\":\"A\",\"address\":\"1 Road\"},\"what_happened\":\"w\",\"want_kind\":\"refund\","
    "\"attempts\":[{\"channel\":\"email\",\"when\":\"2026-11-04\",\"outcome\":\"redirect\",\"redirected_to\":\"phone\"}"
    "],"
    "\"customer_since\":\"2015-06-01\",\"consequence\":\"c\",\"thanks_to\":\"Tom\",\"ask_when\":false,"
    "\"call_me\":{\"on\":\"2026-11-23\",\"from\":\"09:05\",\"to\":\"24:00\"},\"enclosures\":[\"receipt\"],"
    "\"details\":{\"device\":\"d\",\"version\":null},\"asked\":[\"order\",\"other\"],\"asked_by\":\"Ann\",\"reply\":"
    "\"r\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedFacts) read = heed_facts_new_from_json (json, -1, &error);
  g_assert_no_error (error);
  g_autoptr (HeedFacts) facts = heed_facts_copy (read);

  g_assert_null (facts->want);
  g_assert_cmpstr (facts->want_kind, ==, "refund");
  g_assert_cmpstr (facts->company_address, ==, "1 Road");
  g_assert_cmpstr (((HeedAttempt *) facts->attempts->pdata[0])->redirected_to, ==, "phone");
  g_assert_cmpint (facts->customer_since, ==, 1433160000);
  g_assert_cmpstr (facts->consequence, ==, "c");
  g_assert_cmpstr (facts->thanks_to, ==, "Tom");
  g_assert_cmpint (facts->asks_when, ==, HEED_ASKING_NO);
  g_assert_true (facts->call.is_wanted);
  g_assert_cmpuint (facts->call.from, ==, 545);
  g_assert_cmpuint (facts->call.to, ==, 1440);
  g_assert_cmpint (facts->call.on, ==, 1795435200);
  g_assert_cmpstr (facts->enclosures->pdata[0], ==, "receipt");
  g_assert_cmpstr (g_hash_table_lookup (facts->details, "device"), ==, "d");
  g_assert_cmpuint (g_hash_table_size (facts->details), ==, 1);
  g_assert_cmpstr (facts->asked->pdata[1], ==, "other");
  g_assert_cmpstr (facts->asked_by, ==, "Ann");
  g_assert_cmpstr (facts->reply, ==, "r");
}

/* Too deep for a parser that calls itself, too large for a sheet, and as large as a sheet may be. */
static void
test_sizes (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *huge = g_strnfill (2 * 1024 * 1024, ' ');
  g_autofree char *story = g_strnfill (100 * 1024, 'a');
  g_autofree char *large = g_strdup_printf ("{\"company\":{\"name\":\"A\"},\"what_happened\":\"%s\",\"want\":\"c\"}",
                                            story);
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_facts_new_from_json (deep, -1, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_null (heed_facts_new_from_json (huge, -1, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
  g_clear_error (&error);
  g_autoptr (HeedFacts) facts = heed_facts_new_from_json (large, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (facts->what_happened), ==, 100 * 1024);
}

/* A sheet with any one byte changed or cut off is read or refused with a sentence, never more. */
static void
test_fuzz (void)
{
  static const char json[] = SHEET (
    ",\"references\":[{\"kind\":\"case\",\"value\":\"1\",\"private\":true}],\"amount\":{\"value\":5,\"currency\":"
    "\"EUR\"},\"promises\":[{\"text\":\"\\ud83d\\ude00\",\"due\":\"2026-11-05\",\"kept\":true}]");

  for (gsize at = 0; at < sizeof json; at++)
    for (guint round = 0; round < 8; round++)
      {
        g_autofree char *changed = g_strdup (json);
        g_autoptr (GError) error = NULL;
        changed[MIN (at, sizeof json - 2)] = (char) g_test_rand_int_range (0, 256);
        g_autoptr (HeedFacts) facts = heed_facts_new_from_json (changed, (gssize) at, &error);
        g_assert_true ((facts != NULL) == (error == NULL));
        g_assert_true (error == NULL || error->domain == HEED_ERROR);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts-json/mistakes", test_mistakes);
  g_test_add_func ("/facts-json/whole-sheet", test_whole_sheet);
  g_test_add_func ("/facts-json/options", test_options);
  g_test_add_func ("/facts-json/sizes", test_sizes);
  g_test_add_func ("/facts-json/fuzz", test_fuzz);
  return g_test_run ();
}
