/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-word.h"

/**
 * heed_word_find: which of the words that stand for an enumeration's values @word is.
 * @word: (nullable): as it stands in a file or the store; upper and lower case are told apart
 * @index: (out): left alone when @word is none of them
 *
 * Returns: %FALSE when @word is none of @words
 */
gboolean
heed_word_find (const char *const *words, guint n_words, const char *word, guint *index)
{
  g_return_val_if_fail (words != NULL && index != NULL, FALSE);

  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}
