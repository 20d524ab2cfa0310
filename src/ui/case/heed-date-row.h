/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** HeedDateRow: an entry for a day, or a day and a time, with a calendar to choose from. */
#define HEED_TYPE_DATE_ROW (heed_date_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedDateRow, heed_date_row, HEED, DATE_ROW, AdwEntryRow)

void heed_date_row_set_clock (HeedDateRow *self, GTimeZone *zone, gint64 now);
gboolean heed_date_row_get_time (HeedDateRow *self, gint64 *time);
void heed_date_row_set_time (HeedDateRow *self, gint64 time);

G_END_DECLS
