/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-date-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _HeedDateRow
{
  AdwEntryRow parent_instance;

  GTimeZone *zone;
  gint64 now;
  gboolean has_clock;
  /* NULL until the button is first pressed. */
  GtkCalendar *calendar;
  GtkPopover *popover;
};

enum
{
  PROP_0,
  PROP_HAS_CLOCK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedDateRow, heed_date_row, ADW_TYPE_ENTRY_ROW)

static int
to_number (const char *text)
{
  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

/* The month whose name, or the beginning of it, @word is; 0 for none. */
static int
find_month (const char *word)
{
  static const char *const formats[] = { "%B", "%OB", "%b" };
  g_autofree char *typed = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (typed, -1) < 3)
    return 0;
  for (int month = 1; month <= 12; month++)
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
      {
        g_autoptr (GDateTime) day = g_date_time_new_utc (2026, month, 1, 0, 0, 0);
        g_autofree char *name = g_date_time_format (day, formats[i]);
        g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

        if (folded != NULL && g_str_has_prefix (folded, typed))
          return month;
      }
  return 0;
}

/* "4 December" is the one nearest to now, before or after it. */
static GDateTime *
find_nearest (HeedDateRow *self, GDateTime *now, int month, int day)
{
  GDateTime *nearest = NULL;

  for (int year = g_date_time_get_year (now) - 1; year <= g_date_time_get_year (now) + 1; year++)
    {
      g_autoptr (GDateTime) one = g_date_time_new (self->zone, year, month, day, 0, 0, 0);

      if (one == NULL
          || (nearest != NULL && ABS (g_date_time_difference (one, now)) > ABS (g_date_time_difference (nearest, now))))
        continue;
      g_clear_pointer (&nearest, g_date_time_unref);
      nearest = g_steal_pointer (&one);
    }
  return nearest;
}

/* Where @pattern fits @text: its groups called y, m, d, a month's name and a clock among them. */
static GDateTime *
read_parts (HeedDateRow *self, GDateTime *now, const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  g_autofree char *year = g_match_info_fetch_named (match, "y");
  g_autofree char *number = g_match_info_fetch_named (match, "m");
  g_autofree char *name = g_match_info_fetch_named (match, "name");
  g_autofree char *day = g_match_info_fetch_named (match, "d");
  const int month = number != NULL ? to_number (number) : find_month (name);

  if (year != NULL && *year != '\0')
    return g_date_time_new (self->zone, to_number (year), month, to_number (day), 0, 0, 0);
  return find_nearest (self, now, month, to_number (day));
}

static GDateTime *
read_day (HeedDateRow *self, const char *text)
{
  /* A day first where dots part it; with slashes half the world begins with the month, so those are not guessed. */
  static const char *const patterns[] = {
    "^(?<y>\\d{1,4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})$",
    "^(?<d>\\d{1,2})\\.\\s*(?<m>\\d{1,2})\\.?\\s*(?<y>\\d{4})?$",
    "^(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?<name>\\p{L}+)\\.?,?\\s*(?<y>\\d{4})?$",
    "^(?<name>\\p{L}+)\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<y>\\d{4}))?$",
  };
  const char *const near[] = { _ ("yesterday"), _ ("today"), _ ("tomorrow") };
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->now);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, self->zone);
  g_autofree char *typed = g_utf8_casefold (text, -1);

  for (int i = 0; i < (int) G_N_ELEMENTS (near); i++)
    {
      g_autofree char *word = g_utf8_casefold (near[i], -1);
      g_autoptr (GDateTime) day = g_date_time_add_days (now, i - 1);

      if (strcmp (typed, word) == 0)
        return g_date_time_new (self->zone, g_date_time_get_year (day), g_date_time_get_month (day),
                                g_date_time_get_day_of_month (day), 0, 0, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      GDateTime *day = read_parts (self, now, patterns[i], text);

      if (day != NULL)
        return day;
    }
  return NULL;
}

/* What a person types: 2026-03-05, 5.3.2026, 5 March, tomorrow; and an hour, 14:30, where that matters. */
static GDateTime *
parse (HeedDateRow *self, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*(.+?)(?:,?\\s+(\\d{1,2}):(\\d{1,2}))?\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  const gboolean has_clock = g_match_info_get_match_count (match) > 2;
  g_autofree char *typed = g_match_info_fetch (match, 1);
  g_autofree char *hour = g_match_info_fetch (match, 2);
  g_autofree char *minute = g_match_info_fetch (match, 3);
  g_autoptr (GDateTime) day = read_day (self, typed);

  if (day == NULL || (has_clock && !self->has_clock))
    return NULL;
  return g_date_time_new (self->zone, g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day), to_number (hour), to_number (minute), 0);
}

static void
changed_cb (HeedDateRow *self)
{
  gint64 time;

  if (heed_date_row_get_time (self, &time))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
}

static char *
dup_text (HeedDateRow *self, gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;

  return local != NULL ? g_date_time_format (local, self->has_clock ? "%Y-%m-%d %H:%M" : "%Y-%m-%d") : g_strdup ("");
}

/* What was understood is shown once the person goes on. */
static void
left_cb (HeedDateRow *self)
{
  gint64 time;

  if (!heed_date_row_get_time (self, &time) || time == 0)
    return;
  g_autofree char *text = dup_text (self, time);
  if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (self))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
day_selected_cb (HeedDateRow *self)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) typed = parse (self, gtk_editable_get_text (GTK_EDITABLE (self)));
  g_autofree char *day = g_date_time_format (chosen, "%Y-%m-%d");
  g_autofree char *clock = typed != NULL ? g_date_time_format (typed, "%H:%M") : g_strdup ("12:00");
  g_autofree char *text = self->has_clock ? g_strdup_printf ("%s %s", day, clock) : g_strdup (day);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_popover_popdown (self->popover);
}

/* A calendar is hundreds of widgets: it is made when it is first asked for. */
static void
create_popover (HeedDateRow *self, GtkMenuButton *button)
{
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->popover));
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
popping_up_cb (GtkMenuButton *button, gpointer user_data)
{
  HeedDateRow *self = user_data;
  g_autoptr (GDateTime) typed = parse (self, gtk_editable_get_text (GTK_EDITABLE (self)));

  if (self->popover == NULL)
    create_popover (self, button);
  if (typed == NULL)
    return;
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, typed);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

/* Numbers are read from the left wherever the words around them come from; they still stand where the row begins. */
static void
direct_text (HeedDateRow *self)
{
  const gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), GTK_TEXT_DIR_LTR);
  gtk_editable_set_alignment (GTK_EDITABLE (self), is_mirrored ? 1 : 0);
}

static void
heed_date_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (heed_date_row_parent_class)->direction_changed (widget, previous);
  direct_text (HEED_DATE_ROW (widget));
}

static void
heed_date_row_finalize (GObject *object)
{
  HeedDateRow *self = HEED_DATE_ROW (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (heed_date_row_parent_class)->finalize (object);
}

static void
heed_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedDateRow *self = HEED_DATE_ROW (object);

  switch (id)
    {
    case PROP_HAS_CLOCK:
      g_value_set_boolean (value, self->has_clock);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* How a day may be written; in the title it would be cut where letters are large. */
static void
say_how (HeedDateRow *self)
{
  const char *how = self->has_clock ? _ ("A day and a time, such as 2026-03-05 14:30, 5 March 14:30, or yesterday")
                                    : _ ("A day, such as 2026-03-05, 5 March, or yesterday");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), how);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, how, -1);
}

static void
heed_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedDateRow *self = HEED_DATE_ROW (object);

  switch (id)
    {
    case PROP_HAS_CLOCK:
      self->has_clock = g_value_get_boolean (value);
      say_how (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_date_row_class_init (HeedDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = heed_date_row_finalize;
  object_class->get_property = heed_date_row_get_property;
  object_class->set_property = heed_date_row_set_property;
  GTK_WIDGET_CLASS (klass)->direction_changed = heed_date_row_direction_changed;
  properties[PROP_HAS_CLOCK] = g_param_spec_boolean (
    "has-clock", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_date_row_init (HeedDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->zone = g_time_zone_new_utc ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popping_up_cb, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a day"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  say_how (self);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_DIGITS);
  direct_text (self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/** heed_date_row_set_clock: in which zone days and hours are meant, UTC before; near @now (Unix seconds) where no year
 * is named. */
void
heed_date_row_set_clock (HeedDateRow *self, GTimeZone *zone, gint64 now)
{
  g_return_if_fail (HEED_IS_DATE_ROW (self) && zone != NULL);

  g_time_zone_unref (self->zone);
  self->zone = g_time_zone_ref (zone);
  self->now = now;
}

/** heed_date_row_get_time: reads Unix seconds, 0 where nothing was typed; %FALSE when it is no date. */
gboolean
heed_date_row_get_time (HeedDateRow *self, gint64 *time)
{
  g_return_val_if_fail (HEED_IS_DATE_ROW (self) && time != NULL, FALSE);

  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  *time = 0;
  if (*text == '\0')
    return TRUE;

  g_autoptr (GDateTime) parsed = parse (self, text);
  if (parsed == NULL)
    return FALSE;
  *time = g_date_time_to_unix (parsed);
  return TRUE;
}

/** heed_date_row_set_time: shows @time (Unix seconds), nothing for 0. */
void
heed_date_row_set_time (HeedDateRow *self, gint64 time)
{
  g_return_if_fail (HEED_IS_DATE_ROW (self));

  g_autofree char *text = time != 0 ? dup_text (self, time) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}
