/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-zone-guess.h"

#include <math.h>
#include <string.h>

#include "heed-busy-hours.h"
#include "heed-data-object.h"
#include "heed-reply-reading.h"

#define HOUR_S 3600
#define DAY_S (24 * HOUR_S)

/* The thresholds; docs/statistics.md says why. */
#define MIN_DAYS 10
#define MIN_REPLIES 50
#define MIN_GREETING_DAYS 5
#define MIN_QUIET_H 6
#define MIN_CERTAINTY 0.8
#define MIN_FITTING 0.8
#define MAX_GREETINGS 30.0

/* An hour is busy where there is a reply on this share of the days, relative to the six busiest. */
#define BUSY_SHARE 0.2

/* A greeting is out of its hours in one of ten. */
#define ERROR_RATE 0.1

#define N_DRAWS 200
#define SEED 20260302

/* Offsets from UTC in hours, each clock once. */
#define FIRST_OFFSET (-11)
#define N_OFFSETS 24

/* What is greeted. */
enum
{
  MORNING,
  AFTERNOON,
  EVENING,
  OPENING,
  CLOSING,
  N_GREETINGS,
};
static const char *const greeting_words[N_GREETINGS] = { "morning", "afternoon", "evening", "opening", "closing" };

/* How people spend their day (data/hours/shifts.json): how likely a shift begins, and ends, in each hour of it, and in
 * which hours each greeting is said, from the first up to the second. */
typedef struct
{
  double starts[24];
  double ends[24];
  int windows[N_GREETINGS][2];
} Shifts;

/* What was seen of one day of UTC: the hours as bits. */
typedef struct
{
  guint32 replies;
  guint32 greetings[N_GREETINGS];
} Day;

/* The same over several days, as counts. */
typedef struct
{
  double days;
  double replies[24];
  double greetings[N_GREETINGS][24];
  double n_greetings;
  guint greeting_days;
} Counts;

/* Logarithms, taken once and not in every draw: how likely a greeting, the beginning and the end of a shift, and a
 * reply (where the open hours are stated without a zone) are in each hour of the writer's day. */
typedef struct
{
  double greetings[N_GREETINGS][24];
  double starts[24];
  double ends[24];
  double replies[24];
  gboolean has_replies;
} Odds;

static void
read_chances (JsonObject *object, const char *key, double chances[24])
{
  JsonArray *list = json_object_get_array_member (object, key);

  g_assert (list != NULL && json_array_get_length (list) == 24);
  for (guint hour = 0; hour < 24; hour++)
    chances[hour] = json_array_get_double_element (list, hour);
}

static gpointer
read_shifts (gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (JsonObject) object = heed_data_load_object ("hours/shifts.json");
  JsonObject *greetings = json_object_get_object_member (object, "greetings");
  Shifts *shifts = g_new0 (Shifts, 1);

  read_chances (object, "starts", shifts->starts);
  read_chances (object, "ends", shifts->ends);
  for (guint i = 0; i < N_GREETINGS; i++)
    {
      JsonArray *hours = json_object_get_array_member (greetings, greeting_words[i]);

      g_assert (hours != NULL && json_array_get_length (hours) == 2);
      shifts->windows[i][0] = (int) json_array_get_int_element (hours, 0);
      shifts->windows[i][1] = (int) json_array_get_int_element (hours, 1);
    }
  return shifts;
}

static const Shifts *
get_shifts (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_shifts, NULL);
}

static Day *
ensure_day (GHashTable *index, GArray *days, gint64 at)
{
  gpointer key = GINT_TO_POINTER ((gint) (at / DAY_S));
  gpointer place;

  if (!g_hash_table_lookup_extended (index, key, NULL, &place))
    {
      const Day day = { 0 };

      place = GUINT_TO_POINTER (days->len);
      g_hash_table_insert (index, key, place);
      g_array_append_val (days, day);
    }
  return &g_array_index (days, Day, GPOINTER_TO_UINT (place));
}

static guint32
get_hour_bit (gint64 at)
{
  return 1u << (guint) (((at % DAY_S) + DAY_S) % DAY_S / HOUR_S);
}

/* Days are counted, not replies: what one writer does on one day is seen once. */
static GArray *
collect_days (const HeedExchangeSet *set)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (Day));

  for (guint i = 0; i < set->replies->len; i++)
    {
      const HeedReply *reply = &g_array_index (set->replies, HeedReply, i);
      Day *day = ensure_day (index, days, reply->at);

      day->replies |= get_hour_bit (reply->at);
      if (reply->greeting != HEED_GREETING_NONE)
        day->greetings[reply->greeting - HEED_GREETING_MORNING] |= get_hour_bit (reply->at);
    }
  for (guint i = 0; i < set->own_posts->len; i++)
    {
      const HeedOwnPost *post = &g_array_index (set->own_posts, HeedOwnPost, i);
      Day *day = ensure_day (index, days, post->at);

      if (post->greeting != HEED_GREETING_NONE)
        day->greetings[post->greeting - HEED_GREETING_MORNING] |= get_hour_bit (post->at);
      if ((post->notices & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_OPENING)) != 0)
        day->greetings[OPENING] |= get_hour_bit (post->at);
      if ((post->notices & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_CLOSING)) != 0)
        day->greetings[CLOSING] |= get_hour_bit (post->at);
    }
  return days;
}

/* Adds one to the count of each hour of @hours. Returns how many there were. */
static guint
count_hours (double counts[24], guint32 hours)
{
  guint n = 0;

  for (; hours != 0; hours &= hours - 1, n++)
    counts[g_bit_nth_lsf (hours, -1)]++;
  return n;
}

static void
add_day (Counts *counts, const Day *day)
{
  guint n = 0;

  counts->days += day->replies != 0 ? 1 : 0;
  count_hours (counts->replies, day->replies);
  for (guint i = 0; i < N_GREETINGS; i++)
    n += count_hours (counts->greetings[i], day->greetings[i]);
  counts->n_greetings += n;
  counts->greeting_days += n > 0 ? 1 : 0;
}

static void
find_busy_hours (const Counts *counts, gboolean busy[24])
{
  double rate = heed_busy_hours_get_rate (counts->replies);

  for (guint hour = 0; hour < 24; hour++)
    busy[hour] = rate > 0 && counts->replies[hour] >= BUSY_SHARE * rate;
  heed_busy_hours_close_pauses (busy);
}

/* The longest quiet stretch: its length, and the hour in which it ends. */
static guint
find_quiet (const gboolean busy[24], guint *end)
{
  guint longest = 0;

  for (guint start = 0; start < 24; start++)
    {
      guint n = 0;

      while (n < 24 && !busy[(start + n) % 24])
        n++;
      if (n > longest)
        {
          longest = n;
          *end = (start + n) % 24;
        }
    }
  return longest;
}

static gboolean
is_in_window (const Shifts *shifts, guint greeting, int local_hour)
{
  return local_hour >= shifts->windows[greeting][0] && local_hour < shifts->windows[greeting][1];
}

static int
get_local_hour (guint hour, int offset)
{
  return ((int) hour + offset + 24) % 24;
}

/* The odds of replies, from the days on which each hour is open. */
static void
fill_stated_odds (Odds *odds, const HeedStatedHours *stated)
{
  double width = 0;
  double days_open[24] = { 0 };

  for (guint cell = 0; cell < 7 * 24; cell++)
    {
      days_open[cell % 24] += stated->open[cell / 24][cell % 24] ? 1 : 0;
      width += stated->open[cell / 24][cell % 24] ? 1 : 0;
    }
  for (guint hour = 0; hour < 24; hour++)
    odds->replies[hour] = log (ERROR_RATE / 24 + (1 - ERROR_RATE) * (days_open[hour] / width));
}

static void
fill_odds (Odds *odds, const HeedStatedHours *stated)
{
  const Shifts *shifts = get_shifts ();

  for (int hour = 0; hour < 24; hour++)
    {
      for (guint i = 0; i < N_GREETINGS; i++)
        {
          double width = shifts->windows[i][1] - shifts->windows[i][0];

          odds->greetings[i][hour] = log (ERROR_RATE / 24
                                          + (is_in_window (shifts, i, hour) ? (1 - ERROR_RATE) / width : 0));
        }
      odds->starts[hour] = log (shifts->starts[hour]);
      odds->ends[hour] = log (shifts->ends[hour]);
    }
  odds->has_replies = stated->has_week;
  if (odds->has_replies)
    fill_stated_odds (odds, stated);
}

/* Adds to each offset how likely @counts, by hours of UTC, are on clocks of it. */
static void
judge_counts (const double counts[24], const double odds[24], double sums[N_OFFSETS])
{
  for (guint hour = 0; hour < 24; hour++)
    {
      if (counts[hour] == 0)
        continue;
      for (guint i = 0; i < N_OFFSETS; i++)
        sums[i] += counts[hour] * odds[get_local_hour (hour, FIRST_OFFSET + (int) i)];
    }
}

/* Staff greet by habit: many greetings know no more than some. */
static void
dampen (double sums[N_OFFSETS], double n)
{
  for (guint i = 0; n > MAX_GREETINGS && i < N_OFFSETS; i++)
    sums[i] = sums[i] * MAX_GREETINGS / n;
}

/* How likely each offset is, as a logarithm; FALSE where nothing tells them apart. */
static gboolean
judge_offsets (const Counts *counts, const Odds *odds, double likely[N_OFFSETS])
{
  gboolean busy[24];
  guint first = 0;
  double n_replies = 0, of_replies[N_OFFSETS] = { 0 };

  find_busy_hours (counts, busy);
  guint n_quiet = find_quiet (busy, &first);
  gboolean has_shift = n_quiet >= MIN_QUIET_H && n_quiet < 24;
  if (!has_shift && counts->greeting_days < MIN_GREETING_DAYS)
    return FALSE;
  memset (likely, 0, N_OFFSETS * sizeof *likely);
  for (guint i = 0; i < N_GREETINGS; i++)
    judge_counts (counts->greetings[i], odds->greetings[i], likely);
  dampen (likely, counts->n_greetings);
  if (odds->has_replies)
    {
      for (guint hour = 0; hour < 24; hour++)
        n_replies += counts->replies[hour];
      judge_counts (counts->replies, odds->replies, of_replies);
      dampen (of_replies, n_replies);
    }
  for (guint i = 0; i < N_OFFSETS; i++)
    {
      int offset = FIRST_OFFSET + (int) i;

      if (odds->has_replies)
        likely[i] += of_replies[i];
      if (has_shift)
        likely[i] += odds->starts[get_local_hour (first, offset)]
                     + odds->ends[get_local_hour (first + 24 - n_quiet, offset)];
    }
  return TRUE;
}

/* Whether two offsets are an hour apart at most, around the clock. */
static gboolean
is_next_to (guint one, guint other)
{
  guint apart = (one + N_OFFSETS - other) % N_OFFSETS;

  return apart <= 1 || apart == N_OFFSETS - 1;
}

static guint
find_best (const double likely[N_OFFSETS])
{
  guint best = 0;

  for (guint i = 1; i < N_OFFSETS; i++)
    if (likely[i] > likely[best])
      best = i;
  return best;
}

/* The chance that the offset lies within an hour of @best. */
static double
sum_chances_near (const double likely[N_OFFSETS], guint best)
{
  double chances[N_OFFSETS], sum = 0, within = 0;

  for (guint i = 0; i < N_OFFSETS; i++)
    sum += chances[i] = exp (likely[i] - likely[best]);
  for (guint i = 0; i < N_OFFSETS; i++)
    within += is_next_to (i, best) ? chances[i] / sum : 0;
  return within;
}

/* Which share of the greetings lies in its hours on clocks of the offset @best. */
static double
measure_fitting (const Counts *counts, guint best)
{
  const Shifts *shifts = get_shifts ();
  double in_window = 0;

  for (guint i = 0; i < N_GREETINGS; i++)
    for (guint hour = 0; hour < 24; hour++)
      if (is_in_window (shifts, i, get_local_hour (hour, FIRST_OFFSET + (int) best)))
        in_window += counts->greetings[i][hour];
  return counts->n_greetings > 0 ? in_window / counts->n_greetings : 1;
}

/* The share of draws of whole days (Efron 1979) that come to within an hour of the same offset. */
static double
measure_agreement (const GArray *days, const Odds *odds, guint best)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_same = 0;

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      double likely[N_OFFSETS];
      Counts counts = { 0 };

      for (guint i = 0; i < days->len; i++)
        add_day (&counts, &g_array_index (days, Day, g_rand_int_range (random, 0, (gint32) days->len)));
      if (judge_offsets (&counts, odds, likely) && is_next_to (find_best (likely), best))
        n_same++;
    }
  return (double) n_same / N_DRAWS;
}

/**
 * heed_zone_guess: on which clocks a company lives, from when it is quiet, when it says good morning, and when it says
 * that it is there.
 * @offset_h: (out): hours ahead of UTC, from −11 to 12
 * @certainty: (out): the chance that this is right to the hour on either side
 *
 * Only an offset can be told, no zone: whether clocks are moved in summer is not seen.
 *
 * Returns: whether it is certain enough to be used
 */
gboolean
heed_zone_guess (const HeedExchangeSet *set, int *offset_h, double *certainty)
{
  g_return_val_if_fail (set != NULL && offset_h != NULL && certainty != NULL, FALSE);

  g_autoptr (GArray) days = collect_days (set);
  double likely[N_OFFSETS];
  Counts counts = { 0 };
  Odds odds;

  *offset_h = 0;
  *certainty = 0;
  for (guint i = 0; i < days->len; i++)
    add_day (&counts, &g_array_index (days, Day, i));
  gboolean has_replies = set->replies->len >= MIN_REPLIES && counts.days >= MIN_DAYS;
  if (!has_replies && counts.greeting_days < MIN_DAYS)
    return FALSE;
  fill_odds (&odds, &set->stated);
  if (!judge_offsets (&counts, &odds, likely))
    return FALSE;

  guint best = find_best (likely);
  *offset_h = FIRST_OFFSET + (int) best;
  if (measure_fitting (&counts, best) >= MIN_FITTING)
    *certainty = sum_chances_near (likely, best) * measure_agreement (days, &odds, best);
  return *certainty >= MIN_CERTAINTY;
}
