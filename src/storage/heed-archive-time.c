/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Times by hand: an archive holds a million of them, and the general parser takes longer than all the rest. */

#include "heed-archive-time.h"

/* Reads exactly @n digits. */
static gboolean
read_digits (const char **p, const char *end, guint n, int *number)
{
  int sum = 0;

  if ((gsize) (end - *p) < n)
    return FALSE;
  for (guint i = 0; i < n; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      sum = sum * 10 + (**p - '0');
    }
  *number = sum;
  return TRUE;
}

static gboolean
read_char (const char **p, const char *end, char c)
{
  if (*p == end || **p != c)
    return FALSE;
  (*p)++;
  return TRUE;
}

static gboolean
read_clock (const char **p, const char *end, int *seconds)
{
  int hour, minute, second;

  if (!read_digits (p, end, 2, &hour) || !read_char (p, end, ':') || !read_digits (p, end, 2, &minute)
      || !read_char (p, end, ':') || !read_digits (p, end, 2, &second))
    return FALSE;
  *seconds = hour * 3600 + minute * 60 + second;
  return hour < 24 && minute < 60 && second <= 60;
}

/* "+0000", "+00:00" or "Z". */
static gboolean
read_offset (const char **p, const char *end, int *seconds)
{
  int hour, minute;

  *seconds = 0;
  if (read_char (p, end, 'Z') || read_char (p, end, 'z'))
    return TRUE;
  int sign = *p < end && **p == '-' ? -1 : 1;
  if (!read_char (p, end, '-') && !read_char (p, end, '+'))
    return FALSE;
  if (!read_digits (p, end, 2, &hour))
    return FALSE;
  read_char (p, end, ':');
  if (!read_digits (p, end, 2, &minute))
    return FALSE;
  *seconds = sign * (hour * 3600 + minute * 60);
  return hour < 24 && minute < 60;
}

/* Days since 1970 in the Gregorian calendar, counted in eras of 400 years that begin in March. */
static gint64
count_days (int year, int month, int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 of_era = y - era * 400;
  gint64 of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static gboolean
is_day (int year, int month, int day)
{
  return year >= 1970 && month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static gboolean
read_month (const char **p, const char *end, int *month)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

  if (end - *p < 3)
    return FALSE;
  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (*p, months + 3 * i, 3) == 0)
      {
        *month = i + 1;
        *p += 3;
        return TRUE;
      }
  return FALSE;
}

/* " 31", " 2" or "  2". */
static gboolean
read_day (const char **p, const char *end, int *day)
{
  if (!read_char (p, end, ' '))
    return FALSE;
  read_char (p, end, ' ');
  gboolean is_short = end - *p > 1 && (*p)[1] == ' ';
  return read_digits (p, end, is_short ? 1 : 2, day) && read_char (p, end, ' ');
}

/* "Tue Oct 31 22:10:47 +0000 2017" */
static gboolean
parse_network_time (const char *p, const char *end, gint64 *time)
{
  int month, day, clock, offset, year;

  if (end - p < 4 || p[3] != ' ')
    return FALSE;
  p += 4;
  if (!read_month (&p, end, &month) || !read_day (&p, end, &day) || !read_clock (&p, end, &clock))
    return FALSE;
  if (!read_char (&p, end, ' ') || !read_offset (&p, end, &offset) || !read_char (&p, end, ' '))
    return FALSE;
  if (!read_digits (&p, end, 4, &year) || p != end || !is_day (year, month, day))
    return FALSE;
  *time = count_days (year, month, day) * 86400 + clock - offset;
  return TRUE;
}

/* "2017-10-31" */
static gboolean
read_date (const char **p, const char *end, gint64 *days)
{
  int year, month, day;

  if (!read_digits (p, end, 4, &year) || !read_char (p, end, '-') || !read_digits (p, end, 2, &month)
      || !read_char (p, end, '-') || !read_digits (p, end, 2, &day) || !is_day (year, month, day))
    return FALSE;
  *days = count_days (year, month, day);
  return TRUE;
}

/* "2017-10-31T22:10:47Z", with a blank for the T, a fraction, an offset or none. */
static gboolean
parse_rfc3339 (const char *p, const char *end, gint64 *time)
{
  gint64 days;
  int clock, offset = 0;

  if (!read_date (&p, end, &days))
    return FALSE;
  if (!read_char (&p, end, 'T') && !read_char (&p, end, 't') && !read_char (&p, end, ' '))
    return FALSE;
  if (!read_clock (&p, end, &clock))
    return FALSE;
  if (read_char (&p, end, '.'))
    while (p < end && g_ascii_isdigit (*p))
      p++;
  read_char (&p, end, ' ');
  if (p < end && !read_offset (&p, end, &offset))
    return FALSE;
  *time = days * 86400 + clock - offset;
  return p == end;
}

/**
 * heed_archive_parse_time: reads `Tue Oct 31 22:10:47 +0000 2017` or RFC 3339; without an offset it is UTC.
 * @text: not terminated
 * @time: (out): Unix seconds
 */
gboolean
heed_archive_parse_time (const char *text, gsize length, gint64 *time)
{
  const char *end = text + length;

  return length > 0 && g_ascii_isdigit (text[0]) ? parse_rfc3339 (text, end, time)
                                                 : parse_network_time (text, end, time);
}
