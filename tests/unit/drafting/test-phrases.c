/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The data of this layer is read whole: every language has every sentence, every limit says where it is from. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-clock.h"
#include "heed-data.h"
#include "heed-error.h"
#include "heed-phrases.h"

static JsonParser *
load_data (const char *name)
{
  g_autoptr (GBytes) bytes = heed_data_lookup (name, NULL);
  JsonParser *parser = json_parser_new ();

  g_assert_nonnull (bytes);
  g_assert_true (
    json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return parser;
}

static void
check_kind (JsonObject *network, const char *kind, JsonNode *node, gpointer user_data)
{
  static const char *const kinds[] = { "post", "dm", "comment", "title", NULL };
  static const char *const bases[] = { "documented", "code", "third_party", "unconfirmed", NULL };
  JsonObject *limit = json_node_get_object (node);

  g_assert_true (g_strv_contains (kinds, kind));
  g_assert_cmpint (json_object_get_int_member (limit, "limit"), >, 0);
  g_assert_true (g_strv_contains (bases, json_object_get_string_member (limit, "basis")));
  g_assert_cmpuint (strlen (json_object_get_string_member (limit, "source")), >, 0);
}

static void
check_network (JsonObject *networks, const char *name, JsonNode *node, gpointer user_data)
{
  json_object_foreach_member (json_node_get_object (node), check_kind, NULL);
}

static void
test_limits (void)
{
  g_autoptr (JsonParser) parser = load_data ("limits/limits.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));

  gint64 checked;

  g_assert_true (heed_time_parse (json_object_get_string_member (root, "checked"), &checked));
  json_object_foreach_member (json_object_get_object_member (root, "networks"), check_network, NULL);
}

/* A name in braces that the code never fills in would be sent as it is. */
static void
assert_placeholders (const char *wording)
{
  static const char *const known[] = { "company", "date",       "product",   "amount", "attempts", "channel",
                                       "outcome", "details",    "count",     "text",   "want",     "kind",
                                       "value",   "references", "reference", "name",   "agent",    NULL };

  for (const char *at = strchr (wording, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      g_autofree char *name = g_strndup (at + 1, strcspn (at + 1, "}"));
      g_test_message ("%s", wording);
      g_assert_true (g_strv_contains (known, name));
    }
}

static void
check_phrase (JsonObject *phrases, const char *key, JsonNode *node, gpointer data)
{
  const HeedPhrases *language = data;

  for (HeedTone tone = HEED_TONE_FRIENDLY; tone <= HEED_TONE_FINAL; tone++)
    {
      g_auto (GStrv) wordings = heed_phrases_dup_wordings (language, key, tone);
      for (guint i = 0; wordings[i] != NULL; i++)
        {
          assert_placeholders (wordings[i]);
          g_assert_true (i == 0 || g_utf8_strlen (wordings[i], -1) <= g_utf8_strlen (wordings[i - 1], -1));
        }
    }
}

/* English is complete; each other language has the same sentences for the same tones. */
static void
test_languages (void)
{
  g_autoptr (JsonParser) parser = load_data ("phrases/en.json");
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  g_auto (GStrv) languages = heed_phrases_list_languages ();

  g_assert_true (g_strv_contains ((const char *const *) languages, "en"));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const HeedPhrases *phrases = heed_phrases_get (languages[i], NULL);
      g_assert_nonnull (phrases);
      json_object_foreach_member (json_object_get_object_member (root, "phrases"), check_phrase, (gpointer) phrases);
      g_auto (GStrv) want = heed_phrases_dup_wordings (phrases, "want", HEED_TONE_FINAL);
      g_assert_cmpuint (g_strv_length (want), >, 0);
      g_assert_nonnull (strstr (want[0], "{want}"));
      g_auto (GStrv) months = heed_phrases_dup_list (phrases, "months");
      g_auto (GStrv) short_months = heed_phrases_dup_list (phrases, "months_short");
      g_assert_cmpuint (g_strv_length (months), ==, 12);
      g_assert_cmpuint (g_strv_length (short_months), ==, 12);
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_phrases_get ("xx", &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "en"));
}

static void
test_fill (void)
{
  g_autofree char *filled = heed_phrases_fill ("{a} and {b}, {c} {", "a", "{b}", "b", "two", NULL);
  g_assert_cmpstr (filled, ==, "{b} and two, {c} {");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrases/limits", test_limits);
  g_test_add_func ("/phrases/languages", test_languages);
  g_test_add_func ("/phrases/unknown", test_unknown);
  g_test_add_func ("/phrases/fill", test_fill);
  return g_test_run ();
}
