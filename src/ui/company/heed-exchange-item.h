/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-account-item.h"

G_BEGIN_DECLS

/** HeedExchangeItem: one message to an account and its reply, for a list. Keeps the account it belongs to. */
#define HEED_TYPE_EXCHANGE_ITEM (heed_exchange_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedExchangeItem, heed_exchange_item, HEED, EXCHANGE_ITEM, GObject)

GListModel *heed_exchange_item_list_new (HeedAccountItem *account, gint64 now,
                                         GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
