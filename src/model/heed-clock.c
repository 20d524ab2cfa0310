/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-clock.h"

#include <string.h>

struct _HeedClock
{
  gboolean is_fixed;
  gint64 now;
};

/**
 * heed_clock_new_system: a clock that shows the machine's time.
 *
 * Only the two entries make one; everything below is handed its clock, so
 * that a test can decide what time it is.
 *
 * Returns: (transfer full): free with heed_clock_free()
 */
HeedClock *
heed_clock_new_system (void)
{
  return g_new0 (HeedClock, 1);
}

/**
 * heed_clock_new_fixed: a clock that stands still until it is set.
 * @now: Unix seconds
 *
 * Returns: (transfer full): free with heed_clock_free()
 */
HeedClock *
heed_clock_new_fixed (gint64 now)
{
  HeedClock *clock = g_new0 (HeedClock, 1);

  clock->is_fixed = TRUE;
  clock->now = now;
  return clock;
}

/** heed_clock_set: moves a fixed clock to @now (Unix seconds). */
void
heed_clock_set (HeedClock *clock, gint64 now)
{
  g_return_if_fail (clock != NULL && clock->is_fixed);

  clock->now = now;
}

/** heed_clock_now: the time in Unix seconds. */
gint64
heed_clock_now (const HeedClock *clock)
{
  g_return_val_if_fail (clock != NULL, 0);

  return clock->is_fixed ? clock->now : g_get_real_time () / G_USEC_PER_SEC;
}

void
heed_clock_free (HeedClock *clock)
{
  g_free (clock);
}

/**
 * heed_time_parse: reads an RFC 3339 time or an ISO 8601 date.
 * @text: such as "2026-03-01T10:00:00Z"; without an offset it is UTC
 * @time: (out): Unix seconds, fractions cut off
 *
 * Returns: %FALSE when @text is no time; @time is then left alone
 */
gboolean
heed_time_parse (const char *text, gint64 *time)
{
  g_return_val_if_fail (time != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = strlen (text) == strlen ("2026-03-01") ? g_strconcat (text, "T00:00:00Z", NULL)
                                                                  : g_strdup (text);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (whole, utc);
  if (date == NULL)
    return FALSE;
  *time = g_date_time_to_unix (date);
  return TRUE;
}

/**
 * heed_time_format: writes a time as RFC 3339 in UTC, as the command line prints it.
 * @time: Unix seconds
 *
 * Returns: (transfer full): such as "2026-03-01T10:00:00Z"
 */
char *
heed_time_format (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}
