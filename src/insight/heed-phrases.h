/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HeedPhrases HeedPhrases;

/**
 * HeedPhrasesFound: what a text holds.
 * @marks: the marks of all phrases found in it, or-ed
 * @n_words: words, without links, numbers, handles
 * @n_common: how many of them are in the list given to heed_phrases_add_common()
 * @n_questions: question marks
 * @n_links: web addresses
 */
typedef struct
{
  guint32 marks;
  guint n_words;
  guint n_common;
  guint n_questions;
  guint n_links;
} HeedPhrasesFound;

HeedPhrases *heed_phrases_new (void) G_GNUC_WARN_UNUSED_RESULT;
void heed_phrases_add_group (HeedPhrases *phrases, const char *name, const char *words);
gboolean heed_phrases_add (HeedPhrases *phrases, const char *phrase, guint32 mark, GError **error);
void heed_phrases_add_common (HeedPhrases *phrases, const char *word);
gboolean heed_phrases_is_common (const HeedPhrases *phrases, const char *word, gsize length);
void heed_phrases_find (const HeedPhrases *phrases, const char *text, HeedPhrasesFound *found);
void heed_phrases_free (HeedPhrases *phrases);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPhrases, heed_phrases_free)

G_END_DECLS
