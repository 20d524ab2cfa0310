/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-network.h"

G_BEGIN_DECLS

#define HEED_TYPE_MASTODON (heed_mastodon_get_type ())
G_DECLARE_FINAL_TYPE (HeedMastodon, heed_mastodon, HEED, MASTODON, HeedNetwork)

HeedNetwork *heed_mastodon_new (HeedHttp *http, const HeedClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
