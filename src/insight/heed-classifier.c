/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-classifier.h"

#include <string.h>

#include "heed-data.h"
#include "heed-phrase-finder.h"
#include "heed-reply-lexicon.h"
#include "heed-reply-settle.h"
#include "heed-sign-off.h"

#define LEXICON "lexicons/en.json"
#define LANGUAGES "lexicons/languages.json"
#define LEXICON_LANGUAGE 0

/* A text is in a language when this share of its words is among the language's common ones, and more than of others. */
#define MIN_COMMON_SHARE 0.25

#define ALL_KINDS ((1u << HEED_N_REPLY_KINDS) - 1)
#define MARK(mark) (G_GUINT64_CONSTANT (1) << (mark))
#define NOTICES (MARK (HEED_REPLY_MARK_CONFIRMS + 1) - MARK (HEED_REPLY_MARK_OPENING))

/* A time is by when the company will act only where it says that it does or will. */
#define BESIDE_DEADLINE (HEED_REPLY_PROMISES | HEED_REPLY_ACTS | HEED_REPLY_ACKNOWLEDGES)

struct _HeedClassifier
{
  HeedPhraseFinder *finder;
  GPtrArray *languages;
};

void
heed_classifier_free (HeedClassifier *classifier)
{
  if (classifier == NULL)
    return;
  heed_phrase_finder_free (classifier->finder);
  g_ptr_array_unref (classifier->languages);
  g_free (classifier);
}

/**
 * heed_classifier_new_for_lexicon: a classifier that knows the phrases of one lexicon, and no other language.
 * @name: the file's name, for messages
 * @json: its text
 * @length: in bytes, -1 for zero-terminated
 *
 * Returns: (transfer full): %NULL with %HEED_ERROR_MALFORMED, naming file, entry and reason, for a broken lexicon
 */
HeedClassifier *
heed_classifier_new_for_lexicon (const char *name, const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (name != NULL && json != NULL, NULL);

  g_autoptr (HeedClassifier) self = g_new0 (HeedClassifier, 1);

  self->finder = heed_phrase_finder_new ();
  self->languages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->languages, g_strdup ("en"));
  return heed_reply_lexicon_read (self->finder, name, json, length, error) ? g_steal_pointer (&self) : NULL;
}

/** heed_classifier_new: (transfer full): a classifier with the word lists that come with Heed. */
HeedClassifier *
heed_classifier_new (GError **error)
{
  g_autoptr (GBytes) lexicon = heed_data_lookup (LEXICON, error);
  g_autoptr (GBytes) languages = lexicon != NULL ? heed_data_lookup (LANGUAGES, error) : NULL;
  gsize length;

  if (languages == NULL)
    return NULL;
  const char *json = g_bytes_get_data (lexicon, &length);
  g_autoptr (HeedClassifier) self = heed_classifier_new_for_lexicon (LEXICON, json, (gssize) length, error);
  json = g_bytes_get_data (languages, &length);
  if (self == NULL
      || !heed_reply_lexicon_read_languages (self->finder, LANGUAGES, json, (gssize) length, self->languages, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The number of the language most words are common in, -1 when there is none. */
static gint
tell_language (const HeedPhraseFindings *found)
{
  gint language = -1;
  guint most = 0;

  for (gint i = 0; i < HEED_MAX_LANGUAGES; i++)
    if (found->n_common[i] > most)
      {
        most = found->n_common[i];
        language = i;
      }
  return most > 0 && most >= MIN_COMMON_SHARE * found->n_words ? language : -1;
}

static char *
dup_span (const char *reply, const HeedPhraseFindings *found, guint mark)
{
  if ((found->marks & MARK (mark)) == 0)
    return NULL;
  const HeedPhraseSpan *span = &found->spans[mark];
  return g_strndup (reply + span->start, span->end - span->start);
}

/* The number itself: what stands last of "your case number is 12345678". A number with gaps is none. */
static char *
dup_reference (const char *reply, HeedPhraseFindings *found)
{
  HeedPhraseSpan *span = &found->spans[HEED_REPLY_MARK_REFERENCE];

  if ((found->marks & MARK (HEED_REPLY_MARK_REFERENCE)) == 0)
    return NULL;
  span->start = span->last;
  g_autofree char *reference = dup_span (reply, found, HEED_REPLY_MARK_REFERENCE);
  if (strpbrk (reference, " +.()") == NULL)
    return g_steal_pointer (&reference);
  found->marks &= ~MARK (HEED_REPLY_MARK_REFERENCE);
  return NULL;
}

static void
read_facts (const char *reply, HeedPhraseFindings *found, HeedReplyReading *reading)
{
  if ((reading->kinds & BESIDE_DEADLINE) == 0)
    found->marks &= ~MARK (HEED_REPLY_MARK_DEADLINE);
  reading->deadline = dup_span (reply, found, HEED_REPLY_MARK_DEADLINE);
  reading->hours = dup_span (reply, found, HEED_REPLY_MARK_HOURS);
  reading->reference = dup_reference (reply, found);
  reading->marks = found->marks & ~(guint64) ALL_KINDS;
  reading->marks |= found->marks & reading->kinds;
  memcpy (reading->spans, found->spans, sizeof reading->spans);
}

static void
read_sign_off (const HeedClassifier *classifier, const char *reply, HeedReplyReading *reading)
{
  reading->signature = heed_classifier_read_signature (classifier, reply);
  const char *last = reading->signature != NULL ? g_strrstr (reply, reading->signature) : NULL;
  if (last == NULL)
    return;
  const guint32 start = (guint32) (last - reply);
  reading->marks |= MARK (HEED_REPLY_MARK_SIGNATURE);
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

  g_return_if_fail (classifier != NULL && reply != NULL && reading != NULL);

  memset (reading, 0, sizeof *reading);
  heed_phrase_finder_find (classifier->finder, reply, &found);
  gint language = tell_language (&found);
  if (language >= 0)
    reading->language = g_ptr_array_index (classifier->languages, language);
  if (language == LEXICON_LANGUAGE)
    {
      reading->kinds = heed_reply_settle_kinds (&found);
      reading->primary = heed_reply_primary_from_kinds (reading->kinds);
      reading->targets = heed_reply_settle_targets (&found, reading->kinds);
      reading->details = heed_reply_settle_details (&found, reading->kinds);
      read_facts (reply, &found, reading);
    }
  read_sign_off (classifier, reply, reading);
}

/**
 * heed_classifier_read_kinds: what a reply does, and nothing else; faster than all of it.
 * @reply: its text
 *
 * Returns: #HeedReplyKinds; 0 when the text is not in the language of the lexicon, or says nothing
 */
guint32
heed_classifier_read_kinds (const HeedClassifier *classifier, const char *reply)
{
  HeedPhraseFindings found;

  g_return_val_if_fail (classifier != NULL && reply != NULL, 0);

  heed_phrase_finder_find (classifier->finder, reply, &found);
  return tell_language (&found) == LEXICON_LANGUAGE ? heed_reply_settle_kinds (&found) : 0;
}

/**
 * heed_classifier_read_notices: what a company's own post or a customer's message says beside a reply's kinds: that
 * somebody begins or ends the day's work (S6, S7), that the account is no longer used, that the matter is settled
 * (S54).
 *
 * Returns: a bit each in the order of #HeedReplyMark, from %HEED_REPLY_MARK_OPENING to %HEED_REPLY_MARK_CONFIRMS; 0
 * when the text is not in the language of the lexicon
 */
guint64
heed_classifier_read_notices (const HeedClassifier *classifier, const char *text)
{
  HeedPhraseFindings found;

  g_return_val_if_fail (classifier != NULL && text != NULL, 0);

  heed_phrase_finder_find (classifier->finder, text, &found);
  return tell_language (&found) == LEXICON_LANGUAGE ? found.marks & NOTICES : 0;
}

static gboolean
is_common_word (const char *word, gsize length, gpointer user_data)
{
  const HeedClassifier *classifier = user_data;

  return heed_phrase_finder_is_common (classifier->finder, word, length);
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

  return heed_sign_off_read (reply, is_common_word, (gpointer) classifier);
}
