/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences in each language, by example: dates, times, money and numbers as its people write them. That a file is
 * whole, with every place that is filled in, is checked when it is read (heed-phrases-schema.c). */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-data.h"
#include "heed-phrases.h"

#define TUESDAY G_GINT64_CONSTANT (1772539200)   /* 2026-03-03T12:00:00Z */
#define FIRST_DAY G_GINT64_CONSTANT (1793534400) /* 2026-11-01T12:00:00Z, a Sunday */
#define YEAR_AFTER G_GINT64_CONSTANT (1804075200)

static const char *const languages[] = { "de", "en", "es", "fi", "fr", "he", "id", "pl" };

static void
test_all_there (void)
{
  g_auto (GStrv) found = heed_phrases_list_languages ();

  g_assert_cmpuint (g_strv_length (found), >=, G_N_ELEMENTS (languages));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_assert_nonnull (heed_phrases_get (languages[i], NULL));
}

static void
test_dates (void)
{
  const struct
  {
    const char *language;
    const char *in_full;
    const char *in_short;
    const char *another_year;
    const char *on;
    const char *by;
    const char *first;
  } cases[] = {
    { "de", "3. März 2026", "3. März", "3. März 2026", "Dienstag, dem 3. März", "Dienstag, 3. März 2026",
      "1. November 2026" },
    { "en", "3 March 2026", "3 Mar", "3 Mar 2026", "Tuesday 3 March", "Tuesday 3 March 2026", "1 November 2026" },
    { "es", "3 de marzo de 2026", "3 mar", "3 mar 2026", "martes 3 de marzo", "martes 3 de marzo de 2026",
      "1 de noviembre de 2026" },
    { "fi", "3. maaliskuuta 2026", "3.3.", "3.3.2026", "tiistaina 3. maaliskuuta", "tiistaihin 3. maaliskuuta 2026",
      "1. marraskuuta 2026" },
    { "fr", "3 mars 2026", "3 mars", "3 mars 2026", "mardi 3 mars", "mardi 3 mars 2026", "1er novembre 2026" },
    { "he", "3 במרץ 2026", "3.3", "3.3.2026", "ביום שלישי, 3 במרץ", "יום שלישי, 3 במרץ 2026", "1 בנובמבר 2026" },
    { "id", "3 Maret 2026", "3 Mar", "3 Mar 2026", "Selasa, 3 Maret", "Selasa, 3 Maret 2026", "1 November 2026" },
    { "pl", "3 marca 2026", "3.03", "3.03.2026", "we wtorek 3 marca", "wtorku 3 marca 2026", "1 listopada 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HeedPhrases *phrases = heed_phrases_get (cases[i].language, NULL);
      g_autofree char *in_full = heed_phrases_format_long_date (phrases, TUESDAY, NULL);
      g_autofree char *in_short = heed_phrases_format_date (phrases, TUESDAY, NULL, TUESDAY);
      g_autofree char *another_year = heed_phrases_format_date (phrases, TUESDAY, NULL, YEAR_AFTER);
      g_autofree char *on = heed_phrases_format_day_on (phrases, TUESDAY, NULL);
      g_autofree char *by = heed_phrases_format_day_by (phrases, TUESDAY, NULL);
      g_autofree char *first = heed_phrases_format_long_date (phrases, FIRST_DAY, NULL);

      g_assert_cmpstr (in_full, ==, cases[i].in_full);
      g_assert_cmpstr (in_short, ==, cases[i].in_short);
      g_assert_cmpstr (another_year, ==, cases[i].another_year);
      g_assert_cmpstr (on, ==, cases[i].on);
      g_assert_cmpstr (by, ==, cases[i].by);
      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

static void
test_times (void)
{
  const struct
  {
    const char *language;
    const char *morning;
  } cases[] = { { "de", "9:05" }, { "en", "09:05" }, { "es", "9:05" }, { "fi", "9.05" }, { "fr", "9\u00a0h\u00a005" },
                { "he", "9:05" }, { "id", "09.05" }, { "pl", "9:05" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *morning = heed_phrases_format_minutes (heed_phrases_get (cases[i].language, NULL), 9 * 60 + 5);
      g_assert_cmpstr (morning, ==, cases[i].morning);
    }
}

static void
test_money (void)
{
  const struct
  {
    const char *language;
    double value;
    const char *currency;
    const char *written;
  } cases[] = {
    { "de", 49.9, "EUR", "49,90\u00a0€" },
    { "de", 1234.5, "EUR", "1.234,50\u00a0€" },
    { "de", 12, "CHF", "12\u00a0CHF" },
    { "es", 1450, "EUR", "1450\u00a0€" },
    { "es", 12450.2, "EUR", "12.450,20\u00a0€" },
    { "fi", 1899, "EUR", "1\u00a0899\u00a0€" },
    { "fr", 1290.15, "EUR", "1\u202f290,15\u00a0€" },
    { "he", 49.9, "ILS", "\u200f49.90\u00a0₪" },
    { "he", 1180, "ILS", "\u200f1,180\u00a0₪" },
    { "id", 49900, "IDR", "Rp49.900" },
    { "id", 29.98, "USD", "US$29,98" },
    { "pl", 49.9, "PLN", "49,90\u00a0zł" },
    { "pl", 2350.5, "PLN", "2350,50\u00a0zł" },
    { "pl", 12350.5, "PLN", "12\u00a0350,50\u00a0zł" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = heed_phrases_format_money (heed_phrases_get (cases[i].language, NULL), cases[i].value,
                                                            cases[i].currency);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_numbers (void)
{
  const struct
  {
    const char *language;
    guint count;
    const char *attempts;
    const char *years;
  } cases[] = {
    { "de", 1, "Ein früherer Versuch am X.", "Ich bin seit einem Jahr bei Ihnen." },
    { "de", 5, "5 frühere Versuche seit dem X.", "Ich bin seit 5 Jahren bei Ihnen." },
    { "es", 5, "5 intentos anteriores desde el X.", "Soy cliente de su empresa desde hace 5 años." },
    { "fi", 5, "5 aiempaa yritystä X alkaen.", "Olen ollut asiakkaanne 5 vuotta." },
    { "fr", 1, "Une démarche, le X.", "Je suis chez vous depuis un an." },
    { "fr", 2, "2 démarches depuis le X.", "Je suis chez vous depuis 2 ans." },
    { "he", 1, "פנייה קודמת אחת, בתאריך X.", "אני בין לקוחותיכם כבר שנה." },
    { "he", 2, "שתי פניות קודמות מאז X.", "אני בין לקוחותיכם כבר שנתיים." },
    { "he", 7, "7 פניות קודמות מאז X.", "אני בין לקוחותיכם כבר 7 שנים." },
    { "id", 1, "1 upaya sebelumnya sejak X.", "Saya sudah 1 tahun menjadi pelanggan Anda." },
    { "id", 5, "5 upaya sebelumnya sejak X.", "Saya sudah 5 tahun menjadi pelanggan Anda." },
    { "pl", 1, "Jedna wcześniejsza próba, X.", "Korzystam z Państwa usług od roku." },
    { "pl", 4, "4 wcześniejsze próby od X.", "Korzystam z Państwa usług od 4 lat." },
    { "pl", 5, "5 wcześniejszych prób od X.", "Korzystam z Państwa usług od 5 lat." },
    { "pl", 22, "22 wcześniejsze próby od X.", "Korzystam z Państwa usług od 22 lat." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HeedPhrases *phrases = heed_phrases_get (cases[i].language, NULL);
      g_autofree char *count = g_strdup_printf ("%u", cases[i].count);
      g_auto (GStrv) attempts = heed_phrases_dup_counted (phrases, "attempts_count", cases[i].count);
      g_auto (GStrv) years = heed_phrases_dup_counted (phrases, "customer_years", cases[i].count);
      g_autofree char *attempts_said = heed_phrases_fill (attempts[0], "count", count, "date", "X", NULL);
      g_autofree char *years_said = heed_phrases_fill (years[0], "count", count, NULL);

      g_assert_cmpstr (attempts_said, ==, cases[i].attempts);
      g_assert_cmpstr (years_said, ==, cases[i].years);
    }
}

/* What of a wording is words, not places. */
static gboolean
has_words (const char *wording)
{
  gboolean is_place = FALSE;

  for (const char *at = wording; *at != '\0'; at = g_utf8_next_char (at))
    {
      is_place = *at == '{' || (is_place && *at != '}');
      if (!is_place && g_unichar_isalpha (g_utf8_get_char (at)))
        return TRUE;
    }
  return FALSE;
}

static void
assert_translated (const char *key, const HeedPhrases *phrases, HeedTone tone)
{
  g_auto (GStrv) english = heed_phrases_dup_wordings (heed_phrases_get ("en", NULL), key, tone);
  g_auto (GStrv) wordings = heed_phrases_dup_wordings (phrases, key, tone);

  /* The shortest wordings may well be the same, such as "Urgent." */
  if (wordings[0] != NULL && has_words (wordings[0]) && g_strv_contains ((const char *const *) english, wordings[0]))
    g_error ("%s is still English: %s", key, wordings[0]);
}

/* A sentence left in English would stand in the middle of another language; what English says by tone, all say. */
static void
test_translated (void)
{
  g_autoptr (GBytes) bytes = heed_data_lookup ("phrases/en.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_assert_true (
    json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonObject *sentences = json_object_get_object_member (root, "phrases");
  g_autoptr (GList) keys = json_object_get_members (sentences);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (GList *key = keys; key != NULL && !g_str_equal (languages[i], "en"); key = key->next)
      {
        JsonNode *node = json_object_get_member (sentences, key->data);
        gboolean is_counted = JSON_NODE_HOLDS_OBJECT (node)
                              && !json_object_has_member (json_node_get_object (node), "firm");
        for (HeedTone tone = HEED_TONE_FRIENDLY; tone <= HEED_TONE_FINAL && !is_counted; tone++)
          assert_translated (key->data, heed_phrases_get (languages[i], NULL), tone);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase-examples/all-there", test_all_there);
  g_test_add_func ("/phrase-examples/dates", test_dates);
  g_test_add_func ("/phrase-examples/times", test_times);
  g_test_add_func ("/phrase-examples/money", test_money);
  g_test_add_func ("/phrase-examples/numbers", test_numbers);
  g_test_add_func ("/phrase-examples/translated", test_translated);
  return g_test_run ();
}
