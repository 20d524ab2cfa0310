/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-erase.h"

#include <glib/gi18n.h>

#include "heed-environment.h"
#include "heed-error.h"

/* In the data folder, beside the store: the files of cases. */
#define DOCUMENTS "documents"

/* What a link leads to is not Heed's; the link is. */
static gboolean
remove_tree (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                            cancellable, error);
      if (children == NULL)
        return FALSE;
    }
  for (GFile *child = NULL; children != NULL;)
    {
      if (!g_file_enumerator_iterate (children, NULL, &child, cancellable, error))
        return FALSE;
      if (child == NULL)
        break;
      if (!remove_tree (child, cancellable, error))
        return FALSE;
    }
  return g_file_delete (file, cancellable, error);
}

static gboolean
remove_folder (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) reason = NULL;

  if (remove_tree (folder, cancellable, &reason) || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("Your cases are gone, but some of their files could not be removed from “%s”. Open that folder and "
                  "remove them there."),
               path);
  return FALSE;
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *documents = g_build_filename (heed_context_get_data_folder (HEED_CONTEXT (source)), DOCUMENTS, NULL);
  g_autofree char *copies = heed_environment_dup_copies_folder ();
  GError *error = NULL;

  if (remove_folder (documents, cancellable, &error) && remove_folder (copies, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (heed_store_erase_finish (HEED_STORE (source), result, &error))
    g_task_run_in_thread (task, remove_in_thread);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * heed_erase_async: removes everything Heed keeps of the user: cases, companies, drafts, what they told of themselves,
 * the files of cases, and the copies of them that were handed out. Heed keeps no passwords. Nothing brings it back.
 */
void
heed_erase_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_CONTEXT (context));

  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_erase_async);
  heed_store_erase_async (heed_context_get_store (context), cancellable, erased_cb, g_steal_pointer (&task));
}

/** heed_erase_finish: %FALSE with an error when something is left. */
gboolean
heed_erase_finish (HeedContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
