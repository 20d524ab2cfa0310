/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-error.h"
#include "heed-mastodon-read.h"

/* Pages of a small server's own timeline that are worth reading where conversations are closed. */
#define MAX_TIMELINE_PAGES 25

static void ask_timeline (GTask *task, const char *max_id);

/* Takes a post that was seen whether or not the company answered it. */
static void
take_open_post (HeedMastodonRead *read, JsonObject *status, GPtrArray *posts)
{
  const char *id = heed_json_get_string (status, "id");

  if (id == NULL || g_hash_table_lookup (read->seen, id) == GINT_TO_POINTER (2))
    return;
  HeedPost *post = heed_mastodon_read_post (read, status);
  g_hash_table_insert (read->seen, g_strdup (id), GINT_TO_POINTER (2));
  if (post != NULL)
    g_ptr_array_add (posts, post);
}

static void
thread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMastodonAsk) ask = user_data;
  HeedMastodonRead *read = ask->read;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_read_take (ask, result, &error);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  JsonObject *context = answer != NULL && JSON_NODE_HOLDS_OBJECT (answer->root) ? json_node_get_object (answer->root)
                                                                                : NULL;
  JsonArray *below = heed_json_get_array (context, "descendants");

  for (guint i = 0; i < heed_json_array_length (below); i++)
    take_open_post (read, heed_json_array_get_object (below, i), posts);
  heed_mastodon_read_emit (read, posts);
  if (g_error_matches (error, HEED_ERROR, HEED_ERROR_CLOSED))
    read->threads_closed = TRUE;
  else if (below == NULL && !g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_FOUND) && !read->stopped_early)
    read->n_failed++;
  heed_mastodon_read_advance (ask->task);
}

/* heed_mastodon_read_thread: asks for what was written below the account's post @id. */
void
heed_mastodon_read_thread (GTask *task, const char *id)
{
  HeedMastodonRead *read = g_task_get_task_data (task);

  if (read->threads_closed || !heed_mastodon_read_may_ask (read))
    return;
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);
  g_autofree char *url = g_strconcat (read->account->server, "/api/v1/statuses/", escaped, "/context", NULL);
  heed_mastodon_read_ask (heed_mastodon_ask_new (task, id), url, FALSE, thread_cb);
}

/*
 * heed_mastodon_read_thread_below: the same, unless the account's own post
 * @earlier higher up in the conversation is read too: then its thread holds
 * this one. That is known for sure when the last page has come.
 */
void
heed_mastodon_read_thread_below (GTask *task, const char *id, const char *earlier)
{
  HeedMastodonRead *read = g_task_get_task_data (task);

  if (g_hash_table_contains (read->own, earlier))
    return;
  if (read->pages_done)
    heed_mastodon_read_thread (task, id);
  else
    g_ptr_array_add (read->late, g_strdupv ((char *[]){ (char *) id, (char *) earlier, NULL }));
}

/* heed_mastodon_read_late_threads: the last page has come; decides what waited for it. */
void
heed_mastodon_read_late_threads (GTask *task)
{
  HeedMastodonRead *read = g_task_get_task_data (task);

  for (guint i = 0; i < read->late->len; i++)
    {
      char **pair = read->late->pdata[i];

      heed_mastodon_read_thread_below (task, pair[0], pair[1]);
    }
  g_ptr_array_set_size (read->late, 0);
}

static gboolean
mentions_account (const HeedPost *post, const HeedAccount *account)
{
  return post->addressees != NULL && g_strv_contains ((const char *const *) post->addressees, account->id);
}

/* Of everything people on the server wrote, what belongs to conversations with the account; oldest first, so that a
 * message below one that belongs is known to belong too. */
static void
take_timeline (HeedMastodonRead *read)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);

  for (guint i = read->timeline->len; i > 0; i--)
    {
      JsonArray *statuses = json_node_get_array (read->timeline->pdata[i - 1]);

      for (guint j = heed_json_array_length (statuses); j > 0; j--)
        {
          JsonObject *status = heed_json_array_get_object (statuses, j - 1);
          const char *id = heed_json_get_string (status, "id");
          const char *parent = heed_json_get_string (status, "in_reply_to_id");

          if (id == NULL || g_hash_table_lookup (read->seen, id) == GINT_TO_POINTER (2))
            continue;
          g_autoptr (HeedPost) post = heed_mastodon_read_post (read, status);
          if (post == NULL
              || !(g_hash_table_contains (read->parents, id) || mentions_account (post, read->account)
                   || (parent != NULL && g_hash_table_contains (read->seen, parent))))
            continue;
          g_hash_table_insert (read->seen, g_strdup (id), GINT_TO_POINTER (2));
          g_ptr_array_add (posts, g_steal_pointer (&post));
        }
    }
  heed_mastodon_read_emit (read, posts);
}

/* The id to go on from, or NULL when the page reaches what need not be read. */
static const char *
find_timeline_end (HeedMastodonRead *read, JsonArray *statuses)
{
  const char *last = NULL;

  for (guint i = 0; i < heed_json_array_length (statuses); i++)
    {
      JsonObject *status = heed_json_array_get_object (statuses, i);
      gint64 created_at;

      last = heed_json_get_string (status, "id");
      if (heed_time_parse (heed_json_get_string (status, "created_at"), &created_at)
          && created_at < read->options.since)
        return NULL;
      if (last != NULL && g_strcmp0 (last, read->options.newer_than) == 0)
        return NULL;
    }
  return last;
}

static void
timeline_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMastodonAsk) ask = user_data;
  HeedMastodonRead *read = ask->read;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_read_take (ask, result, &error);

  if (answer != NULL && JSON_NODE_HOLDS_ARRAY (answer->root))
    {
      const char *last = find_timeline_end (read, json_node_get_array (answer->root));

      g_ptr_array_add (read->timeline, g_steal_pointer (&answer->root));
      if (last != NULL && read->timeline->len < MAX_TIMELINE_PAGES && heed_mastodon_read_may_ask (read))
        ask_timeline (ask->task, last);
      else if (read->error == NULL)
        {
          take_timeline (read);
          read->timeline_read = TRUE;
        }
    }
  heed_mastodon_read_advance (ask->task);
}

static void
ask_timeline (GTask *task, const char *max_id)
{
  HeedMastodonRead *read = g_task_get_task_data (task);
  g_autoptr (GString) url = g_string_new (read->account->server);

  g_string_append (url, "/api/v1/timelines/public?local=true&limit=40");
  if (max_id != NULL)
    {
      g_string_append (url, "&max_id=");
      g_string_append_uri_escaped (url, max_id, NULL, FALSE);
    }
  heed_mastodon_read_ask (heed_mastodon_ask_new (task, NULL), url->str, TRUE, timeline_cb);
}

/*
 * heed_mastodon_read_timeline: the way round for servers that show an account's
 * posts to visitors but neither single posts nor conversations (snac does so,
 * 2.96): what people on that server wrote is public there.
 */
void
heed_mastodon_read_timeline (GTask *task)
{
  HeedMastodonRead *read = g_task_get_task_data (task);

  read->timeline_begun = TRUE;
  if (heed_mastodon_read_may_ask (read))
    ask_timeline (task, NULL);
}
