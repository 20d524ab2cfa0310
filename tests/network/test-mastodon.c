/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-error.h"
#include "heed-mastodon.h"
#include "heed-test-server.h"

#define NOW 1772359200
#define DAY_S 86400

/* What a reading handed over, last word a post, as the store keeps it. */
typedef struct
{
  HeedClock *clock;
  HeedHttp *http;
  HeedNetwork *network;
  GHashTable *posts;
  guint n_batches;
  guint n_progress;
  GMainLoop *loop;
  HeedAccount *account;
  HeedReading *reading;
  GError *error;
  GCancellable *cancellable;
  gboolean cancel_on_posts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = heed_clock_new_fixed (NOW);
  fixture->http = heed_test_http_new (fixture->clock);
  fixture->network = heed_mastodon_new (fixture->http, fixture->clock);
  fixture->posts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) heed_post_free);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->cancellable = g_cancellable_new ();
}

static void
clear_outcome (Fixture *fixture)
{
  g_clear_pointer (&fixture->account, heed_account_free);
  g_clear_pointer (&fixture->reading, heed_reading_free);
  g_clear_error (&fixture->error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clear_outcome (fixture);
  g_clear_object (&fixture->cancellable);
  g_main_loop_unref (fixture->loop);
  g_hash_table_unref (fixture->posts);
  g_assert_finalize_object (fixture->network);
  g_assert_finalize_object (fixture->http);
  heed_clock_free (fixture->clock);
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->account = heed_network_resolve_finish (HEED_NETWORK (source), result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
resolve (Fixture *fixture, const char *address)
{
  clear_outcome (fixture);
  heed_network_resolve_async (fixture->network, address, fixture->cancellable, resolved_cb, fixture);
  g_main_loop_run (fixture->loop);
}

static void
resolve_care (Fixture *fixture, HeedTestServer *server)
{
  g_autofree char *address = g_strdup_printf ("@care@localhost:%s", server->port);

  resolve (fixture, address);
}

static void
take_posts (GPtrArray *posts, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_batches++;
  for (guint i = 0; i < posts->len; i++)
    {
      HeedPost *post = heed_post_copy (posts->pdata[i]);
      const HeedPost *before = g_hash_table_lookup (fixture->posts, post->id);

      if (before != NULL)
        post->found_by_answer = post->found_by_answer && before->found_by_answer;
      g_hash_table_replace (fixture->posts, post->id, post);
    }
  if (fixture->cancel_on_posts)
    g_cancellable_cancel (fixture->cancellable);
}

static void
take_progress (guint n_replies, guint n_expected, gpointer user_data)
{
  ((Fixture *) user_data)->n_progress++;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->reading = heed_network_read_finish (HEED_NETWORK (source), result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
read_account (Fixture *fixture, guint max_replies, gint64 since, const char *newer_than)
{
  HeedReadOptions options = { .max_replies = max_replies,
                              .since = since,
                              .newer_than = newer_than,
                              .posts = take_posts,
                              .progress = take_progress,
                              .user_data = fixture };

  g_clear_pointer (&fixture->reading, heed_reading_free);
  heed_network_read_async (fixture->network, fixture->account, &options, fixture->cancellable, read_cb, fixture);
  g_main_loop_run (fixture->loop);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static gint64
ask_number (HeedTestServer *server, const char *what, const char *name)
{
  g_autofree char *text = heed_test_server_ask (server, what);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  g_assert_nonnull (node);
  return json_object_get_int_member (json_node_get_object (node), name);
}

/* Customers' posts, and those of them that no post of the company names as its parent. */
typedef struct
{
  guint company;
  guint customers;
  guint answered;
  guint found_by_answer;
  guint silent;
  guint addressed;
} Counts;

static Counts
count (Fixture *fixture)
{
  g_autoptr (GHashTable) answered = g_hash_table_new (g_str_hash, g_str_equal);
  Counts counts = { 0 };
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, fixture->posts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HeedPost *post = value;

      if (post->from_company && post->parents != NULL)
        g_hash_table_add (answered, post->parents[0]);
    }
  g_hash_table_iter_init (&iter, fixture->posts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HeedPost *post = value;

      if (post->from_company)
        {
          g_assert_cmpstr (post->author, ==, fixture->account->id);
          g_assert_false (post->found_by_answer);
          counts.company++;
          continue;
        }
      counts.customers++;
      counts.found_by_answer += post->found_by_answer;
      counts.answered += g_hash_table_contains (answered, post->id);
      counts.silent += !g_hash_table_contains (answered, post->id);
      counts.addressed += post->addressees != NULL
                          && g_strv_contains ((const char *const *) post->addressees, fixture->account->id);
    }
  return counts;
}

static HeedTestServer *
start_made (const char *replies, const char *option, const char *value)
{
  const char *const options[] = { "--mastodon", replies, "--now", "1772359200", option, value, NULL };

  return heed_test_server_new (NULL, options);
}

/* A whole look at a made network: every post, every silence, and not one request more than needed. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  gboolean has_batch = GPOINTER_TO_INT (data);
  g_autoptr (HeedTestServer) server = start_made ("100", has_batch ? NULL : "--no-batch", NULL);

  resolve_care (fixture, server);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->account->server, ==, server->origin);
  g_assert_cmpstr (fixture->account->server_id, ==, "1");
  g_assert_true (g_str_has_suffix (fixture->account->id, "/users/care"));

  read_account (fixture, 400, NOW - 90 * DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->reading->why->len, ==, 0);
  g_assert_true (fixture->reading->is_whole);
  g_assert_true (fixture->reading->sees_unanswered);
  g_assert_cmpuint (fixture->n_progress, ==, 3);

  Counts counts = count (fixture);
  g_assert_cmpuint (counts.company, ==, 110);
  g_assert_cmpuint (counts.customers, ==, 110);
  g_assert_cmpuint (counts.answered, ==, 100);
  g_assert_cmpuint (counts.silent, ==, 10);
  /* Eight of ten customers are known only through their answer; those below an announcement were seen anyway. */
  g_assert_cmpuint (counts.found_by_answer, ==, 80);
  g_assert_cmpuint (counts.addressed, ==, 110);

  /* WebFinger, the account, 3 pages, 10 threads; 6 batches of parents, or one refused and each parent by itself. */
  gint64 n_requests = ask_number (server, "/_stats", "requests");
  g_assert_cmpint (ask_number (server, "/_stats", "max_concurrent"), <=, 8);
  if (has_batch)
    g_assert_cmpint (n_requests, ==, 2 + 3 + 10 + 6);
  else
    g_assert_cmpint (n_requests, <=, 2 + 3 + 10 + 6 + 100);

  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  assert_contains (asked, "/.well-known/webfinger?resource=acct:care@localhost:");
  assert_contains (asked, "/api/v1/accounts/lookup?acct=care");
  assert_contains (asked, "/api/v1/accounts/1/statuses?limit=40&exclude_reblogs=true");
}

/* A second look asks only for what is new; limits of number and age hold. */
static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = start_made ("100", NULL, NULL);

  resolve_care (fixture, server);
  read_account (fixture, 10, NOW - 90 * DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_autofree char *cursor = g_strdup (fixture->reading->cursor);
  g_assert_nonnull (cursor);
  g_assert_cmpuint (count (fixture).company, ==, 11);

  gint64 before = ask_number (server, "/_stats", "requests");
  read_account (fixture, 400, NOW - 90 * DAY_S, cursor);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (ask_number (server, "/_stats", "requests"), ==, before + 1);
  g_assert_null (fixture->reading->cursor);
  g_assert_true (fixture->reading->is_whole);

  /* One reply every four hours, so one day holds six of them. */
  g_hash_table_remove_all (fixture->posts);
  read_account (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count (fixture).answered, ==, 6);
}

/* Stopped in the middle: what came stays, and the end comes at once. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = start_made ("200", "--delay", "0.2");
  gint64 before;

  resolve_care (fixture, server);
  fixture->cancel_on_posts = TRUE;
  before = g_get_monotonic_time ();
  read_account (fixture, 400, NOW - 90 * DAY_S, NULL);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->reading);
  g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, 40);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_USEC_PER_SEC);
}

/* A server that counts: the reading ends before its patience does, and says so; the next look begins anew. */
static void
test_allowance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = start_made ("400", "--allowance", "30");

  resolve_care (fixture, server);
  read_account (fixture, 400, NOW - 90 * DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (fixture->reading->is_whole);
  g_assert_null (fixture->reading->cursor);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  assert_contains (fixture->reading->why->pdata[0], "check again in five minutes");
  g_assert_cmpuint (g_hash_table_size (fixture->posts), >=, 40);
  g_assert_cmpint (ask_number (server, "/_stats", "requests"), <=, 40);
}

#define FINGER                                                                                                         \
  "\"/.well-known/webfinger\": [{\"body\": {\"subject\": \"acct:care@localhost:{port}\", \"links\": [{\"rel\": "       \
  "\"self\","                                                                                                          \
  " \"type\": \"application/activity+json\", \"href\": \"{origin}/users/care\"}]}}]"
#define CARE "{\"id\": \"1\", \"acct\": \"care\", \"uri\": \"{origin}/users/care\", \"url\": \"{origin}/@care\"}"
#define LOOKUP "\"/api/v1/accounts/lookup\": [{\"body\": " CARE "}]"
#define STATUSES "\"/api/v1/accounts/1/statuses\""
#define ANN "{\"id\": \"8\", \"acct\": \"ann\", \"uri\": \"{origin}/users/ann\", \"url\": \"{origin}/@ann\"}"
#define REPLY(id, parent, time)                                                                                        \
  "{\"id\": \"" id "\", \"created_at\": \"" time "\", \"account\": " CARE ", \"in_reply_to_id\": \"" parent "\","      \
  " \"in_reply_to_account_id\": \"8\", \"replies_count\": 0, \"content\": \"<p>Sorry</p>\"}"

typedef struct
{
  const char *name;
  const char *script;
  int code;
  const char *message;
} Failure;

static const Failure resolve_failures[] = {
  { "no-such-name", "\"/.well-known/webfinger\": [{\"status\": 404, \"body\": \"<h1>\"}]", HEED_ERROR_NOT_FOUND,
    "knows no such account" },
  { "suspended", "\"/.well-known/webfinger\": [{\"status\": 410}]", HEED_ERROR_NOT_FOUND, "no longer on" },
  { "no-fediverse", "\"*\": [{\"headers\": {\"Content-Type\": \"text/html\"}, \"body\": \"<html>\"}]",
    HEED_ERROR_MALFORMED, "web page instead of data" },
  { "no-such-account", FINGER, HEED_ERROR_NOT_FOUND, "There is no account @care@localhost" },
  { "closed", FINGER ", \"*\": [{\"status\": 401, \"body\": {\"error\": \"This API requires an authenticated user\"}}]",
    HEED_ERROR_CLOSED, "shows nothing to visitors" },
  { "truncated", "\"*\": [{\"body\": \"{\\\"subject\\\": \\\"acct:\"}]", HEED_ERROR_MALFORMED, "cannot be understood" },
  { "not-an-object", "\"*\": [{\"body\": [1, 2]}]", HEED_ERROR_MALFORMED, "as a Mastodon server would" },
  { "other-actor",
    FINGER ", \"/api/v1/accounts/lookup\": [{\"body\": {\"id\": \"1\", \"acct\": \"care\", \"uri\":"
           " \"https://evil.example/users/care\"}}]",
    HEED_ERROR_MALFORMED, "as a Mastodon server would" },
  { "plain-actor",
    "\"/.well-known/webfinger\": [{\"body\": {\"subject\": \"acct:care@localhost:{port}\", \"links\": [{\"rel\": "
    "\"self\", \"type\": \"application/activity+json\", \"href\": \"http://plain.example/users/care\"}]}}]",
    HEED_ERROR_REFUSED, "not be encrypted" },
  { "huge", "\"*\": [{\"fill\": {\"text\": \"[\", \"bytes\": 100000000}}]", HEED_ERROR_MALFORMED, "far more" },
  { "deep", "\"*\": [{\"fill\": {\"text\": \"[\", \"bytes\": 1000000}}]", HEED_ERROR_MALFORMED,
    "cannot be understood" },
  { "loop", "\"*\": [{\"redirect\": \"{origin}/.well-known/webfinger?resource=acct:care@localhost:{port}\"}]",
    HEED_ERROR_MALFORMED, "one address to the next" },
  { "limited", "\"*\": [{\"status\": 429, \"headers\": {\"X-RateLimit-Reset\": \"2026-03-01T10:04:00.000Z\"}}]",
    HEED_ERROR_RATE_LIMITED, "try again in 4 minutes" },
  { "failing", "\"*\": [{\"status\": 500}]", HEED_ERROR_SERVER, "has trouble" },
};

static void
test_resolve_failure (Fixture *fixture, gconstpointer data)
{
  const Failure *failure = data;
  g_autofree char *script = g_strconcat ("{", failure->script, "}", NULL);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  resolve_care (fixture, server);
  g_assert_null (fixture->account);
  g_assert_error (fixture->error, HEED_ERROR, failure->code);
  assert_contains (fixture->error->message, failure->message);
}

static void
test_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new ("{\"*\": [{\"delay\": 20}]}", NULL);
  g_autofree char *address = g_strdup_printf ("@care@localhost:%s", server->port);
  g_autofree char *host = g_strdup_printf ("localhost:%s", server->port);
  HeedHttpLimit once = { .concurrent = 8, .tries = 1 };

  heed_http_set_limit (fixture->http, host, &once);
  heed_http_set_timing (fixture->http, 0, 300, 0);
  resolve (fixture, address);
  g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_OFFLINE);
  assert_contains (fixture->error->message, "did not answer in time");

  g_clear_pointer (&server, heed_test_server_free);
  resolve (fixture, address);
  g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_OFFLINE);
  assert_contains (fixture->error->message, "takes no connections");
}

/* The handle's host and the account's home are two: both must say the same. */
static void
test_split_domain (Fixture *fixture, gconstpointer data)
{
  gboolean agree = GPOINTER_TO_INT (data);
  g_autofree char *home_script = g_strdup_printf (
    "{\"/.well-known/webfinger\": [{\"body\": {\"subject\": \"acct:care@localhost:{port}\", \"links\": [{\"rel\": "
    "\"self\", \"type\": \"application/activity+json\", \"href\": \"{origin}/users/%s\"}]}}], " LOOKUP "}",
    agree ? "care" : "mallory");
  g_autoptr (HeedTestServer) home = heed_test_server_new (home_script, NULL);
  g_autofree char *site_script = g_strdup_printf (
    "{\"*\": [{\"body\": {\"subject\": \"acct:care@localhost:%s\", \"links\": [{\"rel\": \"self\", \"type\": "
    "\"application/activity+json\", \"href\": \"%s/users/care\"}]}}]}",
    home->port, home->origin);
  g_autoptr (HeedTestServer) site = heed_test_server_new (site_script, NULL);

  resolve_care (fixture, site);
  if (!agree)
    {
      g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_REFUSED);
      assert_contains (fixture->error->message, "do not agree");
      return;
    }
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->account->server, ==, home->origin);
  g_autofree char *handle = g_strdup_printf ("care@localhost:%s", home->port);
  g_assert_cmpstr (fixture->account->handle, ==, handle);
}

/* The first page is good, the second goes wrong: each failure is told, and the first page stays. */
static const Failure read_failures[] = {
  { "html", "{\"headers\": {\"Content-Type\": \"text/html\"}, \"body\": \"<html>\"}", HEED_ERROR_MALFORMED,
    "web page" },
  { "truncated", "{\"body\": \"[{\\\"id\\\": \\\"1\"}", HEED_ERROR_MALFORMED, "cannot be understood" },
  { "no-list", "{\"body\": {\"error\": \"x\"}}", HEED_ERROR_MALFORMED, "as a Mastodon server would" },
  { "huge", "{\"fill\": {\"text\": \"[\", \"bytes\": 100000000}}", HEED_ERROR_MALFORMED, "far more" },
  { "cut", "{\"body\": \"[1,2,3]\", \"cut\": 3}", HEED_ERROR_SERVER, "broke off" },
  { "failing", "{\"status\": 500}", HEED_ERROR_SERVER, "has trouble" },
  { "gone", "{\"status\": 410}", HEED_ERROR_NOT_FOUND, "no longer on" },
  { "closed", "{\"status\": 401}", HEED_ERROR_CLOSED, "shows nothing to visitors" },
};

static void
test_read_failure (Fixture *fixture, gconstpointer data)
{
  const Failure *failure = data;
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES
    ": [{\"headers\": {\"Link\": \"<{origin}/api/v1/accounts/1/statuses?max_id=5>; rel=\\\"next\\\"\"},"
    " \"body\": [" REPLY ("6", "4", "2026-03-01T09:00:00Z") "]}, %s]}",
    failure->script);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  resolve_care (fixture, server);
  g_assert_no_error (fixture->error);
  read_account (fixture, 400, NOW - DAY_S, NULL);
  g_assert_null (fixture->reading);
  g_assert_error (fixture->error, HEED_ERROR, failure->code);
  assert_contains (fixture->error->message, failure->message);
  g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, 1);
}

/* Limited on the first page there is nothing to show; later the reading ends early and says so. */
static void
test_limited (Fixture *fixture, gconstpointer data)
{
  static const char limited[] = "{\"status\": 429, \"headers\": {\"X-RateLimit-Reset\": \"2026-03-01T10:04:00.000Z\"}}";
  gboolean first = GPOINTER_TO_INT (data);
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES
    ": [%s{\"headers\": {\"Link\": \"<{origin}/api/v1/accounts/1/statuses?max_id=5>; rel=\\\"next\\\"\"},"
    " \"body\": [" REPLY ("6", "4", "2026-03-01T09:00:00Z") "]}, %s]}",
    first ? "{\"status\": 429, \"headers\": {\"Retry-After\": \"240\"}}, " : "", limited);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  resolve_care (fixture, server);
  read_account (fixture, 400, NOW - DAY_S, NULL);
  if (first)
    {
      g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_RATE_LIMITED);
      g_assert_cmpint (heed_error_get_wait (fixture->error), ==, 240);
      g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, 0);
      return;
    }
  g_assert_no_error (fixture->error);
  g_assert_false (fixture->reading->is_whole);
  g_assert_null (fixture->reading->cursor);
  g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, 1);
}

/* Odd ids, times in the future, a deleted parent, a next page on another host, a page that repeats itself. */
static void
test_odd (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new (
    "{" FINGER ", " LOOKUP
    ", " STATUSES ": [{\"headers\": {\"Link\": \"<https://evil.example/api?max_id=5>; rel=\\\"next\\\"\"}, \"body\": "
                  "[" REPLY ("01HX odd/../?&id=\\u00e9", "gone/..", "2026-03-01T09:00:00Z") ", " REPLY (
                    "f2", "4",
                    "2031-03-01T09:00:00Z") ", " REPLY ("f3", "4",
                                                        "not a time") ", 17, null, {}, " REPLY ("5", "4",
                                                                                                "2026-03-01T08:00:00."
                                                                                                "123456Z") "]}],"
                                                                                                           " \"/api/v1/"
                                                                                                           "statuses\":"
                                                                                                           " [{"
                                                                                                           "\"body\": "
                                                                                                           "[{\"id\": "
                                                                                                           "\"4\", "
                                                                                                           "\"created_"
                                                                                                           "at\": "
                                                                                                           "\"2026-03-"
                                                                                                           "01T07:00:"
                                                                                                           "00Z\", "
                                                                                                           "\"account\""
                                                                                                           ": " ANN
                                                                                                           ", "
                                                                                                           "\"content\""
                                                                                                           ": "
                                                                                                           "\"<p>@care "
                                                                                                           "help</"
                                                                                                           "p>\", "
                                                                                                           "\"mentions"
                                                                                                           "\": "
                                                                                                           "[]}]}]}",
    NULL);

  resolve_care (fixture, server);
  read_account (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count (fixture).company, ==, 2);
  g_assert_cmpuint (count (fixture).customers, ==, 1);
  g_assert_false (fixture->reading->is_whole);
  g_assert_cmpuint (fixture->reading->why->len, ==, 2);
  assert_contains (fixture->reading->why->pdata[0], "time in the future");
  assert_contains (fixture->reading->why->pdata[1], "without a readable time");
  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  assert_contains (asked, "?id%5B%5D=gone%2F..&id%5B%5D=4\"");
  assert_contains (asked, "&max_id=5\"");
  g_assert_null (strstr (asked, "evil"));
}

/* Visitors see the account's posts but no conversation: what the server's own people wrote is read instead. */
static void
test_closed_threads (Fixture *fixture, gconstpointer data)
{
  gboolean has_timeline = GPOINTER_TO_INT (data);
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES
    ": [{\"body\": [" REPLY ("6", "4", "2026-03-01T09:00:00Z") "]}, {\"body\": []}],"
                                                               " \"/api/v1/statuses/4\": [{\"status\": 401}]"
                                                               "%s}",
    has_timeline
      ? ", \"/api/v1/timelines/public\": [{\"body\": ["
        "{\"id\": \"7\", \"created_at\": \"2026-03-01T09:30:00Z\", \"account\": " ANN ", \"in_reply_to_id\": \"6\","
        " \"in_reply_to_account_id\": \"1\", \"content\": \"still waiting\"}, " REPLY (
          "6", "4",
          "2026-03-01T09:00:00Z") ", "
                                  "{\"id\": \"5\", \"created_at\": \"2026-03-01T08:30:00Z\", \"account\": " ANN
                                  ", \"content\": \"lunch\"},"
                                  "{\"id\": \"4\", \"created_at\": \"2026-03-01T08:00:00Z\", \"account\": " ANN
                                  ", \"content\": \"help\"}"
                                  "]}, {\"body\": []}]"
      : "");
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  resolve_care (fixture, server);
  read_account (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->reading->sees_unanswered, ==, has_timeline);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  assert_contains (fixture->reading->why->pdata[0],
                   has_timeline ? "on the same server" : "does not show conversations");
  g_assert_cmpuint (count (fixture).company, ==, 1);
  g_assert_cmpuint (count (fixture).customers, ==, has_timeline ? 2 : 0);
  g_assert_cmpuint (count (fixture).answered, ==, has_timeline ? 1 : 0);
  g_assert_cmpuint (count (fixture).found_by_answer, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/mastodon/whole/batch", Fixture, GINT_TO_POINTER (1), set_up, test_whole, tear_down);
  g_test_add ("/mastodon/whole/singly", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/mastodon/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/mastodon/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/mastodon/allowance", Fixture, NULL, set_up, test_allowance, tear_down);
  g_test_add ("/mastodon/down", Fixture, NULL, set_up, test_down, tear_down);
  g_test_add ("/mastodon/split-domain/agree", Fixture, GINT_TO_POINTER (1), set_up, test_split_domain, tear_down);
  g_test_add ("/mastodon/split-domain/disagree", Fixture, NULL, set_up, test_split_domain, tear_down);
  g_test_add ("/mastodon/limited/first-page", Fixture, GINT_TO_POINTER (1), set_up, test_limited, tear_down);
  g_test_add ("/mastodon/limited/later", Fixture, NULL, set_up, test_limited, tear_down);
  g_test_add ("/mastodon/odd", Fixture, NULL, set_up, test_odd, tear_down);
  g_test_add ("/mastodon/closed-threads/timeline", Fixture, GINT_TO_POINTER (1), set_up, test_closed_threads,
              tear_down);
  g_test_add ("/mastodon/closed-threads/nothing", Fixture, NULL, set_up, test_closed_threads, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (resolve_failures); i++)
    {
      g_autofree char *path = g_strconcat ("/mastodon/resolve/", resolve_failures[i].name, NULL);

      g_test_add (path, Fixture, &resolve_failures[i], set_up, test_resolve_failure, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (read_failures); i++)
    {
      g_autofree char *path = g_strconcat ("/mastodon/read/", read_failures[i].name, NULL);

      g_test_add (path, Fixture, &read_failures[i], set_up, test_read_failure, tear_down);
    }
  return g_test_run ();
}
