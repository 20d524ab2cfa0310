/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-classifier.h"
#include "heed-error.h"

#define XX "{\"language\": \"xx\", "
#define START XX "\"groups\": {}, \"common_words\": [], \"closings\": [], \"requests\": [], "

/* A broken word list is refused with the file, the entry and the reason. */
static void
test_broken_lexicon (void)
{
  static const struct
  {
    const char *json, *says;
  } cases[] = {
    { "{", "JSON" },
    { "[]", "object" },
    { "{\"groups\": {}}", "language" },
    { "{\"language\": \"English\"}", "English" },
    { XX "\"groups\": {}}", "common_words" },
    { XX "\"groups\": {\"g\": 3}}", "g" },
    { XX "\"groups\": {\"g\": [\"us\", \"so long\"]}}", "g, “so long”" },
    { XX "\"groups\": {}, \"common_words\": [1]}", "common_words, 1" },
    { XX "\"groups\": {}, \"common_words\": [\"Über\"]}", "“Über”" },
    { XX "\"groups\": {}, \"common_words\": [\"b*\"]}", "“b*”" },
    { XX "\"groups\": {}, \"common_words\": []}", "closings" },
    { XX "\"groups\": {}, \"common_words\": [], \"closings\": [\"so long\"]}", "“so long”" },
    { XX "\"groups\": {}, \"common_words\": [], \"closings\": [], \"prefixes\": 1}", "prefixes" },
    { XX "\"groups\": {}, \"common_words\": [], \"closings\": [], \"endings\": [\"abc*\"]}", "“abc*”" },
    { XX "\"groups\": {}, \"common_words\": [], \"closings\": [], \"prefixes\": [\"L'\"]}", "“L'”" },
    { START "\"x\": 1}", "kinds" },
    { START "\"kinds\": {\"answers\": [\"you  can\"]}}", "“you  can”" },
    { START "\"kinds\": {\"answers\": [\"you {can}\"]}}", "“you {can}”" },
    { START "\"kinds\": {\"answers\": [\"Sorry\"]}}", "“Sorry”" },
    { START "\"kinds\": {\"answers\": [\"Österreich\"]}}", "“Österreich”" },
    { START "\"kinds\": {\"answers\": [\"so ab*\"]}}", "“so ab*”" },
    { START "\"kinds\": {\"answers\": [\"so a*bc\"]}}", "“so a*bc”" },
    { START "\"kinds\": {\"answers\": [\"so <lnk>\"]}}", "“so <lnk>”" },
    { START "\"kinds\": {\"answers\": [\"(if) (so)\"]}}", "“(if) (so)”" },
    { START "\"kinds\": {\"answers\": [\"… so\"]}}", "“… so”" },
    { START "\"kinds\": {\"answers\": []}}", "acts" },
    { START "\"kinds\": {\"answers\": [], \"not_answers\": 3}}", "not_answers" },
    { START "\"courtesy\": [], \"kinds\": {\"answers\": [\"\"]}}", "“”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedClassifier) classifier = heed_classifier_new_for_lexicon ("xx.json", cases[i].json, -1, &error);

      g_assert_null (classifier);
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, "xx.json"));
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* A word list with what every list needs, and in it @words, such as "\"common_words\": [...]". */
static char *
write_lexicon (const char *language, const char *words, const char *answers, const char *apologises,
               const char *courtesy)
{
  static const struct
  {
    const char *key;
    guint first, end;
  } parts[] = {
    { "kinds", HEED_REPLY_MARK_KINDS, HEED_REPLY_MARK_DETAILS },
    { "details", HEED_REPLY_MARK_DETAILS, HEED_REPLY_MARK_TARGETS },
    { "redirect_to", HEED_REPLY_MARK_TARGETS, HEED_REPLY_MARK_DEADLINE },
    { "facts", HEED_REPLY_MARK_DEADLINE, HEED_REPLY_MARK_SIGNATURE },
    { "posts", HEED_REPLY_MARK_OPENING, HEED_REPLY_MARK_CONFIRMS },
    { "customers", HEED_REPLY_MARK_CONFIRMS, HEED_REPLY_MARK_COURTESY },
  };
  GString *json = g_string_new (NULL);

  g_string_printf (json, "{\"language\": \"%s\", %s, \"groups\": {}, \"requests\": [], \"courtesy\": [%s]", language,
                   words, courtesy);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append_printf (json, ", \"%s\": {", parts[i].key);
      for (guint mark = parts[i].first; mark < parts[i].end; mark++)
        g_string_append_printf (json, "%s\"%s\": [%s]", mark > parts[i].first ? ", " : "",
                                heed_reply_mark_to_string (mark),
                                mark == (guint) g_bit_nth_lsf (HEED_REPLY_ANSWERS, -1)      ? answers
                                : mark == (guint) g_bit_nth_lsf (HEED_REPLY_APOLOGISES, -1) ? apologises
                                                                                            : "");
      g_string_append (json, "}");
    }
  g_string_append (json, "}");
  return g_string_free (json, FALSE);
}

#define GERMAN                                                                                                         \
  "\"common_words\": [\"das\", \"ist\", \"uns\", \"tut\", \"wir\", \"für\", \"die\", \"entschuldig*\"], "             \
  "\"closings\": [\"grüße\", \"ihr,\"]"
#define ENGLISH                                                                                                        \
  "\"common_words\": [\"that\", \"is\", \"we\", \"are\", \"the\", \"for\", \"die\", \"you\"], \"closings\": "          \
  "[\"regards\"]"

static HeedClassifier *
new_for_two (void)
{
  g_autofree char *german = write_lexicon ("de", GERMAN, "\"finden sie\"", "\"leid\", \"entschuldig*\"",
                                           "\"guten tag|morgen\"");
  g_autofree char *english = write_lexicon ("en", ENGLISH, "\"you can\"", "\"sorry\", \"leid\"", "\"hi\"");
  const HeedLexiconText lexicons[] = { { "de.json", german, -1 }, { "en.json", english, -1 } };
  g_autoptr (GError) error = NULL;
  HeedClassifier *classifier = heed_classifier_new_for_lexicons (lexicons, G_N_ELEMENTS (lexicons), &error);

  g_assert_no_error (error);
  return classifier;
}

/* S44: a text is read by the phrases of its own language only, of several that are known. */
static void
test_two_languages (void)
{
  static const struct
  {
    const char *reply, *language, *signature;
    guint32 kinds;
  } cases[] = {
    { "Das TUT uns Leid.", "de", NULL, HEED_REPLY_APOLOGISES },
    { "Die ENTSCHULDIGUNG ist für uns.", "de", NULL, HEED_REPLY_APOLOGISES },
    { "We are sorry for that.", "en", NULL, HEED_REPLY_APOLOGISES },
    { "We are sorry. Das tut uns leid.", "de", NULL, HEED_REPLY_APOLOGISES },
    { "Das ist uns, sorry!", "de", NULL, HEED_REPLY_PLEASANTRY },
    { "Guten Tag! Das ist für die Kunden im Norden.", "de", NULL, HEED_REPLY_ANSWERS },
    { "Guten Morgen! Das ist für uns.", "de", NULL, HEED_REPLY_PLEASANTRY },
    { "Ist das die Rechnung?", "de", NULL, HEED_REPLY_ASKS_DETAILS },
    { "Das ist für die Kunden im Norden, Grüße Łukasz", "de", "Łukasz", HEED_REPLY_ANSWERS },
    { "Das ist für die Kunden im Norden, ihr Peter", "de", NULL, HEED_REPLY_ANSWERS },
    { "Das ist für die Kunden im Norden, Ihr, Peter", "de", "Peter", HEED_REPLY_ANSWERS },
    { "C'est pour vous, sorry", NULL, NULL, 0 },
  };
  g_autoptr (HeedClassifier) classifier = new_for_two ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HeedReplyReading) reading = { 0 };

      g_test_message ("%s", cases[i].reply);
      heed_classifier_read (classifier, cases[i].reply, &reading);
      g_assert_cmpstr (reading.language, ==, cases[i].language);
      g_assert_cmphex (reading.kinds, ==, cases[i].kinds);
      g_assert_cmphex (heed_classifier_read_kinds (classifier, cases[i].reply), ==, cases[i].kinds);
      g_assert_cmpstr (reading.signature, ==, cases[i].signature);
    }
}

/* Two lists of one language would take each other's words. */
static void
test_language_twice (void)
{
  g_autofree char *json = write_lexicon ("de", GERMAN, "", "", "");
  const HeedLexiconText lexicons[] = { { "a.json", json, -1 }, { "b.json", json, -1 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedClassifier) one = heed_classifier_new_for_lexicons (lexicons, 1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (one);
  g_assert_null (heed_classifier_new_for_lexicons (lexicons, 2, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, "b.json"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/broken", test_broken_lexicon);
  g_test_add_func ("/lexicon/two-languages", test_two_languages);
  g_test_add_func ("/lexicon/language-twice", test_language_twice);
  return g_test_run ();
}
