/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-link-finder.h"

G_BEGIN_DECLS

GArray *heed_tag_finder_find (const char *text, const char *network) G_GNUC_WARN_UNUSED_RESULT;
GArray *heed_tag_finder_find_cashtags (const char *text, const char *network) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
