/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-week.h"

#define HOUR_S 3600
#define DAY_S (24 * HOUR_S)

/* 1 January 1970 was a Thursday; weeks begin on Monday. */
#define EPOCH_WEEKDAY 3

/** heed_week_new_zone: (transfer full): the zone called @name, UTC where there is no such one. */
GTimeZone *
heed_week_new_zone (const char *name)
{
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * heed_week_get_local: what the clocks on the wall count.
 * @time: Unix seconds
 *
 * Returns: seconds since Monday, 29 December 1969, 0:00, in @zone
 */
gint64
heed_week_get_local (GTimeZone *zone, gint64 time)
{
  g_return_val_if_fail (zone != NULL, 0);

  gint interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, time);
  return time + g_time_zone_get_offset (zone, interval) + EPOCH_WEEKDAY * DAY_S;
}

/**
 * heed_week_get_cell: the weekday and the hour of @time in @zone.
 * @day: (out): 0 is Monday
 * @hour: (out): 0 to 23
 */
void
heed_week_get_cell (GTimeZone *zone, gint64 time, guint *day, guint *hour)
{
  g_return_if_fail (zone != NULL && day != NULL && hour != NULL);

  gint64 in_week = heed_week_get_local (zone, time) % (7 * DAY_S);
  if (in_week < 0)
    in_week += 7 * DAY_S;
  *day = (guint) (in_week / DAY_S);
  *hour = (guint) (in_week % DAY_S / HOUR_S);
}
