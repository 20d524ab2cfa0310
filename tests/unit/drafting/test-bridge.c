/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The user's words in one language, the message in another; and texts written from right to left with numbers and names
 * that are not. */

#include <string.h>

#include "heed-bidi.h"
#include "heed-data.h"
#include "heed-error.h"
#include "heed-workshop.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */
#define FSI "\u2068"
#define PDI "\u2069"

static HeedFacts *
new_facts (const char *story, const char *want, const char *language)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Nordlicht");
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@nordlicht.example"));
  g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("nordlicht"));
  facts->what_happened = g_strdup (story);
  facts->want = g_strdup (want);
  facts->language = g_strdup (language);
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711", FALSE));
  return facts;
}

static HeedRendition *
draft (const HeedFacts *facts, const char *channel, const char *network, const char *language)
{
  HeedDraftOptions options = {
    .channel = channel, .network = network, .language = language, .tone = HEED_TONE_FIRM, .now = NOW
  };
  g_autoptr (GError) error = NULL;
  HeedRendition *rendition = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  g_test_message ("%s", rendition->text);
  return rendition;
}

static const HeedWarning *
find_warning (const HeedRendition *rendition, const char *kind)
{
  for (guint i = 0; i < rendition->warnings->len; i++)
    if (g_str_equal (((HeedWarning *) rendition->warnings->pdata[i])->kind, kind))
      return rendition->warnings->pdata[i];
  return NULL;
}

/* Marked as such and kept apart, by a paragraph where there are paragraphs; and the user is told where. */
static void
test_own_words (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("Moja linia nie działa", "Proszę o naprawę", "pl");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL, "en");
  g_autoptr (HeedRendition) post = draft (facts, "public", "mastodon", "en");
  const HeedWarning *warning = find_warning (mail, "language");

  g_assert_nonnull (strstr (mail->text, "\n\nIn my own words, in Polish: “Moja linia nie działa.”\n\n"));
  g_assert_nonnull (strstr (mail->text, "My request in my own words, in Polish: “Proszę o naprawę.”"));
  g_assert_nonnull (strstr (post->text, "In my own words, in Polish: “Moja linia nie działa.” "));
  g_assert_nonnull (warning);
  g_autofree char *marked = g_utf8_substring (mail->text, warning->start, warning->end);
  g_assert_cmpstr (marked, ==, "Polish");
}

/* A request of a known kind is said in the language of the message, and the user's words stand beside it. */
static void
test_request (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("Moja linia nie działa", "Proszę o naprawę", "pl");
  facts->want_kind = g_strdup ("repair");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL, "en");

  g_assert_nonnull (strstr (mail->text, "Please have it repaired. My request in my own words, in Polish: “Proszę o "
                                        "naprawę.”"));
  g_assert_cmpstr (mail->subject, ==, "Case C-4711: Please have it repaired");
}

/* In one language nothing is marked; neither where the language is not told. */
static void
test_same (void)
{
  static const char *const languages[] = { "en", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts ("My line is dead", "repair it", languages[i]);
      facts->want_kind = g_strdup ("repair");
      g_autoptr (HeedRendition) mail = draft (facts, "email", NULL, "en");
      g_assert_null (strstr (mail->text, "own words"));
      g_assert_nonnull (strstr (mail->text, "What I ask for: repair it."));
      g_assert_null (find_warning (mail, "language"));
    }
}

/* Private data are found in words of another language, too. */
static void
test_private (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("Nazywam się Jane Roe i linia nie działa", "Proszę o naprawę", "pl");
  facts->my_name = g_strdup ("Jane Roe");
  facts->want_kind = g_strdup ("repair");
  g_free (facts->want);
  facts->want = g_strdup ("Proszę oddzwonić do Jane Roe");
  g_autoptr (HeedRendition) post = draft (facts, "public", "mastodon", "en");

  g_assert_null (strstr (post->text, "Jane"));
  g_assert_nonnull (strstr (post->text, "Please have it repaired."));
}

/* Only what runs against the sentence, and what signs or blanks would tear apart in it. */
static void
test_needs (void)
{
  const struct
  {
    const char *value;
    gboolean in_ltr;
    gboolean in_rtl;
  } cases[] = {
    { "Nordlicht", FALSE, TRUE },
    { "נורדליכט", TRUE, FALSE },
    { "C-4711", FALSE, TRUE },
    { "4711", FALSE, FALSE },
    { "4711-C", FALSE, TRUE },
    { "12-34-56", FALSE, FALSE },
    { "1,234.50", FALSE, FALSE },
    { "09:30", FALSE, FALSE },
    { "+972 3 123", FALSE, TRUE },
    { "03 123", FALSE, TRUE },
    { "#77", FALSE, TRUE },
    { "…", FALSE, FALSE },
    { "@nordlicht", FALSE, FALSE },
    { "https://a.example/", FALSE, FALSE },
    { "שלום Nordlicht", TRUE, FALSE },
    { "Nordlicht שלום", FALSE, TRUE },
    { "", FALSE, FALSE },
    { "شركة", TRUE, FALSE },
    { "१२-३", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (heed_bidi_needs_isolation (cases[i].value, FALSE), ==, cases[i].in_ltr);
      g_assert_cmpint (heed_bidi_needs_isolation (cases[i].value, TRUE), ==, cases[i].in_rtl);
    }
}

/* A name of another direction in an English message. */
static void
test_hebrew_name (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("My line is dead", "repair it", NULL);
  facts->product = g_strdup ("סיב 100");
  g_autoptr (HeedRendition) mail = draft (facts, "email", NULL, "en");

  g_assert_nonnull (strstr (mail->text, "It is about: " FSI "סיב 100" PDI "."));
  g_assert_null (strstr (mail->text, FSI "Nordlicht"));
}

/* English, said to be written from right to left, and with some Hebrew sentences. */
static HeedPhrases *
load_rtl (void)
{
  g_autoptr (GBytes) bytes = heed_data_lookup ("phrases/en.json", NULL);
  g_autofree char *json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  GString *changed = g_string_new (json);
  g_autoptr (GError) error = NULL;

  g_string_replace (changed, "\"direction\": \"ltr\"", "\"direction\": \"rtl\"", 1);
  g_string_replace (changed, "\"product\": [\"It is about: {product}.\", \"Product: {product}.\"]",
                    "\"product\": [\"מדובר במוצר: {product}.\"]", 1);
  g_string_replace (changed, "\"case\": \"Case\"", "\"case\": \"פנייה\"", 1);
  g_string_replace (changed, "\"phone\": \"phone\"", "\"phone\": \"טלפון\"", 1);
  HeedPhrases *phrases = heed_phrases_new_from_json ("phrases/xx.json", changed->str, (gssize) changed->len, &error);
  g_assert_no_error (error);
  g_string_free (changed, TRUE);
  return phrases;
}

/* Numbers and names are isolated; the mention stands on a line of its own, so that the text behind it is no English. */
static void
test_rtl (void)
{
  g_autoptr (HeedPhrases) phrases = load_rtl ();
  g_autoptr (HeedFacts) facts = new_facts ("הקו שלי לא עובד", "נא לתקן", NULL);
  HeedDraftOptions options = { .channel = "public", .network = "x", .tone = HEED_TONE_FIRM, .now = NOW };
  g_auto (HeedWorkshop) workshop = { 0 };
  HeedCount count;

  facts->product = g_strdup ("Fibre 100");
  g_assert_true (heed_workshop_open (&workshop, facts, &options, NULL));
  workshop.writer.phrases = phrases;
  g_autoptr (GPtrArray) pieces = heed_pieces_new (&workshop.writer);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  for (guint i = 0; i < pieces->len; i++)
    if (((HeedPiece *) pieces->pdata[i])->wordings->len > 0)
      g_ptr_array_add (sentences, ((HeedPiece *) pieces->pdata[i])->wordings->pdata[0]);
  g_ptr_array_add (sentences, NULL);
  g_autofree char *text = heed_workshop_join (&workshop, (char *const *) sentences->pdata);
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, "@nordlicht\nהקו שלי לא עובד. "));
  g_assert_nonnull (strstr (text, "מדובר במוצר: " FSI "Fibre 100" PDI "."));
  g_assert_nonnull (strstr (text, "פנייה: " FSI "C-4711" PDI "."));

  /* Each mark counts, two on X, where they are of no cheap range. */
  heed_workshop_measure (&options, FSI "C" PDI, &count);
  g_assert_cmpint (count.length, ==, 5);
}

/* Private values are found behind and between the marks. */
static void
test_rtl_private (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("a", "b", NULL);
  g_ptr_array_add (facts->references, heed_reference_new ("order", "AB-77-12", TRUE));
  g_autoptr (HeedPrivacy) privacy = heed_privacy_new (facts);

  g_assert_false (heed_privacy_is_clean (privacy, "הזמנה " FSI "AB-77-12" PDI "."));
  g_assert_false (heed_privacy_is_clean (privacy, "הזמנה " FSI "AB" PDI "-" FSI "77" PDI "-12"));
  g_assert_true (heed_privacy_is_clean (privacy, "הזמנה " FSI "AC-77-12" PDI "."));
}

/* Most letters tell the direction of a whole text, and a mark says it where the first does not. */
static void
test_mark (void)
{
  static const char *const cases[][2] = {
    { "@care@acme.example Why?", "@care@acme.example Why?" },
    { "@care@acme.example \u05d4\u05e7\u05d5 \u05de\u05ea \u05de\u05d0\u05d6 \u05d4\u05e1\u05e2\u05e8\u05d4 "
      "\u05d5\u05dc\u05d0 \u05d7\u05d6\u05e8 \u05e2\u05d3 \u05d4\u05d9\u05d5\u05dd",
      "\u200f@care@acme.example \u05d4\u05e7\u05d5 \u05de\u05ea \u05de\u05d0\u05d6 \u05d4\u05e1\u05e2\u05e8\u05d4 "
      "\u05d5\u05dc\u05d0 \u05d7\u05d6\u05e8 \u05e2\u05d3 \u05d4\u05d9\u05d5\u05dd" },
    { "\u05d4\u05e7\u05d5 \u05de\u05ea", "\u05d4\u05e7\u05d5 \u05de\u05ea" },
    { "\u05d3\u05e0\u05d4 wrote to you again", "\u200e\u05d3\u05e0\u05d4 wrote to you again" },
    { "12 - 34", "12 - 34" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = heed_bidi_mark (cases[i][0]);
      g_assert_cmpstr (marked, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bridge/own-words", test_own_words);
  g_test_add_func ("/bridge/request", test_request);
  g_test_add_func ("/bridge/same", test_same);
  g_test_add_func ("/bridge/private", test_private);
  g_test_add_func ("/bridge/needs", test_needs);
  g_test_add_func ("/bridge/hebrew-name", test_hebrew_name);
  g_test_add_func ("/bridge/rtl", test_rtl);
  g_test_add_func ("/bridge/rtl-private", test_rtl_private);
  g_test_add_func ("/bridge/mark", test_mark);
  return g_test_run ();
}
