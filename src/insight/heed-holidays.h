/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HeedHolidays HeedHolidays;

HeedHolidays *heed_holidays_new (const char *country) G_GNUC_WARN_UNUSED_RESULT;
HeedHolidays *heed_holidays_new_for_zone (const char *zone) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_holidays_get_country (const HeedHolidays *holidays);
const char *heed_holidays_get_name (HeedHolidays *holidays, gint64 local_day);
void heed_holidays_free (HeedHolidays *holidays);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHolidays, heed_holidays_free)

G_END_DECLS
