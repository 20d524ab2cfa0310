/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-rendition.h"

G_BEGIN_DECLS

/** HeedWarningItem: something in a text that is better mended, as its row binds it. */
#define HEED_TYPE_WARNING_ITEM (heed_warning_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedWarningItem, heed_warning_item, HEED, WARNING_ITEM, GObject)

const HeedWarning *heed_warning_item_get_warning (HeedWarningItem *self);
void heed_warning_items_update (GListStore *items, GPtrArray *warnings, const char *text);

const char *heed_warning_item_get_missing (HeedWarningItem *self);
void heed_warning_item_set_missing (HeedWarningItem *self, const char *missing);

G_END_DECLS
