/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedAgentsSection: who signs, how fast they are, when, and what their replies do. */
#define HEED_TYPE_AGENTS_SECTION (heed_agents_section_get_type ())
G_DECLARE_FINAL_TYPE (HeedAgentsSection, heed_agents_section, HEED, AGENTS_SECTION, AdwBin)

void heed_agents_section_set (HeedAgentsSection *self, const HeedScorecard *scorecard);

G_END_DECLS
