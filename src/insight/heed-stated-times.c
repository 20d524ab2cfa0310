/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of stated hours: a time of the day, a zone, days. */

#include <string.h>

#include "heed-stated-hours-private.h"

#define ALL_DAYS 0x7fu
#define WEEKDAYS 0x1fu
#define WEEKEND 0x60u

const HeedHoursToken *
heed_reading_get_token (const HeedHoursReading *reading, guint at)
{
  return at < reading->tokens->len ? &g_array_index (reading->tokens, HeedHoursToken, at) : NULL;
}

guint
heed_reading_match (const HeedHoursReading *reading, guint at, HeedHoursWord meaning)
{
  return heed_hours_words_match (reading->tokens, at, meaning, NULL);
}

gboolean
heed_token_is_sign (const HeedHoursToken *token, gunichar sign)
{
  return token != NULL && token->sign == sign;
}

gboolean
heed_token_is_number (const HeedHoursToken *token)
{
  return token != NULL && token->kind == HEED_HOURS_TOKEN_NUMBER;
}

/* Whether a number may begin a time: not inside a price, a date, a version, a phone number, or behind letters. */
static gboolean
may_begin_time (const HeedHoursReading *reading, guint at, gboolean is_second)
{
  const HeedHoursToken *token = heed_reading_get_token (reading, at);
  const HeedHoursToken *before = at > 0 ? heed_reading_get_token (reading, at - 1) : NULL;

  if (before == NULL)
    return TRUE;
  if (heed_token_is_number (before))
    return FALSE;
  if (token->spaced)
    return !heed_token_is_sign (before, '#') && !heed_token_is_sign (before, '+');
  if (before->kind == HEED_HOURS_TOKEN_WORD)
    return is_second;
  if (before->kind == HEED_HOURS_TOKEN_DASH)
    return is_second || (at > 1 && !heed_token_is_number (heed_reading_get_token (reading, at - 2)) && !before->spaced);
  /* The sign of a broken byte is 0, which strchr() would find at the end. */
  return before->sign > 0 && before->sign < 0x80 && strchr ("(\"'[|~*", (int) before->sign) != NULL;
}

/* The minutes behind an hour: ":30", ".30", "h30"; -1 when there are none, -2 for something else that looks so. */
static int
read_minutes (const HeedHoursReading *reading, guint *at)
{
  const HeedHoursToken *sign = heed_reading_get_token (reading, *at),
                       *minutes = heed_reading_get_token (reading, *at + 1);
  guint n = heed_reading_match (reading, *at, HEED_HOURS_HOUR);
  gboolean is_separator = heed_token_is_sign (sign, ':') || heed_token_is_sign (sign, '.') || n == 1;

  if (!is_separator || sign->spaced || !heed_token_is_number (minutes) || minutes->spaced)
    return -1;
  if (minutes->end - minutes->start != 2 || minutes->value > 59)
    return heed_token_is_sign (sign, '.') || heed_token_is_sign (sign, ':') ? -2 : -1;
  *at += 2;
  const HeedHoursToken *next = heed_reading_get_token (reading, *at),
                       *behind = heed_reading_get_token (reading, *at + 1);
  if (next != NULL && !next->spaced && (next->sign == ':' || next->sign == '.') && heed_token_is_number (behind)
      && !behind->spaced)
    return -2;
  return minutes->value;
}

/* "am" and "pm"; their one letter only where it touches the number. */
static HeedHalf
read_half (const HeedHoursReading *reading, guint *at)
{
  const HeedHoursToken *token = heed_reading_get_token (reading, *at);
  guint am = heed_reading_match (reading, *at, HEED_HOURS_AM), pm = heed_reading_match (reading, *at, HEED_HOURS_PM);
  guint n = MAX (am, pm);

  if (n == 0 || (n == 1 && token->spaced && token->end - token->start == 1))
    return HEED_HALF_NONE;
  *at += n;
  return am >= pm ? HEED_HALF_AM : HEED_HALF_PM;
}

/* What must not touch a time from behind: units, parts of dates and phone numbers. */
static gboolean
may_end_time (const HeedHoursReading *reading, guint at)
{
  const HeedHoursToken *token = heed_reading_get_token (reading, at), *next = heed_reading_get_token (reading, at + 1);

  if (token == NULL || token->spaced)
    return TRUE;
  if (token->kind == HEED_HOURS_TOKEN_WORD)
    return heed_reading_match (reading, at, HEED_HOURS_TO) > 0;
  if (heed_token_is_sign (token, '%') || heed_token_is_sign (token, 0x00b0))
    return FALSE;
  return !(heed_token_is_sign (token, '/') && heed_token_is_number (next) && !next->spaced);
}

static gboolean
read_named_time (const HeedHoursReading *reading, guint at, HeedTimeOfDay *time)
{
  guint noon = heed_reading_match (reading, at, HEED_HOURS_NOON),
        midnight = heed_reading_match (reading, at, HEED_HOURS_MIDNIGHT);

  if (noon == 0 && midnight == 0)
    return FALSE;
  *time = (HeedTimeOfDay){ noon > 0 ? HEED_HALF_DAY_MIN : HEED_DAY_MIN, HEED_HALF_NONE, TRUE, TRUE,
                           at + MAX (noon, midnight) };
  return TRUE;
}

static gboolean
is_hour (int hour, HeedHalf half, int minutes)
{
  if (half != HEED_HALF_NONE)
    return hour >= 1 && hour <= 12;
  return hour < 24 || (hour == 24 && minutes <= 0);
}

/* A time that begins at the token @at. */
gboolean
heed_reading_read_time (const HeedHoursReading *reading, guint at, gboolean is_second, HeedTimeOfDay *time)
{
  const HeedHoursToken *token = heed_reading_get_token (reading, at);

  if (read_named_time (reading, at, time))
    return TRUE;
  if (!heed_token_is_number (token) || token->end - token->start > 2 || !may_begin_time (reading, at, is_second))
    return FALSE;

  guint end = at + 1;
  int minutes = read_minutes (reading, &end);
  HeedHalf half = minutes >= -1 ? read_half (reading, &end) : HEED_HALF_NONE;
  guint hour_word = half == HEED_HALF_NONE ? heed_reading_match (reading, end, HEED_HOURS_HOUR) : 0;
  if (minutes == -2 || !may_end_time (reading, end + hour_word))
    return FALSE;
  if (!is_hour (token->value, half, minutes))
    return FALSE;
  *time = (HeedTimeOfDay){
    .minutes = (half != HEED_HALF_NONE ? token->value % 12 + (half == HEED_HALF_PM ? 12 : 0) : token->value) * 60
               + MAX (minutes, 0),
    .half = half,
    .is_marked = half != HEED_HALF_NONE || minutes >= 0 || hour_word > 0,
    .is_clear = half != HEED_HALF_NONE || token->value > 12 || reading->text[token->start] == '0',
    .end = end + hour_word,
  };
  return TRUE;
}

/* Hours added to a zone at @at: "+7", "-3"; none where the zone has no name of whole hours, as "+5:30". Returns the
 * token behind them, @at for none. POSIX counts westwards. */
static guint
read_offset (const HeedHoursReading *reading, guint at, const char **name)
{
  const HeedHoursToken *sign = heed_reading_get_token (reading, at), *hours = heed_reading_get_token (reading, at + 1);
  gboolean plus = heed_token_is_sign (sign, '+');

  if ((!plus && !heed_token_is_sign (sign, '-')) || !heed_token_is_number (hours) || hours->spaced || hours->value < 0
      || hours->value > (plus ? 14 : 12))
    return at;
  if (heed_token_is_sign (heed_reading_get_token (reading, at + 2), ':')
      && heed_token_is_number (heed_reading_get_token (reading, at + 3)))
    {
      *name = NULL;
      return at + 4;
    }
  if (hours->value > 0)
    {
      g_autofree char *shifted = g_strdup_printf ("Etc/GMT%c%d", plus ? '-' : '+', hours->value);
      *name = g_intern_string (shifted);
    }
  return at + 2;
}

/* A zone at @at, with hours added to it; notes the first. Returns the token behind it, @at for none. */
guint
heed_reading_skip_zone (HeedHoursReading *reading, guint at, gboolean keep)
{
  const HeedHoursToken *sign = heed_reading_get_token (reading, at);
  gboolean in_brackets = heed_token_is_sign (sign, '(');
  guint start = at + (in_brackets || heed_token_is_sign (sign, ',') ? 1 : 0);
  gboolean counts = FALSE;
  int number = 0;
  guint n = heed_hours_words_match (reading->tokens, start, HEED_HOURS_ZONE, &number);

  if (n == 0)
    return at;
  const char *name = heed_hours_words_get_zone (reading->words, number, &counts);
  guint end = counts ? read_offset (reading, start + n, &name) : start + n;
  if (keep && reading->stated->zone == NULL)
    reading->stated->zone = name;
  return end + (in_brackets && heed_token_is_sign (heed_reading_get_token (reading, end), ')') ? 1 : 0);
}

/* The days between two, over the end of the week where they are written so. */
static guint
mask_between (int first, int last)
{
  guint mask = 0;

  for (int day = first;; day = (day + 1) % 7)
    {
      mask |= 1u << day;
      if (day == last)
        return mask;
    }
}

/* One item of a list of days: "Mon", "Mon-Fri", "weekdays", "daily". Returns the token behind it, @at for none. */
static guint
read_day (const HeedHoursReading *reading, guint at, guint *mask)
{
  int first = 0, last = 0;
  guint n;

  if ((n = heed_reading_match (reading, at, HEED_HOURS_DAILY)) > 0)
    *mask |= ALL_DAYS;
  else if ((n = heed_reading_match (reading, at, HEED_HOURS_WEEKDAYS)) > 0)
    *mask |= WEEKDAYS;
  else if ((n = heed_reading_match (reading, at, HEED_HOURS_WEEKENDS)) > 0)
    *mask |= WEEKEND;
  if (n > 0)
    return at + n;
  if ((n = heed_hours_words_match (reading->tokens, at, HEED_HOURS_DAY, &first)) == 0)
    return at;

  guint end = at + n;
  guint dot = heed_token_is_sign (heed_reading_get_token (reading, end), '.')
                  && !heed_reading_get_token (reading, end)->spaced
                ? 1
                : 0;
  const HeedHoursToken *dash = heed_reading_get_token (reading, end + dot);
  guint to = dash != NULL && dash->kind == HEED_HOURS_TOKEN_DASH
               ? 1
               : heed_reading_match (reading, end + dot, HEED_HOURS_TO);
  n = to > 0 ? heed_hours_words_match (reading->tokens, end + dot + to, HEED_HOURS_DAY, &last) : 0;
  *mask |= n > 0 ? mask_between (first, last) : 1u << first;
  return n > 0 ? end + dot + to + n : end;
}

/* A list of days that begins at @at: "Mon, Tue & Thu". */
gboolean
heed_reading_read_days (const HeedHoursReading *reading, guint at, HeedDays *days)
{
  *days = (HeedDays){ .start = at, .end = at };
  for (guint next = at;;)
    {
      guint end = read_day (reading, next, &days->mask);

      if (end == next)
        return days->end > at;
      days->end = end;
      const HeedHoursToken *token = heed_reading_get_token (reading, end);
      if (heed_token_is_sign (token, '.') && !token->spaced)
        token = heed_reading_get_token (reading, ++end);
      guint joint = heed_reading_match (reading, end, HEED_HOURS_AND);
      if (joint == 0
          && (heed_token_is_sign (token, ',') || heed_token_is_sign (token, '+') || heed_token_is_sign (token, '/')))
        joint = 1 + heed_reading_match (reading, end + 1, HEED_HOURS_AND);
      next = end + joint;
    }
}
