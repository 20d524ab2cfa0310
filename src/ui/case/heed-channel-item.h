/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-case.h"

G_BEGIN_DECLS

/** HeedChannelItem: a way to reach a company, as the choosers show it. */
#define HEED_TYPE_CHANNEL_ITEM (heed_channel_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedChannelItem, heed_channel_item, HEED, CHANNEL_ITEM, GObject)

HeedChannelItem *heed_channel_item_new (const char *channel, const char *network,
                                        const char *account) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_channel_item_get_channel (HeedChannelItem *self);
const char *heed_channel_item_get_network (HeedChannelItem *self);
const char *heed_channel_item_get_account (HeedChannelItem *self);
const HeedEvent *heed_channel_find_post (const GPtrArray *events, const char *network);
GListStore *heed_channel_items_new_for_writing (const HeedFacts *facts,
                                                const GPtrArray *events) G_GNUC_WARN_UNUSED_RESULT;
GListStore *heed_channel_items_new_for_logging (const HeedFacts *facts, HeedEventKind kind) G_GNUC_WARN_UNUSED_RESULT;
guint heed_channel_items_find (GListModel *items, const char *channel, const char *network);

G_END_DECLS
