/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-memory.h"

G_BEGIN_DECLS

/**
 * HeedWord: a word of a text.
 * @start: in bytes of the text
 * @end: exclusive
 * @folded: (transfer none): the word composed and without case; apostrophes are straight
 * @is_joined: only blanks or one dash stand between the word before and this one
 * @has_capital: it starts with a capital letter
 */
typedef struct
{
  gsize start;
  gsize end;
  const char *folded;
  gboolean is_joined;
  gboolean has_capital;
} HeedWord;

/** HeedSegment: the words of a part of a text that no phrase reaches out of, and what was found among them. */
typedef struct _HeedSegment HeedSegment;

/**
 * HeedWordsPart: where a segment is in a text.
 * @start: in bytes of the text
 * @first: the first of its words
 */
typedef struct
{
  GBytes *segment; /* of a HeedSegment */
  gsize start;
  guint first;
} HeedWordsPart;

/**
 * HeedWords: the words of a text, in order.
 * @parts: (nullable) (element-type HeedWordsPart): what they were put together from
 */
typedef struct
{
  GArray *words; /* HeedWord */
  GString *letters;
  GArray *parts;
} HeedWords;

HeedWords *heed_words_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
HeedWords *heed_words_new_with_memory (const char *text, HeedMemory *memory) G_GNUC_WARN_UNUSED_RESULT;
const HeedWords *heed_words_part_get_words (const HeedWordsPart *part);
const GArray *heed_words_part_get_found (const HeedWordsPart *part, gconstpointer lists);
const GArray *heed_words_part_set_found (const HeedWordsPart *part, gconstpointer lists, GArray *found);
void heed_words_free (HeedWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedWords, heed_words_free)

static inline const HeedWord *
heed_words_get (const HeedWords *words, guint index)
{
  return &g_array_index (words->words, HeedWord, index);
}

G_END_DECLS
