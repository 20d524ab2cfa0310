/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-statistics.h"

#include <math.h>
#include <stdlib.h>

/* The 97.5 % point of the normal distribution: both sides of a 95 % interval. */
#define Z_95 1.959963984540054

/* What a survival that is meant to be equal to 1 − p may be off after a million steps of rounding. */
#define ROUNDING 1e-9

static int
compare_waits (const void *a, const void *b)
{
  const HeedWait *first = a, *second = b;

  if (first->lag_s != second->lag_s)
    return first->lag_s < second->lag_s ? -1 : 1;
  /* An answer at the very second of a censoring came while the other was still waiting. */
  return (int) second->answered - (int) first->answered;
}

/** heed_statistics_sort: puts @waits in order of time, answers before censorings at the same second. O(n log n). */
void
heed_statistics_sort (HeedWait *waits, guint n)
{
  g_return_if_fail (waits != NULL || n == 0);

  if (n > 1)
    qsort (waits, n, sizeof *waits, compare_waits);
}

/**
 * heed_statistics_quantile: the quantile of type 7 over @sorted, whether answered or not.
 * @sorted: in order of time
 * @p: 0 to 1
 *
 * Type 7 of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996).
 *
 * Returns: seconds, NAN when there is nothing
 */
double
heed_statistics_quantile (const HeedWait *sorted, guint n, double p)
{
  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  if (n == 0)
    return NAN;

  double position = (n - 1) * p;
  guint below = (guint) floor (position);
  guint above = MIN (below + 1, n - 1);
  double low = (double) sorted[below].lag_s;
  return low + (position - below) * ((double) sorted[above].lag_s - low);
}

/**
 * heed_statistics_share: @hits of @n, with Wilson's 95 % score interval.
 *
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 *
 * Returns: NAN throughout when @n is 0
 */
HeedShare
heed_statistics_share (guint hits, guint n)
{
  g_return_val_if_fail (hits <= n, ((HeedShare){ NAN, NAN, NAN, 0 }));

  if (n == 0)
    return (HeedShare){ NAN, NAN, NAN, 0 };

  double value = (double) hits / n;
  double z2_n = Z_95 * Z_95 / n;
  double middle = value + z2_n / 2;
  double reach = Z_95 * sqrt (value * (1 - value) / n + z2_n / (4.0 * n));
  return (HeedShare){
    .value = value,
    .low = hits == 0 ? 0 : (middle - reach) / (1 + z2_n),
    .high = hits == n ? 1 : (middle + reach) / (1 + z2_n),
    .n = n,
  };
}

/* Greenwood's bounds on the scale log(−log S); none where the curve is at 0 or 1. */
static void
set_bounds (HeedCurvePoint *point, double greenwood)
{
  point->low = point->high = NAN;
  if (point->survival <= 0 || point->survival >= 1)
    return;

  double log_survival = log (point->survival);
  double reach = Z_95 * sqrt (greenwood) / -log_survival;
  point->low = exp (log_survival * exp (reach));
  point->high = exp (log_survival * exp (-reach));
}

/**
 * heed_statistics_curve: the Kaplan–Meier curve of messages that are still unanswered.
 * @sorted: ordered by heed_statistics_sort()
 *
 * E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958). The bounds are
 * 95 % by Greenwood's variance on the scale log(−log S), NAN where the curve is 0 or 1, as R's
 * survfit (conf.type = "log-log") has them.
 *
 * Returns: (transfer full): (element-type HeedCurvePoint): a step for each second at which an answer came
 */
GArray *
heed_statistics_curve (const HeedWait *sorted, guint n)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (HeedCurvePoint));
  double base = 1, greenwood = 0, survival = 1;
  guint base_at_risk = n;

  for (guint i = 0; i < n;)
    {
      guint end = i, events = 0, at_risk = n - i;

      for (; end < n && sorted[end].lag_s == sorted[i].lag_s; end++)
        events += sorted[end].answered ? 1 : 0;
      if (events > 0)
        {
          /* Between two censorings the product telescopes: one division instead of many, so nothing adds up. */
          survival = base * (at_risk - events) / base_at_risk;
          greenwood += (double) events / ((double) at_risk * (at_risk - events));
          HeedCurvePoint point = { .at_s = (double) sorted[i].lag_s, .survival = survival };
          set_bounds (&point, greenwood);
          g_array_append_val (curve, point);
        }
      if (end - i > events)
        {
          base = survival;
          base_at_risk = n - end;
        }
      i = end;
    }
  return curve;
}

/**
 * heed_statistics_curve_quantile: the time by which the share @p was answered.
 *
 * Returns: the smallest time at which the curve is at or below 1 − @p, NAN where it never is
 */
double
heed_statistics_curve_quantile (const GArray *curve, double p)
{
  g_return_val_if_fail (curve != NULL && p >= 0 && p <= 1, NAN);

  for (guint i = 0; i < curve->len; i++)
    {
      const HeedCurvePoint *point = &g_array_index (curve, HeedCurvePoint, i);

      if (point->survival <= 1 - p + ROUNDING)
        return point->at_s;
    }
  return NAN;
}

/**
 * heed_statistics_curve_within: the share answered within @at_s seconds, with the curve's bounds.
 * @n: messages behind the curve
 *
 * After the last observation the curve is taken to stay where it was.
 */
HeedShare
heed_statistics_curve_within (const GArray *curve, double at_s, guint n)
{
  HeedShare share = { .value = 0, .low = NAN, .high = NAN, .n = n };
  guint low = 0, high;

  g_return_val_if_fail (curve != NULL, share);

  if (n == 0)
    share.value = NAN;
  /* The last step at or before @at_s. */
  for (high = curve->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (curve, HeedCurvePoint, middle).at_s <= at_s)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    {
      const HeedCurvePoint *point = &g_array_index (curve, HeedCurvePoint, low - 1);

      share.value = 1 - point->survival;
      share.low = 1 - point->high;
      share.high = 1 - point->low;
    }
  return share;
}
