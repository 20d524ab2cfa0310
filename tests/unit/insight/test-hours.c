/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-hours.h"
#include "heed-week.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 0:00 UTC. */
#define MONDAY 1772409600

/* A day as 24 letters: "-" closed, "#" open. */
static void
assert_day (gboolean open[7][24], guint day, const char *expected)
{
  char letters[25] = { 0 };

  for (guint hour = 0; hour < 24; hour++)
    letters[hour] = open[day][hour] ? '#' : '-';
  g_assert_cmpstr (letters, ==, expected);
}

static void
test_learn (void)
{
  g_autoptr (GArray) replies = g_array_new (FALSE, FALSE, sizeof (HeedReply));
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  gboolean open[7][24];

  /* Three weeks of Monday to Friday, nine to five, two replies an hour, none at lunch. */
  for (guint day = 0; day < 21; day++)
    for (guint hour = 9; hour < 17 && day % 7 < 5; hour++)
      for (guint i = 0; i < 2 && hour != 12; i++)
        {
          HeedReply reply = { .at = MONDAY + day * DAY + hour * HOUR + i * 600 };
          g_array_append_val (replies, reply);
        }
  /* Hundreds in one night are still one night. */
  for (guint i = 0; i < 300; i++)
    {
      HeedReply stray = { .at = MONDAY + 3 * HOUR + i };
      g_array_append_val (replies, stray);
    }

  g_assert_true (heed_hours_learn (replies, utc, NULL, NULL, open));
  for (guint day = 0; day < 5; day++)
    assert_day (open, day, "---------########-------");
  assert_day (open, 5, "------------------------");
  assert_day (open, 6, "------------------------");
  g_assert_true (heed_hours_learn (replies, berlin, NULL, NULL, open));
  assert_day (open, 0, "----------########------");

  /* Nine days are too few, and so are 149 replies. */
  g_autoptr (GArray) nine_days = g_array_copy (replies);
  g_array_remove_range (nine_days, 9 * 14, 12 * 14);
  g_assert_cmpuint (nine_days->len, >, 150);
  g_assert_false (heed_hours_learn (nine_days, utc, NULL, NULL, open));
  g_array_set_size (replies, 149);
  g_assert_false (heed_hours_learn (replies, utc, NULL, NULL, open));
  assert_day (open, 0, "------------------------");
}

/* S9: against a walk over every second hour by hour. */
static void
test_counter (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  HeedHoursCounter counter;
  gboolean open[7][24];

  for (guint cell = 0; cell < 7 * 24; cell++)
    open[cell / 24][cell % 24] = cell % 3 == 0 || cell % 24 > 20;
  heed_hours_counter_init (&counter, open, zone);
  for (guint round = 0; round < 200; round++)
    {
      gint64 from = MONDAY - 3000 * DAY + g_test_rand_int_range (0, 7 * DAY);
      gint64 to = from + g_test_rand_int_range (0, 9 * DAY);
      gint64 expected = 0;

      for (gint64 at = from; at < to; at++)
        {
          guint day, hour;

          heed_week_get_cell (zone, at, &day, &hour);
          expected += open[day][hour] ? 1 : 0;
          /* Nothing changes before the next full hour. */
          gint64 rest = MIN (HOUR - 1 - at % HOUR, to - 1 - at);
          expected += open[day][hour] ? rest : 0;
          at += rest;
        }
      g_assert_cmpint (heed_hours_counter_get (&counter, from, to), ==, expected);
    }
}

static void
test_week (void)
{
  g_autoptr (GTimeZone) utc = heed_week_new_zone ("No/Such");
  g_autoptr (GTimeZone) kolkata = heed_week_new_zone ("Asia/Kolkata");
  guint day, hour;

  heed_week_get_cell (utc, MONDAY, &day, &hour);
  g_assert_cmpuint (day, ==, 0);
  g_assert_cmpuint (hour, ==, 0);
  heed_week_get_cell (utc, MONDAY - 1, &day, &hour);
  g_assert_cmpuint (day, ==, 6);
  g_assert_cmpuint (hour, ==, 23);
  heed_week_get_cell (utc, -4 * DAY, &day, &hour);
  g_assert_cmpuint (day, ==, 6);
  heed_week_get_cell (kolkata, MONDAY + HOUR, &day, &hour);
  g_assert_cmpuint (hour, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/learn", test_learn);
  g_test_add_func ("/hours/counter", test_counter);
  g_test_add_func ("/hours/week", test_week);
  return g_test_run ();
}
