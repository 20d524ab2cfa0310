/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pieces of work that need nothing of each other, done by several threads. */

#include "heed-parallel.h"

/* One thread files or prints what the others do: more than so many would wait for it. */
#define MOST_THREADS 4

/* Who works takes the next piece that nobody has taken. */
typedef struct
{
  HeedParallelFunc func;
  gpointer user_data;
  guint n;
  int next;
} Work;

static gpointer
take_pieces (gpointer data)
{
  Work *work = data;
  guint i;

  while ((i = (guint) g_atomic_int_add (&work->next, 1)) < work->n)
    work->func (i, work->user_data);
  return NULL;
}

/** heed_parallel_count_threads: how many threads to use: @wanted, or for 0 one each processor, four at most. */
guint
heed_parallel_count_threads (guint wanted)
{
  return wanted > 0 ? wanted : CLAMP (g_get_num_processors (), 1, MOST_THREADS);
}

/**
 * heed_parallel_run: calls @func for each number below @n.
 * @threads: so many at once, with the calling one; where the system gives fewer, those do
 * @func: called in any order and by any thread
 *
 * Returns when all is done.
 */
void
heed_parallel_run (guint n, guint threads, HeedParallelFunc func, gpointer user_data)
{
  g_return_if_fail (func != NULL);

  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Work work = { .func = func, .user_data = user_data, .n = n };

  for (guint i = 1; i < MIN (threads, n); i++)
    {
      GThread *thread = g_thread_try_new ("heed-parallel", take_pieces, &work, NULL);

      if (thread != NULL)
        g_ptr_array_add (others, thread);
    }
  take_pieces (&work);
  for (guint i = 0; i < others->len; i++)
    g_thread_join (others->pdata[i]);
}
