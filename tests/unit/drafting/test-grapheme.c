/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-grapheme.h"

static char *
dup_test_file (const char *name)
{
  const char *folder = g_getenv ("HEED_TEST_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "conformance", name, NULL);
  char *contents = NULL;

  if (folder == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    g_test_skip ("no data");
  return contents;
}

static char *
mark_boundaries (const char *text)
{
  GString *marked = g_string_new ("÷");

  while (*text != '\0')
    {
      const char *end = heed_grapheme_next (text);
      for (; text < end; text = g_utf8_next_char (text))
        g_string_append_printf (marked, " %04X %s", g_utf8_get_char (text), g_utf8_next_char (text) < end ? "×" : "÷");
    }
  return g_string_free (marked, FALSE);
}

/* The characters of a line such as "÷ 0020 × 0308 ÷". */
static char *
read_characters (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 1; words[i] != NULL; i += 2)
    g_string_append_unichar (text, (gunichar) g_ascii_strtoull (words[i], NULL, 16));
  return g_string_free (text, FALSE);
}

static void
test_unicode (void)
{
  g_autofree char *contents = dup_test_file ("unicode-15.0/GraphemeBreakTest.txt");
  if (contents == NULL)
    return;

  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
  guint checked = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *expected = g_strdup (lines[i]);
      char *comment = strchr (expected, '#');
      if (comment != NULL)
        *comment = '\0';
      g_strstrip (expected);
      if (*expected == '\0')
        continue;

      g_autofree char *text = read_characters (expected);
      g_autofree char *marked = mark_boundaries (text);
      g_assert_cmpstr (marked, ==, expected);
      checked++;
    }
  g_test_message ("unicode-15.0/GraphemeBreakTest.txt: %u of %u", checked, checked);
  g_assert_cmpuint (checked, >, 400);
}

static void
test_bluesky (void)
{
  g_autofree char *contents = dup_test_file ("bluesky-richtext/length.json");
  if (contents == NULL)
    return;

  g_autoptr (JsonParser) parser = json_parser_new ();
  g_assert_true (json_parser_load_from_data (parser, contents, -1, NULL));
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  const char *const lists[] = { "grapheme_length", "richtext_length" };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      JsonArray *cases = json_object_get_array_member (root, lists[list]);
      g_assert_cmpuint (json_array_get_length (cases), >, 0);
      for (guint i = 0; i < json_array_get_length (cases); i++)
        {
          JsonObject *entry = json_array_get_object_element (cases, i);
          g_assert_cmpint (heed_grapheme_count (json_object_get_string_member (entry, "text")), ==,
                           json_object_get_int_member (entry, "graphemes"));
        }
      g_test_message ("bluesky-richtext/length.json, %s: %u of %u", lists[list], json_array_get_length (cases),
                      json_array_get_length (cases));
    }

  JsonArray *bytes = json_object_get_array_member (root, "utf8_length");
  for (guint i = 0; i < json_array_get_length (bytes); i++)
    {
      JsonObject *entry = json_array_get_object_element (bytes, i);
      g_assert_cmpint ((gint64) strlen (json_object_get_string_member (entry, "text")), ==,
                       json_object_get_int_member (entry, "utf8_bytes"));
    }
  g_test_message ("bluesky-richtext/length.json, utf8_length: %u of %u", json_array_get_length (bytes),
                  json_array_get_length (bytes));
}

/* What Unicode 15.0 has no case for: GB9c joins consonants over a virama, in six scripts only. */
static void
test_conjuncts (void)
{
  const struct
  {
    const char *text;
    gint64 count;
  } cases[] = {
    { "", 0 },
    { "क्त", 1 },
    { "क्‍त", 1 },
    { "क्त्य", 1 },
    { "कत", 2 },
    { "क़्त", 1 },
    { "क्a", 2 },
    { "a्त", 2 },
    { "क्‌त", 2 },
    { "ক্ষ", 1 },
    { "ക്ഷ", 1 },
    { "க்ஷ", 2 },
    { "नमस्ते", 3 },
    { "🏳️‍⚧️", 1 },
    { "🇩🇪🇫🇷🇪", 3 },
    { "한국어", 3 },
    { "\r\n\n", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (heed_grapheme_count (cases[i].text), ==, cases[i].count);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grapheme/unicode", test_unicode);
  g_test_add_func ("/grapheme/bluesky", test_bluesky);
  g_test_add_func ("/grapheme/conjuncts", test_conjuncts);
  return g_test_run ();
}
