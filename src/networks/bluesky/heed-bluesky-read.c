/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reads what an account did. Its feed is paged through newest first: replies
 * come with what they answer. The threads below its own posts are read beside
 * the paging, for there those are found whom nobody answered; the next page is
 * always asked for before the threads, because only pages wait for each other.
 */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-bluesky-private.h"
#include "heed-error.h"

#define PAGE_ITEMS "100"
#define THREAD_DEPTH "10"
/* Nobody posts so much in what is looked at; a server that goes on for ever does. */
#define MAX_PAGES 300
#define MAX_EMPTY_PAGES 5
#define MAX_THREAD_FAILURES 3
/* A clock may be a little off. */
#define FUTURE_S (10 * 60)

/*
 * One reading under way.
 * @known, @known_at: newest post of the reading before, where this one stops
 * @newest, @newest_at: what the next one is to stop at
 * @seen: uri → whether the post is known through its answer only
 * @threads: uris whose threads are to be read
 * @asked: uris whose threads were asked for
 * @covered: uri → the earlier post of the company whose thread should contain it
 * @has_hole: something passing went wrong, so the next reading must begin where this one began
 */
typedef struct
{
  char *did;
  HeedReadOptions options;
  char *known;
  gint64 known_at;
  char *newest;
  gint64 newest_at;
  char *page_cursor;
  guint n_pages;
  guint n_empty_pages;
  guint n_replies;
  guint n_future;
  gboolean page_under_way;
  gboolean paging_done;
  gboolean has_hole;
  GStrvBuilder *pinned;
  GHashTable *seen;
  GQueue threads;
  GHashTable *asked;
  GHashTable *covered;
  guint n_threads_under_way;
  guint n_thread_failures;
  GError *failure;
  HeedReading *reading;
} Read;

/* What a request for one thread has to remember. */
typedef struct
{
  GTask *task;
  char *uri;
} ThreadRequest;

static void advance (GTask *task);

static void
read_free (Read *read)
{
  g_free (read->did);
  g_free (read->known);
  g_free (read->newest);
  g_free (read->page_cursor);
  g_strv_builder_unref (read->pinned);
  g_hash_table_unref (read->seen);
  g_hash_table_unref (read->asked);
  g_hash_table_unref (read->covered);
  g_queue_clear_full (&read->threads, g_free);
  g_clear_error (&read->failure);
  g_clear_pointer (&read->reading, heed_reading_free);
  g_free (read);
}

static void
say_why (Read *read, const char *sentence)
{
  read->reading->is_whole = FALSE;
  if (!g_ptr_array_find_with_equal_func (read->reading->why, sentence, g_str_equal, NULL))
    g_ptr_array_add (read->reading->why, g_strdup (sentence));
}

static void
leave_hole (Read *read, const GError *error)
{
  say_why (read, error->message);
  read->has_hole = TRUE;
}

/* Adds @post to @batch, unless it was handed over before and nothing better is known of it now. */
static void
add_post (Read *read, GPtrArray *batch, HeedPost *post, gboolean found_by_answer)
{
  gpointer was_found_by_answer;
  gboolean is_known = g_hash_table_lookup_extended (read->seen, post->id, NULL, &was_found_by_answer);

  if (is_known && (found_by_answer || !GPOINTER_TO_INT (was_found_by_answer)))
    {
      heed_post_free (post);
      return;
    }
  post->found_by_answer = found_by_answer;
  g_hash_table_insert (read->seen, g_strdup (post->id), GINT_TO_POINTER (found_by_answer));
  g_ptr_array_add (batch, post);
}

static gboolean
is_future (HeedNetwork *network, const HeedPost *post)
{
  return post->created_at > heed_clock_now (heed_network_get_clock (network)) + FUTURE_S;
}

static void
hand_over (Read *read, GPtrArray *batch)
{
  if (batch->len > 0)
    read->options.posts (batch, read->options.user_data);
}

/* Each thread is asked for once, and none any more after too many failed. */
static void
ask_for_thread (Read *read, const char *uri)
{
  if (read->n_thread_failures < MAX_THREAD_FAILURES && g_hash_table_add (read->asked, g_strdup (uri)))
    g_queue_push_tail (&read->threads, g_strdup (uri));
}

/* Whose thread is to be read: once for each thread, from its topmost post that is the company's. */
static void
plan_thread (Read *read, const HeedBlueskyItem *item)
{
  if (item->n_replies <= 0 || read->n_thread_failures >= MAX_THREAD_FAILURES)
    return;
  if (item->below != NULL)
    g_hash_table_insert (read->covered, g_strdup (item->post->id), g_strdup (item->below));
  else
    ask_for_thread (read, item->post->id);
}

/*
 * A clock that is behind makes an answer older than its question; the time at
 * which it came into the index is nearer to the truth then. Where that is too
 * early as well, nothing is said about the question, so that no lag follows.
 */
static void
refuse_negative_lag (HeedBlueskyItem *item)
{
  if (item->parent == NULL || item->parent->created_at <= item->post->created_at)
    return;
  if (item->indexed_at >= item->parent->created_at)
    item->post->created_at = item->indexed_at;
  else
    g_clear_pointer (&item->parent, heed_post_free);
}

/* Takes one row of the feed. Returns FALSE when it is one of those at which the reading ends. */
static gboolean
take_item (Read *read, HeedNetwork *network, HeedBlueskyItem *item, GPtrArray *batch)
{
  HeedPost *post = item->post;
  gboolean is_known = read->known != NULL && (post->created_at < read->known_at || g_str_equal (post->id, read->known));

  if (item->is_pinned)
    g_strv_builder_add (read->pinned, post->id);
  if (is_known || post->created_at < read->options.since)
    {
      /* Out of turn: it tells what it says, and nothing of where the reading is. */
      if (item->is_pinned)
        add_post (read, batch, g_steal_pointer (&item->post), FALSE);
      return item->is_pinned;
    }
  if (is_future (network, post))
    {
      read->n_future++;
      return TRUE;
    }
  if (read->newest == NULL && !item->is_pinned)
    {
      read->newest = g_strdup (post->id);
      read->newest_at = post->created_at;
    }
  plan_thread (read, item);
  refuse_negative_lag (item);
  if (item->parent != NULL && !is_future (network, item->parent))
    add_post (read, batch, g_steal_pointer (&item->parent), TRUE);
  if (item->answers_other)
    read->n_replies++;
  add_post (read, batch, g_steal_pointer (&item->post), FALSE);
  return read->n_replies < read->options.max_replies;
}

/* Returns whether there is more to ask for. */
static gboolean
take_page (Read *read, HeedNetwork *network, JsonObject *page)
{
  JsonArray *feed = heed_json_get_array (page, "feed");
  const char *cursor = heed_json_get_string (page, "cursor");
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  gboolean goes_on = TRUE;

  for (guint i = 0; goes_on && i < heed_json_array_length (feed); i++)
    {
      g_autoptr (HeedBlueskyItem) item = heed_bluesky_item_new (heed_json_array_get_object (feed, i), read->did);

      if (item != NULL)
        goes_on = take_item (read, network, item, batch);
    }
  hand_over (read, batch);
  if (read->options.progress != NULL)
    read->options.progress (read->n_replies, read->options.max_replies, read->options.user_data);

  read->n_pages++;
  read->n_empty_pages = heed_json_array_length (feed) > 0 ? 0 : read->n_empty_pages + 1;
  if (!goes_on || cursor == NULL || g_strcmp0 (cursor, read->page_cursor) == 0)
    return FALSE;
  g_free (read->page_cursor);
  read->page_cursor = g_strdup (cursor);
  return read->n_pages < MAX_PAGES && read->n_empty_pages < MAX_EMPTY_PAGES;
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Read *read = g_task_get_task_data (task);
  g_autoptr (JsonNode) root = heed_bluesky_get_finish (HEED_BLUESKY (source), result, &error);

  read->page_under_way = FALSE;
  if (root != NULL && heed_json_get_array (json_node_get_object (root), "feed") == NULL)
    error = heed_bluesky_error_malformed ();
  if (error == NULL)
    read->paging_done = !take_page (read, HEED_NETWORK (source), json_node_get_object (root));
  else
    {
      read->paging_done = TRUE;
      if (read->n_pages == 0)
        read->failure = g_steal_pointer (&error);
      else
        leave_hole (read, error);
    }
  advance (task);
}

static void
ask_page (GTask *task)
{
  Read *read = g_task_get_task_data (task);
  HeedBluesky *self = g_task_get_source_object (task);
  g_autofree char *cursor = read->page_cursor != NULL ? g_uri_escape_string (read->page_cursor, NULL, FALSE) : NULL;
  g_autofree char *actor = g_uri_escape_string (read->did, ":", FALSE);
  /* What is pinned comes first on the first page, for no further request. */
  g_autofree char *url = g_strdup_printf (
    "%s/xrpc/app.bsky.feed.getAuthorFeed?actor=%s&filter=posts_with_replies&limit=" PAGE_ITEMS "%s%s",
    heed_bluesky_get_appview (self), actor, cursor != NULL ? "&cursor=" : "&includePins=true",
    cursor != NULL ? cursor : "");

  read->page_under_way = TRUE;
  heed_bluesky_get_async (self, url, TRUE, g_task_get_cancellable (task), page_read_cb, g_object_ref (task));
}

static void
take_thread (Read *read, HeedNetwork *network, JsonObject *thread)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_autoptr (GPtrArray) cut = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);

  heed_bluesky_thread_collect (thread, read->did, posts, cut);
  for (guint i = 0; i < cut->len; i++)
    ask_for_thread (read, cut->pdata[i]);
  while (posts->len > 0)
    {
      HeedPost *post = g_ptr_array_steal_index (posts, 0);

      g_hash_table_remove (read->covered, post->id);
      read->n_future += is_future (network, post);
      if (is_future (network, post) || post->created_at < read->options.since)
        heed_post_free (post);
      else
        add_post (read, batch, post, FALSE);
    }
  hand_over (read, batch);
}

/* A thread that is gone or closed is no failure: there is nothing to see any more. Of others a few are borne. */
static void
thread_failed (Read *read, const GError *error)
{
  if (g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_FOUND)
      || g_error_matches (error, HEED_ERROR, HEED_ERROR_CLOSED))
    return;
  leave_hole (read, error);
  read->n_thread_failures++;
  if (g_error_matches (error, HEED_ERROR, HEED_ERROR_RATE_LIMITED)
      || g_error_matches (error, HEED_ERROR, HEED_ERROR_OFFLINE))
    read->n_thread_failures = MAX_THREAD_FAILURES;
  if (read->n_thread_failures < MAX_THREAD_FAILURES)
    return;
  g_queue_clear_full (&read->threads, g_free);
  g_hash_table_remove_all (read->covered);
}

static void
thread_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Read *read = g_task_get_task_data (task);
  g_autoptr (JsonNode) root = heed_bluesky_get_finish (HEED_BLUESKY (source), result, &error);

  read->n_threads_under_way--;
  if (root != NULL)
    take_thread (read, HEED_NETWORK (source), heed_json_get_object (json_node_get_object (root), "thread"));
  else
    thread_failed (read, error);
  advance (task);
}

static void
ask_thread (GTask *task, const char *uri)
{
  Read *read = g_task_get_task_data (task);
  HeedBluesky *self = g_task_get_source_object (task);
  g_autofree char *escaped = g_uri_escape_string (uri, ":/", FALSE);
  g_autofree char *url = g_strdup_printf ("%s/xrpc/app.bsky.feed.getPostThread?uri=%s&depth=" THREAD_DEPTH
                                          "&parentHeight=0",
                                          heed_bluesky_get_appview (self), escaped);

  read->n_threads_under_way++;
  heed_bluesky_get_async (self, url, FALSE, g_task_get_cancellable (task), thread_read_cb, g_object_ref (task));
}

/*
 * Posts that were to be seen in the thread of an earlier one, but were not.
 * The earlier one lies outside what is looked at: its thread is read now, once
 * for all of them. Or it was read, and they stand too far below: each is read.
 */
static void
plan_uncovered (Read *read)
{
  g_autoptr (GHashTable) now = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer uri, below;

  g_hash_table_iter_init (&iter, read->covered);
  while (g_hash_table_iter_next (&iter, &uri, &below))
    {
      if (!g_hash_table_contains (read->asked, below))
        {
          ask_for_thread (read, below);
          g_hash_table_add (now, below);
        }
      else if (!g_hash_table_contains (now, below))
        {
          ask_for_thread (read, uri);
          g_hash_table_iter_remove (&iter);
        }
    }
}

static void
finish (GTask *task)
{
  Read *read = g_task_get_task_data (task);

  if (read->failure != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&read->failure));
      return;
    }
  if (read->n_future > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
        ngettext ("%u post is dated in the future and was left out. Is this computer’s clock right?",
                  "%u posts are dated in the future and were left out. Is this computer’s clock "
                  "right?",
                  read->n_future),
        read->n_future);
      say_why (read, sentence);
    }
  if (read->n_pages >= MAX_PAGES || read->n_empty_pages >= MAX_EMPTY_PAGES)
    say_why (read, _ ("Bluesky did not come to an end, so older posts were not read."));
  read->reading->pinned = g_strv_builder_end (read->pinned);
  read->reading->sees_unanswered = read->n_thread_failures < MAX_THREAD_FAILURES;
  if (read->newest != NULL && !read->has_hole)
    read->reading->cursor = g_strdup_printf ("%" G_GINT64_FORMAT " %s", read->newest_at, read->newest);
  g_task_return_pointer (task, g_steal_pointer (&read->reading), (GDestroyNotify) heed_reading_free);
}

/* Starts what can be started, and ends the reading when nothing is left. */
static void
advance (GTask *task)
{
  Read *read = g_task_get_task_data (task);
  HeedBluesky *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gboolean stopped = read->failure != NULL || g_cancellable_is_cancelled (cancellable);

  if (!stopped && !read->paging_done && !read->page_under_way)
    ask_page (task);
  if (!stopped && read->paging_done && g_queue_is_empty (&read->threads) && read->n_threads_under_way == 0)
    plan_uncovered (read);
  while (!stopped && !g_queue_is_empty (&read->threads)
         && read->n_threads_under_way + (read->page_under_way ? 1 : 0) < heed_bluesky_get_concurrent (self))
    {
      g_autofree char *uri = g_queue_pop_head (&read->threads);

      ask_thread (task, uri);
    }
  if (!read->page_under_way && read->n_threads_under_way == 0)
    finish (task);
}

/* A cursor is the time and the address of the newest post that was read. One of another kind means: read all. */
static void
parse_known (Read *read, const char *newer_than)
{
  char *end = NULL;
  gint64 at = newer_than != NULL ? g_ascii_strtoll (newer_than, &end, 10) : 0;

  if (end == NULL || end == newer_than || !g_str_has_prefix (end, " at://"))
    return;
  read->known_at = at;
  read->known = g_strdup (end + 1);
}

void
heed_bluesky_read_async (HeedNetwork *network, const HeedAccount *account, const HeedReadOptions *options,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (network, cancellable, callback, user_data);
  Read *read = g_new0 (Read, 1);

  g_task_set_source_tag (task, heed_bluesky_read_async);
  read->did = g_strdup (account->id);
  read->options = *options;
  read->pinned = g_strv_builder_new ();
  read->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read->covered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&read->threads);
  read->reading = heed_reading_new ();
  read->reading->is_whole = TRUE;
  parse_known (read, options->newer_than);
  g_task_set_task_data (task, read, (GDestroyNotify) read_free);
  if (!heed_bluesky_is_did (account->id))
    g_task_return_error (task, heed_bluesky_error_no_name (account->id));
  else
    advance (task);
}

HeedReading *
heed_bluesky_read_finish (HeedNetwork *network, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, network), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
