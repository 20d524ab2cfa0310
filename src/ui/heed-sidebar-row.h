/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-case-item.h"

G_BEGIN_DECLS

#define HEED_TYPE_SIDEBAR_ROW (heed_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedSidebarRow, heed_sidebar_row, HEED, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *heed_sidebar_row_new (GObject *item) G_GNUC_WARN_UNUSED_RESULT;
GObject *heed_sidebar_row_get_item (HeedSidebarRow *self);
HeedSection heed_sidebar_row_get_section (HeedSidebarRow *self);

G_END_DECLS
