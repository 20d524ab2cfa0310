/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-thumb.h"

#include <glib/gi18n-lib.h>

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
 * @reason: (out) (nullable): a translated sentence; %NULL where there is nothing to say
 *
 * Rows S18, S27, S36, S100 and S101 of the requirements: write in the morning and after noon, when there are fewer
 * calls and e-mails; not at night, at the weekend or in the rush of calls; Mondays are hard.
 */
HeedThumb
heed_thumb_read (guint day, guint hour, const char **reason)
{
  g_return_val_if_fail (day < 7 && hour < 24 && reason != NULL, HEED_THUMB_NOTHING);

  *reason = NULL;
  if (hour >= NIGHT_FROM || hour < NIGHT_TO)
    {
      *reason = _ ("A rule of thumb, not measured here: nobody should expect an answer at night.");
      return HEED_THUMB_AVOID;
    }
  if (day >= SATURDAY)
    {
      *reason = _ ("A rule of thumb, not measured here: few teams are there at the weekend.");
      return HEED_THUMB_AVOID;
    }
  if (hour >= RUSH_FROM && hour < RUSH_TO)
    {
      *reason = _ ("A rule of thumb, not measured here: around noon the same people are busy with calls and e-mails.");
      return HEED_THUMB_AVOID;
    }
  if (day == MONDAY)
    return HEED_THUMB_NOTHING;
  if (hour >= MORNING_FROM && hour < MORNING_TO)
    {
      *reason = _ ("A rule of thumb, not measured here: on weekday mornings fewer calls and e-mails come in.");
      return HEED_THUMB_WRITE;
    }
  if (hour >= AFTERNOON_FROM && hour < AFTERNOON_TO)
    {
      *reason = _ ("A rule of thumb, not measured here: after the noon rush fewer calls and e-mails come in.");
      return HEED_THUMB_WRITE;
    }
  return HEED_THUMB_NOTHING;
}
