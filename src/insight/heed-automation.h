/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HEED_AUTOMATION_MIN_COPIES: so many replies must be nearly the same to be taken for a machine's. */
#define HEED_AUTOMATION_MIN_COPIES 5

/** HEED_AUTOMATION_MIN_REPLIES: so many replies of a company must be known before one that none is like is a person's.
 */
#define HEED_AUTOMATION_MIN_REPLIES 20

/** HeedAutomated: whether a machine seems to have written a reply. */
typedef enum
{
  HEED_AUTOMATED_UNKNOWN,
  HEED_AUTOMATED_NO,
  HEED_AUTOMATED_YES,
} HeedAutomated;

HeedAutomated *heed_automation_judge (const HeedReply *replies, guint n) G_GNUC_WARN_UNUSED_RESULT;
gboolean *heed_automation_fill (HeedScorecard *scorecard, const HeedExchangeSet *set,
                                gboolean is_bot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
