/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-test-reader.h"

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
test_resolve_failure (HeedTestReader *fixture, gconstpointer data)
{
  const Failure *failure = data;
  g_autofree char *script = g_strconcat ("{", failure->script, "}", NULL);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  heed_test_resolve_care (fixture, server);
  g_assert_null (fixture->account);
  g_assert_error (fixture->error, HEED_ERROR, failure->code);
  heed_test_assert_contains (fixture->error->message, failure->message);
}

static void
test_down (HeedTestReader *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new ("{\"*\": [{\"delay\": 20}]}", NULL);
  g_autofree char *address = g_strdup_printf ("@care@localhost:%s", server->port);
  g_autofree char *host = g_strdup_printf ("localhost:%s", server->port);
  HeedHttpLimit once = { .concurrent = 8, .tries = 1 };

  heed_http_set_limit (fixture->http, host, &once);
  heed_http_set_timing (fixture->http, 0, 300, 0);
  heed_test_resolve (fixture, address);
  g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_OFFLINE);
  heed_test_assert_contains (fixture->error->message, "did not answer in time");

  g_clear_pointer (&server, heed_test_server_free);
  heed_test_resolve (fixture, address);
  g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_OFFLINE);
  heed_test_assert_contains (fixture->error->message, "takes no connections");
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
test_read_failure (HeedTestReader *fixture, gconstpointer data)
{
  const Failure *failure = data;
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES
    ": [{\"headers\": {\"Link\": \"<{origin}/api/v1/accounts/1/statuses?max_id=5>; rel=\\\"next\\\"\"},"
    " \"body\": [" REPLY ("6", "4", "2026-03-01T09:00:00Z") "]}, %s]}",
    failure->script);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  heed_test_resolve_care (fixture, server);
  g_assert_no_error (fixture->error);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_null (fixture->reading);
  g_assert_error (fixture->error, HEED_ERROR, failure->code);
  heed_test_assert_contains (fixture->error->message, failure->message);
  g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, 1);
}

/* Limited on the first page there is nothing to show; later the reading ends early and says so. */
static void
test_limited (HeedTestReader *fixture, gconstpointer data)
{
  static const char limited[] = "{\"status\": 429, \"headers\": {\"X-RateLimit-Reset\": \"2026-03-01T10:04:00.000Z\"}}";
  gboolean first = GPOINTER_TO_INT (data);
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES
    ": [%s{\"headers\": {\"Link\": \"<{origin}/api/v1/accounts/1/statuses?max_id=5>; rel=\\\"next\\\"\"},"
    " \"body\": [" REPLY ("6", "4", "2026-03-01T09:00:00Z") "]}, %s]}",
    first ? "{\"status\": 429, \"headers\": {\"Retry-After\": \"240\"}}, " : "", limited);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
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

static void
add (const char *path, gconstpointer data, void (*test) (HeedTestReader *, gconstpointer))
{
  g_test_add (path, HeedTestReader, data, heed_test_reader_set_up, test, heed_test_reader_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/mastodon/down", NULL, test_down);
  add ("/mastodon/limited/first-page", GINT_TO_POINTER (1), test_limited);
  add ("/mastodon/limited/later", NULL, test_limited);
  for (guint i = 0; i < G_N_ELEMENTS (resolve_failures); i++)
    {
      g_autofree char *path = g_strconcat ("/mastodon/resolve/", resolve_failures[i].name, NULL);

      add (path, &resolve_failures[i], test_resolve_failure);
    }
  for (guint i = 0; i < G_N_ELEMENTS (read_failures); i++)
    {
      g_autofree char *path = g_strconcat ("/mastodon/read/", read_failures[i].name, NULL);

      add (path, &read_failures[i], test_read_failure);
    }
  return g_test_run ();
}
