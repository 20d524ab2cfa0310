/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an account keeps at the top of its profile: where it says that it moved, or that it no longer answers. */

#include "heed-mastodon-read.h"

/* Mastodon lets five posts be pinned, its relatives a few more. A server that does not know the question answers with
 * the newest posts: snac then says of each whether it is pinned; where nothing says so, so many are no pinned ones. */
#define MAX_PINNED 10
#define ASKED 20

/* Whether the answer says of each post if it is pinned, as to a visitor it need not when only those were asked for. */
static gboolean
tells_each (JsonArray *statuses)
{
  for (guint i = 0; i < heed_json_array_length (statuses); i++)
    {
      JsonObject *status = heed_json_array_get_object (statuses, i);

      if (status != NULL && json_object_has_member (status, "pinned"))
        return TRUE;
    }
  return FALSE;
}

/* heed_mastodon_read_note_pinned: remembers that the account's own @post is pinned. */
void
heed_mastodon_read_note_pinned (HeedMastodonRead *read, const HeedPost *post)
{
  if (post->pinned && post->from_company)
    g_strv_builder_add (read->pinned, post->id);
}

/* Returns how many of @statuses are pinned posts of the account. */
static guint
take_pinned (HeedMastodonRead *read, JsonArray *statuses, gboolean are_all)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);

  for (guint i = 0; i < heed_json_array_length (statuses); i++)
    {
      HeedMastodonOddity oddity;
      g_autoptr (HeedPost) post = heed_mastodon_post_from_json (heed_json_array_get_object (statuses, i), read->account,
                                                                read->now, &oddity);

      if (post == NULL || !post->from_company || !(are_all || post->pinned))
        continue;
      post->pinned = TRUE;
      heed_mastodon_read_note_pinned (read, post);
      g_ptr_array_add (posts, g_steal_pointer (&post));
    }
  heed_mastodon_read_emit (read, posts);
  return posts->len;
}

static void
pinned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMastodonAsk) ask = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_read_take (ask, result, &error);
  gboolean is_list = answer != NULL && JSON_NODE_HOLDS_ARRAY (answer->root);
  JsonArray *statuses = is_list ? json_node_get_array (answer->root) : NULL;
  guint n = heed_json_array_length (statuses);
  gboolean tells = tells_each (statuses);

  if (!is_list || (!tells && n > MAX_PINNED))
    ask->read->pinned_hidden = TRUE;
  else if (take_pinned (ask->read, statuses, !tells) == 0)
    ask->read->pinned_hidden = n >= ASKED;
  heed_mastodon_read_advance (ask->task);
}

/* heed_mastodon_read_pinned: asks once for what is pinned; without an answer the rest is read all the same. */
void
heed_mastodon_read_pinned (GTask *task)
{
  HeedMastodonRead *read = g_task_get_task_data (task);
  g_autofree char *id = g_uri_escape_string (read->account->server_id, NULL, FALSE);
  g_autofree char *url = g_strconcat (read->account->server, "/api/v1/accounts/", id,
                                      "/statuses?pinned=true&limit=" G_STRINGIFY (ASKED), NULL);

  heed_mastodon_read_ask (heed_mastodon_ask_new (task, NULL), url, FALSE, pinned_cb);
}
