/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-search-records.h"

G_BEGIN_DECLS

/** HeedSearchItem: one place where the words that were looked for stand. Never changes. */
#define HEED_TYPE_SEARCH_ITEM (heed_search_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedSearchItem, heed_search_item, HEED, SEARCH_ITEM, GObject)

HeedSearchItem *heed_search_item_new (HeedFound *found) G_GNUC_WARN_UNUSED_RESULT;
const HeedFound *heed_search_item_get_found (HeedSearchItem *self);

G_END_DECLS
