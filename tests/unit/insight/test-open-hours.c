/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Counting in the hours in which a company is there, through weekends, odd time zones and changes of the clock. */

#include "heed-clock.h"
#include <string.h>

#include "heed-open-hours.h"

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

/* S7: on duty now until when, or back when: over a weekend, a change of the clocks, a public holiday. */
static void
test_change (void)
{
  static const struct
  {
    const char *now, *change;
    gboolean is_open;
  } cases[] = {
    { "2026-03-02T10:20:00Z", "2026-03-02T17:00:00Z", TRUE },
    { "2026-03-02T17:00:00Z", "2026-03-03T09:00:00Z", FALSE },
    { "2026-03-02T08:59:59Z", "2026-03-02T09:00:00Z", FALSE },
    { "2026-03-06T18:00:00Z", "2026-03-09T09:00:00Z", FALSE },
    /* In summer nine o'clock in London is eight in UTC. */
    { "2026-03-27T18:00:00Z", "2026-03-30T08:00:00Z", FALSE },
    /* Good Friday to Easter Monday; then Christmas Day to the substitute for Boxing Day. */
    { "2026-04-02T17:00:00Z", "2026-04-07T08:00:00Z", FALSE },
    { "2026-12-25T12:00:00Z", "2026-12-29T09:00:00Z", FALSE },
  };
  g_autoptr (GTimeZone) london = g_time_zone_new_identifier (LONDON);
  g_autoptr (HeedHolidays) holidays = heed_holidays_new ("gb");
  HeedOpenHours hours;
  gboolean is_open;
  gint64 change;

  heed_open_hours_init_usual (&hours, london);
  hours.holidays = holidays;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (heed_open_hours_get_change (&hours, at (cases[i].now), &is_open, &change));
      g_autofree char *found = heed_time_format (change);
      g_assert_cmpstr (found, ==, cases[i].change);
      g_assert_cmpint (is_open, ==, cases[i].is_open);
    }

  /* Without holidays Good Friday is a Friday. */
  hours.holidays = NULL;
  g_assert_true (heed_open_hours_get_change (&hours, at ("2026-04-02T17:00:00Z"), &is_open, &change));
  g_assert_cmpint (change, ==, at ("2026-04-03T08:00:00Z"));

  /* Never open, always open: nothing changes. */
  memset (hours.open, 0, sizeof hours.open);
  g_assert_false (heed_open_hours_get_change (&hours, at (cases[0].now), &is_open, &change));
  g_assert_false (is_open);
  for (guint cell = 0; cell < 7 * 24; cell++)
    hours.open[cell / 24][cell % 24] = TRUE;
  g_assert_false (heed_open_hours_get_change (&hours, at (cases[0].now), &is_open, &change));
  g_assert_true (is_open);
  g_assert_false (heed_open_hours_get_change (&hours, G_MAXINT64 / 2, &is_open, &change));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open-hours/add", test_open_hours);
  g_test_add_func ("/open-hours/change", test_change);
  return g_test_run ();
}
