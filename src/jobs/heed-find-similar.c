/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What helped others with the same problem, before a new message is written (S14, S15). */

#include "heed-find-similar.h"

#include <glib/gi18n.h>

#include "heed-account-records.h"
#include "heed-archive.h"
#include "heed-classifier.h"
#include "heed-error.h"

static gboolean
is_thanks (const char *text, gpointer user_data)
{
  return heed_classifier_read_customer (user_data, text) != 0;
}

static GPtrArray *
search (HeedExchangeIndex *index, const char *company, const char *problem, guint n, GError **error)
{
  const HeedClassifier *classifier = heed_classifier_get_default (error);

  return classifier != NULL
           ? heed_exchange_index_search (index, company, problem, n, is_thanks, (gpointer) classifier, error)
           : NULL;
}

/* The archive is read on without use after a failure, which only a full disk can be; then the reader is stopped. */
typedef struct
{
  HeedExchangeIndex *index;
  GCancellable *stop;
  GError *error;
} Filling;

static void
post_read (const HeedPost *post, gpointer user_data)
{
  Filling *filling = user_data;

  if (filling->error == NULL && !heed_exchange_index_add (filling->index, post, &filling->error))
    g_cancellable_cancel (filling->stop);
}

static void
rows_left_out (const char *why, guint n, gpointer user_data)
{
}

/**
 * heed_find_similar_in_archive: looks in a file of conversations, which is read once.
 * @company: (nullable): only this one; all of the file else
 * @n: at most so many
 *
 * Blocks. Errors are those of heed_archive_read() and heed_exchange_index_search().
 *
 * Returns: (transfer full) (element-type HeedSimilar): those that ended well first
 */
GPtrArray *
heed_find_similar_in_archive (GFile *file, const char *company, const char *problem, guint n, GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && problem != NULL, NULL);

  g_autoptr (HeedExchangeIndex) index = heed_exchange_index_new (error);
  g_autoptr (GCancellable) stop = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  if (index == NULL)
    return NULL;

  Filling filling = { .index = index, .stop = stop };
  HeedArchiveFuncs funcs = { .post = post_read, .left_out = rows_left_out, .user_data = &filling };
  g_autoptr (GError) failure = NULL;
  gboolean is_read = heed_archive_read (file, &funcs, stop, &failure);
  if (filling.error != NULL)
    {
      g_propagate_error (error, filling.error);
      return NULL;
    }
  if (!is_read)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return search (index, company, problem, n, error);
}

typedef struct
{
  char *account;
  char *problem;
  guint n;
} StoreSearch;

static void
free_store_search (gpointer data)
{
  StoreSearch *work = data;

  g_free (work->account);
  g_free (work->problem);
  g_free (work);
}

static StoreSearch *
create_store_search (const char *account, const char *problem, guint n)
{
  StoreSearch *work = g_new0 (StoreSearch, 1);

  work->account = g_strdup (account);
  work->problem = g_strdup (problem);
  work->n = n;
  return work;
}

static gboolean
is_meant (const HeedAccount *account, const char *typed)
{
  const char *handle = typed[0] == '@' ? typed + 1 : typed;

  return g_ascii_strcasecmp (account->handle, handle) == 0 || g_strcmp0 (account->url, typed) == 0
         || g_str_equal (account->id, typed);
}

static gpointer
search_store (HeedDatabase *database, gpointer data, GError **error)
{
  const StoreSearch *work = data;
  const HeedObservation *observation = NULL;
  g_autoptr (GPtrArray) all = heed_account_records_load_all (database, error);
  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len && observation == NULL; i++)
    if (is_meant (((const HeedObservation *) all->pdata[i])->account, work->account))
      observation = all->pdata[i];
  if (observation == NULL)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                   _ ("“%s” was not looked at yet. Run “heedctl check” on it first, then search again."),
                   work->account);
      return NULL;
    }
  g_autoptr (GPtrArray) posts = heed_post_records_load (database, observation->account_id, error);
  g_autoptr (HeedExchangeIndex) index = posts != NULL ? heed_exchange_index_new (error) : NULL;
  if (index == NULL)
    return NULL;
  for (guint i = 0; i < posts->len; i++)
    if (!heed_exchange_index_add (index, posts->pdata[i], error))
      return NULL;
  return search (index, NULL, work->problem, work->n, error);
}

/**
 * heed_find_similar_in_store: looks in what was stored of an account; no request is made.
 * @account: its handle or the address of its page
 *
 * Returns: (transfer full) (element-type HeedSimilar): as heed_find_similar_in_archive()
 */
GPtrArray *
heed_find_similar_in_store (HeedContext *context, const char *account, const char *problem, guint n, GError **error)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (context) && account != NULL && problem != NULL, NULL);

  StoreSearch *work = create_store_search (account, problem, n);
  gpointer found = heed_store_run (heed_context_get_store (context), search_store, work,
                                   (GDestroyNotify) g_ptr_array_unref, error);
  free_store_search (work);
  return found;
}

static void
store_searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *found = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/** heed_find_similar_in_store_async: the same without blocking; what comes too late is not handed over. */
void
heed_find_similar_in_store_async (HeedContext *context, const char *account, const char *problem, guint n,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_CONTEXT (context) && account != NULL && problem != NULL);

  GTask *task = g_task_new (context, cancellable, callback, user_data);

  g_task_set_source_tag (task, heed_find_similar_in_store_async);
  heed_store_run_async (heed_context_get_store (context), search_store, create_store_search (account, problem, n),
                        free_store_search, (GDestroyNotify) g_ptr_array_unref, cancellable, store_searched_cb, task);
}

/** heed_find_similar_in_store_finish: (transfer full) (element-type HeedSimilar): as heed_find_similar_in_archive(). */
GPtrArray *
heed_find_similar_in_store_finish (HeedContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
