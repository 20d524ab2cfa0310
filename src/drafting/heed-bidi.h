/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean heed_bidi_is_rtl (const char *text);
gboolean heed_bidi_needs_isolation (const char *value, gboolean in_rtl);
char *heed_bidi_mark (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_bidi_isolate (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
