/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-facts.h"

G_BEGIN_DECLS

/** HeedReferenceItem: an identifier of a case, as its row shows and changes it. */
#define HEED_TYPE_REFERENCE_ITEM (heed_reference_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedReferenceItem, heed_reference_item, HEED, REFERENCE_ITEM, GObject)

HeedReferenceItem *heed_reference_item_new (const char *kind, const char *value,
                                            gboolean is_private) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_reference_item_get_kind (HeedReferenceItem *self);
const char *heed_reference_item_get_value (HeedReferenceItem *self);
gboolean heed_reference_item_get_is_private (HeedReferenceItem *self);
void heed_reference_items_update (GListStore *items, const HeedFacts *facts);
void heed_reference_items_store (GListModel *items, HeedFacts *facts);

G_END_DECLS
