/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-account-item.h"

G_BEGIN_DECLS

/**
 * HeedConversationsView: the messages behind the figures of an account, filtered.
 *
 * Property "count": how many of how many are shown, in words.
 */
#define HEED_TYPE_CONVERSATIONS_VIEW (heed_conversations_view_get_type ())
G_DECLARE_FINAL_TYPE (HeedConversationsView, heed_conversations_view, HEED, CONVERSATIONS_VIEW, AdwBin)

void heed_conversations_view_set (HeedConversationsView *self, HeedAccountItem *account, gint64 now, GTimeZone *zone);
void heed_conversations_view_show_only (HeedConversationsView *self, const char *what, const char *value);
void heed_conversations_view_show_post (HeedConversationsView *self, const char *post_id);

G_END_DECLS
