/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Boxes are few and small, so each step keeps all of them as they were after it: that is the whole of undo. */

#include "heed-black-boxes.h"

struct _HeedBlackBoxes
{
  int width;
  int height;
  GPtrArray *steps;
  guint now;
};

static GArray *
get_now (const HeedBlackBoxes *self)
{
  return self->steps->pdata[self->now];
}

/* The boxes as they are now, to be changed; what was taken back before is forgotten. */
static GArray *
begin_step (HeedBlackBoxes *self)
{
  GArray *boxes = g_array_copy (get_now (self));

  g_ptr_array_set_size (self->steps, (int) self->now + 1);
  g_ptr_array_add (self->steps, boxes);
  self->now++;
  return boxes;
}

/* Two ends of a box on one axis; they may have been pulled past each other, and out of the picture. */
static void
set_ends (int *start, int *length, int a, int b, int most)
{
  int first = CLAMP (MIN (a, b), 0, most - 1);
  int last = CLAMP (MAX (a, b), first + 1, most);

  *start = first;
  *length = last - first;
}

static HeedBlackBox
dup_pulled (const HeedBlackBoxes *self, HeedBlackBox box, HeedBoxEdges edges, int dx, int dy)
{
  if (edges == HEED_BOX_EDGES_NONE)
    {
      box.x = CLAMP (box.x + dx, 0, self->width - box.width);
      box.y = CLAMP (box.y + dy, 0, self->height - box.height);
      return box;
    }
  set_ends (&box.x, &box.width, box.x + ((edges & HEED_BOX_EDGES_LEFT) != 0 ? dx : 0),
            box.x + box.width + ((edges & HEED_BOX_EDGES_RIGHT) != 0 ? dx : 0), self->width);
  set_ends (&box.y, &box.height, box.y + ((edges & HEED_BOX_EDGES_TOP) != 0 ? dy : 0),
            box.y + box.height + ((edges & HEED_BOX_EDGES_BOTTOM) != 0 ? dy : 0), self->height);
  return box;
}

/** heed_black_boxes_new: (transfer full): no boxes, over a picture of that many points. */
HeedBlackBoxes *
heed_black_boxes_new (int width, int height)
{
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  HeedBlackBoxes *self = g_new0 (HeedBlackBoxes, 1);
  self->width = width;
  self->height = height;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->steps, g_array_new (FALSE, FALSE, sizeof (HeedBlackBox)));
  return self;
}

void
heed_black_boxes_free (HeedBlackBoxes *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/** heed_black_boxes_get: (transfer none): all boxes, valid until one changes. @n: (out): how many */
const HeedBlackBox *
heed_black_boxes_get (const HeedBlackBoxes *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = get_now (self)->len;
  return (const HeedBlackBox *) (void *) get_now (self)->data;
}

/** heed_black_boxes_add: adds a box, cut to what lies in the picture. Returns: its index, the last */
guint
heed_black_boxes_add (HeedBlackBoxes *self, const HeedBlackBox *box)
{
  g_return_val_if_fail (self != NULL && box != NULL, 0);

  GArray *boxes = begin_step (self);
  HeedBlackBox cut;

  set_ends (&cut.x, &cut.width, box->x, box->x + box->width, self->width);
  set_ends (&cut.y, &cut.height, box->y, box->y + box->height, self->height);
  g_array_append_val (boxes, cut);
  return boxes->len - 1;
}

/** heed_black_boxes_remove: takes a box away; those after it move up by one. */
void
heed_black_boxes_remove (HeedBlackBoxes *self, guint index)
{
  g_return_if_fail (self != NULL && index < get_now (self)->len);
  g_array_remove_index (begin_step (self), index);
}

/**
 * heed_black_boxes_pull: moves a box, or the sides of it that @edges names; it stays in the picture.
 * @from: (nullable): the box that is pulled; %NULL for as it is now. A drag says each time how far it is from its
 * start.
 * @goes_on: the last step goes on, so that one undo takes all of a drag back
 */
void
heed_black_boxes_pull (HeedBlackBoxes *self, guint index, const HeedBlackBox *from, HeedBoxEdges edges, int dx, int dy,
                       gboolean goes_on)
{
  g_return_if_fail (self != NULL && index < get_now (self)->len);

  const HeedBlackBox start = from != NULL ? *from : g_array_index (get_now (self), HeedBlackBox, index);
  GArray *boxes = goes_on && self->now > 0 ? get_now (self) : begin_step (self);

  g_array_index (boxes, HeedBlackBox, index) = dup_pulled (self, start, edges, dx, dy);
}

gboolean
heed_black_boxes_can_undo (const HeedBlackBoxes *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->now > 0;
}

gboolean
heed_black_boxes_can_redo (const HeedBlackBoxes *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->now + 1 < self->steps->len;
}

/** heed_black_boxes_undo: takes the last step back, if there is one. */
void
heed_black_boxes_undo (HeedBlackBoxes *self)
{
  if (heed_black_boxes_can_undo (self))
    self->now--;
}

/** heed_black_boxes_redo: does the step again that was taken back last, if there is one. */
void
heed_black_boxes_redo (HeedBlackBoxes *self)
{
  if (heed_black_boxes_can_redo (self))
    self->now++;
}
