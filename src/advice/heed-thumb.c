/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-thumb.h"

/* From and to in hours of a local day. Which hours "morning" and "late noon" are is ours: the source only names them.
 */
#define MORNING_FROM 8
#define MORNING_TO 10
#define AFTERNOON_FROM 14
#define AFTERNOON_TO 16
#define RUSH_FROM 11
#define RUSH_TO 13
#define NIGHT_FROM 22
#define NIGHT_TO 7

#define MONDAY 0
#define SATURDAY 5

/**
 * heed_thumb_read: what people who staff such accounts say of an hour, for want of measurements.
 * @day: 0 is Monday
 * @hour: 0 to 23, local
 *
 * Rows S18, S27, S36, S100 and S101 of the requirements: write in the morning and after noon, when there are fewer
 * calls and e-mails; not at night, at the weekend or in the rush of calls; Mondays are hard.
 */
HeedThumb
heed_thumb_read (guint day, guint hour)
{
  g_return_val_if_fail (day < 7 && hour < 24, HEED_THUMB_NOTHING);

  if (hour >= NIGHT_FROM || hour < NIGHT_TO || day >= SATURDAY || (hour >= RUSH_FROM && hour < RUSH_TO))
    return HEED_THUMB_AVOID;
  if (day == MONDAY)
    return HEED_THUMB_NOTHING;
  if ((hour >= MORNING_FROM && hour < MORNING_TO) || (hour >= AFTERNOON_FROM && hour < AFTERNOON_TO))
    return HEED_THUMB_WRITE;
  return HEED_THUMB_NOTHING;
}
