/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-error.h"

/* The parser of json-glib calls itself for each level; no file of Heed needs more than four. */
#define DEEPEST 32

/* The number of an escape such as \u00e9, −1 when @text is none. */
static int
read_escape (const char *text, gsize length)
{
  int value = 0;

  if (length < 6 || text[0] != '\\' || text[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (text[i]);
    }
  return value;
}

/* Judges the escape at @text, and says how long it is. */
static gboolean
check_escape (const char *text, gsize length, gsize *escape_length, GError **error)
{
  int value = read_escape (text, length);
  int next = length > 6 ? read_escape (text + 6, length - 6) : -1;

  *escape_length = value < 0 ? 2 : 6;
  if (value == 0)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                           _ ("It has the character U+0000 in it; take it out."));
      return FALSE;
    }
  if (value < 0xD800 || value > 0xDFFF)
    return TRUE;
  *escape_length = 12;
  if (value <= 0xDBFF && next >= 0xDC00 && next <= 0xDFFF)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("It has half of a character in it (\\u%04x); take it out."),
               (guint) value);
  return FALSE;
}

static gboolean
check_depth (char character, guint *depth, GError **error)
{
  if (character == '[' || character == '{')
    *depth += 1;
  else if ((character == ']' || character == '}') && *depth > 0)
    *depth -= 1;
  if (*depth <= DEEPEST)
    return TRUE;
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                       _ ("It is nested too deeply to be what is expected here."));
  return FALSE;
}

/* What json-glib would accept and then quietly cut, join or overflow on: found before it sees the text. */
static gboolean
check_text (const char *text, gsize length, GError **error)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                           _ ("It is not valid UTF-8 text; save it as UTF-8 without zero bytes."));
      return FALSE;
    }
  for (gsize i = 0; i < length; i++)
    {
      gsize escape_length = 1;
      gboolean is_sound = TRUE;

      if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string)
        is_sound = check_depth (text[i], &depth, error);
      else if (text[i] == '\\')
        is_sound = check_escape (text + i, length - i, &escape_length, error);
      if (!is_sound)
        return FALSE;
      i += escape_length - 1;
    }
  return TRUE;
}

static void
set_syntax_error (const GError *parse_error, GError **error)
{
  g_auto (GStrv) words = g_strsplit (parse_error->message, ":", 4);

  /* json-glib starts its message with "<data>:line:column:". */
  if (g_strv_length (words) == 4)
    g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("It is not valid JSON near line %s, character %s."),
                 words[1], words[2]);
  else
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("It is not valid JSON."));
}

/**
 * heed_json_text_parse: reads one JSON value written by somebody else.
 * @text: need not end with a zero byte
 *
 * Returns: (transfer full): the value; %HEED_ERROR_MALFORMED with a sentence that says what is wrong
 */
JsonNode *
heed_json_text_parse (const char *text, gsize length, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!check_text (text, length, error))
    return NULL;

  g_autoptr (GError) parse_error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, &parse_error))
    {
      set_syntax_error (parse_error, error);
      return NULL;
    }
  JsonNode *root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("It is empty."));
  return root;
}

/** heed_json_text_read_string: (transfer full): reads one JSON string; %HEED_ERROR_MALFORMED when it is anything else.
 */
char *
heed_json_text_read_string (const char *text, gsize length, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, length, error))
    return NULL;

  g_autoptr (JsonNode) node = heed_json_text_parse (text, length, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                           _ ("It is not a JSON string; write it between double quotes."));
      return NULL;
    }
  return g_strdup (json_node_get_string (node));
}
