/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *heed_json_text_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *heed_json_text_read_string (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
