/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-hour-model.h"

G_BEGIN_DECLS

/** HeedCalibration: the @n messages of one tenth of the forecasts: their mean, and the share that came true. */
typedef struct
{
  double predicted;
  double observed;
  guint n;
} HeedCalibration;

/**
 * HeedBacktest: whether the advice of the time would have helped. NAN where nothing was written in advised hours.
 * @train: messages learned from
 * @test: messages judged by
 * @advised_within: share answered within an hour of those written in advised hours
 * @all_within: the same of all
 * @advised_median_s: Kaplan–Meier
 * @gain: the difference of the shares, with its 95 % interval
 * @calibration: (element-type HeedCalibration): from low to high forecasts
 * @brier: mean square by which the forecasts were off
 * @brier_baseline: the same with the share of the messages learned from as every forecast
 */
typedef struct
{
  guint train;
  guint test;
  HeedShare advised_within;
  HeedShare all_within;
  double advised_median_s;
  double all_median_s;
  double gain;
  double gain_low;
  double gain_high;
  GArray *calibration;
  double brier;
  double brier_baseline;
} HeedBacktest;

HeedBacktest *heed_backtest_new (const HeedExchangeSet *set, gboolean sees_silence, GTimeZone *zone,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_backtest_free (HeedBacktest *backtest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedBacktest, heed_backtest_free)

G_END_DECLS
