/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a classifier reads in a text: all that a reply does and says, or what is kept of it where there are many. */

#include <string.h>

#include "heed-classifier-private.h"
#include "heed-reply-facts.h"
#include "heed-reply-settle.h"
#include "heed-sign-off.h"
#include "heed-stated-hours.h"

/* A text is in a language when this share of its words is among the language's common ones, and more than of others. */
#define MIN_COMMON_SHARE 0.25

/* A word alone of fewer bytes is one of many languages. */
#define MIN_LONE_WORD 3

#define NOTICES (HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_CONFIRMS) - HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_OPENING))

/* A customer's message of more words, or with a question, says something else beside its thanks. */
#define MAX_THANKS_WORDS 8

#define MAX_PHONE_DIGITS 15

/* Bytes before a sign-off in which a day and a dash may stand. */
#define MAX_DAY 32

/* Whether all that is said is one word such as "a" or "ok", or the initials of a sign-off. */
static gboolean
says_too_little (const HeedTokens *tokens)
{
  guint i = 0;

  if (tokens->n_words != 1)
    return FALSE;
  while (i < tokens->n && !tokens->tokens[i].is_word)
    i++;
  return i < tokens->n && tokens->tokens[i].end - tokens->tokens[i].start < MIN_LONE_WORD;
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
  const gboolean is_told = most > 0 && most >= MIN_COMMON_SHARE * tokens->n_words && !says_too_little (tokens);
  return is_told ? language : -1;
}

/* A run of more digits than any telephone number has (ITU-T E.164) is the number of a parcel or a card. */
static void
tell_long_numbers (HeedTokens *tokens, const char *text)
{
  for (guint i = 0; i < tokens->n; i++)
    {
      HeedToken *token = &tokens->tokens[i];
      const guint32 length = token->end - token->start;

      if (token->number == HEED_TOKEN_PHONE && length > MAX_PHONE_DIGITS
          && strspn (text + token->start, "0123456789") >= length)
        token->number = HEED_TOKEN_CODE;
    }
}

/* What is being done is an act, too. */
static void
imply_acts (HeedPhraseFindings *found)
{
  if ((found->marks & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_UNDERWAY)) == 0)
    return;
  if ((found->marks & HEED_REPLY_ACTS) == 0)
    found->spans[g_bit_nth_lsf (HEED_REPLY_ACTS, -1)] = found->spans[HEED_REPLY_MARK_UNDERWAY];
  found->marks |= HEED_REPLY_ACTS;
  for (guint i = 0; i < found->n_sentences; i++)
    if (found->sentences[i].marks & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_UNDERWAY))
      found->sentences[i].marks |= HEED_REPLY_ACTS;
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
      tell_long_numbers (&tokens, text);
      heed_phrase_finder_find (finder, &tokens, found);
      imply_acts (found);
    }
  return language;
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
      heed_reply_facts_read (reply, &found, reading);
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
 * work (S6, S7), that it is no longer used or goes on elsewhere, that another one helps or this one does (S1, S2, S11).
 *
 * Returns: a bit each in the order of #HeedReplyMark, from %HEED_REPLY_MARK_OPENING to %HEED_REPLY_MARK_HELPING; 0 when
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

static gboolean
is_day (const GArray *tokens, guint i)
{
  return heed_hours_words_match (tokens, i, HEED_HOURS_DAY, NULL) == 1;
}

/* Whether what looks like @signature ends "Monday – Friday", in any language; "I think so -Mi" is signed. All languages
 * cut words alike, so that the first one tells whether a word with a capital is there at all. */
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

      if (tokens == NULL)
        continue;
      const HeedHoursToken *first = tokens->len >= 3 ? &g_array_index (tokens, HeedHoursToken, tokens->len - 3) : NULL;
      if (first == NULL || first->kind != HEED_HOURS_TOKEN_WORD
          || !g_unichar_isupper (g_utf8_get_char (end + first->start)))
        return FALSE;
      if (is_day (tokens, tokens->len - 1) && is_day (tokens, tokens->len - 3))
        return TRUE;
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
