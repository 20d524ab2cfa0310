/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedWordMatch: a word of a list found in a text.
 * @start: in bytes
 * @end: exclusive
 * @repair: (nullable): what to put there instead, "" to take it out
 */
typedef struct
{
  gsize start;
  gsize end;
  char *repair;
} HeedWordMatch;

void heed_word_match_free (HeedWordMatch *match);
GPtrArray *heed_word_list_find (const char *language, const char *name, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
