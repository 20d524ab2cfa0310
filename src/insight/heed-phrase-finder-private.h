/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrase-finder.h"

G_BEGIN_DECLS

/* Longer texts are read up to here: what a reply does is said early, and time stays bounded. */
#define HEED_MAX_TOKENS 1000

/* What stands for nothing: spaces, commas. */
#define TOKEN_NONE G_MAXUINT32

/* The first words of the table are no words. */
enum
{
  TOKEN_OTHER,
  TOKEN_END,
  TOKEN_QUESTION,
  TOKEN_LINK,
  TOKEN_PHONE,
  TOKEN_NUMBER,
  TOKEN_CODE,
  TOKEN_EMAIL,
  TOKEN_ACCOUNT,
  TOKEN_GAP,
  N_TOKENS,
};

/* A word or mark of a text and where it stands, in bytes. */
typedef struct
{
  guint32 token;
  guint32 start;
  guint32 end;
} HeedToken;

typedef struct
{
  HeedToken tokens[HEED_MAX_TOKENS];
  guint n;
} HeedTokens;

guint32 heed_phrase_finder_get_word (const HeedPhraseFinder *finder, const char *word, guint32 *languages);
void heed_phrase_finder_cut (const HeedPhraseFinder *finder, const char *text, HeedTokens *tokens,
                             HeedPhraseFindings *found);

G_END_DECLS
