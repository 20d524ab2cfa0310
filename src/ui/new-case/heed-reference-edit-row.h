/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-reference-item.h"

G_BEGIN_DECLS

/** HeedReferenceEditRow: an identifier to be typed: its kind, itself, and whether it is private. Emits "removed"
 * (item). */
#define HEED_TYPE_REFERENCE_EDIT_ROW (heed_reference_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedReferenceEditRow, heed_reference_edit_row, HEED, REFERENCE_EDIT_ROW, GtkListBoxRow)

GtkWidget *heed_reference_edit_row_new (HeedReferenceItem *item);

G_END_DECLS
