/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-store.h"

#include "heed-database.h"
#include "heed-migrations.h"

/* One piece of work for the thread; without a @func, it is to take everything out of the database. Either @task waits
 * for it (asynchronous) or the caller does, on @condition. */
typedef struct
{
  HeedStoreFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GTask *task;

  GMutex mutex;
  GCond condition;
  gboolean is_done;
  gpointer result;
  GError *error;
} HeedStoreJob;

/* What the thread is started with; the caller waits until @is_done. */
typedef struct
{
  const char *path;
  GAsyncQueue *jobs;
  GMutex mutex;
  GCond condition;
  gboolean is_done;
  GError *error;
} HeedStoreStart;

struct _HeedStore
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *jobs;
};

G_DEFINE_FINAL_TYPE (HeedStore, heed_store, G_TYPE_OBJECT)

/* In the queue, it ends the thread. */
static HeedStoreJob last_job;

static void
free_job (HeedStoreJob *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_clear_object (&job->task);
  g_free (job);
}

static gpointer
run_in_transaction (HeedDatabase *database, HeedStoreJob *job, GError **error)
{
  GError *failure = NULL;

  if (!heed_database_begin (database, error))
    return NULL;

  gpointer result = job->func (database, job->data, &failure);
  if (failure == NULL)
    heed_database_commit (database, &failure);
  else
    heed_database_roll_back (database);
  if (failure == NULL)
    return result;

  if (result != NULL && job->result_free != NULL)
    job->result_free (result);
  g_propagate_error (error, failure);
  return NULL;
}

static void
erase (HeedDatabase *database, GError **error)
{
  gboolean is_done = heed_database_reset (database, error);

  /* Also where something may be left: without tables the program could do nothing more. */
  heed_migrations_run (database, is_done ? error : NULL);
}

static void
run_async_job (HeedDatabase *database, HeedStoreJob *job)
{
  GError *error = NULL;

  if (!g_task_return_error_if_cancelled (job->task))
    {
      gpointer result = NULL;

      if (job->func != NULL)
        result = run_in_transaction (database, job, &error);
      else
        erase (database, &error);
      if (error != NULL)
        g_task_return_error (job->task, error);
      else
        g_task_return_pointer (job->task, result, job->result_free);
    }
  free_job (job);
}

static void
run_blocking_job (HeedDatabase *database, HeedStoreJob *job)
{
  gpointer result = run_in_transaction (database, job, &job->error);

  g_mutex_lock (&job->mutex);
  job->result = result;
  job->is_done = TRUE;
  g_cond_signal (&job->condition);
  g_mutex_unlock (&job->mutex);
}

static HeedDatabase *
open_database (HeedStoreStart *start)
{
  g_autoptr (HeedDatabase) database = heed_database_open (start->path, heed_migrations_get_newest (), &start->error);

  if (database == NULL || !heed_migrations_run (database, &start->error))
    return NULL;
  return g_steal_pointer (&database);
}

static gpointer
run_thread (gpointer user_data)
{
  HeedStoreStart *start = user_data;
  g_autoptr (HeedDatabase) database = open_database (start);
  g_autoptr (GAsyncQueue) jobs = database != NULL ? g_async_queue_ref (start->jobs) : NULL;

  g_mutex_lock (&start->mutex);
  start->is_done = TRUE;
  g_cond_signal (&start->condition);
  g_mutex_unlock (&start->mutex);

  while (database != NULL)
    {
      HeedStoreJob *job = g_async_queue_pop (jobs);

      if (job == &last_job)
        break;
      if (job->task != NULL)
        run_async_job (database, job);
      else
        run_blocking_job (database, job);
    }
  return NULL;
}

static void
heed_store_finalize (GObject *object)
{
  HeedStore *self = HEED_STORE (object);

  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, &last_job);
      /* The thread itself may drop the last reference, with its last task: then it cannot wait for itself. */
      if (self->thread == g_thread_self ())
        g_thread_unref (self->thread);
      else
        g_thread_join (self->thread);
    }
  g_async_queue_unref (self->jobs);
  G_OBJECT_CLASS (heed_store_parent_class)->finalize (object);
}

static void
heed_store_class_init (HeedStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_store_finalize;
}

static void
heed_store_init (HeedStore *self)
{
  self->jobs = g_async_queue_new ();
}

/**
 * heed_store_open: opens the user's data on a thread of its own, and brings them to the newest version.
 * @path: the file, made (and its folder) when missing, for its owner alone; ":memory:" for none
 *
 * Returns: (transfer full): the store. A newer, damaged, locked, full or read-only file gives one sentence that says
 *   what to do, and is left as it was
 */
HeedStore *
heed_store_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (HeedStore) self = g_object_new (HEED_TYPE_STORE, NULL);
  HeedStoreStart start = { .path = path, .jobs = self->jobs };

  g_mutex_init (&start.mutex);
  g_cond_init (&start.condition);
  GThread *thread = g_thread_new ("heed-store", run_thread, &start);
  g_mutex_lock (&start.mutex);
  while (!start.is_done)
    g_cond_wait (&start.condition, &start.mutex);
  g_mutex_unlock (&start.mutex);
  g_mutex_clear (&start.mutex);
  g_cond_clear (&start.condition);

  if (start.error != NULL)
    {
      g_thread_join (thread);
      g_propagate_error (error, start.error);
      return NULL;
    }
  self->thread = thread;
  return g_steal_pointer (&self);
}

static HeedStoreJob *
create_job (HeedStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  HeedStoreJob *job = g_new0 (HeedStoreJob, 1);

  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (job->task, FALSE);
  return job;
}

/**
 * heed_store_run_async: runs @func on the store's thread, in a transaction.
 * @func: fails by setting its error, and then everything it did is undone
 * @data: (transfer full): handed to @func
 * @data_free: (nullable): frees @data, on the store's thread
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): keeps @func from being started; what was started is finished and kept
 */
void
heed_store_run_async (HeedStore *self, HeedStoreFunc func, gpointer data, GDestroyNotify data_free,
                      GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (HEED_IS_STORE (self) && func != NULL);

  HeedStoreJob *job = create_job (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, heed_store_run_async);
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  g_async_queue_push (self->jobs, job);
}

/** heed_store_run_finish: (transfer full) (nullable): what the function returned; @error tells failure from %NULL. */
gpointer
heed_store_run_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/** heed_store_erase_async: takes everything out of the store, after what it was asked before. Nothing brings it back.
 */
void
heed_store_erase_async (HeedStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_STORE (self));

  HeedStoreJob *job = create_job (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, heed_store_erase_async);
  g_async_queue_push (self->jobs, job);
}

/** heed_store_erase_finish: %FALSE with an error when something may be left: another program is using the data. */
gboolean
heed_store_erase_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  GError *failure = NULL;
  g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * heed_store_run: the same, waiting for the result; for the command line and for tests.
 * @result_free: (nullable): frees the result where it could not be saved
 *
 * Returns: (transfer full) (nullable): what the function returned; @error tells failure from %NULL
 */
gpointer
heed_store_run (HeedStore *self, HeedStoreFunc func, gpointer data, GDestroyNotify result_free, GError **error)
{
  g_return_val_if_fail (HEED_IS_STORE (self) && func != NULL, NULL);
  g_return_val_if_fail (self->thread != g_thread_self (), NULL);

  HeedStoreJob job = { .func = func, .data = data, .result_free = result_free };
  g_mutex_init (&job.mutex);
  g_cond_init (&job.condition);
  g_async_queue_push (self->jobs, &job);
  g_mutex_lock (&job.mutex);
  while (!job.is_done)
    g_cond_wait (&job.condition, &job.mutex);
  g_mutex_unlock (&job.mutex);
  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.condition);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}
