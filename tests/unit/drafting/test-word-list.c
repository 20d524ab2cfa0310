/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of data/checks/, read whole, and how their words are found. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-clock.h"
#include "heed-data.h"
#include "heed-numbers.h"
#include "heed-word-list.h"

static JsonParser *
load (const char *folder, const char *file)
{
  g_autofree char *name = g_strconcat (folder, "/", file, NULL);
  g_autoptr (GBytes) bytes = heed_data_lookup (name, NULL);
  JsonParser *parser = json_parser_new ();

  g_assert_nonnull (bytes);
  g_assert_true (
    json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return parser;
}

static JsonObject *
get_root (JsonParser *parser)
{
  return json_node_get_object (json_parser_get_root (parser));
}

static void
assert_dated (JsonObject *root)
{
  gint64 checked;

  g_assert_true (heed_time_parse (json_object_get_string_member (root, "checked"), &checked));
}

static gboolean
is_time (const char *list)
{
  return g_str_equal (list, "past") || g_str_equal (list, "soon");
}

/* A word with another to put there instead; only of a time the other is a date, which the code fills in. */
static void
check_line (const char *list, const char *line)
{
  static const char *const without_other[] = { "request",     "request_start", "request_lead",
                                               "not_request", "not_soon",      NULL };
  const char *sign = strchr (line, '>');
  const char *date = g_str_equal (list, "past") ? "{since}" : "{by}";
  gboolean is_plain = g_strv_contains (without_other, list) || g_str_has_prefix (list, "placeholder_");

  g_test_message ("%s: %s", list, line);
  g_assert_cmpint (sign == NULL, ==, is_plain);
  g_assert_cmpint (sign != NULL && strstr (sign, date) != NULL, ==, is_time (list));
  g_assert_cmpint (strchr (line, '{') != NULL, ==, is_time (list));
  g_assert_true (g_utf8_validate (line, -1, NULL));

  g_autofree char *words = g_strndup (line, sign != NULL ? (gsize) (sign - line) : strlen (line));
  g_autoptr (HeedWords) cut = heed_words_new (words);
  g_assert_cmpuint (cut->words->len, >, 0);
  g_assert_cmpuint (cut->words->len, <=, 10);
}

static void
check_list (JsonObject *lists, const char *name, JsonNode *node, gpointer english)
{
  JsonArray *lines = json_node_get_array (node);

  g_assert_true (json_object_has_member (english, name));
  g_assert_cmpuint (json_array_get_length (lines), >, 0);
  for (guint i = 0; i < json_array_get_length (lines); i++)
    check_line (name, json_array_get_string_element (lines, i));
}

/* Each language has the lists that English has. */
static void
test_languages (void)
{
  g_auto (GStrv) files = heed_data_list ("checks");
  g_autoptr (JsonParser) english = load ("checks", "en.json");
  JsonObject *words = json_object_get_object_member (get_root (english), "words");

  g_assert_cmpuint (g_strv_length (files), >=, 8);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (JsonParser) parser = load ("checks", files[i]);
      JsonObject *lists = json_object_get_object_member (get_root (parser), "words");
      g_autofree char *code = g_strndup (files[i], strcspn (files[i], "."));

      assert_dated (get_root (parser));
      g_assert_cmpstr (json_object_get_string_member (get_root (parser), "language"), ==, code);
      g_assert_cmpstr (json_object_get_string_member (get_root (parser), "source"), !=, "");
      g_assert_cmpuint (json_object_get_size (lists), ==, json_object_get_size (words));
      json_object_foreach_member (lists, check_list, words);
      g_assert_true (heed_word_list_knows (code));
    }
  g_assert_false (heed_word_list_knows ("xx"));
}

static void
check_id (JsonArray *ids, guint index, JsonNode *node, gpointer user_data)
{
  JsonObject *id = json_node_get_object (node);

  g_test_message ("%s", json_object_get_string_member (id, "name"));
  g_assert_cmpstr (json_object_get_string_member (id, "source"), !=, "");
  g_assert_nonnull (heed_check_digits_look_up (json_object_get_string_member (id, "check")));
}

static void
test_numbers (void)
{
  g_autoptr (JsonParser) parser = load ("identifiers", "numbers.json");

  assert_dated (get_root (parser));
  json_array_foreach_element (json_object_get_array_member (get_root (parser), "ids"), check_id, NULL);
  g_assert_cmpuint (heed_numbers_get_ids ()->len, >, 30);
  g_assert_true (heed_numbers_is_card ("4111111111111111", 16));
  g_assert_false (heed_numbers_is_card ("4111111111111112", 16));
  g_assert_false (heed_numbers_is_card ("9111111111111116", 16));
  g_assert_true (heed_numbers_is_iban ("DE89370400440532013000", 22));
  g_assert_false (heed_numbers_is_iban ("DE89370400440532013001", 22));
  g_assert_false (heed_numbers_is_iban ("DE8937040044053201300", 21));
}

/* What is found of "unkind" in a text, with what to put there instead. */
static void
test_find (void)
{
  const struct
  {
    const char *language;
    const char *text;
    const char *found;
  } cases[] = {
    { "en", "You IDIOTS!", "IDIOTS→people" },
    { "en", "Idiots. Idiotically idle", "Idiots→People" },
    { "en", "a joke   of a\ncompany, clown-show", "joke   of a\ncompany→company clown-show→mix-up" },
    { "en", "You lied. They were lying to me.",
      "You lied→You told me something else lying to me→telling me something else" },
    { "en", "idio\u0301ts", "" },
    { "de", "So ein dummes Ding, ihr Lu\u0308gner", "dummes →∅ Lu\u0308gner→Leute" },
    { "pl", "To jest głupie", "głupie→∅" },
    { "he", "איזה זבל", "זבל→∅" },
    { "xx", "idiots", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedWords) words = heed_words_new (cases[i].text);
      g_autoptr (GArray) matches = heed_word_list_find (cases[i].language, cases[i].text, words);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < matches->len; j++)
        {
          const HeedWordMatch *match = heed_word_match_get (matches, j);
          if (!g_str_equal (match->list, "unkind"))
            continue;
          g_string_append_printf (found, "%s%.*s→%s", found->len > 0 ? " " : "", (int) (match->end - match->start),
                                  cases[i].text + match->start, *match->repair != '\0' ? match->repair : "∅");
        }
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* What stands beside a number is found in every language at once, by whole words, their starts and their ends. */
static void
test_beside (void)
{
  const char *text = "Kontonummer, puhelinnumero ja Mannerheimintie; account number";
  const char *const expected[] = { "account", "phone", "street_ending", "account" };
  g_autoptr (HeedWords) words = heed_words_new (text);
  g_autoptr (GArray) matches = heed_word_list_find_beside (text, words);

  g_assert_cmpuint (matches->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < matches->len; i++)
    g_assert_cmpstr (heed_word_match_get (matches, i)->list, ==, expected[i]);
}

/* Parts of names and numbers are words of the data, each in any language and case. */
static void
test_parts (void)
{
  static const struct
  {
    const char *list;
    const char *word;
    gboolean is_part;
  } cases[] = {
    { "name_particle", "van", TRUE },
    { "name_particle", "del", TRUE },
    { "name_particle", "vans", FALSE },
    { "shortened", "Nr", TRUE },
    { "shortened", "rej", TRUE },
    { "shortened", "depot", FALSE },
    { "title", "Mme", TRUE },
    { "title", "JLN", TRUE },
    { "title", "van", FALSE },
    { "password_filler", "is", TRUE },
    { "password_filler", "lautet", TRUE },
    { "password_filler", "שלי", TRUE },
    { "password_filler", "mr", FALSE },
    { "title", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (heed_word_list_is_part (cases[i].list, cases[i].word, strlen (cases[i].word)), ==,
                     cases[i].is_part);
  g_assert_true (heed_word_list_is_part ("title", "Dr. Roe", strlen ("Dr")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-list/languages", test_languages);
  g_test_add_func ("/word-list/numbers", test_numbers);
  g_test_add_func ("/word-list/find", test_find);
  g_test_add_func ("/word-list/beside", test_beside);
  g_test_add_func ("/word-list/parts", test_parts);
  return g_test_run ();
}
