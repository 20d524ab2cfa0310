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
 * @is_valid: the network would take it
 */
typedef struct
{
  gint64 length;
  gint64 limit;
  gint64 remaining;
  gboolean is_valid;
} HeedCount;

gboolean heed_count (const char *network, const char *text, HeedCount *count, GError **error);
char **heed_count_list_networks (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
