/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-busy-hours.h"

#include <string.h>

/* docs/statistics.md says why; a pause of up to so many hours is chance, or lunch. */
#define N_BUSIEST 6
#define MAX_PAUSE 3

/**
 * heed_busy_hours_get_rate: the mean of the six busiest hours, which others are compared with.
 * @counts: of each hour of the day how much came in it, on whichever scale
 */
double
heed_busy_hours_get_rate (const double counts[24])
{
  double kept[N_BUSIEST] = { 0 }, sum = 0;

  g_return_val_if_fail (counts != NULL, 0);

  /* Each count pushes the least of those kept out. */
  for (guint hour = 0; hour < 24; hour++)
    {
      double count = counts[hour];

      for (guint i = 0; i < N_BUSIEST; i++)
        if (count > kept[i])
          {
            double pushed = kept[i];

            kept[i] = count;
            count = pushed;
          }
    }
  for (guint i = 0; i < N_BUSIEST; i++)
    sum += kept[i];
  return sum / N_BUSIEST;
}

/**
 * heed_busy_hours_close_pauses: makes the hours of short pauses busy too, also over midnight.
 * @busy: (inout): of each hour of the day
 */
void
heed_busy_hours_close_pauses (gboolean busy[24])
{
  gboolean before[24];

  g_return_if_fail (busy != NULL);

  memcpy (before, busy, sizeof before);
  for (guint hour = 0; hour < 24; hour++)
    for (guint pause = 2; before[hour] && pause <= MAX_PAUSE + 1; pause++)
      for (guint i = 1; before[(hour + pause) % 24] && i < pause; i++)
        busy[(hour + i) % 24] = TRUE;
}
