/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedScorecardView: the figures of one account: numbers, curve, week, what its replies do and who signs them. */
#define HEED_TYPE_SCORECARD_VIEW (heed_scorecard_view_get_type ())
G_DECLARE_FINAL_TYPE (HeedScorecardView, heed_scorecard_view, HEED, SCORECARD_VIEW, AdwBin)

void heed_scorecard_view_set (HeedScorecardView *self, const HeedScorecard *scorecard, gint64 now);

G_END_DECLS
