/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HEED_UNIT_CHARACTERS,
  HEED_UNIT_GRAPHEMES,
  HEED_UNIT_WEIGHTED,
  HEED_UNIT_EMOJI_BYTES,
  HEED_UNIT_SMS,
} HeedUnit;

/**
 * HeedLimit: how long one kind of message may be on one network.
 * @url: what a link counts, 0 when it counts as it is written
 * @short_mentions: of "@user@host" only "@user" counts
 * @max_bytes: of UTF-8, 0 when only @limit counts
 * @max_links: 0 when any number may be in it
 * @has_warnings: a content warning may stand before it, and counts
 */
typedef struct
{
  gint64 limit;
  HeedUnit unit;
  gint64 url;
  gboolean short_mentions;
  gint64 max_bytes;
  gint64 max_links;
  gboolean has_warnings;
} HeedLimit;

/**
 * HeedWeights: the weights of characters by which X counts.
 * @ranges: (array length=n_ranges): those that differ from @standard
 */
typedef struct
{
  gint64 scale;
  gint64 standard;
  struct
  {
    gunichar first;
    gunichar last;
    gint64 weight;
  } ranges[16];
  guint n_ranges;
} HeedWeights;

const HeedLimit *heed_limit_lookup (const char *network, const char *kind);
const HeedWeights *heed_limit_get_weights (void);
gboolean heed_limit_knows_network (const char *network);
char **heed_limit_list_networks (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
