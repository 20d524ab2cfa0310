/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, times and money as a language writes them: the order, the words and the signs are data. */

#include <math.h>
#include <string.h>

#include "heed-data-object.h"
#include "heed-phrases-private.h"

#define USUAL_DIGITS 2

static GDateTime *
to_date (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);

  if (utc == NULL)
    return NULL;
  return zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
}

static const char *
get_word (const HeedPhrases *phrases, const char *list, int number)
{
  return json_array_get_string_element (json_object_get_array_member (phrases->dates, list), (guint) number - 1);
}

/** heed_phrases_get_month: (transfer none): the name of a @month, 1 to 12, as it stands in a date; a short one may be
 * its number. */
const char *
heed_phrases_get_month (const HeedPhrases *phrases, int month, gboolean is_short)
{
  g_return_val_if_fail (phrases != NULL && month >= 1 && month <= 12, NULL);
  return get_word (phrases, is_short ? "months_short" : "months", month);
}

static char *
format_date (const HeedPhrases *phrases, const char *form, GDateTime *date)
{
  int day = g_date_time_get_day_of_month (date);
  int month = g_date_time_get_month (date);
  int weekday = g_date_time_get_day_of_week (date);
  g_autofree char *number = g_strdup_printf ("%d", day);
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (date));

  return heed_phrases_fill (
    json_object_get_string_member (phrases->dates, form), "day",
    day == 1 ? json_object_get_string_member (phrases->dates, "first_day") : number, "month",
    get_word (phrases, "months", month), "month_short", get_word (phrases, "months_short", month), "weekday",
    get_word (phrases, "weekdays", weekday), "weekday_on", get_word (phrases, "weekdays_on", weekday), "weekday_by",
    get_word (phrases, "weekdays_by", weekday), "year", year, NULL);
}

static char *
format_time (const HeedPhrases *phrases, const char *form, gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) date = to_date (time, zone);

  return date != NULL ? format_date (phrases, form, date) : g_strdup ("");
}

static gboolean
is_year_of (gint64 time, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) date = to_date (time, zone);
  g_autoptr (GDateTime) today = to_date (now, zone);

  return date != NULL && today != NULL && g_date_time_get_year (date) == g_date_time_get_year (today);
}

/** heed_phrases_format_date: (transfer full): a short date; the year is said where it is not that of @now. */
char *
heed_phrases_format_date (const HeedPhrases *phrases, gint64 time, GTimeZone *zone, gint64 now)
{
  g_return_val_if_fail (phrases != NULL, NULL);

  return format_time (phrases, is_year_of (time, now, zone) ? "short" : "short_year", time, zone);
}

/** heed_phrases_format_written_date: (transfer full): a date by the name of its month, such as "3 March"; the year is
 * said where it is not that of @now. */
char *
heed_phrases_format_written_date (const HeedPhrases *phrases, gint64 time, GTimeZone *zone, gint64 now)
{
  g_return_val_if_fail (phrases != NULL, NULL);

  return is_year_of (time, now, zone) ? heed_phrases_format_day (phrases, time, zone)
                                      : heed_phrases_format_long_date (phrases, time, zone);
}

/** heed_phrases_format_long_date: (transfer full): such as "3 March 2026". */
char *
heed_phrases_format_long_date (const HeedPhrases *phrases, gint64 time, GTimeZone *zone)
{
  g_return_val_if_fail (phrases != NULL, NULL);
  return format_time (phrases, "long", time, zone);
}

/** heed_phrases_format_day: (transfer full): a day by the name of its month and without the year, such as "3 March". */
char *
heed_phrases_format_day (const HeedPhrases *phrases, gint64 time, GTimeZone *zone)
{
  g_return_val_if_fail (phrases != NULL, NULL);

  g_autoptr (GDateTime) date = to_date (time, zone);
  g_autofree char *day = format_time (phrases, "long", time, zone);
  const char *month = date != NULL ? get_word (phrases, "months", g_date_time_get_month (date)) : "";
  char *end = strstr (day, month);

  if (end != NULL && end > day)
    end[strlen (month)] = '\0';
  return g_steal_pointer (&day);
}

/** heed_phrases_format_day_on: (transfer full): a day on which something is to be, such as "Monday 3 March". */
char *
heed_phrases_format_day_on (const HeedPhrases *phrases, gint64 time, GTimeZone *zone)
{
  g_return_val_if_fail (phrases != NULL, NULL);
  return format_time (phrases, "on", time, zone);
}

/** heed_phrases_format_day_by: (transfer full): a day until which something is to be, such as "Monday 3 March 2026". */
char *
heed_phrases_format_day_by (const HeedPhrases *phrases, gint64 time, GTimeZone *zone)
{
  g_return_val_if_fail (phrases != NULL, NULL);
  return format_time (phrases, "by", time, zone);
}

/** heed_phrases_format_minutes: (transfer full): a time of day, given in minutes since midnight. */
char *
heed_phrases_format_minutes (const HeedPhrases *phrases, guint minutes)
{
  g_return_val_if_fail (phrases != NULL && minutes <= 24 * 60, NULL);

  g_autofree char *hour = g_strdup_printf ("%u", minutes / 60);
  g_autofree char *hour2 = g_strdup_printf ("%02u", minutes / 60);
  g_autofree char *minute = g_strdup_printf ("%02u", minutes % 60);
  return heed_phrases_fill (json_object_get_string_member (phrases->dates, "time"), "hour", hour, "hour2", hour2,
                            "minute", minute, NULL);
}

/* How many digits a currency has behind its decimal sign. */
static guint
count_digits (const char *currency)
{
  static JsonObject *digits;

  if (g_once_init_enter (&digits))
    {
      g_autoptr (JsonObject) root = heed_data_load_object ("money/currencies.json");
      g_once_init_leave (&digits, json_object_ref (json_object_get_object_member (root, "digits")));
    }
  return (guint) json_object_get_int_member_with_default (digits, currency, USUAL_DIGITS);
}

/* The digits before the decimal sign, parted in threes where there are enough of them. */
static void
append_whole (const HeedPhrases *phrases, GString *number, const char *digits)
{
  const char *between = json_object_get_string_member (phrases->money, "thousands");
  gsize length = strlen (digits);
  gboolean is_parted = (gint64) length >= json_object_get_int_member (phrases->money, "thousands_from");

  for (gsize i = 0; i < length; i++)
    {
      if (is_parted && i > 0 && (length - i) % 3 == 0)
        g_string_append (number, between);
      g_string_append_c (number, digits[i]);
    }
}

/**
 * heed_phrases_format_money: an amount with the sign or the code of its currency, where the language puts it.
 * @value: not below zero
 * @currency: its ISO 4217 code; what is no code stands as it is
 *
 * Returns: (transfer full): without a fraction where the amount is whole
 */
char *
heed_phrases_format_money (const HeedPhrases *phrases, double value, const char *currency)
{
  g_return_val_if_fail (phrases != NULL && currency != NULL && value >= 0, NULL);

  char buffer[64];
  gboolean is_code = strlen (currency) == 3 && g_ascii_isalpha (currency[0]) && g_ascii_isalpha (currency[1])
                     && g_ascii_isalpha (currency[2]);
  g_autofree char *code = is_code ? g_ascii_strup (currency, -1) : g_strdup (currency);
  guint digits = count_digits (code);
  double least = pow (10, -(double) digits);
  g_autofree char *format = g_strdup_printf ("%%.%uf", fabs (value - round (value)) < least / 2 ? 0 : digits);
  g_ascii_formatd (buffer, sizeof buffer, format, value);

  GString *number = g_string_new (NULL);
  char *fraction = strchr (buffer, '.');
  if (fraction != NULL)
    *fraction = '\0';
  append_whole (phrases, number, buffer);
  if (fraction != NULL)
    g_string_append_printf (number, "%s%s", json_object_get_string_member (phrases->money, "decimal"), fraction + 1);

  JsonObject *signs = json_object_get_object_member (phrases->money, "signs");
  const char *sign = json_object_get_string_member_with_default (signs, code, NULL);
  char *money = heed_phrases_fill (
    json_object_get_string_member (phrases->money, sign != NULL ? "with_sign" : "with_code"), "sign", sign, "code",
    code, "number", number->str, NULL);
  g_string_free (number, TRUE);
  return money;
}
