/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GTimeZone *heed_week_new_zone (const char *name) G_GNUC_WARN_UNUSED_RESULT;
gint64 heed_week_get_local (GTimeZone *zone, gint64 time);
void heed_week_get_cell (GTimeZone *zone, gint64 time, guint *day, guint *hour);

G_END_DECLS
