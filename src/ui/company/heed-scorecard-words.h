/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"

G_BEGIN_DECLS

const char *heed_scorecard_words_get_kind (HeedReplyKinds kind);
const char *heed_scorecard_words_get_clock (HeedClockKind clock);
const char *heed_scorecard_words_get_trait (HeedTraits trait);
char *heed_scorecard_words_dup_kinds (guint32 kinds) G_GNUC_WARN_UNUSED_RESULT;
char *heed_scorecard_words_dup_times (const HeedSample *sample) G_GNUC_WARN_UNUSED_RESULT;
char *heed_scorecard_words_dup_span (const HeedAgent *agent) G_GNUC_WARN_UNUSED_RESULT;
char *heed_scorecard_words_dup_week (const gboolean open[7][24]) G_GNUC_WARN_UNUSED_RESULT;
char *heed_scorecard_words_dup_who (const HeedScorecard *scorecard) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
