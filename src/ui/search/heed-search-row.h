/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-search-item.h"

G_BEGIN_DECLS

/** HeedSearchRow: the words around a match, the matching ones marked, and below where they stand. */
#define HEED_TYPE_SEARCH_ROW (heed_search_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedSearchRow, heed_search_row, HEED, SEARCH_ROW, GtkListBoxRow)

GtkWidget *heed_search_row_new (HeedSearchItem *item, gint64 now, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
HeedSearchItem *heed_search_row_get_item (HeedSearchRow *self);

G_END_DECLS
