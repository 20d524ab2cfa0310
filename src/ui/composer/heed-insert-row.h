/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-insert-item.h"

G_BEGIN_DECLS

/**
 * HeedInsertRow: a fact beside the text; it activates "draft.insert" with its place in the list and the form.
 */
#define HEED_TYPE_INSERT_ROW (heed_insert_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedInsertRow, heed_insert_row, HEED, INSERT_ROW, AdwActionRow)

GtkWidget *heed_insert_row_new (HeedInsertItem *item, guint position);

G_END_DECLS
