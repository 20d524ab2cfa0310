/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean heed_lexicon_refuse (GError **error, const char *name, const char *where, const char *why);

G_END_DECLS
