/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-event-item.h"

G_BEGIN_DECLS

/** HeedTimelineRow: one entry of a timeline, with its heading where its day begins. */
#define HEED_TYPE_TIMELINE_ROW (heed_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedTimelineRow, heed_timeline_row, HEED, TIMELINE_ROW, AdwBin)

HeedEventItem *heed_timeline_row_get_item (HeedTimelineRow *self);
void heed_timeline_row_mark (HeedTimelineRow *self);

G_END_DECLS
