/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-error.h"
#include "heed-test-reader.h"

#define PINNED "/api/v1/accounts/1/statuses?pinned=true&limit=20"

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
count (HeedTestReader *fixture)
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
test_whole (HeedTestReader *fixture, gconstpointer data)
{
  gboolean has_batch = GPOINTER_TO_INT (data);
  g_autoptr (HeedTestServer) server = start_made ("100", has_batch ? NULL : "--no-batch", NULL);

  heed_test_resolve_care (fixture, server);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->account->server, ==, server->origin);
  g_assert_cmpstr (fixture->account->server_id, ==, "1");
  g_assert_true (g_str_has_suffix (fixture->account->id, "/users/care"));

  heed_test_read (fixture, 400, NOW - 90 * DAY_S, NULL);
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

  /* WebFinger, the account, what is pinned, 3 pages, 10 threads; 6 batches of parents, or one refused and each parent
   * by itself. */
  gint64 n_requests = ask_number (server, "/_stats", "requests");
  g_assert_cmpint (ask_number (server, "/_stats", "max_concurrent"), <=, 8);
  if (has_batch)
    g_assert_cmpint (n_requests, ==, 3 + 3 + 10 + 6);
  else
    g_assert_cmpint (n_requests, <=, 3 + 3 + 10 + 6 + 100);

  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  heed_test_assert_contains (asked, "/.well-known/webfinger?resource=acct:care@localhost:");
  heed_test_assert_contains (asked, "/api/v1/accounts/lookup?acct=care");
  heed_test_assert_contains (asked, "/api/v1/accounts/1/statuses?limit=40&exclude_reblogs=true");
  heed_test_assert_contains (asked, PINNED);
  g_assert_cmpuint (g_strv_length (fixture->reading->pinned), ==, 0);
}

/* A second look asks only for what is new, and for what is pinned now; limits of number and age hold. */
static void
test_limits (HeedTestReader *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = start_made ("100", NULL, NULL);

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 10, NOW - 90 * DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_autofree char *cursor = g_strdup (fixture->reading->cursor);
  g_assert_nonnull (cursor);
  g_assert_cmpuint (count (fixture).company, ==, 11);

  gint64 before = ask_number (server, "/_stats", "requests");
  heed_test_read (fixture, 400, NOW - 90 * DAY_S, cursor);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (ask_number (server, "/_stats", "requests"), ==, before + 2);
  g_assert_null (fixture->reading->cursor);
  g_assert_true (fixture->reading->is_whole);

  /* One reply every four hours, so one day holds six of them. */
  g_hash_table_remove_all (fixture->posts);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count (fixture).answered, ==, 6);
}

/* Stopped in the middle: what came stays, and the end comes at once. */
static void
test_cancel (HeedTestReader *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = start_made ("200", "--delay", "0.2");
  gint64 before;

  heed_test_resolve_care (fixture, server);
  fixture->cancel_on_posts = TRUE;
  before = g_get_monotonic_time ();
  heed_test_read (fixture, 400, NOW - 90 * DAY_S, NULL);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->reading);
  g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, 40);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_USEC_PER_SEC);
}

/* A server that counts: the reading ends before its patience does, and says so; the next look begins anew. */
static void
test_allowance (HeedTestReader *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = start_made ("400", "--allowance", "30");

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - 90 * DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (fixture->reading->is_whole);
  g_assert_null (fixture->reading->cursor);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  heed_test_assert_contains (fixture->reading->why->pdata[0], "check again in five minutes");
  g_assert_cmpuint (g_hash_table_size (fixture->posts), >=, 40);
  g_assert_cmpint (ask_number (server, "/_stats", "requests"), <=, 40);
}

/* The handle's host and the account's home are two: both must say the same. */
static void
test_split_domain (HeedTestReader *fixture, gconstpointer data)
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

  heed_test_resolve_care (fixture, site);
  if (!agree)
    {
      g_assert_error (fixture->error, HEED_ERROR, HEED_ERROR_REFUSED);
      heed_test_assert_contains (fixture->error->message, "do not agree");
      return;
    }
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->account->server, ==, home->origin);
  g_autofree char *handle = g_strdup_printf ("care@localhost:%s", home->port);
  g_assert_cmpstr (fixture->account->handle, ==, handle);
}

/* Odd ids, times in the future, a deleted parent, a next page on another host, a page that repeats itself. */
static void
test_odd (HeedTestReader *fixture, gconstpointer data)
{
  g_autoptr (HeedTestServer) server = heed_test_server_new (
    "{" FINGER ", " LOOKUP ", " STATUSES
    ": [{\"headers\": {\"Link\": \"<https://evil.example/api?max_id=5>; rel=\\\"next\\\"\"}, \"body\": "
    "[" REPLY ("01HX odd/../?&id=\\u00e9", "gone/..", "2026-03-01T09:00:00Z") ", " REPLY (
      "f2", "4", "2031-03-01T09:00:00Z") ", " REPLY ("f3", "4",
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
                                                                                                        ": " ANN ", "
                                                                                                        "\"content\""
                                                                                                        ": "
                                                                                                        "\"<p>@care "
                                                                                                        "help</"
                                                                                                        "p>\", "
                                                                                                        "\"mentions"
                                                                                                        "\": "
                                                                                                        "[]}]}]}",
    NULL);

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count (fixture).company, ==, 2);
  g_assert_cmpuint (count (fixture).customers, ==, 1);
  g_assert_false (fixture->reading->is_whole);
  g_assert_cmpuint (fixture->reading->why->len, ==, 2);
  heed_test_assert_contains (fixture->reading->why->pdata[0], "time in the future");
  heed_test_assert_contains (fixture->reading->why->pdata[1], "without a readable time");
  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  heed_test_assert_contains (asked, "?id%5B%5D=gone%2F..&id%5B%5D=4\"");
  heed_test_assert_contains (asked, "&max_id=5\"");
  g_assert_null (strstr (asked, "evil"));
}

/* Visitors see the account's posts but no conversation: what the server's own people wrote is read instead. */
static void
test_closed_threads (HeedTestReader *fixture, gconstpointer data)
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

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->reading->sees_unanswered, ==, has_timeline);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  heed_test_assert_contains (fixture->reading->why->pdata[0],
                             has_timeline ? "on the same server" : "does not show conversations");
  g_assert_cmpuint (count (fixture).company, ==, 1);
  g_assert_cmpuint (count (fixture).customers, ==, has_timeline ? 2 : 0);
  g_assert_cmpuint (count (fixture).answered, ==, has_timeline ? 1 : 0);
  g_assert_cmpuint (count (fixture).found_by_answer, ==, 0);
}

/* A status of the company or of a customer, with what stands above and below it. */
static char *
make_status (const char *id, const char *hour, gboolean by_company, const char *parent, gboolean to_company,
             guint n_replies)
{
  return g_strdup_printf ("{\"id\": \"%s\", \"created_at\": \"2026-03-01T%s:00:00Z\", \"account\": %s,"
                          " \"in_reply_to_id\": %s, \"in_reply_to_account_id\": %s, \"replies_count\": %u,"
                          " \"content\": \"x\", \"mentions\": []}",
                          id, hour, by_company ? CARE : ANN, parent, to_company ? "\"1\"" : "\"8\"", n_replies);
}

/* A conversation is asked for once, at the company's first post in it that is read: 40 and 10 here. 60 stands below
 * 40, and 20 below 10, whose own beginning is too old; nothing stands below 30. */
static void
test_threads (HeedTestReader *fixture, gconstpointer data)
{
  g_autofree char *own_60 = make_status ("60", "08", TRUE, "\"50\"", FALSE, 1);
  g_autofree char *own_40 = make_status ("40", "06", TRUE, "null", FALSE, 2);
  g_autofree char *own_30 = make_status ("30", "05", TRUE, "\"29\"", FALSE, 0);
  g_autofree char *own_20 = make_status ("20", "04", TRUE, "\"15\"", FALSE, 1);
  g_autofree char *own_10 = make_status ("10", "03", TRUE, "\"5\"", FALSE, 1);
  g_autofree char *ann_50 = make_status ("50", "07", FALSE, "\"40\"", TRUE, 1);
  g_autofree char *ann_29 = make_status ("29", "04", FALSE, "null", FALSE, 1);
  g_autofree char *ann_15 = make_status ("15", "03", FALSE, "\"10\"", TRUE, 1);
  g_autofree char *ann_5 = make_status ("5", "02", FALSE, "\"1\"", TRUE, 1);
  g_autofree char *ann_55 = make_status ("55", "07", FALSE, "\"40\"", TRUE, 0);
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES ": [{\"body\": [%s, %s, %s, %s, %s]}, {\"body\": []}],"
    " \"/api/v1/statuses\": [{\"body\": [%s, %s, %s, %s]}],"
    " \"/api/v1/statuses/40/context\": [{\"body\": {\"ancestors\": [], \"descendants\": [%s, %s]}}],"
    " \"/api/v1/statuses/10/context\": [{\"body\": {\"ancestors\": [], \"descendants\": [%s]}}]}",
    own_60, own_40, own_30, own_20, own_10, ann_50, ann_29, ann_15, ann_5, ann_50, ann_55, ann_15);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_assert_cmpstr (fixture->reading->cursor, ==, "60");

  g_autofree char *asked = heed_test_server_ask (server, "/_requests");
  heed_test_assert_contains (asked, "/api/v1/statuses/40/context");
  heed_test_assert_contains (asked, "/api/v1/statuses/10/context");
  g_assert_null (strstr (asked, "/60/context"));
  g_assert_null (strstr (asked, "/30/context"));
  g_assert_null (strstr (asked, "/20/context"));
  /* 29 and 5 are known only because they were answered; 55 got no answer, and it shows. */
  Counts counts = count (fixture);
  g_assert_cmpuint (counts.company, ==, 5);
  g_assert_cmpuint (counts.customers, ==, 5);
  g_assert_cmpuint (counts.found_by_answer, ==, 2);
  g_assert_cmpuint (counts.silent, ==, 1);
}

/* What is pinned is years old, and part of it not the account's own: it is told beside what else was read (S1). */
static void
test_pinned (HeedTestReader *fixture, gconstpointer data)
{
  g_autofree char *news = make_status ("60", "08", TRUE, "null", FALSE, 0);
  g_autofree char *anns = make_status ("3", "01", FALSE, "null", FALSE, 0);
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES ": [{\"body\": [%s]}, {\"body\": []}], \"" PINNED
    "\": [{\"body\": [{\"id\": \"2\", \"created_at\": \"2023-05-01T08:00:00Z\", \"account\": " CARE
    ", \"content\": \"<p>Nobody answers here.</p>\"}, %s, null]}]}",
    news, anns);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);
  g_autofree char *id = g_strdup_printf ("localhost:%s/2", server->port);

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->reading->is_whole);
  g_assert_cmpstr (fixture->reading->cursor, ==, "60");
  g_assert_cmpuint (g_strv_length (fixture->reading->pinned), ==, 1);
  g_assert_cmpstr (fixture->reading->pinned[0], ==, id);
  g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, 2);
  const HeedPost *post = g_hash_table_lookup (fixture->posts, id);
  g_assert_true (post->pinned);
  g_assert_cmpstr (post->text, ==, "Nobody answers here.");
}

/* A server that answers with the newest posts whatever is asked, and says of each whether it is pinned. */
static void
test_pinned_each (HeedTestReader *fixture, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GString) posts = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (posts,
                            "%s{\"id\": \"%u\", \"created_at\": \"2026-03-01T08:00:00Z\", \"account\": " CARE
                            ", \"content\": \"x\", \"pinned\": %s}",
                            i > 0 ? "," : "", 90 - i, i == 1 ? "true" : "false");
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", " LOOKUP ", " STATUSES ": [{\"body\": [%s]}, {\"body\": []}], \"" PINNED "\": [{\"body\": [%s]}]}",
    posts->str, posts->str);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);
  g_autofree char *id = g_strdup_printf ("localhost:%s/89", server->port);

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_hash_table_size (fixture->posts), ==, n);
  g_assert_cmpint (((HeedPost *) g_hash_table_lookup (fixture->posts, id))->pinned, ==, TRUE);
  for (char **pinned = fixture->reading->pinned; *pinned != NULL; pinned++)
    g_assert_cmpstr (*pinned, ==, id);
  g_assert_cmpuint (g_strv_length (fixture->reading->pinned), >, 0);
  g_assert_true (fixture->reading->is_whole);
}

/* A server that does not tell what is pinned, in each way: the rest is read, and the lack is said. */
static void
test_pinned_hidden (HeedTestReader *fixture, gconstpointer data)
{
  const char *answer = data;
  g_autofree char *news = make_status ("60", "08", TRUE, "null", FALSE, 0);
  g_autoptr (GString) many = g_string_new ("{\"body\": [");

  for (guint i = 0; i < 11; i++)
    g_string_append_printf (many, "%s%s", i > 0 ? "," : "", news);
  g_string_append (many, "]}");
  g_autofree char *script = g_strdup_printf ("{" FINGER ", " LOOKUP ", " STATUSES
                                             ": [{\"body\": [%s]}, {\"body\": []}], "
                                             "\"" PINNED "\": [%s]}",
                                             news, answer != NULL ? answer : many->str);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);

  heed_test_resolve_care (fixture, server);
  heed_test_read (fixture, 400, NOW - DAY_S, NULL);
  g_assert_no_error (fixture->error);
  g_assert_null (fixture->reading->pinned);
  g_assert_false (fixture->reading->is_whole);
  g_assert_cmpuint (fixture->reading->why->len, ==, 1);
  heed_test_assert_contains (fixture->reading->why->pdata[0], "at the top of its profile");
  g_assert_cmpstr (fixture->reading->cursor, ==, "60");
  g_assert_cmpuint (count (fixture).company, ==, 1);
}

/* Where to an account moved, with the server it names; its bio names whoever it mentions in full. */
static void
test_moved (HeedTestReader *fixture, gconstpointer data)
{
  const char *acct = data;
  g_autofree char *script = g_strdup_printf (
    "{" FINGER ", \"/api/v1/accounts/lookup\": [{\"body\": {\"id\": \"1\", \"acct\": \"care\", \"note\": "
    "\"<p>For help: <a href='https://new.example/@help' class='u-url mention'>@<span>help</span></a></p>\", "
    "\"moved\": {\"id\": \"77\", \"acct\": \"%s\"}}}]}",
    acct);
  g_autoptr (HeedTestServer) server = heed_test_server_new (script, NULL);
  g_autofree char *local = g_strdup_printf ("%s@localhost:%s", acct, server->port);

  heed_test_resolve_care (fixture, server);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->account->moved_to, ==, strchr (acct, '@') != NULL ? acct : local);
  g_assert_cmpstr (fixture->account->bio, ==, "For help: @help@new.example");
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
  add ("/mastodon/whole/batch", GINT_TO_POINTER (1), test_whole);
  add ("/mastodon/whole/singly", NULL, test_whole);
  add ("/mastodon/limits", NULL, test_limits);
  add ("/mastodon/cancel", NULL, test_cancel);
  add ("/mastodon/allowance", NULL, test_allowance);
  add ("/mastodon/split-domain/agree", GINT_TO_POINTER (1), test_split_domain);
  add ("/mastodon/split-domain/disagree", NULL, test_split_domain);
  add ("/mastodon/odd", NULL, test_odd);
  add ("/mastodon/closed-threads/timeline", GINT_TO_POINTER (1), test_closed_threads);
  add ("/mastodon/closed-threads/nothing", NULL, test_closed_threads);
  add ("/mastodon/threads", NULL, test_threads);
  add ("/mastodon/pinned/told", NULL, test_pinned);
  add ("/mastodon/pinned/each-of-few", GUINT_TO_POINTER (3), test_pinned_each);
  add ("/mastodon/pinned/each-of-many", GUINT_TO_POINTER (20), test_pinned_each);
  add ("/mastodon/pinned/no-such-list", "{\"status\": 404}", test_pinned_hidden);
  add ("/mastodon/pinned/closed", "{\"status\": 401}", test_pinned_hidden);
  add ("/mastodon/pinned/garbage", "{\"garbage\": 200}", test_pinned_hidden);
  add ("/mastodon/pinned/no-list", "{\"body\": {\"pinned\": true}}", test_pinned_hidden);
  add ("/mastodon/pinned/all-posts", NULL, test_pinned_hidden);
  add ("/mastodon/moved/elsewhere", "care@new.example", test_moved);
  add ("/mastodon/moved/same-server", "care2", test_moved);
  return g_test_run ();
}
