/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedRepliesSection: what replies do, and how many are a machine’s. */
#define HEED_TYPE_REPLIES_SECTION (heed_replies_section_get_type ())
G_DECLARE_FINAL_TYPE (HeedRepliesSection, heed_replies_section, HEED, REPLIES_SECTION, AdwBin)

void heed_replies_section_set (HeedRepliesSection *self, const HeedScorecard *scorecard);

G_END_DECLS
