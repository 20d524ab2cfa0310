/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When a company is there: its zone, its greetings, what it states against what it lives, its holidays (S4–S9, S18). */

#include "heed-presence.h"

#include <math.h>
#include <string.h>

#include "heed-reply-reading.h"
#include "heed-zone-guess.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 0:00 UTC. */
#define MONDAY 1772409600

#define OPENING (G_GUINT64_CONSTANT (1) << HEED_REPLY_MARK_OPENING)
#define CLOSING (G_GUINT64_CONSTANT (1) << HEED_REPLY_MARK_CLOSING)

static HeedExchangeSet *
new_set (guint n_days)
{
  HeedExchangeSet *set = heed_exchange_set_new ("care");

  set->from = MONDAY;
  set->until = MONDAY + n_days * DAY;
  return set;
}

static void
add_reply (HeedExchangeSet *set, gint64 at, HeedGreeting greeting)
{
  HeedReply reply = { .at = at, .lag_s = 600, .agent = HEED_NO_AGENT, .greeting = (guint8) greeting };

  g_array_append_val (set->replies, reply);
}

static void
add_post (HeedExchangeSet *set, gint64 at, guint64 notices, guint says_closes)
{
  HeedOwnPost post = { .at = at, .notices = notices, .says_closes = (guint16) says_closes };

  g_array_append_val (set->own_posts, post);
}

/* How people work: hours of the local day, from which to which, and whether on weekends too. */
typedef struct
{
  const char *name;
  int start;
  int end;
  gboolean weekends;
} Shift;

static HeedGreeting
greet (int local_hour)
{
  return local_hour < 12 ? HEED_GREETING_MORNING : local_hour < 18 ? HEED_GREETING_AFTERNOON : HEED_GREETING_EVENING;
}

/* Six weeks of an account on clocks @offset hours ahead of UTC; one in three replies greets where they do. */
static HeedExchangeSet *
make_account (const Shift *shift, int offset, gboolean greets, GRand *random)
{
  HeedExchangeSet *set = new_set (42);

  for (guint day = 0; day < 42; day++)
    for (guint i = 0; i < 12 && (shift->weekends || day % 7 < 5); i++)
      {
        double local = shift->start + g_rand_double (random) * (shift->end - shift->start);
        gint64 at = MONDAY + (gint64) day * DAY + (gint64) ((local - offset) * HOUR);

        add_reply (set, at, greets && i % 3 == 0 ? greet ((int) local % 24) : HEED_GREETING_NONE);
      }
  return set;
}

typedef struct
{
  guint right;
  guint near;
  guint wrong;
  guint unknown;
} Score;

static void
judge (const HeedExchangeSet *set, int offset, Score *score)
{
  int guess;
  double certainty;

  if (!heed_zone_guess (set, &guess, &certainty))
    {
      g_assert_cmpfloat (certainty, <, 0.8);
      score->unknown++;
      return;
    }
  int apart = abs (guess - offset);
  apart = MIN (apart, 24 - apart);
  score->right += apart == 0 ? 1 : 0;
  score->near += apart == 1 ? 1 : 0;
  score->wrong += apart > 1 ? 1 : 0;
}

static Score
try_shift (const Shift *shift, gboolean greets)
{
  static const int offsets[] = { -8, -7, -6, -5, -3, 0, 1, 2, 3, 5, 7, 8, 9, 10, 12 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  Score score = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    for (guint round = 0; round < 2; round++)
      {
        g_autoptr (HeedExchangeSet) set = make_account (shift, offsets[i], greets, random);

        judge (set, offsets[i], &score);
      }
  g_test_message ("%-22s %-14s right %2u, an hour off %2u, wrong %2u, unknown %2u", shift->name,
                  greets ? "who greet" : "without greetings", score.right, score.near, score.wrong, score.unknown);
  return score;
}

/* In many zones and with many shifts the zone is told to an hour or not at all; where people greet, mostly told. */
static void
test_zone (void)
{
  static const Shift shifts[] = {
    { "office, 9 to 17", 9, 17, FALSE },        { "office, 8 to 17", 8, 17, FALSE },
    { "shop, 8 to 20", 8, 20, TRUE },           { "two shifts, 7 to 23", 7, 23, TRUE },
    { "late office, 10 to 18", 10, 18, FALSE }, { "two shifts, 6 to 22", 6, 22, TRUE },
  };
  static const Shift always = { "always", 0, 24, TRUE };
  guint n_told[2] = { 0 }, n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    for (guint greets = 0; greets < 2; greets++)
      {
        Score score = try_shift (&shifts[i], greets == 1);

        g_assert_cmpuint (score.wrong, ==, 0);
        n_told[greets] += score.right + score.near;
        n += greets;
      }
  n *= 30;
  g_test_message ("told to an hour: %u of %u without greetings, %u of %u with them", n_told[0], n, n_told[1], n);
  g_assert_cmpuint (n_told[1], >=, n * 9 / 10);
  g_assert_cmpuint (n_told[0], >=, n / 3);

  /* Nights look like days elsewhere; greetings mostly show that they are not. */
  static const Shift nights = { "nights, 22 to 6", 22, 30, TRUE };
  Score silent = try_shift (&nights, FALSE), greeting = try_shift (&nights, TRUE);
  g_assert_cmpuint (silent.right, ==, 0);
  g_assert_cmpuint (greeting.unknown, >=, 25);

  /* Around the clock without a word of greeting nothing tells. */
  Score score = try_shift (&always, FALSE);
  g_assert_cmpuint (score.unknown, ==, 30);
}

/* Too little, or greetings that fit nowhere: unknown. */
static void
test_zone_unknown (void)
{
  g_autoptr (HeedExchangeSet) few = new_set (42);
  g_autoptr (HeedExchangeSet) torn = new_set (42);
  g_autoptr (HeedExchangeSet) none = new_set (42);
  int offset;
  double certainty;

  for (guint day = 0; day < 9; day++)
    for (guint hour = 9; hour < 17; hour++)
      add_reply (few, MONDAY + day * DAY + hour * HOUR, HEED_GREETING_MORNING);
  g_assert_false (heed_zone_guess (few, &offset, &certainty));

  for (guint day = 0; day < 42; day++)
    for (guint hour = 0; hour < 24; hour++)
      add_reply (torn, MONDAY + day * DAY + hour * HOUR, HEED_GREETING_MORNING);
  g_assert_false (heed_zone_guess (torn, &offset, &certainty));
  g_assert_false (heed_zone_guess (none, &offset, &certainty));
}

/* Given goes before stated, stated before inferred; an inferred zone is an offset with POSIX's sign. */
static void
test_zone_from (void)
{
  static const Shift office = { "office", 9, 17, FALSE };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (HeedExchangeSet) set = make_account (&office, 2, TRUE, random);
  HeedScorecardOptions options = { .timezone = "Europe/London" };

  g_autoptr (HeedScorecard) inferred = heed_scorecard_new (set, NULL);
  g_assert_cmpstr (inferred->timezone, ==, "Etc/GMT-2");
  g_assert_cmpint (inferred->presence.zone_from, ==, HEED_ZONE_INFERRED);
  g_assert_cmpfloat (inferred->presence.zone_certainty, >=, 0.8);
  g_assert_true (inferred->open[0][9] && inferred->open[0][16] && !inferred->open[0][7] && !inferred->open[0][18]);

  set->stated.zone = "Europe/Helsinki";
  g_autoptr (HeedScorecard) stated = heed_scorecard_new (set, NULL);
  g_assert_cmpstr (stated->timezone, ==, "Europe/Helsinki");
  g_assert_cmpstr (heed_zone_from_to_string (stated->presence.zone_from), ==, "stated");
  g_assert_cmpstr (stated->presence.country, ==, "fi");

  g_autoptr (HeedScorecard) given = heed_scorecard_new (set, &options);
  g_assert_cmpstr (given->timezone, ==, "Europe/London");
  g_assert_cmpint (given->presence.zone_from, ==, HEED_ZONE_GIVEN);

  set->stated.zone = NULL;
  g_array_set_size (set->replies, 5);
  g_autoptr (HeedScorecard) none = heed_scorecard_new (set, NULL);
  g_assert_cmpstr (none->timezone, ==, "UTC");
  g_assert_cmpint (none->presence.zone_from, ==, HEED_ZONE_NONE);
}

static void
state (HeedExchangeSet *set, guint first, guint last)
{
  set->stated.has_week = TRUE;
  for (guint day = 0; day < 5; day++)
    for (guint hour = first; hour < last; hour++)
      set->stated.open[day][hour] = TRUE;
}

/* Hours stated without a zone tell it where replies fit them on one clock only. */
static void
test_zone_by_stated (void)
{
  static const Shift shop = { "shop", 8, 20, FALSE };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (HeedExchangeSet) set = make_account (&shop, -5, FALSE, random);
  int offset;
  double certainty;

  state (set, 8, 20);
  g_assert_true (heed_zone_guess (set, &offset, &certainty));
  g_assert_cmpint (offset, ==, -5);
}

static gboolean
has_reason (const HeedScorecard *scorecard, const char *part)
{
  for (guint i = 0; i < scorecard->reasons->len; i++)
    if (strstr (scorecard->reasons->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

/* Stated 8 to 20, lived 9 to 18 and on Saturday mornings. */
static void
test_compared (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (28);
  HeedScorecardOptions options = { .timezone = "Etc/GMT" };

  state (set, 8, 20);
  set->stated_words = g_strdup ("Mon-Fri 8-20");
  for (guint day = 0; day < 28; day++)
    for (guint hour = 9; hour < (day % 7 < 5 ? 18u : day % 7 == 5 ? 12u : 9u); hour++)
      for (guint i = 0; i < 2; i++)
        add_reply (set, MONDAY + day * DAY + hour * HOUR + i * 20 * MINUTE, HEED_GREETING_NONE);

  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, &options);
  const HeedPresence *presence = &scorecard->presence;
  g_assert_cmpstr (scorecard->stated_hours, ==, "Mon-Fri 8-20");
  g_assert_true (presence->has_comparison);
  g_assert_cmpuint (presence->n_stated, ==, 60);
  g_assert_cmpuint (presence->n_lived, ==, 48);
  g_assert_cmpuint (presence->n_both, ==, 45);
  g_assert_cmpuint (presence->n_unseen, ==, 15);
  g_assert_cmpuint (presence->n_beyond, ==, 3);
  g_assert_true (has_reason (scorecard, "it states 8:00–20:00 and was seen to answer 9:00–18:00; of the hours of a "
                                        "week that it states it was seen in 45 of 60, and in 3 beyond them"));

  /* In no known zone there is nothing to compare, and stated hours count for nothing. */
  g_array_set_size (set->replies, 3);
  g_autoptr (HeedScorecard) unknown = heed_scorecard_new (set, NULL);
  g_assert_false (unknown->presence.has_comparison);
  g_assert_true (unknown->presence.has_stated);
  g_assert_false (unknown->has_open_hours);
}

/* S6, S7: posts that greet show the hours of few replies; one that names its end says it best. */
static void
test_greetings (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (14);
  HeedScorecardOptions options = { .timezone = "Europe/Berlin" };

  for (guint day = 0; day < 14; day++)
    if (day % 7 < 5)
      {
        add_post (set, MONDAY + day * DAY + 7 * HOUR + (2 + day % 3) * MINUTE, OPENING, day % 2 == 0 ? 20 * 60 + 1 : 0);
        add_reply (set, MONDAY + day * DAY + 11 * HOUR, HEED_GREETING_NONE);
        if (day % 2 == 1)
          add_post (set, MONDAY + day * DAY + 18 * HOUR + 55 * MINUTE, CLOSING, 0);
      }
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, &options);
  const HeedDayEnd *opening = &scorecard->presence.ends.opening[HEED_WEEKDAYS];
  const HeedDayEnd *closing = &scorecard->presence.ends.closing[HEED_WEEKDAYS];
  g_assert_true (opening->is_known && closing->is_known);
  g_assert_cmpuint (opening->days, ==, 10);
  g_assert_cmpuint (opening->of, ==, 10);
  g_assert_cmpuint (opening->minute, ==, 8 * 60 + 3);
  g_assert_cmpuint (closing->minute, >=, 19 * 60 + 55);
  g_assert_true (scorecard->has_learned_hours);
  for (guint hour = 0; hour < 24; hour++)
    {
      g_assert_cmpint (scorecard->open[2][hour], ==, hour >= 8 && hour < 20);
      g_assert_false (scorecard->open[5][hour]);
    }
  g_assert_true (has_reason (scorecard, "It says good morning at 8:03, typically, on 10 of 10 weekdays."));

  /* Greetings at any hour are no habit, and neither are those of a few days. */
  g_array_set_size (set->own_posts, 6);
  g_autoptr (HeedScorecard) few = heed_scorecard_new (set, &options);
  g_assert_false (few->presence.ends.opening[HEED_WEEKDAYS].is_known);
  g_assert_false (few->has_learned_hours);
  for (guint day = 0; day < 12; day++)
    add_post (set, MONDAY + (14 + day) * DAY + (day % 2 == 0 ? 5 : 10) * HOUR, OPENING, 0);
  g_autoptr (HeedScorecard) scattered = heed_scorecard_new (set, &options);
  g_assert_false (scattered->presence.ends.opening[HEED_WEEKDAYS].is_known);
}

/* A good night after midnight belongs to the day before. */
static void
test_night (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (14);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HeedDayEnds ends;

  for (guint day = 0; day < 14; day++)
    {
      add_post (set, MONDAY + day * DAY + 16 * HOUR, 0, 0);
      add_post (set, MONDAY + (day + 1) * DAY + 10 * MINUTE, CLOSING, 0);
    }
  /* The evening before the first Monday of all, as a broken clock may have it, is no day. */
  add_post (set, -3 * DAY - HOUR, CLOSING, 0);
  heed_day_ends_find (&ends, set, utc, NULL);
  g_assert_true (ends.closing[HEED_WEEKDAYS].is_known);
  g_assert_cmpuint (ends.closing[HEED_WEEKDAYS].days, ==, 10);
  g_assert_cmpuint (ends.closing[HEED_WEEKDAYS].minute, ==, 24 * 60 + 10);
}

/* S18: a company that rests on public holidays, and one that does not. */
static void
test_holidays (void)
{
  for (guint works = 0; works < 2; works++)
    {
      g_autoptr (HeedExchangeSet) set = new_set (0);
      g_autoptr (HeedHolidays) holidays = heed_holidays_new ("gb");
      HeedScorecardOptions options = { .timezone = "Europe/London" };

      set->until = set->from + 180 * DAY;
      for (gint64 day = 0; day < 180; day++)
        {
          gint64 number = (set->from + 3 * DAY) / DAY + day;

          if (day % 7 < 5 && (works == 1 || heed_holidays_get_name (holidays, number) == NULL))
            for (guint hour = 9; hour < 17; hour++)
              add_reply (set, MONDAY + day * DAY + hour * HOUR, HEED_GREETING_NONE);
        }
      g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, &options);
      /* Good Friday, Easter Monday, and two Mondays in May. */
      g_assert_cmpuint (scorecard->presence.on_holidays.n, ==, 4);
      g_assert_cmpfloat (scorecard->presence.on_holidays.value, ==, works);
      g_assert_cmpfloat (scorecard->presence.on_like_days.value, >=, 0.99);
      g_assert_cmpint (scorecard->presence.keeps_holidays, ==, works);
      g_assert_true (has_reason (scorecard, works == 1 ? "It replied on 4 of 4 public holidays"
                                                       : "It replied on 0 of 4 public holidays"));

      /* "On duty now" on the summer bank holiday of 2026, 31 August, at noon. */
      g_auto (HeedCompanyHours) company = { 0 };
      gboolean is_open;
      gint64 change;
      g_assert_true (heed_company_hours_init (&company, scorecard));
      g_assert_true (heed_open_hours_get_change (&company.hours, 1788174000, &is_open, &change));
      g_assert_cmpint (is_open, ==, works);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/presence/zone", test_zone);
  g_test_add_func ("/presence/zone-unknown", test_zone_unknown);
  g_test_add_func ("/presence/zone-from", test_zone_from);
  g_test_add_func ("/presence/zone-by-stated", test_zone_by_stated);
  g_test_add_func ("/presence/compared", test_compared);
  g_test_add_func ("/presence/greetings", test_greetings);
  g_test_add_func ("/presence/night", test_night);
  g_test_add_func ("/presence/holidays", test_holidays);
  return g_test_run ();
}
