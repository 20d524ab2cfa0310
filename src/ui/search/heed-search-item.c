/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-search-item.h"

struct _HeedSearchItem
{
  GObject parent_instance;

  HeedFound *found;
};

G_DEFINE_FINAL_TYPE (HeedSearchItem, heed_search_item, G_TYPE_OBJECT)

static void
heed_search_item_finalize (GObject *object)
{
  g_clear_pointer (&HEED_SEARCH_ITEM (object)->found, heed_found_free);
  G_OBJECT_CLASS (heed_search_item_parent_class)->finalize (object);
}

static void
heed_search_item_class_init (HeedSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_search_item_finalize;
}

static void
heed_search_item_init (HeedSearchItem *self)
{
}

/** heed_search_item_new: (transfer full): takes @found (transfer full). */
HeedSearchItem *
heed_search_item_new (HeedFound *found)
{
  g_return_val_if_fail (found != NULL, NULL);

  HeedSearchItem *self = g_object_new (HEED_TYPE_SEARCH_ITEM, NULL);

  self->found = found;
  return self;
}

/** heed_search_item_get_found: (transfer none): what it stands for. */
const HeedFound *
heed_search_item_get_found (HeedSearchItem *self)
{
  g_return_val_if_fail (HEED_IS_SEARCH_ITEM (self), NULL);
  return self->found;
}
