/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-next-step.h"

#define HOUR_S 3600

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
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
      g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, hours->zone) : NULL;

      /* The calendar ends with the year 9999; there is no clock to look at after it. */
      if (local == NULL)
        return at + left_s;
      gint64 chunk_s = HOUR_S - g_date_time_get_minute (local) * 60 - g_date_time_get_second (local);

      if (hours->open[g_date_time_get_day_of_week (local) - 1][g_date_time_get_hour (local)])
        {
          if (left_s <= chunk_s)
            return at + left_s;
          left_s -= chunk_s;
        }
      at += chunk_s;
    }
}
