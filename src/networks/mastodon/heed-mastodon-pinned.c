/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an account keeps at the top of its profile: where it says that it moved, or that it no longer answers. */

#include "heed-mastodon-read.h"

/* Mastodon lets five posts be pinned, its relatives a few more. A server that does not know the question answers with
 * the newest posts; so many are no pinned ones. */
#define MAX_PINNED 10
#define ASKED "20"

static void
take_pinned (HeedMastodonRead *read, JsonArray *statuses)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < heed_json_array_length (statuses); i++)
    {
      HeedMastodonOddity oddity;
      g_autoptr (HeedPost) post = heed_mastodon_post_from_json (heed_json_array_get_object (statuses, i), read->account,
                                                                read->now, &oddity);

      if (post == NULL || !post->from_company)
        continue;
      post->pinned = TRUE;
      g_strv_builder_add (ids, post->id);
      g_ptr_array_add (posts, g_steal_pointer (&post));
    }
  read->reading->pinned = g_strv_builder_end (ids);
  heed_mastodon_read_emit (read, posts);
}

static void
pinned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMastodonAsk) ask = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_read_take (ask, result, &error);
  JsonArray *statuses = answer != NULL && JSON_NODE_HOLDS_ARRAY (answer->root) ? json_node_get_array (answer->root)
                                                                               : NULL;

  if (statuses == NULL || heed_json_array_length (statuses) > MAX_PINNED)
    ask->read->pinned_hidden = TRUE;
  else
    take_pinned (ask->read, statuses);
  heed_mastodon_read_advance (ask->task);
}

/* heed_mastodon_read_pinned: asks once for what is pinned; without an answer the rest is read all the same. */
void
heed_mastodon_read_pinned (GTask *task)
{
  HeedMastodonRead *read = g_task_get_task_data (task);
  g_autofree char *id = g_uri_escape_string (read->account->server_id, NULL, FALSE);
  g_autofree char *url = g_strconcat (read->account->server, "/api/v1/accounts/", id,
                                      "/statuses?pinned=true&limit=" ASKED, NULL);

  heed_mastodon_read_ask (heed_mastodon_ask_new (task, NULL), url, FALSE, pinned_cb);
}
