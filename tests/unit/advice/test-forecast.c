/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "heed-backtest.h"
#include "heed-forecast.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 0:00 UTC. */
#define MONDAY 1772409600

#define DAYS 84
#define PER_HOUR 2
#define N_ACCOUNTS 12

/* Log odds of an answer within the hour. */
typedef double (*Truth) (guint day, guint hour, const double *fates);

static double
constant (guint day, guint hour, const double *fates)
{
  (void) day, (void) hour, (void) fates;
  return -0.6;
}

static double
drift (guint day, guint hour, const double *fates)
{
  (void) hour, (void) fates;
  return 1.5 - 3.0 * day / DAYS;
}

static double
sudden (guint day, guint hour, const double *fates)
{
  (void) hour, (void) fates;
  return day < DAYS * 3 / 4 ? 1.5 : -0.8;
}

static double
by_day (guint day, guint hour, const double *fates)
{
  (void) hour;
  return fates[day];
}

static double
by_hour (guint day, guint hour, const double *fates)
{
  (void) day, (void) fates;
  return hour >= 9 && hour < 13 ? 1.2 : -0.8;
}

/* By hour, and worse as a whole after three quarters of the time. */
static double
by_hour_sudden (guint day, guint hour, const double *fates)
{
  return by_hour (day, hour, fates) - (day < DAYS * 3 / 4 ? 0 : 1.2);
}

static HeedExchangeSet *
new_set (Truth truth, guint32 seed)
{
  HeedExchangeSet *set = heed_exchange_set_new ("Acme");
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  double fates[DAYS];

  for (guint day = 0; day < DAYS; day++)
    fates[day] = g_rand_double_range (random, -1.5, 1.5);
  set->from = MONDAY;
  set->until = MONDAY + (gint64) DAYS * DAY;
  for (guint hour = 0; hour < DAYS * 24; hour++)
    for (guint i = 0; i < PER_HOUR; i++)
      {
        double chance = 1 / (1 + exp (-truth (hour / 24, hour % 24, fates)));
        gint64 lag = g_rand_double (random) < chance ? 600 : hour % 3 == 0 ? -1 : 5 * HOUR;
        HeedExchange exchange = { .asked_at = MONDAY + (gint64) hour * HOUR + i * 900, .agent = HEED_NO_AGENT };

        exchange.answered_at = lag < 0 ? HEED_NEVER : exchange.asked_at + lag;
        g_array_append_val (set->exchanges, exchange);
      }
  return set;
}

/* What all accounts of one kind come to: by how much the worst tenth of the forecasts is off over all of them, and by
 * how much a forecast is off in the mean; and how often hours were found to help. */
typedef struct
{
  double worst;
  double mean;
  double brier;
  double baseline;
  guint claimed;
  guint n;
} Findings;

static void
try_accounts (Truth truth, Findings *findings)
{
  double predicted[10] = { 0 }, observed[10] = { 0 };
  guint n[10] = { 0 };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  *findings = (Findings){ 0 };
  for (guint32 seed = 0; seed < N_ACCOUNTS; seed++)
    {
      g_autoptr (HeedExchangeSet) set = new_set (truth, 500 + seed);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedBacktest) backtest = heed_backtest_new (set, TRUE, utc, &error);

      g_assert_no_error (error);
      findings->claimed += backtest->gain_low > 0 ? 1 : 0;
      findings->brier += backtest->brier / N_ACCOUNTS;
      findings->baseline += backtest->brier_baseline / N_ACCOUNTS;
      findings->n += backtest->test;
      for (guint i = 0; i < backtest->calibration->len; i++)
        {
          const HeedCalibration *bin = &g_array_index (backtest->calibration, HeedCalibration, i);
          guint at = MIN ((guint) (bin->predicted * 10), 9);

          predicted[at] += bin->n * bin->predicted;
          observed[at] += bin->n * bin->observed;
          n[at] += bin->n;
        }
    }
  for (guint i = 0; i < 10; i++)
    findings->mean += fabs (predicted[i] - observed[i]) / findings->n;
  for (guint i = 0; i < 10; i++)
    if (n[i] >= 50 * N_ACCOUNTS)
      findings->worst = MAX (findings->worst, fabs (predicted[i] - observed[i]) / n[i]);
  g_test_message ("worst tenth %.3f off, mean %.3f, Brier %.4f of %.4f, claimed %u", findings->worst, findings->mean,
                  findings->brier, findings->baseline, findings->claimed);
}

/* A level that stays costs next to nothing to follow, and no hour is claimed to help. */
static void
test_constant (void)
{
  Findings findings;

  try_accounts (constant, &findings);
  g_assert_cmpfloat (findings.worst, <, 0.08);
  g_assert_cmpfloat (findings.mean, <, 0.05);
  g_assert_cmpfloat (findings.brier, <, findings.baseline + 0.01);
  g_assert_cmpuint (findings.claimed, <=, 1);
}

/* A level that sinks all the time is followed. */
static void
test_drift (void)
{
  Findings findings;

  try_accounts (drift, &findings);
  g_assert_cmpfloat (findings.worst, <, 0.08);
  g_assert_cmpfloat (findings.mean, <, 0.05);
  g_assert_cmpfloat (findings.brier, <, findings.baseline - 0.05);
  g_assert_cmpuint (findings.claimed, <=, 1);
}

/* A change such as never was before the cut is followed. While the forecast is on its way, a tenth between the old
 * level and the new is off by more than others; it holds few messages. */
static void
test_sudden (void)
{
  Findings findings;

  try_accounts (sudden, &findings);
  g_assert_cmpfloat (findings.worst, <, 0.15);
  g_assert_cmpfloat (findings.mean, <, 0.05);
  g_assert_cmpfloat (findings.brier, <, findings.baseline - 0.1);
  g_assert_cmpuint (findings.claimed, <=, 1);
}

/* Days that go well or badly as a whole are followed within the day, and are no effect of the hour. */
static void
test_by_day (void)
{
  Findings findings;

  try_accounts (by_day, &findings);
  g_assert_cmpfloat (findings.worst, <, 0.08);
  g_assert_cmpfloat (findings.mean, <, 0.05);
  g_assert_cmpfloat (findings.brier, <, findings.baseline);
  g_assert_cmpuint (findings.claimed, <=, 1);
}

/* Where hours differ, that is found in every account, also where the level changes. An hour of one day was seen too few
 * times to be known as well as the account: chance puts some into tenths that are off. */
static void
test_by_hour (void)
{
  Findings findings;

  try_accounts (by_hour, &findings);
  g_assert_cmpfloat (findings.worst, <, 0.15);
  g_assert_cmpfloat (findings.mean, <, 0.07);
  g_assert_cmpfloat (findings.brier, <, findings.baseline - 0.02);
  g_assert_cmpuint (findings.claimed, ==, N_ACCOUNTS);
  try_accounts (by_hour_sudden, &findings);
  g_assert_cmpfloat (findings.worst, <, 0.08);
  g_assert_cmpfloat (findings.mean, <, 0.05);
  g_assert_cmpfloat (findings.brier, <, findings.baseline - 0.03);
  g_assert_cmpuint (findings.claimed, ==, N_ACCOUNTS);
}

/* Everything after @at made otherwise: answers that were still to come never come, whoever wrote later wrote in another
 * hour and got the other answer. */
static void
change_future (HeedExchangeSet *set, gint64 at)
{
  for (guint i = 0; i < set->exchanges->len; i++)
    {
      HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      gboolean was_quick = exchange->answered_at - exchange->asked_at <= HOUR;

      if (exchange->asked_at > at)
        {
          exchange->asked_at += 5 * HOUR;
          exchange->answered_at = was_quick ? HEED_NEVER : exchange->asked_at + 60;
        }
      else if (exchange->answered_at > at)
        exchange->answered_at = HEED_NEVER;
    }
}

/* Forecasts of all hours at @at, as a backtest comes to them: learned at @split, then followed. */
static void
get_forecasts (const HeedExchangeSet *set, gboolean sees_silence, gint64 split, gint64 at, double *forecasts)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (HeedForecast) forecast = heed_forecast_new (set, sees_silence, split, utc);

  heed_forecast_follow (forecast, at);
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    forecasts[cell] = heed_forecast_get_within (forecast, cell);
}

/* No forecast knows anything of what comes after its moment. */
static void
test_no_peeking (void)
{
  gint64 split = MONDAY + 58 * DAY;
  guint n_moved = 0;

  for (guint i = 0; i < 60; i++)
    {
      gint64 at = split + i * 7 * HOUR + i * 61;
      gboolean sees_silence = i % 2 == 0;
      double before[HEED_HOURS_PER_WEEK], after[HEED_HOURS_PER_WEEK], later[HEED_HOURS_PER_WEEK];
      g_autoptr (HeedExchangeSet) set = new_set (by_hour_sudden, 9);

      get_forecasts (set, sees_silence, split, at, before);
      change_future (set, at);
      get_forecasts (set, sees_silence, split, at, after);
      get_forecasts (set, sees_silence, split, at + DAY, later);
      for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
        g_assert_cmpfloat (before[cell], ==, after[cell]);
      n_moved += later[0] != after[0] ? 1 : 0;
    }
  /* What has come by then does count, or the above would hold of a forecast that never moves. */
  g_assert_cmpuint (n_moved, >, 50);
}

/* Of messages of late only the quick answers have come where silence cannot be seen; that must not flatter. */
static void
test_slow_to_come (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  set->from = MONDAY;
  set->until = MONDAY + 40 * DAY;
  for (guint hour = 0; hour < 40 * 24; hour++)
    {
      HeedExchange exchange = { .asked_at = MONDAY + (gint64) hour * HOUR, .agent = HEED_NO_AGENT };

      exchange.answered_at = exchange.asked_at + (hour % 2 == 0 ? 600 : 20 * HOUR);
      exchange.found_by_answer = TRUE;
      g_array_append_val (set->exchanges, exchange);
    }
  g_autoptr (HeedForecast) forecast = heed_forecast_new (set, FALSE, MONDAY + 30 * DAY, utc);
  double mean = 0;
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    mean += heed_forecast_get_later (forecast, cell) / HEED_HOURS_PER_WEEK;
  g_assert_cmpfloat_with_epsilon (mean, 0.5, 0.03);
}

/* The last few messages move what is expected now more than what is expected of the coming week. */
static void
test_later (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (constant, 3);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = set->exchanges->len - 16; i < set->exchanges->len; i++)
    g_array_index (set->exchanges, HeedExchange, i).answered_at = HEED_NEVER;
  g_autoptr (HeedForecast) forecast = heed_forecast_new (set, TRUE, set->until, utc);
  heed_forecast_follow (forecast, set->until + DAY);
  g_assert_cmpfloat (heed_forecast_get_within (forecast, 0), <, heed_forecast_get_later (forecast, 0));
  g_assert_cmpfloat (heed_forecast_get_later (forecast, 0), <, 0.4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/constant", test_constant);
  g_test_add_func ("/forecast/drift", test_drift);
  g_test_add_func ("/forecast/sudden", test_sudden);
  g_test_add_func ("/forecast/by-day", test_by_day);
  g_test_add_func ("/forecast/by-hour", test_by_hour);
  g_test_add_func ("/forecast/no-peeking", test_no_peeking);
  g_test_add_func ("/forecast/slow-to-come", test_slow_to_come);
  g_test_add_func ("/forecast/later", test_later);
  return g_test_run ();
}
