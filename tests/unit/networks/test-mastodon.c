/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-mastodon-private.h"

#define NOW 1772359200

typedef struct
{
  const char *typed;
  gboolean loopback;
  const char *scheme;
  const char *host;
  const char *user;
  guint certainty;
} Name;

static const Name names[] = {
  { "@care@example.social", FALSE, "https", "example.social", "care", 2 },
  { "care@Example.Social", FALSE, "https", "example.social", "care", 2 },
  { "  acct:care@example.social ", FALSE, "https", "example.social", "care", 2 },
  { "@a.b-c_d@b\u00fccher.example", FALSE, "https", "xn--bcher-kva.example", "a.b-c_d", 2 },
  { "https://example.social/@care", FALSE, "https", "example.social", "care", 2 },
  { "https://example.social/@care/", FALSE, "https", "example.social", "care", 2 },
  { "https://example.social/@care/109372843234?x=1#top", FALSE, "https", "example.social", "care", 2 },
  { "http://example.social/@care", FALSE, "https", "example.social", "care", 2 },
  { "example.social/@care", FALSE, "https", "example.social", "care", 2 },
  { "https://example.social/users/care", FALSE, "https", "example.social", "care", 2 },
  { "https://example.social/users/care/statuses/1", FALSE, "https", "example.social", "care", 2 },
  { "https://my.social/@care@example.social", FALSE, "https", "example.social", "care", 2 },
  { "https://example.social:8443/@care", FALSE, "https", "example.social:8443", "care", 2 },
  { "https://example.social/care", FALSE, "https", "example.social", "care", 1 },
  { "@care@localhost:8001", TRUE, "http", "localhost:8001", "care", 2 },
  { "http://localhost:8001/care", TRUE, "http", "localhost:8001", "care", 1 },
  { "https://one.localhost/@care", TRUE, "https", "one.localhost", "care", 2 },
  { "@care@127.0.0.1:9", TRUE, "http", "127.0.0.1:9", "care", 2 },
  { "@care@localhost:8001", FALSE, NULL, NULL, NULL, 0 },
  { "http://127.0.0.1/@care", FALSE, NULL, NULL, NULL, 0 },
  { "@care", FALSE, NULL, NULL, NULL, 0 },
  { "care.bsky.social", FALSE, NULL, NULL, NULL, 0 },
  { "https://bsky.app/profile/care.bsky.social", FALSE, NULL, NULL, NULL, 0 },
  { "https://www.threads.net/@care", FALSE, NULL, NULL, NULL, 0 },
  { "https://x.com/care", FALSE, NULL, NULL, NULL, 0 },
  { "https://example.social/", FALSE, NULL, NULL, NULL, 0 },
  { "https://example.social/about/more", FALSE, NULL, NULL, NULL, 0 },
  { "@a@b@c.example", FALSE, NULL, NULL, NULL, 0 },
  { "@care@nodots", FALSE, NULL, NULL, NULL, 0 },
  { "@ca re@example.social", FALSE, NULL, NULL, NULL, 0 },
  { "@care@exam ple.social", FALSE, NULL, NULL, NULL, 0 },
  { "@care@example.social:port", FALSE, NULL, NULL, NULL, 0 },
  { "ftp://example.social/@care", FALSE, NULL, NULL, NULL, 0 },
  { "", FALSE, NULL, NULL, NULL, 0 },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (HeedMastodonName) name = { NULL };
      gboolean is_name = heed_mastodon_name_parse (names[i].typed, names[i].loopback, &name);

      g_test_message ("“%s”", names[i].typed);
      g_assert_cmpint (is_name, ==, names[i].user != NULL);
      g_assert_cmpstr (name.scheme, ==, names[i].scheme);
      g_assert_cmpstr (name.host, ==, names[i].host);
      g_assert_cmpstr (name.user, ==, names[i].user);
      g_assert_cmpuint (name.certainty, ==, names[i].certainty);
    }
}

static void
test_html (void)
{
  static const char *const rows[][2] = {
    { "<p>One</p><p>Two<br />Three</p>", "One\n\nTwo\nThree" },
    { "<p><span class=\"h-card\"><a href=\"https://a.example/@care\" class=\"u-url "
      "mention\">@<span>care</span></a></span>"
      " where is  my\nparcel?</p>",
      "@care where is my parcel?" },
    { "<p>See <a href=\"https://a.example/long/path\"><span class=\"invisible\">https://</span>"
      "<span class=\"ellipsis\">a.example/long</span><span class=\"invisible\">/path</span></a></p>",
      "See https://a.example/long/path" },
    { "Fish &amp; chips &lt;3 &eacute; &#128512; &nbsp;x", "Fish & chips <3 é 😀 \u00a0x" },
    { "<ul><li>a</li><li>b</li></ul>after", "a\nb\n\nafter" },
    { "<script>alert(1)</script><style>p{}</style><p>safe</p>", "safe" },
    { "<p>open <b>never closed", "open never closed" },
    { "plain text", "plain text" },
    { "a<br>b<br>", "a\nb" },
    { "Grüße 你好", "Grüße 你好" },
    { "<br>", "" },
    { "", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = heed_mastodon_html_to_text (rows[i][0]);

      g_assert_cmpstr (text, ==, rows[i][1]);
    }

  /* A document nested beyond reason does no harm. */
  g_autoptr (GString) deep = g_string_new (NULL);
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "x");
  g_free (heed_mastodon_html_to_text (deep->str));

  g_autofree char *link = heed_mastodon_html_find_link ("<b><a href=\"https://shop.example\">x</a></b>");
  g_assert_cmpstr (link, ==, "https://shop.example");
  g_assert_null (heed_mastodon_html_find_link ("<a name=x>no</a>"));
}

/* A bio names whom it mentions with the server; other links stay as they read (S1). */
static void
test_bio (void)
{
  static const char *const rows[][2] = {
    { "<p>Help: <span class='h-card'><a href='https://b.example/@care' class='u-url "
      "mention'>@<span>care</span></a></span>, "
      "daily</p>",
      "Help: @care@b.example, daily" },
    { "<a href='https://b.example/@care' class='mention'>@care@b.example</a>", "@care@b.example" },
    { "<a href='https://b.example/tags/x' class='mention hashtag'>#<span>x</span></a> <a class='mention'>@care</a>",
      "#x @care" },
    { "<a href='https://b.example/' class='mention'></a>", "" },
    { "<a href='/@care' class='mention'>@care</a>", "@care" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bio = heed_mastodon_html_to_bio (rows[i][0]);

      g_assert_cmpstr (bio, ==, rows[i][1]);
    }
}

static void
test_links (void)
{
  static const char *const rows[][2] = {
    { "<https://a/1?max_id=5>; rel=\"next\", <https://a/1?min_id=9>; rel=\"prev\"", "https://a/1?max_id=5" },
    { "<https://a/1?min_id=9>; rel=\"prev\", <https://a/2,x>; rel=\"next\"", "https://a/2,x" },
    { "<https://a/1>; rel=next", "https://a/1" },
    { "<https://a/1>; title=\"next\"; rel=\"first next\"", "https://a/1" },
    { "<https://a/1>; rel=\"prev\"", NULL },
    { "<https://a/1>; title=\"rel=next\"", NULL },
    { "nonsense", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = heed_mastodon_find_next_link (rows[i][0]);

      g_assert_cmpstr (next, ==, rows[i][1]);
    }
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  JsonNode *node = heed_json_parse (bytes, &error);

  g_assert_no_error (error);
  return node;
}

static void
test_account (void)
{
  g_autoptr (JsonNode) node = parse (
    "{\"id\": \"7\", \"acct\": \"care\", \"url\": \"https://a.example/@care\", \"display_name\": \"Care\","
    " \"note\": \"<p>We help</p>\", \"bot\": true, \"created_at\": \"2026-01-01T00:00:00.000Z\","
    " \"last_status_at\": \"2026-02-28\", \"moved\": {\"acct\": \"new@b.example\"}, \"fields\": ["
    " {\"name\": \"Site\", \"value\": \"<a href='https://shop.example'>shop</a>\", \"verified_at\": "
    "\"2026-01-02T00:00:00Z\"},"
    " {\"name\": \"Other\", \"value\": \"<a href='https://fake.example'>x</a>\", \"verified_at\": null}]}");
  g_autoptr (HeedAccount) account = heed_mastodon_account_from_json (
    json_node_get_object (node), "https://a.example/users/care", "care@a.example", "https://a.example");

  g_assert_cmpstr (account->network, ==, "mastodon");
  g_assert_cmpstr (account->id, ==, "https://a.example/users/care");
  g_assert_cmpstr (account->handle, ==, "care@a.example");
  g_assert_cmpstr (account->server_id, ==, "7");
  g_assert_cmpstr (account->url, ==, "https://a.example/@care");
  g_assert_cmpstr (account->bio, ==, "We help");
  g_assert_cmpstr (account->moved_to, ==, "new@b.example");
  g_assert_cmpint (account->created_at, ==, 1767225600);
  g_assert_cmpint (account->last_post_at, ==, 1772236800);
  g_assert_true (account->automated);
  g_assert_cmpstr (account->proven_links[0], ==, "https://shop.example");
  g_assert_null (account->proven_links[1]);
}

typedef struct
{
  const char *name;
  const char *json;
  HeedMastodonOddity oddity;
} Odd;

#define BY "\"account\": {\"id\": \"8\", \"url\": \"https://b.example/@ann\", \"acct\": \"ann@b.example\"}"

static const Odd odd_ones[] = {
  { "no time", "{\"id\": \"1\", " BY "}", HEED_MASTODON_UNREADABLE },
  { "bad time", "{\"id\": \"1\", \"created_at\": \"now\", " BY "}", HEED_MASTODON_UNREADABLE },
  { "no author", "{\"id\": \"1\", \"created_at\": \"2026-03-01T09:00:00Z\"}", HEED_MASTODON_UNREADABLE },
  { "no id", "{\"created_at\": \"2026-03-01T09:00:00Z\", " BY "}", HEED_MASTODON_UNREADABLE },
  { "number id", "{\"id\": 1, \"created_at\": \"2026-03-01T09:00:00Z\", " BY "}", HEED_MASTODON_UNREADABLE },
  { "future", "{\"id\": \"1\", \"created_at\": \"2027-03-01T09:00:00Z\", " BY "}", HEED_MASTODON_FUTURE },
  { "direct", "{\"id\": \"1\", \"visibility\": \"direct\", \"created_at\": \"2026-03-01T09:00:00Z\", " BY "}",
    HEED_MASTODON_NOT_MEANT },
  { "boost", "{\"id\": \"1\", \"reblog\": {}, \"created_at\": \"2026-03-01T09:00:00Z\", " BY "}",
    HEED_MASTODON_NOT_MEANT },
  { "empty", "{}", HEED_MASTODON_UNREADABLE },
};

static void
test_post (void)
{
  g_autoptr (HeedAccount) company = heed_account_new ();
  HeedMastodonOddity oddity;

  company->id = g_strdup ("https://a.example/users/care");
  company->url = g_strdup ("https://a.example/@care");
  company->handle = g_strdup ("care@a.example");
  company->server = g_strdup ("https://a.example");
  company->server_id = g_strdup ("7");

  for (guint i = 0; i < G_N_ELEMENTS (odd_ones); i++)
    {
      g_autoptr (JsonNode) node = parse (odd_ones[i].json);

      g_test_message ("%s", odd_ones[i].name);
      g_assert_null (heed_mastodon_post_from_json (json_node_get_object (node), company, NOW, &oddity));
      g_assert_cmpint (oddity, ==, odd_ones[i].oddity);
    }

  /* A customer answers the company on its own server, with a clock one minute ahead. */
  g_autoptr (JsonNode) node = parse (
    "{\"id\": \"01HX/odd?id\", \"uri\": \"https://b.example/1\", \"url\": null, \"in_reply_to_id\": \"3\","
    " \"in_reply_to_account_id\": \"7\", \"created_at\": \"2026-03-01T10:01:00.000Z\", \"spoiler_text\": \"late\","
    " \"content\": \"<p>@care hi</p>\", \"language\": \"en\", \"visibility\": \"unlisted\","
    " \"mentions\": [{\"id\": \"0\", \"acct\": \"other@c.example\", \"url\": \"https://c.example/@other\"},"
    " {\"id\": \"1\", \"acct\": \"care\", \"url\": \"https://elsewhere.example/odd\"},"
    " {\"id\": \"2\", \"acct\": \"care\", \"url\": \"https://a.example/@care\"}]," BY "}");
  g_autoptr (HeedPost) post = heed_mastodon_post_from_json (json_node_get_object (node), company, NOW, &oddity);
  g_assert_cmpint (oddity, ==, HEED_MASTODON_FINE);
  g_assert_cmpstr (post->id, ==, "a.example/01HX/odd?id");
  g_assert_cmpstr (post->parents[0], ==, "a.example/3");
  g_assert_cmpstr (post->author, ==, "https://b.example/@ann");
  g_assert_cmpstr (post->author_handle, ==, "ann@b.example");
  g_assert_cmpstr (post->addressees[0], ==, "https://c.example/@other");
  g_assert_cmpstr (post->addressees[1], ==, company->id);
  g_assert_null (post->addressees[2]);
  g_assert_cmpstr (post->text, ==, "late\n\n@care hi");
  g_assert_cmpstr (post->url, ==, "https://b.example/1");
  g_assert_cmpint (post->created_at, ==, NOW);
  g_assert_false (post->from_company);

  /* The company itself is known by its id on its own server, whatever address the server tells. */
  g_autoptr (JsonNode)
    own = parse ("{\"id\": \"4\", \"created_at\": \"2026-03-01T09:00:00Z\", \"account\": {\"id\": \"7\","
                 " \"url\": \"https://a.example/@care\", \"acct\": \"care\"}}");
  g_autoptr (HeedPost) answer = heed_mastodon_post_from_json (json_node_get_object (own), company, NOW, &oddity);
  g_assert_cmpstr (answer->author, ==, company->id);
  g_assert_cmpstr (answer->author_handle, ==, "care@a.example");
  g_assert_true (answer->from_company);
  g_assert_null (answer->parents);
  g_assert_null (answer->addressees);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mastodon/names", test_names);
  g_test_add_func ("/mastodon/html", test_html);
  g_test_add_func ("/mastodon/bio", test_bio);
  g_test_add_func ("/mastodon/links", test_links);
  g_test_add_func ("/mastodon/account", test_account);
  g_test_add_func ("/mastodon/post", test_post);
  return g_test_run ();
}
