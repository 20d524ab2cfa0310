/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HeedVocabulary HeedVocabulary;

#define HEED_MAX_LANGUAGES 32

/* Bytes of a word that are looked at. */
#define HEED_MAX_WORD 63

/* The first numbers are no words: what a text holds beside them, and the gap that only phrases have. */
enum
{
  HEED_TOKEN_OTHER,
  HEED_TOKEN_END,
  HEED_TOKEN_QUESTION,
  HEED_TOKEN_LINK,
  HEED_TOKEN_PHONE,
  HEED_TOKEN_NUMBER,
  HEED_TOKEN_CODE,
  HEED_TOKEN_EMAIL,
  HEED_TOKEN_ACCOUNT,
  HEED_TOKEN_GAP,
  HEED_N_TOKENS,
};

HeedVocabulary *heed_vocabulary_new (void) G_GNUC_WARN_UNUSED_RESULT;
guint32 heed_vocabulary_add (HeedVocabulary *vocabulary, const char *word);
gboolean heed_vocabulary_add_common (HeedVocabulary *vocabulary, const char *word, guint language);
gboolean heed_vocabulary_add_unread (HeedVocabulary *vocabulary, const char *word, guint language);
gboolean heed_vocabulary_add_closing (HeedVocabulary *vocabulary, const char *word);
gboolean heed_vocabulary_add_introduction (HeedVocabulary *vocabulary, const char *word);
gboolean heed_vocabulary_add_prefix (HeedVocabulary *vocabulary, const char *prefix);
gboolean heed_vocabulary_add_ending (HeedVocabulary *vocabulary, const char *ending, guint language);
void heed_vocabulary_seal (HeedVocabulary *vocabulary);
guint heed_vocabulary_get_size (const HeedVocabulary *vocabulary);
void heed_vocabulary_append_beginning (const HeedVocabulary *vocabulary, guint32 stem, GArray *words);
guint32 heed_vocabulary_look_up (const HeedVocabulary *vocabulary, const char *word, gsize length, guint32 *languages);
guint32 heed_vocabulary_look_up_ending (const HeedVocabulary *vocabulary, const char *word, gsize length);
gboolean heed_vocabulary_is_common (const HeedVocabulary *vocabulary, const char *word, gsize length);
gboolean heed_vocabulary_closes (const HeedVocabulary *vocabulary, const char *word, gsize length, gboolean has_comma);
gboolean heed_vocabulary_introduces (const HeedVocabulary *vocabulary, const char *word, gsize length);
void heed_vocabulary_free (HeedVocabulary *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedVocabulary, heed_vocabulary_free)

G_END_DECLS
