/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Counting in the hours in which a company is there, through weekends, odd time zones and changes of the clock. */

#include "heed-clock.h"
#include "heed-next-step.h"

/* London's rules, written out so that the test needs no time zone files. */
#define LONDON "GMT0BST,M3.5.0/1,M10.5.0"

static gint64
at (const char *text)
{
  gint64 time = 0;

  g_assert_true (heed_time_parse (text, &time));
  return time;
}

static void
assert_added (const HeedOpenHours *hours, const char *from, gint64 open_s, const char *expected)
{
  g_autofree char *result = heed_time_format (heed_open_hours_add (hours, at (from), open_s));

  g_assert_cmpstr (result, ==, expected);
}

static void
test_open_hours (void)
{
  g_autoptr (GTimeZone) london = g_time_zone_new_identifier (LONDON);
  g_autoptr (GTimeZone) delhi = g_time_zone_new_identifier ("+05:30");
  HeedOpenHours hours;

  g_assert_nonnull (london);
  heed_open_hours_init_usual (&hours, london);
  g_assert_false (hours.is_known);
  assert_added (&hours, "2026-03-02T10:20:30Z", 0, "2026-03-02T10:20:30Z");
  assert_added (&hours, "2026-03-02T10:20:30Z", 3600, "2026-03-02T11:20:30Z");
  assert_added (&hours, "2026-03-02T03:00:00Z", 0, "2026-03-02T09:00:00Z");
  assert_added (&hours, "2026-03-07T03:00:00Z", 60, "2026-03-09T09:01:00Z");
  assert_added (&hours, "2026-03-06T16:59:59Z", 2, "2026-03-09T09:00:01Z");

  /* The clocks go forward on Sunday 29 March: nine in the morning is eight in UTC from then on. */
  assert_added (&hours, "2026-03-27T16:30:00Z", 3600, "2026-03-30T08:30:00Z");
  /* And back on Sunday 25 October. */
  assert_added (&hours, "2026-10-23T15:30:00Z", 3600, "2026-10-26T09:30:00Z");

  /* Always open: the night with 23 hours is no different from others. */
  for (guint day = 0; day < 7; day++)
    for (guint hour = 0; hour < 24; hour++)
      hours.open[day][hour] = TRUE;
  assert_added (&hours, "2026-03-29T00:00:00Z", 6 * 3600, "2026-03-29T06:00:00Z");

  /* Half an hour off the hours of UTC. */
  heed_open_hours_init_usual (&hours, delhi);
  assert_added (&hours, "2026-03-02T03:00:00Z", 0, "2026-03-02T03:30:00Z");
  assert_added (&hours, "2026-03-02T11:00:00Z", 3600, "2026-03-03T04:00:00Z");

  /* The last evening of the calendar, and a time behind it. */
  heed_open_hours_init_usual (&hours, london);
  g_assert_cmpint (heed_open_hours_add (&hours, at ("9999-12-31T23:30:00Z"), 60), ==, at ("9999-12-31T23:59:59Z") + 61);
  g_assert_cmpint (heed_open_hours_add (&hours, G_MAXINT64 / 2, 60), ==, G_MAXINT64 / 2 + 60);

  /* Never open is no reason to wait for ever. */
  memset (hours.open, 0, sizeof hours.open);
  assert_added (&hours, "2026-03-02T03:00:00Z", 3600, "2026-03-02T04:00:00Z");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open-hours/add", test_open_hours);
  return g_test_run ();
}
