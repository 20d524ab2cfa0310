/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-holidays.h"

G_BEGIN_DECLS

/**
 * HeedFreeDays: the days that nobody works on in a country.
 * @holidays: (nullable): its public holidays
 * @weekend: ISO days of the week, a bit each
 */
typedef struct
{
  HeedHolidays *holidays;
  guint weekend;
} HeedFreeDays;

void heed_free_days_init (HeedFreeDays *days, const char *country);
gboolean heed_free_days_is_weekend (const HeedFreeDays *days, GDateTime *day);
gboolean heed_free_days_is_free (const HeedFreeDays *days, GDateTime *day);
void heed_free_days_clear (HeedFreeDays *days);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedFreeDays, heed_free_days_clear)

G_END_DECLS
