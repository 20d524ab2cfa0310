/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-stated-hours-private.h"

#include <string.h>

/* How much of a text is read, and how far from a time what tells of opening hours may stand. */
#define MAX_TOKENS 2000
#define MAX_BEFORE 14
#define MAX_AFTER 7
#define MAX_BEFORE_UNTIL 6
#define MAX_BEFORE_BARE 3
#define MAX_FILLER 4

/* Bare numbers, such as "9-5", are hours only where they span so much; "2-3" is a count. */
#define MIN_BARE_MIN (4 * 60)

/* Nobody is there for less; "10:00-10:15" is something else. */
#define MIN_RANGE_MIN 60

/* "8-9" beside days goes on until nine in the evening: work begins from six on. */
#define FIRST_BARE_MIN (6 * 60)

/* A greeting stands among the first words behind the handles. */
#define MAX_GREETING_TOKENS 6

#define ALL_DAYS 0x7fu

/* Hours that were found: from @start up to @end in tokens, which take in days and zone. */
typedef struct
{
  guint start;
  guint end;
  int from;
  int to;
  gboolean is_marked;
  gboolean has_days;
  HeedDays days;
} Range;

/* How many tokens at @at may stand between days and times. */
static guint
match_filler (const HeedHoursReading *reading, guint at)
{
  const HeedHoursToken *token = heed_reading_get_token (reading, at);
  guint n = MAX (heed_reading_match (reading, at, HEED_HOURS_FROM), heed_reading_match (reading, at, HEED_HOURS_OPEN));

  n = MAX (n, heed_reading_match (reading, at, HEED_HOURS_AND));
  if (n > 0 || token == NULL)
    return n;
  if (token->kind == HEED_HOURS_TOKEN_DASH)
    return 1;
  return token->kind == HEED_HOURS_TOKEN_SIGN && token->sign != 0 && token->sign != '!' && token->sign != '?' ? 1 : 0;
}

/* Whether nothing but filler stands between two tokens. */
static gboolean
is_filler (const HeedHoursReading *reading, guint from, guint to)
{
  guint n = 0;

  for (guint at = from; at < to; n++)
    {
      guint step = match_filler (reading, at);

      if (step == 0 || n >= MAX_FILLER)
        return FALSE;
      at += step;
    }
  return TRUE;
}

/* Both halves of the day where the writer named one, or none: "9-5pm", "9am-5", "9-5". */
static void
settle_halves (HeedTimeOfDay *from, HeedTimeOfDay *to)
{
  if (to->half != HEED_HALF_NONE && from->half == HEED_HALF_NONE && from->minutes <= HEED_HALF_DAY_MIN
      && !from->is_clear)
    {
      int twelve = from->minutes % HEED_HALF_DAY_MIN;
      gboolean is_same_half = twelve < to->minutes % HEED_HALF_DAY_MIN;

      from->minutes = twelve + ((to->half == HEED_HALF_PM) == is_same_half ? HEED_HALF_DAY_MIN : 0);
    }
  else if (to->half == HEED_HALF_NONE && to->minutes <= from->minutes && from->minutes < HEED_HALF_DAY_MIN
           && to->minutes < HEED_HALF_DAY_MIN)
    to->minutes += HEED_HALF_DAY_MIN;
  if (from->minutes == HEED_DAY_MIN)
    from->minutes = 0;
  if (to->minutes <= from->minutes)
    to->minutes += HEED_DAY_MIN;
}

/* Two times with what joins them, from @at on. */
static gboolean
read_range (HeedHoursReading *reading, guint at, Range *range)
{
  HeedTimeOfDay from, to;

  if (!heed_reading_read_time (reading, at, FALSE, &from))
    return FALSE;
  guint next = heed_reading_skip_zone (reading, from.end, FALSE);
  const HeedHoursToken *dash = heed_reading_get_token (reading, next);
  guint joint = dash != NULL && dash->kind == HEED_HOURS_TOKEN_DASH ? 1
                                                                    : heed_reading_match (reading, next, HEED_HOURS_TO);
  if (joint == 0 && at > 0 && heed_reading_match (reading, at - 1, HEED_HOURS_FROM) > 0)
    joint = heed_reading_match (reading, next, HEED_HOURS_AND);
  if (joint == 0)
    return FALSE;
  next += joint;
  next += heed_reading_match (reading, next, HEED_HOURS_FROM);
  if (!heed_reading_read_time (reading, next, TRUE, &to))
    return FALSE;

  /* A third number behind a dash makes it a phone number or a date. */
  const HeedHoursToken *third = heed_reading_get_token (reading, to.end);
  if (third != NULL && third->kind == HEED_HOURS_TOKEN_DASH && !third->spaced
      && heed_token_is_number (heed_reading_get_token (reading, to.end + 1)))
    return FALSE;
  settle_halves (&from, &to);
  *range = (Range){
    .start = at,
    .end = to.end,
    .from = from.minutes,
    .to = to.minutes,
    .is_marked = from.is_marked || to.is_marked,
  };
  return TRUE;
}

/* The days of a range: those before it that no other range has, else those behind it, else the last range's. */
static void
find_days (HeedHoursReading *reading, Range *range)
{
  HeedDays days;
  guint at = range->end;

  range->has_days = reading->before.mask != 0 && is_filler (reading, reading->before.end, range->start);
  if (range->has_days)
    {
      range->days = reading->before;
      range->start = range->days.start;
    }
  for (guint n = 0; !range->has_days && n < MAX_FILLER; n++)
    {
      if (heed_reading_read_days (reading, at, &days))
        {
          range->has_days = TRUE;
          range->days = days;
          range->end = days.end;
        }
      guint step = match_filler (reading, at);
      if (step == 0 || heed_token_is_sign (heed_reading_get_token (reading, at), '.')
          || heed_reading_get_token (reading, at)->breaks)
        break;
      at += step;
    }
  reading->before.mask = 0;
}

/* Whether a sentence ends with the token @at. */
static gboolean
ends_sentence (const HeedHoursReading *reading, guint at)
{
  const HeedHoursToken *token = heed_reading_get_token (reading, at), *next = heed_reading_get_token (reading, at + 1);

  if (next != NULL && next->breaks)
    return TRUE;
  if (heed_token_is_sign (token, '.'))
    return next == NULL || (next->spaced && !heed_token_is_number (next));
  return heed_token_is_sign (token, '!') || heed_token_is_sign (token, '?');
}

/* Whether words of @meaning stand near what is from @start to @end in tokens, in the same sentence. */
static gboolean
is_near (const HeedHoursReading *reading, guint start, guint end, HeedHoursWord meaning, guint max_before,
         guint max_after)
{
  for (guint n = 0; n < max_before && n < start; n++)
    {
      guint at = start - 1 - n;

      if (ends_sentence (reading, at))
        break;
      if (heed_reading_match (reading, at, meaning) > 0)
        return TRUE;
    }
  for (guint at = end; at < end + max_after && at < reading->tokens->len; at++)
    {
      if (at > start && ends_sentence (reading, at - 1))
        break;
      if (heed_reading_match (reading, at, meaning) > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_denied (const HeedHoursReading *reading, guint start, guint end)
{
  return is_near (reading, start, end, HEED_HOURS_NOT, MAX_BEFORE, MAX_AFTER)
         || heed_reading_match (reading, end, HEED_HOURS_UNITS) > 0;
}

static gboolean
is_open_said (const HeedHoursReading *reading, guint start, guint end)
{
  return is_near (reading, start, end, HEED_HOURS_OPEN, MAX_BEFORE, MAX_AFTER);
}

static gboolean
is_several_days (const Range *range)
{
  return range->has_days && (range->days.mask & (range->days.mask - 1)) != 0;
}

/* Whether a range states hours: times that cannot be just any numbers, and something that says what they are for. */
static gboolean
is_stated (const HeedHoursReading *reading, const Range *range, guint times_end, gboolean follows)
{
  gboolean is_clear = range->is_marked || range->to - range->from >= MIN_BARE_MIN;

  if (!is_clear || range->to - range->from < MIN_RANGE_MIN || is_denied (reading, range->start, range->end)
      || heed_reading_match (reading, times_end, HEED_HOURS_UNITS) > 0)
    return FALSE;
  return reading->is_bio || follows || is_several_days (range) || is_open_said (reading, range->start, range->end);
}

static void
open_range (HeedStatedHours *stated, const Range *range, guint mask)
{
  int last = (range->to + 59) / 60;

  stated->has_week = TRUE;
  for (guint day = 0; day < 7; day++)
    for (int hour = range->from / 60; (mask >> day & 1) != 0 && hour < last; hour++)
      stated->open[hour < 24 ? day : (day + 1) % 7][hour % 24] = TRUE;
}

/* Notes where the words stand. */
static void
extend (HeedHoursReading *reading, guint start, guint end)
{
  if (reading->last == 0)
    reading->first = start;
  reading->last = MAX (reading->last, end);
}

/* "8-9" beside days means nine in the evening. */
static void
settle_bare (Range *range)
{
  if (!range->is_marked && is_several_days (range) && range->from >= FIRST_BARE_MIN && range->to <= HEED_HALF_DAY_MIN
      && range->to - range->from < MIN_BARE_MIN)
    range->to += HEED_HALF_DAY_MIN;
}

/* A range at @at that states hours. Returns the token behind it, @at for none. */
static guint
take_range (HeedHoursReading *reading, guint at)
{
  Range range;
  const char *zone = reading->stated->zone;

  if (!read_range (reading, at, &range))
    return at;
  guint times_end = range.end;
  range.end = heed_reading_skip_zone (reading, range.end, TRUE);
  gboolean has_zone = range.end > times_end;
  range.is_marked = range.is_marked || has_zone;
  find_days (reading, &range);
  settle_bare (&range);
  guint behind_days = has_zone ? range.end : heed_reading_skip_zone (reading, range.end, TRUE);
  gboolean follows = reading->last > 0 && is_filler (reading, reading->last, range.start);
  if (!is_stated (reading, &range, times_end, follows) || (reading->last > 0 && !follows))
    {
      reading->stated->zone = zone;
      return times_end;
    }

  range.end = MAX (range.end, behind_days);
  if (!range.has_days && follows && reading->stated->has_week)
    range.days = reading->last_days;
  else if (!range.has_days)
    range.days.mask = ALL_DAYS;
  reading->last_days = range.days;
  reading->stated->names_days = reading->stated->names_days || range.has_days;
  open_range (reading->stated, &range, range.days.mask);
  extend (reading, range.start, range.end);
  return range.end;
}

/* "24/7" and its like. */
static guint
take_always (HeedHoursReading *reading, guint at)
{
  guint n = heed_reading_match (reading, at, HEED_HOURS_ALWAYS);
  Range all = { .from = 0, .to = HEED_DAY_MIN };

  if (n == 0 || reading->last > 0)
    return at;
  if (!reading->is_bio
      && (is_denied (reading, at, at + n)
          || !is_near (reading, at + 1, at + n, HEED_HOURS_OPEN, MAX_BEFORE, MAX_AFTER)))
    return at + n;
  reading->stated->names_days = TRUE;
  open_range (reading->stated, &all, ALL_DAYS);
  extend (reading, at, at + n);
  return at + n;
}

/* One time at @at that is not the first of two. */
static gboolean
read_lone_time (HeedHoursReading *reading, guint at, HeedTimeOfDay *time)
{
  Range range;

  return heed_reading_read_time (reading, at, TRUE, time) && !read_range (reading, at, &range);
}

/* "until 8 pm", where it is said that somebody is there. */
static guint
take_until (HeedHoursReading *reading, guint at)
{
  guint n = heed_reading_match (reading, at, HEED_HOURS_UNTIL);
  HeedTimeOfDay time;

  if (n == 0)
    return at;
  guint start = at + n + heed_reading_match (reading, at + n, HEED_HOURS_FROM);
  if (!read_lone_time (reading, start, &time) || is_denied (reading, at, time.end))
    return at;
  gboolean is_said = is_near (reading, at, time.end, HEED_HOURS_OPEN,
                              time.is_marked ? MAX_BEFORE_UNTIL : MAX_BEFORE_BARE, 0);
  if (!reading->is_bio && !is_said)
    return at;
  if (time.half == HEED_HALF_NONE && !time.is_clear && time.minutes < HEED_HALF_DAY_MIN)
    time.minutes += HEED_HALF_DAY_MIN;
  guint end = heed_reading_skip_zone (reading, time.end, TRUE);
  reading->stated->closes = time.minutes == 0 ? HEED_DAY_MIN : time.minutes;
  extend (reading, at, end);
  return end;
}

/* "back tomorrow at 8:00". */
static guint
take_back (HeedHoursReading *reading, guint at)
{
  guint n = heed_reading_match (reading, at, HEED_HOURS_BACK);
  HeedTimeOfDay time;

  if (n == 0)
    return at;
  for (guint next = at + n; next < at + n + MAX_FILLER; next++)
    {
      const HeedHoursToken *token = heed_reading_get_token (reading, next);
      guint from = heed_reading_match (reading, next, HEED_HOURS_FROM);

      if (token == NULL || (token->kind != HEED_HOURS_TOKEN_WORD && next > at + n))
        return at;
      if ((from == 0 && next > at + n) || !read_lone_time (reading, next + from, &time))
        continue;
      if (is_denied (reading, at, time.end) || (next == at + n && from == 0 && !time.is_marked))
        return at;
      guint end = heed_reading_skip_zone (reading, time.end, TRUE);
      reading->stated->opens = time.minutes % HEED_DAY_MIN;
      extend (reading, at, end);
      return end;
    }
  return at;
}

/* What begins at the token @at; where a week is stated, the end of one day is not looked for any more. Returns the
 * token behind it, @at for nothing. */
static guint
take (HeedHoursReading *reading, guint at)
{
  guint end = take_always (reading, at);

  if (end == at)
    end = take_range (reading, at);
  if (end == at && !reading->stated->has_week)
    end = take_until (reading, at);
  if (end == at && !reading->stated->has_week)
    end = take_back (reading, at);
  return end;
}

/* The zone that a bio names anywhere: "All times ET". */
static void
find_zone (HeedHoursReading *reading)
{
  for (guint at = 0; reading->stated->zone == NULL && at < reading->tokens->len; at++)
    heed_reading_skip_zone (reading, at, TRUE);
}

/**
 * heed_stated_hours_read: the opening hours that a text states (S4, S7).
 * @text: a company's reply, post or bio, in the language of @words
 * @is_bio: it speaks of the account itself, so that times in it need nothing beside them that says what they are for
 * @stated: (out): with @zone also where only a bio's zone was found
 *
 * The first statement counts, with what follows it directly ("Mon–Fri 9–5, Sat 10–4"). The time grows with the length
 * of the text only: each token is looked at from a bounded number of others.
 *
 * Returns: whether hours were found
 */
gboolean
heed_stated_hours_read (const HeedHoursWords *words, const char *text, gboolean is_bio, HeedStatedHours *stated)
{
  g_return_val_if_fail (words != NULL && text != NULL && stated != NULL, FALSE);

  *stated = (HeedStatedHours){ .opens = -1, .closes = -1 };
  g_autoptr (GArray) tokens = heed_hours_words_cut (words, text, MAX_TOKENS);
  HeedHoursReading reading = { .words = words, .tokens = tokens, .text = text, .is_bio = is_bio, .stated = stated };

  for (guint at = 0; at < tokens->len;)
    {
      HeedDays days;
      guint end = take (&reading, at);

      if (end == at && heed_reading_read_days (&reading, at, &days))
        {
          reading.before = days;
          end = days.end;
        }
      at = MAX (end, at + 1);
    }
  if (is_bio)
    find_zone (&reading);
  if (reading.last == 0)
    return FALSE;
  stated->start = heed_reading_get_token (&reading, reading.first)->start;
  stated->end = heed_reading_get_token (&reading, reading.last - 1)->end;
  return TRUE;
}

/**
 * heed_stated_hours_read_greeting: which part of the day a text greets in its first words.
 *
 * Handles before them do not count.
 */
HeedGreeting
heed_stated_hours_read_greeting (const HeedHoursWords *words, const char *text)
{
  static const HeedHoursWord greetings[] = { HEED_HOURS_MORNING, HEED_HOURS_AFTERNOON, HEED_HOURS_EVENING };

  g_return_val_if_fail (words != NULL && text != NULL, HEED_GREETING_NONE);

  while (*text == '@' || *text == '.' || g_ascii_isspace (*text))
    text += *text == '@' ? strcspn (text, " \t\r\n") : 1;
  g_autoptr (GArray) tokens = heed_hours_words_cut (words, text, MAX_GREETING_TOKENS);
  for (guint at = 0; at < tokens->len; at++)
    for (guint i = 0; g_array_index (tokens, HeedHoursToken, at).phrases != NULL && i < G_N_ELEMENTS (greetings); i++)
      if (heed_hours_words_match (tokens, at, greetings[i], NULL) > 0)
        return HEED_GREETING_MORNING + i;
  return HEED_GREETING_NONE;
}
