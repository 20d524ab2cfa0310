/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-account-records.h"
#include "heed-scorecard.h"

G_BEGIN_DECLS

/**
 * HeedChecked: an account or company, what was seen of it, and what follows.
 * @observation: (nullable): %NULL for a company of an archive
 */
typedef struct
{
  HeedObservation *observation;
  HeedExchangeSet *set;
  HeedScorecard *scorecard;
} HeedChecked;

HeedChecked *heed_checked_new_from_store (HeedDatabase *database, HeedObservation *observation, const char *zone,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
HeedChecked *heed_checked_new_from_set (HeedExchangeSet *set, const char *zone) G_GNUC_WARN_UNUSED_RESULT;
void heed_checked_free (HeedChecked *checked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedChecked, heed_checked_free)

G_END_DECLS
