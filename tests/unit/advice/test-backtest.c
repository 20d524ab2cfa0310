/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "heed-backtest.h"
#include "heed-error.h"
#include "heed-forecast.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 0:00 UTC. */
#define MONDAY 1772409600

/* One message an hour, answered within the hour with the chance @usual, or @good from nine to twelve. */
static HeedExchangeSet *
new_set (guint days, double usual, double good, guint32 seed)
{
  HeedExchangeSet *set = heed_exchange_set_new ("Acme");
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  set->from = MONDAY;
  set->until = MONDAY + (gint64) days * DAY;
  for (guint hour = 0; hour < days * 24; hour++)
    {
      gboolean is_good = hour % 24 >= 9 && hour % 24 < 12;
      gboolean is_quick = g_rand_double (random) < (is_good ? good : usual);
      HeedExchange exchange = { .asked_at = MONDAY + (gint64) hour * HOUR + 60, .agent = HEED_NO_AGENT };

      exchange.answered_at = is_quick ? exchange.asked_at + 600 : exchange.asked_at + 5 * HOUR;
      if (!is_quick && hour % 3 == 0)
        exchange.answered_at = HEED_NEVER;
      g_array_append_val (set->exchanges, exchange);
    }
  return set;
}

static HeedBacktest *
backtest_new (const HeedExchangeSet *set)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  HeedBacktest *backtest = heed_backtest_new (set, TRUE, utc, &error);

  g_assert_no_error (error);
  return backtest;
}

/* A real effect is found on messages that were not learned from, about as large as it is, and forecast well. */
static void
test_effect (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (56, 0.2, 0.8, 3);
  g_autoptr (HeedBacktest) backtest = backtest_new (set);

  /* 1344 messages, of which the last is undecided. The first 70 % are cut at a message's own time, less the hour. */
  g_assert_cmpuint (backtest->train + backtest->test, >=, 1341);
  g_assert_cmpuint (backtest->train, >=, 938);
  g_assert_cmpuint (backtest->train, <=, 940);
  /* Everywhere: an eighth at 0.8 and the rest at 0.2 make 0.275. */
  g_assert_cmpfloat_with_epsilon (backtest->all_within.value, 0.275, 0.05);
  g_assert_cmpfloat (backtest->gain_low, >, 0.2);
  g_assert_cmpfloat (backtest->gain, >, backtest->gain_low);
  g_assert_cmpfloat (backtest->gain_high, >, backtest->gain);
  g_assert_cmpfloat (backtest->gain_high, <, 0.6);
  g_assert_cmpfloat (backtest->advised_median_s, <, backtest->all_median_s);
  g_assert_cmpfloat (backtest->brier, <, backtest->brier_baseline - 0.02);
  /* One account of four hundred messages puts a single tenth off by chance; many accounts are in test-forecast. */
  double off = 0;
  for (guint i = 0; i < backtest->calibration->len; i++)
    {
      const HeedCalibration *bin = &g_array_index (backtest->calibration, HeedCalibration, i);

      off += bin->n * fabs (bin->predicted - bin->observed) / backtest->test;
    }
  g_assert_cmpfloat (off, <, 0.08);
}

/* Without an effect none is claimed: of 40 accounts at most a few, where an honest 95 % interval allows one. */
static void
test_no_effect (void)
{
  guint claimed = 0;

  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (HeedExchangeSet) set = new_set (28, 0.4, 0.4, 100 + seed);
      g_autoptr (HeedBacktest) backtest = backtest_new (set);

      claimed += backtest->gain_low > 0 ? 1 : 0;
    }
  g_assert_cmpuint (claimed, <=, 3);
}

/* What happened after the cut changes neither what was learned nor which hours are advised. */
static void
test_no_peeking (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (28, 0.2, 0.8, 5);
  g_autoptr (HeedBacktest) before = backtest_new (set);
  gint64 cut = g_array_index (set->exchanges, HeedExchange, before->train + 1).asked_at;

  for (guint i = 0; i < set->exchanges->len; i++)
    {
      HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      if (exchange->answered_at > cut)
        exchange->answered_at = HEED_NEVER;
    }
  g_autoptr (HeedBacktest) after = backtest_new (set);
  g_assert_cmpuint (after->train, ==, before->train);
  g_assert_cmpuint (after->advised_within.n, ==, before->advised_within.n);
  g_assert_cmpfloat (after->advised_within.value, ==, 0);
  g_assert_true (isnan (after->all_median_s));
  /* The forecasts follow: of three hundred silent messages most were not foretold an answer. */
  g_assert_cmpfloat (after->brier, <, 0.05);
}

/* The same from the definitions, message by message. */
static void
test_by_hand (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (42, 0.3, 0.6, 11);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (HeedBacktest) backtest = backtest_new (set);
  gint64 split = g_array_index (set->exchanges, HeedExchange, (set->exchanges->len - 1) * 70 / 100).asked_at;
  g_autoptr (GArray) train = heed_hour_outcomes_new (set, TRUE, split, utc);
  g_autoptr (HeedForecast) forecast = heed_forecast_new (set, TRUE, split, utc);
  guint train_hits = 0, n = 0, hits = 0, bin_n[10] = { 0 };
  double brier = 0, baseline = 0, predicted[10] = { 0 }, observed[10] = { 0 };

  for (guint i = 0; i < train->len; i++)
    train_hits += heed_hour_outcome_is_within (&g_array_index (train, HeedHourOutcome, i)) ? 1 : 0;
  for (guint i = 0; i < set->exchanges->len; i++)
    {
      const HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      guint cell = (guint) ((exchange->asked_at - MONDAY) / HOUR % HEED_HOURS_PER_WEEK);
      double came = exchange->answered_at - exchange->asked_at <= HOUR ? 1 : 0;

      if (exchange->asked_at < split || exchange->asked_at > set->until - HOUR)
        continue;
      heed_forecast_follow (forecast, exchange->asked_at);
      double p = heed_forecast_get_within (forecast, cell);
      guint bin = MIN ((guint) (p * 10), 9);
      n++;
      hits += came > 0 ? 1 : 0;
      brier += pow (p - came, 2);
      baseline += pow ((double) train_hits / train->len - came, 2);
      bin_n[bin]++;
      predicted[bin] += p;
      observed[bin] += came;
    }
  g_assert_cmpuint (backtest->train, ==, train->len);
  g_assert_cmpuint (backtest->test, ==, n);
  g_assert_cmpfloat_with_epsilon (backtest->all_within.value, (double) hits / n, 1e-12);
  g_assert_cmpfloat_with_epsilon (backtest->brier, brier / n, 1e-9);
  g_assert_cmpfloat_with_epsilon (backtest->brier_baseline, baseline / n, 1e-9);
  g_assert_cmpfloat_with_epsilon (backtest->gain, backtest->advised_within.value - (double) hits / n, 1e-12);
  for (guint bin = 0, i = 0; bin < 10; bin++)
    if (bin_n[bin] > 0)
      {
        const HeedCalibration *got = &g_array_index (backtest->calibration, HeedCalibration, i++);

        g_assert_cmpuint (got->n, ==, bin_n[bin]);
        g_assert_cmpfloat_with_epsilon (got->predicted, predicted[bin] / bin_n[bin], 1e-9);
        g_assert_cmpfloat_with_epsilon (got->observed, observed[bin] / bin_n[bin], 1e-9);
      }
}

/* Days on which all goes well or badly are few, however many messages they hold: the interval must know. */
static void
test_days (void)
{
  guint claimed = 0;

  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (HeedExchangeSet) set = new_set (28, 0, 0, seed);
      g_autoptr (GRand) random = g_rand_new_with_seed (1000 + seed);

      for (guint day = 0; day < 28; day++)
        {
          gboolean is_good = g_rand_boolean (random);

          for (guint hour = 0; is_good && hour < 24; hour++)
            {
              HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, day * 24 + hour);
              exchange->answered_at = exchange->asked_at + 60;
            }
        }
      g_autoptr (HeedBacktest) backtest = backtest_new (set);
      claimed += backtest->gain_low > 0 ? 1 : 0;
    }
  g_assert_cmpuint (claimed, <=, 2);
}

static void
test_too_few (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (1, 0.5, 0.5, 1);
  g_autoptr (HeedExchangeSet) empty = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_backtest_new (set, TRUE, utc, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Too few messages to Acme"));
  g_clear_error (&error);
  g_assert_null (heed_backtest_new (empty, TRUE, utc, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backtest/effect", test_effect);
  g_test_add_func ("/backtest/no-effect", test_no_effect);
  g_test_add_func ("/backtest/no-peeking", test_no_peeking);
  g_test_add_func ("/backtest/by-hand", test_by_hand);
  g_test_add_func ("/backtest/days", test_days);
  g_test_add_func ("/backtest/too-few", test_too_few);
  return g_test_run ();
}
