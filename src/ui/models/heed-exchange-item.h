/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange-list.h"
#include "heed-reply-reading.h"

G_BEGIN_DECLS

/** HeedExchangeItem: a customer's message and what the company did about it. Texts are made when they are asked for. */
#define HEED_TYPE_EXCHANGE_ITEM (heed_exchange_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedExchangeItem, heed_exchange_item, HEED, EXCHANGE_ITEM, GObject)

HeedExchangeItem *heed_exchange_item_new (HeedExchangeList *list, guint32 index) G_GNUC_WARN_UNUSED_RESULT;
const HeedExchange *heed_exchange_item_get_exchange (HeedExchangeItem *self);
const HeedPost *heed_exchange_item_get_message (HeedExchangeItem *self);
const HeedPost *heed_exchange_item_get_reply (HeedExchangeItem *self);
char *heed_exchange_item_dup_asked (HeedExchangeItem *self) G_GNUC_WARN_UNUSED_RESULT;
char *heed_exchange_item_dup_answered (HeedExchangeItem *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_exchange_item_read_reply (HeedExchangeItem *self, HeedReplyReading *reading);

G_END_DECLS
