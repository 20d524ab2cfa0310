/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"

G_BEGIN_DECLS

char *heed_duty_describe (const HeedScorecard *scorecard, gint64 now, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
