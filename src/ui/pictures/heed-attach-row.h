/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedAttachRow: a file that may go with a message. A letter names it unless it is left out here; of a picture the row
 * is dragged out as a clean copy. */
#define HEED_TYPE_ATTACH_ROW (heed_attach_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedAttachRow, heed_attach_row, HEED, ATTACH_ROW, AdwActionRow)

GtkWidget *heed_attach_row_new (HeedLibrary *library, HeedCaseItem *item,
                                const HeedDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void heed_attach_row_show (HeedAttachRow *self, const HeedDocument *document, gboolean is_named);

G_END_DECLS
