/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-exchange-index.h"

G_BEGIN_DECLS

/** HeedSimilarRow: somebody else's problem and what the company said. */
#define HEED_TYPE_SIMILAR_ROW (heed_similar_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedSimilarRow, heed_similar_row, HEED, SIMILAR_ROW, GtkListBoxRow)

GtkWidget *heed_similar_row_new (const HeedSimilar *similar, gint64 now, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
