/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-holidays.h"

G_BEGIN_DECLS

/**
 * HeedOpenHours: when the company is there.
 * @open: Monday first, hours 0 to 23, in @zone
 * @is_known: learned or stated; else rules of thumb
 * @holidays: (nullable): days on which the hours of a Sunday hold; borrowed
 */
typedef struct
{
  gboolean open[7][24];
  gboolean is_known;
  GTimeZone *zone;
  HeedHolidays *holidays;
} HeedOpenHours;

void heed_open_hours_init_usual (HeedOpenHours *hours, GTimeZone *zone);
gint64 heed_open_hours_add (const HeedOpenHours *hours, gint64 from, gint64 open_s);
gboolean heed_open_hours_get_change (const HeedOpenHours *hours, gint64 from, gboolean *is_open, gint64 *change);

G_END_DECLS
