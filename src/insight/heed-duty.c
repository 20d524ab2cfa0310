/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether somebody is there now, on the company's clocks and, where they differ, on the user's (S7, S35). */

#include "heed-duty.h"

#include <glib/gi18n-lib.h>

#include "heed-presence.h"

/* "8:00", "tomorrow at 8:00", "on Monday at 8:00", or a date, as seen from @now in @zone. */
static char *
format_moment (gint64 moment, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment), utc_now = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autoptr (GDateTime) local_now = g_date_time_to_timezone (utc_now, zone);
  GDate day, today;

  g_date_clear (&day, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (local_now),
                  (GDateMonth) g_date_time_get_month (local_now), (GDateYear) g_date_time_get_year (local_now));
  int days = g_date_days_between (&today, &day);
  if (days == 0)
    return g_date_time_format (local, _ ("%-H:%M"));
  if (days == 1)
    return g_date_time_format (local, _ ("tomorrow at %-H:%M"));
  return g_date_time_format (local, days < 7 ? _ ("on %A at %-H:%M") : _ ("on %-d %B at %-H:%M"));
}

/**
 * heed_duty_describe: whether somebody is there now, and until when that holds, by docs/statistics.md.
 * @now: Unix seconds; %HEED_NEVER for an archive, which has no now
 * @zone: (nullable): the user's; %NULL only where there is no now
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL where no hours are known
 */
char *
heed_duty_describe (const HeedScorecard *scorecard, gint64 now, GTimeZone *zone)
{
  g_return_val_if_fail (scorecard != NULL && (zone != NULL || now == HEED_NEVER), NULL);

  g_auto (HeedCompanyHours) company = { 0 };
  gboolean is_open;
  gint64 change;

  if (now == HEED_NEVER || !heed_company_hours_init (&company, scorecard))
    return NULL;
  if (!heed_open_hours_get_change (&company.hours, now, &is_open, &change))
    return g_strdup (is_open ? _ ("On duty now, around the clock.") : _ ("Closed now."));

  g_autofree char *theirs = format_moment (change, now, company.zone);
  g_autofree char *yours = format_moment (change, now, zone);
  if (g_str_equal (theirs, yours))
    /* Translators: a moment such as “20:00” or “tomorrow at 8:00”. */
    return g_strdup_printf (is_open ? _ ("On duty now, until %s") : _ ("Closed now, back %s"), theirs);
  /* Translators: twice the same moment, on the company's clock and on the user's. */
  return g_strdup_printf (
    is_open ? _ ("On duty now, until %s (%s your time)") : _ ("Closed now, back %s (%s your time)"), theirs, yours);
}
