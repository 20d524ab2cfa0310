/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "heed-hour-model.h"

#define MINUTE 60
#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 0:00 UTC. */
#define MONDAY 1772409600

static void
add_exchange (HeedExchangeSet *set, gint64 asked_at, gint64 lag_s, gboolean found_by_answer)
{
  HeedExchange exchange = {
    .asked_at = asked_at,
    .answered_at = lag_s >= 0 ? asked_at + lag_s : HEED_NEVER,
    .agent = HEED_NO_AGENT,
    .found_by_answer = found_by_answer,
  };

  g_array_append_val (set->exchanges, exchange);
}

/* Messages in each hour of @days days; at ten o'clock answered in ten minutes, else after two hours. */
static HeedExchangeSet *
new_set (guint days, guint per_hour)
{
  HeedExchangeSet *set = heed_exchange_set_new ("Acme");

  set->from = MONDAY;
  set->until = MONDAY + (gint64) days * DAY + 3 * HOUR;
  for (guint hour = 0; hour < days * 24; hour++)
    for (guint i = 0; i < per_hour; i++)
      add_exchange (set, MONDAY + (gint64) hour * HOUR + i, hour % 24 == 10 ? 10 * MINUTE : 2 * HOUR, FALSE);
  return set;
}

static void
learn (const HeedExchangeSet *set, GTimeZone *zone, HeedHourModel *model)
{
  g_autoptr (GArray) outcomes = heed_hour_outcomes_new (set, TRUE, set->until, zone);

  heed_hour_model_learn (model, outcomes);
}

/* An answer that came after the moment one looks from had not come; the last hour is not decided, answered or not. */
static void
test_censored (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  set->until = MONDAY + 10 * DAY;
  add_exchange (set, MONDAY + 3 * HOUR, 10 * MINUTE, FALSE);
  add_exchange (set, MONDAY + 1 * HOUR, 5 * HOUR, FALSE);
  add_exchange (set, MONDAY + 3 * HOUR + 1, 10 * MINUTE, FALSE);
  add_exchange (set, MONDAY + 8 * DAY, 10 * MINUTE, FALSE);
  add_exchange (set, MONDAY + 2 * HOUR, 10 * MINUTE, TRUE);

  g_autoptr (GArray) then = heed_hour_outcomes_new (set, TRUE, MONDAY + 4 * HOUR, utc);
  g_assert_cmpuint (then->len, ==, 2);
  const HeedHourOutcome *first = &g_array_index (then, HeedHourOutcome, 0);
  g_assert_cmpint (first->asked_at, ==, MONDAY + 1 * HOUR);
  g_assert_false (first->wait.answered);
  g_assert_cmpint (first->wait.lag_s, ==, 3 * HOUR);
  g_assert_false (heed_hour_outcome_is_within (first));
  g_assert_true (heed_hour_outcome_is_within (&g_array_index (then, HeedHourOutcome, 1)));

  /* Where silence cannot be seen, only what was answered by then, and not the last day of it. */
  g_autoptr (GArray) answered = heed_hour_outcomes_new (set, FALSE, MONDAY + DAY + 3 * HOUR, utc);
  g_assert_cmpuint (answered->len, ==, 3);
  g_autoptr (GArray) early = heed_hour_outcomes_new (set, FALSE, MONDAY + 4 * HOUR, utc);
  g_assert_cmpuint (early->len, ==, 0);
}

/* A strong effect seen again and again is believed; the account's share is kept. */
static void
test_effect (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (28, 2);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HeedHourModel model;

  learn (set, utc, &model);
  g_assert_cmpfloat_with_epsilon (model.overall, 1 / 24.0, 0.002);
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    if (cell % 24 == 10)
      g_assert_cmpfloat (model.within[cell], >, 0.9);
    else
      g_assert_cmpfloat (model.within[cell], <, 0.05);
}

/* S100: from few messages the account's share is taken for every hour, but for a nudge by the rule of thumb; one
 * lucky message makes no good hour. */
static void
test_thin (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HeedHourModel model;

  set->until = MONDAY + 7 * DAY;
  learn (set, utc, &model);
  g_assert_cmpfloat (model.overall, ==, 0.5);
  g_assert_cmpfloat (model.within[24 + 8], >, 0.5); /* Tuesday morning */
  g_assert_cmpfloat (model.within[24 + 17], ==, 0.5);
  g_assert_cmpfloat (model.within[5 * 24 + 3], <, 0.5); /* Saturday night */

  for (guint i = 0; i < 10; i++)
    add_exchange (set, MONDAY + 17 * HOUR + i, i < 5 ? 60 : 2 * HOUR, FALSE);
  add_exchange (set, MONDAY + DAY + 17 * HOUR, 60, FALSE);
  learn (set, utc, &model);
  g_assert_cmpfloat_with_epsilon (model.within[24 + 17], model.overall, 0.02);
}

/* Without an effect the hours are drawn together: nearer to the account's share than what was seen of each. */
static void
test_no_effect (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  HeedHourModel model;

  set->until = MONDAY + 60 * DAY;
  for (guint hour = 0; hour < 56 * 24; hour++)
    add_exchange (set, MONDAY + (gint64) hour * HOUR, g_rand_double (random) < 0.4 ? 60 : 2 * HOUR, FALSE);
  learn (set, utc, &model);
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    g_assert_cmpfloat_with_epsilon (model.within[cell], model.overall, 0.1);
}

/* The hours are those on the wall: ten o'clock in Berlin stays ten when the clocks change. */
static void
test_summer_time (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (berlin);
  set->until = MONDAY + 60 * DAY;
  /* Wednesdays from 4 March to 22 April 2026; summer time began on 29 March. */
  for (guint week = 0; week < 8; week++)
    add_exchange (set, MONDAY + (week * 7 + 2) * DAY + (week < 4 ? 9 : 8) * HOUR, 60, FALSE);

  g_autoptr (GArray) outcomes = heed_hour_outcomes_new (set, TRUE, set->until, berlin);
  g_assert_cmpuint (outcomes->len, ==, 8);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpuint (g_array_index (outcomes, HeedHourOutcome, i).cell, ==, 2 * 24 + 10);
}

/* The time to an answer is drawn towards the account as the chance is: an hour seen often keeps its own, one never
 * seen has the account's; a chance that has risen or sunk moves it. */
static void
test_median (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (28, 2);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HeedHourModel model;

  for (guint i = 0; i < set->exchanges->len; i++)
    {
      HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      if (i / 2 % 5 == 0)
        exchange->answered_at += 30 * MINUTE;
    }
  g_autoptr (GArray) outcomes = heed_hour_outcomes_new (set, TRUE, set->until, utc);
  heed_hour_model_learn (&model, outcomes);
  g_assert_cmpfloat (heed_hour_model_get_median (&model, outcomes, 10, model.within[10]), ==, 10 * MINUTE);
  g_assert_cmpfloat (heed_hour_model_get_median (&model, outcomes, 10, 0.4), >, HOUR);
  g_assert_cmpfloat (heed_hour_model_get_median (&model, outcomes, 12, model.within[12]), ==, 2 * HOUR);
  g_assert_cmpfloat (heed_hour_model_get_median (&model, outcomes, 12, 0.9), <=, HOUR);

  g_autoptr (GArray) mornings = g_array_new (FALSE, FALSE, sizeof (HeedHourOutcome));
  for (guint i = 0; i < outcomes->len; i++)
    if (g_array_index (outcomes, HeedHourOutcome, i).cell % 24 < 12)
      g_array_append_val (mornings, g_array_index (outcomes, HeedHourOutcome, i));
  heed_hour_model_learn (&model, mornings);
  g_assert_cmpuint (model.n[20], ==, 0);
  g_assert_cmpfloat (heed_hour_model_get_median (&model, mornings, 20, model.overall), ==, 2 * HOUR);
  g_array_set_size (mornings, 0);
  heed_hour_model_learn (&model, mornings);
  g_assert_true (isnan (heed_hour_model_get_median (&model, mornings, 20, 0.5)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hour-model/censored", test_censored);
  g_test_add_func ("/hour-model/effect", test_effect);
  g_test_add_func ("/hour-model/thin", test_thin);
  g_test_add_func ("/hour-model/no-effect", test_no_effect);
  g_test_add_func ("/hour-model/median", test_median);
  g_test_add_func ("/hour-model/summer-time", test_summer_time);
  return g_test_run ();
}
