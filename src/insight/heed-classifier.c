/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-classifier.h"

#include <stdlib.h>
#include <string.h>

#include "heed-data.h"
#include "heed-phrase-finder.h"
#include "heed-phrase-screen.h"
#include "heed-reply-lexicon.h"
#include "heed-reply-settle.h"
#include "heed-sign-off.h"
#include "heed-stated-hours.h"

#define FOLDER "lexicons"
#define LANGUAGES "languages.json"

/* Where two languages have as many words of a text, it is taken to be in the one read first. */
#define FIRST "en.json"

/* A text is in a language when this share of its words is among the language's common ones, and more than of others. */
#define MIN_COMMON_SHARE 0.25

#define ALL_KINDS ((1u << HEED_N_REPLY_KINDS) - 1)
#define NOTICES (HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_CONFIRMS) - HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_OPENING))

/* A customer's message of more words, or with a question, says something else beside its thanks. */
#define MAX_THANKS_WORDS 8

/* Bytes before a sign-off in which a day and a dash may stand. */
#define MAX_DAY 32

/* What a time is by when the company acts beside. */
#define BESIDE_DEADLINE (HEED_REPLY_PROMISES | HEED_REPLY_ACTS | HEED_REPLY_ACKNOWLEDGES)

/* @finders and @hours have those of the languages with a word list, under the same number as in @languages; @customers
 * those for what customers say, with what tells which of them are worth a look. A language's finder is sealed by the
 * first text in it; nothing else ever changes, so that several threads can read with one classifier. */
struct _HeedClassifier
{
  HeedVocabulary *vocabulary;
  GPtrArray *finders;
  GPtrArray *hours;
  HeedCustomerFinders customers;
  HeedPhraseScreen *confirms;
  HeedPhraseScreen *thanks;
  GPtrArray *languages;
};

void
heed_classifier_free (HeedClassifier *classifier)
{
  if (classifier == NULL)
    return;
  g_ptr_array_unref (classifier->finders);
  g_ptr_array_unref (classifier->hours);
  g_ptr_array_unref (classifier->customers.confirms);
  g_ptr_array_unref (classifier->customers.thanks);
  heed_phrase_screen_free (classifier->confirms);
  heed_phrase_screen_free (classifier->thanks);
  g_ptr_array_unref (classifier->languages);
  heed_vocabulary_free (classifier->vocabulary);
  g_free (classifier);
}

static HeedClassifier *
new_empty (void)
{
  HeedClassifier *self = g_new0 (HeedClassifier, 1);

  self->vocabulary = heed_vocabulary_new ();
  self->finders = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_phrase_finder_free);
  self->hours = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_hours_words_free);
  self->customers.confirms = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_phrase_finder_free);
  self->customers.thanks = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_phrase_finder_free);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gboolean
add_lexicon (HeedClassifier *self, const char *name, JsonObject *object, GError **error)
{
  HeedHoursWords *hours = NULL;
  HeedPhraseFinder *finder = heed_reply_lexicon_read (self->vocabulary, self->languages, &self->customers, &hours, name,
                                                      object, error);

  if (finder == NULL)
    return FALSE;
  g_ptr_array_add (self->finders, finder);
  g_ptr_array_add (self->hours, hours);
  return TRUE;
}

static JsonObject *
get_object (JsonParser *parser)
{
  return json_node_get_object (json_parser_get_root (parser));
}

static void
seal_all (GPtrArray *finders)
{
  for (guint i = 0; i < finders->len; i++)
    heed_phrase_finder_seal (g_ptr_array_index (finders, i));
}

static void
seal (HeedClassifier *self)
{
  heed_vocabulary_seal (self->vocabulary);
  seal_all (self->customers.confirms);
  seal_all (self->customers.thanks);
  self->confirms = heed_phrase_screen_new (self->vocabulary, self->customers.confirms);
  self->thanks = heed_phrase_screen_new (self->vocabulary, self->customers.thanks);
}

/**
 * heed_classifier_new_for_lexicons: a classifier that knows the phrases of some languages, and no other language.
 * @lexicons: word lists, each of another language
 *
 * Returns: (transfer full): %NULL with %HEED_ERROR_MALFORMED, naming file, entry and reason, for a broken list
 */
HeedClassifier *
heed_classifier_new_for_lexicons (const HeedLexiconText *lexicons, guint n_lexicons, GError **error)
{
  g_return_val_if_fail (lexicons != NULL || n_lexicons == 0, NULL);

  g_autoptr (HeedClassifier) self = new_empty ();
  for (guint i = 0; i < n_lexicons; i++)
    {
      const HeedLexiconText *text = &lexicons[i];
      g_autoptr (JsonParser) parser = heed_reply_lexicon_parse (text->name, text->json, text->length, error);

      if (parser == NULL || !add_lexicon (self, text->name, get_object (parser), error))
        return NULL;
    }
  seal (self);
  return g_steal_pointer (&self);
}

/**
 * heed_classifier_new_for_lexicon: a classifier that knows the phrases of one language, and no other.
 * @name: the file's name, for messages
 * @json: its text
 * @length: in bytes, -1 for zero-terminated
 *
 * Returns: (transfer full): as above
 */
HeedClassifier *
heed_classifier_new_for_lexicon (const char *name, const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (name != NULL && json != NULL, NULL);

  return heed_classifier_new_for_lexicons (&(HeedLexiconText){ name, json, length }, 1, error);
}

/* One of the word lists that come with Heed. Its file takes as long to parse as its words to add: one is parsed while
 * the one before it is added. */
typedef struct
{
  char *name;
  JsonParser *parser;
  GError *error;
  GThread *thread;
} List;

static gpointer
parse_list (gpointer data)
{
  List *list = data;
  g_autoptr (GBytes) bytes = heed_data_lookup (list->name, &list->error);
  gsize length;

  if (bytes == NULL)
    return NULL;
  const char *json = g_bytes_get_data (bytes, &length);
  list->parser = heed_reply_lexicon_parse (list->name, json, (gssize) length, &list->error);
  return NULL;
}

static void
list_begin (List *list, const char *file)
{
  list->name = g_strconcat (FOLDER "/", file, NULL);
  list->thread = g_thread_try_new ("heed-list", parse_list, list, NULL);
  if (list->thread == NULL)
    parse_list (list);
}

static void
list_wait (List *list)
{
  if (list->thread != NULL)
    g_thread_join (g_steal_pointer (&list->thread));
}

static void
list_clear (List *list)
{
  list_wait (list);
  g_free (list->name);
  g_clear_object (&list->parser);
  g_clear_error (&list->error);
}

static gboolean
add_list (HeedClassifier *self, List *list, GError **error)
{
  list_wait (list);
  if (list->parser == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&list->error));
      return FALSE;
    }
  if (g_str_equal (list->name, FOLDER "/" LANGUAGES))
    return heed_reply_lexicon_read_languages (self->vocabulary, self->languages, &self->customers, list->name,
                                              get_object (list->parser), error);
  return add_lexicon (self, list->name, get_object (list->parser), error);
}

/* The languages without a list are the last, so that those with one have the numbers of their finders. */
static int
compare_files (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  int order = (int) g_str_equal (second, FIRST) - (int) g_str_equal (first, FIRST);

  if (order == 0)
    order = (int) g_str_equal (first, LANGUAGES) - (int) g_str_equal (second, LANGUAGES);
  return order != 0 ? order : strcmp (first, second);
}

/**
 * heed_classifier_new: a classifier with the word lists that come with Heed.
 *
 * It can be used by several threads at once. Most callers want heed_classifier_get_default(), which loads them once.
 *
 * Returns: (transfer full): %NULL when a word list is broken
 */
HeedClassifier *
heed_classifier_new (GError **error)
{
  g_autoptr (HeedClassifier) self = new_empty ();
  g_auto (GStrv) files = heed_data_list (FOLDER);

  const guint n = g_strv_length (files);
  g_autoptr (GArray) lists = g_array_sized_new (FALSE, TRUE, sizeof (List), n);
  g_array_set_clear_func (lists, (GDestroyNotify) list_clear);
  g_array_set_size (lists, n);
  qsort (files, n, sizeof *files, compare_files);
  for (guint i = 0; i < n; i++)
    list_begin (&g_array_index (lists, List, i), files[i]);
  for (guint i = 0; i < n; i++)
    if (!add_list (self, &g_array_index (lists, List, i), error))
      return NULL;
  seal (self);
  return g_steal_pointer (&self);
}

/**
 * heed_classifier_get_default: the classifier of heed_classifier_new() that all share, in all threads.
 *
 * The first call loads it, which takes some hundredths of a second; others wait for it meanwhile.
 *
 * Returns: (transfer none): kept until the program ends; %NULL when a word list is broken
 */
const HeedClassifier *
heed_classifier_get_default (GError **error)
{
  static gsize is_loaded;
  static HeedClassifier *classifier;
  static GError *problem;

  if (g_once_init_enter (&is_loaded))
    {
      classifier = heed_classifier_new (&problem);
      g_once_init_leave (&is_loaded, 1);
    }
  if (classifier == NULL)
    g_propagate_error (error, g_error_copy (problem));
  return classifier;
}

/* The number of the language most words are common in, -1 when there is none. */
static gint
tell_language (const HeedTokens *tokens)
{
  gint language = -1;
  guint most = 0;

  for (gint i = 0; i < HEED_MAX_LANGUAGES; i++)
    if (tokens->n_common[i] > most)
      {
        most = tokens->n_common[i];
        language = i;
      }
  return most > 0 && most >= MIN_COMMON_SHARE * tokens->n_words ? language : -1;
}

/* What stands in @text, in a language with a word list. Returns its number, or that of a language without one or -1,
 * when nothing was looked for. */
static gint
find (const HeedClassifier *classifier, const char *text, HeedPhraseFindings *found, gboolean *is_read)
{
  HeedTokens tokens;

  heed_tokens_cut (&tokens, classifier->vocabulary, text);
  gint language = tell_language (&tokens);
  *is_read = language >= 0 && language < (gint) classifier->finders->len;
  if (*is_read)
    {
      HeedPhraseFinder *finder = g_ptr_array_index (classifier->finders, language);

      heed_phrase_finder_seal (finder);
      heed_phrase_finder_find (finder, &tokens, found);
    }
  return language;
}

static char *
dup_span (const char *reply, const HeedPhraseFindings *found, guint mark)
{
  if ((found->marks & HEED_REPLY_MARK_BIT (mark)) == 0)
    return NULL;
  const HeedPhraseSpan *span = &found->spans[mark];
  return g_strndup (reply + span->start, span->end - span->start);
}

/* "2026-11-26" or "26-11-2026". */
static gboolean
is_date (const char *number)
{
  g_auto (GStrv) parts = g_strsplit (number, "-", -1);

  return g_strv_length (parts) == 3 && strlen (parts[1]) <= 2 && strlen (parts[0]) + strlen (parts[2]) <= 6
         && (strlen (parts[0]) == 4 || strlen (parts[2]) == 4);
}

/* Whether a currency stands before what begins at @start. */
static gboolean
is_sum (const char *reply, guint32 start)
{
  static const char *const signs[] = { "$", "£", "€", "₹", "¥" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const gsize length = strlen (signs[i]);

      if (start >= length && strncmp (reply + start - length, signs[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The number itself: what stands last of "your case number is 12345678". A number with gaps, a date, a sum is none. */
static char *
dup_reference (const char *reply, HeedPhraseFindings *found)
{
  HeedPhraseSpan *span = &found->spans[HEED_REPLY_MARK_REFERENCE];

  if ((found->marks & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_REFERENCE)) == 0)
    return NULL;
  span->start = span->last;
  g_autofree char *reference = dup_span (reply, found, HEED_REPLY_MARK_REFERENCE);
  if (strpbrk (reference, " +.()") == NULL && !is_date (reference) && !is_sum (reply, span->start))
    return g_steal_pointer (&reference);
  found->marks &= ~HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_REFERENCE);
  return NULL;
}

/* A time is by when the company acts only in a sentence that says that it does or will. */
static gboolean
has_deadline (const HeedPhraseFindings *found)
{
  for (guint i = 0; i < found->n_sentences; i++)
    if (found->sentences[i].marks & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_DEADLINE)
        && found->sentences[i].marks & BESIDE_DEADLINE)
      return TRUE;
  return FALSE;
}

static void
read_facts (const char *reply, HeedPhraseFindings *found, HeedReplyReading *reading)
{
  if (!has_deadline (found))
    found->marks &= ~HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_DEADLINE);
  reading->deadline = dup_span (reply, found, HEED_REPLY_MARK_DEADLINE);
  reading->reference = dup_reference (reply, found);
  reading->marks = found->marks & ~(guint64) ALL_KINDS;
  reading->marks |= found->marks & reading->kinds;
  memcpy (reading->spans, found->spans, sizeof reading->spans);
  if ((reading->marks & (HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_FEEDBACK) | HEED_REPLY_ACKNOWLEDGES))
      == HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_FEEDBACK))
    {
      reading->marks |= HEED_REPLY_ACKNOWLEDGES;
      reading->spans[g_bit_nth_lsf (HEED_REPLY_ACKNOWLEDGES, -1)] = found->spans[HEED_REPLY_MARK_FEEDBACK];
    }
}

static void
read_hours (const HeedClassifier *classifier, const char *reply, gint language, HeedReplyReading *reading)
{
  const HeedHoursWords *words = g_ptr_array_index (classifier->hours, language);
  HeedStatedHours stated;

  if (words == NULL || !heed_stated_hours_read (words, reply, FALSE, &stated))
    return;
  reading->hours = g_strndup (reply + stated.start, stated.end - stated.start);
  reading->marks |= HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_HOURS);
  reading->spans[HEED_REPLY_MARK_HOURS] = (HeedPhraseSpan){ stated.start, stated.end, stated.start };
}

static void
read_sign_off (const HeedClassifier *classifier, const char *reply, HeedReplyReading *reading)
{
  reading->signature = heed_classifier_read_signature (classifier, reply);
  const char *last = reading->signature != NULL ? g_strrstr (reply, reading->signature) : NULL;
  if (last == NULL)
    return;
  const guint32 start = (guint32) (last - reply);
  reading->marks |= HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_SIGNATURE);
  reading->spans[HEED_REPLY_MARK_SIGNATURE] = (HeedPhraseSpan){ start, start + (guint32) strlen (reading->signature),
                                                                start };
}

/**
 * heed_classifier_read: what a reply does and says, from its words alone.
 * @reply: its text; broken UTF-8 is read as words nobody knows
 * @reading: (out): clear it with heed_reply_reading_clear()
 *
 * Only the first thousand words are read, and the sign-off at the very end.
 */
void
heed_classifier_read (const HeedClassifier *classifier, const char *reply, HeedReplyReading *reading)
{
  HeedPhraseFindings found;
  gboolean is_read;

  g_return_if_fail (classifier != NULL && reply != NULL && reading != NULL);

  memset (reading, 0, sizeof *reading);
  gint language = find (classifier, reply, &found, &is_read);
  if (language >= 0)
    reading->language = g_ptr_array_index (classifier->languages, language);
  if (is_read)
    {
      reading->kinds = heed_reply_settle_kinds (&found);
      reading->primary = heed_reply_settle_primary (&found, reading->kinds);
      reading->targets = heed_reply_settle_targets (&found);
      reading->details = heed_reply_settle_details (&found, reading->kinds);
      read_facts (reply, &found, reading);
      read_hours (classifier, reply, language, reading);
    }
  read_sign_off (classifier, reply, reading);
}

/**
 * heed_classifier_read_glance: what is kept of each message of an archive; faster than all of it.
 * @text: a company's reply or post
 * @glance: (out): without kinds, notices and greeting when the text is in no language with a word list
 */
void
heed_classifier_read_glance (const HeedClassifier *classifier, const char *text, HeedGlance *glance)
{
  HeedPhraseFindings found;
  gboolean is_read;

  g_return_if_fail (classifier != NULL && text != NULL && glance != NULL);

  *glance = (HeedGlance){ .kinds = 0 };
  gint language = find (classifier, text, &found, &is_read);
  if (!is_read)
    return;
  const HeedHoursWords *words = g_ptr_array_index (classifier->hours, language);
  glance->kinds = heed_reply_settle_kinds (&found);
  glance->targets = heed_reply_settle_targets (&found);
  glance->notices = found.marks & NOTICES;
  glance->greeting = words != NULL ? heed_stated_hours_read_greeting (words, text) : HEED_GREETING_NONE;
}

/**
 * heed_classifier_read_kinds: what a reply does, and nothing else.
 * @reply: its text
 *
 * Returns: #HeedReplyKinds; 0 when the text is in no language with a word list, or says nothing
 */
guint32
heed_classifier_read_kinds (const HeedClassifier *classifier, const char *reply)
{
  HeedGlance glance;

  g_return_val_if_fail (classifier != NULL && reply != NULL, 0);

  heed_classifier_read_glance (classifier, reply, &glance);
  return glance.kinds;
}

/**
 * heed_classifier_read_notices: what a company's own post says of its account: that somebody begins or ends the day's
 * work (S6, S7), that it is no longer used.
 *
 * Returns: a bit each in the order of #HeedReplyMark, from %HEED_REPLY_MARK_OPENING to %HEED_REPLY_MARK_LEAVING; 0 when
 * the text is in no language with a word list
 */
guint64
heed_classifier_read_notices (const HeedClassifier *classifier, const char *text)
{
  HeedGlance glance;

  g_return_val_if_fail (classifier != NULL && text != NULL, 0);

  heed_classifier_read_glance (classifier, text, &glance);
  return glance.notices;
}

/**
 * heed_classifier_read_hours: the opening hours that a text states.
 * @is_bio: as in heed_stated_hours_read()
 * @stated: (out)
 *
 * Where the words are too few to tell the language, as in most bios, each with a word list is tried.
 */
gboolean
heed_classifier_read_hours (const HeedClassifier *classifier, const char *text, gboolean is_bio,
                            HeedStatedHours *stated)
{
  HeedTokens tokens;

  g_return_val_if_fail (classifier != NULL && text != NULL && stated != NULL, FALSE);

  *stated = (HeedStatedHours){ .opens = -1, .closes = -1 };
  heed_tokens_cut (&tokens, classifier->vocabulary, text);
  gint language = tell_language (&tokens);
  for (guint i = 0; i < classifier->hours->len; i++)
    {
      const HeedHoursWords *words = g_ptr_array_index (classifier->hours, i);
      const char *zone = stated->zone;

      if (words == NULL || (language >= 0 && language != (gint) i && !is_bio))
        continue;
      if (heed_stated_hours_read (words, text, is_bio, stated))
        return TRUE;
      stated->zone = stated->zone != NULL ? stated->zone : zone;
    }
  return FALSE;
}

static gboolean
has_question (const HeedPhraseFindings *found)
{
  for (guint i = 0; i < found->n_sentences; i++)
    if (found->sentences[i].is_question)
      return TRUE;
  return FALSE;
}

/* The marks that those of @finders find that have a bit in @which, and whether something is asked. */
static guint64
find_any (GPtrArray *finders, guint64 which, const HeedTokens *tokens, gboolean *asks)
{
  guint64 marks = 0;

  for (; which != 0; which &= which - 1)
    {
      HeedPhraseFindings found;

      heed_phrase_finder_find (g_ptr_array_index (finders, (guint) __builtin_ctzll (which)), tokens, &found);
      marks |= found.marks;
      *asks = *asks || has_question (&found);
    }
  return marks;
}

/**
 * heed_classifier_read_customer: whether a customer's message says that the matter is settled, or hardly more than
 * thanks (S54). It is often too short to tell its language, so it is looked at in all: its words tell it themselves.
 *
 * Returns: the bits of %HEED_REPLY_MARK_CONFIRMS and %HEED_REPLY_MARK_THANKS in the order of #HeedReplyMark
 */
guint64
heed_classifier_read_customer (const HeedClassifier *classifier, const char *text)
{
  HeedTokens tokens;
  gboolean asks = FALSE;

  g_return_val_if_fail (classifier != NULL && text != NULL, 0);

  heed_tokens_cut (&tokens, classifier->vocabulary, text);
  const HeedCustomerFinders *customers = &classifier->customers;
  guint64 confirm = heed_phrase_screen_look (classifier->confirms, &tokens);
  guint64 says = find_any (customers->confirms, confirm, &tokens, &asks);
  guint64 thank = tokens.n_words <= MAX_THANKS_WORDS ? heed_phrase_screen_look (classifier->thanks, &tokens) : 0;
  /* A question is one to all that find nothing. */
  if (thank != 0 && ~confirm << (64 - customers->confirms->len) != 0)
    find_any (customers->confirms, ~confirm & (confirm + 1), &tokens, &asks);
  return asks ? says : says | find_any (customers->thanks, thank, &tokens, &asks);
}

/* Whether a dash or a slash stands right before @at, and a word before that. */
static gboolean
is_behind_joint (const char *text, const char *at)
{
  static const char *const joints[] = { "-", "/", "–", "—" };

  for (; at > text && g_ascii_isspace (at[-1]); at--)
    ;
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const gsize length = strlen (joints[i]);

      if ((gsize) (at - text) < length || strncmp (at - length, joints[i], length) != 0)
        continue;
      for (at -= length; at > text && g_ascii_isspace (at[-1]); at--)
        ;
      return at > text && (g_ascii_isalnum (at[-1]) || (at[-1] & 0x80) != 0);
    }
  return FALSE;
}

/* Whether what looks like @signature ends "Monday – Friday", in any language; "I think so -Mi" is signed. */
static gboolean
ends_with_days (const HeedClassifier *classifier, const char *reply, const char *signature)
{
  const char *at = g_strrstr (reply, signature);

  if (at == NULL || !is_behind_joint (reply, at))
    return FALSE;
  const char *start = at - MIN (at - reply, MAX_DAY);
  g_autofree char *end = g_strndup (start, (gsize) (at - start) + strlen (signature));
  for (guint i = 0; i < classifier->hours->len; i++)
    {
      const HeedHoursWords *words = g_ptr_array_index (classifier->hours, i);
      g_autoptr (GArray) tokens = words != NULL ? heed_hours_words_cut (words, end, 2 * MAX_DAY) : NULL;

      if (tokens != NULL && tokens->len >= 3
          && heed_hours_words_match (tokens, tokens->len - 1, HEED_HOURS_DAY, NULL) == 1
          && heed_hours_words_match (tokens, tokens->len - 3, HEED_HOURS_DAY, NULL) == 1)
        return g_unichar_isupper (
          g_utf8_get_char (end + g_array_index (tokens, HeedHoursToken, tokens->len - 3).start));
    }
  return FALSE;
}

/**
 * heed_classifier_read_signature: who signed a reply.
 *
 * Returns: (transfer full) (nullable): the name or the initials, as written
 */
char *
heed_classifier_read_signature (const HeedClassifier *classifier, const char *reply)
{
  g_return_val_if_fail (classifier != NULL && reply != NULL, NULL);

  g_autofree char *signature = heed_sign_off_read (reply, classifier->vocabulary);
  if (signature == NULL || ends_with_days (classifier, reply, signature))
    return NULL;
  return g_steal_pointer (&signature);
}
