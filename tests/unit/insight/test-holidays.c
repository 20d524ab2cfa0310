/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Public holidays by rule (S18), against the dates that official calendars print. */

#include <json-glib/json-glib.h>

#include "heed-data.h"
#include "heed-holidays.h"

static gint64
day_of (guint year, guint month, guint day)
{
  g_autoptr (GDate) first = g_date_new_dmy (29, G_DATE_DECEMBER, 1969);
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_days_between (first, date);
}

/* All holidays of a year as "0101 0403 …". */
static char *
list_year (const char *country, guint year)
{
  g_autoptr (HeedHolidays) holidays = heed_holidays_new (country);
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, (GDateYear) year);
  g_autoptr (GString) list = g_string_new (NULL);

  g_assert_nonnull (holidays);
  g_assert_cmpstr (heed_holidays_get_country (holidays), ==, country);
  for (; g_date_get_year (date) == year; g_date_add_days (date, 1))
    {
      guint month = g_date_get_month (date), day = g_date_get_day (date);

      if (heed_holidays_get_name (holidays, day_of (year, month, day)) != NULL)
        g_string_append_printf (list, "%s%02u%02u", list->len > 0 ? " " : "", month, day);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_years (void)
{
  static const struct
  {
    const char *country;
    guint year;
    const char *days;
  } cases[] = {
    { "gb", 2026, "0101 0403 0406 0504 0525 0831 1225 1226 1228" },
    { "gb", 2022, "0101 0103 0415 0418 0502 0602 0603 0829 0919 1225 1226 1227" },
    { "gb", 2021, "0101 0402 0405 0503 0531 0830 1225 1226 1227 1228" },
    { "gb", 2020, "0101 0410 0413 0508 0525 0831 1225 1226 1228" },
    { "us", 2026, "0101 0119 0216 0525 0619 0703 0704 0907 1012 1111 1126 1225" },
    { "us", 2021, "0101 0118 0215 0531 0618 0619 0704 0705 0906 1011 1111 1125 1224 1225 1231" },
    { "us", 2020, "0101 0120 0217 0525 0703 0704 0907 1012 1111 1126 1225" },
    { "de", 2026, "0101 0403 0406 0501 0514 0525 1003 1225 1226" },
    { "de", 2017, "0101 0414 0417 0501 0525 0605 1003 1031 1225 1226" },
    { "fr", 2026, "0101 0406 0501 0508 0514 0525 0714 0815 1101 1111 1225" },
    { "es", 2026, "0101 0403 0501 0815 1012 1101 1206 1208 1225" },
    { "pl", 2024, "0101 0106 0331 0401 0501 0503 0519 0530 0815 1101 1111 1225 1226" },
    { "pl", 2026, "0101 0106 0405 0406 0501 0503 0524 0604 0815 1101 1111 1224 1225 1226" },
    { "fi", 2026, "0101 0106 0403 0405 0406 0501 0514 0524 0620 1031 1206 1225 1226" },
    { "gb", 2005, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = list_year (cases[i].country, cases[i].year);

      g_assert_cmpstr (days, ==, cases[i].days);
    }
}

/* Easter Sundays as almanacs print them, the earliest and the latest of the century with them. */
static void
test_easter (void)
{
  static const guint sundays[][3] = { { 2011, 4, 24 }, { 2019, 4, 21 }, { 2024, 3, 31 },
                                      { 2025, 4, 20 }, { 2035, 3, 25 }, { 2038, 4, 25 } };
  g_autoptr (HeedHolidays) holidays = heed_holidays_new ("pl");

  for (guint i = 0; i < G_N_ELEMENTS (sundays); i++)
    g_assert_cmpstr (heed_holidays_get_name (holidays, day_of (sundays[i][0], sundays[i][1], sundays[i][2])), ==,
                     "Wielkanoc");
}

static void
test_zones (void)
{
  static const char *const without[] = { "UTC", "Etc/GMT-1", "Asia/Jakarta", "Asia/Jerusalem", "Europe/Brussels", "" };
  g_autoptr (HeedHolidays) british = heed_holidays_new_for_zone ("Europe/London");
  g_autoptr (HeedHolidays) spanish = heed_holidays_new_for_zone ("Atlantic/Canary");

  g_assert_cmpstr (heed_holidays_get_country (british), ==, "gb");
  g_assert_cmpstr (heed_holidays_get_country (spanish), ==, "es");
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    g_assert_null (heed_holidays_new_for_zone (without[i]));
  g_assert_null (heed_holidays_new_for_zone (NULL));
  g_assert_null (heed_holidays_new ("xx"));

  /* Days before any calendar, and behind all. */
  g_assert_null (heed_holidays_get_name (british, -5));
  g_assert_null (heed_holidays_get_name (british, G_MAXINT64));
}

static JsonNode *
load (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = heed_data_lookup (name, &error);

  g_assert_no_error (error);
  JsonNode *root = json_from_string (g_bytes_get_data (bytes, NULL), &error);
  g_assert_no_error (error);
  return root;
}

/* Facts have a source and a day. */
static void
test_files (void)
{
  static const char *const folders[] = { "holidays", "hours" };

  for (guint folder = 0; folder < G_N_ELEMENTS (folders); folder++)
    {
      g_auto (GStrv) files = heed_data_list (folders[folder]);

      g_assert_cmpuint (g_strv_length (files), >, 0);
      for (char **file = files; *file != NULL; file++)
        {
          g_autofree char *name = g_strconcat (folders[folder], "/", *file, NULL);
          g_autoptr (JsonNode) node = load (name);
          JsonObject *object = json_node_get_object (node);

          g_test_message ("%s", name);
          g_assert_true (json_object_has_member (object, "source"));
          g_assert_true (
            g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\d$", json_object_get_string_member (object, "checked"), 0, 0));
        }
    }
}

/* A zone that is misspelt would silently be UTC, and a country's rules be missed. */
static void
test_zone_names (void)
{
  g_autoptr (JsonNode) root = load ("hours/zones.json");
  JsonObject *countries = json_object_get_object_member (json_node_get_object (root), "countries");
  JsonArray *zones = json_object_get_array_member (json_node_get_object (root), "zones");
  g_autoptr (GList) names = json_object_get_members (countries);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name->data);
      g_autoptr (HeedHolidays) holidays = heed_holidays_new_for_zone (name->data);

      g_test_message ("%s", (const char *) name->data);
      g_assert_nonnull (zone);
      g_assert_nonnull (holidays);
    }
  for (guint i = 0; i < json_array_get_length (zones); i++)
    {
      JsonObject *object = json_array_get_object_element (zones, i);
      const char *name = json_object_get_string_member_with_default (object, "zone", "UTC");
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

      g_test_message ("%s", name);
      g_assert_nonnull (zone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/years", test_years);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/zones", test_zones);
  g_test_add_func ("/holidays/files", test_files);
  g_test_add_func ("/holidays/zone-names", test_zone_names);
  return g_test_run ();
}
