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
 */
typedef struct
{
  const HeedFacts *facts;
  const HeedDraftOptions *options;
  const HeedPhrases *phrases;
  const HeedPrivacy *privacy;
  const char *mention;
} HeedWriter;

/**
 * HeedPiece: one fact, in the wordings there are for it.
 * @name: of the fact, %NULL for a courtesy that nobody misses
 * @rank: how much it is needed; what is needed more outweighs everything below it
 * @wordings: (element-type utf8): from long to short
 * @fullness: for each wording, as bits, the ranks that its detail is worth beyond @rank
 */
typedef struct
{
  char *name;
  guint rank;
  gboolean is_required;
  GPtrArray *wordings;
  guint32 fullness[HEED_PACKER_WORDINGS];
} HeedPiece;

void heed_piece_free (HeedPiece *piece);
GPtrArray *heed_pieces_new (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

const HeedReference *heed_pieces_get_main_reference (const HeedWriter *writer);
char *heed_pieces_dup_amount (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char **heed_pieces_dup_wants (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char *heed_pieces_dup_kind (const HeedWriter *writer, const HeedReference *reference) G_GNUC_WARN_UNUSED_RESULT;
char *heed_pieces_dup_reference (const HeedWriter *writer, const HeedReference *reference) G_GNUC_WARN_UNUSED_RESULT;
char *heed_pieces_dup_attempts (const HeedWriter *writer, guint wording, guint most) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_pieces_is_past (const HeedWriter *writer, gint64 time);
gboolean heed_pieces_is_broken (const HeedWriter *writer, const HeedPromise *promise);

G_END_DECLS
