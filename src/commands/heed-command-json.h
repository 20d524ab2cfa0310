/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "heed-command.h"
#include "heed-scorecard.h"

G_BEGIN_DECLS

void heed_command_json_add_string (JsonBuilder *builder, const char *key, const char *value);
void heed_command_json_add_strings (JsonBuilder *builder, const char *key, GPtrArray *values);
void heed_command_json_add_count (JsonBuilder *builder, const char *key, gint64 value);
void heed_command_json_add_number (JsonBuilder *builder, const char *key, double value);
void heed_command_json_add_time (JsonBuilder *builder, const char *key, gint64 time);
void heed_command_json_add_share (JsonBuilder *builder, const char *key, HeedShare share);
char *heed_command_json_dup_node (JsonNode *root) G_GNUC_WARN_UNUSED_RESULT;
void heed_command_json_print_node (HeedCommandLine *line, JsonNode *root);
void heed_command_json_print (HeedCommandLine *line, JsonBuilder *builder);

G_END_DECLS
