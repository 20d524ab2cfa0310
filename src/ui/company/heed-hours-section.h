/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedHoursSection: when they answer: the week hour by hour, the hours they state and keep, their clocks. */
#define HEED_TYPE_HOURS_SECTION (heed_hours_section_get_type ())
G_DECLARE_FINAL_TYPE (HeedHoursSection, heed_hours_section, HEED, HOURS_SECTION, AdwBin)

void heed_hours_section_set (HeedHoursSection *self, const HeedScorecard *scorecard, gint64 now);

G_END_DECLS
