/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three ways out for a clean copy: a file, the clipboard, the case. It is made on a thread; one at a time. */

#include <glib/gi18n.h>

#include "heed-picture-dialog-private.h"
#include "heed-picture-name.h"
#include "heed-toast.h"

/* What a thread needs, and nothing of the window. @target: (nullable): without one the copy is only encoded. */
typedef struct
{
  HeedCleanPicture *picture;
  HeedBlackBox *boxes;
  guint n_boxes;
  GFile *target;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->picture);
  g_free (copy->boxes);
  g_clear_object (&copy->target);
  g_free (copy);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Copy *copy = task_data;
  GError *error = NULL;

  if (copy->target != NULL)
    {
      if (heed_clean_picture_save (copy->picture, copy->boxes, copy->n_boxes, copy->target, cancellable, &error))
        g_task_return_pointer (task, g_object_ref (copy->target), g_object_unref);
      else
        g_task_return_error (task, error);
      return;
    }
  /* What other programs paste is PNG. */
  GBytes *bytes = heed_clean_picture_encode (copy->picture, copy->boxes, copy->n_boxes, "png", cancellable, &error);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static guint
count_boxes (HeedPictureDialog *self)
{
  guint n;

  heed_black_boxes_get (heed_picture_canvas_get_boxes (self->canvas), &n);
  return n;
}

static void
start_copy (HeedPictureDialog *self, GFile *target, GAsyncReadyCallback callback)
{
  if (self->picture == NULL || self->copying != NULL)
    return;
  Copy *copy = g_new0 (Copy, 1);
  const HeedBlackBox *boxes = heed_black_boxes_get (heed_picture_canvas_get_boxes (self->canvas), &copy->n_boxes);
  copy->picture = g_object_ref (self->picture);
  copy->boxes = g_memdup2 (boxes, copy->n_boxes * sizeof *boxes);
  copy->target = target != NULL ? g_object_ref (target) : NULL;
  self->copying = g_cancellable_new ();
  heed_picture_dialog_update_copies (self);
  g_autoptr (GTask) task = g_task_new (self, self->copying, callback, NULL);
  g_task_set_source_tag (task, start_copy);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, copy_in_thread);
}

/* Says how it went, unless somebody waits for the window to close. */
static void
end_copy (HeedPictureDialog *self, const char *sentence, const GError *error)
{
  const gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  const gboolean is_closing = self->is_closing && error == NULL;

  g_clear_object (&self->copying);
  self->is_closing = FALSE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  heed_picture_dialog_update_copies (self);
  if (is_closing)
    {
      heed_toast_say_in_parent (GTK_WINDOW (self), sentence);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!is_cancelled)
    heed_picture_dialog_say (self, error != NULL ? error->message : sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_task_propagate_pointer (G_TASK (result), &error);

  end_copy (self, file != NULL ? _ ("The copy was saved. It holds only what you see.") : NULL, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL)
    {
      g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes ("image/png", bytes);

      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
    }
  end_copy (self, _ ("The copy is on the clipboard. Paste it into your message."), error);
}

/* By now the library has its own copy, or there is none. */
static void
end_keeping (HeedPictureDialog *self, const GError *error)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->temporary);

  g_file_delete (self->temporary, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_clear_object (&self->temporary);
  end_copy (self, _ ("The copy is in the case, beside the picture."), error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedPictureDialog) self = HEED_PICTURE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  /* The copy is what is to be sent now, no more its original; where that cannot be stored, the list shows both. */
  if (heed_library_add_document_finish (HEED_LIBRARY (source), result, &error))
    heed_library_set_document_left_out_async (self->library, self->item, self->document->id, TRUE, NULL, NULL, NULL);
  end_keeping (self, error);
}

static void
keep_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_task_propagate_pointer (G_TASK (result), &error);

  if (file != NULL)
    heed_library_add_document_async (self->library, self->item, file, self->copying, kept_cb, g_object_ref (self));
  else
    end_keeping (self, error);
}

static void
keep_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (widget);
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *kept = heed_picture_name_dup_kept (self->document->name, count_boxes (self) > 0,
                                                      heed_clean_picture_get_suffix (self->picture));

  if (folder == NULL)
    {
      heed_picture_dialog_say (self, _ ("There is no room left on the disk. Make room and try it again."));
      return;
    }
  self->temporary = g_file_new_build_filename (folder, kept, NULL);
  start_copy (self, self->temporary, keep_written_cb);
}

static void
copy_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_copy (HEED_PICTURE_DIALOG (widget), NULL, copied_cb);
}

static void
cancel_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (HEED_PICTURE_DIALOG (widget)->copying);
}

static void
original_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedPictureDialog) self = HEED_PICTURE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    heed_picture_dialog_say (self, _ ("The original was saved, with all it carries."));
  else
    heed_picture_dialog_say (self, _ ("The original could not be saved there. Choose another folder."));
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  HeedPictureDialog *self = user_data;
  const gboolean is_original = g_object_get_data (G_OBJECT (chooser), "original") != NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GFile) original = heed_picture_dialog_dup_file (self);

      if (is_original)
        g_file_copy_async (original, target, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL,
                           original_copied_cb, g_object_ref (self));
      else
        heed_picture_dialog_save (self, target);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choose (HeedPictureDialog *self, const char *title, const char *name, gboolean is_original)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (is_original)
    g_object_set_data (G_OBJECT (chooser), "original", self);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (widget);
  g_autofree char *name = heed_document_dup_sent_name (heed_case_item_get_case (self->item)->documents, self->document);

  choose (self, _ ("Save a clean copy"), name, FALSE);
}

static void
save_original_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (widget);

  choose (self, _ ("Save the original"), self->document->name, TRUE);
}

/** heed_picture_dialog_install_copies: the ways out, as actions of the class. */
void
heed_picture_dialog_install_copies (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "picture.save", NULL, save_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.copy", NULL, copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.keep", NULL, keep_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.cancel", NULL, cancel_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.save-original", NULL, save_original_activated_cb);
}

/** heed_picture_dialog_update_copies: allows them while there is a picture and none is being made. */
void
heed_picture_dialog_update_copies (HeedPictureDialog *self)
{
  static const char *const actions[] = { "picture.save", "picture.copy", "picture.keep" };
  const gboolean is_busy = self->copying != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->picture != NULL && !is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (self->busy_box, is_busy);
}

/** heed_picture_dialog_save: writes a clean copy, with the boxes that are there, and says when it is done. */
void
heed_picture_dialog_save (HeedPictureDialog *self, GFile *target)
{
  g_return_if_fail (HEED_IS_PICTURE_DIALOG (self) && G_IS_FILE (target));
  start_copy (self, target, saved_cb);
}
