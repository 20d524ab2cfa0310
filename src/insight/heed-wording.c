/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-wording.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MINUTE_S 60.0
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)

/**
 * heed_wording_duration: (transfer full): @seconds as people say it, in the largest unit of which there are two.
 */
char *
heed_wording_duration (double seconds)
{
  g_return_val_if_fail (isfinite (seconds), NULL);

  guint n;

  if (seconds < MINUTE_S)
    return g_strdup (_ ("less than a minute"));
  if (seconds < 2 * HOUR_S)
    {
      n = (guint) lround (seconds / MINUTE_S);
      return g_strdup_printf (ngettext ("%u minute", "%u minutes", n), n);
    }
  if (seconds < 2 * DAY_S)
    {
      n = (guint) lround (seconds / HOUR_S);
      return g_strdup_printf (ngettext ("%u hour", "%u hours", n), n);
    }
  n = (guint) lround (MIN (seconds / DAY_S, 1e6));
  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}

/** heed_wording_share: (transfer full): such as "71 % (62–79 %)", without bounds where there are none. */
char *
heed_wording_share (HeedShare share)
{
  g_return_val_if_fail (!isnan (share.value), NULL);

  long value = lround (share.value * 100);
  if (isnan (share.low) || isnan (share.high))
    return g_strdup_printf (_ ("%ld %%"), value);
  /* Translators: a share and its 95 % interval. */
  return g_strdup_printf (_ ("%ld %% (%ld–%ld %%)"), value, lround (share.low * 100), lround (share.high * 100));
}

/** heed_wording_day: (transfer full): the date of @time in @zone, such as "20 Nov 2025". */
char *
heed_wording_day (gint64 time, GTimeZone *zone)
{
  g_return_val_if_fail (zone != NULL, NULL);

  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) date = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  /* Translators: a date for g_date_time_format(): day, short month, year. */
  return date != NULL ? g_date_time_format (date, _ ("%-d %b %Y")) : g_strdup ("");
}
