/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands write as JSON can be read again, whatever the texts hold. */

#include <json-glib/json-glib.h>
#include <math.h>

#include "heed-command-json.h"

static void
test_shape (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) "[");
  g_ptr_array_add (words, (gpointer) "{");
  heed_command_json_begin_array (json, NULL);
  heed_command_json_begin_object (json, NULL);
  heed_command_json_end_object (json);
  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_strings (json, "words", words);
  heed_command_json_add_strings (json, "none", NULL);
  heed_command_json_add_boolean (json, "yes", TRUE);
  heed_command_json_add_string (json, "nobody", NULL);
  heed_command_json_add_share (json, "unknown", (HeedShare){ .n = 0 });
  heed_command_json_add_share (json, "half", (HeedShare){ .n = 2, .value = 0.5, .low = 0, .high = 1 });
  heed_command_json_add_time (json, "at", 0);
  heed_command_json_end_object (json);
  heed_command_json_add_count (json, NULL, -12);
  heed_command_json_add_count (json, NULL, 0);
  heed_command_json_add_count (json, NULL, G_MININT64);
  heed_command_json_add_count (json, NULL, G_MAXINT64);
  heed_command_json_end_array (json);

  g_assert_cmpstr (json->str, ==,
                   "[{},{\"words\":[\"[\",\"{\"],\"none\":[],\"yes\":true,\"nobody\":null,\"unknown\":null,"
                   "\"half\":{\"value\":0.5,\"low\":0.0,\"high\":1.0,\"n\":2},\"at\":\"1970-01-01T00:00:00Z\"},-12,0,-"
                   "9223372036854775808,9223372036854775807]");
}

static void
test_numbers (void)
{
  static const double numbers[] = { 0, 1, -1, 1.5, 999999999999999, 1e-7, 1.0 / 3, 86400, 1e15, 1e300, -2.5e-300 };
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  heed_command_json_begin_array (json, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    heed_command_json_add_number (json, NULL, numbers[i]);
  heed_command_json_add_number (json, NULL, NAN);
  heed_command_json_add_number (json, NULL, INFINITY);
  heed_command_json_end_array (json);

  g_autoptr (JsonNode) root = json_from_string (json->str, &error);
  g_assert_no_error (error);
  JsonArray *read = json_node_get_array (root);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_true (json_node_get_value_type (json_array_get_element (read, i)) == G_TYPE_DOUBLE);
      g_assert_true (json_array_get_double_element (read, i) == numbers[i]);
    }
  g_assert_true (json_array_get_null_element (read, G_N_ELEMENTS (numbers)));
  g_assert_true (json_array_get_null_element (read, G_N_ELEMENTS (numbers) + 1));
}

static void
test_texts (void)
{
  g_autoptr (GString) all = g_string_new ("“€” \\u005b ");
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (char c = 1; c != 0x7f; c++)
    g_string_append_c (all, c);
  g_string_append_c (all, 0x7f);
  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_string (json, all->str, all->str);
  heed_command_json_end_object (json);

  for (gsize i = 0; i < json->len; i++)
    g_assert_false (g_ascii_iscntrl (json->str[i]));
  g_autoptr (JsonNode) root = json_from_string (json->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), all->str), ==, all->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command-json/shape", test_shape);
  g_test_add_func ("/command-json/numbers", test_numbers);
  g_test_add_func ("/command-json/texts", test_texts);
  return g_test_run ();
}
