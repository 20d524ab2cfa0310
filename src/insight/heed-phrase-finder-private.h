/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrase-finder.h"

G_BEGIN_DECLS

#define HEED_MAX_GAPS 3

/* A gap skips so many words at most. */
#define HEED_GAP_WORDS 4

/* Sets of words that are noted where they stand; that of number 0 stands everywhere. */
#define HEED_MAX_SETS 2048

/* One place of a phrase: one of @n words, from @first on in the pool and in order of their numbers, where the same
 * words stand once. @remainders has a bit for each remainder of these numbers: it rules most other words out at once.
 * @only is the word where it is one. */
typedef struct
{
  guint64 remainders;
  guint32 first;
  guint32 only;
  guint n : 30;
  guint may_be_missing : 1;
  guint is_gap : 1;
} HeedPhraseStep;

typedef struct
{
  guint first_step;
  guint n_steps;
  guint mark;
  HeedPhraseRole role;
} HeedPhrase;

/* A phrase under a word that it can begin with. So that few phrases have to be looked at, @next tells most words that
 * cannot follow there, with a bit for each remainder of their numbers, and of the set @needed a word has to stand where
 * @window has a bit, the lowest for the place of the first word. */
typedef struct
{
  guint64 next;
  guint32 window;
  guint16 number;
  guint16 needed;
} HeedPhraseCandidate;

/* The phrases that can begin with the word of a number stand from @first of it on, up to those of the next number. */
typedef struct
{
  guint32 *first;
  HeedPhraseCandidate *candidates;
} HeedPhraseIndex;

/* The numbers of the @n sets with the word of a number stand from @first of it on, up to those of the next number. */
typedef struct
{
  guint n;
  guint32 *first;
  guint16 *numbers;
} HeedPhraseSets;

struct _HeedPhraseFinder
{
  HeedVocabulary *vocabulary;
  GHashTable *groups;
  GArray *pool;
  GArray *steps;
  GArray *phrases;
  HeedPhraseIndex index;
  HeedPhraseIndex denials;
  HeedPhraseSets sets;
  guint parents[HEED_MAX_MARKS];
  guint opening;
  gsize is_sealed;
};

static inline guint64
heed_phrase_get_remainder_bit (guint32 word)
{
  return G_GUINT64_CONSTANT (1) << (word % 64);
}

G_END_DECLS
