/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-packer.h"
#include "heed-phrases.h"
#include "heed-privacy.h"
#include "heed-rendition.h"

G_BEGIN_DECLS

/**
 * HeedWriter: what the pieces of one message are made with.
 * @facts: cleaned, and for a public text without anything private
 * @privacy: (nullable): %NULL when the message is private
 * @own_language: (nullable): what the message calls the language of the user's words, where that is another one
 * @own_want: (nullable): the user's words for a request that @facts has in those of the message
 * @is_request_ours: the request is a sentence of @phrases
 */
typedef struct
{
  const HeedFacts *facts;
  const HeedDraftOptions *options;
  const HeedPhrases *phrases;
  const HeedPrivacy *privacy;
  const char *mention;
  const char *own_language;
  const char *own_want;
  gboolean is_request_ours;
} HeedWriter;

/**
 * HeedPiece: one fact, in the wordings there are for it.
 * @name: of the fact, %NULL for a courtesy that nobody misses
 * @is_courtesy: a greeting or thanks
 * @rank: how much it is needed; what is needed more outweighs everything below it
 * @wordings: (element-type utf8): from long to short
 * @fullness: for each wording, as bits, the ranks that its detail is worth beyond @rank
 */
typedef struct
{
  char *name;
  guint rank;
  gboolean is_required;
  gboolean is_courtesy;
  GPtrArray *wordings;
  guint32 fullness[HEED_PACKER_WORDINGS];
} HeedPiece;

void heed_piece_free (HeedPiece *piece);
void heed_piece_add_wording (const HeedWriter *writer, HeedPiece *piece, char *wording);
HeedPiece *heed_pieces_add (GPtrArray *pieces, const char *name);
void heed_pieces_add_phrases (const HeedWriter *writer, HeedPiece *piece, const char *key, const char *name,
                              const char *value);
gint64 heed_piece_weigh (const HeedPiece *piece, guint wording);
GPtrArray *heed_pieces_new (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

gboolean heed_pieces_asks_when (const HeedWriter *writer);
gboolean heed_pieces_is_past (const HeedWriter *writer, gint64 time);
gboolean heed_pieces_is_broken (const HeedWriter *writer, const HeedPromise *promise);

G_END_DECLS
