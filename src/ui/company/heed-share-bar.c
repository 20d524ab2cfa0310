/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-share-bar.h"

#include <math.h>

#define HEIGHT 12
#define BAR_HEIGHT 6
#define MIN_WIDTH 60
#define NATURAL_WIDTH 240

struct _HeedShareBar
{
  GtkWidget parent_instance;

  HeedShare share;
};

G_DEFINE_FINAL_TYPE (HeedShareBar, heed_share_bar, GTK_TYPE_WIDGET)

/* What lies between two shares, mirrored where people read from the right. */
static graphene_rect_t
get_part (HeedShareBar *self, double from, double to, double height)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 - to : from;

  return GRAPHENE_RECT_INIT ((float) (x * width), (float) ((gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2),
                             (float) ((to - from) * width), (float) height);
}

static void
draw_rounded (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, bounds, BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

/* A line from the lower to the upper bound, with a stop at either end. */
static void
draw_interval (HeedShareBar *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const HeedShare *share = &self->share;
  graphene_rect_t line = get_part (self, share->low, share->high, 2);
  graphene_rect_t stops = get_part (self, share->low, share->high, HEIGHT);

  gtk_snapshot_append_color (snapshot, color, &line);
  stops.size.width = 2;
  gtk_snapshot_append_color (snapshot, color, &stops);
  stops.origin.x += line.size.width - 2;
  gtk_snapshot_append_color (snapshot, color, &stops);
}

static void
heed_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeedShareBar *self = HEED_SHARE_BAR (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  graphene_rect_t all = get_part (self, 0, 1, BAR_HEIGHT);
  GdkRGBA accent, text, trough;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = text;
  trough = text;
  trough.alpha *= 0.12f;
  text.alpha *= 0.7f;
  draw_rounded (snapshot, &all, &trough);
  if (self->share.n == 0 || isnan (self->share.value))
    return;
  graphene_rect_t part = get_part (self, 0, CLAMP (self->share.value, 0, 1), BAR_HEIGHT);
  if (part.size.width > 0)
    draw_rounded (snapshot, &part, &accent);
  if (!isnan (self->share.low) && !isnan (self->share.high))
    draw_interval (self, snapshot, &text);
}

static void
heed_share_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
heed_share_bar_class_init (HeedShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = heed_share_bar_snapshot;
  widget_class->measure = heed_share_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  /* The row around it says it in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
heed_share_bar_init (HeedShareBar *self)
{
}

/** heed_share_bar_set: draws @share. */
void
heed_share_bar_set (HeedShareBar *self, const HeedShare *share)
{
  g_return_if_fail (HEED_IS_SHARE_BAR (self) && share != NULL);

  self->share = *share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
