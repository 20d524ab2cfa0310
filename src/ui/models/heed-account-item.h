/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-checked.h"

G_BEGIN_DECLS

/**
 * HeedAccountItem: an account of a company, what was seen of it and what follows. Never changes: a new look makes a new
 * one.
 */
#define HEED_TYPE_ACCOUNT_ITEM (heed_account_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedAccountItem, heed_account_item, HEED, ACCOUNT_ITEM, GObject)

HeedAccountItem *heed_account_item_new (HeedChecked *checked) G_GNUC_WARN_UNUSED_RESULT;
const HeedChecked *heed_account_item_get_checked (HeedAccountItem *self);
const char *heed_account_item_get_network_title (HeedAccountItem *self);
gboolean heed_account_item_is_same_account (HeedAccountItem *self, HeedAccountItem *other);

const char *heed_verdict_get_word (HeedVerdict verdict);

G_END_DECLS
