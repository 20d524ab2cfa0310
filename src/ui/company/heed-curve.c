/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-curve.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-format.h"

#define MIN_WIDTH 240
#define NATURAL_WIDTH 560
#define HEIGHT 180
#define LABEL_GAP 4
#define MINUTE_S 60.0
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)
/* Time runs as its logarithm: what happens in the first hour matters most, and a week still fits. */
#define FIRST_S MINUTE_S
#define LAST_S (7 * DAY_S)

struct _HeedCurve
{
  GtkWidget parent_instance;

  GArray *curve;
};

G_DEFINE_FINAL_TYPE (HeedCurve, heed_curve, GTK_TYPE_WIDGET)

/* The part of the widget that time and shares are drawn in. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
  gboolean is_mirrored;
} Area;

static PangoLayout *
create_label (HeedCurve *self, const char *text)
{
  PangoLayout *label = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  return label;
}

static Area
get_area (HeedCurve *self)
{
  g_autofree char *all = heed_format_percent (1);
  g_autoptr (PangoLayout) label = create_label (self, all);
  int label_width, label_height;
  Area area = { .is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL };

  pango_layout_get_pixel_size (label, &label_width, &label_height);
  area.left = area.is_mirrored ? 0 : label_width + LABEL_GAP;
  area.top = label_height / 2.0;
  area.width = gtk_widget_get_width (GTK_WIDGET (self)) - label_width - LABEL_GAP;
  area.height = gtk_widget_get_height (GTK_WIDGET (self)) - area.top - label_height - LABEL_GAP;
  return area;
}

static double
get_x (const Area *area, double at_s)
{
  double part = (log (CLAMP (at_s, FIRST_S, LAST_S)) - log (FIRST_S)) / (log (LAST_S) - log (FIRST_S));

  return area->left + area->width * (area->is_mirrored ? 1 - part : part);
}

static double
get_y (const Area *area, double share)
{
  return area->top + area->height * (1 - share);
}

static void
draw_text (HeedCurve *self, GtkSnapshot *snapshot, const char *string, double x, double y, double align_x,
           double align_y, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) label = create_label (self, string);
  int width, height;

  pango_layout_get_pixel_size (label, &width, &height);
  x = CLAMP (x - width * align_x, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y - height * align_y)));
  gtk_snapshot_append_layout (snapshot, label, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_grid (HeedCurve *self, GtkSnapshot *snapshot, const Area *area, const GdkRGBA *text)
{
  const struct
  {
    double at_s;
    const char *label;
  } marks[] = {
    { 5 * MINUTE_S, C_ ("mark of a time axis", "5 min") }, { HOUR_S, C_ ("mark of a time axis", "1 h") },
    { 6 * HOUR_S, C_ ("mark of a time axis", "6 h") },     { DAY_S, C_ ("mark of a time axis", "24 h") },
    { 7 * DAY_S, C_ ("mark of a time axis", "7 d") },
  };
  GdkRGBA line = *text, label = *text;

  line.alpha *= 0.15f;
  label.alpha *= 0.7f;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      double x = get_x (area, marks[i].at_s);

      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT ((float) floor (x), (float) area->top, 1, (float) area->height));
      draw_text (self, snapshot, marks[i].label, x, area->top + area->height + LABEL_GAP, 0.5, 0, &label);
    }
  for (int i = 0; i <= 2; i++)
    {
      double y = get_y (area, i / 2.0);
      g_autofree char *share = heed_format_percent (i / 2.0);

      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT ((float) area->left, (float) floor (y), (float) area->width, 1));
      draw_text (self, snapshot, share, area->is_mirrored ? area->width + LABEL_GAP : 0, y, 0, 0.5, &label);
    }
}

static double
get_share (const HeedCurvePoint *point, int which)
{
  double survival = which == 0 ? point->survival : which < 0 ? point->high : point->low;

  return 1 - (isnan (survival) ? point->survival : survival);
}

/* A curve of steps from left to right: @which is 0 for the estimate, -1 for its lower and 1 for its upper bound. */
static double
trace (HeedCurve *self, cairo_t *cairo, const Area *area, int which)
{
  double last = 0;

  cairo_line_to (cairo, get_x (area, FIRST_S), get_y (area, 0));
  for (guint i = 0; i < self->curve->len; i++)
    {
      const HeedCurvePoint *point = &g_array_index (self->curve, HeedCurvePoint, i);
      double x = get_x (area, point->at_s);

      if (point->at_s > LAST_S)
        break;
      cairo_line_to (cairo, x, get_y (area, last));
      last = get_share (point, which);
      cairo_line_to (cairo, x, get_y (area, last));
    }
  cairo_line_to (cairo, get_x (area, LAST_S), get_y (area, last));
  return last;
}

/* The lower bound backwards, to close the band that the upper one began. */
static void
trace_back (HeedCurve *self, cairo_t *cairo, const Area *area)
{
  double x = get_x (area, LAST_S);

  for (guint i = self->curve->len; i > 0; i--)
    {
      const HeedCurvePoint *point = &g_array_index (self->curve, HeedCurvePoint, i - 1);
      double y = get_y (area, get_share (point, -1));

      if (point->at_s > LAST_S)
        continue;
      cairo_line_to (cairo, x, y);
      x = get_x (area, point->at_s);
      cairo_line_to (cairo, x, y);
    }
  cairo_line_to (cairo, x, get_y (area, 0));
}

static void
heed_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeedCurve *self = HEED_CURVE (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  Area area = get_area (self);
  GdkRGBA accent, text;

  if (area.width <= 0 || area.height <= 0)
    return;
  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = text;
  draw_grid (self, snapshot, &area, &text);
  if (self->curve == NULL || self->curve->len == 0)
    return;

  cairo_t *cairo = gtk_snapshot_append_cairo (
    snapshot,
    &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  cairo_set_source_rgba (cairo, accent.red, accent.green, accent.blue, accent.alpha * 0.2);
  trace (self, cairo, &area, 1);
  trace_back (self, cairo, &area);
  cairo_close_path (cairo);
  cairo_fill (cairo);
  cairo_set_source_rgba (cairo, accent.red, accent.green, accent.blue, accent.alpha);
  cairo_set_line_width (cairo, 2);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  trace (self, cairo, &area, 0);
  cairo_stroke (cairo);
  cairo_destroy (cairo);
}

static void
heed_curve_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
heed_curve_finalize (GObject *object)
{
  g_clear_pointer (&HEED_CURVE (object)->curve, g_array_unref);
  G_OBJECT_CLASS (heed_curve_parent_class)->finalize (object);
}

static void
heed_curve_class_init (HeedCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_curve_finalize;
  widget_class->snapshot = heed_curve_snapshot;
  widget_class->measure = heed_curve_measure;
  gtk_widget_class_set_css_name (widget_class, "curve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
heed_curve_init (HeedCurve *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answered over time"), -1);
}

/** heed_curve_set: draws the curve of @scorecard. */
void
heed_curve_set (HeedCurve *self, const HeedScorecard *scorecard)
{
  g_return_if_fail (HEED_IS_CURVE (self) && scorecard != NULL);

  g_autofree char *hour = heed_format_share (&scorecard->all.within_1h);
  g_autofree char *day = heed_format_share (&scorecard->all.within_24h);
  g_autofree char *week = heed_format_share (&scorecard->all.within_7d);
  g_autofree char *spoken = g_strdup_printf (_ ("Answered within an hour: %s; within a day: %s; within a week: %s."),
                                             hour, day, week);

  g_clear_pointer (&self->curve, g_array_unref);
  self->curve = scorecard->curve != NULL ? g_array_copy (scorecard->curve) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
