/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-context.h"

G_BEGIN_DECLS

/** HeedNetworkGroup: the networks that Heed reads, each with whom it asks there, and whether it may. */
#define HEED_TYPE_NETWORK_GROUP (heed_network_group_get_type ())
G_DECLARE_FINAL_TYPE (HeedNetworkGroup, heed_network_group, HEED, NETWORK_GROUP, AdwPreferencesGroup)

void heed_network_group_set (HeedNetworkGroup *self, HeedContext *context, GSettings *source);

G_END_DECLS
