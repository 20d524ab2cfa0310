/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "heed-error.h"
#include "heed-test-server.h"

#define NOW 1772359200

typedef struct
{
  HeedClock *clock;
  HeedHttp *http;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = heed_clock_new_fixed (NOW);
  fixture->http = heed_test_http_new (fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->http);
  heed_clock_free (fixture->clock);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static guint
count_requests (HeedTestServer *server)
{
  g_autofree char *stats = heed_test_server_ask (server, "/_stats");
  const char *number = strstr (stats, "\"requests\": ");

  g_assert_nonnull (number);
  return (guint) g_ascii_strtoull (number + strlen ("\"requests\": "), NULL, 10);
}

static void
assert_body (HeedHttpResponse *response, const char *expected)
{
  gsize length;
  const char *data = g_bytes_get_data (response->body, &length);
  g_autofree char *text = g_strndup (data, length);

  g_assert_cmpstr (text, ==, expected);
}

/* The answer and the exact request: honest name, packed answers welcome, no cookie, no referrer. */
static void
test_get (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer)
    server = heed_test_server_new ("{\"/a?b=c\": [{\"body\": \"hello\", \"gzip\": true, \"headers\":"
                                   " {\"X-One\": \"1\", \"Set-Cookie\": \"a=b\"}}]}",
                                   NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) response = heed_test_get (fixture->http, server, "/a?b=c", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpstr (heed_http_response_get_header (response, "x-one"), ==, "1");
  assert_body (response, "hello");

  g_autoptr (HeedHttpResponse) again = heed_test_get (fixture->http, server, "/a?b=c", &error);
  g_assert_no_error (error);
  assert_body (again, "hello");
  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  assert_contains (asked, "\"method\": \"GET\", \"target\": \"/a?b=c\"");
  assert_contains (asked, "[\"User-Agent\", \"Heed/" HEED_VERSION " (" HEED_APPLICATION_ID ") libcurl/");
  g_assert_null (strstr (asked, "Cookie"));
  g_assert_null (strstr (asked, "Authorization"));
}

static void
test_post (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new ("{\"*\": [{\"status\": 503}]}", NULL);
  g_autofree char *url = g_strconcat (server->origin, "/post", NULL);
  g_autoptr (GBytes) body = g_bytes_new_static ("{\"a\":1}", 7);
  g_autoptr (GError) error = NULL;
  HeedHttpRequest request = {
    .method = "POST", .url = url, .body = body, .content_type = "application/json", .token = "tok"
  };
  g_autoptr (HeedHttpResponse) response = heed_test_send (fixture->http, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 503);
  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  assert_contains (asked, "\"method\": \"POST\", \"target\": \"/post\"");
  assert_contains (asked, "[\"Content-Type\", \"application/json\"]");
  assert_contains (asked, "[\"Authorization\", \"Bearer tok\"]");
  assert_contains (asked, "\"body\": \"{\\\"a\\\":1}\"");
  /* A write is tried once, whatever happens. */
  g_assert_cmpuint (count_requests (server), ==, 1);
}

/* Every failure: what the person is told, and how often it was tried. */
typedef struct
{
  const char *name;
  const char *answers;
  guint status;
  int code;
  const char *message;
  guint n_requests;
} Failure;

static const Failure failures[] = {
  { "503-then-200", "{\"status\": 503}, {\"body\": \"x\"}", 200, -1, NULL, 2 },
  { "502-stays", "{\"status\": 502}", 502, -1, NULL, 3 },
  { "500-is-not-retried", "{\"status\": 500}", 500, -1, NULL, 1 },
  { "404", "{\"status\": 404, \"body\": \"<html>\"}", 404, -1, NULL, 1 },
  { "cut-then-whole", "{\"body\": \"[1,2,3]\", \"cut\": 3}, {\"body\": \"[1]\"}", 200, -1, NULL, 2 },
  { "cut-stays", "{\"body\": \"[1,2,3]\", \"cut\": 3}", 0, HEED_ERROR_SERVER, "broke off", 3 },
  { "closed", "{\"close\": true}", 0, HEED_ERROR_SERVER, "broke off", 3 },
  { "garbage", "{\"garbage\": 300}", 0, HEED_ERROR_MALFORMED, "cannot be read", 1 },
  { "html", "{\"headers\": {\"Content-Type\": \"text/html\"}, \"body\": \"<html>\"}", 0, HEED_ERROR_MALFORMED,
    "web page instead of data", 1 },
  { "429-short", "{\"status\": 429, \"headers\": {\"Retry-After\": \"1\"}}, {\"body\": \"x\"}", 200, -1, NULL, 2 },
  { "429-long", "{\"status\": 429, \"headers\": {\"Retry-After\": \"240\"}}", 0, HEED_ERROR_RATE_LIMITED, "4 minutes",
    1 },
  { "429-forever", "{\"status\": 429}", 0, HEED_ERROR_RATE_LIMITED, "asks for a pause", 3 },
  { "503-long", "{\"status\": 503, \"headers\": {\"Retry-After\": \"90\"}}", 0, HEED_ERROR_RATE_LIMITED, "2 minutes",
    1 },
  { "huge", "{\"fill\": {\"text\": \"[1,2],\", \"bytes\": 100000000}}", 0, HEED_ERROR_MALFORMED, "far more", 1 },
  { "bomb", "{\"fill\": {\"text\": \"0\", \"bytes\": 20000000}, \"gzip\": true}", 0, HEED_ERROR_MALFORMED, "far more",
    1 },
  { "redirect", "{\"redirect\": \"/2\"}", 200, -1, NULL, 2 },
  { "redirect-loop", "{\"redirect\": \"/\"}", 0, HEED_ERROR_MALFORMED, "one address to the next", 1 },
  { "redirect-chain", "{\"redirect\": \"/r1\"}", 0, HEED_ERROR_MALFORMED, "one address to the next", 6 },
  { "redirect-plain", "{\"redirect\": \"http://example.com/\"}", 0, HEED_ERROR_REFUSED, "not be encrypted", 1 },
  { "redirect-file", "{\"redirect\": \"file:///etc/passwd\"}", 0, HEED_ERROR_MALFORMED, "not an internet address", 1 },
};

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  const Failure *failure = data;
  g_autofree char *script = g_strdup_printf ("{\"/\": [%s], \"/2\": [{\"body\": \"{}\"}],"
                                             " \"/r1\": [{\"redirect\": \"/r2\"}], \"/r2\": [{\"redirect\": \"/r3\"}],"
                                             " \"/r3\": [{\"redirect\": \"/r4\"}], \"/r4\": [{\"redirect\": \"/r5\"}],"
                                             " \"/r5\": [{\"redirect\": \"/2\"}]}",
                                             failure->answers);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);
  g_autofree char *url = g_strconcat (server->origin, "/", NULL);
  g_autoptr (GError) error = NULL;
  HeedHttpRequest request = { .url = url, .expect_json = TRUE };
  g_autoptr (HeedHttpResponse) response = heed_test_send (fixture->http, &request, NULL, &error);

  if (failure->status != 0)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (response->status, ==, failure->status);
    }
  else
    {
      g_assert_null (response);
      g_assert_error (error, HEED_ERROR, failure->code);
      assert_contains (error->message, failure->message);
      if (strstr (failure->name, "-plain") == NULL && strstr (failure->name, "-file") == NULL)
        assert_contains (error->message, server->port);
    }
  if (g_str_equal (failure->name, "429-long"))
    g_assert_cmpint (heed_error_get_wait (error), ==, 240);
  g_assert_cmpuint (count_requests (server), ==, failure->n_requests);
}

static void
test_slow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer)
    server = heed_test_server_new ("{\"/late\": [{\"delay\": 30}], \"/drip\": [{\"body\": \"12345678\","
                                   " \"drip\": {\"bytes\": 1, \"every\": 0.2}}]}",
                                   NULL);
  HeedHttpLimit once = { .concurrent = 1, .tries = 1 };
  g_autofree char *host = g_strconcat ("localhost:", server->port, NULL);

  heed_http_set_timing (fixture->http, 0, 400, 0);
  heed_http_set_limit (fixture->http, host, &once);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedHttpResponse) response = heed_test_get (fixture->http, server, i == 0 ? "/late" : "/drip", &error);

      g_assert_null (response);
      g_assert_error (error, HEED_ERROR, HEED_ERROR_OFFLINE);
      assert_contains (error->message, "did not answer in time");
    }
}

static void
test_unreachable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new ("{}", NULL);
  g_autofree char *refused = g_strconcat (server->origin, "/", NULL);
  const struct
  {
    const char *url;
    int code;
    const char *message;
  } rows[] = {
    { refused, HEED_ERROR_OFFLINE, "takes no connections" },
    { "https://no-such-host.invalid/", HEED_ERROR_OFFLINE, "was not found" },
    { "http://example.com/", HEED_ERROR_REFUSED, "not be encrypted" },
    { "ftp://localhost/", HEED_ERROR_REFUSED, "not be encrypted" },
    { "https://name:pass@example.com/", HEED_ERROR_MALFORMED, "not an internet address" },
    { "nonsense", HEED_ERROR_MALFORMED, "not an internet address" },
    { "https:///nowhere", HEED_ERROR_MALFORMED, "not an internet address" },
  };

  g_clear_pointer (&server, heed_test_server_free);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      HeedHttpRequest request = { .url = rows[i].url };
      g_autoptr (HeedHttpResponse) response = heed_test_send (fixture->http, &request, NULL, &error);

      g_assert_null (response);
      g_assert_error (error, HEED_ERROR, rows[i].code);
      assert_contains (error->message, rows[i].message);
    }

  /* Without leave for tests, plain http is refused on this machine too. */
  g_autoptr (GError) error = NULL;
  HeedHttpRequest request = { .url = refused };
  heed_http_set_allow_loopback (fixture->http, FALSE);
  g_assert_null (heed_test_send (fixture->http, &request, NULL, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
}

/* A token goes to the host it was given for; the redirect is not followed. */
static void
test_token (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) other = heed_test_server_new ("{\"*\": [{\"body\": \"x\"}]}", NULL);
  g_autofree char *script = g_strdup_printf ("{\"*\": [{\"redirect\": \"%s/away\"}]}", other->origin);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);
  g_autofree char *url = g_strconcat (server->origin, "/", NULL);
  const char *const headers[] = { "X-Private: yes", NULL };
  HeedHttpRequest request = { .url = url, .token = "tok" };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) kept = heed_test_send (fixture->http, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kept->status, ==, 302);
  g_assert_cmpuint (count_requests (other), ==, 0);

  request.token = NULL;
  request.headers = headers;
  g_autoptr (HeedHttpResponse) followed = heed_test_send (fixture->http, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (followed->status, ==, 200);
  g_assert_true (g_str_has_prefix (followed->url, other->origin));
  g_autofree char *here = heed_test_server_ask (server, "/_requests");
  g_autofree char *there = heed_test_server_ask (other, "/_requests");
  assert_contains (here, "X-Private");
  assert_contains (there, "/away");
  g_assert_null (strstr (there, "X-Private"));
}

/* A throwaway authority and a certificate signed by it for @name; returns their folder. */
static char *
make_certificates (const char *name)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("heed-tls-XXXXXX", &error);
  g_autofree char *command = g_strdup_printf (
    "cd %s && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -keyout ca.key -out ca.pem "
    "-subj '/CN=Test CA' -addext basicConstraints=critical,CA:TRUE 2>/dev/null && "
    "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out csr.pem -subj /CN=%s "
    "2>/dev/null && printf 'subjectAltName=DNS:%s\\n' >ext && "
    "openssl x509 -req -in csr.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out cert.pem "
    "2>/dev/null",
    folder, name, name);
  const char *const argv[] = { "sh", "-c", command, NULL };
  int status = -1;

  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* A certificate for this name by a trusted authority is taken; the wrong name and an unknown authority are not. */
static void
check_certificate (Fixture *fixture, const char *name, gboolean trusted, gboolean is_good)
{
  g_autofree char *folder = make_certificates (name);
  g_autofree char *ca = g_build_filename (folder, "ca.pem", NULL);
  g_autofree char *cert = g_build_filename (folder, "cert.pem", NULL);
  g_autofree char *key = g_build_filename (folder, "key.pem", NULL);
  const char *const options[] = { "--tls", cert, key, NULL };
  g_autoptr (HeedTestServer) server = heed_test_server_new ("{\"*\": [{\"body\": \"safe\"}]}", options);
  g_autoptr (GError) error = NULL;

  heed_http_set_ca_file (fixture->http, trusted ? ca : NULL);
  g_autoptr (HeedHttpResponse) response = heed_test_get (fixture->http, server, "/", &error);
  remove_folder (folder);
  if (is_good)
    {
      g_assert_no_error (error);
      assert_body (response, "safe");
      return;
    }
  g_assert_null (response);
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  assert_contains (error->message, "certificate is not valid");
}

static void
test_certificate (Fixture *fixture, gconstpointer data)
{
  check_certificate (fixture, "localhost", TRUE, TRUE);
  check_certificate (fixture, "localhost", FALSE, FALSE);
  check_certificate (fixture, "elsewhere.example", TRUE, FALSE);
}

typedef struct
{
  GMainLoop *loop;
  guint n_left;
  guint n_failed;
  int code;
  GCancellable *cancellable;
  GString *order;
} Many;

static void
many_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Many *many = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) response = heed_http_send_finish (HEED_HTTP (source), result, &error);

  if (response != NULL && many->order != NULL)
    g_string_append_c (many->order, response->url[strlen (response->url) - 1]);
  if (error != NULL)
    {
      many->n_failed++;
      many->code = error->code;
    }
  if (--many->n_left == 0)
    g_main_loop_quit (many->loop);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
send_many (Fixture *fixture, HeedTestServer *server, guint n, Many *many)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  many->loop = loop;
  many->n_left = n;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *url = g_strdup_printf ("%s/%u", server->origin, i);
      HeedHttpRequest request = { .url = url, .urgent = i == n - 1 };

      heed_http_send_async (fixture->http, &request, many->cancellable, many_sent_cb, many);
    }
  g_main_loop_run (loop);
}

/* Two at once unless told otherwise; an urgent request overtakes those that wait. */
static void
test_queue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new ("{\"*\": [{\"body\": \"x\", \"delay\": 0.05}]}", NULL);
  g_autofree char *host = g_strconcat ("localhost:", server->port, NULL);
  g_autoptr (GString) order = g_string_new (NULL);
  HeedHttpLimit five = { .concurrent = 5, .tries = 3 };
  Many many = { .order = order };

  send_many (fixture, server, 8, &many);
  g_assert_cmpuint (many.n_failed, ==, 0);
  g_assert_cmpint (strchr (order->str, '7') - order->str, <=, 3);
  g_autofree char *stats = heed_test_server_ask (server, "/_stats");
  assert_contains (stats, "\"requests\": 8, \"max_concurrent\": 2,");

  heed_http_set_limit (fixture->http, host, &five);
  send_many (fixture, server, 15, &many);
  g_autofree char *more = heed_test_server_ask (server, "/_stats");
  assert_contains (more, "\"requests\": 23, \"max_concurrent\": 5,");
}

/* Cancelling ends what runs, what waits and what sleeps, at once. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer)
    server = heed_test_server_new ("{\"/0\": [{\"status\": 503, \"headers\": {\"Retry-After\": \"20\"}}],"
                                   " \"*\": [{\"delay\": 20}]}",
                                   NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 before = g_get_monotonic_time ();
  Many many = { .cancellable = cancellable };

  g_timeout_add (300, cancel_cb, cancellable);
  send_many (fixture, server, 6, &many);
  g_assert_cmpuint (many.n_failed, ==, 6);
  g_assert_cmpint (many.code, ==, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 5 * G_USEC_PER_SEC);

  /* What is cancelled before it begins asks nobody. */
  guint n_before = count_requests (server);
  send_many (fixture, server, 2, &many);
  g_assert_cmpuint (many.n_failed, ==, 8);
  g_assert_cmpuint (count_requests (server), ==, n_before);
}

/* A session works in the main context of whoever asks, one after the other. */
static void
test_context (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new (
    "{\"/busy\": [{\"status\": 503}, {\"body\": \"x\"}], \"*\": [{\"body\": \"x\"}]}", NULL);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autofree char *url = g_strconcat (server->origin, "/busy", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) first = heed_test_get (fixture->http, server, "/", &error);
  HeedHttpRequest request = { .url = url };
  Many many = { .loop = loop, .n_left = 1 };

  g_assert_no_error (error);
  assert_body (first, "x");
  g_main_context_push_thread_default (context);
  heed_http_send_async (fixture->http, &request, NULL, many_sent_cb, &many);
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (context);
  g_assert_cmpuint (many.n_failed, ==, 0);

  g_autoptr (HeedHttpResponse) last = heed_test_get (fixture->http, server, "/", &error);
  g_assert_no_error (error);
  assert_body (last, "x");
  g_assert_cmpuint (count_requests (server), ==, 4);
}

/* A host that asks for a long pause is left alone: the rest of the queue is told, not sent. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer)
    server = heed_test_server_new ("{\"*\": [{\"status\": 429, \"headers\": {\"X-RateLimit-Reset\":"
                                   " \"2026-03-01T10:04:00.000Z\"}}]}",
                                   NULL);
  Many many = { 0 };

  send_many (fixture, server, 10, &many);
  g_assert_cmpuint (many.n_failed, ==, 10);
  g_assert_cmpint (many.code, ==, HEED_ERROR_RATE_LIMITED);
  g_assert_cmpuint (count_requests (server), <=, 2);
}

typedef struct
{
  HeedHttp *http;
  GMainLoop *loop;
} Last;

static void
last_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Last *last = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) response = heed_http_send_finish (HEED_HTTP (source), result, &error);

  g_assert_null (response);
  g_assert_error (error, HEED_ERROR, HEED_ERROR_RATE_LIMITED);
  g_clear_object (&last->http);
  g_main_loop_quit (last->loop);
}

/* What slept between two tries is refused on waking, and nobody needs the session after that. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer)
    server = heed_test_server_new ("{\"/sleeps\": [{\"status\": 503}],"
                                   " \"*\": [{\"status\": 429, \"headers\": {\"Retry-After\": \"3000\"}}]}",
                                   NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *sleeps = g_strconcat (server->origin, "/sleeps", NULL);
  g_autofree char *stops = g_strconcat (server->origin, "/stops", NULL);
  HeedHttpRequest request = { .url = sleeps };
  Last last = { heed_test_http_new (fixture->clock), loop };
  Many others = { .loop = loop, .n_left = 2 };

  heed_http_set_timing (last.http, 0, 0, 500);
  heed_http_send_async (last.http, &request, NULL, last_sent_cb, &last);
  request.url = stops;
  heed_http_send_async (last.http, &request, NULL, many_sent_cb, &others);
  g_main_loop_run (loop);
  g_assert_null (last.http);
  g_assert_cmpuint (others.n_failed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/http/get", Fixture, NULL, set_up, test_get, tear_down);
  g_test_add ("/http/post", Fixture, NULL, set_up, test_post, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/http/failure/", failures[i].name, NULL);

      g_test_add (path, Fixture, &failures[i], set_up, test_failure, tear_down);
    }
  g_test_add ("/http/slow", Fixture, NULL, set_up, test_slow, tear_down);
  g_test_add ("/http/unreachable", Fixture, NULL, set_up, test_unreachable, tear_down);
  g_test_add ("/http/token", Fixture, NULL, set_up, test_token, tear_down);
  g_test_add ("/http/certificate", Fixture, NULL, set_up, test_certificate, tear_down);
  g_test_add ("/http/queue", Fixture, NULL, set_up, test_queue, tear_down);
  g_test_add ("/http/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/http/context", Fixture, NULL, set_up, test_context, tear_down);
  g_test_add ("/http/let-go", Fixture, NULL, set_up, test_let_go, tear_down);
  g_test_add ("/http/pause", Fixture, NULL, set_up, test_pause, tear_down);
  return g_test_run ();
}
