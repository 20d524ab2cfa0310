/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-reference-item.h"

G_BEGIN_DECLS

/** HeedReferenceRow: an identifier; a click copies it, or first shows it where it is private. */
#define HEED_TYPE_REFERENCE_ROW (heed_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedReferenceRow, heed_reference_row, HEED, REFERENCE_ROW, AdwActionRow)

GtkWidget *heed_reference_row_new (HeedReferenceItem *item);
gboolean heed_reference_row_get_is_hidden (HeedReferenceRow *self);

G_END_DECLS
