/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedEffortSection: what conversations cost the customer, and how they end. */
#define HEED_TYPE_EFFORT_SECTION (heed_effort_section_get_type ())
G_DECLARE_FINAL_TYPE (HeedEffortSection, heed_effort_section, HEED, EFFORT_SECTION, AdwBin)

void heed_effort_section_set (HeedEffortSection *self, const HeedScorecard *scorecard);

G_END_DECLS
