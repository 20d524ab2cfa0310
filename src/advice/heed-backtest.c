/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-backtest.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "heed-error.h"
#include "heed-forecast.h"
#include "heed-week.h"

#define DAY_S (24 * 3600)

/* Under so many messages on either side nothing is judged. */
#define MIN_TRAIN 20
#define MIN_TEST 10

/* The best hours are advised until they hold this share of the messages: most people cannot choose more freely. */
#define ADVISED_SHARE 0.25

#define N_BINS 10
#define N_RESAMPLES 1000
#define SEED 1

/* Counts of one day, or of all: in advised hours, and over all. */
typedef struct
{
  gint64 day;
  guint advised_n;
  guint advised_hits;
  guint n;
  guint hits;
} Tally;

void
heed_backtest_free (HeedBacktest *backtest)
{
  if (backtest == NULL)
    return;
  g_array_unref (backtest->calibration);
  g_free (backtest);
}

static int
compare_cells (const void *a, const void *b, void *user_data)
{
  const HeedHourModel *model = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (model->within[first] != model->within[second])
    return model->within[first] > model->within[second] ? -1 : 1;
  return first < second ? -1 : 1;
}

/* The best hours, as far as they are at least half as much better as the very best than what people do anyway. */
static void
choose_hours (const HeedHourModel *model, gboolean advised[HEED_HOURS_PER_WEEK])
{
  guint cells[HEED_HOURS_PER_WEEK], n = 0, held = 0;
  double usual = 0;

  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    {
      cells[cell] = cell;
      advised[cell] = FALSE;
      n += model->n[cell];
      usual += model->n[cell] * model->within[cell];
    }
  g_qsort_with_data (cells, HEED_HOURS_PER_WEEK, sizeof *cells, compare_cells, (gpointer) model);
  double least = (usual / n + model->within[cells[0]]) / 2;
  for (guint i = 0; i < HEED_HOURS_PER_WEEK && held < ADVISED_SHARE * n; i++)
    {
      if (model->within[cells[i]] <= least)
        break;
      advised[cells[i]] = TRUE;
      held += model->n[cells[i]];
    }
}

static void
tally_add (Tally *tally, gboolean is_advised, gboolean is_within)
{
  tally->n++;
  tally->hits += is_within ? 1 : 0;
  tally->advised_n += is_advised ? 1 : 0;
  tally->advised_hits += is_advised && is_within ? 1 : 0;
}

static double
get_gain (const Tally *tally)
{
  if (tally->advised_n == 0)
    return NAN;
  return (double) tally->advised_hits / tally->advised_n - (double) tally->hits / tally->n;
}

/* Newcombe's method 10 for advised against other hours. The advised ones are part of all, so that the difference to
 * all is the part of the others times that. */
static void
set_newcombe (HeedBacktest *backtest, const Tally *all)
{
  guint others = all->n - all->advised_n;
  HeedShare in = heed_statistics_share (all->advised_hits, all->advised_n);
  HeedShare out = heed_statistics_share (all->hits - all->advised_hits, others);
  double difference = in.value - out.value, part = (double) others / all->n;

  if (all->advised_n == 0 || others == 0)
    {
      backtest->gain_low = backtest->gain_high = backtest->gain;
      return;
    }
  backtest->gain_low = part * (difference - hypot (in.value - in.low, out.high - out.value));
  backtest->gain_high = part * (difference + hypot (in.high - in.value, out.value - out.low));
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* How much further than the normal distribution Student's t reaches, at 95 %, for so many days. */
static double
get_reach (guint n_days)
{
  static const double t[] = { 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228 };

  g_return_val_if_fail (n_days >= 2, HUGE_VAL);

  /* Above the table the first term of the expansion in 1/df is within 0.01. */
  return n_days - 2 < G_N_ELEMENTS (t) ? t[n_days - 2] / 1.96 : 1 + 1.21 / (n_days - 1);
}

static guint
count_advised_days (const GArray *days)
{
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, Tally, i).advised_n > 0 ? 1 : 0;
  return n;
}

/* Messages of one day share its fate (an outage, one person off sick): whole days are drawn anew, and where that gives
 * a wider interval it counts. From few days it is too narrow; Student's t makes up for that, and one day proves
 * nothing. */
static void
widen_by_days (HeedBacktest *backtest, const GArray *days)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree double *gains = g_new (double, N_RESAMPLES);
  guint n_gains = 0;

  for (guint i = 0; i < N_RESAMPLES; i++)
    {
      Tally drawn = { 0 };

      for (guint k = 0; k < days->len; k++)
        {
          const Tally *day = &g_array_index (days, Tally, g_rand_int_range (random, 0, (gint32) days->len));

          drawn.n += day->n;
          drawn.hits += day->hits;
          drawn.advised_n += day->advised_n;
          drawn.advised_hits += day->advised_hits;
        }
      double gain = get_gain (&drawn);
      if (!isnan (gain))
        gains[n_gains++] = gain;
    }
  guint n_days = count_advised_days (days);
  if (n_gains == 0 || n_days < 2)
    {
      backtest->gain_low = isnan (backtest->gain) ? NAN : -1;
      backtest->gain_high = isnan (backtest->gain) ? NAN : 1;
      return;
    }
  qsort (gains, n_gains, sizeof *gains, compare_doubles);
  double below = backtest->gain - gains[(guint) (0.025 * (n_gains - 1))];
  double above = gains[(guint) ceil (0.975 * (n_gains - 1))] - backtest->gain;
  backtest->gain_low = MAX (-1, MIN (backtest->gain_low, backtest->gain - get_reach (n_days) * below));
  backtest->gain_high = MIN (1, MAX (backtest->gain_high, backtest->gain + get_reach (n_days) * above));
}

static void
judge_gain (HeedBacktest *backtest, const GArray *test, const gboolean *advised, GTimeZone *zone)
{
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (Tally));
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (HeedWait));
  g_autoptr (GArray) advised_waits = g_array_new (FALSE, FALSE, sizeof (HeedWait));
  Tally all = { 0 };

  for (guint i = 0; i < test->len; i++)
    {
      const HeedHourOutcome *outcome = &g_array_index (test, HeedHourOutcome, i);
      gboolean is_within = heed_hour_outcome_is_within (outcome), is_advised = advised[outcome->cell];
      Tally day = { .day = heed_week_get_local (zone, outcome->asked_at) / DAY_S };

      if (days->len == 0 || g_array_index (days, Tally, days->len - 1).day != day.day)
        g_array_append_val (days, day);
      tally_add (&g_array_index (days, Tally, days->len - 1), is_advised, is_within);
      tally_add (&all, is_advised, is_within);
      g_array_append_val (waits, outcome->wait);
      if (is_advised)
        g_array_append_val (advised_waits, outcome->wait);
    }
  backtest->all_within = heed_statistics_share (all.hits, all.n);
  backtest->advised_within = heed_statistics_share (all.advised_hits, all.advised_n);
  backtest->gain = get_gain (&all);
  set_newcombe (backtest, &all);
  widen_by_days (backtest, days);

  heed_statistics_sort ((HeedWait *) waits->data, waits->len);
  heed_statistics_sort ((HeedWait *) advised_waits->data, advised_waits->len);
  g_autoptr (GArray) curve = heed_statistics_curve ((HeedWait *) waits->data, waits->len);
  g_autoptr (GArray) advised_curve = heed_statistics_curve ((HeedWait *) advised_waits->data, advised_waits->len);
  backtest->all_median_s = heed_statistics_curve_quantile (curve, 0.5);
  backtest->advised_median_s = heed_statistics_curve_quantile (advised_curve, 0.5);
}

static double
get_train_share (const GArray *train)
{
  guint hits = 0;

  for (guint i = 0; i < train->len; i++)
    hits += heed_hour_outcome_is_within (&g_array_index (train, HeedHourOutcome, i)) ? 1 : 0;
  return (double) hits / train->len;
}

/* Each message by the forecast of the moment in which it was written. */
static void
judge_forecasts (HeedBacktest *backtest, const GArray *train, const GArray *test, HeedForecast *follower)
{
  HeedCalibration bins[N_BINS] = { 0 };
  double usual = get_train_share (train);

  for (guint i = 0; i < test->len; i++)
    {
      const HeedHourOutcome *outcome = &g_array_index (test, HeedHourOutcome, i);
      double came = heed_hour_outcome_is_within (outcome) ? 1 : 0;

      heed_forecast_follow (follower, outcome->asked_at);
      double forecast = heed_forecast_get_within (follower, outcome->cell);
      HeedCalibration *bin = &bins[MIN ((guint) (forecast * N_BINS), N_BINS - 1)];

      bin->n++;
      bin->predicted += forecast;
      bin->observed += came;
      backtest->brier += (forecast - came) * (forecast - came) / test->len;
      backtest->brier_baseline += (usual - came) * (usual - came) / test->len;
    }
  for (guint i = 0; i < N_BINS; i++)
    if (bins[i].n > 0)
      {
        bins[i].predicted /= bins[i].n;
        bins[i].observed /= bins[i].n;
        g_array_append_val (backtest->calibration, bins[i]);
      }
}

/* Those of @outcomes that were written at @split or later. */
static GArray *
take_later (const GArray *outcomes, gint64 split)
{
  GArray *later = g_array_new (FALSE, FALSE, sizeof (HeedHourOutcome));

  for (guint i = 0; i < outcomes->len; i++)
    if (g_array_index (outcomes, HeedHourOutcome, i).asked_at >= split)
      g_array_append_val (later, g_array_index (outcomes, HeedHourOutcome, i));
  return later;
}

/**
 * heed_backtest_new: learns good hours from the earlier 70 % of the messages and tries them on the rest.
 * @sees_silence: as in heed_hour_outcomes_new(); without it all shares are of the answered messages
 * @zone: whose hours
 *
 * The period is cut at the moment by which 70 % of its messages had been written, so that one message of years ago does
 * not move it. What is learned is what could be known at that moment: an answer that came later had not come. Which
 * hours are advised stays as it was then; the forecasts of HeedForecast follow the account up to each message. The
 * interval of the gain is that of R. G. Newcombe, Interval estimation for the difference between independent
 * proportions, Statistics in Medicine 17 (1998), method 10, or that of drawing whole days anew (B. Efron 1979, a
 * thousand times, percentiles, fixed seed; widened for few days as A. C. Cameron et al. 2008 advise), whichever
 * reaches further. docs/statistics.md.
 *
 * Returns: (transfer full): %NULL with %HEED_ERROR_REFUSED where there are too few messages
 */
HeedBacktest *
heed_backtest_new (const HeedExchangeSet *set, gboolean sees_silence, GTimeZone *zone, GError **error)
{
  g_return_val_if_fail (set != NULL && zone != NULL, NULL);

  g_autoptr (GArray) outcomes = heed_hour_outcomes_new (set, sees_silence, set->until, zone);
  guint cut = heed_hour_outcomes_get_split (outcomes);
  gint64 split = cut < outcomes->len ? g_array_index (outcomes, HeedHourOutcome, cut).asked_at : set->until;
  g_autoptr (GArray) train = heed_hour_outcomes_new (set, sees_silence, split, zone);
  g_autoptr (GArray) test = take_later (outcomes, split);

  if (train->len < MIN_TRAIN || test->len < MIN_TEST)
    {
      g_set_error (
        error, HEED_ERROR, HEED_ERROR_REFUSED,
        _ ("Too few messages to %s to try good hours on: %u to learn from and %u to judge by, where %u and %u "
           "are needed. Take a longer period."),
        set->company, train->len, test->len, MIN_TRAIN, MIN_TEST);
      return NULL;
    }

  g_autoptr (HeedForecast) follower = heed_forecast_new (set, sees_silence, split, zone);
  HeedBacktest *backtest = g_new0 (HeedBacktest, 1);
  gboolean advised[HEED_HOURS_PER_WEEK];
  HeedHourModel model;

  backtest->train = train->len;
  backtest->test = test->len;
  backtest->calibration = g_array_new (FALSE, FALSE, sizeof (HeedCalibration));
  heed_hour_model_learn (&model, train);
  choose_hours (&model, advised);
  judge_gain (backtest, test, advised, zone);
  judge_forecasts (backtest, train, test, follower);
  return backtest;
}
