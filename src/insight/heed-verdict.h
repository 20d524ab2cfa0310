/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HEED_VERDICT_MIN_MESSAGES: under so many messages nothing is concluded. */
#define HEED_VERDICT_MIN_MESSAGES 8

void heed_verdict_fill (HeedScorecard *scorecard, const HeedExchangeSet *set, const HeedScorecardOptions *options,
                        GTimeZone *zone);

G_END_DECLS
