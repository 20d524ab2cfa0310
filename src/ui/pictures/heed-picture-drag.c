/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The copy is made by a thread when the other program asks for it, and once for each drag: most drags end nowhere. It
 * has what the clean copy of the picture's window has: the points alone, with the boxes that are there.
 *
 * The other program may read the file long after the drop, when the message is sent, so it lies where the system keeps
 * what lasts until the person logs out. */

#include "heed-picture-drag.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "heed-clean-picture.h"
#include "heed-document-files.h"
#include "heed-environment.h"
#include "heed-error.h"
#include "heed-picture-boxes.h"

/* How lists of files are handed from program to program: GTK makes a GdkFileList of it. */
#define FILE_LIST "text/uri-list"

struct _HeedPictureDrag
{
  GdkContentProvider parent_instance;

  GFile *original;
  char *name;
  char *sent_name;
  HeedBlackBox *boxes;
  guint n_boxes;

  GMutex lock; /* of what follows */
  char *uri;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (HeedPictureDrag, heed_picture_drag, GDK_TYPE_CONTENT_PROVIDER)

static GFile *
new_target (HeedPictureDrag *self, GError **error)
{
  g_autofree char *copies = heed_environment_dup_copies_folder ();
  g_autofree char *folder = g_build_filename (copies, "XXXXXX", NULL);

  if (g_mkdir_with_parents (copies, 0700) == 0 && g_mkdtemp (folder) != NULL)
    return g_file_new_build_filename (folder, self->sent_name, NULL);
  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("No clean copy could be made (%s). Open the picture and save one."), g_strerror (errno));
  return NULL;
}

static char *
make_copy (HeedPictureDrag *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (HeedCleanPicture) picture = heed_clean_picture_read (self->original, self->name, cancellable, error);
  g_autoptr (GFile) target = picture != NULL ? new_target (self, error) : NULL;

  if (target == NULL || !heed_clean_picture_save (picture, self->boxes, self->n_boxes, target, cancellable, error))
    return NULL;
  return g_file_get_uri (target);
}

/* The address of the copy as a line of the list. Who asks while it is being made waits for it. */
static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HeedPictureDrag *self = source;
  GError *error = NULL;

  g_mutex_lock (&self->lock);
  if (self->uri == NULL)
    self->uri = make_copy (self, cancellable, &error);
  if (error == NULL)
    g_task_return_pointer (task, g_strconcat (self->uri, "\r\n", NULL), g_free);
  else
    g_task_return_error (task, error);
  g_mutex_unlock (&self->lock);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GOutputStream *stream = g_object_get_data (G_OBJECT (task), "stream");
  GError *error = NULL;
  char *list = g_task_propagate_pointer (G_TASK (result), &error);

  if (list == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (source, failed_signal, 0, error->message);
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, list, g_free);
  g_output_stream_write_all_async (stream, list, strlen (list), g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

static GdkContentFormats *
heed_picture_drag_ref_formats (GdkContentProvider *provider)
{
  static const char *const types[] = { FILE_LIST };

  return gdk_content_formats_new ((const char **) types, G_N_ELEMENTS (types));
}

static void
heed_picture_drag_write_mime_type_async (GdkContentProvider *provider, const char *mime_type, GOutputStream *stream,
                                         int io_priority, GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, user_data);

  g_task_set_source_tag (task, heed_picture_drag_write_mime_type_async);
  g_task_set_priority (task, io_priority);
  if (!g_str_equal (mime_type, FILE_LIST))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s is no list of files", mime_type);
      return;
    }
  g_object_set_data_full (G_OBJECT (task), "stream", g_object_ref (stream), g_object_unref);
  g_autoptr (GTask) making = g_task_new (provider, cancellable, made_cb, g_object_ref (task));
  g_task_set_source_tag (making, make_in_thread);
  g_task_run_in_thread (making, make_in_thread);
}

static gboolean
heed_picture_drag_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
heed_picture_drag_finalize (GObject *object)
{
  HeedPictureDrag *self = HEED_PICTURE_DRAG (object);

  g_clear_object (&self->original);
  g_free (self->name);
  g_free (self->sent_name);
  g_free (self->boxes);
  g_free (self->uri);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (heed_picture_drag_parent_class)->finalize (object);
}

static void
heed_picture_drag_class_init (HeedPictureDragClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_picture_drag_finalize;
  provider_class->ref_formats = heed_picture_drag_ref_formats;
  provider_class->write_mime_type_async = heed_picture_drag_write_mime_type_async;
  provider_class->write_mime_type_finish = heed_picture_drag_write_mime_type_finish;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
heed_picture_drag_init (HeedPictureDrag *self)
{
  g_mutex_init (&self->lock);
}

/** heed_picture_drag_new: (transfer full): what is dragged out of the row of a picture of a case. */
GdkContentProvider *
heed_picture_drag_new (HeedLibrary *library, HeedCaseItem *item, const HeedDocument *document)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library) && HEED_IS_CASE_ITEM (item) && document != NULL, NULL);

  const HeedCase *the_case = heed_case_item_get_case (item);
  const char *folder = heed_context_get_data_folder (heed_library_get_context (library));
  g_autofree char *path = heed_document_files_dup_path (folder, the_case->id, document->file);
  HeedPictureDrag *self = g_object_new (HEED_TYPE_PICTURE_DRAG, NULL);
  self->original = g_file_new_for_path (path);
  self->name = g_strdup (document->name);
  self->sent_name = heed_document_dup_sent_name (the_case->documents, document);
  self->boxes = heed_picture_boxes_dup (library, document->id, &self->n_boxes);
  return GDK_CONTENT_PROVIDER (self);
}
