/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-hours.h"

#include <stdlib.h>
#include <string.h>

#include "heed-week.h"

#define HOUR_S 3600
#define WEEK_S (7 * 24 * HOUR_S)

/* Hours are learned from this many replies on this many days, and an hour is open where there is a reply on this share
 * of the days, relative to the busiest hours (docs/statistics.md). */
#define MIN_REPLIES 150
#define MIN_DAYS 10
#define MIN_SHARE 0.1
#define N_BUSIEST 6

/* A pause of up to so many hours between open ones is chance, or lunch. */
#define MAX_PAUSE 3

/* Weekdays are taken together: most shifts are the same from Monday to Friday. */
enum
{
  WEEKDAYS,
  SATURDAY,
  SUNDAY,
  N_DAY_KINDS,
};

static guint
get_day_kind (guint day)
{
  return day < 5 ? WEEKDAYS : day == 5 ? SATURDAY : SUNDAY;
}

/* What was seen of the replies: on how many days of each kind there was one, and in each hour of such days. */
typedef struct
{
  guint days[N_DAY_KINDS];
  guint hours[N_DAY_KINDS][24];
} Presence;

/* Days are counted, not replies: one long evening in which hundreds were written is one day. */
static void
count_days (const GArray *replies, GTimeZone *zone, Presence *presence)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  memset (presence, 0, sizeof *presence);
  for (guint i = 0; i < replies->len; i++)
    {
      gint64 at = g_array_index (replies, HeedReply, i).at;
      int hours = (int) (heed_week_get_local (zone, at) / HOUR_S);
      guint day, hour;

      heed_week_get_cell (zone, at, &day, &hour);
      /* Hours are noted as numbers that leave a remainder, days as the negative ones below them. */
      if (g_hash_table_add (seen, GINT_TO_POINTER (hours)))
        presence->hours[get_day_kind (day)][hour]++;
      if (g_hash_table_add (seen, GINT_TO_POINTER (-hours / 24 - 1)))
        presence->days[get_day_kind (day)]++;
    }
}

static int
compare_rates (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first > second ? -1 : first < second;
}

/* The mean of the busiest hours. */
static double
get_busy_rate (const double rates[24])
{
  double sorted[24], sum = 0;

  memcpy (sorted, rates, sizeof sorted);
  qsort (sorted, 24, sizeof *sorted, compare_rates);
  for (guint i = 0; i < N_BUSIEST; i++)
    sum += sorted[i];
  return sum / N_BUSIEST;
}

/* The share of days with a reply in each hour, with its neighbours so that one quiet hour in a shift is no gap. */
static void
smooth (const guint counts[24], guint n_days, double rates[24])
{
  for (guint hour = 0; hour < 24; hour++)
    rates[hour] = (counts[(hour + 23) % 24] + 2 * counts[hour] + counts[(hour + 1) % 24]) / 4.0 / MAX (n_days, 1);
}

/* Opens the short pauses of one day; days of one kind follow each other, so midnight is no border. */
static void
close_pauses (gboolean open[24])
{
  gboolean before[24];

  memcpy (before, open, sizeof before);
  for (guint hour = 0; hour < 24; hour++)
    for (guint pause = 1; before[hour] && pause <= MAX_PAUSE + 1; pause++)
      if (before[(hour + pause) % 24])
        for (guint i = 1; i < pause; i++)
          open[(hour + i) % 24] = TRUE;
}

/**
 * heed_hours_learn: when somebody is there, from when they reply (S6, S7).
 * @replies: (element-type HeedReply)
 * @open: (out): Monday first, hours of @zone
 *
 * An hour in which nobody writes to the company looks closed although somebody may be there.
 *
 * Returns: %FALSE, with @open all closed, when there are too few replies to learn from
 */
gboolean
heed_hours_learn (const GArray *replies, GTimeZone *zone, gboolean open[7][24])
{
  Presence presence;
  double rates[N_DAY_KINDS][24], busy = 0;

  g_return_val_if_fail (replies != NULL && zone != NULL, FALSE);

  memset (open, 0, 7 * sizeof *open);
  if (replies->len < MIN_REPLIES)
    return FALSE;
  count_days (replies, zone, &presence);
  if (presence.days[WEEKDAYS] + presence.days[SATURDAY] + presence.days[SUNDAY] < MIN_DAYS)
    return FALSE;

  for (guint kind = 0; kind < N_DAY_KINDS; kind++)
    {
      smooth (presence.hours[kind], presence.days[kind], rates[kind]);
      busy = MAX (busy, get_busy_rate (rates[kind]));
    }
  for (guint day = 0; day < 7; day++)
    {
      guint kind = get_day_kind (day);

      for (guint hour = 0; hour < 24; hour++)
        open[day][hour] = presence.hours[kind][hour] > 0 && rates[kind][hour] >= MIN_SHARE * busy;
      close_pauses (open[day]);
    }
  return TRUE;
}

#define DAY_WORD "(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?s?"
#define TIME_WORD "([01]?\\d|2[0-4])(?:[:.h]([0-5]\\d))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?"
#define TO_WORD "\\s*(?:-|–|—|to|till?|until|through|thru)\\s*"

/* Days and times as accounts write them: "Mon-Fri 9am to 5:30pm", "8:00–20:00", "9-5 weekdays". */
#define STATED_RANGE                                                                                                   \
  "(?:(?:" DAY_WORD "(?:" TO_WORD DAY_WORD ")?|(weekdays)|(weekends)|(?:7 days(?: a week)?|daily|every day))"          \
  "[\\s,:;(]*(?:from\\s+)?)?(?<![\\d:./+-])" TIME_WORD TO_WORD TIME_WORD                                               \
  "(?![\\d:/%-]|\\s*(?:business|working|days?|hours?|hrs|weeks?|min|mins|minutes|years?|million)\\b)"
#define STATED_ALWAYS                                                                                                  \
  "\\b24\\s*/\\s*7\\b|\\b24\\s*(?:x|hours a day|hrs a day)|\\bround the clock\\b|\\baround the clock\\b"

static int
find_day (const char *word)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strncasecmp (word, days[i], 3) == 0)
      return (int) i;
  return -1;
}

/* The hour that group @first and the two behind it write, with minutes rounded to whole hours. */
static int
read_hour (GMatchInfo *match, int first, gboolean round_up)
{
  g_autofree char *hour_text = g_match_info_fetch (match, first);
  g_autofree char *minutes = g_match_info_fetch (match, first + 1);
  g_autofree char *half = g_match_info_fetch (match, first + 2);
  int hour = (int) g_ascii_strtoll (hour_text, NULL, 10);

  if (half != NULL && half[0] != '\0')
    hour = hour % 12 + (g_ascii_tolower (half[0]) == 'p' ? 12 : 0);
  if (round_up && minutes != NULL && g_ascii_strtoll (minutes, NULL, 10) > 0)
    hour++;
  return hour;
}

/* Which days group 1 to 4 name; all seven when none is named. */
static void
read_days (GMatchInfo *match, gboolean days[7])
{
  g_autofree char *first = g_match_info_fetch (match, 1);
  g_autofree char *last = g_match_info_fetch (match, 2);
  g_autofree char *weekdays = g_match_info_fetch (match, 3);
  g_autofree char *weekends = g_match_info_fetch (match, 4);
  int from = first != NULL ? find_day (first) : -1;
  int to = last != NULL ? find_day (last) : -1;

  for (int day = 0; day < 7; day++)
    {
      gboolean in_range = to < 0 ? day == from : from <= to ? day >= from && day <= to : day >= from || day <= to;

      days[day] = from >= 0                                 ? in_range
                  : weekdays != NULL && weekdays[0] != '\0' ? day < 5
                                                            : weekends == NULL || weekends[0] == '\0' || day >= 5;
    }
}

/* Opens the hours that one match names. "9-5" ends in the afternoon; "20-4" goes over midnight. */
static void
open_range (GMatchInfo *match, gboolean open[7][24])
{
  g_autofree char *end_half = g_match_info_fetch (match, 10);
  g_autofree char *start_half = g_match_info_fetch (match, 7);
  gboolean days[7];
  int from = read_hour (match, 5, FALSE);
  int to = read_hour (match, 8, TRUE);
  gboolean has_half = (end_half != NULL && end_half[0] != '\0') || (start_half != NULL && start_half[0] != '\0');

  read_days (match, days);
  if (!has_half && to <= from && from < 12 && to < 12)
    to += 12;
  if (to <= from)
    to += 24;
  for (guint day = 0; day < 7; day++)
    for (int hour = from; days[day] && hour < to; hour++)
      open[hour < 24 ? day : (day + 1) % 7][hour % 24] = TRUE;
}

/**
 * heed_hours_find_stated: the opening hours that an account writes about itself (S4).
 * @text: (nullable): its own words; English, and times in any language
 * @open: (out): Monday first, in the account's own zone; every day where it names none
 *
 * Returns: (transfer full) (nullable): the words that say so, %NULL when none were found
 */
char *
heed_hours_find_stated (const char *text, gboolean open[7][24])
{
  memset (open, 0, 7 * sizeof *open);
  if (text == NULL)
    return NULL;

  g_autoptr (GRegex) always = g_regex_new (STATED_ALWAYS, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) range = g_regex_new (STATED_RANGE, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (g_regex_match (always, text, 0, &match))
    {
      for (guint cell = 0; cell < 7 * 24; cell++)
        open[cell / 24][cell % 24] = TRUE;
      return g_match_info_fetch (match, 0);
    }
  g_clear_pointer (&match, g_match_info_unref);
  g_regex_match (range, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);

      open_range (match, open);
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", g_strstrip (found));
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/** heed_hours_counter_init: counts in the hours of @open, which must stay as long as @counter; @zone too. */
void
heed_hours_counter_init (HeedHoursCounter *counter, const gboolean open[7][24], GTimeZone *zone)
{
  g_return_if_fail (counter != NULL && zone != NULL);

  counter->zone = zone;
  counter->open = open;
  counter->before[0] = 0;
  for (guint cell = 0; cell < 7 * 24; cell++)
    counter->before[cell + 1] = counter->before[cell] + (open[cell / 24][cell % 24] ? HOUR_S : 0);
}

/* Open seconds from a fixed Monday on to @time. */
static gint64
get_open_until (const HeedHoursCounter *counter, gint64 time)
{
  gint64 local = heed_week_get_local (counter->zone, time);
  gint64 week = local >= 0 ? local / WEEK_S : (local - WEEK_S + 1) / WEEK_S;
  gint64 in_week = local - week * WEEK_S;
  gint64 cell = in_week / HOUR_S;
  gint64 part = counter->open[cell / 24][cell % 24] ? in_week % HOUR_S : 0;

  return week * counter->before[7 * 24] + counter->before[cell] + part;
}

/**
 * heed_hours_counter_get: the open seconds between two times (S9, S27).
 *
 * Where clocks are moved between them the hour that is skipped or repeated counts as the clock shows it.
 */
gint64
heed_hours_counter_get (const HeedHoursCounter *counter, gint64 from, gint64 to)
{
  g_return_val_if_fail (counter != NULL, 0);

  return MAX (get_open_until (counter, to) - get_open_until (counter, from), 0);
}
