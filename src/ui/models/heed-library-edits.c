/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The writing half of HeedLibrary: each change is one transaction that ends by reading the case back, so that the list
 * shows what the store holds. */

#include "heed-library-private.h"
#include "heed-phrases.h"

typedef struct
{
  HeedCase *the_case;
  gint64 event_id;
} Edited;

/** heed_library_edit_new: (transfer full): a change by @apply, of @item where there is one. */
HeedLibraryEdit *
heed_library_edit_new (gboolean (*apply) (HeedDatabase *, gpointer, GError **), HeedCaseItem *item)
{
  HeedLibraryEdit *edit = g_new0 (HeedLibraryEdit, 1);

  edit->apply = apply;
  edit->case_id = item != NULL ? heed_case_item_get_id (item) : 0;
  return edit;
}

static void
edit_free (gpointer data)
{
  HeedLibraryEdit *edit = data;

  g_clear_pointer (&edit->the_case, heed_case_free);
  g_clear_pointer (&edit->deleted, heed_deleted_case_free);
  g_clear_pointer (&edit->event, heed_event_free);
  g_clear_pointer (&edit->document, heed_document_free);
  g_free (edit->note);
  g_free (edit);
}

static void
edited_free (gpointer data)
{
  Edited *edited = data;

  g_clear_pointer (&edited->the_case, heed_case_free);
  g_free (edited);
}

static gpointer
edit_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  if (!edit->apply (database, edit, error))
    return NULL;
  HeedCase *the_case = heed_case_records_load (database, edit->case_id, error);
  if (the_case == NULL)
    return NULL;

  Edited *edited = g_new0 (Edited, 1);
  edited->the_case = the_case;
  edited->event_id = edit->event != NULL ? edit->event->id : 0;
  return edited;
}

/* Returns the case's item; the event's number is kept as the task's data. */
static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Edited *edited = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (edited == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  HeedCaseItem *item = heed_library_take_case (g_task_get_source_object (task), g_steal_pointer (&edited->the_case));
  g_task_set_task_data (task, g_memdup2 (&edited->event_id, sizeof edited->event_id), g_free);
  edited_free (edited);
  g_task_return_pointer (task, g_object_ref (item), g_object_unref);
}

/** heed_library_edit_run: makes the change of @edit (transfer full), and shows the case as the store has it then. */
void
heed_library_edit_run (HeedLibrary *self, HeedLibraryEdit *edit, gpointer tag, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  heed_store_run_async (heed_context_get_store (heed_library_get_context (self)), edit_in_store, edit, edit_free,
                        edited_free, cancellable, edited_cb, g_steal_pointer (&task));
}

/** heed_library_edit_finish: whether it is made. */
gboolean
heed_library_edit_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  g_autoptr (HeedCaseItem) item = g_task_propagate_pointer (G_TASK (result), error);
  return item != NULL;
}

static gboolean
save_case (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  if (!heed_case_records_save (database, edit->the_case, error))
    return FALSE;
  edit->case_id = edit->the_case->id;
  return TRUE;
}

static gboolean
add_event (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_track_add_event (database, edit->case_id, edit->event, error);
}

static gboolean
delete_event (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_case_records_delete_event (database, edit->event_id, error);
}

static gboolean
set_promise_kept (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_case_records_set_promise_kept (database, edit->event_id, edit->kept, error);
}

/* The language of a new case: the first that the user writes and Heed has sentences in, else the first. */
static const char *
choose_language (HeedLibrary *self)
{
  char **languages = heed_context_get_settings (heed_library_get_context (self))->languages;

  for (guint i = 0; languages[i] != NULL; i++)
    if (heed_phrases_knows (languages[i]))
      return languages[i];
  return languages[0];
}

/**
 * heed_library_save_case_async: stores a case: a new one when its id is 0, in a language of the user.
 * @the_case: borrowed during the call only
 */
void
heed_library_save_case_async (HeedLibrary *self, const HeedCase *the_case, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && the_case != NULL);

  HeedLibraryEdit *edit = heed_library_edit_new (save_case, NULL);
  edit->the_case = heed_case_copy (the_case);
  if (the_case->id == 0 && the_case->facts->language == NULL)
    edit->the_case->facts->language = g_strdup (choose_language (self));
  heed_library_edit_run (self, edit, heed_library_save_case_async, cancellable, callback, user_data);
}

/** heed_library_save_case_finish: (transfer full): the item of the case. */
HeedCaseItem *
heed_library_save_case_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_library_add_event_async: adds an entry to the timeline.
 * @event: borrowed during the call only; with an id, it takes the place of that entry
 */
void
heed_library_add_event_async (HeedLibrary *self, HeedCaseItem *item, const HeedEvent *event, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item) && event != NULL);

  HeedLibraryEdit *edit = heed_library_edit_new (add_event, item);
  edit->event = heed_event_copy (event);
  heed_library_edit_run (self, edit, heed_library_add_event_async, cancellable, callback, user_data);
}

/** heed_library_add_event_finish: the number of the entry, to undo it by; 0 with an error. */
gint64
heed_library_add_event_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  if (!heed_library_edit_finish (self, result, error))
    return 0;
  const gint64 *event_id = g_task_get_task_data (G_TASK (result));
  return *event_id;
}

/** heed_library_delete_event_async: takes an entry out of the timeline. */
void
heed_library_delete_event_async (HeedLibrary *self, HeedCaseItem *item, gint64 event_id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (delete_event, item);
  edit->event_id = event_id;
  heed_library_edit_run (self, edit, heed_library_delete_event_async, cancellable, callback, user_data);
}

/** heed_library_delete_event_finish: %FALSE with an error when the entry is still there. */
gboolean
heed_library_delete_event_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}

/** heed_library_set_promise_kept_async: notes whether the promise of an entry was kept. */
void
heed_library_set_promise_kept_async (HeedLibrary *self, HeedCaseItem *item, gint64 event_id, gboolean kept,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (set_promise_kept, item);
  edit->event_id = event_id;
  edit->kept = kept;
  heed_library_edit_run (self, edit, heed_library_set_promise_kept_async, cancellable, callback, user_data);
}

/** heed_library_set_promise_kept_finish: %FALSE with an error when nothing was noted. */
gboolean
heed_library_set_promise_kept_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}

static gboolean
close_case (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_track_close (database, edit->case_id, edit->now, error);
}

static gboolean
reopen_case (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_track_reopen (database, edit->case_id, edit->now, error);
}

/** heed_library_close_case_async: the case is settled or given up; heed_library_undo_close_case_async() undoes it. */
void
heed_library_close_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (close_case, item);
  edit->now = heed_context_now (heed_library_get_context (self));
  heed_library_edit_run (self, edit, heed_library_close_case_async, cancellable, callback, user_data);
}

/** heed_library_close_case_finish: %FALSE with an error when it is not closed. */
gboolean
heed_library_close_case_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}

/** heed_library_reopen_case_async: the case goes on. */
void
heed_library_reopen_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (reopen_case, item);
  edit->now = heed_context_now (heed_library_get_context (self));
  heed_library_edit_run (self, edit, heed_library_reopen_case_async, cancellable, callback, user_data);
}

/** heed_library_reopen_case_finish: %FALSE with an error when it is not open. */
gboolean
heed_library_reopen_case_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  return heed_library_edit_finish (self, result, error);
}

static gboolean
undo_close_case (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_track_undo_close (database, edit->case_id, edit->now, error);
}

/** heed_library_undo_close_case_async: as if the case had not been closed; ends with heed_library_reopen_case_finish().
 */
void
heed_library_undo_close_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  HeedLibraryEdit *edit = heed_library_edit_new (undo_close_case, item);
  edit->now = heed_context_now (heed_library_get_context (self));
  heed_library_edit_run (self, edit, heed_library_undo_close_case_async, cancellable, callback, user_data);
}

static gpointer
delete_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  const gint64 *id = data;

  return heed_track_delete (database, *id, error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HeedDeletedCase *deleted = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (deleted == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  heed_library_drop_case (g_task_get_source_object (task), deleted->the_case->id);
  g_task_return_pointer (task, deleted, (GDestroyNotify) heed_deleted_case_free);
}

/** heed_library_delete_case_async: removes a case with all that hangs on it. */
void
heed_library_delete_case_async (HeedLibrary *self, HeedCaseItem *item, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && HEED_IS_CASE_ITEM (item));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  gint64 id = heed_case_item_get_id (item);
  g_task_set_source_tag (task, heed_library_delete_case_async);
  heed_store_run_async (heed_context_get_store (heed_library_get_context (self)), delete_in_store,
                        g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) heed_deleted_case_free, cancellable,
                        deleted_cb, g_steal_pointer (&task));
}

/** heed_library_delete_case_finish: (transfer full): what was taken, to be put back; %NULL with an error. */
HeedDeletedCase *
heed_library_delete_case_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
restore_case (HeedDatabase *database, gpointer data, GError **error)
{
  HeedLibraryEdit *edit = data;

  return heed_track_restore (database, edit->deleted, error);
}

/**
 * heed_library_restore_case_async: puts a case back.
 * @deleted: (transfer full): as heed_library_delete_case_finish() gave it
 */
void
heed_library_restore_case_async (HeedLibrary *self, HeedDeletedCase *deleted, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_LIBRARY (self) && deleted != NULL);

  HeedLibraryEdit *edit = heed_library_edit_new (restore_case, NULL);
  edit->case_id = deleted->the_case->id;
  edit->deleted = deleted;
  heed_library_edit_run (self, edit, heed_library_restore_case_async, cancellable, callback, user_data);
}

/** heed_library_restore_case_finish: (transfer full): the item of the case; a new one. */
HeedCaseItem *
heed_library_restore_case_finish (HeedLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
