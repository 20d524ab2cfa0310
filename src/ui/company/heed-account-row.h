/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-account-item.h"

G_BEGIN_DECLS

/** HeedAccountRow: an account in the list of a company's accounts. */
#define HEED_TYPE_ACCOUNT_ROW (heed_account_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedAccountRow, heed_account_row, HEED, ACCOUNT_ROW, AdwActionRow)

GtkWidget *heed_account_row_new (HeedAccountItem *item) G_GNUC_WARN_UNUSED_RESULT;
HeedAccountItem *heed_account_row_get_item (HeedAccountRow *self);

G_END_DECLS
