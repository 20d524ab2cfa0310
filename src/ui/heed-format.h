/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-document.h"
#include "heed-statistics.h"

G_BEGIN_DECLS

char *heed_format_duration (double seconds) G_GNUC_WARN_UNUSED_RESULT;
char *heed_format_percent (double share) G_GNUC_WARN_UNUSED_RESULT;
char *heed_format_share (const HeedShare *share) G_GNUC_WARN_UNUSED_RESULT;
char *heed_format_day (gint64 time, gint64 now, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
char *heed_format_day_time (gint64 time, gint64 now, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
char *heed_format_document (const HeedDocument *document) G_GNUC_WARN_UNUSED_RESULT;
char *heed_format_weekday (guint day, const char *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
