/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a text names a day, however people write one: "3 November", "Nov. 3rd", "3.11.", "03/11/26", "2026-11-03". */

#include "heed-day-finder.h"

#include <string.h>

/* Between the number and the month stand so many words at the most, as in "3rd of November", each of so many letters.
 */
#define SHORT_WORDS 2
#define SHORT_WORD 2

/* Two digits are a year of this century. */
#define CENTURY 2000

/* @may_lack_year: it is a day of this year */
typedef struct
{
  int day;
  int month;
  int year;
  gboolean may_lack_year;
} Day;

static gboolean
read_day (gint64 time, GTimeZone *zone, Day *day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL && zone != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  if (utc == NULL)
    return FALSE;

  g_date_time_get_ymd (local != NULL ? local : utc, &day->year, &day->month, &day->day);
  return TRUE;
}

/* The number that ends right before @end in @text; −1 for none, or with more than two digits. */
static int
read_number_before (const char *text, const char *end)
{
  const char *start = end;

  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  return start < end && end - start <= 2 ? (int) g_ascii_strtoll (start, NULL, 10) : -1;
}

static const char *
skip_back (const char *text, const char *end, gboolean (*is_skipped) (gunichar), guint most)
{
  for (guint i = 0; i < most && end > text; i++)
    {
      const char *before = g_utf8_prev_char (end);
      if (!is_skipped (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return end;
}

static gboolean
is_gap (gunichar character)
{
  return g_unichar_isspace (character) || character == '.' || character == '-' || character == ',';
}

/* Whether the day's number stands before the month that starts at @month. */
static gboolean
has_day_before (const char *text, const char *month, int day)
{
  const char *end = skip_back (text, month, is_gap, SHORT_WORD);

  for (guint i = 0; i < SHORT_WORDS && read_number_before (text, end) < 0; i++)
    {
      end = skip_back (text, end, g_unichar_isalpha, SHORT_WORD);
      end = skip_back (text, end, is_gap, SHORT_WORD);
    }
  return read_number_before (text, end) == day;
}

/* Behind the day's number that follows the month ending at @behind; NULL where it does not. */
static const char *
skip_day (const char *behind, int day)
{
  const char *start = behind + strspn (behind, " .");
  char *end;

  return g_ascii_strtoll (start, &end, 10) == day && end - start > 0 && end - start <= 2 ? end : NULL;
}

/* The year that follows a day, 0 for none. */
static int
read_year (const char *behind)
{
  const char *digits = behind + strcspn (behind, "0123456789");
  char *end;
  gint64 year = g_ascii_strtoll (digits, &end, 10);

  return digits - behind <= 8 && end - digits == 4 ? (int) year : 0;
}

static gboolean
has_year (const Day *day, const char *behind)
{
  int year = read_year (behind);

  return year != 0 ? year == day->year : day->may_lack_year;
}

/* Whether @text has the day with the name of its month. Both are folded. */
static gboolean
has_named (const char *text, const char *month, const Day *day)
{
  gsize length = strlen (month);

  for (const char *at = strstr (text, month); at != NULL && length > 0; at = strstr (at + length, month))
    {
      const char *behind = at + length;
      gboolean is_whole = !g_unichar_isalpha (g_utf8_get_char (behind))
                          && (at == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at))));
      if (!is_whole)
        continue;
      if (has_day_before (text, at, day->day) && has_year (day, behind))
        return TRUE;
      const char *after = skip_day (behind, day->day);
      if (after != NULL && has_year (day, after))
        return TRUE;
    }
  return FALSE;
}

/* Reads numbers that one sign parts, such as 3.11.2026. Returns how many; @end is behind them. */
static guint
read_numbers (const char *at, int numbers[3], guint widths[3], const char **end, char *sign)
{
  guint count = 0;

  *sign = '\0';
  while (count < 3 && g_ascii_isdigit (*at))
    {
      gsize length = strspn (at, "0123456789");
      numbers[count] = length <= 4 ? (int) g_ascii_strtoll (at, NULL, 10) : -1;
      widths[count++] = (guint) length;
      *end = at + length;
      const char *next = *end + 1;
      if (**end == '\0' || strchr ("./-", **end) == NULL || (*sign != '\0' && **end != *sign))
        break;
      *sign = **end;
      at = *sign == '.' && *next == ' ' ? next + 1 : next;
    }
  return count;
}

static gboolean
is_day (const Day *day, int first, int second, int year)
{
  return first == day->day && second == day->month && (year == day->year || year + CENTURY == day->year);
}

/* With three numbers the year is the first or the last; with a slash the month may lead. Without a year only a dot
 * parts a day, and what has a word or a currency behind it without a stop may be an amount: better a day twice than not
 * at all. */
static gboolean
matches (const Day *day, const int numbers[3], const guint widths[3], guint count, char sign, const char *end)
{
  if (count == 3 && widths[0] == 4)
    return is_day (day, numbers[2], numbers[1], numbers[0]);
  if (count == 3)
    return is_day (day, numbers[0], numbers[1], numbers[2])
           || (sign == '/' && is_day (day, numbers[1], numbers[0], numbers[2]));
  if (count != 2 || sign != '.' || !day->may_lack_year || widths[0] > 2 || widths[1] > 2)
    return FALSE;

  gunichar next = g_utf8_get_char (end + strspn (end, " "));
  gboolean is_amount =
    *end != '.' && (next == '%' || g_unichar_isalpha (next) || g_unichar_type (next) == G_UNICODE_CURRENCY_SYMBOL);
  return !is_amount && numbers[0] == day->day && numbers[1] == day->month;
}

static gboolean
has_numbers (const char *text, const Day *day)
{
  const char *end = text;

  for (const char *at = strpbrk (text, "0123456789"); at != NULL; at = strpbrk (end, "0123456789"))
    {
      int numbers[3];
      guint widths[3];
      char sign;
      guint count = read_numbers (at, numbers, widths, &end, &sign);
      if (matches (day, numbers, widths, count, sign, end))
        return TRUE;
    }
  return FALSE;
}

/**
 * heed_day_finder_has: whether @text names the day of @time.
 * @phrases: of the language of the text
 * @now: without a year a text speaks of this one
 */
gboolean
heed_day_finder_has (const HeedPhrases *phrases, const char *text, gint64 time, GTimeZone *zone, gint64 now)
{
  g_return_val_if_fail (phrases != NULL && text != NULL, FALSE);

  Day day = { 0 };
  Day today = { 0 };
  if (!read_day (time, zone, &day) || !read_day (now, zone, &today))
    return FALSE;

  day.may_lack_year = day.year == today.year;
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *month = g_utf8_casefold (heed_phrases_get_month (phrases, day.month, FALSE), -1);
  g_autofree char *brief = g_utf8_casefold (heed_phrases_get_month (phrases, day.month, TRUE), -1);
  /* "Nov." may stand without its stop. */
  brief[strcspn (brief, ".")] = '\0';
  gboolean is_word = g_unichar_isalpha (g_utf8_get_char (brief));
  return has_named (folded, month, &day) || (is_word && has_named (folded, brief, &day)) || has_numbers (folded, &day);
}
