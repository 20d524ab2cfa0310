/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces that the commands write their JSON from, as text without spaces and line breaks: what one archive says of
 * thousands of companies would take longer as a tree of nodes than all else that is done with it. A key of %NULL writes
 * an element of an array. */

#include "heed-command-json.h"

#include <math.h>
#include <string.h>

static void
append_character (GString *json, char c)
{
  static const char plain[] = "\b\f\n\r\t", *names = "bfnrt";
  const char *found = c != '\0' ? strchr (plain, c) : NULL;

  if (c == '"' || c == '\\')
    g_string_append_printf (json, "\\%c", c);
  else if (found != NULL)
    g_string_append_printf (json, "\\%c", names[found - plain]);
  else if (g_ascii_iscntrl (c))
    g_string_append_printf (json, "\\u%04x", (guint) c);
  else
    g_string_append_c (json, c);
}

static void
append_string (GString *json, const char *value)
{
  g_string_append_c (json, '"');
  for (; *value != '\0'; value++)
    append_character (json, *value);
  g_string_append_c (json, '"');
}

static void
append_digits (GString *json, guint64 value)
{
  char digits[20];
  guint first = sizeof digits;

  do
    digits[--first] = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  g_string_append_len (json, digits + first, sizeof digits - first);
}

/* What comes before a value: a comma but at the beginning of an object or an array, and the key. */
static void
begin_value (GString *json, const char *key)
{
  const char last = json->len > 0 ? json->str[json->len - 1] : '[';

  if (last != '[' && last != '{')
    g_string_append_c (json, ',');
  if (key == NULL)
    return;
  append_string (json, key);
  g_string_append_c (json, ':');
}

/** heed_command_json_begin_object: %NULL as @key also for what is written on its own. */
void
heed_command_json_begin_object (GString *json, const char *key)
{
  begin_value (json, key);
  g_string_append_c (json, '{');
}

void
heed_command_json_end_object (GString *json)
{
  g_string_append_c (json, '}');
}

void
heed_command_json_begin_array (GString *json, const char *key)
{
  begin_value (json, key);
  g_string_append_c (json, '[');
}

void
heed_command_json_end_array (GString *json)
{
  g_string_append_c (json, ']');
}

/** heed_command_json_add_string: a text, or null for %NULL. */
void
heed_command_json_add_string (GString *json, const char *key, const char *value)
{
  begin_value (json, key);
  if (value != NULL)
    append_string (json, value);
  else
    g_string_append (json, "null");
}

/**
 * heed_command_json_add_strings: a list of texts.
 * @values: (nullable) (element-type utf8): %NULL for an empty list
 */
void
heed_command_json_add_strings (GString *json, const char *key, GPtrArray *values)
{
  heed_command_json_begin_array (json, key);
  for (guint i = 0; values != NULL && i < values->len; i++)
    heed_command_json_add_string (json, NULL, values->pdata[i]);
  heed_command_json_end_array (json);
}

void
heed_command_json_add_boolean (GString *json, const char *key, gboolean value)
{
  begin_value (json, key);
  g_string_append (json, value ? "true" : "false");
}

/** heed_command_json_add_count: a whole number. */
void
heed_command_json_add_count (GString *json, const char *key, gint64 value)
{
  begin_value (json, key);
  if (value < 0)
    g_string_append_c (json, '-');
  append_digits (json, value < 0 ? -(guint64) value : (guint64) value);
}

/** heed_command_json_add_number: a number, with a point in it, or null where there is none: JSON has no NAN. */
void
heed_command_json_add_number (GString *json, const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (json, key);
  /* Most are times in whole seconds. */
  if (value >= 1 && value < 1e15 && value == floor (value))
    {
      append_digits (json, (guint64) value);
      g_string_append (json, ".0");
      return;
    }
  g_string_append (json, isfinite (value) ? g_ascii_dtostr (text, sizeof text, value) : "null");
  if (isfinite (value) && strspn (text, "-0123456789") == strlen (text))
    g_string_append (json, ".0");
}

/** heed_command_json_add_time: Unix seconds as RFC 3339 in UTC. */
void
heed_command_json_add_time (GString *json, const char *key, gint64 time)
{
  g_autofree char *text = heed_time_format (time);

  heed_command_json_add_string (json, key, text);
}

/** heed_command_json_add_share: a share with its interval and sample, or null where it was not measured. */
void
heed_command_json_add_share (GString *json, const char *key, HeedShare share)
{
  if (share.n == 0 || !isfinite (share.value))
    {
      heed_command_json_add_string (json, key, NULL);
      return;
    }
  heed_command_json_begin_object (json, key);
  heed_command_json_add_number (json, "value", share.value);
  heed_command_json_add_number (json, "low", share.low);
  heed_command_json_add_number (json, "high", share.high);
  heed_command_json_add_count (json, "n", share.n);
  heed_command_json_end_object (json);
}

/** heed_command_json_print: writes what was built to standard output, on a line of its own. */
void
heed_command_json_print (HeedCommandLine *line, const GString *json)
{
  fprintf (line->out, "%s\n", json->str);
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
