/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "heed-words.h"

G_BEGIN_DECLS

/**
 * HeedWordMatch: a word of a list found in a text.
 * @list: (transfer none): the name of the list, such as "unkind"
 * @start: in bytes
 * @end: exclusive
 * @first: the first of the words
 * @last: the last of the words
 * @repair: (nullable): what to put there instead, "" to take it out
 */
typedef struct
{
  const char *list;
  gsize start;
  gsize end;
  guint first;
  guint last;
  char *repair;
} HeedWordMatch;

gboolean heed_word_list_knows (const char *language);
GArray *heed_word_list_find (const char *language, const char *text, const HeedWords *words) G_GNUC_WARN_UNUSED_RESULT;
GArray *heed_word_list_find_requests (const char *language, const char *text,
                                      const HeedWords *words) G_GNUC_WARN_UNUSED_RESULT;
const char *const *heed_word_list_get_languages (void);
gboolean heed_word_list_is_part (const char *list, const char *word, gsize length);
gboolean heed_word_list_is_first (const char *line, const HeedWords *words);
GArray *heed_word_list_find_beside (const char *text, const HeedWords *words) G_GNUC_WARN_UNUSED_RESULT;

static inline const HeedWordMatch *
heed_word_match_get (const GArray *matches, guint index)
{
  return &g_array_index (matches, HeedWordMatch, index);
}

G_END_DECLS
