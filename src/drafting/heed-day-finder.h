/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrases.h"

G_BEGIN_DECLS

gboolean heed_day_finder_has (const HeedPhrases *phrases, const char *text, gint64 time, GTimeZone *zone, gint64 now);

G_END_DECLS
