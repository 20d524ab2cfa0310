/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-account-item.h"
#include "heed-context.h"

G_BEGIN_DECLS

/** HeedSimilarSection: asks for a problem, and shows what the company answered others who had the same (S14, S15). */
#define HEED_TYPE_SIMILAR_SECTION (heed_similar_section_get_type ())
G_DECLARE_FINAL_TYPE (HeedSimilarSection, heed_similar_section, HEED, SIMILAR_SECTION, AdwBin)

void heed_similar_section_set (HeedSimilarSection *self, HeedContext *context, HeedAccountItem *account);

G_END_DECLS
