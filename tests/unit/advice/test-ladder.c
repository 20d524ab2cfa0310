/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>

#include "heed-clock.h"
#include "heed-data.h"
#include "heed-ladder.h"

/* The data file: every network named once, and what is gone with its day and its source. */
static void
test_data (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = heed_data_lookup ("rules/ladder.json", &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 day;

  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  g_assert_true (heed_time_parse (json_object_get_string_member (root, "checked"), &day));

  JsonArray *networks = json_object_get_array_member (root, "networks");
  g_assert_cmpuint (json_array_get_length (networks), >, 5);
  for (guint i = 0; i < json_array_get_length (networks); i++)
    {
      JsonObject *network = json_array_get_object_element (networks, i);

      g_assert_nonnull (json_object_get_string_member (network, "title"));
      g_assert_true (g_hash_table_add (names, (gpointer) json_object_get_string_member (network, "name")));
      if (!json_object_has_member (network, "closed_on"))
        continue;
      g_assert_true (heed_time_parse (json_object_get_string_member (network, "closed_on"), &day));
      g_assert_true (g_str_has_prefix (json_object_get_string_member (network, "source"), "https://"));
    }
}

static void
add_handle (HeedFacts *facts, const char *network, const char *handle)
{
  g_hash_table_insert (facts->handles, g_strdup (network), g_strdup (handle));
}

/* S103: in order, without what is gone or empty; networks nobody listed come before e-mail. */
static void
test_order (void)
{
  static const char *const expected[] = { "bluesky", "x", "facebook", "instagram", "friendica", "zot", NULL };
  g_autoptr (HeedFacts) facts = heed_facts_new ();

  add_handle (facts, "zot", "care");
  add_handle (facts, "instagram", "care");
  add_handle (facts, "google+", "care");
  add_handle (facts, "facebook", "care");
  add_handle (facts, "mastodon", "");
  add_handle (facts, "", "care");
  add_handle (facts, "x", "care");
  add_handle (facts, "bluesky", "care.example");
  add_handle (facts, "friendica", "care");
  facts->company_email = g_strdup ("help@norfolk.example");

  g_autoptr (GPtrArray) ladder = heed_ladder_new (facts);
  g_assert_cmpuint (ladder->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < ladder->len; i++)
    {
      const HeedRung *rung = ladder->pdata[i];

      g_assert_cmpstr (rung->network, ==, expected[i]);
      g_assert_cmpstr (rung->channel, ==, expected[i] != NULL ? "public" : "email");
    }
}

static void
test_titles (void)
{
  static const struct
  {
    const char *channel;
    const char *network;
    const char *title;
  } cases[] = {
    { "public", "x", "X" },           { "public", "zot", "zot" },  { "dm", "bluesky", "Direct message (Bluesky)" },
    { "dm", NULL, "Direct message" }, { "email", NULL, "E-mail" }, { NULL, NULL, "The company" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = heed_ladder_dup_title (cases[i].channel, cases[i].network);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ladder/data", test_data);
  g_test_add_func ("/ladder/order", test_order);
  g_test_add_func ("/ladder/titles", test_titles);
  return g_test_run ();
}
