/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *heed_grapheme_next (const char *text);
gint64 heed_grapheme_count (const char *text);
gboolean heed_grapheme_is_pictographic (gunichar character);

G_END_DECLS
