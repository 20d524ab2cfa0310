/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was drawn over pictures, for as long as Heed runs: a document that is taken out, or a case that is deleted, may
 * come back with Undo. The steps are with the window that shows a picture while it is open; where the boxes are now is
 * here all the time. */

#include "heed-picture-boxes.h"

#define KEY "heed-picture-boxes"

/* Of one document. @steps: (nullable) */
typedef struct
{
  HeedBlackBoxes *steps;
  HeedBlackBox *boxes;
  guint n_boxes;
} Drawn;

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  g_clear_pointer (&drawn->steps, heed_black_boxes_free);
  g_free (drawn->boxes);
  g_free (drawn);
}

static Drawn *
get_drawn (HeedLibrary *library, gint64 document_id)
{
  GHashTable *all = g_object_get_data (G_OBJECT (library), KEY);

  if (all == NULL)
    {
      all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, drawn_free);
      g_object_set_data_full (G_OBJECT (library), KEY, all, (GDestroyNotify) g_hash_table_unref);
    }
  Drawn *drawn = g_hash_table_lookup (all, &document_id);
  if (drawn == NULL)
    {
      drawn = g_new0 (Drawn, 1);
      g_hash_table_insert (all, g_memdup2 (&document_id, sizeof document_id), drawn);
    }
  return drawn;
}

/** heed_picture_boxes_keep: keeps the boxes over a document, with the steps that led to them.
 * @boxes: (transfer full) (nullable) */
void
heed_picture_boxes_keep (HeedLibrary *library, gint64 document_id, HeedBlackBoxes *boxes)
{
  g_return_if_fail (HEED_IS_LIBRARY (library));

  if (boxes == NULL)
    return;
  Drawn *drawn = get_drawn (library, document_id);
  g_clear_pointer (&drawn->steps, heed_black_boxes_free);
  drawn->steps = boxes;
}

/** heed_picture_boxes_take: (transfer full) (nullable): what was kept. */
HeedBlackBoxes *
heed_picture_boxes_take (HeedLibrary *library, gint64 document_id)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library), NULL);
  return g_steal_pointer (&get_drawn (library, document_id)->steps);
}

/** heed_picture_boxes_note: notes where the boxes are now. */
void
heed_picture_boxes_note (HeedLibrary *library, gint64 document_id, const HeedBlackBoxes *boxes)
{
  g_return_if_fail (HEED_IS_LIBRARY (library) && boxes != NULL);

  Drawn *drawn = get_drawn (library, document_id);
  const HeedBlackBox *now = heed_black_boxes_get (boxes, &drawn->n_boxes);
  g_free (drawn->boxes);
  drawn->boxes = g_memdup2 (now, drawn->n_boxes * sizeof *now);
}

/** heed_picture_boxes_dup: (transfer full) (nullable): where the boxes over a document are. @n: (out) */
HeedBlackBox *
heed_picture_boxes_dup (HeedLibrary *library, gint64 document_id, guint *n)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library) && n != NULL, NULL);

  const Drawn *drawn = get_drawn (library, document_id);
  *n = drawn->n_boxes;
  return g_memdup2 (drawn->boxes, *n * sizeof *drawn->boxes);
}

/** heed_picture_boxes_forget: everything was erased: nothing lies over a picture that gets the same number later. */
void
heed_picture_boxes_forget (HeedLibrary *library)
{
  g_return_if_fail (HEED_IS_LIBRARY (library));
  g_object_set_data (G_OBJECT (library), KEY, NULL);
}
