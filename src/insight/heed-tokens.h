/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-vocabulary.h"

G_BEGIN_DECLS

/* Longer texts are read up to here: what a reply does is said early, and time stays bounded. */
#define HEED_MAX_TOKENS 1000

/** HeedToken: a word or mark of a text and where it stands, in bytes; @is_word when it has letters and is no link,
 * number or handle; @is_exclamation when it ends a sentence with an exclamation mark. */
typedef struct
{
  guint32 number;
  guint32 start;
  guint32 end;
  gboolean is_word;
  gboolean is_exclamation;
} HeedToken;

/**
 * HeedTokens: what a text is made of.
 * @n_words: words, without links, numbers, handles
 * @n_common: how many of them are common in each language, as given to heed_vocabulary_add_common()
 */
typedef struct
{
  guint n;
  guint n_words;
  guint n_common[HEED_MAX_LANGUAGES];
  HeedToken tokens[HEED_MAX_TOKENS];
} HeedTokens;

gboolean heed_tokens_is_picture (gunichar c);
void heed_tokens_cut (HeedTokens *tokens, const HeedVocabulary *vocabulary, const char *text);

G_END_DECLS
