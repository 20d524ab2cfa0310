/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-document-item.h"

G_BEGIN_DECLS

/** HeedDocumentRow: a file of a case: what it is, what it shows, open and take out. Needs the actions of its list. */
#define HEED_TYPE_DOCUMENT_ROW (heed_document_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedDocumentRow, heed_document_row, HEED, DOCUMENT_ROW, GtkListBoxRow)

GtkWidget *heed_document_row_new (HeedDocumentItem *item);

G_END_DECLS
