/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was drawn over the pictures of a case, for as long as Heed knows the case: what is erased takes it along. The
 * steps are with the window that shows a picture while it is open; the boxes as they are now are here all the time. */

#include "heed-picture-boxes.h"

static char *
dup_key (const char *what, gint64 document_id)
{
  return g_strdup_printf ("heed-%s-%" G_GINT64_FORMAT, what, document_id);
}

/** heed_picture_boxes_keep: keeps the boxes over a document, with the steps that led to them.
 * @boxes: (transfer full) (nullable) */
void
heed_picture_boxes_keep (HeedCaseItem *item, gint64 document_id, HeedBlackBoxes *boxes)
{
  g_return_if_fail (HEED_IS_CASE_ITEM (item));

  g_autofree char *key = dup_key ("box-steps", document_id);
  if (boxes != NULL)
    g_object_set_data_full (G_OBJECT (item), key, boxes, (GDestroyNotify) heed_black_boxes_free);
}

/** heed_picture_boxes_take: (transfer full) (nullable): what was kept. */
HeedBlackBoxes *
heed_picture_boxes_take (HeedCaseItem *item, gint64 document_id)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (item), NULL);

  g_autofree char *key = dup_key ("box-steps", document_id);
  return g_object_steal_data (G_OBJECT (item), key);
}

/** heed_picture_boxes_note: notes where the boxes are now. */
void
heed_picture_boxes_note (HeedCaseItem *item, gint64 document_id, const HeedBlackBoxes *boxes)
{
  g_return_if_fail (HEED_IS_CASE_ITEM (item) && boxes != NULL);

  g_autofree char *key = dup_key ("boxes", document_id);
  guint n;
  const HeedBlackBox *now = heed_black_boxes_get (boxes, &n);
  g_object_set_data_full (G_OBJECT (item), key, g_bytes_new (now, n * sizeof *now), (GDestroyNotify) g_bytes_unref);
}

/** heed_picture_boxes_dup: (transfer full) (nullable): where the boxes over a document are. @n: (out) */
HeedBlackBox *
heed_picture_boxes_dup (HeedCaseItem *item, gint64 document_id, guint *n)
{
  g_return_val_if_fail (HEED_IS_CASE_ITEM (item) && n != NULL, NULL);

  g_autofree char *key = dup_key ("boxes", document_id);
  GBytes *bytes = g_object_get_data (G_OBJECT (item), key);
  gsize size = 0;
  gconstpointer now = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  *n = (guint) (size / sizeof (HeedBlackBox));
  return g_memdup2 (now, size);
}
