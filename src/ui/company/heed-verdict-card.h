/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-account-item.h"

G_BEGIN_DECLS

/** HeedVerdictCard: what to think of an account, in one sentence; what it says of itself; whether somebody is there. */
#define HEED_TYPE_VERDICT_CARD (heed_verdict_card_get_type ())
G_DECLARE_FINAL_TYPE (HeedVerdictCard, heed_verdict_card, HEED, VERDICT_CARD, AdwBin)

void heed_verdict_card_set (HeedVerdictCard *self, HeedAccountItem *account, gint64 now, GTimeZone *zone);

G_END_DECLS
