/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-week-map.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-chart-label.h"
#include "heed-format.h"

#define N_DAYS 7
#define N_HOURS 24
#define GAP 2
#define LABEL_GAP 6
#define MIN_CELL 8
#define NATURAL_CELL 22
#define MAX_CELL_HEIGHT 26
#define MINUTE_S 60.0
#define HOUR_S (60 * MINUTE_S)

struct _HeedWeekMap
{
  GtkWidget parent_instance;

  HeedHourCell week[N_DAYS][N_HOURS];
  int now_day;
  int now_hour;
  int day;
  int hour;
  char *spoken;
};

enum
{
  PROP_SPOKEN = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedWeekMap, heed_week_map, GTK_TYPE_WIDGET)

/* Where the fields are, in pixels. The hours run from left to right in every language, as a time axis does; only the
 * names of the days stand where people begin to read. */
typedef struct
{
  double labels_left;
  double labels_width;
  double left;
  double top;
  double cell_width;
  double cell_height;
  gboolean is_mirrored;
} Layout;

static void
measure_labels (HeedWeekMap *self, int *width, int *height)
{
  *width = *height = 0;
  for (int day = 0; day < N_DAYS; day++)
    {
      g_autofree char *name = heed_format_weekday ((guint) day, "%a");
      g_autoptr (PangoLayout) label = heed_chart_label_new (GTK_WIDGET (self), name);
      int label_width, label_height;

      pango_layout_get_pixel_size (label, &label_width, &label_height);
      *width = MAX (*width, label_width);
      *height = MAX (*height, label_height);
    }
}

static Layout
lay_out (HeedWeekMap *self)
{
  int label_width, label_height;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  Layout layout = { .is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL };

  measure_labels (self, &label_width, &label_height);
  layout.labels_width = label_width;
  layout.labels_left = layout.is_mirrored ? width - label_width : 0;
  layout.left = layout.is_mirrored ? 0 : label_width + LABEL_GAP;
  layout.top = label_height + LABEL_GAP;
  layout.cell_width = (width - label_width - LABEL_GAP) / N_HOURS;
  layout.cell_height = (gtk_widget_get_height (GTK_WIDGET (self)) - layout.top) / N_DAYS;
  return layout;
}

static graphene_rect_t
get_cell (const Layout *layout, int day, int hour)
{
  double x = layout->left + hour * layout->cell_width;

  return GRAPHENE_RECT_INIT ((float) x + GAP / 2.0f, (float) (layout->top + day * layout->cell_height) + GAP / 2.0f,
                             (float) layout->cell_width - GAP, (float) layout->cell_height - GAP);
}

/* Stronger is faster, in steps one can tell apart; -1 where too little is known. */
static double
get_strength (const HeedHourCell *cell)
{
  static const struct
  {
    double under_s;
    double strength;
  } steps[] = { { 15 * MINUTE_S, 1 }, { HOUR_S, 0.75 }, { 4 * HOUR_S, 0.5 }, { 24 * HOUR_S, 0.3 } };

  if (cell->n < HEED_WEEK_MAP_LEAST_N)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (cell->median_s <= steps[i].under_s)
      return steps[i].strength;
  return 0.15;
}

static void
get_colors (HeedWeekMap *self, GdkRGBA *accent, GdkRGBA *text)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_color (style, text);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", accent))
    *accent = *text;
}

static void
draw_frame (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius, float line, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]){ line, line, line, line },
                              (const GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
draw_cell (HeedWeekMap *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds, int day, int hour)
{
  GdkRGBA accent, text;
  GskRoundedRect shape;
  double strength = get_strength (&self->week[day][hour]);

  get_colors (self, &accent, &text);
  text.alpha *= 0.06f;
  accent.alpha *= (float) strength;
  gsk_rounded_rect_init_from_rect (&shape, bounds, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &text, bounds);
  /* Above the grey, not instead of it: on a dark page the weakest colour alone is darker than that. */
  if (strength >= 0)
    gtk_snapshot_append_color (snapshot, &accent, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_text (HeedWeekMap *self, GtkSnapshot *snapshot, const char *string, const graphene_rect_t *within, float align)
{
  g_autoptr (PangoLayout) label = heed_chart_label_new (GTK_WIDGET (self), string);
  GdkRGBA accent, text;
  int width, height;

  get_colors (self, &accent, &text);
  text.alpha *= 0.7f;
  pango_layout_get_pixel_size (label, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (within->origin.x + (within->size.width - (float) width) * align,
                                                within->origin.y + (within->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, label, &text);
  gtk_snapshot_restore (snapshot);
}

static void
draw_labels (HeedWeekMap *self, GtkSnapshot *snapshot, const Layout *layout)
{
  for (int day = 0; day < N_DAYS; day++)
    {
      g_autofree char *name = heed_format_weekday ((guint) day, "%a");
      graphene_rect_t cell = get_cell (layout, day, 0);

      draw_text (self, snapshot, name,
                 &GRAPHENE_RECT_INIT ((float) layout->labels_left, cell.origin.y, (float) layout->labels_width,
                                      cell.size.height),
                 layout->is_mirrored ? 1 : 0);
    }
  for (int hour = 0; hour < N_HOURS; hour += 6)
    {
      g_autofree char *name = g_strdup_printf ("%d", hour);
      graphene_rect_t cell = get_cell (layout, 0, hour);

      draw_text (self, snapshot, name,
                 &GRAPHENE_RECT_INIT (cell.origin.x, 0, cell.size.width, (float) layout->top - LABEL_GAP), 0);
    }
}

/* Today is framed, and the hour it is now stands out of it. */
static void
draw_now (HeedWeekMap *self, GtkSnapshot *snapshot, const Layout *layout)
{
  GdkRGBA accent, text;
  graphene_rect_t first = get_cell (layout, self->now_day, 0);
  graphene_rect_t last = get_cell (layout, self->now_day, N_HOURS - 1);
  graphene_rect_t now = get_cell (layout, self->now_day, self->now_hour);
  graphene_rect_t day;

  get_colors (self, &accent, &text);
  graphene_rect_union (&first, &last, &day);
  graphene_rect_inset (&day, -GAP / 2.0f, -GAP / 2.0f);
  text.alpha *= 0.35f;
  draw_frame (snapshot, &day, 4, 1, &text);
  get_colors (self, &accent, &text);
  graphene_rect_inset (&now, -GAP / 2.0f, -GAP / 2.0f);
  draw_frame (snapshot, &now, 4, 2, &text);
}

static void
heed_week_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeedWeekMap *self = HEED_WEEK_MAP (widget);
  Layout layout = lay_out (self);
  GdkRGBA accent, text;

  if (layout.cell_width <= GAP || layout.cell_height <= GAP)
    return;
  draw_labels (self, snapshot, &layout);
  for (int day = 0; day < N_DAYS; day++)
    for (int hour = 0; hour < N_HOURS; hour++)
      {
        graphene_rect_t cell = get_cell (&layout, day, hour);

        draw_cell (self, snapshot, &cell, day, hour);
      }
  if (self->now_day >= 0)
    draw_now (self, snapshot, &layout);
  if (gtk_widget_has_focus (widget) && self->day >= 0)
    {
      graphene_rect_t cell = get_cell (&layout, self->day, self->hour);

      get_colors (self, &accent, &text);
      graphene_rect_inset (&cell, -GAP, -GAP);
      draw_frame (snapshot, &cell, 5, 2, &accent);
    }
}

static void
heed_week_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  int label_width, label_height;

  measure_labels (HEED_WEEK_MAP (widget), &label_width, &label_height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = label_width + LABEL_GAP + N_HOURS * MIN_CELL;
      *natural = label_width + LABEL_GAP + N_HOURS * NATURAL_CELL;
    }
  else
    *minimum = *natural = label_height + LABEL_GAP + N_DAYS * MAX (MAX_CELL_HEIGHT - 4, label_height + GAP);
}

static GtkSizeRequestMode
heed_week_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* One sentence on one hour. */
static char *
dup_cell_sentence (HeedWeekMap *self, int day, int hour)
{
  const HeedHourCell *cell = &self->week[day][hour];
  g_autofree char *name = heed_format_weekday ((guint) day, "%A");
  g_autofree char *speed = heed_format_duration (cell->median_s);

  if (cell->n == 0)
    return g_strdup_printf (_ ("%s, %d to %d o’clock: no messages."), name, hour, hour + 1);
  if (cell->n < HEED_WEEK_MAP_LEAST_N)
    return g_strdup_printf (ngettext ("%s, %d to %d o’clock: only %u message, too few to tell.",
                                      "%s, %d to %d o’clock: only %u messages, too few to tell.", cell->n),
                            name, hour, hour + 1, cell->n);
  if (isnan (cell->median_s))
    return g_strdup_printf (ngettext ("%s, %d to %d o’clock: most of %u message got no answer.",
                                      "%s, %d to %d o’clock: most of %u messages got no answer.", cell->n),
                            name, hour, hour + 1, cell->n);
  return g_strdup_printf (ngettext ("%s, %d to %d o’clock: answered typically after %s (%u message).",
                                    "%s, %d to %d o’clock: answered typically after %s (%u messages).", cell->n),
                          name, hour, hour + 1, speed, cell->n);
}

/**
 * heed_week_map_dup_summary: the whole map in one sentence, for those who do not see it.
 */
char *
heed_week_map_dup_summary (HeedWeekMap *self)
{
  int best_day = -1, best_hour = -1;
  guint n_known = 0;

  g_return_val_if_fail (HEED_IS_WEEK_MAP (self), NULL);

  for (int day = 0; day < N_DAYS; day++)
    for (int hour = 0; hour < N_HOURS; hour++)
      {
        const HeedHourCell *cell = &self->week[day][hour];

        if (cell->n < HEED_WEEK_MAP_LEAST_N)
          continue;
        n_known++;
        if (!isnan (cell->median_s) && (best_day < 0 || cell->median_s < self->week[best_day][best_hour].median_s))
          {
            best_day = day;
            best_hour = hour;
          }
      }
  if (best_day < 0)
    return g_strdup (_ ("No hour of the week has enough messages yet to tell when answers come fastest."));

  g_autofree char *name = heed_format_weekday ((guint) best_day, "%A");
  g_autofree char *speed = heed_format_duration (self->week[best_day][best_hour].median_s);
  return g_strdup_printf (
    ngettext ("Fastest on %s from %d to %d o’clock, typically after %s; %u hour of the week is known.",
              "Fastest on %s from %d to %d o’clock, typically after %s; %u hours of the week are "
              "known.",
              n_known),
    name, best_hour, best_hour + 1, speed, n_known);
}

static void
update_spoken (HeedWeekMap *self)
{
  g_autofree char *spoken = self->day >= 0 ? dup_cell_sentence (self, self->day, self->hour)
                                           : heed_week_map_dup_summary (self);

  if (g_strcmp0 (self->spoken, spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->spoken, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPOKEN]);
}

static void
go_to (HeedWeekMap *self, int day, int hour)
{
  self->day = day;
  self->hour = hour;
  update_spoken (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
find_cell (HeedWeekMap *self, double x, double y, int *day, int *hour)
{
  Layout layout = lay_out (self);
  double from_left = x - layout.left;

  if (from_left < 0 || y < layout.top || layout.cell_width <= 0 || layout.cell_height <= 0)
    return FALSE;
  *hour = (int) (from_left / layout.cell_width);
  *day = (int) ((y - layout.top) / layout.cell_height);
  return *hour < N_HOURS && *day < N_DAYS;
}

static gboolean
heed_week_map_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  HeedWeekMap *self = HEED_WEEK_MAP (widget);
  int day = self->day, hour = self->hour;

  if (keyboard ? day < 0 : !find_cell (self, x, y, &day, &hour))
    return FALSE;
  g_autofree char *sentence = dup_cell_sentence (self, day, hour);
  gtk_tooltip_set_text (tooltip, sentence);
  return TRUE;
}

/* Shows the messages behind an hour, where there are any. */
static void
show_cell (HeedWeekMap *self, int day, int hour)
{
  g_autofree char *value = g_strdup_printf ("%d:%d", day, hour);

  if (self->week[day][hour].n > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "company.show-exchanges", "(ss)", "hour", value);
}

static gboolean
key_pressed_cb (HeedWeekMap *self, guint key, guint code, GdkModifierType state)
{
  int day = MAX (self->day, 0), hour = MAX (self->hour, 0);

  switch (key)
    {
    case GDK_KEY_Left:
      hour--;
      break;
    case GDK_KEY_Right:
      hour++;
      break;
    case GDK_KEY_Up:
      day--;
      break;
    case GDK_KEY_Down:
      day++;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      show_cell (self, day, hour);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  /* At the edge, the key goes on to whatever is beyond. */
  if (day < 0 || day >= N_DAYS || hour < 0 || hour >= N_HOURS)
    return GDK_EVENT_PROPAGATE;
  go_to (self, day, hour);
  return GDK_EVENT_STOP;
}

static void
focus_changed_cb (HeedWeekMap *self, GParamSpec *pspec, GtkEventController *controller)
{
  if (!gtk_event_controller_focus_is_focus (GTK_EVENT_CONTROLLER_FOCUS (controller)))
    go_to (self, -1, -1);
  else if (self->day < 0)
    go_to (self, MAX (self->now_day, 0), MAX (self->now_hour, 0));
}

static void
released_cb (HeedWeekMap *self, int n, double x, double y)
{
  int day, hour;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &day, &hour))
    return;
  go_to (self, day, hour);
  show_cell (self, day, hour);
}

static void
heed_week_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPOKEN)
    g_value_set_string (value, HEED_WEEK_MAP (object)->spoken);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_week_map_finalize (GObject *object)
{
  g_clear_pointer (&HEED_WEEK_MAP (object)->spoken, g_free);
  G_OBJECT_CLASS (heed_week_map_parent_class)->finalize (object);
}

static void
heed_week_map_class_init (HeedWeekMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = heed_week_map_get_property;
  object_class->finalize = heed_week_map_finalize;
  widget_class->snapshot = heed_week_map_snapshot;
  widget_class->measure = heed_week_map_measure;
  widget_class->get_request_mode = heed_week_map_get_request_mode;
  widget_class->query_tooltip = heed_week_map_query_tooltip;

  props[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "weekmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
heed_week_map_init (HeedWeekMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->now_day = self->now_hour = self->day = self->hour = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("When they answer"), -1);
  update_spoken (self);
}

/**
 * heed_week_map_set: shows the week of @scorecard.
 * @now: Unix seconds, for the day and hour that are marked
 */
void
heed_week_map_set (HeedWeekMap *self, const HeedScorecard *scorecard, gint64 now)
{
  g_return_if_fail (HEED_IS_WEEK_MAP (self) && scorecard != NULL);

  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (scorecard->timezone != NULL ? scorecard->timezone : "UTC");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);

  memcpy (self->week, scorecard->week, sizeof self->week);
  self->now_day = g_date_time_get_day_of_week (local) - 1;
  self->now_hour = g_date_time_get_hour (local);
  go_to (self, -1, -1);
}
