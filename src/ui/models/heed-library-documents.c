/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of cases: copied on a thread of their own, because they may lie on a slow disk, and then stored as any
 * other change. */

#include "heed-document-files.h"
#include "heed-document-records.h"
#include "heed-library-private.h"

typedef struct
{
  GFile *source;
  gint64 case_id;
  gint64 now;
  char *data_folder;
  GFileProgressCallback progress;
  gpointer progress_data;
} Copy;

/* How far a copy is, on its way to the main loop. */
typedef struct
{
  GTask *copying;
  goffset done;
  goffset all;
} Report;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->source);
  g_free (copy->data_folder);
  g_free (copy);
}

static gboolean
add_document (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_document_records_add (database, edit->case_id, edit->document, error);
}

static gboolean
delete_document (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_document_records_delete (database, edit->document_id, error);
}

static gboolean
set_note (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_document_records_set_note (database, edit->document_id, edit->note, error);
}

static gboolean
set_left_out (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_document_records_set_left_out (database, edit->document_id, edit->is_left_out, error);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->copying);
  g_free (report);
}

static gboolean
reported_cb (gpointer data)
{
  const Report *report = data;
  const Copy *copy = g_task_get_task_data (report->copying);

  copy->progress (report->done, report->all, copy->progress_data);
  return G_SOURCE_REMOVE;
}

/* On the thread of the copy. The reports are as urgent as its end, so that none comes after it. */
static void
progress_made_cb (goffset done, goffset all, gpointer data)
{
  Report *report = g_new (Report, 1);

  *report = (Report){ g_object_ref (data), done, all };
  g_main_context_invoke_full (g_task_get_context (data), g_task_get_priority (data), reported_cb, report, report_free);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Copy *copy = task_data;
  GError *error = NULL;
  HeedDocument *document = heed_document_files_copy (copy->source, copy->data_folder, copy->case_id, copy->now,
                                                     copy->progress != NULL ? progress_made_cb : NULL, task,
                                                     cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) heed_document_free);
  else
    g_task_return_error (task, error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (heed_library_edit_finish (HEED_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedLibrary *self = HEED_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HeedDocument *document = g_task_propagate_pointer (G_TASK (result), &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  HeedLibraryEdit *edit = heed_library_edit_new (add_document, g_task_get_task_data (task));
  edit->document = document;
  /* Too late to cancel: the copy would be left without a document. */
  heed_library_edit_run (self, edit, copied_cb, NULL, stored_cb, g_steal_pointer (&task));
}

/** heed_library_add_document_async: heed_library_copy_document_async() for who does not ask how far it is. */
void
heed_library_add_document_async (HeedLibrary *self, HeedCaseItem *item, GFile *file, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  heed_library_copy_document_async (self, item, file, NULL, NULL, cancellable, callback, user_data);
}

/**
 * heed_library_copy_document_async: copies a file and makes it a document of the case; cancelled, it leaves nothing
 * behind. Ends with heed_library_add_document_finish().
 * @progress: (nullable): told on the main loop of the bytes done and, where that is known, of all; never after the end
 */
void
heed_library_copy_document_async (HeedLibrary *self, HeedCaseItem *item, GFile *file, GFileProgressCallback progress,
                                  gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item) && G_IS_FILE (file));

  HeedContext *context = heed_library_get_context (self);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_library_copy_document_async);
  g_task_set_task_data (task, g_object_ref (item), g_object_unref);
  g_task_set_check_cancellable (task, FALSE);
  g_autoptr (GTask) copying = g_task_new (self, cancellable, copied_cb, g_steal_pointer (&task));
  Copy *copy = g_new0 (Copy, 1);
  copy->source = g_object_ref (file);
  copy->case_id = heed_case_item_get_id (item);
  copy->now = heed_context_now (context);
  copy->data_folder = g_strdup (heed_context_get_data_folder (context));
  copy->progress = progress;
  copy->progress_data = progress_data;
  g_task_set_task_data (copying, copy, copy_free);
  /* What is copied is stored. */
  g_task_set_check_cancellable (copying, FALSE);
  g_task_run_in_thread (copying, copy_in_thread);
}

/** heed_library_add_document_finish: %FALSE with one sentence for the person when it is not in the case. */
gboolean
heed_library_add_document_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** heed_library_delete_document_async: takes a document out of the case; heed_library_restore_document_async() undoes
 * it. */
void
heed_library_delete_document_async (HeedLibrary *self, HeedCaseItem *item, gint64 document_id,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (delete_document, item);
  edit->document_id = document_id;
  heed_library_edit_run (self, edit, heed_library_delete_document_async, cancellable, callback, user_data);
}

/** heed_library_delete_document_finish: %FALSE with an error when it is still there. */
gboolean
heed_library_delete_document_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}

/** heed_library_restore_document_async: puts a document back. @document: borrowed during the call only. */
void
heed_library_restore_document_async (HeedLibrary *self, HeedCaseItem *item, const HeedDocument *document,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item) && document != NULL);

  HeedLibraryEdit *edit = heed_library_edit_new (add_document, item);
  edit->document = heed_document_copy (document);
  heed_library_edit_run (self, edit, heed_library_restore_document_async, cancellable, callback, user_data);
}

/** heed_library_restore_document_finish: %FALSE with an error when it is not back. */
gboolean
heed_library_restore_document_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}

/** heed_library_set_document_note_async: says what a document shows. */
void
heed_library_set_document_note_async (HeedLibrary *self, HeedCaseItem *item, gint64 document_id, const char *note,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (set_note, item);
  edit->document_id = document_id;
  edit->note = g_strdup (note);
  heed_library_edit_run (self, edit, heed_library_set_document_note_async, cancellable, callback, user_data);
}

/** heed_library_set_document_note_finish: %FALSE with an error when it was not noted. */
gboolean
heed_library_set_document_note_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}

/** heed_library_set_document_left_out_async: whether letters and e-mails name a document among what is sent along. */
void
heed_library_set_document_left_out_async (HeedLibrary *self, HeedCaseItem *item, gint64 document_id,
                                          gboolean is_left_out, GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (set_left_out, item);
  edit->document_id = document_id;
  edit->is_left_out = is_left_out;
  heed_library_edit_run (self, edit, heed_library_set_document_left_out_async, cancellable, callback, user_data);
}

/** heed_library_set_document_left_out_finish: %FALSE with an error when it is as it was. */
gboolean
heed_library_set_document_left_out_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}
