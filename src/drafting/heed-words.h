/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

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

/**
 * HeedWords: the words of a text, in order.
 */
typedef struct
{
  GArray *words; /* HeedWord */
  GString *letters;
} HeedWords;

HeedWords *heed_words_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void heed_words_free (HeedWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedWords, heed_words_free)

static inline const HeedWord *
heed_words_get (const HeedWords *words, guint index)
{
  return &g_array_index (words->words, HeedWord, index);
}

G_END_DECLS
