/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces that the commands write their JSON from. A key of %NULL writes an element of an array. */

#include "heed-command-json.h"

#include <math.h>

static void
set_key (JsonBuilder *builder, const char *key)
{
  if (key != NULL)
    json_builder_set_member_name (builder, key);
}

/** heed_command_json_add_string: a text, or null for %NULL. */
void
heed_command_json_add_string (JsonBuilder *builder, const char *key, const char *value)
{
  set_key (builder, key);
  json_builder_add_string_value (builder, value);
}

/**
 * heed_command_json_add_strings: a list of texts.
 * @values: (nullable) (element-type utf8): %NULL for an empty list
 */
void
heed_command_json_add_strings (JsonBuilder *builder, const char *key, GPtrArray *values)
{
  set_key (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && i < values->len; i++)
    json_builder_add_string_value (builder, values->pdata[i]);
  json_builder_end_array (builder);
}

/** heed_command_json_add_count: a whole number. */
void
heed_command_json_add_count (JsonBuilder *builder, const char *key, gint64 value)
{
  set_key (builder, key);
  json_builder_add_int_value (builder, value);
}

/** heed_command_json_add_number: a number, or null where there is none: JSON has no NAN. */
void
heed_command_json_add_number (JsonBuilder *builder, const char *key, double value)
{
  set_key (builder, key);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/** heed_command_json_add_time: Unix seconds as RFC 3339 in UTC. */
void
heed_command_json_add_time (JsonBuilder *builder, const char *key, gint64 time)
{
  g_autofree char *text = heed_time_format (time);

  heed_command_json_add_string (builder, key, text);
}

/** heed_command_json_add_share: a share with its interval and sample, or null where it was not measured. */
void
heed_command_json_add_share (JsonBuilder *builder, const char *key, HeedShare share)
{
  set_key (builder, key);
  if (share.n == 0 || !isfinite (share.value))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  heed_command_json_add_number (builder, "value", share.value);
  heed_command_json_add_number (builder, "low", share.low);
  heed_command_json_add_number (builder, "high", share.high);
  heed_command_json_add_count (builder, "n", share.n);
  json_builder_end_object (builder);
}

/** heed_command_json_dup_node: (transfer full): @root as text without a line break. */
char *
heed_command_json_dup_node (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, root);
  GString *text = json_generator_to_gstring (generator, g_string_new (NULL));
  /* json-glib 1.6 forgets to escape this one of the control characters, and it can only stand in a string. */
  g_string_replace (text, "\x1F", "\\u001f", 0);
  return g_string_free (text, FALSE);
}

/** heed_command_json_print_node: writes @root to standard output, on a line of its own. */
void
heed_command_json_print_node (HeedCommandLine *line, JsonNode *root)
{
  g_autofree char *text = heed_command_json_dup_node (root);

  fprintf (line->out, "%s\n", text);
}

/** heed_command_json_print: writes what was built to standard output, on a line of its own. */
void
heed_command_json_print (HeedCommandLine *line, JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  heed_command_json_print_node (line, root);
}
