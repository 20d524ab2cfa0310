/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading what a stranger's server sends: nothing here complains about a
 * missing member or one of another type, it is just not there. */

JsonNode *heed_json_parse (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *heed_json_get_string (JsonObject *object, const char *name);
gint64 heed_json_get_int (JsonObject *object, const char *name, gint64 missing);
gboolean heed_json_get_boolean (JsonObject *object, const char *name);
JsonObject *heed_json_get_object (JsonObject *object, const char *name);
JsonArray *heed_json_get_array (JsonObject *object, const char *name);

guint heed_json_array_length (JsonArray *array);
JsonObject *heed_json_array_get_object (JsonArray *array, guint i);
const char *heed_json_array_get_string (JsonArray *array, guint i);

G_END_DECLS
