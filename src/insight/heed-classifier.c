/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-classifier.h"

#include <string.h>

#include "heed-data.h"
#include "heed-phrase-finder.h"
#include "heed-reply-lexicon.h"
#include "heed-sign-off.h"

#define LEXICON "lexicons/en.json"
#define LANGUAGES "lexicons/languages.json"
#define LEXICON_LANGUAGE 0

/* A text is in a language when this share of its words is among the language's common ones, and more than of others. */
#define MIN_COMMON_SHARE 0.25

/* So few words, none of them known, hold no answer: they are a word in passing. */
#define SHORT 6

#define ALL_KINDS ((1u << HEED_N_REPLY_KINDS) - 1)
#define ALL_DETAILS ((1u << HEED_N_REPLY_DETAILS) - 1)
#define ALL_TARGETS ((1u << HEED_N_REPLY_TARGETS) - 1)
#define MARK(mark) (G_GUINT64_CONSTANT (1) << (mark))

/* What may stand beside a pleasantry (docs/codebook.md). */
#define BESIDE_PLEASANTRY (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES | HEED_REPLY_PLEASANTRY)

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

/* What a reply in the lexicon's language does that none of the phrases names. */
static guint32
guess_unnamed (const HeedPhraseFindings *found)
{
  if (found->n_questions > 0)
    return HEED_REPLY_ASKS_DETAILS;
  return found->n_exclamations > 0 || found->n_words <= SHORT ? HEED_REPLY_PLEASANTRY : HEED_REPLY_ANSWERS;
}

#define TARGET_FORM (1u << 3)
#define TARGET_PAGE (1u << 4)
#define DETAIL_DESCRIPTION (1u << 16)

/* Where it sends. A page is what the other places stand on; beside a private message, the one link is the way there. */
static guint32
settle_targets (const HeedPhraseFindings *found)
{
  guint32 targets = found->marks >> HEED_REPLY_MARK_TARGETS & ALL_TARGETS;

  if (targets & ~TARGET_PAGE || (found->marks & HEED_REPLY_ASKS_PRIVATE && found->n_links <= 1))
    targets &= ~TARGET_PAGE;
  return targets;
}

/* What was found, made to agree with itself. */
static guint32
settle_kinds (const HeedPhraseFindings *found)
{
  guint32 kinds = found->marks & ALL_KINDS;

  if (found->marks >> HEED_REPLY_MARK_DETAILS & ALL_DETAILS)
    kinds |= HEED_REPLY_ASKS_DETAILS;
  if (settle_targets (found) != 0)
    kinds |= HEED_REPLY_REDIRECTS;
  if ((kinds & ~(guint32) (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES)) == 0 && found->n_questions > 0)
    kinds |= guess_unnamed (found);
  if (kinds == 0)
    kinds = guess_unnamed (found);
  if ((kinds & ~(guint32) BESIDE_PLEASANTRY) != 0)
    kinds &= ~(guint32) HEED_REPLY_PLEASANTRY;
  return kinds;
}

/* What is asked for and where the reply sends, where the phrases leave it open. */
static void
settle_lists (const HeedPhraseFindings *found, HeedReplyReading *reading)
{
  reading->details = found->marks >> HEED_REPLY_MARK_DETAILS & ALL_DETAILS;
  reading->targets = settle_targets (found);
  if (reading->details == 0 && reading->kinds & HEED_REPLY_ASKS_DETAILS)
    reading->details = DETAIL_DESCRIPTION;
  if (reading->targets == 0 && reading->kinds & HEED_REPLY_REDIRECTS)
    reading->targets = TARGET_PAGE;
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
      reading->kinds = settle_kinds (&found);
      reading->primary = heed_reply_primary_from_kinds (reading->kinds);
      settle_lists (&found, reading);
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
  return tell_language (&found) == LEXICON_LANGUAGE ? settle_kinds (&found) : 0;
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
