/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawing, moving and pulling boxes with the pointer. */

#include <math.h>

#include "heed-picture-canvas-private.h"

/* On the screen: how near to a side the pointer takes it, and how far it goes before it draws. */
#define NEAR 7
#define LEAST_DRAG 4

static HeedBoxEdges
find_edges (double x, double y, double width, double height)
{
  const double near_x = MIN (NEAR, width / 3), near_y = MIN (NEAR, height / 3);
  HeedBoxEdges edges = HEED_BOX_EDGES_NONE;

  if (x < near_x)
    edges |= HEED_BOX_EDGES_LEFT;
  else if (x > width - near_x)
    edges |= HEED_BOX_EDGES_RIGHT;
  if (y < near_y)
    edges |= HEED_BOX_EDGES_TOP;
  else if (y > height - near_y)
    edges |= HEED_BOX_EDGES_BOTTOM;
  return edges;
}

/* The box there, the topmost of several; a little beside it counts, for boxes may be thin. */
static guint
find_box (HeedPictureCanvas *self, double x, double y, HeedBoxEdges *edges)
{
  guint n;
  const HeedBlackBox *boxes = self->boxes != NULL ? heed_black_boxes_get (self->boxes, &n) : NULL;

  for (guint i = boxes != NULL ? n : 0; i > 0; i--)
    {
      const HeedBlackBox *box = &boxes[i - 1];
      const double left = x - self->x - box->x * self->scale, top = y - self->y - box->y * self->scale;
      const double width = box->width * self->scale, height = box->height * self->scale;

      if (left < -NEAR / 2 || top < -NEAR / 2 || left > width + NEAR / 2 || top > height + NEAR / 2)
        continue;
      *edges = find_edges (left, top, width, height);
      return i - 1;
    }
  return NO_BOX;
}

static const char *
get_cursor (HeedPictureCanvas *self, double x, double y)
{
  HeedBoxEdges edges;

  if (find_box (self, x, y, &edges) == NO_BOX)
    return "crosshair";
  switch ((guint) edges)
    {
    case HEED_BOX_EDGES_NONE:
      return "move";
    case HEED_BOX_EDGES_LEFT:
    case HEED_BOX_EDGES_RIGHT:
      return "ew-resize";
    case HEED_BOX_EDGES_TOP:
    case HEED_BOX_EDGES_BOTTOM:
      return "ns-resize";
    case HEED_BOX_EDGES_LEFT | HEED_BOX_EDGES_TOP:
    case HEED_BOX_EDGES_RIGHT | HEED_BOX_EDGES_BOTTOM:
      return "nwse-resize";
    default:
      return "nesw-resize";
    }
}

static void
moved_cb (HeedPictureCanvas *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor (self, x, y));
}

static void
drag_begun_cb (HeedPictureCanvas *self, double x, double y)
{
  if (self->boxes == NULL)
    return;
  self->is_pulling = FALSE;
  self->key_box = NO_BOX;
  self->dragged = find_box (self, x, y, &self->drag_edges);
  if (self->dragged != NO_BOX)
    {
      self->drag_start = heed_picture_canvas_get_box (self, self->dragged);
      heed_picture_canvas_focus_box (self, self->dragged);
      return;
    }
  self->drag_edges = HEED_BOX_EDGES_RIGHT | HEED_BOX_EDGES_BOTTOM;
  self->drag_start = (HeedBlackBox){ (int) floor ((x - self->x) / self->scale),
                                     (int) floor ((y - self->y) / self->scale), 1, 1 };
}

static void
drag_updated_cb (HeedPictureCanvas *self, double x, double y)
{
  if (self->boxes == NULL || (!self->is_pulling && hypot (x, y) < LEAST_DRAG))
    return;
  if (self->dragged == NO_BOX)
    {
      self->dragged = heed_black_boxes_add (self->boxes, &self->drag_start);
      self->is_pulling = TRUE;
    }
  heed_black_boxes_pull (self->boxes, self->dragged, &self->drag_start, self->drag_edges,
                         (int) lround (x / self->scale), (int) lround (y / self->scale), self->is_pulling);
  self->is_pulling = TRUE;
  heed_picture_canvas_sync (self);
}

static void
drag_ended_cb (HeedPictureCanvas *self, double x, double y)
{
  /* Where it was let go may be further than where it was seen last. */
  drag_updated_cb (self, x, y);
  if (self->is_pulling)
    heed_picture_canvas_focus_box (self, self->dragged);
  self->is_pulling = FALSE;
  self->dragged = NO_BOX;
}

/** heed_picture_canvas_follow_pointer: lets boxes be drawn; called once. */
void
heed_picture_canvas_follow_pointer (HeedPictureCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
