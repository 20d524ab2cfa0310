/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A day is typed as people write it, or chosen in the calendar. */

#include <adwaita.h>

#include "heed-date-row.h"
#include "heed-test-library.h"

static void
test_typed (void)
{
  HeedDateRow *row = g_object_ref_sink (g_object_new (HEED_TYPE_DATE_ROW, "has-clock", TRUE, NULL));
  gint64 time = -1;

  g_assert_true (heed_date_row_get_time (row, &time));
  g_assert_cmpint (time, ==, 0);
  heed_date_row_set_time (row, HEED_TEST_NOW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026-11-20 10:00");
  g_assert_true (heed_date_row_get_time (row, &time));
  g_assert_cmpint (time, ==, HEED_TEST_NOW);

  /* As people write days, the nearest one where the year is left out; the test's now is 20 November 2026. */
  static const struct
  {
    const char *typed;
    const char *means;
  } right[] = {
    { "4.12.2026", "2026-12-04" },
    { "4.12.", "2026-12-04" },
    { "4. 1.", "2027-01-04" },
    { "12 November", "2026-11-12" },
    { "12 nov", "2026-11-12" },
    { "Dec 4", "2026-12-04" },
    { "December 4th, 2025", "2025-12-04" },
    { "tomorrow", "2026-11-21" },
    { "Today", "2026-11-20" },
    { "yesterday 9:05", "2026-11-19 09:05" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  heed_date_row_set_clock (row, zone, HEED_TEST_NOW);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), right[i].typed);
      g_assert_true (heed_date_row_get_time (row, &time));
      heed_date_row_set_time (row, time);
      g_autofree char *read = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
      g_assert_true (g_str_has_prefix (read, right[i].means));
    }

  static const char *const wrong[] = { "2026-02-30",       "2026-13-01",  "04/12/2026", "31.11.",
                                       "2026-11-20 25:00", "2026-11-20x", "soon",       "4 Fooember" };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), wrong[i]);
      g_assert_false (heed_date_row_get_time (row, &time));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
    }
  g_assert_finalize_object (G_OBJECT (row));
}

static void
assert_chosen (GtkWidget *window, int year, int month, int day)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (heed_test_find_widget (window, GTK_TYPE_MENU_BUTTON, NULL));

  gtk_menu_button_popup (button);
  heed_test_settle ();
  GtkCalendar *calendar = GTK_CALENDAR (heed_test_find_widget (window, GTK_TYPE_CALENDAR, NULL));
  g_autoptr (GDateTime) shown = gtk_calendar_get_date (calendar);
  g_assert_cmpint (g_date_time_get_year (shown), ==, year);
  g_assert_cmpint (g_date_time_get_month (shown), ==, month);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, day);

  g_autoptr (GDateTime) next = g_date_time_add_days (shown, 1);
  gtk_calendar_select_day (calendar, next);
  heed_test_settle ();
  g_assert_null (heed_test_find_widget (window, GTK_TYPE_CALENDAR, NULL));
}

static void
test_calendar (void)
{
  HeedDateRow *row = g_object_new (HEED_TYPE_DATE_ROW, "title", "Since", NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  heed_test_settle ();

  /* It opens at what is typed, each time, and a day that is pressed is typed. */
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-02-28");
  assert_chosen (window, 2026, 2, 28);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026-03-01");
  gtk_editable_set_text (GTK_EDITABLE (row), "2025-12-31");
  assert_chosen (window, 2025, 12, 31);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026-01-01");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/date-row/typed", test_typed);
  g_test_add_func ("/display/date-row/calendar", test_calendar);
  return g_test_run ();
}
