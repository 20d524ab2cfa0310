/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-tokens.h"

G_BEGIN_DECLS

typedef struct _HeedPhraseFinder HeedPhraseFinder;

#define HEED_MAX_MARKS 64
#define HEED_MAX_SENTENCES 32

/**
 * HeedPhraseRole: what a phrase means where it stands.
 * @HEED_PHRASE_SAYS: its mark is meant
 * @HEED_PHRASE_DENIES: its mark is not meant here, whatever says so
 * @HEED_PHRASE_OPENS: from here on, up to the end of the sentence, facts are asked for
 * @HEED_PHRASE_ASKS: so they are where the sentence is a question
 * @HEED_PHRASE_NAMES: its mark is meant after a phrase that opens
 */
typedef enum
{
  HEED_PHRASE_SAYS,
  HEED_PHRASE_DENIES,
  HEED_PHRASE_OPENS,
  HEED_PHRASE_ASKS,
  HEED_PHRASE_NAMES,
} HeedPhraseRole;

/** HeedPhraseSpan: bytes from the start of the text; @last is where the last word of the phrase begins. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 last;
} HeedPhraseSpan;

/**
 * HeedPhraseSentence: what lies between two ends of sentences.
 * @marks: the marks of all phrases that begin in it, a bit each
 * @n_words: words, without links, numbers, handles
 * @n_uncovered: how many of them no phrase covers that was found; a gap covers nothing
 * @n_links: web addresses
 * @starts_with_link: the web address may belong to the sentence before
 * @is_question: it ends in a question mark
 * @is_exclamation: it ends in an exclamation mark
 */
typedef struct
{
  guint64 marks;
  guint n_words;
  guint n_uncovered;
  guint n_links;
  gboolean starts_with_link;
  gboolean is_question;
  gboolean is_exclamation;
} HeedPhraseSentence;

/**
 * HeedPhraseFindings: what a text holds.
 * @marks: the marks of all phrases found in it, a bit each
 * @spans: where, for those: the first place, and there the longest
 * @n_links: web addresses
 * @n_sentences: sentences that hold anything; what follows the last that has room counts as part of it
 */
typedef struct
{
  guint64 marks;
  HeedPhraseSpan spans[HEED_MAX_MARKS];
  guint n_links;
  guint n_sentences;
  HeedPhraseSentence sentences[HEED_MAX_SENTENCES];
} HeedPhraseFindings;

HeedPhraseFinder *heed_phrase_finder_new (HeedVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_phrase_finder_add_to_group (HeedPhraseFinder *finder, const char *name, const char *word);
gboolean heed_phrase_finder_add (HeedPhraseFinder *finder, const char *phrase, HeedPhraseRole role, guint mark,
                                 GError **error);
void heed_phrase_finder_share_groups (HeedPhraseFinder *finder, HeedPhraseFinder *other);
void heed_phrase_finder_set_parent (HeedPhraseFinder *finder, guint mark, guint parent);
void heed_phrase_finder_seal (HeedPhraseFinder *finder);
void heed_phrase_finder_find (const HeedPhraseFinder *finder, const HeedTokens *tokens, HeedPhraseFindings *found);
void heed_phrase_finder_free (HeedPhraseFinder *finder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPhraseFinder, heed_phrase_finder_free)

G_END_DECLS
