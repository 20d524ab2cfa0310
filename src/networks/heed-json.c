/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-json.h"

#include <glib/gi18n.h>

#include "heed-error.h"

/* A parser that descends by recursion would be driven off its stack by a few
 * megabytes of brackets. No answer of a network nests half as deep as this. */
#define MAX_DEPTH 512

static gboolean
is_too_deep (const char *text, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
        return TRUE;
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return FALSE;
}

/**
 * heed_json_parse: reads an answer that should be JSON.
 *
 * Returns: (transfer full): its root, or %HEED_ERROR_MALFORMED when it is cut
 *   off, nested beyond reason, not UTF-8 or no JSON at all
 */
JsonNode *
heed_json_parse (GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (text != NULL && g_utf8_validate_len (text, length, NULL) && !is_too_deep (text, length)
      && json_parser_load_from_data (parser, text, (gssize) length, NULL) && json_parser_get_root (parser) != NULL)
    return json_parser_steal_root (parser);

  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                       _ ("The server’s answer cannot be understood. Try again later."));
  return NULL;
}

static JsonNode *
get_value (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

/** heed_json_get_string: (transfer none) (nullable): the member when it is a string. */
const char *
heed_json_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/** heed_json_get_int: the member when it is a whole number, else @missing. */
gint64
heed_json_get_int (JsonObject *object, const char *name, gint64 missing)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : missing;
}

/** heed_json_get_boolean: the member when it is a boolean, else %FALSE. */
gboolean
heed_json_get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/** heed_json_get_object: (transfer none) (nullable): the member when it is an object. */
JsonObject *
heed_json_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/** heed_json_get_array: (transfer none) (nullable): the member when it is an array. */
JsonArray *
heed_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/** heed_json_array_length: 0 for %NULL. */
guint
heed_json_array_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/** heed_json_array_get_object: (transfer none) (nullable): the element when it is an object. */
JsonObject *
heed_json_array_get_object (JsonArray *array, guint i)
{
  JsonNode *node = i < heed_json_array_length (array) ? json_array_get_element (array, i) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/** heed_json_array_get_string: (transfer none) (nullable): the element when it is a string. */
const char *
heed_json_array_get_string (JsonArray *array, guint i)
{
  JsonNode *node = i < heed_json_array_length (array) ? json_array_get_element (array, i) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}
