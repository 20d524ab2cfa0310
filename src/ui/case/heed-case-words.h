/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case.h"
#include "heed-next-step.h"

G_BEGIN_DECLS

const char *heed_words_network (const char *network);
const char *heed_words_channel_icon (const char *channel);
const char *heed_words_event_icon (const HeedEvent *event);
char *heed_words_dup_channel (const char *channel, const char *network) G_GNUC_WARN_UNUSED_RESULT;
char *heed_words_dup_event (const HeedEvent *event, const char *company) G_GNUC_WARN_UNUSED_RESULT;
char *heed_words_dup_reference (const char *kind, const char *value) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_words_outcome (HeedOutcome outcome);
const char *heed_words_step_button (const HeedNextStep *step);
char *heed_words_dup_duration (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;
char *heed_words_dup_day (gint64 time, GTimeZone *zone, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *heed_words_dup_clock (gint64 time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
