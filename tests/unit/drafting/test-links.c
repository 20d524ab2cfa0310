/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The link that opens a network, a mail program or a reply with the message in it. */

#include <string.h>

#include "heed-rendition.h"
#include "sheet.h"

static HeedFacts *
load_facts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", "telecom-short.json", NULL);

  return sheet_read_facts (path);
}

static void
test_links (void)
{
  g_autoptr (HeedFacts) facts = load_facts ();
  const struct
  {
    const char *channel;
    const char *network;
    const char *text;
    const char *link;
  } cases[] = {
    { "public", "x", "a b+c&d=é#👍", "https://x.com/intent/tweet?text=a%20b%2Bc%26d%3D%C3%A9%23%F0%9F%91%8D" },
    { "public", "bluesky", "a\nb", "https://bsky.app/intent/compose?text=a%0Ab" },
    { "public", "mastodon", "@a@b.example 1", "https://share.joinmastodon.org/?text=%40a%40b.example%201" },
    { "public", "threads", "a", "https://www.threads.com/intent/post?text=a" },
    { "public", "facebook", "a", NULL },
    { "dm", "facebook", "a", "https://m.me/nordlicht?text=a" },
    { "dm", "instagram", "a", "https://ig.me/m/nordlicht" },
    { "dm", "whatsapp", "a b", "https://wa.me/49305550100?text=a%20b" },
    { "dm", "telegram", "a", NULL },
    { "dm", "x", "a", NULL },
    { "dm", "mastodon", "a", NULL },
    { "dm", NULL, "a", NULL },
    { "email", NULL, "", "mailto:help@nordlicht.example?subject=S%3F" },
    { "email", NULL, "a\nb & c", "mailto:help@nordlicht.example?subject=S%3F&body=a%0D%0Ab%20%26%20c" },
    { "letter", NULL, "a", NULL },
    { "phone", NULL, "a", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = heed_rendition_dup_link (facts, cases[i].channel, cases[i].network, "S?", cases[i].text);
      g_assert_cmpstr (link, ==, cases[i].link);
    }

  /* Up to 2,000 bytes, not one more. */
  gsize fixed = strlen ("https://x.com/intent/tweet?text=");
  g_autofree char *longest = g_strnfill (2000 - fixed, 'a');
  g_autofree char *longer = g_strnfill (2001 - fixed, 'a');
  g_autofree char *fits = heed_rendition_dup_link (facts, "public", "x", NULL, longest);
  g_autofree char *fails = heed_rendition_dup_link (facts, "public", "x", NULL, longer);
  g_assert_nonnull (fits);
  g_assert_null (fails);
}

/* A reply is filled in where the network documents it; else its post is opened. */
static void
test_reply_links (void)
{
  static const struct
  {
    const char *network;
    const char *post;
    const char *link;
    gboolean has_text;
  } cases[] = {
    { "x", "https://x.com/NettleCare/status/4711/photo/1",
      "https://x.com/intent/tweet?in_reply_to=4711&text=a%20%26%20b", TRUE },
    { "x", "https://x.com/NettleCare", "https://x.com/NettleCare", FALSE },
    { "x", "https://x.com/NettleCare/status/", "https://x.com/NettleCare/status/", FALSE },
    { "mastodon", "https://nettle.example/@care/88", "https://nettle.example/@care/88", FALSE },
    { "bluesky", "https://bsky.app/profile/nettle.example/post/3k", "https://bsky.app/profile/nettle.example/post/3k",
      FALSE },
    { "mastodon", "javascript:alert(1)", NULL, FALSE },
    { "mastodon", "file:///etc/passwd", NULL, FALSE },
    { "mastodon", NULL, NULL, FALSE },
  };
  gboolean has_text;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = heed_rendition_dup_reply_link (cases[i].network, cases[i].post, "a & b", &has_text);
      g_assert_cmpstr (link, ==, cases[i].link);
      g_assert_cmpint (has_text, ==, cases[i].has_text);
    }

  /* What would not go through a browser is pasted. */
  g_autofree char *longer = g_strnfill (2000, 'a');
  g_autofree char *post = heed_rendition_dup_reply_link ("x", cases[0].post, longer, &has_text);
  g_assert_cmpstr (post, ==, cases[0].post);
  g_assert_false (has_text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/messages", test_links);
  g_test_add_func ("/links/replies", test_reply_links);
  return g_test_run ();
}
