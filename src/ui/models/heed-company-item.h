/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-account-item.h"

G_BEGIN_DECLS

/**
 * HeedCompanyItem: a company as the views show it. Every change of its accounts notifies "accounts".
 */
#define HEED_TYPE_COMPANY_ITEM (heed_company_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedCompanyItem, heed_company_item, HEED, COMPANY_ITEM, GObject)

HeedCompanyItem *heed_company_item_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void heed_company_item_put_account (HeedCompanyItem *self, HeedAccountItem *account);
gboolean heed_company_item_keep_only (HeedCompanyItem *self, GPtrArray *checked);
const char *heed_company_item_get_name (HeedCompanyItem *self);
gboolean heed_company_item_is_called (HeedCompanyItem *self, const char *name);
GListModel *heed_company_item_get_accounts (HeedCompanyItem *self);
HeedAccountItem *heed_company_item_get_best (HeedCompanyItem *self);
gboolean heed_company_item_is_sample (HeedCompanyItem *self);

G_END_DECLS
