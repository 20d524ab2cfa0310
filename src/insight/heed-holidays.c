/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-holidays.h"

#include "heed-data-object.h"
#include "heed-data.h"

#define ZONES "hours/zones.json"

/* Days are counted as heed_week_get_local() does, from Monday, 29 December 1969. */
#define FIRST_YEAR 1969

/* The calendar of times ends with it; nothing that is asked for lies behind. */
#define LAST_YEAR 9999

struct _HeedHolidays
{
  char *country;
  JsonParser *parser;
  JsonObject *rules;
  GHashTable *years;
  GHashTable *days;
};

void
heed_holidays_free (HeedHolidays *holidays)
{
  if (holidays == NULL)
    return;
  g_free (holidays->country);
  g_object_unref (holidays->parser);
  g_hash_table_unref (holidays->years);
  g_hash_table_unref (holidays->days);
  g_free (holidays);
}

/* The JSON object in a file of data/, which is compiled in; NULL where there is no such file. */
static JsonObject *
load (JsonParser *parser, const char *name)
{
  g_autoptr (GBytes) bytes = heed_data_lookup (name, NULL);
  gsize length;

  if (bytes == NULL)
    return NULL;
  const char *json = g_bytes_get_data (bytes, &length);
  return json_parser_load_from_data (parser, json, (gssize) length, NULL)
           ? json_node_get_object (json_parser_get_root (parser))
           : NULL;
}

/**
 * heed_holidays_new: the public holidays of a country, by the rules in data/holidays.
 * @country: ISO 3166-1 code in small letters
 *
 * Returns: (transfer full) (nullable): %NULL for a country of which nothing is known
 */
HeedHolidays *
heed_holidays_new (const char *country)
{
  g_return_val_if_fail (country != NULL, NULL);

  g_autofree char *name = g_strdup_printf ("holidays/%s.json", country);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *rules = load (parser, name);
  if (rules == NULL)
    return NULL;

  HeedHolidays *holidays = g_new0 (HeedHolidays, 1);
  holidays->country = g_strdup (country);
  holidays->parser = g_steal_pointer (&parser);
  holidays->rules = rules;
  holidays->years = g_hash_table_new (NULL, NULL);
  holidays->days = g_hash_table_new (NULL, NULL);
  return holidays;
}

/**
 * heed_holidays_new_for_zone: the public holidays of the country that a time zone lies in.
 * @zone: (nullable): IANA name
 *
 * Returns: (transfer full) (nullable): %NULL where the zone tells no country, or nothing is known of it
 */
HeedHolidays *
heed_holidays_new_for_zone (const char *zone)
{
  if (zone == NULL)
    return NULL;

  g_autoptr (JsonObject) zones = heed_data_load_object (ZONES);
  JsonObject *countries = json_object_get_object_member (zones, "countries");
  const char *country = json_object_get_string_member_with_default (countries, zone, NULL);
  return country != NULL ? heed_holidays_new (country) : NULL;
}

/** heed_holidays_get_country: (transfer none): its code in small letters. */
const char *
heed_holidays_get_country (const HeedHolidays *holidays)
{
  g_return_val_if_fail (holidays != NULL, NULL);

  return holidays->country;
}

/* Easter Sunday in the Gregorian calendar: "A New York correspondent", Nature, 20 April 1876. */
static void
set_easter (GDate *date, guint year)
{
  guint a = year % 19, b = year / 100, c = year % 100;
  guint d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  guint h = (19 * a + b - d - g + 15) % 30;
  guint i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  guint m = (a + 11 * h + 22 * l) / 451;
  guint n = h + l - 7 * m + 114;

  g_date_set_dmy (date, (GDateDay) (n % 31 + 1), (GDateMonth) (n / 31), (GDateYear) year);
}

static gint64
get_day_number (const GDate *date)
{
  g_autoptr (GDate) first = g_date_new_dmy (29, G_DATE_DECEMBER, FIRST_YEAR);

  return g_date_days_between (first, date);
}

static void
add_day (HeedHolidays *holidays, const GDate *date, const char *name)
{
  gpointer day = GINT_TO_POINTER ((gint) get_day_number (date));

  if (!g_hash_table_contains (holidays->days, day))
    g_hash_table_insert (holidays->days, day, (gpointer) name);
}

static gboolean
is_free (HeedHolidays *holidays, const GDate *date)
{
  return g_date_get_weekday (date) >= G_DATE_SATURDAY
         || g_hash_table_contains (holidays->days, GINT_TO_POINTER ((gint) get_day_number (date)));
}

/* Whether a rule holds in @year. */
static gboolean
holds_in (JsonObject *rule, guint year)
{
  JsonArray *not = json_object_has_member (rule, "not") ? json_object_get_array_member (rule, "not") : NULL;

  for (guint i = 0; not != NULL && i < json_array_get_length (not ); i++)
    if (json_array_get_int_element (not, i) == year)
      return FALSE;
  return json_object_get_int_member_with_default (rule, "from", 0) <= year;
}

/* The day that a rule gives: so many days from Easter, a date, or the first such weekday from a date on. */
static void
set_by_rule (GDate *date, JsonObject *rule, guint year)
{
  gint64 weekday = json_object_get_int_member_with_default (rule, "weekday", 0);

  if (json_object_has_member (rule, "easter"))
    {
      gint64 days = json_object_get_int_member (rule, "easter");

      set_easter (date, year);
      if (days < 0)
        g_date_subtract_days (date, (guint) -days);
      else
        g_date_add_days (date, (guint) days);
      return;
    }
  g_date_set_dmy (date, (GDateDay) json_object_get_int_member (rule, "day"),
                  (GDateMonth) json_object_get_int_member (rule, "month"), (GDateYear) year);
  while (weekday != 0 && g_date_get_weekday (date) != (GDateWeekday) weekday)
    g_date_add_days (date, 1);
}

/* The day on which one that falls on a weekend is kept as well. */
static void
add_moved (HeedHolidays *holidays, JsonObject *rule, GDate *date)
{
  const char *moved = json_object_get_string_member_with_default (rule, "moved", NULL);

  if (moved == NULL || g_date_get_weekday (date) < G_DATE_SATURDAY)
    return;
  if (g_str_equal (moved, "nearest") && g_date_get_weekday (date) == G_DATE_SATURDAY)
    g_date_subtract_days (date, 1);
  else
    while (is_free (holidays, date))
      g_date_add_days (date, 1);
  add_day (holidays, date, json_object_get_string_member (rule, "name"));
}

/* All of one year: first the days themselves, so that none is moved onto another. */
static void
add_year (HeedHolidays *holidays, guint year)
{
  JsonArray *rules = json_object_get_array_member (holidays->rules, "holidays");

  for (guint moved = 0; moved < 2; moved++)
    for (guint i = 0; i < json_array_get_length (rules); i++)
      {
        JsonObject *rule = json_array_get_object_element (rules, i);
        GDate date;

        if (!holds_in (rule, year))
          continue;
        g_date_clear (&date, 1);
        set_by_rule (&date, rule, year);
        if (moved == 1)
          add_moved (holidays, rule, &date);
        else
          add_day (holidays, &date, json_object_get_string_member (rule, "name"));
      }
}

/* Days of one year only. */
static void
add_once (HeedHolidays *holidays)
{
  JsonObject *once = json_object_get_object_member (holidays->rules, "once");
  g_autoptr (GList) dates = json_object_get_members (once);

  for (GList *item = dates; item != NULL; item = item->next)
    {
      g_autofree char *midnight = g_strconcat (item->data, "T00:00:00Z", NULL);
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (midnight, NULL);
      GDate date;

      if (time == NULL)
        continue;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                      (GDateYear) g_date_time_get_year (time));
      add_day (holidays, &date, json_object_get_string_member (once, item->data));
    }
}

static void
ensure_year (HeedHolidays *holidays, guint year)
{
  if (g_hash_table_size (holidays->years) == 0)
    add_once (holidays);
  if (year >= json_object_get_int_member (holidays->rules, "since") && year < LAST_YEAR
      && g_hash_table_add (holidays->years, GUINT_TO_POINTER (year)))
    add_year (holidays, year);
}

/**
 * heed_holidays_get_name: which public holiday a day is.
 * @local_day: days since Monday, 29 December 1969, on the clocks there: heed_week_get_local() in days
 *
 * Returns: (transfer none) (nullable): its name in the country's language; %NULL for none, and for years before the
 *   rules begin
 */
const char *
heed_holidays_get_name (HeedHolidays *holidays, gint64 local_day)
{
  g_autoptr (GDate) date = g_date_new_dmy (29, G_DATE_DECEMBER, FIRST_YEAR);

  g_return_val_if_fail (holidays != NULL, NULL);

  if (local_day < 0 || local_day > 365 * (LAST_YEAR - FIRST_YEAR))
    return NULL;
  g_date_add_days (date, (guint) local_day);
  ensure_year (holidays, g_date_get_year (date));
  /* New Year's Day on a Saturday is kept on the last day of the year before. */
  ensure_year (holidays, g_date_get_year (date) + 1u);
  return g_hash_table_lookup (holidays->days, GINT_TO_POINTER ((gint) local_day));
}
