/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HeedPhraseFinder HeedPhraseFinder;

/**
 * HeedPhraseFindings: what a text holds.
 * @marks: the marks of all phrases found in it, or-ed
 * @n_words: words, without links, numbers, handles
 * @n_common: how many of them are in the list given to heed_phrase_finder_add_common()
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
} HeedPhraseFindings;

HeedPhraseFinder *heed_phrase_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void heed_phrase_finder_add_group (HeedPhraseFinder *finder, const char *name, const char *words);
gboolean heed_phrase_finder_add (HeedPhraseFinder *finder, const char *phrase, guint32 mark, GError **error);
void heed_phrase_finder_add_common (HeedPhraseFinder *finder, const char *word);
gboolean heed_phrase_finder_is_common (const HeedPhraseFinder *finder, const char *word, gsize length);
void heed_phrase_finder_find (const HeedPhraseFinder *finder, const char *text, HeedPhraseFindings *found);
void heed_phrase_finder_free (HeedPhraseFinder *finder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPhraseFinder, heed_phrase_finder_free)

G_END_DECLS
