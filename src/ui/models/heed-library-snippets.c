/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of the user's own: stored first, shown then. */

#include "heed-library-private.h"
#include "heed-snippet-item.h"
#include "heed-snippet-records.h"

static GListStore *
get_list (HeedLibrary *self)
{
  return G_LIST_STORE (heed_library_get_snippets (self));
}

static HeedStore *
get_store (HeedLibrary *self)
{
  return heed_context_get_store (heed_library_get_context (self));
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return heed_snippet_item_compare ((HeedSnippetItem *) a, (HeedSnippetItem *) b);
}

static void
drop (HeedLibrary *self, gint64 id)
{
  HeedSnippetItem *item = heed_library_find_snippet (self, id);
  guint position;

  if (item != NULL && g_list_store_find (get_list (self), item, &position))
    g_list_store_remove (get_list (self), position);
}

/* Takes @snippet. */
static void
put (HeedLibrary *self, HeedSnippet *snippet)
{
  g_autoptr (HeedSnippetItem) item = heed_snippet_item_new (snippet);

  drop (self, snippet->id);
  g_list_store_insert_sorted (get_list (self), item, compare, NULL);
}

/** heed_library_find_snippet: (transfer none) (nullable): the snippet of that number. */
HeedSnippetItem *
heed_library_find_snippet (HeedLibrary *self, gint64 id)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (self), NULL);

  GListModel *snippets = heed_library_get_snippets (self);
  for (guint i = 0; i < g_list_model_get_n_items (snippets); i++)
    {
      g_autoptr (HeedSnippetItem) item = g_list_model_get_item (snippets, i);

      if (heed_snippet_item_get_snippet (item)->id == id)
        return item;
    }
  return NULL;
}

static gpointer
load_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_snippet_records_load_all (database, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HeedLibrary *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) snippets = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (snippets == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_list_store_remove_all (get_list (self));
  while (snippets->len > 0)
    put (self, g_ptr_array_steal_index (snippets, snippets->len - 1));
  g_task_return_boolean (task, TRUE);
}

/** heed_library_load_snippets_async: reads them from the store again. */
void
heed_library_load_snippets_async (HeedLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, heed_library_load_snippets_async);
  heed_store_run_async (get_store (self), load_in_store, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable,
                        loaded_cb, g_steal_pointer (&task));
}

/** heed_library_load_snippets_finish: %FALSE with the store's reason. */
gboolean
heed_library_load_snippets_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
save_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (HeedSnippet) snippet = heed_snippet_copy (data);

  return heed_snippet_records_save (database, snippet, error) ? g_steal_pointer (&snippet) : NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HeedSnippet *snippet = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (snippet == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  put (g_task_get_source_object (task), snippet);
  g_task_return_boolean (task, TRUE);
}

/**
 * heed_library_save_snippet_async: stores a snippet: a new one when its id is 0; one that was deleted comes back.
 * @snippet: borrowed during the call only
 */
void
heed_library_save_snippet_async (HeedLibrary *self, const HeedSnippet *snippet, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && snippet != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_library_save_snippet_async);
  heed_store_run_async (get_store (self), save_in_store, heed_snippet_copy (snippet),
                        (GDestroyNotify) heed_snippet_free, (GDestroyNotify) heed_snippet_free, cancellable, saved_cb,
                        g_steal_pointer (&task));
}

/** heed_library_save_snippet_finish: %FALSE with one sentence for the person when it is not stored. */
gboolean
heed_library_save_snippet_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
delete_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  heed_snippet_records_delete (database, *(const gint64 *) data, error);
  return NULL;
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  heed_store_run_finish (HEED_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  drop (g_task_get_source_object (task), *(const gint64 *) g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/** heed_library_delete_snippet_async: forgets a snippet; heed_library_save_snippet_async() brings it back. */
void
heed_library_delete_snippet_async (HeedLibrary *self, gint64 id, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_library_delete_snippet_async);
  g_task_set_task_data (task, g_memdup2 (&id, sizeof id), g_free);
  heed_store_run_async (get_store (self), delete_in_store, g_memdup2 (&id, sizeof id), g_free, NULL, cancellable,
                        deleted_cb, g_steal_pointer (&task));
}

/** heed_library_delete_snippet_finish: %FALSE with one sentence for the person when it is still there. */
gboolean
heed_library_delete_snippet_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
