/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedClocksSection: how far conversations got: the five clocks, on the wall or in open hours. */
#define HEED_TYPE_CLOCKS_SECTION (heed_clocks_section_get_type ())
G_DECLARE_FINAL_TYPE (HeedClocksSection, heed_clocks_section, HEED, CLOCKS_SECTION, AdwBin)

void heed_clocks_section_set (HeedClocksSection *self, const HeedScorecard *scorecard);

G_END_DECLS
