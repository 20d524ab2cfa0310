/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-case.h"

G_BEGIN_DECLS

/** HeedEventItem: an entry of a timeline, as its row binds it: an event or a file of the case. */
#define HEED_TYPE_EVENT_ITEM (heed_event_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedEventItem, heed_event_item, HEED, EVENT_ITEM, GObject)

/**
 * HeedTimelineFrame: what every entry of a timeline shares.
 * @company: (nullable): its name
 * @zone: (nullable): the user's
 * @now: Unix seconds
 */
typedef struct
{
  const char *company;
  GTimeZone *zone;
  gint64 now;
} HeedTimelineFrame;

HeedEventItem *heed_event_item_new (const HeedEvent *event, const HeedTimelineFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
const HeedEvent *heed_event_item_get_event (HeedEventItem *self);
gint64 heed_event_item_get_document_id (HeedEventItem *self);
const char *heed_event_item_get_day (HeedEventItem *self);
gboolean heed_event_item_equal (HeedEventItem *self, HeedEventItem *other);
void heed_event_item_set_heading (HeedEventItem *self, const char *heading);
void heed_event_items_update (GListStore *items, const HeedCase *the_case, const HeedTimelineFrame *frame);
void heed_event_items_set_headings (GListModel *items, guint from);

G_END_DECLS
