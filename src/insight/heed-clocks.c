/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-clocks.h"

#include "heed-sampler.h"

static const char *const clock_words[HEED_N_CLOCKS] = {
  [HEED_CLOCK_AUTOMATIC] = "automatic", [HEED_CLOCK_HUMAN] = "human",       [HEED_CLOCK_SUBSTANCE] = "substance",
  [HEED_CLOCK_REDIRECT] = "redirect",   [HEED_CLOCK_SOLUTION] = "solution",
};

/** heed_clock_kind_to_string: (transfer none): the clock's key in the contract of the command line. */
const char *
heed_clock_kind_to_string (HeedClockKind kind)
{
  g_return_val_if_fail (kind < HEED_N_CLOCKS, NULL);

  return clock_words[kind];
}

/**
 * heed_clocks_sample: how often and how fast conversations reached what one clock waits for.
 * @courses: (element-type HeedCourse)
 * @until: time of observation
 * @counter: (nullable): open hours; %NULL for the clock on the wall
 * @sample: (out): its figures
 */
void
heed_clocks_sample (const GArray *courses, HeedClockKind kind, gint64 until, const HeedHoursCounter *counter,
                    HeedSample *sample)
{
  HeedSampler sampler;

  g_return_if_fail (courses != NULL && kind < HEED_N_CLOCKS && sample != NULL);

  heed_sampler_init (&sampler, courses->len);
  for (guint i = 0; i < courses->len; i++)
    {
      const HeedCourse *course = &g_array_index (courses, HeedCourse, i);
      gboolean is_reached = course->reached_at[kind] != HEED_NEVER;
      gint64 end = is_reached ? course->reached_at[kind] : MAX (until, course->asked_at);
      gint64 lag_s = counter != NULL ? heed_hours_counter_get (counter, course->asked_at, end) : end - course->asked_at;

      heed_sampler_add (&sampler, (HeedWait){ lag_s, is_reached }, course->is_visible);
    }
  heed_sampler_finish (&sampler, sample, NULL);
}
