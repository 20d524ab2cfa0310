/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-free-days.h"

#include "heed-data-object.h"
#include "heed-week.h"

#define WEEKENDS "hours/weekends.json"
#define DAY_S (24 * 60 * 60)

static gpointer
load_weekends (gpointer user_data G_GNUC_UNUSED)
{
  return heed_data_load_object (WEEKENDS);
}

/**
 * heed_free_days_init: the weekend and the public holidays of a country.
 * @country: (nullable): ISO 3166-1 code in small letters; without one Saturday and Sunday
 */
void
heed_free_days_init (HeedFreeDays *days, const char *country)
{
  static GOnce once = G_ONCE_INIT;
  JsonObject *all = json_object_get_object_member (g_once (&once, load_weekends, NULL), "weekends");

  *days = (HeedFreeDays){ 0 };
  if (country != NULL)
    days->holidays = heed_holidays_new (country);
  if (country == NULL || !json_object_has_member (all, country))
    {
      days->weekend = 1u << G_DATE_SATURDAY | 1u << G_DATE_SUNDAY;
      return;
    }
  JsonArray *listed = json_object_get_array_member (all, country);
  for (guint i = 0; i < json_array_get_length (listed); i++)
    days->weekend |= 1u << json_array_get_int_element (listed, i);
}

/** heed_free_days_is_weekend: whether @day is one of the weekend. */
gboolean
heed_free_days_is_weekend (const HeedFreeDays *days, GDateTime *day)
{
  return (days->weekend >> g_date_time_get_day_of_week (day) & 1) != 0;
}

/** heed_free_days_is_free: whether @day is one of the weekend or a public holiday. */
gboolean
heed_free_days_is_free (const HeedFreeDays *days, GDateTime *day)
{
  g_autoptr (GDateTime) clock = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                                     g_date_time_get_day_of_month (day), 12, 0, 0);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return heed_free_days_is_weekend (days, day)
         || (days->holidays != NULL
             && heed_holidays_get_name (days->holidays, heed_week_get_local (utc, g_date_time_to_unix (clock)) / DAY_S)
                  != NULL);
}

void
heed_free_days_clear (HeedFreeDays *days)
{
  g_clear_pointer (&days->holidays, heed_holidays_free);
}
