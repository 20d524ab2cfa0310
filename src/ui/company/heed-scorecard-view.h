/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-account-item.h"

G_BEGIN_DECLS

/**
 * HeedScorecardView: the figures of one account: numbers, curve, week, what its replies do and who signs them.
 *
 * The first section is there at once; the others follow one by one from the main loop.
 */
#define HEED_TYPE_SCORECARD_VIEW (heed_scorecard_view_get_type ())
G_DECLARE_FINAL_TYPE (HeedScorecardView, heed_scorecard_view, HEED, SCORECARD_VIEW, AdwBin)

void heed_scorecard_view_set (HeedScorecardView *self, HeedAccountItem *account, gint64 now);

G_END_DECLS
