/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedCount: how long a text is, as one network counts it.
 * @length: in the network's unit
 * @limit: the most it takes
 * @remaining: @limit − @length, negative when too long
 * @parts: the messages it goes out as: more than one only for a long SMS
 * @is_valid: the network would take it as one message
 */
typedef struct
{
  gint64 length;
  gint64 limit;
  gint64 remaining;
  gint64 parts;
  gboolean is_valid;
} HeedCount;

/**
 * HeedServerLimits: what one server of a network counts by, where its users' servers differ.
 * @max_characters: 0 for what the network's servers usually take
 * @characters_per_url: what a link counts, 0 for what it usually counts
 * @content_warning: (nullable): the words that hide the text until one wants to read it; they count too
 */
typedef struct
{
  gint64 max_characters;
  gint64 characters_per_url;
  const char *content_warning;
} HeedServerLimits;

gboolean heed_count (const char *network, const char *text, HeedCount *count, GError **error);
gboolean heed_count_kind (const char *network, const char *kind, const char *text, HeedCount *count, GError **error);
gboolean heed_count_on_server (const char *network, const char *kind, const HeedServerLimits *server, const char *text,
                               HeedCount *count, GError **error);
char **heed_count_list_networks (void) G_GNUC_WARN_UNUSED_RESULT;

gint64 heed_count_weighted (const char *text, gboolean parse_emoji);
gint64 heed_count_sms (const char *text, gint64 *limit, gint64 *parts);

G_END_DECLS
