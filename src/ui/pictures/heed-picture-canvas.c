/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each box is a widget of its own: so it is reached with Tab, has a name, and the picture scrolls to it. Where it lies
 * is kept in points of the picture, which is never mirrored. */

#include "heed-picture-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* How far an arrow moves a box on the screen. */
#define KEY_STEP 10
/* A point of the picture, on the screen. */
#define MOST_SCALE 4.0
/* A new box by key, of what is seen of the picture. */
#define NEW_WIDTH 0.3
#define NEW_HEIGHT 0.08

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HeedPictureCanvas, heed_picture_canvas, GTK_TYPE_WIDGET)

static GtkWidget *
get_child (HeedPictureCanvas *self, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < index && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_percent (int part, int whole)
{
  return (int) lround (100.0 * part / whole);
}

static void
name_box (HeedPictureCanvas *self, GtkWidget *child, guint index, const HeedBlackBox *box)
{
  /* Translators: said of a box over a picture: its number, where it begins and how large it is. */
  g_autofree char *name = g_strdup_printf (
    _ ("Black box %u: %d %% from the left, %d %% from the top, %d %% wide, %d %% high"), index + 1,
    get_percent (box->x, self->width), get_percent (box->y, self->height), get_percent (box->width, self->width),
    get_percent (box->height, self->height));

  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/** heed_picture_canvas_sync: makes as many widgets as there are boxes, in their order. */
void
heed_picture_canvas_sync (HeedPictureCanvas *self)
{
  guint n;
  const HeedBlackBox *boxes = heed_black_boxes_get (self->boxes, &n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = get_child (self, i);

      if (child == NULL)
        {
          child = g_object_new (GTK_TYPE_DRAWING_AREA, "css-name", "blackbox", "focusable", TRUE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
          gtk_widget_set_parent (child, GTK_WIDGET (self));
        }
      name_box (self, child, i, &boxes[i]);
    }
  if (self->chosen != NO_BOX && self->chosen >= n)
    self->chosen = n > 0 ? n - 1 : NO_BOX;
  for (GtkWidget *child = get_child (self, n); child != NULL; child = get_child (self, n))
    gtk_widget_unparent (child);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, changed_signal, 0);
}

static GtkScrolledWindow *
get_scroller (HeedPictureCanvas *self)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW));
}

/* The room there is, without scrolling. */
static void
get_room (HeedPictureCanvas *self, double *width, double *height)
{
  GtkScrolledWindow *scroller = get_scroller (self);

  *width = scroller != NULL ? gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (scroller))
                            : gtk_widget_get_width (GTK_WIDGET (self));
  *height = scroller != NULL ? gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (scroller))
                             : gtk_widget_get_height (GTK_WIDGET (self));
}

/* Small pictures are not blown up. */
static double
compute_fit (HeedPictureCanvas *self, double width, double height)
{
  return MAX (MIN (MIN (width / self->width, height / self->height), 1), 1e-4);
}

/* Moving with keys may take a box out of sight. */
static void
scroll_to (HeedPictureCanvas *self, const HeedBlackBox *box)
{
  GtkScrolledWindow *scroller = get_scroller (self);

  if (scroller == NULL || self->zoom <= 0)
    return;
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (scroller), self->x + box->x * self->scale,
                             self->x + (box->x + box->width) * self->scale);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scroller), self->y + box->y * self->scale,
                             self->y + (box->y + box->height) * self->scale);
}

/** heed_picture_canvas_get_box: a box as it is now. */
HeedBlackBox
heed_picture_canvas_get_box (HeedPictureCanvas *self, guint index)
{
  guint n;
  const HeedBlackBox *boxes = heed_black_boxes_get (self->boxes, &n);

  g_assert (index < n);
  return boxes[index];
}

/** heed_picture_canvas_focus_box: puts the keys on a box. */
void
heed_picture_canvas_focus_box (HeedPictureCanvas *self, guint index)
{
  GtkWidget *child = get_child (self, index);

  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static gboolean
scrolled_cb (HeedPictureCanvas *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  heed_picture_canvas_zoom (self, dy < 0 ? 1.25 : 0.8);
  return GDK_EVENT_STOP;
}

static void
pull_by_key (HeedPictureCanvas *self, guint index, HeedBoxEdges edges, int dx, int dy)
{
  const gboolean goes_on = self->key_box == index && self->key_edges == edges;

  heed_black_boxes_pull (self->boxes, index, NULL, edges, dx, dy, goes_on);
  self->key_box = index;
  self->key_edges = edges;
  heed_picture_canvas_sync (self);
  const HeedBlackBox box = heed_picture_canvas_get_box (self, index);
  scroll_to (self, &box);
}

/* The pointer holds a box: no key takes that away or puts another in its place. */
static gboolean
is_dragging (HeedPictureCanvas *self)
{
  return self->dragged != NO_BOX;
}

/* Arrows move a box, with Shift they pull its right and lower side; Control makes the steps small. */
static gboolean
key_pressed_cb (HeedPictureCanvas *self, guint key, guint code, GdkModifierType state)
{
  const int step = MAX ((int) lround (((state & GDK_CONTROL_MASK) != 0 ? 1 : KEY_STEP) / self->scale), 1);
  const HeedBoxEdges edges = (state & GDK_SHIFT_MASK) != 0 ? HEED_BOX_EDGES_RIGHT | HEED_BOX_EDGES_BOTTOM
                                                           : HEED_BOX_EDGES_NONE;

  /* The keys are on a box, or they would not come here. */
  if (self->chosen == NO_BOX || is_dragging (self) || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      pull_by_key (self, self->chosen, edges, -step, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      pull_by_key (self, self->chosen, edges, step, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      pull_by_key (self, self->chosen, edges, 0, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      pull_by_key (self, self->chosen, edges, 0, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      heed_picture_canvas_remove_box (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
center_cb (gpointer user_data)
{
  HeedPictureCanvas *self = user_data;
  GtkScrolledWindow *scroller = get_scroller (self);

  self->center_source = 0;
  if (scroller != NULL)
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scroller);

      gtk_adjustment_set_value (across,
                                self->x + self->center_x * self->scale - gtk_adjustment_get_page_size (across) / 2);
      gtk_adjustment_set_value (down, self->y + self->center_y * self->scale - gtk_adjustment_get_page_size (down) / 2);
    }
  return G_SOURCE_REMOVE;
}

/* What is in the middle stays there, or the box that is chosen. */
static void
keep_center (HeedPictureCanvas *self)
{
  GtkScrolledWindow *scroller = get_scroller (self);

  /* Several steps at once keep the centre of the first. */
  if (scroller == NULL || self->is_centering)
    return;
  if (self->chosen != NO_BOX)
    {
      const HeedBlackBox box = heed_picture_canvas_get_box (self, self->chosen);

      self->center_x = box.x + box.width / 2.0;
      self->center_y = box.y + box.height / 2.0;
    }
  else
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scroller);

      self->center_x = (gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) / 2 - self->x)
                       / self->scale;
      self->center_y = (gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down) / 2 - self->y)
                       / self->scale;
    }
  self->is_centering = TRUE;
}

static void
heed_picture_canvas_set_focus_child (GtkWidget *widget, GtkWidget *focus)
{
  HeedPictureCanvas *self = HEED_PICTURE_CANVAS (widget);
  guint index = 0;

  GTK_WIDGET_CLASS (heed_picture_canvas_parent_class)->set_focus_child (widget, focus);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); focus != NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child), index++)
    if (child == focus)
      {
        const HeedBlackBox box = heed_picture_canvas_get_box (self, index);

        self->chosen = index;
        scroll_to (self, &box);
      }
}

static void
heed_picture_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  HeedPictureCanvas *self = HEED_PICTURE_CANVAS (widget);
  const int points = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = (int) ceil (points * self->zoom);
  *natural = self->zoom > 0 ? *minimum : points;
  *minimum_baseline = *natural_baseline = -1;
}

static void
heed_picture_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeedPictureCanvas *self = HEED_PICTURE_CANVAS (widget);
  guint n;

  if (self->boxes == NULL)
    return;
  self->scale = self->zoom > 0 ? self->zoom : compute_fit (self, width, height);
  self->x = floor (MAX (width - self->width * self->scale, 0) / 2);
  self->y = floor (MAX (height - self->height * self->scale, 0) / 2);
  /* The window around it takes no other place while it gives this one its size. */
  if (self->is_centering && self->center_source == 0)
    self->center_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, center_cb, self, NULL);
  self->is_centering = FALSE;
  const HeedBlackBox *boxes = heed_black_boxes_get (self->boxes, &n);
  for (guint i = 0; i < n; i++)
    {
      const int left = (int) floor (self->x + boxes[i].x * self->scale);
      const int top = (int) floor (self->y + boxes[i].y * self->scale);
      const int right = (int) ceil (self->x + (boxes[i].x + boxes[i].width) * self->scale);
      const int bottom = (int) ceil (self->y + (boxes[i].y + boxes[i].height) * self->scale);

      gtk_widget_size_allocate (get_child (self, i), &(GtkAllocation){ left, top, right - left, bottom - top }, -1);
    }
}

static void
heed_picture_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeedPictureCanvas *self = HEED_PICTURE_CANVAS (widget);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT ((float) self->x, (float) self->y,
                                                      (float) (self->width * self->scale),
                                                      (float) (self->height * self->scale)));
  GTK_WIDGET_CLASS (heed_picture_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
heed_picture_canvas_dispose (GObject *object)
{
  HeedPictureCanvas *self = HEED_PICTURE_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->center_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->boxes, heed_black_boxes_free);
  G_OBJECT_CLASS (heed_picture_canvas_parent_class)->dispose (object);
}

static void
heed_picture_canvas_class_init (HeedPictureCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_picture_canvas_dispose;
  widget_class->set_focus_child = heed_picture_canvas_set_focus_child;
  widget_class->measure = heed_picture_canvas_measure;
  widget_class->size_allocate = heed_picture_canvas_size_allocate;
  widget_class->snapshot = heed_picture_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  changed_signal = g_signal_new ("changed", HEED_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
heed_picture_canvas_init (HeedPictureCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scale = 1;
  self->chosen = self->dragged = self->key_box = NO_BOX;
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  heed_picture_canvas_follow_pointer (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Black boxes over the picture"), -1);
}

/**
 * heed_picture_canvas_show: a picture of @width × @height points.
 * @texture: the picture, perhaps with fewer points
 * @boxes: (nullable) (transfer full): those that were over it before
 */
void
heed_picture_canvas_show (HeedPictureCanvas *self, GdkTexture *texture, int width, int height, HeedBlackBoxes *boxes)
{
  g_return_if_fail (HEED_IS_PICTURE_CANVAS (self) && GDK_IS_TEXTURE (texture) && width > 0 && height > 0);

  g_set_object (&self->texture, texture);
  g_clear_pointer (&self->boxes, heed_black_boxes_free);
  self->boxes = boxes != NULL ? boxes : heed_black_boxes_new (width, height);
  self->width = width;
  self->height = height;
  self->zoom = 0;
  self->chosen = NO_BOX;
  heed_picture_canvas_sync (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** heed_picture_canvas_steal: (transfer full) (nullable): the boxes, when the picture is no longer shown. */
HeedBlackBoxes *
heed_picture_canvas_steal (HeedPictureCanvas *self)
{
  g_return_val_if_fail (HEED_IS_PICTURE_CANVAS (self), NULL);
  return g_steal_pointer (&self->boxes);
}

/** heed_picture_canvas_get_boxes: (transfer none) (nullable): %NULL before there is a picture. */
const HeedBlackBoxes *
heed_picture_canvas_get_boxes (HeedPictureCanvas *self)
{
  g_return_val_if_fail (HEED_IS_PICTURE_CANVAS (self), NULL);
  return self->boxes;
}

/** heed_picture_canvas_add_box: puts a box into the middle of what is seen, and the keys on it. */
void
heed_picture_canvas_add_box (HeedPictureCanvas *self)
{
  g_return_if_fail (HEED_IS_PICTURE_CANVAS (self));

  if (self->boxes == NULL)
    return;
  double room_width, room_height;
  get_room (self, &room_width, &room_height);
  GtkScrolledWindow *scroller = get_scroller (self);
  const double left = scroller != NULL ? gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller)) : 0;
  const double top = scroller != NULL ? gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller)) : 0;
  const double width = MIN (room_width / self->scale, self->width);
  const double height = MIN (room_height / self->scale, self->height);
  HeedBlackBox box = { .width = MAX ((int) (width * NEW_WIDTH), 1), .height = MAX ((int) (height * NEW_HEIGHT), 1) };
  box.x = (int) ((left + room_width / 2 - self->x) / self->scale) - box.width / 2;
  box.y = (int) ((top + room_height / 2 - self->y) / self->scale) - box.height / 2;
  const guint index = heed_black_boxes_add (self->boxes, &box);
  self->key_box = NO_BOX;
  heed_picture_canvas_sync (self);
  heed_picture_canvas_focus_box (self, index);
}

/** heed_picture_canvas_remove_box: takes away the box that was chosen last, or the newest; its neighbour is chosen
 * then.
 */
void
heed_picture_canvas_remove_box (HeedPictureCanvas *self)
{
  g_return_if_fail (HEED_IS_PICTURE_CANVAS (self));

  const gboolean has_keys = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  guint n = 0;

  if (self->boxes != NULL)
    heed_black_boxes_get (self->boxes, &n);
  if (n == 0 || is_dragging (self))
    return;
  heed_black_boxes_remove (self->boxes, self->chosen != NO_BOX ? self->chosen : n - 1);
  self->key_box = NO_BOX;
  heed_picture_canvas_sync (self);
  if (has_keys && self->chosen != NO_BOX)
    heed_picture_canvas_focus_box (self, self->chosen);
}

static void
take_step (HeedPictureCanvas *self, void (*step) (HeedBlackBoxes *))
{
  if (self->boxes == NULL || is_dragging (self))
    return;
  step (self->boxes);
  self->key_box = NO_BOX;
  heed_picture_canvas_sync (self);
}

void
heed_picture_canvas_undo (HeedPictureCanvas *self)
{
  g_return_if_fail (HEED_IS_PICTURE_CANVAS (self));
  take_step (self, heed_black_boxes_undo);
}

void
heed_picture_canvas_redo (HeedPictureCanvas *self)
{
  g_return_if_fail (HEED_IS_PICTURE_CANVAS (self));
  take_step (self, heed_black_boxes_redo);
}

/** heed_picture_canvas_zoom: larger by @factor, or smaller, but never than there is room; 0 for as large as that. */
void
heed_picture_canvas_zoom (HeedPictureCanvas *self, double factor)
{
  g_return_if_fail (HEED_IS_PICTURE_CANVAS (self) && factor >= 0);

  if (self->boxes == NULL)
    return;
  double width, height;
  get_room (self, &width, &height);
  const double fit = compute_fit (self, width, height);
  /* Keys come faster than sizes change. */
  const double wanted = MIN ((self->zoom > 0 ? self->zoom : self->scale) * factor, MAX (MOST_SCALE, fit));

  keep_center (self);
  self->zoom = wanted > fit * 1.01 ? wanted : 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
