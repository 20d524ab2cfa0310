/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** HeedRenditionItem: what the message looks like on a channel that is not the one being written for. */
#define HEED_TYPE_RENDITION_ITEM (heed_rendition_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedRenditionItem, heed_rendition_item, HEED, RENDITION_ITEM, GObject)

HeedRenditionItem *heed_rendition_item_new (const char *channel, const char *network) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_rendition_item_get_channel (HeedRenditionItem *self);
const char *heed_rendition_item_get_network (HeedRenditionItem *self);
void heed_rendition_item_show (HeedRenditionItem *self, const char *text, const char *count, const char *note);

G_END_DECLS
