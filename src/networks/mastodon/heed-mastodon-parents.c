/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-mastodon-read.h"

/* Ids in one question, from Mastodon 4.3 on; one more is refused (Mastodon documentation, methods/statuses). */
#define BATCH_SIZE 20

/* Now that the post @id is known, or known to be gone, the threads below the replies to it can be placed. */
static void
settle_replies (GTask *task, const char *id, JsonObject *status)
{
  HeedMastodonRead *read = g_task_get_task_data (task);
  GPtrArray *replies = g_hash_table_lookup (read->parents, id);
  const char *author = heed_json_get_string (heed_json_get_object (status, "account"), "id");
  const char *answers = heed_json_get_string (status, "in_reply_to_account_id");
  const char *earlier = NULL;

  /* The thread belongs to an earlier post of the company: the parent itself, or what the parent answers. */
  if (status != NULL && g_strcmp0 (author, read->account->server_id) == 0)
    earlier = id;
  else if (status != NULL && g_strcmp0 (answers, read->account->server_id) == 0)
    earlier = heed_json_get_string (status, "in_reply_to_id");

  for (guint i = 0; replies != NULL && i < replies->len; i++)
    {
      if (earlier != NULL)
        heed_mastodon_read_thread_below (task, replies->pdata[i], earlier);
      else
        heed_mastodon_read_thread (task, replies->pdata[i]);
    }
  if (replies != NULL)
    g_ptr_array_set_size (replies, 0);
}

static void
take_parent (GTask *task, JsonObject *status, GPtrArray *posts)
{
  HeedMastodonRead *read = g_task_get_task_data (task);
  const char *id = heed_json_get_string (status, "id");

  if (id == NULL || !g_hash_table_contains (read->parents, id))
    return;
  if (!g_hash_table_contains (read->seen, id))
    {
      HeedPost *post = heed_mastodon_read_post (read, status);

      g_hash_table_insert (read->seen, g_strdup (id), GINT_TO_POINTER (1));
      if (post != NULL)
        {
          post->found_by_answer = !post->from_company;
          g_ptr_array_add (posts, post);
        }
    }
  settle_replies (task, id, status);
}

static void
parent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMastodonAsk) ask = user_data;
  HeedMastodonRead *read = ask->read;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_read_take (ask, result, &error);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);

  if (answer != NULL && JSON_NODE_HOLDS_OBJECT (answer->root))
    take_parent (ask->task, json_node_get_object (answer->root), posts);
  if (g_error_matches (error, HEED_ERROR, HEED_ERROR_CLOSED))
    read->threads_closed = TRUE;
  else if (error != NULL && error->code != HEED_ERROR_NOT_FOUND && !read->stopped_early)
    read->n_failed++;
  heed_mastodon_read_emit (read, posts);
  settle_replies (ask->task, ask->ids->pdata[0], NULL);
  heed_mastodon_read_advance (ask->task);
}

static void
ask_one_by_one (GTask *task, GPtrArray *ids)
{
  HeedMastodonRead *read = g_task_get_task_data (task);

  for (guint i = 0; i < ids->len; i++)
    {
      if (read->threads_closed || g_hash_table_contains (read->seen, ids->pdata[i])
          || !heed_mastodon_read_may_ask (read))
        continue;
      g_autofree char *id = g_uri_escape_string (ids->pdata[i], NULL, FALSE);
      g_autofree char *url = g_strconcat (read->account->server, "/api/v1/statuses/", id, NULL);

      heed_mastodon_read_ask (heed_mastodon_ask_new (task, ids->pdata[i]), url, FALSE, parent_cb);
    }
}

static void
batch_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMastodonAsk) ask = user_data;
  HeedMastodonRead *read = ask->read;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_read_take (ask, result, &error);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);

  if (answer == NULL || !JSON_NODE_HOLDS_ARRAY (answer->root))
    {
      /* Before 4.3 and on other servers there is no such question. */
      read->batch_refused = TRUE;
      ask_one_by_one (ask->task, ask->ids);
    }
  else
    {
      JsonArray *statuses = json_node_get_array (answer->root);

      for (guint i = 0; i < heed_json_array_length (statuses); i++)
        take_parent (ask->task, heed_json_array_get_object (statuses, i), posts);
      heed_mastodon_read_emit (read, posts);
      /* What is left out was deleted, or is not for visitors. */
      for (guint i = 0; i < ask->ids->len; i++)
        settle_replies (ask->task, ask->ids->pdata[i], NULL);
    }
  heed_mastodon_read_advance (ask->task);
}

static void
ask_batch (GTask *task, GPtrArray *ids, guint first)
{
  HeedMastodonRead *read = g_task_get_task_data (task);
  HeedMastodonAsk *ask = heed_mastodon_ask_new (task, NULL);
  g_autoptr (GString) url = g_string_new (read->account->server);

  g_string_append (url, "/api/v1/statuses");
  for (guint i = first; i < MIN (first + BATCH_SIZE, ids->len); i++)
    {
      g_string_append (url, i == first ? "?id%5B%5D=" : "&id%5B%5D=");
      g_string_append_uri_escaped (url, ids->pdata[i], NULL, FALSE);
      g_ptr_array_add (ask->ids, g_strdup (ids->pdata[i]));
    }
  heed_mastodon_read_ask (ask, url->str, FALSE, batch_cb);
}

/* heed_mastodon_read_parents: asks for the posts @ids that the account answered; together where the server can. */
void
heed_mastodon_read_parents (GTask *task, GPtrArray *ids)
{
  HeedMastodonRead *read = g_task_get_task_data (task);

  if (read->batch_refused)
    {
      ask_one_by_one (task, ids);
      return;
    }
  for (guint i = 0; i < ids->len && heed_mastodon_read_may_ask (read); i += BATCH_SIZE)
    ask_batch (task, ids, i);
}
