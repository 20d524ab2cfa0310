/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-json.h"

static JsonNode *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return heed_json_parse (bytes, error);
}

static void
test_getters (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode)
    root = parse ("{\"s\": \"é\", \"i\": 3, \"b\": true, \"o\": {}, \"a\": [1, \"x\", {}], \"n\": null}", &error);
  g_assert_no_error (error);
  JsonObject *object = json_node_get_object (root);
  JsonArray *array = heed_json_get_array (object, "a");

  g_assert_cmpstr (heed_json_get_string (object, "s"), ==, "é");
  g_assert_cmpint (heed_json_get_int (object, "i", 7), ==, 3);
  g_assert_true (heed_json_get_boolean (object, "b"));
  g_assert_nonnull (heed_json_get_object (object, "o"));
  g_assert_cmpuint (heed_json_array_length (array), ==, 3);
  g_assert_cmpstr (heed_json_array_get_string (array, 1), ==, "x");
  g_assert_nonnull (heed_json_array_get_object (array, 2));
}

/* Whatever is asked of whatever is there: no complaint, just nothing. */
static void
test_other_types (void)
{
  static const char *const names[] = { "s", "i", "b", "o", "a", "n", "missing" };
  g_autoptr (JsonNode) root = parse ("{\"s\": \"\", \"i\": 3, \"b\": true, \"o\": {}, \"a\": [1], \"n\": null}", NULL);
  JsonObject *object = json_node_get_object (root);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true ((heed_json_get_string (object, names[i]) != NULL) == (i == 0));
      g_assert_cmpint (heed_json_get_int (object, names[i], 7), ==, i == 1 ? 3 : 7);
      g_assert_true (heed_json_get_boolean (object, names[i]) == (i == 2));
      g_assert_true ((heed_json_get_object (object, names[i]) != NULL) == (i == 3));
      g_assert_true ((heed_json_get_array (object, names[i]) != NULL) == (i == 4));
    }
  g_assert_null (heed_json_get_string (NULL, "s"));
  g_assert_cmpuint (heed_json_array_length (NULL), ==, 0);
  g_assert_null (heed_json_array_get_object (NULL, 0));
  g_assert_null (heed_json_array_get_string (heed_json_get_array (object, "a"), 0));
  g_assert_null (heed_json_array_get_string (heed_json_get_array (object, "a"), 1));
}

static void
test_malformed (void)
{
  static const char *const texts[] = { "", "{", "{\"a\": [1, 2", "<html></html>", "{\"a\": \"\xff\"}", "nonsense" };
  g_autofree char *deep = g_strnfill (4 * 1024 * 1024, '[');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (i < G_N_ELEMENTS (texts) ? texts[i] : deep, &error));
      g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
    }
}

/* Brackets in a text nest nothing. */
static void
test_depth_in_strings (void)
{
  g_autofree char *brackets = g_strnfill (5000, '{');
  g_autofree char *text = g_strdup_printf ("[\"\\\"%s\"]", brackets);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = parse (text, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (root));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/getters", test_getters);
  g_test_add_func ("/json/other-types", test_other_types);
  g_test_add_func ("/json/malformed", test_malformed);
  g_test_add_func ("/json/depth-in-strings", test_depth_in_strings);
  return g_test_run ();
}
