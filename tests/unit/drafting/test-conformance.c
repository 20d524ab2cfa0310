/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases that others publish for finding mentions, hashtags and links; test-count has those for lengths. Prints for
 * each group how many of its cases pass. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-mention-finder.h"
#include "heed-tag-finder.h"

typedef GArray *(*Find) (const char *text, const char *network);

static JsonObject *
load_file (const char *name, JsonParser **parser)
{
  const char *folder = g_getenv ("HEED_TEST_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "conformance", name, NULL);
  g_autofree char *contents = NULL;

  *parser = json_parser_new ();
  if (folder == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("no data");
      return NULL;
    }
  g_assert_true (json_parser_load_from_data (*parser, contents, -1, NULL));
  return json_node_get_object (json_parser_get_root (*parser));
}

static const char *
get_text (JsonObject *entry)
{
  return json_object_get_string_member (entry, "text");
}

/* Without the sign in front, which may be a wide one. */
static char *
dup_found (const char *text, const GArray *spans, guint index)
{
  HeedSpan span = g_array_index (spans, HeedSpan, index);
  const char *start = g_utf8_next_char (text + span.start);

  return g_strndup (start, (gsize) (text + span.end - start));
}

/* What a case expects at @index: a string, or an object with it and where it stands, in characters. */
static gboolean
is_expected (const char *text, const GArray *spans, guint index, JsonNode *expected)
{
  g_autofree char *found = dup_found (text, spans, index);
  HeedSpan span = g_array_index (spans, HeedSpan, index);

  if (!JSON_NODE_HOLDS_OBJECT (expected))
    return g_str_equal (found, json_node_get_string (expected));

  JsonObject *object = json_node_get_object (expected);
  JsonArray *indices = json_object_get_array_member (object, "indices");
  static const char *const keys[] = { "screen_name", "hashtag", "cashtag" };
  g_autofree char *wanted = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (json_object_has_member (object, keys[i]))
      wanted = g_strconcat (json_object_get_string_member (object, keys[i]),
                            json_object_get_string_member_with_default (object, "list_slug", ""), NULL);
  return g_strcmp0 (found, wanted) == 0
         && g_utf8_strlen (text, (gssize) span.start) == json_array_get_int_element (indices, 0)
         && g_utf8_strlen (text, (gssize) span.end) == json_array_get_int_element (indices, 1);
}

static void
test_x (gconstpointer data)
{
  const char *group = data;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *root = load_file ("twitter-text/extract.json", &parser);
  if (root == NULL)
    return;

  Find find = heed_mention_finder_find;
  if (g_str_has_prefix (group, "hashtags"))
    find = heed_tag_finder_find;
  else if (g_str_has_prefix (group, "cashtags"))
    find = heed_tag_finder_find_cashtags;
  JsonArray *cases = json_object_get_array_member (json_object_get_object_member (root, "tests"), group);
  guint passed = 0;
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      JsonArray *expected = json_object_get_array_member (entry, "expected");
      g_autoptr (GArray) spans = find (get_text (entry), "x");
      gboolean is_good = spans->len == json_array_get_length (expected);

      for (guint j = 0; is_good && j < spans->len; j++)
        is_good = is_expected (get_text (entry), spans, j, json_array_get_element (expected, j));
      if (!is_good)
        g_test_message ("fails: %s", json_object_get_string_member (entry, "description"));
      passed += is_good ? 1 : 0;
    }
  g_test_message ("twitter-text/extract.json, %s: %u of %u", group, passed, json_array_get_length (cases));
  g_assert_cmpuint (passed, ==, json_array_get_length (cases));
}

/* A reply starts with the mention, but for blanks. */
static void
test_x_replies (void)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *root = load_file ("twitter-text/extract.json", &parser);
  if (root == NULL)
    return;

  JsonArray *cases = json_object_get_array_member (json_object_get_object_member (root, "tests"), "replies");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      const char *text = get_text (entry);
      g_autoptr (GArray) spans = heed_mention_finder_find (text, "x");
      const char *start = text;
      while (g_unichar_isspace (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
      gboolean is_reply = spans->len > 0 && text + g_array_index (spans, HeedSpan, 0).start == start;
      g_autofree char *found = is_reply ? dup_found (text, spans, 0) : NULL;
      JsonNode *expected = json_object_get_member (entry, "expected");

      g_test_message ("%s", json_object_get_string_member (entry, "description"));
      g_assert_cmpstr (found, ==, JSON_NODE_HOLDS_NULL (expected) ? NULL : json_node_get_string (expected));
    }
  g_test_message ("twitter-text/extract.json, replies: %u of %u", json_array_get_length (cases),
                  json_array_get_length (cases));
}

/* A name, list or hashtag is valid when it is found, and is all there is. */
static void
test_x_valid (gconstpointer data)
{
  const char *group = data;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *root = load_file ("twitter-text/validate.json", &parser);
  if (root == NULL)
    return;

  JsonArray *cases = json_object_get_array_member (json_object_get_object_member (root, "tests"), group);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      const char *text = get_text (entry);
      gboolean is_tag = g_str_equal (group, "hashtags");
      g_autoptr (GArray) spans = is_tag ? heed_tag_finder_find (text, "x") : heed_mention_finder_find (text, "x");
      HeedSpan span = spans->len > 0 ? g_array_index (spans, HeedSpan, 0) : (HeedSpan){ 0 };
      gboolean is_valid = spans->len == 1 && span.start == 0 && span.end == strlen (text)
                          && (is_tag || g_str_equal (group, "lists") == (strchr (text, '/') != NULL));

      g_test_message ("%s", json_object_get_string_member (entry, "description"));
      g_assert_cmpint (is_valid, ==, json_object_get_boolean_member (entry, "expected"));
    }
  g_test_message ("twitter-text/validate.json, %s: %u of %u", group, json_array_get_length (cases),
                  json_array_get_length (cases));
}

static void
test_x_urls (void)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *root = load_file ("twitter-text/validate.json", &parser);
  if (root == NULL)
    return;

  JsonArray *cases = json_object_get_array_member (json_object_get_object_member (root, "tests"), "urls");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      g_test_message ("%s", json_object_get_string_member (entry, "description"));
      g_assert_cmpint (heed_link_is_valid (get_text (entry)), ==, json_object_get_boolean_member (entry, "expected"));
    }
  g_test_message ("twitter-text/validate.json, urls: %u of %u", json_array_get_length (cases),
                  json_array_get_length (cases));
}

/* The pieces of a text that Bluesky links, as "piece → target" in a line each. */
static char *
describe_segments (const char *text)
{
  g_autoptr (GArray) links = heed_link_finder_find (text, HEED_LINK_RULES_BLUESKY);
  g_autoptr (GArray) mentions = heed_mention_finder_find (text, "bluesky");
  GString *segments = g_string_new (NULL);
  guint link = 0;
  guint mention = 0;
  gsize at = 0;
  gsize length = strlen (text);

  while (at < length)
    {
      HeedSpan next_link = link < links->len ? g_array_index (links, HeedSpan, link) : (HeedSpan){ length, length };
      HeedSpan next_mention = mention < mentions->len ? g_array_index (mentions, HeedSpan, mention)
                                                      : (HeedSpan){ length, length };
      gboolean is_link = next_link.start < next_mention.start;
      HeedSpan next = is_link ? next_link : next_mention;
      if (next.start > at)
        g_string_append_printf (segments, "%.*s\n", (int) (next.start - at), text + at);
      if (next.start < length)
        {
          g_autofree char *piece = g_strndup (text + next.start, next.end - next.start);
          g_string_append_printf (segments, "%s → %s%s\n", piece,
                                  !is_link                           ? "did:fake:"
                                  : g_str_has_prefix (piece, "http") ? ""
                                                                     : "https://",
                                  is_link ? piece : piece + 1);
        }
      link += is_link ? 1 : 0;
      mention += is_link ? 0 : 1;
      at = next.start < length ? next.end : length;
    }
  return g_string_free (segments, FALSE);
}

static void
test_bluesky_segments (void)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *root = load_file ("bluesky-richtext/detection.json", &parser);
  if (root == NULL)
    return;

  JsonArray *cases = json_object_get_array_member (root, "segments");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      JsonArray *expected = json_object_get_array_member (entry, "expected");
      g_autoptr (GString) wanted = g_string_new (NULL);
      g_autofree char *found = describe_segments (get_text (entry));

      for (guint j = 0; j < json_array_get_length (expected); j++)
        {
          JsonArray *segment = json_array_get_array_element (expected, j);
          g_string_append (wanted, json_array_get_string_element (segment, 0));
          if (json_array_get_length (segment) > 1)
            g_string_append_printf (wanted, " → %s", json_array_get_string_element (segment, 1));
          g_string_append_c (wanted, '\n');
        }
      g_assert_cmpstr (found, ==, wanted->str);
    }
  g_test_message ("bluesky-richtext/detection.json, segments: %u of %u", json_array_get_length (cases),
                  json_array_get_length (cases));
}

static void
test_bluesky_tags (gconstpointer data)
{
  const char *group = data;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *root = load_file ("bluesky-richtext/detection.json", &parser);
  if (root == NULL)
    return;

  gboolean is_share = g_str_equal (group, "cashtags");
  JsonArray *cases = json_object_get_array_member (root, group);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      const char *text = get_text (entry);
      JsonArray *tags = json_object_get_array_member (entry, "tags");
      JsonArray *indices = json_object_get_array_member (entry, "indices");
      g_autoptr (GArray) spans = is_share ? heed_tag_finder_find_cashtags (text, "bluesky")
                                          : heed_tag_finder_find (text, "bluesky");

      g_test_message ("%s", text);
      g_assert_cmpuint (spans->len, ==, json_array_get_length (tags));
      for (guint j = 0; j < spans->len; j++)
        {
          g_autofree char *name = dup_found (text, spans, j);
          g_autofree char *share = g_ascii_strup (name, -1);
          g_autofree char *found = is_share ? g_strconcat ("$", share, NULL) : g_steal_pointer (&name);
          JsonObject *place = json_array_get_object_element (indices, j);
          HeedSpan span = g_array_index (spans, HeedSpan, j);
          g_assert_cmpstr (found, ==, json_array_get_string_element (tags, j));
          g_assert_cmpint ((gint64) span.start, ==, json_object_get_int_member (place, "byteStart"));
          g_assert_cmpint ((gint64) span.end, ==, json_object_get_int_member (place, "byteEnd"));
        }
    }
  g_test_message ("bluesky-richtext/detection.json, %s: %u of %u", group, json_array_get_length (cases),
                  json_array_get_length (cases));
}

/* Own cases, so that the finders are tested without others' data too. */
static void
test_mentions (void)
{
  const struct
  {
    const char *network;
    const char *text;
    const char *names;
  } cases[] = {
    { "x", "@bt, RT:@ee a@o2 ＠vodafone/care @threeé", "bt ee vodafone/care" },
    { "mastodon", "@bt @care@bt.example. a=@no x@y.example", "bt care@bt.example" },
    { "bluesky", "@bt.example (@ee.bsky.social) @bt a@o2.example @x.nonsense", "bt.example ee.bsky.social" },
    { "threads", "@bt.care! mail@bt.example", "bt.care" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = heed_mention_finder_find (cases[i].text, cases[i].network);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < spans->len; j++)
        {
          g_autofree char *name = dup_found (cases[i].text, spans, j);
          g_string_append_printf (names, "%s%s", j > 0 ? " " : "", name);
        }
      g_assert_cmpstr (names->str, ==, cases[i].names);
    }
}

int
main (int argc, char **argv)
{
  const char *const x[] = { "mentions", "mentions_with_indices", "mentions_or_lists_with_indices",
                            "hashtags", "hashtags_from_astral",  "hashtags_with_indices",
                            "cashtags", "cashtags_with_indices" };
  const char *const valid[] = { "usernames", "lists", "hashtags" };
  const char *const tags[] = { "tags", "cashtags" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    {
      g_autofree char *path = g_strconcat ("/conformance/x/", x[i], NULL);
      g_test_add_data_func (path, x[i], test_x);
    }
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autofree char *path = g_strconcat ("/conformance/x/valid-", valid[i], NULL);
      g_test_add_data_func (path, valid[i], test_x_valid);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *path = g_strconcat ("/conformance/bluesky/", tags[i], NULL);
      g_test_add_data_func (path, tags[i], test_bluesky_tags);
    }
  g_test_add_func ("/conformance/x/urls", test_x_urls);
  g_test_add_func ("/conformance/x/replies", test_x_replies);
  g_test_add_func ("/conformance/bluesky/segments", test_bluesky_segments);
  g_test_add_func ("/conformance/mentions", test_mentions);
  return g_test_run ();
}
