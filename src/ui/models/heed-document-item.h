/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-case.h"

G_BEGIN_DECLS

/** HeedDocumentItem: a file of a case, as a row shows it. Never changes: what changed is another item. */
#define HEED_TYPE_DOCUMENT_ITEM (heed_document_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedDocumentItem, heed_document_item, HEED, DOCUMENT_ITEM, GObject)

const HeedDocument *heed_document_item_get_document (HeedDocumentItem *self);
char *heed_document_item_dup_summary (HeedDocumentItem *self) G_GNUC_WARN_UNUSED_RESULT;
void heed_document_items_update (GListStore *items, const HeedCase *the_case);

G_END_DECLS
