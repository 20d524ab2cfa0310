/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-link-finder.h"

G_BEGIN_DECLS

GArray *heed_mention_finder_find (const char *text, const char *network) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_mention_finder_read_fediverse (const char *text, const char *at, const char **user_end);

G_END_DECLS
