/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "heed-statistics.h"

static void
assert_near (double value, double expected, double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_assert_cmpfloat (value, ==, expected);
}

/* Remission of acute leukaemia under 6-mercaptopurine, in weeks, + censored: E. J. Freireich and others, Blood 21
 * (1963), used by E. A. Gehan, Biometrika 52 (1965) and since then in every textbook. The estimates and the log-log
 * bounds are those that R 4 (survfit, conf.type = "log-log") and Stata (sts list) print for it. */
static void
test_remission (void)
{
  HeedWait waits[] = {
    { 6, TRUE },   { 6, TRUE },   { 6, TRUE },   { 6, FALSE },  { 7, TRUE },   { 9, FALSE },  { 10, TRUE },
    { 10, FALSE }, { 11, FALSE }, { 13, TRUE },  { 16, TRUE },  { 17, FALSE }, { 19, FALSE }, { 20, FALSE },
    { 22, TRUE },  { 23, TRUE },  { 25, FALSE }, { 32, FALSE }, { 32, FALSE }, { 34, FALSE }, { 35, FALSE },
  };
  static const HeedCurvePoint expected[] = {
    { 6, 0.8571, 0.6197, 0.9516 },  { 7, 0.8067, 0.5631, 0.9228 },  { 10, 0.7529, 0.5032, 0.8894 },
    { 13, 0.6902, 0.4316, 0.8491 }, { 16, 0.6275, 0.3675, 0.8049 }, { 22, 0.5378, 0.2678, 0.7468 },
    { 23, 0.4482, 0.1881, 0.6801 },
  };

  heed_statistics_sort (waits, G_N_ELEMENTS (waits));
  g_autoptr (GArray) curve = heed_statistics_curve (waits, G_N_ELEMENTS (waits));
  g_assert_cmpuint (curve->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < curve->len; i++)
    {
      const HeedCurvePoint *point = &g_array_index (curve, HeedCurvePoint, i);

      assert_near (point->at_s, expected[i].at_s, 0);
      assert_near (point->survival, expected[i].survival, 5e-5);
      assert_near (point->low, expected[i].low, 5e-5);
      assert_near (point->high, expected[i].high, 5e-5);
    }
  assert_near (heed_statistics_curve_quantile (curve, 0.5), 23, 0);
  assert_near (heed_statistics_curve_quantile (curve, 0.25), 13, 0);
  g_assert_true (isnan (heed_statistics_curve_quantile (curve, 0.9)));

  HeedShare within = heed_statistics_curve_within (curve, 21.5, 21);
  assert_near (within.value, 1 - 0.6275, 5e-5);
  assert_near (within.low, 1 - 0.8049, 5e-5);
  assert_near (within.high, 1 - 0.3675, 5e-5);
  g_assert_cmpuint (within.n, ==, 21);
}

/* The other arm of the same trial has no censoring: the curve is a plain share, and 1/21 is never off. */
static void
test_placebo (void)
{
  static const gint64 weeks[] = { 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23 };
  HeedWait waits[G_N_ELEMENTS (weeks)];

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    waits[i] = (HeedWait){ weeks[i], TRUE };
  g_autoptr (GArray) curve = heed_statistics_curve (waits, G_N_ELEMENTS (waits));
  const HeedCurvePoint *last = &g_array_index (curve, HeedCurvePoint, curve->len - 1);
  assert_near (last->survival, 0, 0);
  g_assert_true (isnan (last->low) && isnan (last->high));
  assert_near (heed_statistics_curve_quantile (curve, 0.5), 8, 0);
  assert_near (g_array_index (curve, HeedCurvePoint, 0).survival, 19.0 / 21, 0);
  HeedShare all = heed_statistics_curve_within (curve, 100, 21);
  assert_near (all.value, 1, 0);
  g_assert_true (isnan (all.low));
  HeedShare none = heed_statistics_curve_within (curve, 0, 21);
  assert_near (none.value, 0, 0);
  g_assert_true (isnan (none.high));
}

/* The example of Kaplan and Meier (1958) themselves, in tenths of a month: deaths at 0.8, 3.1, 5.4 and 9.2, losses at
 * 1.0, 2.7, 7.0 and 12.1. */
static void
test_first_example (void)
{
  HeedWait waits[] = {
    { 121, FALSE }, { 92, TRUE }, { 70, FALSE }, { 54, TRUE }, { 31, TRUE }, { 27, FALSE }, { 10, FALSE }, { 8, TRUE },
  };
  static const double expected[][2] = { { 8, 0.875 }, { 31, 0.7 }, { 54, 0.525 }, { 92, 0.2625 } };

  heed_statistics_sort (waits, G_N_ELEMENTS (waits));
  g_autoptr (GArray) curve = heed_statistics_curve (waits, G_N_ELEMENTS (waits));
  g_assert_cmpuint (curve->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < curve->len; i++)
    {
      assert_near (g_array_index (curve, HeedCurvePoint, i).at_s, expected[i][0], 0);
      assert_near (g_array_index (curve, HeedCurvePoint, i).survival, expected[i][1], 1e-12);
    }
}

/* R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998),
 * table I, method 3. */
static void
test_wilson (void)
{
  static const struct
  {
    guint hits, n;
    double low, high;
  } cases[] = {
    { 81, 263, 0.2553, 0.3662 }, { 15, 148, 0.0624, 0.1605 }, { 0, 20, 0, 0.1611 },
    { 1, 29, 0.0061, 0.1718 },   { 20, 20, 0.8389, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeedShare share = heed_statistics_share (cases[i].hits, cases[i].n);

      assert_near (share.value, (double) cases[i].hits / cases[i].n, 1e-15);
      assert_near (share.low, cases[i].low, 5e-5);
      assert_near (share.high, cases[i].high, 5e-5);
    }
  g_assert_true (isnan (heed_statistics_share (0, 0).value));
  g_assert_cmpfloat (heed_statistics_share (0, 7).low, ==, 0);
  g_assert_cmpfloat (heed_statistics_share (7, 7).high, ==, 1);
}

/* R: quantile (c (1, 2, 4, 8), c (0, 0.5, 0.9, 1)) is 1, 3, 6.8, 8. */
static void
test_quantile (void)
{
  static const HeedWait waits[] = { { 1, TRUE }, { 2, TRUE }, { 4, TRUE }, { 8, TRUE } };

  assert_near (heed_statistics_quantile (waits, 4, 0), 1, 0);
  assert_near (heed_statistics_quantile (waits, 4, 0.5), 3, 1e-12);
  assert_near (heed_statistics_quantile (waits, 4, 0.9), 6.8, 1e-12);
  assert_near (heed_statistics_quantile (waits, 4, 1), 8, 0);
  assert_near (heed_statistics_quantile (waits, 1, 0.9), 1, 0);
  g_assert_true (isnan (heed_statistics_quantile (waits, 0, 0.5)));
}

/* 1 − 0.9 is a hair under 1/10 in binary: nine of ten answered must still be the 90th percentile. */
static void
test_exact_quantile (void)
{
  HeedWait waits[10];

  for (guint i = 0; i < 10; i++)
    waits[i] = (HeedWait){ i + 1, i < 9 };
  g_autoptr (GArray) curve = heed_statistics_curve (waits, 10);
  assert_near (heed_statistics_curve_quantile (curve, 0.9), 9, 0);
  assert_near (heed_statistics_curve_quantile (curve, 0.5), 5, 0);
}

/* The definition, word by word and in O(n²): for each time of an answer, who was still waiting just before it. */
static double
slow_survival (const HeedWait *waits, guint n, gint64 at, double *greenwood)
{
  double survival = 1;

  *greenwood = 0;
  for (gint64 time = 0; time <= at; time++)
    {
      guint events = 0, at_risk = 0;

      for (guint i = 0; i < n; i++)
        {
          at_risk += waits[i].lag_s >= time ? 1 : 0;
          events += waits[i].lag_s == time && waits[i].answered ? 1 : 0;
        }
      if (events == 0)
        continue;
      survival *= 1 - (double) events / at_risk;
      *greenwood += (double) events / ((double) at_risk * (at_risk - events));
    }
  return survival;
}

static void
check_curve (const HeedWait *waits, guint n)
{
  g_autoptr (GArray) curve = heed_statistics_curve (waits, n);
  double previous = 1, greenwood;

  for (guint i = 0; i < curve->len; i++)
    {
      const HeedCurvePoint *point = &g_array_index (curve, HeedCurvePoint, i);
      double survival = slow_survival (waits, n, (gint64) point->at_s, &greenwood);

      assert_near (point->survival, survival, 1e-12);
      g_assert_cmpfloat (point->survival, <, previous);
      previous = point->survival;
      if (point->survival == 0)
        continue;
      double middle = log (-log (survival)), reach = 1.959963984540054 * sqrt (greenwood) / log (survival);
      assert_near (point->low, exp (-exp (middle - reach)), 1e-9);
      assert_near (point->high, exp (-exp (middle + reach)), 1e-9);
      g_assert_cmpfloat (point->low, <=, point->survival);
      g_assert_cmpfloat (point->high, >=, point->survival);
    }
  assert_near (1 - heed_statistics_curve_within (curve, 30, n).value, slow_survival (waits, n, 30, &greenwood), 1e-12);
}

static void
test_brute_force (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 60);
      double censored = g_test_rand_double_range (0, 1);
      g_autofree HeedWait *waits = g_new (HeedWait, n);

      for (guint i = 0; i < n; i++)
        waits[i] = (HeedWait){ g_test_rand_int_range (0, 50), g_test_rand_double () >= censored };
      heed_statistics_sort (waits, n);
      check_curve (waits, n);
    }
}

static void
test_nothing (void)
{
  static const HeedWait silent[] = { { 5, FALSE }, { 9, FALSE } };
  g_autoptr (GArray) empty = heed_statistics_curve (NULL, 0);
  g_autoptr (GArray) flat = heed_statistics_curve (silent, 2);

  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_true (isnan (heed_statistics_curve_within (empty, 10, 0).value));
  g_assert_cmpuint (flat->len, ==, 0);
  assert_near (heed_statistics_curve_within (flat, 10, 2).value, 0, 0);
  g_assert_true (isnan (heed_statistics_curve_quantile (flat, 0.5)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/remission", test_remission);
  g_test_add_func ("/statistics/placebo", test_placebo);
  g_test_add_func ("/statistics/first-example", test_first_example);
  g_test_add_func ("/statistics/wilson", test_wilson);
  g_test_add_func ("/statistics/quantile", test_quantile);
  g_test_add_func ("/statistics/exact-quantile", test_exact_quantile);
  g_test_add_func ("/statistics/brute-force", test_brute_force);
  g_test_add_func ("/statistics/nothing", test_nothing);
  return g_test_run ();
}
