/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HeedBlackBox: a part of a picture that nobody is to see, in points of the picture from its top left corner. */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} HeedBlackBox;

/** HeedBoxEdges: the sides of a box that are pulled; none means that the whole box moves. */
typedef enum
{
  HEED_BOX_EDGES_NONE = 0,
  HEED_BOX_EDGES_LEFT = 1 << 0,
  HEED_BOX_EDGES_RIGHT = 1 << 1,
  HEED_BOX_EDGES_TOP = 1 << 2,
  HEED_BOX_EDGES_BOTTOM = 1 << 3,
} HeedBoxEdges;

/** HeedBlackBoxes: the boxes over one picture, and what was done to them, step by step, to be taken back. */
typedef struct _HeedBlackBoxes HeedBlackBoxes;

HeedBlackBoxes *heed_black_boxes_new (int width, int height) G_GNUC_WARN_UNUSED_RESULT;
void heed_black_boxes_free (HeedBlackBoxes *self);
const HeedBlackBox *heed_black_boxes_get (const HeedBlackBoxes *self, guint *n);

guint heed_black_boxes_add (HeedBlackBoxes *self, const HeedBlackBox *box);
void heed_black_boxes_remove (HeedBlackBoxes *self, guint index);
void heed_black_boxes_pull (HeedBlackBoxes *self, guint index, const HeedBlackBox *from, HeedBoxEdges edges, int dx,
                            int dy, gboolean goes_on);

gboolean heed_black_boxes_can_undo (const HeedBlackBoxes *self);
gboolean heed_black_boxes_can_redo (const HeedBlackBoxes *self);
void heed_black_boxes_undo (HeedBlackBoxes *self);
void heed_black_boxes_redo (HeedBlackBoxes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedBlackBoxes, heed_black_boxes_free)

G_END_DECLS
