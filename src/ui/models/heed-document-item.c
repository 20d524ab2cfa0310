/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-document-item.h"

#include "heed-format.h"

struct _HeedDocumentItem
{
  GObject parent_instance;

  HeedDocument *document;
};

G_DEFINE_FINAL_TYPE (HeedDocumentItem, heed_document_item, G_TYPE_OBJECT)

static void
heed_document_item_finalize (GObject *object)
{
  heed_document_free (HEED_DOCUMENT_ITEM (object)->document);
  G_OBJECT_CLASS (heed_document_item_parent_class)->finalize (object);
}

static void
heed_document_item_class_init (HeedDocumentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_document_item_finalize;
}

static void
heed_document_item_init (HeedDocumentItem *self)
{
}

/** heed_document_item_get_document: (transfer none): the document. */
const HeedDocument *
heed_document_item_get_document (HeedDocumentItem *self)
{
  g_return_val_if_fail (HEED_IS_DOCUMENT_ITEM (self), NULL);
  return self->document;
}

/** heed_document_item_dup_summary: (transfer full): what kind of file it is and how large. */
char *
heed_document_item_dup_summary (HeedDocumentItem *self)
{
  g_return_val_if_fail (HEED_IS_DOCUMENT_ITEM (self), NULL);

  return heed_format_document (self->document);
}

/* The note is left out: it is typed in the row itself, which would lose the cursor with its item. */
static gboolean
is_same (GListStore *items, const HeedCase *the_case)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (items)) != the_case->documents->len)
    return FALSE;
  for (guint i = 0; i < the_case->documents->len; i++)
    {
      g_autoptr (HeedDocumentItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (item->document->id != ((const HeedDocument *) the_case->documents->pdata[i])->id)
        return FALSE;
    }
  return TRUE;
}

/** heed_document_items_update: makes @items (of HeedDocumentItem) the documents of @the_case. */
void
heed_document_items_update (GListStore *items, const HeedCase *the_case)
{
  g_return_if_fail (G_IS_LIST_STORE (items) && the_case != NULL);

  if (is_same (items, the_case))
    return;
  g_list_store_remove_all (items);
  for (guint i = 0; i < the_case->documents->len; i++)
    {
      g_autoptr (HeedDocumentItem) item = g_object_new (HEED_TYPE_DOCUMENT_ITEM, NULL);

      item->document = heed_document_copy (the_case->documents->pdata[i]);
      g_list_store_append (items, item);
    }
}
