/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-day-ends.h"

G_BEGIN_DECLS

/** HeedHoursCounter: adds up open seconds between two times without walking over the hours between them. */
typedef struct
{
  GTimeZone *zone;
  const gboolean (*open)[24];
  gint64 before[7 * 24 + 1];
} HeedHoursCounter;

gboolean heed_hours_learn (const GArray *replies, GTimeZone *zone, HeedHolidays *holidays, const HeedDayEnds *ends,
                           gboolean open[7][24]);
void heed_hours_counter_init (HeedHoursCounter *counter, const gboolean open[7][24], GTimeZone *zone);
gint64 heed_hours_counter_get (const HeedHoursCounter *counter, gint64 from, gint64 to);

G_END_DECLS
