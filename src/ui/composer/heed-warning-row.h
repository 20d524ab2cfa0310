/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-warning-item.h"

G_BEGIN_DECLS

/** HeedWarningRow: a warning and the button that mends it; it activates "draft.repair" with its place in the list. */
#define HEED_TYPE_WARNING_ROW (heed_warning_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedWarningRow, heed_warning_row, HEED, WARNING_ROW, GtkListBoxRow)

GtkWidget *heed_warning_row_new (HeedWarningItem *item);
void heed_warning_row_ask (HeedWarningRow *self);
void heed_warning_row_offer_repair (HeedWarningRow *self);

G_END_DECLS
