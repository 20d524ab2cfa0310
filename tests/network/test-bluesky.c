/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Bluesky connector over real sockets: a made network for exact figures and requests, and every kind of trouble. */

#include <string.h>

#include "heed-bluesky.h"
#include "heed-error.h"
#include "heed-test-server.h"

#define NOW 1772359200 /* 2026-03-01T10:00:00Z */
#define DAY (24 * 60 * 60)
#define CARE "did:plc:care"

typedef struct
{
  HeedClock *clock;
  HeedHttp *http;
  HeedNetwork *network;
  GCancellable *cancellable;
  HeedReadOptions options;
  GStringChunk *texts;
  GPtrArray *servers;

  /* What came out of it. */
  HeedAccount *account;
  HeedReading *reading;
  GError *error;
  GPtrArray *posts;
  guint n_batches;
  guint progress;
  gboolean done;
} Fixture;

static void
posts_cb (GPtrArray *posts, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpuint (posts->len, >, 0);
  fixture->n_batches++;
  for (guint i = 0; i < posts->len; i++)
    g_ptr_array_add (fixture->posts, heed_post_copy (posts->pdata[i]));
}

static void
progress_cb (guint n_replies, guint n_expected, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpuint (n_replies, >=, fixture->progress);
  g_assert_cmpuint (n_expected, ==, fixture->options.max_replies);
  fixture->progress = n_replies;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = heed_clock_new_fixed (NOW);
  fixture->http = heed_test_http_new (fixture->clock);
  fixture->network = heed_bluesky_new (fixture->http, fixture->clock);
  fixture->cancellable = g_cancellable_new ();
  fixture->texts = g_string_chunk_new (4096);
  fixture->servers = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_test_server_free);
  fixture->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  fixture->options = (HeedReadOptions){
    .max_replies = 400, .since = NOW - 90 * DAY, .posts = posts_cb, .progress = progress_cb, .user_data = fixture
  };
}

static void
forget (Fixture *fixture)
{
  g_clear_pointer (&fixture->account, heed_account_free);
  g_clear_pointer (&fixture->reading, heed_reading_free);
  g_clear_error (&fixture->error);
  g_ptr_array_set_size (fixture->posts, 0);
  fixture->n_batches = 0;
  fixture->progress = 0;
  fixture->done = FALSE;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  forget (fixture);
  g_ptr_array_unref (fixture->posts);
  g_string_chunk_free (fixture->texts);
  g_ptr_array_unref (fixture->servers);
  g_object_unref (fixture->cancellable);
  g_assert_finalize_object (fixture->network);
  g_assert_finalize_object (fixture->http);
  heed_clock_free (fixture->clock);
}

/* A script in which single quotes stand for double ones, or a made network where @script is %NULL. */
static HeedTestServer *
start (Fixture *fixture, const char *script, const char *const *options)
{
  g_autofree char *quoted = script != NULL ? g_strdelimit (g_strdup (script), "'", '"') : NULL;
  HeedTestServer *server = heed_test_server_new (quoted, options);

  g_ptr_array_add (fixture->servers, server);
  heed_bluesky_set_hosts (HEED_BLUESKY (fixture->network), server->origin, server->origin);
  return server;
}

static HeedTestServer *
start_network (Fixture *fixture, const char *n_replies)
{
  const char *options[] = { "--bluesky", n_replies, "--now", G_STRINGIFY (NOW), NULL };

  return start (fixture, NULL, options);
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->account = heed_network_resolve_finish (HEED_NETWORK (source), result, &fixture->error);
  g_assert_true ((fixture->account == NULL) == (fixture->error != NULL));
  fixture->done = TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->reading = heed_network_read_finish (HEED_NETWORK (source), result, &fixture->error);
  g_assert_true ((fixture->reading == NULL) == (fixture->error != NULL));
  fixture->done = TRUE;
}

static void
resolve (Fixture *fixture, const char *address)
{
  heed_network_resolve_async (fixture->network, address, fixture->cancellable, resolved_cb, fixture);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  fixture->done = FALSE;
}

static void
read_account (Fixture *fixture)
{
  g_autoptr (HeedAccount) account = heed_account_new ();

  account->network = g_strdup ("bluesky");
  account->id = g_strdup (CARE);
  account->handle = g_strdup ("care.test");
  heed_network_read_async (fixture->network, account, &fixture->options, fixture->cancellable, read_cb, fixture);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  fixture->done = FALSE;
}

static gint64
ask_number (HeedTestServer *server, const char *what, const char *name)
{
  g_autofree char *answer = heed_test_server_ask (server, what);
  g_autofree char *key = g_strdup_printf ("\"%s\": ", name);
  const char *number = strstr (answer, key);

  g_assert_nonnull (number);
  return g_ascii_strtoll (number + strlen (key), NULL, 10);
}

static guint
count_asked (HeedTestServer *server, const char *part)
{
  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  g_auto (GStrv) parts = g_strsplit (asked, part, -1);

  return g_strv_length (parts) - 1;
}

static void
test_resolve (Fixture *fixture, gconstpointer data)
{
  static const char *const addresses[] = { "care.test", "@Care.test", "at://care.test",
                                           "https://bsky.app/profile/care.test" };
  HeedTestServer *server = start_network (fixture, "10");

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      resolve (fixture, addresses[i]);
      g_assert_no_error (fixture->error);
      g_assert_cmpstr (fixture->account->network, ==, "bluesky");
      g_assert_cmpstr (fixture->account->id, ==, CARE);
      g_assert_cmpstr (fixture->account->handle, ==, "care.test");
      g_assert_cmpstr (fixture->account->server, ==, server->origin);
      g_assert_cmpstr (fixture->account->display_name, ==, "Care");
      forget (fixture);
    }
  /* Three requests each: the name, and then document and profile. */
  g_assert_cmpuint (count_asked (server, "\"target\""), ==, 3 * G_N_ELEMENTS (addresses));
  g_assert_cmpuint (count_asked (server, "/xrpc/com.atproto.identity.resolveHandle?handle=care.test\""), ==, 4);
  g_assert_cmpuint (count_asked (server, "/xrpc/app.bsky.actor.getProfile?actor=" CARE "\""), ==, 4);
  g_assert_cmpuint (count_asked (server, "\"target\": \"/" CARE "\""), ==, 4);
}

static void
test_resolve_did (Fixture *fixture, gconstpointer data)
{
  start_network (fixture, "10");

  resolve (fixture, CARE);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->account->handle, ==, "care.test");
}

#define RESOLVED "'/xrpc/com.atproto.identity.resolveHandle': [{'body': {'did': '" CARE "'}}]"
#define PROFILE                                                                                                        \
  "'/xrpc/app.bsky.actor.getProfile': [{'body': {'did': '" CARE "', 'labels': [{'src': '" CARE "', 'val': 'x'}]}}]"
#define DOCUMENT "'/" CARE "': [{'body': {'id': '" CARE "', 'alsoKnownAs': ['at://care.test']}}]"

/* What stands in the way of finding an account. */
typedef struct
{
  const char *name;
  const char *address;
  const char *script;
  int code;
  const char *message;
} Trouble;

static const Trouble resolve_troubles[] = {
  { "unknown-handle", "nobody.test",
    "{'*': [{'status': 400, 'body': {'error': 'InvalidRequest', 'message': 'Unable to resolve handle'}}]}",
    HEED_ERROR_NOT_FOUND, "There is no account “nobody.test”" },
  { "no-such-account", "care.test",
    "{" RESOLVED "," DOCUMENT ", '*': [{'status': 400, 'body': {'error': 'InvalidRequest', "
    "'message': 'Profile not found'}}]}",
    HEED_ERROR_NOT_FOUND, "There is no account “care.test”" },
  { "did-gone", CARE, "{" PROFILE ", '*': [{'status': 404, 'body': {'message': 'DID not registered'}}]}",
    HEED_ERROR_NOT_FOUND, "There is no account" },
  { "impostor", "care.test",
    "{" RESOLVED "," PROFILE ", '*': [{'body': {'id': '" CARE "', 'alsoKnownAs': ['at://other.test']}}]}",
    HEED_ERROR_REFUSED, "do not confirm each other" },
  { "nameless-document", "care.test", "{" RESOLVED "," PROFILE ", '*': [{'body': {'id': '" CARE "'}}]}",
    HEED_ERROR_REFUSED, "do not confirm each other" },
  { "other-document", "care.test",
    "{" RESOLVED "," PROFILE ", '*': [{'body': {'id': 'did:plc:other', 'alsoKnownAs': ['at://care.test']}}]}",
    HEED_ERROR_MALFORMED, "cannot be understood" },
  { "hidden", "care.test",
    "{" RESOLVED "," DOCUMENT ", '*': [{'body': {'did': '" CARE "', 'labels': [{'src': '" CARE
    "', 'val': '!no-unauthenticated'}]}}]}",
    HEED_ERROR_CLOSED, "asks not to be shown" },
  { "suspended", "care.test",
    "{" RESOLVED "," DOCUMENT ", '*': [{'status': 400, 'body': {'error': 'AccountTakedown', 'message': "
    "'Account has been suspended'}}]}",
    HEED_ERROR_CLOSED, "suspended" },
  { "no-did", "care.test", "{'*': [{'body': {'did': '../../etc'}}]}", HEED_ERROR_NOT_FOUND, "There is no account" },
  { "odd-method", "care.test", "{'*': [{'body': {'did': 'did:key:zQ3sh'}}]}", HEED_ERROR_REFUSED,
    "“did:key:zQ3sh” cannot be an account" },
  { "web-on-loopback", "did:web:127.0.0.1", "{'*': [{'status': 500}]}", HEED_ERROR_REFUSED, "cannot be an account" },
  { "no-object", "care.test", "{'*': [{'body': [1, 2]}]}", HEED_ERROR_MALFORMED, "cannot be understood" },
  { "truncated", "care.test", "{'*': [{'body': '{ '}]}", HEED_ERROR_MALFORMED, "cannot be understood" },
  { "html", "care.test", "{'*': [{'headers': {'Content-Type': 'text/html'}, 'body': '<html>'}]}", HEED_ERROR_MALFORMED,
    "web page" },
  { "html-error", "care.test", "{'*': [{'status': 500, 'headers': {'Content-Type': 'text/html'}, 'body': '<html>'}]}",
    HEED_ERROR_SERVER, "status 500" },
  { "upstream-failure", "care.test", "{'*': [{'status': 502, 'body': {'error': 'UpstreamFailure'}}]}",
    HEED_ERROR_SERVER, "status 502" },
  { "rate-limited", "care.test",
    "{'*': [{'status': 429, 'headers': {'RateLimit-Limit': '3000', 'RateLimit-Remaining': '0', 'RateLimit-Reset': "
    "'4102444800'}, 'body': {'error': 'RateLimitExceeded'}}]}",
    HEED_ERROR_RATE_LIMITED, "60 minutes" },
  { "huge", "care.test", "{'*': [{'fill': {'text': '[', 'bytes': 100000000}}]}", HEED_ERROR_MALFORMED, "far more" },
  { "redirect-loop", "care.test", "{'*': [{'redirect': '/a'}]}", HEED_ERROR_MALFORMED, "" },
  { "not-a-name", "care of example", "{'*': [{'status': 500}]}", HEED_ERROR_REFUSED, "cannot be an account" },
};

static void
assert_trouble (const GError *error, const Trouble *trouble)
{
  g_assert_nonnull (error);
  if (!g_error_matches (error, HEED_ERROR, trouble->code) || strstr (error->message, trouble->message) == NULL)
    g_error ("%s: expected %s with “%s”, but it is %s %d: %s", trouble->name, heed_error_code_to_string (trouble->code),
             trouble->message, g_quark_to_string (error->domain), error->code, error->message);
}

static void
test_resolve_trouble (Fixture *fixture, gconstpointer data)
{
  const Trouble *trouble = data;
  start (fixture, trouble->script, NULL);

  resolve (fixture, trouble->address);
  assert_trouble (fixture->error, trouble);
}

/* The DID is certain, its name is not: it goes by the DID. */
static void
test_resolve_unproven_name (Fixture *fixture, gconstpointer data)
{
  start (fixture, "{" DOCUMENT "," PROFILE ", '*': [{'body': {'did': 'did:plc:other'}}]}", NULL);

  resolve (fixture, CARE);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->account->handle, ==, CARE);
  g_assert_null (fixture->account->proven_links);
}

static void
test_offline (Fixture *fixture, gconstpointer data)
{
  start (fixture, "{}", NULL);
  g_ptr_array_set_size (fixture->servers, 0);
  resolve (fixture, "care.test");
  g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_OFFLINE);
}

/* The posts of a reading, sorted by what they are. */
typedef struct
{
  guint company;
  guint answers;
  guint customers;
  guint found_by_answer;
  guint below_company;
} Count;

static Count
count_posts (Fixture *fixture)
{
  Count count = { 0 };
  /* A post may come again when more is known of it: the last word counts, as it does in the store. */
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < fixture->posts->len; i++)
    g_hash_table_insert (last, ((HeedPost *) fixture->posts->pdata[i])->id, fixture->posts->pdata[i]);
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HeedPost *post = value;

      g_assert_cmpstr (post->from_company ? CARE : post->author, ==, post->author);
      g_assert_false (post->from_company && post->found_by_answer);
      count.company += post->from_company;
      count.answers += post->from_company && post->parents != NULL;
      count.customers += !post->from_company;
      count.found_by_answer += post->found_by_answer;
      count.below_company += !post->from_company && post->parents != NULL;
    }
  return count;
}

/* 250 replies, a tenth of them below announcements where a third customer got none. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  HeedTestServer *server = start_network (fixture, "250");

  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_assert_true (fixture->reading->sees_unanswered);
  g_assert_cmpuint (fixture->reading->why->len, ==, 0);
  g_assert_nonnull (fixture->reading->cursor);
  g_assert_cmpuint (fixture->progress, ==, 250);

  Count count = count_posts (fixture);
  g_assert_cmpuint (count.answers, ==, 250);
  g_assert_cmpuint (count.company, ==, 250 + 25);
  g_assert_cmpuint (count.customers, ==, 250 + 25);
  g_assert_cmpuint (count.below_company, ==, 3 * 25);
  /* Those who wrote out of nowhere are known because they were answered, those in a thread are not. */
  g_assert_cmpuint (count.found_by_answer, ==, 200);

  /* Three pages of a hundred, and each announcement's thread once. */
  g_assert_cmpuint (count_asked (server, "getAuthorFeed?actor=" CARE "&filter=posts_with_replies&limit=100"), ==, 3);
  g_assert_cmpuint (count_asked (server, "getPostThread?uri=at://" CARE "/app.bsky.feed.post/"), ==, 25);
  g_assert_cmpuint (count_asked (server, "\"target\""), ==, 3 + 25);
  g_assert_cmpint (ask_number (server, "/_stats", "max_concurrent"), >, 1);
  HeedHttpLimit limit;
  g_assert_true (heed_network_load_limit ("bluesky", &limit, NULL));
  g_assert_cmpint (ask_number (server, "/_stats", "max_concurrent"), <=, limit.concurrent);
}

static void
test_read_newer (Fixture *fixture, gconstpointer data)
{
  HeedTestServer *server = start_network (fixture, "30");

  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_autofree char *cursor = g_strdup (fixture->reading->cursor);
  gint64 n_before = ask_number (server, "/_stats", "requests");

  forget (fixture);
  fixture->options.newer_than = cursor;
  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_assert_null (fixture->reading->cursor);
  g_assert_cmpuint (fixture->posts->len, ==, 0);
  g_assert_cmpint (ask_number (server, "/_stats", "requests"), ==, n_before + 1);

  /* A cursor of another kind means that nothing is known. */
  forget (fixture);
  fixture->options.newer_than = "max_id=7";
  read_account (fixture);
  g_assert_cmpuint (count_posts (fixture).answers, ==, 30);
}

static void
test_read_limits (Fixture *fixture, gconstpointer data)
{
  HeedTestServer *server = start_network (fixture, "250");

  fixture->options.max_replies = 20;
  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_assert_cmpuint (fixture->progress, ==, 20);
  g_assert_cmpuint (count_asked (server, "getAuthorFeed"), ==, 1);

  /* A reply every four hours. */
  forget (fixture);
  fixture->options.max_replies = 400;
  fixture->options.since = NOW - 5 * DAY;
  read_account (fixture);
  g_assert_cmpuint (count_posts (fixture).answers, ==, 30);
  for (guint i = 0; i < fixture->posts->len; i++)
    if (((HeedPost *) fixture->posts->pdata[i])->from_company)
      g_assert_cmpint (((HeedPost *) fixture->posts->pdata[i])->created_at, >=, fixture->options.since);
}

#define OWN(key) CARE "/app.bsky.feed.post/" key
#define ANNAS(key) "did:plc:anna/app.bsky.feed.post/" key
#define FEED "/xrpc/app.bsky.feed.getAuthorFeed"
#define THREAD "/xrpc/app.bsky.feed.getPostThread"

/* Texts that live as long as the test. */
static G_GNUC_PRINTF (2, 3) const char *text (Fixture *fixture, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *made = g_strdup_vprintf (format, args);
  va_end (args);
  return g_string_chunk_insert (fixture->texts, made);
}

/* A postView of @name ("did:plc:…/app.bsky.feed.post/key") of that day; @above is "root parent" or %NULL. */
static const char *
view (Fixture *fixture, const char *name, const char *clock, const char *above, guint n_replies)
{
  g_auto (GStrv) names = g_strsplit (above != NULL ? above : "", " ", 2);
  g_autofree char *author = g_strndup (name, strcspn (name, "/"));
  const char *reply = "";

  if (above != NULL)
    reply = text (fixture, ", 'reply': {'root': {'uri': 'at://%s'}, 'parent': {'uri': 'at://%s'}}", names[0], names[1]);
  return text (fixture,
               "{'uri': 'at://%s', 'author': {'did': '%s', 'handle': 'x.test'}, 'replyCount': %u, 'record': {'text': "
               "'t', 'createdAt': '2026-03-01T%sZ'%s}, 'indexedAt': '2026-03-01T%sZ'}",
               name, author, n_replies, clock, reply, clock);
}

/* A row of the feed: @post, and @parent (may be %NULL) as it comes with it. */
static const char *
row (Fixture *fixture, const char *post, const char *parent)
{
  if (parent == NULL)
    return text (fixture, "{'post': %s}", post);
  return text (fixture, "{'post': %s, 'reply': {'parent': %s}}", post, parent);
}

static const HeedPost *
find_post (Fixture *fixture, const char *key)
{
  const HeedPost *found = NULL;

  for (guint i = 0; i < fixture->posts->len; i++)
    if (g_str_has_suffix (((HeedPost *) fixture->posts->pdata[i])->id, key))
      found = fixture->posts->pdata[i];
  return found;
}

/* Two answers in one conversation are read as one thread; an answer below a post too old to be looked at, from there.
 */
static void
test_read_one_thread (Fixture *fixture, gconstpointer data)
{
  const char *q1 = view (fixture, ANNAS ("q1"), "06:00:00", NULL, 1);
  const char *a1 = view (fixture, OWN ("a1"), "07:00:00", ANNAS ("q1") " " ANNAS ("q1"), 1);
  const char *q2 = view (fixture, ANNAS ("q2"), "08:00:00", ANNAS ("q1") " " OWN ("a1"), 1);
  const char *a2 = view (fixture, OWN ("a2"), "09:00:00", ANNAS ("q1") " " ANNAS ("q2"), 1);
  const char *old = view (fixture, OWN ("old"), "00:00:00", NULL, 2);
  const char *b1 = view (fixture, OWN ("b1"), "08:30:00", OWN ("old") " " ANNAS ("q3"), 1);
  const char *b2 = view (fixture, OWN ("b2"), "08:20:00", OWN ("old") " " ANNAS ("q4"), 3);
  const char *feed = text (fixture, "'" FEED "': [{'body': {'feed': [%s, %s, %s, %s]}}]", row (fixture, a2, q2),
                           row (fixture, b1, NULL), row (fixture, b2, NULL), row (fixture, a1, q1));
  const char *thread_a1 = text (
    fixture,
    "'" THREAD
    "?uri=at://" OWN ("a1") "&depth=10&parentHeight=0': [{'body': {'thread': "
                            "{'post': %s, 'replies': [{'post': %s, 'replies': [{'post': %s, 'replies': []}]}]}}}]",
    a1, q2, a2);
  const char *thread_old = text (fixture,
                                 "'" THREAD "?uri=at://" OWN ("old") "&depth=10&parentHeight=0': [{'body': {'thread': "
                                                                     "{'post': %s, 'replies': [{'post': %s}]}}}]",
                                 old, b1);
  const char *script = text (fixture, "{%s, %s, %s, '*': [{'status': 400, 'body': {'error': 'NotFound'}}]}", feed,
                             thread_a1, thread_old);
  HeedTestServer *server = start (fixture, script, NULL);

  fixture->options.since = NOW - 9 * 3600;
  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_assert_false (find_post (fixture, "/q2")->found_by_answer);
  g_assert_true (find_post (fixture, "/q1")->found_by_answer);
  /* It is only the way to what stands below it. */
  g_assert_null (find_post (fixture, "/old"));
  g_assert_cmpuint (count_asked (server, "getPostThread?uri=at://" OWN ("a1")), ==, 1);
  g_assert_cmpuint (count_asked (server, "getPostThread?uri=at://" OWN ("old")), ==, 1);
  /* The thread was cut off below it. */
  g_assert_cmpuint (count_asked (server, "getPostThread?uri=at://" OWN ("b1")), ==, 1);
  /* It was not where it should have been, so it is asked for itself. */
  g_assert_cmpuint (count_asked (server, "getPostThread?uri=at://" OWN ("b2")), ==, 1);
  g_assert_cmpuint (count_asked (server, "getPostThread"), ==, 4);
}

/* Clocks that are wrong, and parents that are gone. */
static void
test_read_odd_posts (Fixture *fixture, gconstpointer data)
{
  const char *future = view (fixture, OWN ("future"), "23:00:00", NULL, 0);
  const char *a3 = view (fixture, OWN ("a3"), "09:00:00", ANNAS ("q3") " " ANNAS ("q3"), 0);
  const char *q3 = view (fixture, ANNAS ("q3"), "09:30:00", NULL, 1);
  const char *a2 = "{'uri': 'at://" OWN ("a2") "', 'author': {'did': '" CARE "'}, 'record': {'createdAt': "
                                               "'2026-03-01T08:00:00Z', 'reply': {'root': {'uri': 'at://" ANNAS (
                                                 "q2") "'}, 'parent': {'uri': "
                                                       "'at://" ANNAS (
                                                         "q2") "'}}}, 'indexedAt': '2026-03-01T08:40:00Z'}";
  const char *q2 = view (fixture, ANNAS ("q2"), "08:30:00", NULL, 1);
  const char *pin = view (fixture, OWN ("pin"), "08:00:00", NULL, 9);
  const char *a1 = view (fixture, OWN ("a1"), "07:00:00", ANNAS ("q1") " " ANNAS ("q1"), 0);
  const char *gone = "{'uri': 'at://" ANNAS ("q1") "', 'notFound': true}";
  const char *script = text (fixture,
                             "{'" FEED "': [{'body': {'feed': [%s, %s, %s, {'post': %s, 'reason': {}}, %s, {}, "
                             "7, null]}}]}",
                             row (fixture, future, NULL), row (fixture, a3, q3), row (fixture, a2, q2), pin,
                             row (fixture, a1, gone));
  HeedTestServer *server = start (fixture, script, NULL);

  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_null (find_post (fixture, "/future"));
  g_assert_null (find_post (fixture, "/pin"));
  /* The answer is older than its question whichever way one looks: no lag may follow from it. */
  g_assert_nonnull (find_post (fixture, "/a3"));
  g_assert_null (find_post (fixture, "/q3"));
  /* The writer's clock was behind; the index knows better. */
  g_assert_cmpint (find_post (fixture, "/a2")->created_at, ==, NOW - 80 * 60);
  g_assert_cmpint (find_post (fixture, "/q2")->created_at, ==, NOW - 90 * 60);
  g_assert_cmpstr (find_post (fixture, "/a1")->parents[0], ==, "at://" ANNAS ("q1"));
  g_assert_null (find_post (fixture, "/q1"));
  g_assert_cmpuint (fixture->progress, ==, 3);
  g_assert_false (fixture->reading->is_whole);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  g_assert_nonnull (strstr (fixture->reading->why->pdata[0], "1 post is dated in the future"));
  /* That does not go away by reading it all again. */
  g_assert_true (g_str_has_suffix (fixture->reading->cursor, "/a3"));
  g_assert_cmpuint (count_asked (server, "getPostThread"), ==, 0);
}

/* What is pinned comes first, whatever its time: an old one ends nothing, a new one is read as it would be in its
 * place, and neither says where the next reading begins. */
static void
test_read_pinned (Fixture *fixture, gconstpointer data)
{
  gboolean is_old = GPOINTER_TO_INT (data);
  const char *pin = is_old
                      ? text (fixture,
                              "{'uri': 'at://" OWN ("pin") "', 'author': {'did': '" CARE "'}, 'replyCount': "
                                                           "9, 'record': {'text': 'Nobody answers here.', 'createdAt': "
                                                           "'2023-03-01T08:00:00Z'}}")
                      : view (fixture, OWN ("pin"), "06:00:00", NULL, 1);
  const char *a1 = view (fixture, OWN ("a1"), "07:00:00", ANNAS ("q1") " " ANNAS ("q1"), 0);
  const char *q1 = view (fixture, ANNAS ("q1"), "06:30:00", NULL, 1);
  const char *script = text (fixture,
                             "{'" FEED "?actor=" CARE
                             "&filter=posts_with_replies&limit=100&includePins=true': [{'body': "
                             "{'feed': [{'post': %s, 'reason': {'$type': 'app.bsky.feed.defs#reasonPin'}}, %s]}}]}",
                             pin, row (fixture, a1, q1));
  HeedTestServer *server = start (fixture, script, NULL);

  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_strv_length (fixture->reading->pinned), ==, 1);
  g_assert_cmpstr (fixture->reading->pinned[0], ==, "at://" OWN ("pin"));
  g_assert_true (find_post (fixture, "/pin")->pinned);
  g_assert_false (find_post (fixture, "/a1")->pinned);
  g_assert_true (g_str_has_suffix (fixture->reading->cursor, "/a1"));
  g_assert_cmpuint (count_asked (server, "getPostThread"), ==, is_old ? 0 : 1);
}

static const Trouble read_troubles[] = {
  { "not-found", NULL, "{'*': [{'status': 400, 'body': {'error': 'InvalidRequest', 'message': 'Profile not found'}}]}",
    HEED_ERROR_NOT_FOUND, "no such account" },
  { "blocked", NULL, "{'*': [{'status': 400, 'body': {'error': 'BlockedByActor'}}]}", HEED_ERROR_CLOSED,
    "not shown to visitors" },
  { "no-feed", NULL, "{'*': [{'body': {'feed': 'none'}}]}", HEED_ERROR_MALFORMED, "cannot be understood" },
  { "deep", NULL, "{'*': [{'fill': {'text': '[', 'bytes': 4000000}}]}", HEED_ERROR_MALFORMED, "cannot be understood" },
  { "rate-limited", NULL, "{'*': [{'status': 429, 'headers': {'Retry-After': '3000'}}]}", HEED_ERROR_RATE_LIMITED,
    "50 minutes" },
};

static void
test_read_trouble (Fixture *fixture, gconstpointer data)
{
  const Trouble *trouble = data;
  start (fixture, trouble->script, NULL);

  read_account (fixture);
  assert_trouble (fixture->error, trouble);
}

/* Page two fails: what was read stays, the reading says what is missing, and the next one begins anew. */
static void
test_read_second_page_fails (Fixture *fixture, gconstpointer data)
{
  const char *a1 = view (fixture, OWN ("a1"), "07:00:00", NULL, 0);
  const char *script = text (fixture, "{'" FEED "': [{'body': {'cursor': 'c/1 &', 'feed': [%s]}}, {'status': 500}]}",
                             row (fixture, a1, NULL));
  HeedTestServer *server = start (fixture, script, NULL);

  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->posts->len, ==, 1);
  g_assert_false (fixture->reading->is_whole);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  g_assert_nonnull (strstr (fixture->reading->why->pdata[0], "status 500"));
  g_assert_null (fixture->reading->cursor);
  g_assert_cmpuint (count_asked (server, "limit=100&cursor=c%2F1%20%26\""), ==, 1);
}

/* A server without an end is left after a while. */
static void
test_read_endless (Fixture *fixture, gconstpointer data)
{
  HeedTestServer *same = start (fixture, "{'*': [{'body': {'cursor': 'same', 'feed': []}}]}", NULL);

  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count_asked (same, "\"target\""), ==, 2);

  HeedTestServer *empty = start (
    fixture,
    "{'*': [{'body': {'cursor': '1', 'feed': []}}, {'body': {'cursor': '2', 'feed': []}}, {'body': {'cursor': "
    "'3', 'feed': []}}, {'body': {'cursor': '4', 'feed': []}}, {'body': {'cursor': '5', 'feed': []}}, {'body': "
    "{'cursor': '6', 'feed': []}}]}",
    NULL);
  forget (fixture);
  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_false (fixture->reading->is_whole);
  g_assert_cmpuint (count_asked (empty, "\"target\""), ==, 5);
}

/* Three posts of the company, each with an answer below; @other is what the rest of the server says. */
static HeedTestServer *
start_with_three (Fixture *fixture, const char *other)
{
  const char *script = text (fixture, "{'" FEED "': [{'body': {'feed': [%s, %s, %s]}}], '*': [%s]}",
                             row (fixture, view (fixture, OWN ("o1"), "07:00:00", NULL, 1), NULL),
                             row (fixture, view (fixture, OWN ("o2"), "06:00:00", NULL, 1), NULL),
                             row (fixture, view (fixture, OWN ("o3"), "05:00:00", NULL, 1), NULL), other);

  return start (fixture, script, NULL);
}

/* Threads that are gone are no loss; threads that fail are said once, and after three nobody is asked any more. */
static void
test_read_threads_fail (Fixture *fixture, gconstpointer data)
{
  start_with_three (fixture, "{'status': 400, 'body': {'error': 'NotFound'}}");

  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_assert_true (fixture->reading->sees_unanswered);
  g_assert_nonnull (fixture->reading->cursor);

  start_with_three (fixture, "{'status': 500}");
  forget (fixture);
  read_account (fixture);
  g_assert_no_error (fixture->error);
  g_assert_false (fixture->reading->is_whole);
  g_assert_false (fixture->reading->sees_unanswered);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  g_assert_null (fixture->reading->cursor);
  g_assert_cmpuint (fixture->posts->len, ==, 3);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Stopping is immediate, and keeps what came before. */
static void
test_read_cancelled (Fixture *fixture, gconstpointer data)
{
  start_with_three (fixture, "{'delay': 30, 'body': {}}");
  gint64 begin = g_get_monotonic_time ();

  g_timeout_add (300, cancel_cb, fixture->cancellable);
  read_account (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (fixture->posts->len, ==, 3);
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

static void
add_troubles (const char *folder, const Trouble *troubles, guint n, void (*test) (Fixture *fixture, gconstpointer data))
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (folder, troubles[i].name, NULL);

      add (path, &troubles[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/bluesky/resolve", NULL, test_resolve);
  add ("/bluesky/resolve-did", NULL, test_resolve_did);
  add ("/bluesky/resolve-unproven-name", NULL, test_resolve_unproven_name);
  add_troubles ("/bluesky/resolve/", resolve_troubles, G_N_ELEMENTS (resolve_troubles), test_resolve_trouble);
  add ("/bluesky/offline", NULL, test_offline);
  add ("/bluesky/read", NULL, test_read);
  add ("/bluesky/read-newer", NULL, test_read_newer);
  add ("/bluesky/read-limits", NULL, test_read_limits);
  add ("/bluesky/read-one-thread", NULL, test_read_one_thread);
  add ("/bluesky/read-odd-posts", NULL, test_read_odd_posts);
  add ("/bluesky/read-pinned/old", GINT_TO_POINTER (1), test_read_pinned);
  add ("/bluesky/read-pinned/new", NULL, test_read_pinned);
  add_troubles ("/bluesky/read/", read_troubles, G_N_ELEMENTS (read_troubles), test_read_trouble);
  add ("/bluesky/read-second-page-fails", NULL, test_read_second_page_fails);
  add ("/bluesky/read-endless", NULL, test_read_endless);
  add ("/bluesky/read-threads-fail", NULL, test_read_threads_fail);
  add ("/bluesky/read-cancelled", NULL, test_read_cancelled);
  return g_test_run ();
}
