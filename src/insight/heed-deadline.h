/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 heed_deadline_read (const char *language, const char *words, gint64 at, GTimeZone *zone, const char *country);
gint64 heed_deadline_get_day_end (gint64 time, GTimeZone *zone);
gboolean heed_deadline_begins_with_month (const char *text);

G_END_DECLS
