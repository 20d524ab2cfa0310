/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean heed_archive_parse_time (const char *text, gsize length, gint64 *time);

G_END_DECLS
