/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-open-hours.h"

#include "heed-week.h"

#define HOUR_S 3600
#define DAY_S (24 * HOUR_S)
#define SUNDAY 6

/* No week is closed for so long that the next opening would not be found. */
#define MAX_WALK_S (28 * DAY_S)

/**
 * heed_open_hours_init_usual: Monday to Friday, 9 to 17: office hours, where nothing better is known (row S4).
 * @zone: borrowed; must live as long as @hours is used
 */
void
heed_open_hours_init_usual (HeedOpenHours *hours, GTimeZone *zone)
{
  g_return_if_fail (hours != NULL && zone != NULL);

  *hours = (HeedOpenHours){ .is_known = FALSE, .zone = zone };
  for (guint day = 0; day < 5; day++)
    for (guint hour = 9; hour < 17; hour++)
      hours->open[day][hour] = TRUE;
}

static gboolean
is_ever_open (const HeedOpenHours *hours)
{
  for (guint day = 0; day < 7; day++)
    for (guint hour = 0; hour < 24; hour++)
      if (hours->open[day][hour])
        return TRUE;
  return FALSE;
}

/* Whether it is open at @at, and for how many seconds the clock on the wall shows the same hour; 0 after the year 9999,
 * with which the calendar ends. */
static gint64
get_chunk (const HeedOpenHours *hours, gint64 at, gboolean *is_open)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, hours->zone) : NULL;

  *is_open = FALSE;
  if (local == NULL)
    return 0;
  guint day = (guint) g_date_time_get_day_of_week (local) - 1;
  if (hours->holidays != NULL
      && heed_holidays_get_name (hours->holidays, heed_week_get_local (hours->zone, at) / DAY_S) != NULL)
    day = SUNDAY;
  *is_open = hours->open[day][g_date_time_get_hour (local)];
  return HOUR_S - g_date_time_get_minute (local) * 60 - g_date_time_get_second (local);
}

/**
 * heed_open_hours_add: counts seconds that pass while the company is there.
 * @from: Unix seconds
 * @open_s: 0 for the next moment that is open, @from itself when it is
 *
 * The hours are those of the clock on the company's wall: the loop goes from one full local hour to the next, so that
 * a night with 23 or 25 hours is counted as it is lived.
 *
 * Returns: Unix seconds; hours that are never open count as always open
 */
gint64
heed_open_hours_add (const HeedOpenHours *hours, gint64 from, gint64 open_s)
{
  g_return_val_if_fail (hours != NULL && hours->zone != NULL && open_s >= 0, from);

  if (!is_ever_open (hours))
    return from + open_s;

  for (gint64 at = from, left_s = open_s;;)
    {
      gboolean is_open;
      gint64 chunk_s = get_chunk (hours, at, &is_open);

      if (chunk_s == 0)
        return at + left_s;
      if (is_open)
        {
          if (left_s <= chunk_s)
            return at + left_s;
          left_s -= chunk_s;
        }
      at += chunk_s;
    }
}

/**
 * heed_open_hours_get_change: whether somebody is there at a moment, and how long it stays so (S7).
 * @is_open: (out)
 * @change: (out): Unix seconds of the next closing, or opening
 *
 * Returns: %FALSE, with @is_open, where nothing changes within four weeks: it is always open, or never
 */
gboolean
heed_open_hours_get_change (const HeedOpenHours *hours, gint64 from, gboolean *is_open, gint64 *change)
{
  g_return_val_if_fail (hours != NULL && hours->zone != NULL && is_open != NULL && change != NULL, FALSE);

  gint64 chunk_s = get_chunk (hours, from, is_open);
  for (gint64 at = from + chunk_s; chunk_s > 0 && at - from < MAX_WALK_S; at += chunk_s)
    {
      gboolean is_open_then;

      chunk_s = get_chunk (hours, at, &is_open_then);
      if (is_open_then != *is_open)
        {
          *change = at;
          return TRUE;
        }
    }
  return FALSE;
}
