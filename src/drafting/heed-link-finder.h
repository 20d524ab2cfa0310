/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedLinkRules: whose way of finding links in a text.
 * @HEED_LINK_RULES_X: with or without a scheme
 * @HEED_LINK_RULES_MASTODON: with a scheme only; paths may hold letters of every script
 * @HEED_LINK_RULES_BLUESKY: up to the next blank; without a scheme in small letters only
 */
typedef enum
{
  HEED_LINK_RULES_X,
  HEED_LINK_RULES_MASTODON,
  HEED_LINK_RULES_BLUESKY,
} HeedLinkRules;

/**
 * HeedSpan: a piece of a text.
 * @start: in bytes
 * @end: exclusive
 */
typedef struct
{
  gsize start;
  gsize end;
} HeedSpan;

gboolean heed_link_is_valid (const char *link);
gboolean heed_link_finder_ends_in_tld (const char *host);
GArray *heed_link_finder_find (const char *text, HeedLinkRules rules) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
