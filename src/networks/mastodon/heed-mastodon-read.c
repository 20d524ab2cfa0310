/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-mastodon-read.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-error.h"

/*
 * Pages of the account's own posts come one after the other, since each names
 * the next; the posts they answer and the threads below them are asked for
 * while the next page is under way. What is pinned is asked for once.
 * heed-mastodon-parents.c, heed-mastodon-threads.c and heed-mastodon-pinned.c
 * hold those three.
 *
 * A visitor may ask 300 times in 5 minutes (Mastodon documentation,
 * api/rate-limits, checked 2026-11-22); finding the account took a few.
 */
#define BUDGET 280
#define PAGE_SIZE 40

static void ask_page (GTask *task, const char *url);

static void
read_free (HeedMastodonRead *read)
{
  g_cancellable_disconnect (read->outer, read->outer_id);
  g_clear_object (&read->outer);
  g_object_unref (read->cancellable);
  g_object_unref (read->http);
  heed_account_free (read->account);
  heed_reading_free (read->reading);
  g_hash_table_unref (read->seen);
  g_hash_table_unref (read->own);
  g_hash_table_unref (read->parents);
  g_ptr_array_unref (read->late);
  g_ptr_array_unref (read->timeline);
  g_strv_builder_unref (read->pinned);
  g_free (read->newest);
  g_clear_error (&read->error);
  g_free (read);
}

HeedMastodonAsk *
heed_mastodon_ask_new (GTask *task, const char *id)
{
  HeedMastodonAsk *ask = g_new0 (HeedMastodonAsk, 1);

  ask->task = g_object_ref (task);
  ask->read = g_task_get_task_data (task);
  ask->ids = g_ptr_array_new_with_free_func (g_free);
  if (id != NULL)
    g_ptr_array_add (ask->ids, g_strdup (id));
  return ask;
}

void
heed_mastodon_ask_free (HeedMastodonAsk *ask)
{
  g_ptr_array_unref (ask->ids);
  g_object_unref (ask->task);
  g_free (ask);
}

/* heed_mastodon_read_may_ask: whether the manners allow one more request; once they do not, the reading ends early. */
gboolean
heed_mastodon_read_may_ask (HeedMastodonRead *read)
{
  if (read->n_requests >= BUDGET)
    read->stopped_early = TRUE;
  return !read->stopped_early && read->error == NULL;
}

/* heed_mastodon_read_ask: asks, and remembers that an answer is awaited; takes @ask over. */
void
heed_mastodon_read_ask (HeedMastodonAsk *ask, const char *url, gboolean urgent, GAsyncReadyCallback callback)
{
  ask->read->n_requests++;
  ask->read->n_pending++;
  heed_mastodon_get_async (ask->read->http, url, urgent, ask->read->cancellable, callback, ask);
}

/* heed_mastodon_read_take: the answer; whether the server's patience wears thin is noted here for every request. */
HeedMastodonAnswer *
heed_mastodon_read_take (HeedMastodonAsk *ask, GAsyncResult *result, GError **error)
{
  HeedMastodonRead *read = ask->read;
  g_autoptr (GError) problem = NULL;
  HeedMastodonAnswer *answer = heed_mastodon_get_finish (read->http, result, &problem);

  read->n_pending--;
  if (answer != NULL && answer->remaining >= 0 && answer->remaining < answer->limit / 10)
    read->stopped_early = TRUE;
  if (g_error_matches (problem, HEED_ERROR, HEED_ERROR_RATE_LIMITED) && read->n_pages > 0)
    read->stopped_early = TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    heed_mastodon_read_fail (read, g_error_copy (problem));
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return answer;
}

/* heed_mastodon_read_fail: the reading ends with @error once everything under way has stopped. */
void
heed_mastodon_read_fail (HeedMastodonRead *read, GError *error)
{
  if (read->error != NULL)
    {
      g_error_free (error);
      return;
    }
  read->error = error;
  g_cancellable_cancel (read->cancellable);
}

/* heed_mastodon_read_post: (transfer full) (nullable): @status as a post; what could not be taken is counted. */
HeedPost *
heed_mastodon_read_post (HeedMastodonRead *read, JsonObject *status)
{
  HeedMastodonOddity oddity;
  HeedPost *post = heed_mastodon_post_from_json (status, read->account, read->now, &oddity);

  read->n_future += oddity == HEED_MASTODON_FUTURE;
  read->n_unreadable += oddity == HEED_MASTODON_UNREADABLE;
  return post;
}

/* heed_mastodon_read_emit: hands @posts over. */
void
heed_mastodon_read_emit (HeedMastodonRead *read, GPtrArray *posts)
{
  if (posts->len > 0 && read->error == NULL)
    read->options.posts (posts, read->options.user_data);
}

static char *
dup_page_url (const HeedMastodonRead *read, const char *max_id)
{
  g_autofree char *id = g_uri_escape_string (read->account->server_id, NULL, FALSE);
  GString *url = g_string_new (read->account->server);

  g_string_append_printf (url, "/api/v1/accounts/%s/statuses?limit=%d&exclude_reblogs=true", id, PAGE_SIZE);
  if (read->options.newer_than != NULL)
    {
      g_string_append (url, "&since_id=");
      g_string_append_uri_escaped (url, read->options.newer_than, NULL, FALSE);
    }
  if (max_id != NULL)
    {
      g_string_append (url, "&max_id=");
      g_string_append_uri_escaped (url, max_id, NULL, FALSE);
    }
  return g_string_free (url, FALSE);
}

typedef struct
{
  GPtrArray *posts;
  GPtrArray *parents;
  GPtrArray *threads;
  const char *last_id;
  guint n_new;
  gboolean is_last;
} Page;

static void
page_clear (Page *page)
{
  g_ptr_array_unref (page->posts);
  g_ptr_array_unref (page->parents);
  g_ptr_array_unref (page->threads);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

/* Remembers that the reply @id has a thread below it, which is looked into once its parent is known. */
static void
want_parent (HeedMastodonRead *read, Page *page, const char *parent, const char *id, gboolean has_thread)
{
  GPtrArray *replies = g_hash_table_lookup (read->parents, parent);

  /* Seen in the open, it was in the thread of an earlier post of the account, and so is this reply. */
  if (g_hash_table_lookup (read->seen, parent) == GINT_TO_POINTER (2))
    return;
  if (replies == NULL)
    {
      replies = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (read->parents, g_strdup (parent), replies);
      g_ptr_array_add (page->parents, g_strdup (parent));
    }
  if (has_thread)
    g_ptr_array_add (replies, g_strdup (id));
}

static void
take_own_status (HeedMastodonRead *read, Page *page, JsonObject *status, HeedPost *post, const char *id)
{
  const char *parent = heed_json_get_string (status, "in_reply_to_id");
  const char *parent_author = heed_json_get_string (status, "in_reply_to_account_id");
  gboolean has_thread = heed_json_get_int (status, "replies_count", 0) > 0;

  heed_mastodon_read_note_pinned (read, post);
  if (g_hash_table_lookup (read->seen, id) != GINT_TO_POINTER (2))
    {
      g_hash_table_insert (read->seen, g_strdup (id), GINT_TO_POINTER (2));
      g_ptr_array_add (page->posts, g_steal_pointer (&post));
    }
  heed_post_free (post);
  if (parent != NULL)
    want_parent (read, page, parent, id, has_thread);
  else if (has_thread)
    g_ptr_array_add (page->threads, g_strdup (id));
  /* A reply to oneself is no customer care. */
  if (parent != NULL && g_strcmp0 (parent_author, read->account->server_id) != 0)
    page->is_last = ++read->n_replies >= read->options.max_replies;
}

static void
take_page (HeedMastodonRead *read, JsonArray *statuses, Page *page)
{
  for (guint i = 0; i < heed_json_array_length (statuses) && !page->is_last; i++)
    {
      JsonObject *status = heed_json_array_get_object (statuses, i);
      const char *id = heed_json_get_string (status, "id");

      if (id != NULL && g_strcmp0 (id, read->options.newer_than) == 0)
        {
          page->is_last = TRUE;
          return;
        }
      if (id != NULL && g_hash_table_contains (read->own, id))
        continue;
      g_autoptr (HeedPost) post = heed_mastodon_read_post (read, status);
      if (id == NULL)
        continue;
      page->last_id = id;
      page->n_new++;
      if (post != NULL && post->created_at < read->options.since)
        {
          page->is_last = TRUE;
          return;
        }
      g_hash_table_add (read->own, g_strdup (id));
      if (post == NULL)
        continue;
      if (read->newest == NULL)
        read->newest = g_strdup (id);
      take_own_status (read, page, status, g_steal_pointer (&post), id);
    }
}

/* Only this server's own word for the next page is taken; some do not say it, then the last id leads on. */
static char *
dup_next_url (HeedMastodonRead *read, const HeedMastodonAnswer *answer, const Page *page)
{
  g_autofree char *base = g_strconcat (read->account->server, "/", NULL);

  if (page->is_last || page->n_new == 0 || (answer->has_links && answer->next == NULL))
    return NULL;
  if (answer->next != NULL && g_str_has_prefix (answer->next, base))
    return g_strdup (answer->next);
  return dup_page_url (read, page->last_id);
}

static void
take_page_answer (GTask *task, HeedMastodonRead *read, const HeedMastodonAnswer *answer)
{
  g_auto (Page) page = { .posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free),
                         .parents = g_ptr_array_new_with_free_func (g_free),
                         .threads = g_ptr_array_new_with_free_func (g_free) };

  read->n_pages++;
  take_page (read, json_node_get_array (answer->root), &page);

  /* The next page first: everything after it waits for it. */
  g_autofree char *next = dup_next_url (read, answer, &page);
  if (next != NULL && heed_mastodon_read_may_ask (read))
    ask_page (task, next);
  else
    read->pages_done = TRUE;

  heed_mastodon_read_emit (read, page.posts);
  if (read->options.progress != NULL)
    read->options.progress (read->n_replies, read->options.max_replies, read->options.user_data);
  heed_mastodon_read_parents (task, page.parents);
  for (guint i = 0; i < page.threads->len; i++)
    heed_mastodon_read_thread (task, page.threads->pdata[i]);
  if (read->pages_done)
    heed_mastodon_read_late_threads (task);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMastodonAsk) ask = user_data;
  HeedMastodonRead *read = ask->read;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_read_take (ask, result, &error);

  if (error != NULL && read->stopped_early)
    {
      read->pages_done = TRUE;
      heed_mastodon_read_late_threads (ask->task);
    }
  else if (error != NULL)
    {
      heed_mastodon_read_fail (read, g_steal_pointer (&error));
    }
  else if (!JSON_NODE_HOLDS_ARRAY (answer->root))
    {
      g_autofree char *host = heed_mastodon_dup_host (read->account->server);

      heed_mastodon_read_fail (read, heed_mastodon_error_unexpected (host));
    }
  else
    {
      take_page_answer (ask->task, read, answer);
    }
  heed_mastodon_read_advance (ask->task);
}

static void
ask_page (GTask *task, const char *url)
{
  heed_mastodon_read_ask (heed_mastodon_ask_new (task, NULL), url, TRUE, page_cb);
}

static void
add_why (HeedReading *reading, char *sentence)
{
  g_ptr_array_add (reading->why, sentence);
}

static void
explain (HeedMastodonRead *read)
{
  HeedReading *reading = read->reading;
  g_autofree char *host = heed_mastodon_dup_host (read->account->server);

  if (read->stopped_early)
    add_why (reading, g_strdup_printf (_ ("%s allows only so many questions at a time; check again in five minutes "
                                          "for the rest."),
                                       host));
  if (read->threads_closed && read->timeline_read)
    add_why (reading, g_strdup_printf (_ ("%s shows visitors only what people on the same server wrote; messages from "
                                          "other servers are not counted."),
                                       host));
  else if (read->threads_closed)
    add_why (reading, g_strdup_printf (_ ("%s does not show conversations to visitors, so it cannot be seen how fast "
                                          "or how often this account answers."),
                                       host));
  if (read->pinned_hidden)
    add_why (reading, g_strdup_printf (_ ("%s did not tell which posts the account keeps at the top of its profile; a "
                                          "notice there would be missed."),
                                       host));
  if (read->n_failed > 0)
    add_why (reading,
             g_strdup_printf (ngettext ("%u conversation could not be read; check again later.",
                                        "%u conversations could not be read; check again later.", read->n_failed),
                              read->n_failed));
  if (read->n_future > 0)
    add_why (reading, g_strdup_printf (ngettext ("%u post with a time in the future was left out.",
                                                 "%u posts with a time in the future were left out.", read->n_future),
                                       read->n_future));
  if (read->n_unreadable > 0)
    add_why (reading, g_strdup_printf (ngettext ("%u post without a readable time or author was left out.",
                                                 "%u posts without a readable time or author were left out.",
                                                 read->n_unreadable),
                                       read->n_unreadable));
}

static void
finish (GTask *task, HeedMastodonRead *read)
{
  HeedReading *reading = read->reading;
  gboolean has_gap = read->stopped_early || read->n_failed > 0;

  explain (read);
  reading->is_whole = reading->why->len == 0;
  if (!read->pinned_hidden)
    reading->pinned = g_strv_builder_end (read->pinned);
  reading->sees_unanswered = !read->threads_closed || read->timeline_read;
  /* What is missing now can be had next time only when the same posts are read again. */
  if (!has_gap)
    reading->cursor = g_steal_pointer (&read->newest);
  g_task_return_pointer (task, g_steal_pointer (&read->reading), (GDestroyNotify) heed_reading_free);
}

/* heed_mastodon_read_advance: after each answer; ends the reading when nothing is awaited any more. */
void
heed_mastodon_read_advance (GTask *task)
{
  HeedMastodonRead *read = g_task_get_task_data (task);

  if (read->n_pending > 0)
    return;
  if (read->error == NULL && read->threads_closed && !read->timeline_begun)
    heed_mastodon_read_timeline (task);
  if (read->n_pending > 0)
    return;
  if (read->error != NULL)
    g_task_return_error (task, g_steal_pointer (&read->error));
  else
    finish (task, read);
}

static void
outer_cancelled_cb (GCancellable *outer, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
set_manners (HeedMastodonRead *read)
{
  g_autofree char *host = heed_mastodon_dup_host (read->account->server);
  HeedHttpLimit limit;

  if (heed_network_load_limit ("mastodon", &limit, NULL))
    heed_http_set_limit (read->http, host, &limit);
}

void
heed_mastodon_read_async (HeedNetwork *network, const HeedAccount *account, const HeedReadOptions *options,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (network, cancellable, callback, user_data);
  HeedMastodonRead *read = g_new0 (HeedMastodonRead, 1);

  g_return_if_fail (account->server != NULL && account->server_id != NULL && account->id != NULL);

  g_task_set_source_tag (task, heed_mastodon_read_async);
  read->http = g_object_ref (heed_network_get_http (network));
  read->account = heed_account_copy (account);
  read->options = *options;
  read->now = heed_clock_now (heed_network_get_clock (network));
  read->cancellable = g_cancellable_new ();
  read->reading = heed_reading_new ();
  read->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  read->late = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  read->pinned = g_strv_builder_new ();
  read->timeline = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_task_set_task_data (task, read, (GDestroyNotify) read_free);
  if (cancellable != NULL)
    {
      read->outer = g_object_ref (cancellable);
      read->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb),
                                              g_object_ref (read->cancellable), g_object_unref);
    }
  set_manners (read);

  g_autofree char *url = dup_page_url (read, NULL);
  ask_page (task, url);
  heed_mastodon_read_pinned (task);
}

HeedReading *
heed_mastodon_read_finish (HeedNetwork *network, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, network), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
