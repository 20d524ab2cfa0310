/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HEED_WEEK_MAP_LEAST_N: under so many messages an hour says nothing; HeedScorecard leaves its median out then. */
#define HEED_WEEK_MAP_LEAST_N 5

/**
 * HeedWeekMap: how fast an account answers in each hour of the week, as a map of 7 × 24 fields.
 *
 * The arrow keys walk over it; property "spoken" is the sentence on the field
 * the user is at, or on the whole when at none.
 */
#define HEED_TYPE_WEEK_MAP (heed_week_map_get_type ())
G_DECLARE_FINAL_TYPE (HeedWeekMap, heed_week_map, HEED, WEEK_MAP, GtkWidget)

void heed_week_map_set (HeedWeekMap *self, const HeedScorecard *scorecard, gint64 now);
char *heed_week_map_dup_summary (HeedWeekMap *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
