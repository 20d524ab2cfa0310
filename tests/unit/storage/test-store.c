/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one thread that owns the connection: order, transactions, cancelling, and who frees what. */

#include <glib/gstdio.h>

#include "heed-case-records.h"
#include "heed-database.h"
#include "heed-error.h"
#include "heed-store.h"

static gpointer
save_case_func (HeedDatabase *database, gpointer data, GError **error)
{
  heed_case_records_save (database, data, error);
  return NULL;
}

static gpointer
count_cases_func (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, error);

  return cases != NULL ? GUINT_TO_POINTER (cases->len) : NULL;
}

static gpointer
get_thread_func (HeedDatabase *database, gpointer data, GError **error)
{
  return g_thread_self ();
}

/* Saves a case and then fails: the case must be gone. */
static gpointer
save_and_fail_func (HeedDatabase *database, gpointer data, GError **error)
{
  if (heed_case_records_save (database, data, error))
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_REFUSED, "No");
  return g_strdup ("not taken");
}

/* What breaks a rule that is looked at only in the end: the function succeeds, and then it cannot be saved. */
static gpointer
break_at_commit_func (HeedDatabase *database, gpointer data, GError **error)
{
  if (!heed_database_execute (database,
                              "PRAGMA defer_foreign_keys = ON;"
                              "INSERT INTO drafts (case_id, channel, network, text, updated_at) "
                              "VALUES (4711, 'email', '', 'Hello', 0)",
                              error))
    return NULL;
  return g_strdup ("not taken");
}

static HeedStore *
open_memory (void)
{
  GError *error = NULL;
  HeedStore *store = heed_store_open (":memory:", &error);

  g_assert_no_error (error);
  return store;
}

static guint
count_cases (HeedStore *store)
{
  GError *error = NULL;
  gpointer result = heed_store_run (store, count_cases_func, NULL, NULL, &error);

  g_assert_no_error (error);
  return GPOINTER_TO_UINT (result);
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_one_thread (void)
{
  g_autoptr (HeedStore) store = open_memory ();
  GThread *first = heed_store_run (store, get_thread_func, NULL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  heed_store_run_async (store, get_thread_func, NULL, NULL, NULL, NULL, store_result_cb, &result);
  GThread *second = heed_store_run_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (first == second);
  g_assert_true (first != g_thread_self ());
}

static void
test_rolls_back (void)
{
  g_autoptr (HeedStore) store = open_memory ();
  g_autoptr (HeedCase) kept = heed_case_new ();
  g_autoptr (HeedCase) lost = heed_case_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  heed_store_run (store, save_case_func, kept, NULL, &error);
  g_assert_no_error (error);
  heed_store_run_async (store, save_and_fail_func, g_steal_pointer (&lost), (GDestroyNotify) heed_case_free, g_free,
                        NULL, store_result_cb, &result);
  g_assert_null (heed_store_run_finish (store, wait_for (&result), &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_cmpuint (count_cases (store), ==, 1);
}

static void
test_cannot_commit (void)
{
  g_autoptr (HeedStore) store = open_memory ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_store_run (store, break_at_commit_func, NULL, g_free, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);
  heed_store_run_async (store, break_at_commit_func, NULL, NULL, g_free, NULL, store_result_cb, &result);
  g_assert_null (heed_store_run_finish (store, wait_for (&result), &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_cases (store), ==, 0);
}

static gpointer
wait_func (HeedDatabase *database, gpointer data, GError **error)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);
  return NULL;
}

/* Work that is cancelled while it stands in the queue is not begun; work that was begun is kept. */
static void
test_cancel (void)
{
  g_autoptr (HeedStore) store = open_memory ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) waited = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  GMutex mutex;

  g_mutex_init (&mutex);
  g_mutex_lock (&mutex);
  heed_store_run_async (store, wait_func, &mutex, NULL, NULL, NULL, store_result_cb, &waited);
  heed_store_run_async (store, save_case_func, heed_case_new (), (GDestroyNotify) heed_case_free, NULL, cancellable,
                        store_result_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&mutex);
  heed_store_run_finish (store, wait_for (&cancelled), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_for (&waited);
  g_mutex_clear (&mutex);
  g_assert_cmpuint (count_cases (store), ==, 0);
}

static void
count_down_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *n_left = user_data;

  (*n_left)--;
}

/* Whoever lets go last, the caller or the thread: the store closes itself, and what was asked for is done. */
static void
test_let_go (void)
{
  for (guint round = 0; round < 50; round++)
    {
      HeedStore *store = open_memory ();
      guint n_left = 3;

      for (guint i = 0; i < 3; i++)
        heed_store_run_async (store, save_case_func, heed_case_new (), (GDestroyNotify) heed_case_free, NULL, NULL,
                              count_down_cb, &n_left);
      g_object_unref (store);
      while (n_left > 0)
        g_main_context_iteration (NULL, TRUE);
    }
}

static gpointer
save_many (gpointer user_data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HeedCase) the_case = heed_case_new ();
      g_autoptr (GError) error = NULL;

      heed_store_run (user_data, save_case_func, the_case, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (the_case->id, >, 0);
    }
  return NULL;
}

/* Two programs on one file, each saving as fast as it can: both wait for their turn, nothing is lost. */
static void
test_two_stores (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "heed.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) one = heed_store_open (path, &error);
  g_autoptr (HeedStore) two = heed_store_open (path, &error);
  g_assert_no_error (error);

  GThread *first = g_thread_new ("one", save_many, one);
  GThread *second = g_thread_new ("two", save_many, two);
  g_thread_join (first);
  g_thread_join (second);
  g_assert_cmpuint (count_cases (one), ==, 100);
  g_assert_cmpuint (count_cases (two), ==, 100);
  g_clear_object (&one);
  g_clear_object (&two);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_cannot_open (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open ("/dev/null/heed.db", &error);

  g_assert_null (store);
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/one-thread", test_one_thread);
  g_test_add_func ("/store/rolls-back", test_rolls_back);
  g_test_add_func ("/store/cannot-commit", test_cannot_commit);
  g_test_add_func ("/store/cancel", test_cancel);
  g_test_add_func ("/store/let-go", test_let_go);
  g_test_add_func ("/store/two-stores", test_two_stores);
  g_test_add_func ("/store/cannot-open", test_cannot_open);
  return g_test_run ();
}
