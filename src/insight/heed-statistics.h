/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedShare: a proportion with its 95 % interval.
 * @value: 0 to 1; NAN when @n is 0
 * @low: lower bound; NAN where the method gives none
 * @high: upper bound; NAN where the method gives none
 * @n: the sample
 */
typedef struct
{
  double value;
  double low;
  double high;
  guint n;
} HeedShare;

/** HeedCurvePoint: one step of the curve of messages still unanswered; bounds as in #HeedShare. */
typedef struct
{
  double at_s;
  double survival;
  double low;
  double high;
} HeedCurvePoint;

/** HeedWait: seconds until the answer came or, where none had come, until we looked. */
typedef struct
{
  gint64 lag_s;
  gboolean answered;
} HeedWait;

double heed_statistics_quantile (const HeedWait *sorted, guint n, double p);
HeedShare heed_statistics_share (guint hits, guint n);

void heed_statistics_sort (HeedWait *waits, guint n);
GArray *heed_statistics_curve (const HeedWait *sorted, guint n) G_GNUC_WARN_UNUSED_RESULT;
double heed_statistics_curve_quantile (const GArray *curve, double p);
HeedShare heed_statistics_curve_within (const GArray *curve, double at_s, guint n);

G_END_DECLS
