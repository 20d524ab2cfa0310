/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HEED_AUTOMATION_MIN_COPIES: so many replies must be nearly the same to be taken for a machine's. */
#define HEED_AUTOMATION_MIN_COPIES 5

void heed_automation_fill (HeedScorecard *scorecard, const HeedExchangeSet *set, gboolean is_bot);

G_END_DECLS
