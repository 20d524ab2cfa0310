/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-count.h"
#include "heed-error.h"
#include "heed-limit.h"
#include "heed-link-finder.h"
#include "units.h"

/* The cases of one group of a file of conformance tests; NULL, and the test skipped, without the file. */
static JsonArray *
load_group (const char *name, const char *group, JsonParser **parser)
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
  JsonObject *tests = json_object_get_object_member (json_node_get_object (json_parser_get_root (*parser)), "tests");
  JsonArray *cases = json_object_get_array_member (tests, group);
  g_assert_cmpuint (json_array_get_length (cases), >, 0);
  return cases;
}

static void
test_x_group (gconstpointer data)
{
  const char *group = data;
  g_autoptr (JsonParser) parser = NULL;
  JsonArray *cases = load_group ("twitter-text/validate.json", group, &parser);
  gboolean parse_emoji = !g_str_equal (group, "WeightedTweetsCounterTest");

  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      JsonObject *expected = json_object_get_object_member (entry, "expected");
      const char *text = json_object_get_string_member (entry, "text");
      HeedCount count;

      g_test_message ("%s", json_object_get_string_member (entry, "description"));
      g_assert_cmpint (heed_count_weighted (text, parse_emoji), ==,
                       json_object_get_int_member (expected, "weightedLength"));
      if (!parse_emoji)
        continue;
      g_assert_true (heed_count ("x", text, &count, NULL));
      g_assert_cmpint (count.is_valid, ==, json_object_get_boolean_member (expected, "valid"));
      g_assert_cmpint (count.length * 1000 / count.limit, ==, json_object_get_int_member (expected, "permillage"));
    }
  if (cases != NULL)
    g_test_message ("twitter-text/validate.json, %s: %u of %u", group, json_array_get_length (cases),
                    json_array_get_length (cases));
}

/* The group of the old 140 characters: what was too short or too long then still is in its order. */
static void
test_x_old_group (void)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonArray *cases = load_group ("twitter-text/validate.json", "tweets", &parser);

  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      const char *text = json_object_get_string_member (entry, "text");
      g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_autoptr (GArray) links = heed_link_finder_find (composed, HEED_LINK_RULES_X);
      glong length = g_utf8_strlen (composed, -1);

      /* Configuration 1: every character counts one, a link 23. */
      for (guint link = 0; link < links->len; link++)
        {
          HeedSpan span = g_array_index (links, HeedSpan, link);
          length += 23 - g_utf8_strlen (composed + span.start, (gssize) (span.end - span.start));
        }
      g_test_message ("%s", json_object_get_string_member (entry, "description"));
      g_assert_cmpint (length > 0 && length <= 140, ==, json_object_get_boolean_member (entry, "expected"));
    }
  if (cases != NULL)
    g_test_message ("twitter-text/validate.json, tweets: %u of %u", json_array_get_length (cases),
                    json_array_get_length (cases));
}

static const char *
expected_link (JsonArray *expected, guint index)
{
  JsonNode *node = json_array_get_element (expected, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_string_member (json_node_get_object (node), "url")
                                       : json_node_get_string (node);
}

static void
test_x_links (gconstpointer data)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonArray *cases = load_group ("twitter-text/extract.json", data, &parser);

  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    {
      JsonObject *entry = json_array_get_object_element (cases, i);
      const char *text = json_object_get_string_member (entry, "text");
      JsonArray *expected = json_object_get_array_member (entry, "expected");
      g_autoptr (GArray) links = heed_link_finder_find (text, HEED_LINK_RULES_X);

      g_test_message ("%s", json_object_get_string_member (entry, "description"));
      for (guint link = 0; link < links->len; link++)
        {
          HeedSpan span = g_array_index (links, HeedSpan, link);
          g_autofree char *found = g_strndup (text + span.start, span.end - span.start);
          g_test_message ("found %s", found);
          g_assert_cmpuint (link, <, json_array_get_length (expected));
          g_assert_cmpstr (found, ==, expected_link (expected, link));
        }
      g_assert_cmpuint (links->len, ==, json_array_get_length (expected));
    }
  if (cases != NULL)
    g_test_message ("twitter-text/extract.json, %s: %u of %u", (const char *) data, json_array_get_length (cases),
                    json_array_get_length (cases));
}

static void
test_x_whole_links (void)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonArray *cases = load_group ("twitter-text/validate.json", "urls_without_protocol", &parser);

  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    g_assert_cmpint (
      heed_count_weighted (json_object_get_string_member (json_array_get_object_element (cases, i), "text"), TRUE), ==,
      23);
  if (cases != NULL)
    g_test_message ("twitter-text/validate.json, urls_without_protocol: %u of %u", json_array_get_length (cases),
                    json_array_get_length (cases));
}

static char *
repeat (guint before, const char *middle, guint count, const char *unit, const char *after)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < before; i++)
    g_string_append_c (text, 'a');
  g_string_append (text, middle);
  for (guint i = 0; i < count; i++)
    g_string_append (text, unit);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* The cases that Mastodon's own server is tested with, 4 to 12; test_servers has 3 and 5, and 1 and 2 concern remote
 * posts, which nobody counts. */
static void
test_mastodon (void)
{
  const struct
  {
    guint before;
    const char *middle;
    guint count;
    const char *unit;
    const char *after;
    gint64 length;
    gboolean fits;
  } cases[] = {
    { 520, "", 0, "", "", 520, FALSE },
    { 250, "", 251, "b", "", 501, FALSE },
    { 476, " http://", 30, "b", ".com/example", 500, TRUE },
    { 476, "http://", 30, "b", ".com/example", 525, FALSE },
    { 0, "http://example.com/valid?", 1000, "#foo?", "", 5025, FALSE },
    { 475, " @alice@", 30, "b", ".com", 482, TRUE },
    { 0, "@alice@", 500, "b", ".com", 511, FALSE },
    { 0, "", 500, "✨", "", 500, TRUE },
    { 0, "", 500, "🏳️‍⚧️", "", 500, TRUE },
    { 0, "(see https://example.org/ä_(b)/ö).", 0, "", "", 30, TRUE },
    { 0, "example.org is counted as written", 0, "", "", 33, TRUE },
    { 0, "@a@b.example and c@d.example", 0, "", "", 18, TRUE },
    { 0, "", 0, "", "", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].before, cases[i].middle, cases[i].count, cases[i].unit, cases[i].after);
      HeedCount count;

      g_test_message ("case %u", i);
      g_assert_true (heed_count ("mastodon", text, &count, NULL));
      g_assert_cmpint (count.length, ==, cases[i].length);
      g_assert_cmpint (count.limit, ==, 500);
      g_assert_cmpint (count.is_valid, ==, cases[i].fits);
    }
}

/* Servers set other limits, and a content warning counts with the text: case 3 and 5 of Mastodon's own. */
static void
test_servers (void)
{
  const struct
  {
    const char *network;
    HeedServerLimits server;
    const char *text;
    gint64 length;
    gint64 limit;
  } cases[] = {
    { "mastodon", { 0, 0, NULL }, "see https://example.com/a/long/path", 4 + 23, 500 },
    { "mastodon", { 11, 7, NULL }, "see https://example.com/a/long/path", 4 + 7, 11 },
    { "mastodon", { 20, 0, "late" }, "@a@b.example 👩‍🚀", 4 + 2 + 1 + 1, 20 },
    { "mastodon", { 60, 0, "https://example.com/a/long/path" }, "late", 31 + 4, 60 },
    { "gotosocial", { 100, 9, "late" }, "https://example.com", 4 + 19, 100 },
    { "bluesky", { 0, 0, "late" }, "late", 4, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeedCount count;

      g_test_message ("case %u", i);
      g_assert_true (heed_count_on_server (cases[i].network, "post", &cases[i].server, cases[i].text, &count, NULL));
      g_assert_cmpint (count.length, ==, cases[i].length);
      g_assert_cmpint (count.limit, ==, cases[i].limit);
      g_assert_cmpint (count.is_valid, ==, cases[i].length <= cases[i].limit);
    }

  g_autofree char *warning = repeat (520, "", 0, "", "");
  g_autofree char *half = repeat (250, "", 0, "", "");
  g_autofree char *other_half = repeat (251, "", 0, "", "");
  HeedServerLimits server = { 0, 0, warning };
  HeedCount count;
  g_assert_true (heed_count_on_server ("mastodon", "post", &server, "a", &count, NULL));
  g_assert_false (count.is_valid);
  server.content_warning = half;
  g_assert_true (heed_count_on_server ("mastodon", "post", &server, other_half, &count, NULL));
  g_assert_cmpint (count.length, ==, 501);
  g_assert_false (count.is_valid);
}

static void
test_units (void)
{
  const struct
  {
    const char *network;
    const char *text;
    gint64 length;
    gint64 limit;
    gint64 parts;
  } cases[] = {
    { "bluesky", "👨‍👩‍👧‍👧🔥 good!✅", 9, 300, 1 },
    { "bluesky", "https://example.com/path", 24, 300, 1 },
    { "gotosocial", "e\xCC\x81🏳️‍⚧️", 7, 5000, 1 },
    { "threads", "a👍é", 6, 500, 1 },
    { "threads", "👨‍👩‍👧‍👧", 25, 500, 1 },
    { "threads", "1 # ©", 5, 500, 1 },
    { "facebook", "a👍", 2, 63206, 1 },
    { "instagram", "abc", 3, 2200, 1 },
    { "reddit", "abc", 3, 40000, 1 },
    { "youtube", "abc", 3, 10000, 1 },
    { "linkedin", "abc", 3, 3000, 1 },
    { "whatsapp", "abc", 3, 4096, 1 },
    { "telegram", "abc", 3, 4096, 1 },
    { "sms", "Où est ma commande ?", 20, 160, 1 },
    { "sms", "10 €", 5, 160, 1 },
    { "sms", "ça", 2, 70, 1 },
    { "sms", "👍", 2, 70, 1 },
    { "x", "© ©️ ☺︎", 1 + 1 + 2 + 1 + 4, 280, 1 },
    { "x", "🇩🇪 5️⃣ 🐱‍🔥", 2 + 1 + 2 + 1 + 5, 280, 1 },
    { "x", "see example.com?a=b", 4 + 23 + 4, 280, 1 },
    { "x", "seehttp://example.com", 21, 280, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeedCount count;

      g_test_message ("case %u: %s", i, cases[i].network);
      g_assert_true (heed_count (cases[i].network, cases[i].text, &count, NULL));
      g_assert_cmpint (count.length, ==, cases[i].length);
      g_assert_cmpint (count.limit, ==, cases[i].limit);
      g_assert_cmpint (count.remaining, ==, cases[i].limit - cases[i].length);
      g_assert_cmpint (count.parts, ==, cases[i].parts);
      g_assert_true (count.is_valid);
    }
}

/* The parts of a long text message: an extension character or a surrogate pair is never cut in two. */
static void
test_sms_parts (void)
{
  const struct
  {
    guint before;
    const char *middle;
    guint count;
    gint64 length;
    gint64 parts;
  } cases[] = {
    { 160, "", 0, 160, 1 },    { 161, "", 0, 161, 2 }, { 306, "", 0, 306, 2 },  { 307, "", 0, 307, 3 },
    { 152, "€", 152, 306, 3 }, { 68, "👍", 0, 70, 1 },  { 66, "👍", 66, 134, 3 }, { 0, "ç", 66, 67, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].before, cases[i].middle, cases[i].count, "a", "");
      HeedCount count;

      g_test_message ("case %u", i);
      g_assert_true (heed_count ("sms", text, &count, NULL));
      g_assert_cmpint (count.length, ==, cases[i].length);
      g_assert_cmpint (count.parts, ==, cases[i].parts);
      g_assert_cmpint (count.is_valid, ==, cases[i].parts == 1);
    }
}

static void
test_other_limits (void)
{
  g_autofree char *heavy = repeat (0, "", 150, "👨‍👩‍👧‍👧", "");
  HeedCount count;

  /* 150 graphemes are within 300, but their 3,750 bytes are beyond 3,000. */
  g_assert_true (heed_count ("bluesky", heavy, &count, NULL));
  g_assert_cmpint (count.length, ==, 150);
  g_assert_false (count.is_valid);
  g_assert_true (heed_count_kind ("bluesky", "dm", heavy, &count, NULL));
  g_assert_cmpint (count.limit, ==, 1000);
  g_assert_true (count.is_valid);

  g_assert_true (heed_count ("threads", "a.com b.com c.com d.com e.com", &count, NULL));
  g_assert_true (count.is_valid);
  g_assert_true (heed_count ("threads", "a.com b.com c.com d.com e.com f.com", &count, NULL));
  g_assert_false (count.is_valid);
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;
  HeedCount count;

  g_assert_false (heed_count ("myspace", "abc", &count, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "bluesky, facebook, gotosocial"));
  g_clear_error (&error);
  g_assert_false (heed_count ("x", "a\xFF", &count, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
}

/* Much of what could be the beginning of a link is counted to its end; bench-large tells how long that takes. */
static void
test_large (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted_units); i++)
    {
      g_autofree char *text = repeat (0, "", 50000, counted_units[i], "");
      const char *const networks[] = { "x", "mastodon", "threads" };
      HeedCount count;

      for (guint network = 0; network < G_N_ELEMENTS (networks); network++)
        {
          g_assert_true (heed_count (networks[network], text, &count, NULL));
          g_assert_cmpint (count.length, >, 0);
          g_assert_cmpint (count.remaining, ==, count.limit - count.length);
        }
    }
}

int
main (int argc, char **argv)
{
  const char *const weighted[] = { "WeightedTweetsCounterTest", "WeightedTweetsWithDiscountedEmojiCounterTest",
                                   "UnicodeDirectionalMarkerCounterTest" };
  const char *const links[] = { "urls", "urls_with_indices", "urls_with_directional_markers", "tco_urls_with_params" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (weighted); i++)
    {
      g_autofree char *path = g_strconcat ("/count/x/", weighted[i], NULL);
      g_test_add_data_func (path, weighted[i], test_x_group);
    }
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path = g_strconcat ("/count/x/", links[i], NULL);
      g_test_add_data_func (path, links[i], test_x_links);
    }
  g_test_add_func ("/count/x/tweets", test_x_old_group);
  g_test_add_func ("/count/x/urls_without_protocol", test_x_whole_links);
  g_test_add_func ("/count/mastodon", test_mastodon);
  g_test_add_func ("/count/servers", test_servers);
  g_test_add_func ("/count/units", test_units);
  g_test_add_func ("/count/sms-parts", test_sms_parts);
  g_test_add_func ("/count/other-limits", test_other_limits);
  g_test_add_func ("/count/errors", test_errors);
  g_test_add_func ("/count/large", test_large);
  return g_test_run ();
}
