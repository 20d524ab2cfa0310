/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-statistics.h"

G_BEGIN_DECLS

char *heed_wording_duration (double seconds) G_GNUC_WARN_UNUSED_RESULT;
char *heed_wording_share (HeedShare share) G_GNUC_WARN_UNUSED_RESULT;
char *heed_wording_day (gint64 time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
