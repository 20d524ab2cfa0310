/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** HeedLineRow: a row to type a line into, below a title that is seen whole however narrow the row is, which that of an
 * AdwEntryRow is not. */
#define HEED_TYPE_LINE_ROW (heed_line_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedLineRow, heed_line_row, HEED, LINE_ROW, AdwPreferencesRow)

G_END_DECLS
