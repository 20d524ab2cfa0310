/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-bluesky-private.h"
#include "heed-error.h"

#define CARE "did:plc:carecarecarecarecarecare"
#define ANNA "did:plc:annaannaannaannaannaanna"
#define NOW 1772359200 /* 2026-03-01T10:00:00Z */

/* Calls @check with every line of a list that others keep for all implementations. */
static void
check_list (const char *name, void (*check) (const char *line, gboolean valid), gboolean valid)
{
  const char *data = g_getenv ("HEED_TEST_DATA");
  g_autofree char *path = g_build_filename (data != NULL ? data : "", "conformance/atproto-interop/syntax", name, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("no data");
      return;
    }
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      {
        check (lines[i], valid);
        n++;
      }
  g_test_message ("atproto-interop/syntax/%s: %u of %u", name, n, n);
  g_assert_cmpuint (n, >, 10);
}

static void
check_handle (const char *line, gboolean valid)
{
  if (heed_bluesky_is_handle (line) != valid)
    g_error ("“%s” should be %s", line, valid ? "a handle" : "no handle");
}

static void
check_did (const char *line, gboolean valid)
{
  if (heed_bluesky_is_did (line) != valid)
    g_error ("“%s” should be %s", line, valid ? "a DID" : "no DID");
}

/* The year 0 is allowed by the syntax and can be read by nobody. */
static void
check_time (const char *line, gboolean valid)
{
  gint64 time;

  if (heed_time_parse (line, &time) != (valid && !g_str_has_prefix (line, "0000")))
    g_error ("“%s” should be %s", line, valid ? "a time" : "no time");
}

static void
test_handles (void)
{
  check_list ("handle_syntax_valid.txt", check_handle, TRUE);
  check_list ("handle_syntax_invalid.txt", check_handle, FALSE);
}

static void
test_dids (void)
{
  check_list ("did_syntax_valid.txt", check_did, TRUE);
  check_list ("did_syntax_invalid.txt", check_did, FALSE);
}

static void
test_times (void)
{
  check_list ("datetime_syntax_valid.txt", check_time, TRUE);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *address;
    const char *name;
    guint certainty;
  } cases[] = {
    { "name.bsky.social", "name.bsky.social", 2 },
    { "@Care.Example.COM", "care.example.com", 1 },
    { "  care.example.com\n", "care.example.com", 1 },
    { "\xe2\x80\xaa@care.example.com\xe2\x80\xac", "care.example.com", 1 },
    { CARE, CARE, 2 },
    { "did:web:example.com", "did:web:example.com", 2 },
    { "at://care.example.com", "care.example.com", 2 },
    { "at://" CARE "/app.bsky.feed.post/3k", CARE, 2 },
    { "https://bsky.app/profile/care.example.com", "care.example.com", 2 },
    { "https://bsky.app/profile/care.example.com/post/3k?ref=x", "care.example.com", 2 },
    { "https://bsky.app/profile/did%3Aplc%3Aabc", "did:plc:abc", 2 },
    { "bsky.app/profile/care.example.com", "care.example.com", 2 },
    { "@care@example.social", NULL, 0 },
    { "https://example.social/@care", NULL, 0 },
    { "https://bsky.app/search?q=care", NULL, 0 },
    { "care.test", NULL, 0 },
    { "care.local", NULL, 0 },
    { "care.onion", NULL, 0 },
    { "care", NULL, 0 },
    { "did:plc:", NULL, 0 },
    { "", NULL, 0 },
    { "\xff\xfe", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint certainty = 9;
      g_autofree char *name = heed_bluesky_parse_address (cases[i].address, FALSE, &certainty);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpuint (certainty, ==, cases[i].certainty);
    }
  g_autofree char *test_name = heed_bluesky_parse_address ("care.test", TRUE, NULL);
  g_assert_cmpstr (test_name, ==, "care.test");
}

/* Single quotes in the texts of this file stand for double ones. */
static JsonNode *
parse (const char *quoted)
{
  g_autoptr (GError) error = NULL;
  char *text = g_strdelimit (g_strdup (quoted), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  JsonNode *root = heed_json_parse (bytes, &error);

  g_assert_no_error (error);
  return root;
}

#define URI(did, key) "at://" did "/app.bsky.feed.post/" key
#define REPLY(root, parent) ", 'reply': {'root': {'uri': '" root "'}, 'parent': {'uri': '" parent "'}}"

/* A postView of @did; @created and @indexed are times of one day, @reply is REPLY() or empty. */
static char *
post_text (const char *did, const char *key, const char *created, const char *indexed, const char *reply)
{
  return g_strdup_printf ("{'uri': 'at://%s/app.bsky.feed.post/%s', 'author': {'did': '%s', 'handle': 'x.example.com'},"
                          " 'record': {'text': 'Text', 'createdAt': '2026-03-01T%s.123Z', 'langs': ['pt-BR', 'en']%s},"
                          " 'replyCount': 2, 'indexedAt': '2026-03-01T%s.123Z'}",
                          did, key, did, created, reply, indexed);
}

static void
test_post (void)
{
  g_autoptr (JsonNode)
    root = parse ("{'uri': 'at://" ANNA "/app.bsky.feed.post/k', 'author': {'did': '" ANNA
                  "', 'handle': 'anna.example.com'}, 'record': "
                  "{'text': 'Hello', 'createdAt': '2026-03-01T10:00:00Z', 'langs': ['en'], 'facets': [{'features': ["
                  "{'$type': 'app.bsky.richtext.facet#mention', 'did': 'did:plc:other'}, "
                  "{'$type': 'app.bsky.richtext.facet#link', 'uri': 'https://example.com'}]}, {'features': ["
                  "{'$type': 'app.bsky.richtext.facet#mention', 'did': 'did:plc:other'}]}]" REPLY (
                    URI (CARE, "r"), URI (CARE, "p")) "}, 'indexedAt': '2026-03-01T09:00:00Z'}");
  g_autoptr (HeedPost) post = heed_bluesky_post_new (json_node_get_object (root), CARE);

  g_assert_cmpstr (post->id, ==, URI (ANNA, "k"));
  g_assert_cmpstr (post->parents[0], ==, URI (CARE, "p"));
  g_assert_null (post->parents[1]);
  g_assert_cmpstr (post->author, ==, ANNA);
  g_assert_cmpstr (post->author_handle, ==, "anna.example.com");
  g_assert_cmpstr (post->addressees[0], ==, "did:plc:other");
  g_assert_cmpstr (post->addressees[1], ==, CARE);
  g_assert_null (post->addressees[2]);
  g_assert_cmpstr (post->text, ==, "Hello");
  g_assert_cmpstr (post->url, ==, "https://bsky.app/profile/anna.example.com/post/k");
  g_assert_cmpstr (post->language, ==, "en");
  g_assert_cmpint (post->created_at, ==, NOW - 3600);
  g_assert_false (post->from_company);
}

/* What is no post is none, whatever it is made of. */
static void
test_no_post (void)
{
  static const char *const texts[] = {
    "{}",
    "{'uri': 7, 'author': [], 'record': 'x'}",
    "{'uri': '" URI (ANNA, "k") "', 'notFound': true}",
    "{'uri': '" URI (ANNA, "k") "', 'blocked': true, 'author': {'did': '" ANNA "'}}",
    "{'uri': '" URI (ANNA, "k") "', 'author': {'did': '" ANNA "'}, 'record': {'text': 'no time'}}",
    "{'uri': '" URI (CARE, "k") "', 'author': {'did': '" ANNA "'}, 'record': {'createdAt': '2026-03-01'}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) root = parse (texts[i]);

      g_assert_null (heed_bluesky_post_new (json_node_get_object (root), CARE));
    }
  g_assert_null (heed_bluesky_post_new (NULL, CARE));
}

/* A row of the feed: @post and @parent, which may be %NULL, and what else it says. */
static HeedBlueskyItem *
parse_item (const char *post, const char *parent, const char *more)
{
  g_autofree char *text = g_strdup_printf ("{'post': %s%s%s%s%s}", post, parent != NULL ? ", 'reply': {'parent': " : "",
                                           parent != NULL ? parent : "", parent != NULL ? "}" : "", more);
  g_autoptr (JsonNode) root = parse (text);

  return heed_bluesky_item_new (json_node_get_object (root), CARE);
}

static void
test_item_answer (void)
{
  g_autofree char *answer = post_text (CARE, "a", "10:00:00", "10:00:02", REPLY (URI (ANNA, "q"), URI (ANNA, "q")));
  g_autofree char *question = post_text (ANNA, "q", "09:00:00", "09:00:00", "");
  g_autoptr (HeedBlueskyItem) item = parse_item (answer, question, "");

  g_assert_true (item->answers_other);
  g_assert_true (item->post->from_company);
  g_assert_cmpint (item->post->created_at, ==, NOW);
  g_assert_cmpint (item->indexed_at, ==, NOW + 2);
  g_assert_cmpint (item->n_replies, ==, 2);
  g_assert_cmpstr (item->post->language, ==, "pt");
  g_assert_cmpstr (item->parent->id, ==, URI (ANNA, "q"));
  g_assert_null (item->below);
}

/* A parent that is gone or blocked: the answer is known, and that it is one. */
static void
test_item_lost_parent (void)
{
  static const char *const parents[] = { "{'uri': '" URI (ANNA, "q") "', 'notFound': true}",
                                         "{'uri': '" URI (ANNA, "q") "', 'blocked': true, 'author': {'did': '" ANNA
                                                                     "'}}" };
  g_autofree char *answer = post_text (CARE, "a", "10:00:00", "10:00:00", REPLY (URI (ANNA, "q"), URI (ANNA, "q")));

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_autoptr (HeedBlueskyItem) item = parse_item (answer, parents[i], "");

      g_assert_true (item->answers_other);
      g_assert_null (item->parent);
      g_assert_cmpstr (item->post->parents[0], ==, URI (ANNA, "q"));
    }
}

/* Whose thread contains it: the root's, that of what it continues, or that of what its parent answered. */
static void
test_item_below (void)
{
  g_autofree char *under_root = post_text (CARE, "a", "10:00:00", "10:00:00", REPLY (URI (CARE, "r"), URI (ANNA, "q")));
  g_autofree char *continuing = post_text (CARE, "a", "10:00:00", "10:00:00", REPLY (URI (ANNA, "r"), URI (CARE, "q")));
  g_autofree char *second = post_text (CARE, "a", "10:00:00", "10:00:00", REPLY (URI (ANNA, "r"), URI (ANNA, "q")));
  g_autofree char *between = post_text (ANNA, "q", "09:00:00", "09:00:00", REPLY (URI (ANNA, "r"), URI (CARE, "b")));
  g_autoptr (HeedBlueskyItem) root = parse_item (under_root, NULL, "");
  g_autoptr (HeedBlueskyItem) continued = parse_item (continuing, NULL, "");
  g_autoptr (HeedBlueskyItem) further = parse_item (second, between, "");

  g_assert_cmpstr (root->below, ==, URI (CARE, "r"));
  g_assert_true (root->answers_other);
  g_assert_cmpstr (continued->below, ==, URI (CARE, "q"));
  g_assert_false (continued->answers_other);
  g_assert_cmpstr (further->below, ==, URI (CARE, "b"));
}

static void
test_item_pinned (void)
{
  g_autofree char *own = post_text (CARE, "a", "10:00:00", "10:00:00", "");
  g_autoptr (HeedBlueskyItem) pinned = parse_item (own, NULL, ", 'reason': {'$type': 'app.bsky.feed.defs#reasonPin'}");
  g_autoptr (HeedBlueskyItem) plain = parse_item (own, NULL, "");

  g_assert_true (pinned->is_pinned && pinned->post->pinned);
  g_assert_false (plain->is_pinned || plain->post->pinned);
}

static void
test_item_skipped (void)
{
  g_autofree char *own = post_text (CARE, "a", "10:00:00", "10:00:00", "");
  g_autofree char *annas = post_text (ANNA, "a", "10:00:00", "10:00:00", "");

  g_assert_null (parse_item (own, NULL, ", 'reason': {'$type': 'app.bsky.feed.defs#reasonRepost'}"));
  g_assert_null (parse_item (annas, NULL, ""));
  g_assert_null (parse_item ("{}", NULL, ""));
  g_assert_null (heed_bluesky_item_new (NULL, CARE));
}

static void
test_thread (void)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_autoptr (GPtrArray) cut = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *top = post_text (CARE, "r", "10:00:00", "10:00:00", "");
  g_autofree char *question = post_text (ANNA, "q", "10:10:00", "10:10:00", REPLY (URI (CARE, "r"), URI (CARE, "r")));
  g_autofree char *answer = post_text (CARE, "a", "10:20:00", "10:20:00", REPLY (URI (CARE, "r"), URI (ANNA, "q")));
  g_autofree char *bare = post_text (CARE, "b", "10:30:00", "10:30:00", REPLY (URI (CARE, "r"), URI (ANNA, "q")));
  g_autofree char *text = g_strdup_printf (
    "{'post': %s, 'replies': [{'post': %s, 'replies': [{'post': %s}, {'post': %s, 'replies': []}]},"
    " {'uri': '" URI (ANNA, "x") "', 'notFound': true}, {'uri': 'y', 'blocked': true}, 7]}",
    top, question, answer, bare);
  g_autoptr (JsonNode) root = parse (text);

  heed_bluesky_thread_collect (json_node_get_object (root), CARE, posts, cut);
  g_assert_cmpuint (posts->len, ==, 4);
  g_assert_cmpstr (((HeedPost *) posts->pdata[1])->addressees[0], ==, CARE);
  g_assert_cmpstr (((HeedPost *) posts->pdata[2])->parents[0], ==, URI (ANNA, "q"));
  /* Both say that they have replies. Of one they were left out, of the other there is none to be seen. */
  g_assert_cmpuint (cut->len, ==, 1);
  g_assert_cmpstr (cut->pdata[0], ==, URI (CARE, "a"));
  heed_bluesky_thread_collect (NULL, CARE, posts, cut);
  g_assert_cmpuint (posts->len, ==, 4);
}

static void
test_account (void)
{
  g_autoptr (JsonNode)
    root = parse ("{'did': '" CARE "', 'handle': 'care.example.com', 'displayName': 'Care', "
                  "'description': 'We help.', 'createdAt': '2026-03-01T10:00:00Z', 'labels': ["
                  "{'src': '" ANNA "', 'val': '!no-unauthenticated'}, {'src': '" CARE "', 'val': 'bot'}]}");
  JsonObject *profile = json_node_get_object (root);
  g_autoptr (HeedAccount) account = heed_bluesky_account_new (profile, CARE, "care.example.com", "https://app.view");
  g_autoptr (HeedAccount) of_house = heed_bluesky_account_new (profile, CARE, "care.bsky.social", "https://app.view");
  g_autoptr (HeedAccount) nameless = heed_bluesky_account_new (profile, CARE, NULL, "https://app.view");

  g_assert_cmpstr (account->id, ==, CARE);
  g_assert_cmpstr (account->handle, ==, "care.example.com");
  g_assert_cmpstr (account->url, ==, "https://bsky.app/profile/care.example.com");
  g_assert_cmpstr (account->display_name, ==, "Care");
  g_assert_cmpstr (account->bio, ==, "We help.");
  g_assert_cmpint (account->created_at, ==, NOW);
  g_assert_cmpstr (account->proven_links[0], ==, "https://care.example.com");
  g_assert_null (of_house->proven_links);
  g_assert_cmpstr (nameless->handle, ==, CARE);
  g_assert_null (nameless->proven_links);
  g_assert_true (account->automated);
  /* Only the account itself can ask not to be shown. */
  g_assert_false (heed_bluesky_profile_is_closed (profile, CARE));
  g_assert_true (heed_bluesky_profile_is_closed (profile, ANNA));
}

static void
test_document (void)
{
  g_autoptr (JsonNode)
    root = parse ("{'alsoKnownAs': [7, 'https://care.example.com', 'at://Care.Example.com', 'at://b.com']}");
  JsonObject *document = json_node_get_object (root);
  g_autofree char *handle = heed_bluesky_document_dup_handle (document);

  g_assert_cmpstr (handle, ==, "care.example.com");
  g_assert_true (heed_bluesky_document_names (document, "care.example.com"));
  g_assert_true (heed_bluesky_document_names (document, "b.com"));
  g_assert_false (heed_bluesky_document_names (document, "example.com"));
}

static void
test_errors (void)
{
  static const struct
  {
    guint status;
    const char *body;
    const char *wait;
    int code;
  } cases[] = {
    { 200, "{'a': 1}", NULL, -1 },
    { 200, "[]", NULL, HEED_ERROR_MALFORMED },
    { 200, "<html>", NULL, HEED_ERROR_MALFORMED },
    { 400, "{'error': 'InvalidRequest', 'message': 'Profile not found'}", NULL, HEED_ERROR_NOT_FOUND },
    { 400, "{'error': 'InvalidRequest', 'message': 'Unable to resolve handle'}", NULL, HEED_ERROR_NOT_FOUND },
    { 400, "{'error': 'InvalidRequest', 'message': 'limit must be a number'}", NULL, HEED_ERROR_REFUSED },
    { 400, "{'error': 'HandleNotFound'}", NULL, HEED_ERROR_NOT_FOUND },
    { 400, "{'error': 'BlockedByActor'}", NULL, HEED_ERROR_CLOSED },
    { 400, "{'error': 'AccountTakedown', 'message': 'Account has been suspended'}", NULL, HEED_ERROR_CLOSED },
    { 400, "{'error': 'ExpiredToken'}", NULL, HEED_ERROR_UNAUTHORISED },
    { 401, "{'error': 'AuthMissing'}", NULL, HEED_ERROR_UNAUTHORISED },
    { 403, "<html>", NULL, HEED_ERROR_CLOSED },
    { 404, "", NULL, HEED_ERROR_NOT_FOUND },
    { 410, "{'message': 'DID not available'}", NULL, HEED_ERROR_NOT_FOUND },
    { 429, "{'error': 'RateLimitExceeded'}", "120", HEED_ERROR_RATE_LIMITED },
    { 501, "{'error': 'MethodNotImplemented'}", NULL, HEED_ERROR_SERVER },
    { 502, "{'error': 'UpstreamFailure'}", NULL, HEED_ERROR_SERVER },
    { 502, "<html>Bad gateway</html>", NULL, HEED_ERROR_SERVER },
    { 503, "", NULL, HEED_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strdelimit (g_strdup (cases[i].body), "'", '"');
      g_autoptr (GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
      g_autoptr (GError) error = NULL;
      HeedHttpResponse response = { .status = cases[i].status, .headers = headers, .body = bytes };

      if (cases[i].wait != NULL)
        g_hash_table_insert (headers, (char *) "retry-after", (char *) cases[i].wait);
      g_autoptr (JsonNode) root = heed_bluesky_read_answer (&response, NOW, &error);
      g_assert_true ((root != NULL) == (cases[i].code < 0));
      g_assert_true ((error == NULL) == (cases[i].code < 0));
      if (error != NULL && !g_error_matches (error, HEED_ERROR, cases[i].code))
        g_error ("case %u: %s", i, error->message);
      if (cases[i].wait != NULL)
        g_assert_cmpint (heed_error_get_wait (error), ==, 120);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bluesky/handles", test_handles);
  g_test_add_func ("/bluesky/dids", test_dids);
  g_test_add_func ("/bluesky/times", test_times);
  g_test_add_func ("/bluesky/addresses", test_addresses);
  g_test_add_func ("/bluesky/post", test_post);
  g_test_add_func ("/bluesky/no-post", test_no_post);
  g_test_add_func ("/bluesky/item-answer", test_item_answer);
  g_test_add_func ("/bluesky/item-lost-parent", test_item_lost_parent);
  g_test_add_func ("/bluesky/item-below", test_item_below);
  g_test_add_func ("/bluesky/item-pinned", test_item_pinned);
  g_test_add_func ("/bluesky/item-skipped", test_item_skipped);
  g_test_add_func ("/bluesky/thread", test_thread);
  g_test_add_func ("/bluesky/account", test_account);
  g_test_add_func ("/bluesky/document", test_document);
  g_test_add_func ("/bluesky/errors", test_errors);
  return g_test_run ();
}
