/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "heed-command.h"
#include "heed-scorecard.h"

G_BEGIN_DECLS

void heed_command_json_begin_object (GString *json, const char *key);
void heed_command_json_end_object (GString *json);
void heed_command_json_begin_array (GString *json, const char *key);
void heed_command_json_end_array (GString *json);
void heed_command_json_add_string (GString *json, const char *key, const char *value);
void heed_command_json_add_strings (GString *json, const char *key, GPtrArray *values);
void heed_command_json_add_boolean (GString *json, const char *key, gboolean value);
void heed_command_json_add_count (GString *json, const char *key, gint64 value);
void heed_command_json_add_number (GString *json, const char *key, double value);
void heed_command_json_add_time (GString *json, const char *key, gint64 time);
void heed_command_json_add_share (GString *json, const char *key, HeedShare share);
void heed_command_json_print (HeedCommandLine *line, const GString *json);
char *heed_command_json_dup_node (JsonNode *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
