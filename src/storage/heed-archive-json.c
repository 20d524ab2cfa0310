/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-archive-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

#define MAX_DEPTH 64

struct _HeedArchiveJson
{
  JsonParser *parser;
  GString *texts[HEED_ARCHIVE_N_COLUMNS];
};

/* Writes a value as a CSV file would hold it: ids come as text, as numbers, and in lists. */
static void
append_value (GString *text, JsonNode *node, guint depth)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    g_string_append (text, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)))
    g_string_append_printf (text, "%.0f", json_node_get_double (node));
  else if (JSON_NODE_HOLDS_ARRAY (node) && depth == 0)
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_string_append_c (text, ',');
          append_value (text, json_array_get_element (array, i), depth + 1);
        }
    }
}

/* The parser calls itself for every level, so a line of nothing but brackets would exhaust the stack. */
static gboolean
is_too_deep (const char *line, gsize length)
{
  gboolean in_string = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    if (line[i] == '"')
      in_string = !in_string;
    else if (line[i] == '\\' && in_string)
      i++;
    else if (!in_string && (line[i] == '{' || line[i] == '['))
      depth++;
    else if (!in_string && (line[i] == '}' || line[i] == ']'))
      depth--;
  return depth > MAX_DEPTH;
}

static gboolean
load_line (HeedArchiveJson *json, const char *line, gsize length)
{
  if (g_utf8_validate_len (line, length, NULL))
    return json_parser_load_from_data (json->parser, line, length, NULL);

  g_autofree char *repaired = g_utf8_make_valid (line, length);
  return json_parser_load_from_data (json->parser, repaired, -1, NULL);
}

/**
 * heed_archive_json_read_line: reads one line of a file of JSON lines.
 * @values: (out): by #HeedArchiveColumn, good until the next call
 */
HeedArchiveLine
heed_archive_json_read_line (HeedArchiveJson *json, const char *line, gsize length, HeedArchiveValue *values)
{
  gsize blank = 0;

  while (blank < length && g_ascii_isspace (line[blank]))
    blank++;
  if (blank == length)
    return HEED_ARCHIVE_LINE_BLANK;
  if (is_too_deep (line, length) || !load_line (json, line, length))
    return HEED_ARCHIVE_LINE_DAMAGED;

  JsonNode *root = json_parser_get_root (json->parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return HEED_ARCHIVE_LINE_DAMAGED;
  for (guint i = 0; i < HEED_ARCHIVE_N_COLUMNS; i++)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (root), heed_archive_column_names[i]);

      g_string_truncate (json->texts[i], 0);
      if (member != NULL)
        append_value (json->texts[i], member, 0);
      values[i] = (HeedArchiveValue){ .text = json->texts[i]->str, .length = json->texts[i]->len };
    }
  return HEED_ARCHIVE_LINE_ROW;
}

HeedArchiveJson *
heed_archive_json_new (void)
{
  HeedArchiveJson *json = g_new0 (HeedArchiveJson, 1);

  json->parser = json_parser_new ();
  for (guint i = 0; i < HEED_ARCHIVE_N_COLUMNS; i++)
    json->texts[i] = g_string_new (NULL);
  return json;
}

void
heed_archive_json_free (HeedArchiveJson *json)
{
  if (json == NULL)
    return;
  g_object_unref (json->parser);
  for (guint i = 0; i < HEED_ARCHIVE_N_COLUMNS; i++)
    g_string_free (json->texts[i], TRUE);
  g_free (json);
}
