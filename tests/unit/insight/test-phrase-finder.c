/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-error.h"
#include "heed-phrase-finder.h"

/* A finder, and the one vocabulary that it may share with others. */
typedef struct
{
  HeedVocabulary *vocabulary;
  HeedPhraseFinder *finder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->vocabulary = heed_vocabulary_new ();
  fixture->finder = heed_phrase_finder_new (fixture->vocabulary);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  heed_phrase_finder_free (fixture->finder);
  heed_vocabulary_free (fixture->vocabulary);
}

static void
add (Fixture *fixture, const char *phrase, guint mark)
{
  g_autoptr (GError) error = NULL;

  heed_phrase_finder_add (fixture->finder, phrase, HEED_PHRASE_SAYS, mark, &error);
  g_assert_no_error (error);
}

static void
seal (Fixture *fixture)
{
  heed_vocabulary_seal (fixture->vocabulary);
  heed_phrase_finder_seal (fixture->finder);
}

static void
find (Fixture *fixture, const char *text, HeedPhraseFindings *found)
{
  HeedTokens tokens;

  heed_tokens_cut (&tokens, fixture->vocabulary, text);
  heed_phrase_finder_find (fixture->finder, &tokens, found);
}

static guint64
find_marks (Fixture *fixture, const char *text)
{
  HeedPhraseFindings found;

  find (fixture, text, &found);
  return found.marks;
}

/* Whether @phrase stands in @text. */
static gboolean
stands_in (const char *phrase, const char *text)
{
  Fixture fixture;

  set_up (&fixture, NULL);
  heed_phrase_finder_add_to_group (fixture.finder, "you", "you");
  heed_phrase_finder_add_to_group (fixture.finder, "you", "u");
  add (&fixture, phrase, 0);
  seal (&fixture);
  gboolean stands = find_marks (&fixture, text) != 0;
  tear_down (&fixture, NULL);
  return stands;
}

/* The small language that the word lists are written in. */
static void
test_phrases (void)
{
  g_assert_true (stands_in ("send us", "@a Please SEND us it"));
  g_assert_false (stands_in ("send us", "Please send. Us?"));
  g_assert_true (stands_in ("send (it) us", "send us"));
  g_assert_true (stands_in ("send (it) us", "send it us"));
  g_assert_true (stands_in ("(we) can|will", "we will"));
  g_assert_true (stands_in ("{you} can", "u can"));
  g_assert_true (stands_in ("what … ?", "What is it now, then?"));
  g_assert_false (stands_in ("what … ?", "What is it now then my dear?"));
  g_assert_false (stands_in ("what … ?", "What. Is it?"));
  g_assert_true (stands_in ("what … it", "What it"));
  g_assert_true (stands_in ("if you … it", "If you must have it now"));
  g_assert_true (stands_in ("if you …", "If you"));
  g_assert_true (stands_in ("if you …", "If you want to have it all now or later, say so. We"));
  g_assert_true (stands_in ("call <phone>", "Call +44 (0)20 7946-0123 now"));
  g_assert_true (stands_in ("call <phone>", "call (020) 7946 0123"));
  g_assert_true (stands_in ("call <phone>", "call 20-11-2233"));
  g_assert_false (stands_in ("call <phone>", "Call 24.05.2026"));
  g_assert_false (stands_in ("call <phone>", "call 24-5-2026 9:00"));
  g_assert_false (stands_in ("call <phone>", "call 2026-05-24."));
  g_assert_true (stands_in ("by <number>", "by 24.05.2026"));
  g_assert_true (stands_in ("<number> days", "in 3 days"));
  g_assert_true (stands_in ("at <link>", "at https://example.com/x?y=z."));
  g_assert_true (stands_in ("<email>", "or help@example.com!"));
  g_assert_true (stands_in ("we're", "We’re here"));
}

/* A phrase is found wherever it begins, up to the farthest place of its last word and no further, also where that word
 * stands as far away as two places that look alike to the finder's screen (64). */
static void
test_places (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) before = g_string_new ("a");

  add (fixture, "if (or) … you … it … now|then", 0);
  seal (fixture);
  for (guint i = 0; i < 140; i++)
    {
      g_autofree char *near = g_strconcat (before->str, " if you it now", NULL);
      g_autofree char *far = g_strconcat (before->str, " if or a b c d you a b c d it a b c d then", NULL);
      g_autofree char *behind = g_strconcat (before->str, " if or a b c d you a b c d it a b c d e then", NULL);
      g_autofree char *apart = g_strconcat ("if you it ", before->str, " now", NULL);

      g_assert_cmpuint (find_marks (fixture, near), ==, 1);
      g_assert_cmpuint (find_marks (fixture, far), ==, 1);
      g_assert_cmpuint (find_marks (fixture, behind), ==, 0);
      g_assert_cmpuint (find_marks (fixture, apart), ==, i < 4 ? 1 : 0);
      g_string_append (before, " a");
    }
}

/* "abc*" stands for every word that begins so, known or not, also where another list knows a longer beginning. */
static void
test_stems (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  HeedPhraseFinder *other = heed_phrase_finder_new (fixture->vocabulary);
  g_autoptr (GError) error = NULL;

  add (fixture, "puhelinnumero* kertoisi*|kerro", 0);
  add (fixture, "send* us", 1);
  add (fixture, "sendup us", 2);
  heed_phrase_finder_add (other, "puhelinnumerosi|puhelinnumeroita*", HEED_PHRASE_SAYS, 0, &error);
  g_assert_no_error (error);
  seal (fixture);
  heed_phrase_finder_seal (other);

  g_assert_cmpuint (find_marks (fixture, "Puhelinnumerosi kertoisitko"), ==, 1);
  g_assert_cmpuint (find_marks (fixture, "puhelinnumeroitanne kerro"), ==, 1);
  g_assert_cmpuint (find_marks (fixture, "puhelinnumero kertoisi"), ==, 1);
  g_assert_cmpuint (find_marks (fixture, "puhelinnumer kertoisi"), ==, 0);
  g_assert_cmpuint (find_marks (fixture, "xpuhelinnumero kertoisi"), ==, 0);
  g_assert_cmpuint (find_marks (fixture, "sendet us, sen us"), ==, 2);
  g_assert_cmpuint (find_marks (fixture, "sendup us"), ==, 6);
  heed_phrase_finder_free (other);
}

/* Of a word that many stems begin, and of one behind them in order, the right one is found. */
static void
test_longest_stem (void)
{
  g_autoptr (HeedVocabulary) vocabulary = heed_vocabulary_new ();
  guint32 languages, abc = heed_vocabulary_add (vocabulary, "abc*"), abcde = heed_vocabulary_add (vocabulary, "abcde*"),
                     abcdx = heed_vocabulary_add (vocabulary, "abcdx*");

  g_assert_true (heed_vocabulary_add_common (vocabulary, "abc*", 3));
  g_assert_true (heed_vocabulary_add_common (vocabulary, "abcde*", 4));
  heed_vocabulary_add (vocabulary, "abz*");
  heed_vocabulary_seal (vocabulary);
  g_assert_cmpuint (heed_vocabulary_look_up (vocabulary, "abcdef", 6, &languages), ==, abcde);
  g_assert_cmphex (languages, ==, 1 << 3 | 1 << 4);
  g_assert_cmpuint (heed_vocabulary_look_up (vocabulary, "abcdf", 5, &languages), ==, abc);
  g_assert_cmphex (languages, ==, 1 << 3);
  g_assert_cmpuint (heed_vocabulary_look_up (vocabulary, "abcdz", 5, &languages), ==, abc);
  g_assert_cmpuint (heed_vocabulary_look_up (vocabulary, "abcdxz", 6, &languages), ==, abcdx);
  g_assert_cmphex (languages, ==, 1 << 3);
  g_assert_cmpuint (heed_vocabulary_look_up (vocabulary, "abd", 3, &languages), ==, HEED_TOKEN_OTHER);
  g_assert_cmphex (languages, ==, 0);
  g_assert_cmpuint (heed_vocabulary_look_up (vocabulary, "", 0, &languages), ==, HEED_TOKEN_OTHER);
}

/* What is written before a word is no part of it, unless a list has it so. */
static void
test_prefixes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const prefixes[] = { "l'", "qu’", "ה", "ש", "שה" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    g_assert_true (heed_vocabulary_add_prefix (fixture->vocabulary, prefixes[i]));
  g_assert_false (heed_vocabulary_add_prefix (fixture->vocabulary, ""));
  g_assert_false (heed_vocabulary_add_prefix (fixture->vocabulary, "D'"));
  add (fixture, "adresse", 0);
  add (fixture, "l'ami", 1);
  add (fixture, "ami", 2);
  add (fixture, "commande*", 3);
  add (fixture, "הודעה", 4);
  seal (fixture);

  g_assert_cmpuint (find_marks (fixture, "L’adresse"), ==, 1);
  g_assert_cmpuint (find_marks (fixture, "m'adresse"), ==, 0);
  g_assert_cmpuint (find_marks (fixture, "l'ami"), ==, 2);
  g_assert_cmpuint (find_marks (fixture, "qu'ami"), ==, 4);
  g_assert_cmpuint (find_marks (fixture, "l'commandes"), ==, 8);
  g_assert_cmpuint (find_marks (fixture, "ההודעה"), ==, 16);
  g_assert_cmpuint (find_marks (fixture, "שההודעה"), ==, 16);
  g_assert_cmpuint (find_marks (fixture, "l'"), ==, 0);
}

/* Letters of many languages, in any case; marks that are parts of words and marks that are not. */
static void
test_letters (void)
{
  g_assert_true (stands_in ("übermäßig groß", "ÜBERMÄßIG Groß!"));
  g_assert_true (stands_in ("źródło łąk", "ŹRÓDŁO ŁĄK"));
  g_assert_true (stands_in ("tämä päivä", "TÄMÄ «PÄIVÄ»"));
  g_assert_true (stands_in ("c'est noël", "C’EST “NOËL”"));
  g_assert_true (stands_in ("cómo estás ?", "¿Cómo estás?"));
  g_assert_true (stands_in ("hola .", "¡Hola!"));
  g_assert_true (stands_in ("привет мир", "ПРИВЕТ МИР"));
  g_assert_true (stands_in ("ע״י צוות", "ע\"י צוות"));
  g_assert_true (stands_in ("ע\"י צ'אט", "ע״י צ׳אט"));
  g_assert_true (stands_in ("צוות", "\"צוות\""));
  g_assert_true (stands_in ("كيف ?", "كيف؟"));
  g_assert_true (stands_in ("什么 ?", "什么？"));
  g_assert_true (stands_in ("thanks .", "thanks—bye"));
  g_assert_true (stands_in ("send it", "send it👍🏽"));
  g_assert_false (stands_in ("send it", "send 👍🏽❤️ it"));
  g_assert_true (stands_in ("send … it", "send 👍🏽❤️❤️👍🏽👍🏽👍🏽 it"));
}

/* Words that are common nowhere tell a language by how they end. */
static void
test_endings (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  HeedTokens tokens;

  g_assert_true (heed_vocabulary_add_ending (fixture->vocabulary, "ssa", 3));
  g_assert_true (heed_vocabulary_add_ending (fixture->vocabulary, "a", 4));
  g_assert_true (heed_vocabulary_add_ending (fixture->vocabulary, "ת", 5));
  g_assert_false (heed_vocabulary_add_ending (fixture->vocabulary, "", 3));
  g_assert_false (heed_vocabulary_add_ending (fixture->vocabulary, "Ssa", 3));
  g_assert_true (heed_vocabulary_add_common (fixture->vocabulary, "massa", 6));
  seal (fixture);
  heed_tokens_cut (&tokens, fixture->vocabulary, "Talossa massa villa. שבת 123ssa");
  g_assert_cmpuint (tokens.n_words, ==, 5);
  g_assert_cmpuint (tokens.n_common[3], ==, 2);
  g_assert_cmpuint (tokens.n_common[4], ==, 1);
  g_assert_cmpuint (tokens.n_common[5], ==, 1);
  g_assert_cmpuint (tokens.n_common[6], ==, 1);
  g_assert_false (heed_vocabulary_is_common (fixture->vocabulary, "talossa", 7));
}

/* Forms for women and men in one word are one word. */
static void
test_both_forms (void)
{
  g_assert_true (stands_in ("שלחי לנו", "שלח/י לנו"));
  g_assert_true (stands_in ("מוזמנ* לכתוב", "מוזמנ.ת לכתוב"));
  g_assert_true (stands_in ("לקוחות יקרים", "לקוח/ות יקר.ים"));
  g_assert_true (stands_in ("תודה . אנחנו", "תודה.אנחנו"));
  g_assert_false (stands_in ("andor", "and/or"));
}

/* Words are told apart up to 63 bytes, and never cut within a letter. */
static void
test_long_words (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *sixty = g_strnfill (60, 'a');
  g_autofree char *known = g_strconcat (sixty, "é", NULL);
  g_autofree char *other = g_strconcat (sixty, "è", NULL);
  g_autofree char *cut = g_strconcat (sixty, "aaé", NULL);
  g_autofree char *broken = g_strconcat (sixty, "\xC3", NULL);
  HeedTokens tokens;

  add (fixture, known, 0);
  seal (fixture);
  g_assert_cmpuint (find_marks (fixture, known), ==, 1);
  g_assert_cmpuint (find_marks (fixture, other), ==, 0);
  g_assert_cmpuint (find_marks (fixture, broken), ==, 0);
  heed_tokens_cut (&tokens, fixture->vocabulary, cut);
  g_assert_cmpuint (tokens.n, ==, 1);
  g_assert_cmpuint (tokens.tokens[0].end, ==, strlen (cut));
  heed_tokens_cut (&tokens, fixture->vocabulary, "\xFF\xFE \xC3\x28 \xE2\x80");
  g_assert_cmpuint (tokens.n, ==, 3);
  g_assert_cmpuint (tokens.n_words, ==, 0);
}

/* What stands in each sentence, and how much of it no phrase explains. */
static void
test_sentences (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  HeedPhraseFindings found;

  add (fixture, "please send … us", 0);
  add (fixture, "thanks", 1);
  add (fixture, "many thanks", 1);
  seal (fixture);
  find (
    fixture,
    "@ann Hello there! Please send the red form to us here: https://example.com/a\nMany thanks – thanks. Is it?? 5.",
    &found);

  g_assert_cmpuint (found.marks, ==, 3);
  g_assert_cmpuint (found.n_links, ==, 1);
  g_assert_cmpuint (found.n_sentences, ==, 5);
  const HeedPhraseSentence *sentences = found.sentences;
  g_assert_cmpuint (sentences[0].marks, ==, 0);
  g_assert_cmpuint (sentences[0].n_words, ==, 2);
  g_assert_cmpuint (sentences[0].n_uncovered, ==, 2);
  g_assert_true (sentences[0].is_exclamation);
  g_assert_false (sentences[1].is_exclamation);
  g_assert_cmpuint (sentences[1].marks, ==, 1);
  g_assert_cmpuint (sentences[1].n_words, ==, 8);
  g_assert_cmpuint (sentences[1].n_uncovered, ==, 5);
  g_assert_cmpuint (sentences[1].n_links, ==, 1);
  g_assert_false (sentences[1].is_question);
  g_assert_cmpuint (sentences[2].marks, ==, 2);
  g_assert_cmpuint (sentences[2].n_uncovered, ==, 0);
  g_assert_cmpuint (sentences[3].marks, ==, 2);
  g_assert_cmpuint (sentences[3].n_words, ==, 1);
  g_assert_cmpuint (sentences[4].n_uncovered, ==, 2);
  g_assert_true (sentences[4].is_question);
}

/* What has no room among the sentences belongs to the last. */
static void
test_many_sentences (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new (NULL);
  HeedPhraseFindings found;

  add (fixture, "thanks", 63);
  seal (fixture);
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "One two. ");
  g_string_append (text, "Thanks");
  find (fixture, text->str, &found);
  g_assert_cmpuint (found.n_sentences, ==, HEED_MAX_SENTENCES);
  g_assert_cmpuint (found.sentences[HEED_MAX_SENTENCES - 2].n_words, ==, 2);
  g_assert_cmpuint (found.sentences[HEED_MAX_SENTENCES - 1].n_words, ==, 2 * 9 + 1);
  g_assert_cmpuint (found.sentences[HEED_MAX_SENTENCES - 1].n_uncovered, ==, 2 * 9);
  g_assert_cmphex (found.sentences[HEED_MAX_SENTENCES - 1].marks, ==, G_GUINT64_CONSTANT (1) << 63);
}

/* Phrases that could be laid into a text in millions of ways do not keep the reader waiting: what was found before
 * counts, what stands behind is not looked for. The text has their last word, or they would be passed over. */
static void
test_budget (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new ("B thanks ");
  g_autoptr (GTimer) timer = g_timer_new ();

  add (fixture, "thanks", 0);
  add (fixture, "bye", 1);
  for (guint i = 0; i < 500; i++)
    {
      add (fixture, "a (a) (a) (a) (a) (a) (a) (a) (a) (a) (a) (a) (a) (a) (a) b", 2);
      add (fixture, "a … a (a) … a (a) (a) … b", 2);
    }
  seal (fixture);
  for (guint i = 0; i < 900; i++)
    g_string_append (text, "a ");
  g_assert_cmpuint (find_marks (fixture, "Thanks a. Bye"), ==, 3);
  g_string_append (text, "bye");
  g_timer_start (timer);
  g_assert_cmpuint (find_marks (fixture, text->str), ==, 1);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 1.0);
}

#define ADD(name, function) g_test_add ("/phrase-finder/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase-finder/phrases", test_phrases);
  g_test_add_func ("/phrase-finder/letters", test_letters);
  g_test_add_func ("/phrase-finder/both-forms", test_both_forms);
  g_test_add_func ("/phrase-finder/longest-stem", test_longest_stem);
  ADD ("places", test_places);
  ADD ("stems", test_stems);
  ADD ("prefixes", test_prefixes);
  ADD ("endings", test_endings);
  ADD ("long-words", test_long_words);
  ADD ("sentences", test_sentences);
  ADD ("many-sentences", test_many_sentences);
  ADD ("budget", test_budget);
  return g_test_run ();
}
