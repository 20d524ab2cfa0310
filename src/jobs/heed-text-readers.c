/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Most of the time that an archive takes is for reading texts, which depend on nothing but themselves. Posts are put
 * into batches; other threads read their texts, and so does the calling one when it would have to wait. It alone files
 * them, batch after batch in the order they came in, so that the result is the same however the threads ran. */

#include "heed-text-readers.h"

#include <string.h>
#include <time.h>

/* A batch is full with so many posts, or so much text: long texts cost no more memory than short ones. */
#define MAX_ROWS 256
#define MAX_BYTES (128 * 1024)

/* Batches on their way for each thread: enough that none waits while the calling thread is busy with one. */
#define BATCHES_A_THREAD 4

/* A post, or, with @why, rows that were left out in its place. */
typedef struct
{
  HeedPost post;
  HeedTextReading reading;
  const char *why;
  guint n;
} Row;

/* Who has a batch. */
enum
{
  FILLING,
  WAITING,
  READ,
};

/* The strings of its posts stand in @strings, their lists of strings one after the other in @lists. Who holds the batch
 * may change it: first the calling thread, then who took it out of the queue; @state hands it over and
 * back. */
typedef struct
{
  GStringChunk *strings;
  GPtrArray *lists;
  gsize n_bytes;
  guint n_rows;
  Row rows[MAX_ROWS];
  gint64 reading_us;
  int state;
} Batch;

/* @filling is the batch that posts are put into, @in_order those behind it, the oldest first, and @spare those that can
 * be used again. @waiting has what nobody reads yet, and at the end, for each
 * thread, the readers themselves; @ended tells the calling thread of each that was read. */
struct _HeedTextReaders
{
  HeedExchangeBuilder *builder;
  const HeedClassifier *classifier;
  GPtrArray *threads;
  guint max_batches;
  Batch *filling;
  GQueue in_order;
  GQueue spare;
  GAsyncQueue *waiting;
  GAsyncQueue *ended;
  gint64 reading_us;
};

static gint64
get_thread_time_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static Batch *
batch_new (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->strings = g_string_chunk_new (MAX_BYTES / 2);
  batch->lists = g_ptr_array_new ();
  return batch;
}

static void
batch_clear (Batch *batch)
{
  for (guint i = 0; i < batch->n_rows; i++)
    heed_text_reading_clear (&batch->rows[i].reading);
  g_string_chunk_clear (batch->strings);
  g_ptr_array_set_size (batch->lists, 0);
  batch->n_bytes = 0;
  batch->n_rows = 0;
  batch->state = FILLING;
}

static void
batch_free (Batch *batch)
{
  batch_clear (batch);
  g_string_chunk_free (batch->strings);
  g_ptr_array_unref (batch->lists);
  g_free (batch);
}

static void
batch_read (Batch *batch, const HeedClassifier *classifier)
{
  const gint64 begun_us = get_thread_time_us ();

  g_assert (g_atomic_int_get (&batch->state) == WAITING);
  for (guint i = 0; i < batch->n_rows; i++)
    if (batch->rows[i].why == NULL)
      heed_text_reading_read (&batch->rows[i].reading, classifier, &batch->rows[i].post);
  batch->reading_us = get_thread_time_us () - begun_us;
  g_atomic_int_set (&batch->state, READ);
}

static gpointer
read_batches (gpointer data)
{
  HeedTextReaders *readers = data;
  Batch *batch;

  while ((batch = g_async_queue_pop (readers->waiting)) != data)
    {
      batch_read (batch, readers->classifier);
      g_async_queue_push (readers->ended, batch);
    }
  return NULL;
}

/**
 * heed_text_readers_new: starts the threads.
 * @builder: files the posts; use it no otherwise until heed_text_readers_finish() has returned
 * @n_threads: how many read at once, with the calling one; where the system gives fewer, those do
 *
 * Returns: (transfer full): never %NULL
 */
HeedTextReaders *
heed_text_readers_new (HeedExchangeBuilder *builder, guint n_threads)
{
  g_return_val_if_fail (builder != NULL && n_threads > 0, NULL);

  HeedTextReaders *readers = g_new0 (HeedTextReaders, 1);
  readers->builder = builder;
  readers->classifier = heed_exchange_builder_get_classifier (builder);
  readers->threads = g_ptr_array_new ();
  readers->max_batches = BATCHES_A_THREAD * (n_threads - 1);
  readers->filling = batch_new ();
  readers->waiting = g_async_queue_new ();
  readers->ended = g_async_queue_new ();
  for (guint i = 1; i < n_threads; i++)
    {
      GThread *thread = g_thread_try_new ("heed-reader", read_batches, readers, NULL);

      if (thread != NULL)
        g_ptr_array_add (readers->threads, thread);
    }
  return readers;
}

/** heed_text_readers_free: stops the threads; what was not filed is dropped. */
void
heed_text_readers_free (HeedTextReaders *readers)
{
  if (readers == NULL)
    return;
  while (g_async_queue_try_pop (readers->waiting) != NULL)
    ;
  for (guint i = 0; i < readers->threads->len; i++)
    g_async_queue_push (readers->waiting, readers);
  for (guint i = 0; i < readers->threads->len; i++)
    g_thread_join (readers->threads->pdata[i]);
  g_ptr_array_unref (readers->threads);
  batch_free (readers->filling);
  g_queue_clear_full (&readers->in_order, (GDestroyNotify) batch_free);
  g_queue_clear_full (&readers->spare, (GDestroyNotify) batch_free);
  g_async_queue_unref (readers->waiting);
  g_async_queue_unref (readers->ended);
  g_free (readers);
}

/* Waits until the oldest batch is read, reading what nobody has begun with meanwhile. */
static void
wait_for_oldest (HeedTextReaders *readers, const Batch *oldest)
{
  while (g_atomic_int_get (&oldest->state) != READ)
    {
      Batch *batch = g_async_queue_try_pop (readers->waiting);

      if (batch != NULL)
        batch_read (batch, readers->classifier);
      else
        g_async_queue_pop (readers->ended);
    }
  while (g_async_queue_try_pop (readers->ended) != NULL)
    ;
}

static void
file_oldest (HeedTextReaders *readers)
{
  Batch *batch = g_queue_pop_head (&readers->in_order);

  wait_for_oldest (readers, batch);
  for (guint i = 0; i < batch->n_rows; i++)
    {
      const Row *row = &batch->rows[i];

      if (row->why != NULL)
        heed_exchange_builder_leave_out (readers->builder, row->why, row->n);
      else
        heed_exchange_builder_add_read (readers->builder, &row->post, &row->reading);
    }
  readers->reading_us += batch->reading_us;
  batch_clear (batch);
  g_queue_push_tail (&readers->spare, batch);
}

/* The lists moved while they grew, so that posts have only noted that there is one. */
static void
set_lists (Batch *batch)
{
  char **next = (char **) batch->lists->pdata;

  for (guint i = 0; i < batch->n_rows; i++)
    {
      char ***lists[] = { &batch->rows[i].post.parents, &batch->rows[i].post.addressees };

      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        if (*lists[list] != NULL)
          {
            *lists[list] = next;
            next += g_strv_length (next) + 1;
          }
    }
}

/* Hands over what was put together, and files what is ready, or more where too much is on its way. */
static void
hand_over (HeedTextReaders *readers)
{
  Batch *batch = readers->filling, *oldest;

  set_lists (batch);
  g_queue_push_tail (&readers->in_order, batch);
  g_atomic_int_set (&batch->state, WAITING);
  g_async_queue_push (readers->waiting, batch);
  while (
    (oldest = g_queue_peek_head (&readers->in_order)) != NULL
    && (g_atomic_int_get (&oldest->state) == READ || g_queue_get_length (&readers->in_order) > readers->max_batches))
    file_oldest (readers);
  readers->filling = g_queue_pop_head (&readers->spare);
  if (readers->filling == NULL)
    readers->filling = batch_new ();
}

static char *
copy_string (Batch *batch, const char *string)
{
  if (string == NULL)
    return NULL;
  const gsize length = strlen (string);
  batch->n_bytes += length;
  return g_string_chunk_insert_len (batch->strings, string, (gssize) length);
}

static char **
copy_list (Batch *batch, char **list)
{
  if (list == NULL)
    return NULL;
  for (char **string = list; *string != NULL; string++)
    g_ptr_array_add (batch->lists, copy_string (batch, *string));
  g_ptr_array_add (batch->lists, NULL);
  return list;
}

static Row *
add_row (HeedTextReaders *readers)
{
  if (readers->filling->n_rows == MAX_ROWS || readers->filling->n_bytes >= MAX_BYTES)
    hand_over (readers);
  Row *row = &readers->filling->rows[readers->filling->n_rows++];
  *row = (Row){ .why = NULL };
  return row;
}

/** heed_text_readers_add: takes in one post, as heed_exchange_builder_add() does; blocks while too many wait. */
void
heed_text_readers_add (HeedTextReaders *readers, const HeedPost *post)
{
  g_return_if_fail (readers != NULL && post != NULL);

  Row *row = add_row (readers);
  Batch *batch = readers->filling;
  row->post = *post;
  row->post.id = copy_string (batch, post->id);
  row->post.author = copy_string (batch, post->author);
  row->post.author_handle = post->author_handle == post->author ? row->post.author
                                                                : copy_string (batch, post->author_handle);
  row->post.text = copy_string (batch, post->text);
  row->post.url = copy_string (batch, post->url);
  row->post.language = copy_string (batch, post->language);
  row->post.parents = copy_list (batch, post->parents);
  row->post.addressees = copy_list (batch, post->addressees);
}

/** heed_text_readers_leave_out: notes what could not be read, as heed_exchange_builder_leave_out() does, in its turn.
 * @why: a sentence that stays where it is */
void
heed_text_readers_leave_out (HeedTextReaders *readers, const char *why, guint n)
{
  g_return_if_fail (readers != NULL && why != NULL);

  Row *row = add_row (readers);
  row->why = why;
  row->n = n;
}

/** heed_text_readers_finish: returns when everything is read and filed. */
void
heed_text_readers_finish (HeedTextReaders *readers)
{
  g_return_if_fail (readers != NULL);

  hand_over (readers);
  while (!g_queue_is_empty (&readers->in_order))
    file_oldest (readers);
}

/** heed_text_readers_get_reading_us: how much processor time all threads took to read what is filed. */
gint64
heed_text_readers_get_reading_us (const HeedTextReaders *readers)
{
  g_return_val_if_fail (readers != NULL, 0);

  return readers->reading_us;
}
