/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-curve.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-chart-label.h"
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
  guint n;
};

G_DEFINE_FINAL_TYPE (HeedCurve, heed_curve, GTK_TYPE_WIDGET)

/* The part of the widget that time and shares are drawn in. Time runs from left to right in every language, as it does
 * in print. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
} Area;

static Area
get_area (HeedCurve *self)
{
  g_autofree char *all = heed_format_percent (1);
  g_autoptr (PangoLayout) label = heed_chart_label_new (GTK_WIDGET (self), all);
  int label_width, label_height;
  Area area;

  pango_layout_get_pixel_size (label, &label_width, &label_height);
  area.left = label_width + LABEL_GAP;
  area.top = label_height / 2.0;
  area.width = gtk_widget_get_width (GTK_WIDGET (self)) - label_width - LABEL_GAP;
  area.height = gtk_widget_get_height (GTK_WIDGET (self)) - area.top - label_height - LABEL_GAP;
  return area;
}

static double
get_x (const Area *area, double at_s)
{
  double part = (log (CLAMP (at_s, FIRST_S, LAST_S)) - log (FIRST_S)) / (log (LAST_S) - log (FIRST_S));

  return area->left + area->width * part;
}

static double
get_time (const Area *area, double x)
{
  double part = CLAMP ((x - area->left) / area->width, 0, 1);

  return exp (log (FIRST_S) + part * (log (LAST_S) - log (FIRST_S)));
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
  g_autoptr (PangoLayout) label = heed_chart_label_new (GTK_WIDGET (self), string);
  int width, height;

  pango_layout_get_pixel_size (label, &width, &height);
  x = CLAMP (x - width * align_x, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y - height * align_y)));
  gtk_snapshot_append_layout (snapshot, label, color);
  gtk_snapshot_restore (snapshot);
}

/* The two times that people ask for. */
static gboolean
is_named (double at_s)
{
  return at_s == HOUR_S || at_s == DAY_S;
}

/* Where a mark of the time axis stands; it is left out where it would touch one of the @n before it. */
static gboolean
has_room (HeedCurve *self, const char *mark, double x, double (*taken)[2], guint n)
{
  g_autoptr (PangoLayout) label = heed_chart_label_new (GTK_WIDGET (self), mark);
  int width;

  pango_layout_get_pixel_size (label, &width, NULL);
  double from = CLAMP (x - width / 2.0, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width));
  for (guint i = 0; i < n; i++)
    if (from < taken[i][1] + LABEL_GAP && from + width + LABEL_GAP > taken[i][0])
      return FALSE;
  taken[n][0] = from;
  taken[n][1] = from + width;
  return TRUE;
}

/* The named times first, as they are always there. */
static void
draw_times (HeedCurve *self, GtkSnapshot *snapshot, const Area *area, const GdkRGBA *line, const GdkRGBA *strong,
            const GdkRGBA *label)
{
  const struct
  {
    double at_s;
    const char *label;
  } marks[] = {
    { HOUR_S, C_ ("mark of a time axis", "1 h") },     { DAY_S, C_ ("mark of a time axis", "24 h") },
    { 7 * DAY_S, C_ ("mark of a time axis", "7 d") },  { 5 * MINUTE_S, C_ ("mark of a time axis", "5 min") },
    { 6 * HOUR_S, C_ ("mark of a time axis", "6 h") },
  };
  double taken[G_N_ELEMENTS (marks)][2];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      double x = get_x (area, marks[i].at_s);

      gtk_snapshot_append_color (snapshot, is_named (marks[i].at_s) ? strong : line,
                                 &GRAPHENE_RECT_INIT ((float) floor (x), (float) area->top, 1, (float) area->height));
      if (!has_room (self, marks[i].label, x, taken, n))
        continue;
      draw_text (self, snapshot, marks[i].label, x, area->top + area->height + LABEL_GAP, 0.5, 0, label);
      n++;
    }
}

static void
draw_grid (HeedCurve *self, GtkSnapshot *snapshot, const Area *area, const GdkRGBA *text)
{
  GdkRGBA line = *text, strong = *text, label = *text;

  line.alpha *= 0.15f;
  strong.alpha *= 0.4f;
  label.alpha *= 0.7f;
  draw_times (self, snapshot, area, &line, &strong, &label);
  for (int i = 0; i <= 2; i++)
    {
      double y = get_y (area, i / 2.0);
      g_autofree char *share = heed_format_percent (i / 2.0);

      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT ((float) area->left, (float) floor (y), (float) area->width, 1));
      draw_text (self, snapshot, share, 0, y, 0, 0.5, &label);
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

/* The last step of the curve up to @at_s; NULL before the first. */
static const HeedCurvePoint *
find_point (HeedCurve *self, double at_s)
{
  const HeedCurvePoint *found = NULL;

  for (guint i = 0; self->curve != NULL && i < self->curve->len; i++)
    {
      const HeedCurvePoint *point = &g_array_index (self->curve, HeedCurvePoint, i);

      if (point->at_s > at_s)
        break;
      found = point;
    }
  return found;
}

static double
get_answered (HeedCurve *self, double at_s)
{
  const HeedCurvePoint *point = find_point (self, at_s);

  return point != NULL ? 1 - point->survival : 0;
}

/* A dot on the curve and its share, where the two named times cross it. */
static void
draw_mark (HeedCurve *self, GtkSnapshot *snapshot, const Area *area, double at_s, const GdkRGBA *accent,
           const GdkRGBA *text)
{
  const float size = 8;
  double share = get_answered (self, at_s);
  double x = get_x (area, at_s), y = get_y (area, share);
  graphene_rect_t dot = GRAPHENE_RECT_INIT ((float) x - size / 2, (float) y - size / 2, size, size);
  g_autofree char *label = heed_format_percent (share);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &dot, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, accent, &dot);
  gtk_snapshot_pop (snapshot);
  /* Below the curve, which only rises: nothing is drawn there. */
  draw_text (self, snapshot, label, x + size, MIN (y + size, area->top + area->height - 2 * size), 0, 0, text);
}

static void
draw_curve (HeedCurve *self, GtkSnapshot *snapshot, const Area *area, const GdkRGBA *accent)
{
  cairo_t *cairo = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                   (float) gtk_widget_get_height (GTK_WIDGET (self))));

  cairo_set_source_rgba (cairo, accent->red, accent->green, accent->blue, accent->alpha * 0.2);
  trace (self, cairo, area, 1);
  trace_back (self, cairo, area);
  cairo_close_path (cairo);
  cairo_fill (cairo);
  cairo_set_source_rgba (cairo, accent->red, accent->green, accent->blue, accent->alpha);
  cairo_set_line_width (cairo, 2);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  trace (self, cairo, area, 0);
  cairo_stroke (cairo);
  cairo_destroy (cairo);
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
    {
      draw_text (self, snapshot, _ ("Too little was seen to draw a curve."), area.left + area.width / 2,
                 area.top + area.height / 2, 0.5, 0.5, &text);
      return;
    }
  draw_curve (self, snapshot, &area, &accent);
  draw_mark (self, snapshot, &area, HOUR_S, &accent, &text);
  draw_mark (self, snapshot, &area, DAY_S, &accent, &text);
}

static gboolean
heed_curve_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HeedCurve *self = HEED_CURVE (widget);
  Area area = get_area (self);

  if (keyboard || area.width <= 0 || x < area.left)
    return FALSE;
  double at_s = get_time (&area, x);
  const HeedCurvePoint *point = find_point (self, at_s);
  HeedShare share = { 0, NAN, NAN, self->n };
  if (point != NULL)
    share = (HeedShare){ 1 - point->survival, 1 - point->high, 1 - point->low, self->n };
  g_autofree char *when = heed_format_duration (at_s);
  g_autofree char *answered = heed_format_share (&share);
  /* Translators: a span of time, a share with its interval, a number of messages. */
  g_autofree char *text = g_strdup_printf (_ ("Answered within %s: %s, n = %u"), when, answered, self->n);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
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
  widget_class->query_tooltip = heed_curve_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "curve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
heed_curve_init (HeedCurve *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
  self->n = scorecard->all.rate.n;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
