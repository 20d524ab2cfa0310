/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-network.h"

G_BEGIN_DECLS

#define HEED_TYPE_BLUESKY (heed_bluesky_get_type ())
G_DECLARE_FINAL_TYPE (HeedBluesky, heed_bluesky, HEED, BLUESKY, HeedNetwork)

HeedNetwork *heed_bluesky_new (HeedHttp *http, const HeedClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void heed_bluesky_set_hosts (HeedBluesky *self, const char *appview, const char *plc);

G_END_DECLS
