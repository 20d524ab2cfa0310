/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrases.h"
#include "heed-privacy.h"
#include "heed-rendition.h"
#include "heed-words.h"

G_BEGIN_DECLS

/**
 * HeedCheckPlace: a place of the text, so that the next one is counted from there and not from the start.
 */
typedef struct
{
  gsize bytes;
  guint characters;
} HeedCheckPlace;

/**
 * HeedCheck: one look through a text.
 * @language: one there are word lists for
 * @phrases: (transfer none): of that language, else of English
 * @kind: (nullable): how the network counts such a message
 * @folded: where the text is kept however it was cased and spaced, once that was asked for
 * @words: those of @text
 * @place: of the last warning
 */
typedef struct
{
  const HeedFacts *facts;
  const HeedDraftOptions *options;
  const char *language;
  const HeedPhrases *phrases;
  const char *kind;
  const char *text;
  char **folded;
  const HeedWords *words;
  HeedPrivacy *privacy;
  gboolean is_public;
  GPtrArray *warnings;
  HeedCheckPlace *place;
} HeedCheck;

void heed_check_warn (const HeedCheck *check, const char *kind, gsize start, gsize end, const char *message,
                      char *repair);

gboolean heed_check_contains (const HeedCheck *check, const char *words);

void heed_check_capitals (const HeedCheck *check);
void heed_check_exclamations (const HeedCheck *check);
void heed_check_links (const HeedCheck *check);
void heed_check_mention (const HeedCheck *check);
void heed_check_request (const HeedCheck *check);
void heed_check_unfilled (const HeedCheck *check);

G_END_DECLS
