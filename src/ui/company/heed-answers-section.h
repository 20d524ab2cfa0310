/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedAnswersSection: how many were answered, how soon: the curve, and in numbers. */
#define HEED_TYPE_ANSWERS_SECTION (heed_answers_section_get_type ())
G_DECLARE_FINAL_TYPE (HeedAnswersSection, heed_answers_section, HEED, ANSWERS_SECTION, AdwBin)

void heed_answers_section_set (HeedAnswersSection *self, const HeedScorecard *scorecard);

G_END_DECLS
