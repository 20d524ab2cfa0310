/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-sampler.h"

#include <math.h>
#include <string.h>

#define HOUR_S 3600

/**
 * heed_sampler_init: begins a sample.
 * @n: how many messages it is likely to have
 *
 * To be ended with heed_sampler_finish().
 */
void
heed_sampler_init (HeedSampler *sampler, guint n)
{
  g_return_if_fail (sampler != NULL);

  memset (sampler, 0, sizeof *sampler);
  sampler->answered = g_array_sized_new (FALSE, FALSE, sizeof (HeedWait), n);
  sampler->visible = g_array_sized_new (FALSE, FALSE, sizeof (HeedWait), n);
}

/**
 * heed_sampler_add: adds one message.
 * @is_visible: its silence could have been seen, so that it tells how often, too
 */
void
heed_sampler_add (HeedSampler *sampler, HeedWait wait, gboolean is_visible)
{
  sampler->n_messages++;
  if (wait.answered)
    g_array_append_val (sampler->answered, wait);
  if (!is_visible)
    return;
  g_array_append_val (sampler->visible, wait);
  sampler->n_visible_answered += wait.answered ? 1 : 0;
}

/* The part of a sample that tells how fast: over all that was answered, however it was found. */
static void
fill_answered (HeedSample *sample, GArray *answered)
{
  HeedWait *waits = (HeedWait *) (gpointer) answered->data;

  heed_statistics_sort (waits, answered->len);
  sample->answered = answered->len;
  sample->answered_median_s = heed_statistics_quantile (waits, answered->len, 0.5);
  sample->answered_p90_s = heed_statistics_quantile (waits, answered->len, 0.9);
}

/* The part that tells how often: over the messages whose silence could have been seen. */
static void
fill_visible (HeedSample *sample, GArray *visible, guint n_answered, GArray **curve)
{
  HeedWait *waits = (HeedWait *) (gpointer) visible->data;
  guint n = visible->len;

  heed_statistics_sort (waits, n);
  g_autoptr (GArray) steps = heed_statistics_curve (waits, n);
  sample->rate = heed_statistics_share (n_answered, n);
  sample->median_s = n > 0 ? heed_statistics_curve_quantile (steps, 0.5) : NAN;
  sample->p90_s = n > 0 ? heed_statistics_curve_quantile (steps, 0.9) : NAN;
  sample->within_1h = heed_statistics_curve_within (steps, HOUR_S, n);
  sample->within_24h = heed_statistics_curve_within (steps, 24 * HOUR_S, n);
  sample->within_7d = heed_statistics_curve_within (steps, 7 * 24 * HOUR_S, n);
  if (curve != NULL)
    *curve = g_array_ref (steps);
}

/**
 * heed_sampler_finish: ends a sample.
 * @sample: (out): its figures
 * @curve: (nullable) (out): the steps behind the shares
 */
void
heed_sampler_finish (HeedSampler *sampler, HeedSample *sample, GArray **curve)
{
  g_return_if_fail (sampler != NULL && sample != NULL);

  memset (sample, 0, sizeof *sample);
  sample->messages = sampler->n_messages;
  fill_answered (sample, sampler->answered);
  fill_visible (sample, sampler->visible, sampler->n_visible_answered, curve);
  g_clear_pointer (&sampler->answered, g_array_unref);
  g_clear_pointer (&sampler->visible, g_array_unref);
}
