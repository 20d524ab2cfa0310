/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange.h"
#include "heed-holidays.h"

G_BEGIN_DECLS

/** HeedDayKind: weekdays are taken together: most shifts are the same from Monday to Friday. */
typedef enum
{
  HEED_WEEKDAYS,
  HEED_SATURDAYS,
  HEED_SUNDAYS,
  HEED_N_DAY_KINDS,
} HeedDayKind;

/**
 * HeedDayEnd: when posts say that the day's work begins, or ends.
 * @days: days with such a post
 * @of: days on which the company wrote anything
 * @is_known: it is a habit, by docs/statistics.md
 * @minute: the typical one since midnight, where that is known; above 1440 for the night behind
 */
typedef struct
{
  guint days;
  guint of;
  gboolean is_known;
  guint minute;
} HeedDayEnd;

typedef struct
{
  HeedDayEnd opening[HEED_N_DAY_KINDS];
  HeedDayEnd closing[HEED_N_DAY_KINDS];
} HeedDayEnds;

HeedDayKind heed_day_kind_from_day (guint day);
void heed_day_ends_find (HeedDayEnds *ends, const HeedExchangeSet *set, GTimeZone *zone, HeedHolidays *holidays);

G_END_DECLS
