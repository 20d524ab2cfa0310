/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-clock.h"
#include "heed-http.h"
#include "heed-network.h"
#include "heed-settings.h"
#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedContext: everything of the outside world that Heed works with.
 *
 * An entry or a test makes one and hands it down; nothing below asks for the
 * time, opens a socket or a file by itself.
 */
#define HEED_TYPE_CONTEXT (heed_context_get_type ())
G_DECLARE_FINAL_TYPE (HeedContext, heed_context, HEED, CONTEXT, GObject)

HeedContext *heed_context_new (HeedClock *clock, const char *data_folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const HeedClock *heed_context_get_clock (HeedContext *self);
gint64 heed_context_now (HeedContext *self);
HeedHttp *heed_context_get_http (HeedContext *self);
HeedStore *heed_context_get_store (HeedContext *self);
const char *heed_context_get_data_folder (HeedContext *self);
GTimeZone *heed_context_get_timezone (HeedContext *self);
gboolean heed_context_update_timezone (HeedContext *self);
const HeedSettings *heed_context_get_settings (HeedContext *self);
void heed_context_set_settings (HeedContext *self, const HeedSettings *settings);
GPtrArray *heed_context_get_networks (HeedContext *self);
HeedNetwork *heed_context_find_network (HeedContext *self, const char *name);
HeedNetwork *heed_context_match_network (HeedContext *self, const char *address, GError **error);

G_END_DECLS
