/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-hours.h"

#include <string.h>

#include "heed-busy-hours.h"
#include "heed-week.h"

#define HOUR_S 3600
#define WEEK_S (7 * 24 * HOUR_S)

/* Hours are learned from this many replies on this many days, and an hour is open where there is a reply on this share
 * of the days, relative to the busiest hours (docs/statistics.md). */
#define MIN_REPLIES 150
#define MIN_DAYS 10
#define MIN_SHARE 0.1

/* Where greetings say when the day begins and ends, hours outside it are open only where there is a reply on this share
 * of the days, relative to the busiest hours; and they come so many minutes late or early. */
#define MIN_SHARE_BEYOND 0.5
#define GREETING_MIN 10

/* What was seen of the replies: on how many days of each kind there was one, and in each hour of such days. */
typedef struct
{
  guint days[HEED_N_DAY_KINDS];
  guint hours[HEED_N_DAY_KINDS][24];
} Presence;

/* Days are counted, not replies: one long evening in which hundreds were written is one day. Public holidays are not.
 */
static void
count_days (const GArray *replies, GTimeZone *zone, HeedHolidays *holidays, Presence *presence)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  memset (presence, 0, sizeof *presence);
  for (guint i = 0; i < replies->len; i++)
    {
      gint64 at = g_array_index (replies, HeedReply, i).at;
      int hours = (int) (heed_week_get_local (zone, at) / HOUR_S);
      guint day, hour;

      if (holidays != NULL && heed_holidays_get_name (holidays, hours / 24) != NULL)
        continue;
      heed_week_get_cell (zone, at, &day, &hour);
      /* Hours are noted as numbers that leave a remainder, days as the negative ones below them. */
      if (g_hash_table_add (seen, GINT_TO_POINTER (hours)))
        presence->hours[heed_day_kind_from_day (day)][hour]++;
      if (g_hash_table_add (seen, GINT_TO_POINTER (-hours / 24 - 1)))
        presence->days[heed_day_kind_from_day (day)]++;
    }
}

/* The share of days with a reply in each hour, with its neighbours so that one quiet hour in a shift is no gap. */
static void
smooth (const guint counts[24], guint n_days, double rates[24])
{
  for (guint hour = 0; hour < 24; hour++)
    rates[hour] = (counts[(hour + 23) % 24] + 2 * counts[hour] + counts[(hour + 1) % 24]) / 4.0 / MAX (n_days, 1);
}

/* Opens the hours from the post that begins a day to the one that ends it, whatever replies say. */
static void
open_between (const HeedDayEnds *ends, HeedDayKind kind, gboolean open[24])
{
  guint first = (ends->opening[kind].minute + GREETING_MIN) / 60;
  guint last = (ends->closing[kind].minute - GREETING_MIN + 59) / 60;

  for (guint hour = first; hour < MIN (last, first + 24); hour++)
    open[hour % 24] = TRUE;
}

static gboolean
has_ends (const HeedDayEnds *ends, HeedDayKind kind)
{
  return ends != NULL && ends->opening[kind].is_known && ends->closing[kind].is_known
         && ends->closing[kind].minute > ends->opening[kind].minute + 2 * GREETING_MIN;
}

static gboolean
has_enough (const GArray *replies, const Presence *presence)
{
  return replies->len >= MIN_REPLIES
         && presence->days[HEED_WEEKDAYS] + presence->days[HEED_SATURDAYS] + presence->days[HEED_SUNDAYS] >= MIN_DAYS;
}

/* The hours of one kind of days: by greetings where they are a habit, else by replies where there are enough. */
static void
learn_kind (const Presence *presence, HeedDayKind kind, const double rates[24], double busy, const HeedDayEnds *ends,
            gboolean is_enough, gboolean open[24])
{
  gboolean by_ends = has_ends (ends, kind);
  double min_share = by_ends ? MIN_SHARE_BEYOND : MIN_SHARE;

  for (guint hour = 0; hour < 24; hour++)
    open[hour] = is_enough && presence->hours[kind][hour] > 0 && rates[hour] >= min_share * busy;
  if (by_ends)
    open_between (ends, kind, open);
  /* Days of one kind follow each other, so midnight is no border. */
  heed_busy_hours_close_pauses (open);
}

/**
 * heed_hours_learn: when somebody is there, from when they reply and greet (S6, S7).
 * @replies: (element-type HeedReply)
 * @holidays: (nullable): days from which nothing is learned
 * @ends: (nullable): when posts say that the day begins and ends
 * @open: (out): Monday first, hours of @zone
 *
 * An hour in which nobody writes to the company looks closed although somebody may be there.
 *
 * Returns: %FALSE, with @open all closed, when there is too little to learn from
 */
gboolean
heed_hours_learn (const GArray *replies, GTimeZone *zone, HeedHolidays *holidays, const HeedDayEnds *ends,
                  gboolean open[7][24])
{
  Presence presence;
  double rates[HEED_N_DAY_KINDS][24], busy = 0;

  g_return_val_if_fail (replies != NULL && zone != NULL, FALSE);

  memset (open, 0, 7 * sizeof *open);
  count_days (replies, zone, holidays, &presence);
  gboolean is_enough = has_enough (replies, &presence);
  if (!is_enough && !has_ends (ends, HEED_WEEKDAYS))
    return FALSE;

  for (HeedDayKind kind = 0; kind < HEED_N_DAY_KINDS; kind++)
    {
      smooth (presence.hours[kind], presence.days[kind], rates[kind]);
      busy = MAX (busy, heed_busy_hours_get_rate (rates[kind]));
    }
  for (guint day = 0; day < 7; day++)
    {
      HeedDayKind kind = heed_day_kind_from_day (day);

      learn_kind (&presence, kind, rates[kind], busy, ends, is_enough, open[day]);
    }
  return TRUE;
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
