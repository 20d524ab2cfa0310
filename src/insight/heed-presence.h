/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-open-hours.h"
#include "heed-scorecard.h"

G_BEGIN_DECLS

/**
 * HeedCompanyHours: the hours of a company as advice and "on duty now" count with them, with what they borrow.
 * @hours: to be read only where heed_company_hours_init() said so
 */
typedef struct
{
  HeedOpenHours hours;
  GTimeZone *zone;
  HeedHolidays *holidays;
} HeedCompanyHours;

void heed_presence_fill (HeedScorecard *scorecard, const HeedExchangeSet *set, const char *given_zone);
void heed_presence_add_reasons (HeedScorecard *scorecard);
const char *heed_zone_from_to_string (HeedZoneFrom from);
gboolean heed_company_hours_init (HeedCompanyHours *company, const HeedScorecard *scorecard);
void heed_company_hours_clear (HeedCompanyHours *company);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedCompanyHours, heed_company_hours_clear)

G_END_DECLS
