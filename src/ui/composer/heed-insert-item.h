/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-inserts.h"

G_BEGIN_DECLS

/**
 * HeedInsertItem: a fact beside the text, as its row binds it: it is in the text, may be put into it, was left out, or
 * stays out because everybody could read it.
 */
#define HEED_TYPE_INSERT_ITEM (heed_insert_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedInsertItem, heed_insert_item, HEED, INSERT_ITEM, GObject)

HeedInsertItem *heed_insert_item_new (const HeedInsert *insert, const char *reason,
                                      guint cost) G_GNUC_WARN_UNUSED_RESULT;
HeedInsertItem *heed_insert_item_new_withheld (const HeedInsert *insert) G_GNUC_WARN_UNUSED_RESULT;
HeedInsertItem *heed_insert_item_new_dropped (const char *name, const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void heed_insert_items_update (GListStore *items, GPtrArray *fresh);
void heed_insert_item_set_text (HeedInsertItem *self, const char *text);
gboolean heed_insert_item_get_is_withheld (HeedInsertItem *self);
const char *heed_insert_item_get_form (HeedInsertItem *self, const char *form);

G_END_DECLS
