/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Companies go out of the store with all that was read of them, and come back with Undo. */

#include "heed-library-private.h"

typedef struct
{
  char *name;
  GArray *account_ids;
} Deletion;

static Deletion *
deletion_new (HeedCompanyItem *item)
{
  Deletion *deletion = g_new (Deletion, 1);
  GListModel *accounts = heed_company_item_get_accounts (item);

  deletion->name = g_strdup (heed_company_item_get_name (item));
  deletion->account_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) account = g_list_model_get_item (accounts, i);

      g_array_append_val (deletion->account_ids, heed_account_item_get_checked (account)->observation->account_id);
    }
  return deletion;
}

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_free (deletion->name);
  g_array_unref (deletion->account_ids);
  g_free (deletion);
}

static gpointer
delete_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  const Deletion *deletion = data;

  return heed_deleted_company_take (database, deletion->name, deletion->account_ids, error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HeedDeletedCompany *deleted = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (deleted == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  heed_library_drop_company (g_task_get_source_object (task), deleted->name);
  g_task_return_pointer (task, deleted, (GDestroyNotify) heed_deleted_company_free);
}

/** heed_library_delete_company_async: forgets a company and all that was read of it; its cases stay. */
void
heed_library_delete_company_async (HeedLibrary *self, HeedCompanyItem *item, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_COMPANY_ITEM (item));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_library_delete_company_async);
  heed_store_run_async (heed_context_get_store (heed_library_get_context (self)), delete_in_store, deletion_new (item),
                        deletion_free, (GDestroyNotify) heed_deleted_company_free, cancellable, deleted_cb,
                        g_steal_pointer (&task));
}

/** heed_library_delete_company_finish: (transfer full): what was taken, to be put back; %NULL with an error. */
HeedDeletedCompany *
heed_library_delete_company_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
restore_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (heed_deleted_company_restore (data, database, error));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HeedLibrary *self = HEED_LIBRARY (source);
  const char *name = g_task_get_task_data (task);

  if (heed_library_load_finish (self, result, &error))
    g_task_return_pointer (task, heed_library_find_company (self, name), NULL);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  heed_store_run_finish (HEED_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  HeedLibrary *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  heed_library_load_async (self, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * heed_library_restore_company_async: puts a company back.
 * @deleted: (transfer full): as heed_library_delete_company_finish() gave it
 */
void
heed_library_restore_company_async (HeedLibrary *self, HeedDeletedCompany *deleted, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && deleted != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_library_restore_company_async);
  g_task_set_task_data (task, g_strdup (deleted->name), g_free);
  heed_store_run_async (heed_context_get_store (heed_library_get_context (self)), restore_in_store, deleted,
                        (GDestroyNotify) heed_deleted_company_free, NULL, cancellable, restored_cb,
                        g_steal_pointer (&task));
}

/** heed_library_restore_company_finish: (transfer none): the item of the company; %NULL with an error. */
HeedCompanyItem *
heed_library_restore_company_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
