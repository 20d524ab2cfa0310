/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean heed_phrases_schema_check (const char *name, JsonObject *root, GError **error);

G_END_DECLS
