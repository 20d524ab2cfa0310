/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-test-reader.h"

#include <string.h>

void
heed_test_reader_set_up (HeedTestReader *fixture, gconstpointer data)
{
  fixture->clock = heed_clock_new_fixed (NOW);
  fixture->http = heed_test_http_new (fixture->clock);
  fixture->network = heed_mastodon_new (fixture->http, fixture->clock);
  fixture->posts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) heed_post_free);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->cancellable = g_cancellable_new ();
}

static void
clear_outcome (HeedTestReader *fixture)
{
  g_clear_pointer (&fixture->account, heed_account_free);
  g_clear_pointer (&fixture->reading, heed_reading_free);
  g_clear_error (&fixture->error);
}

void
heed_test_reader_tear_down (HeedTestReader *fixture, gconstpointer data)
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
  HeedTestReader *fixture = user_data;

  fixture->account = heed_network_resolve_finish (HEED_NETWORK (source), result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

void
heed_test_resolve (HeedTestReader *fixture, const char *address)
{
  clear_outcome (fixture);
  heed_network_resolve_async (fixture->network, address, fixture->cancellable, resolved_cb, fixture);
  g_main_loop_run (fixture->loop);
}

void
heed_test_resolve_care (HeedTestReader *fixture, HeedTestServer *server)
{
  g_autofree char *address = g_strdup_printf ("@care@localhost:%s", server->port);

  heed_test_resolve (fixture, address);
}

static void
take_posts (GPtrArray *posts, gpointer user_data)
{
  HeedTestReader *fixture = user_data;

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
  ((HeedTestReader *) user_data)->n_progress++;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedTestReader *fixture = user_data;

  fixture->reading = heed_network_read_finish (HEED_NETWORK (source), result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

void
heed_test_read (HeedTestReader *fixture, guint max_replies, gint64 since, const char *newer_than)
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

void
heed_test_assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}
