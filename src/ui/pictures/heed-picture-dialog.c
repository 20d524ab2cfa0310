/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-picture-dialog-private.h"

#include <glib/gi18n.h>

#include "heed-document-files.h"
#include "heed-picture-boxes.h"

/* Enough to read small print when it is enlarged; more would only cost time to draw. */
#define PREVIEW_POINTS 2048
#define ZOOM_STEP 1.5

/* What a thread makes ready, so that the main loop has only to show it. */
typedef struct
{
  HeedCleanPicture *picture;
  GdkTexture *texture;
} Loaded;

typedef struct
{
  GFile *file;
  char *name;
} Source;

G_DEFINE_FINAL_TYPE (HeedPictureDialog, heed_picture_dialog, ADW_TYPE_WINDOW)

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->picture);
  g_clear_object (&loaded->texture);
  g_free (loaded);
}

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->file);
  g_free (source->name);
  g_free (source);
}

static void
load_in_thread (GTask *task, gpointer object, gpointer task_data, GCancellable *cancellable)
{
  const Source *source = task_data;
  GError *error = NULL;
  HeedCleanPicture *picture = heed_clean_picture_read (source->file, source->name, cancellable, &error);

  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_autoptr (GdkPixbuf) preview = heed_clean_picture_new_preview (picture, PREVIEW_POINTS);
  Loaded *loaded = g_new0 (Loaded, 1);
  loaded->picture = picture;
  loaded->texture = gdk_texture_new_for_pixbuf (preview);
  g_task_return_pointer (task, loaded, loaded_free);
}

static const char *
get_carries (HeedPictureTraces traces)
{
  switch ((guint) traces)
    {
    case HEED_PICTURE_TRACES_PLACE | HEED_PICTURE_TRACES_TIME:
      return _ ("The original says where and when it was taken.");
    case HEED_PICTURE_TRACES_PLACE:
      return _ ("The original says where it was taken.");
    case HEED_PICTURE_TRACES_TIME:
      return _ ("The original says when it was taken.");
    default:
      return _ ("The original has all that a camera or a program wrote into it.");
    }
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (object);
  g_autoptr (GError) error = NULL;
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_clear_pointer (&loaded, loaded_free);
      return;
    }
  if (loaded == NULL)
    {
      gtk_label_set_label (self->problem_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  self->picture = g_object_ref (loaded->picture);
  gtk_label_set_label (self->carries_label, get_carries (heed_clean_picture_get_traces (self->picture)));
  gtk_stack_set_visible_child_name (self->stack, "picture");
  heed_picture_canvas_show (self->canvas, loaded->texture, heed_clean_picture_get_width (self->picture),
                            heed_clean_picture_get_height (self->picture),
                            heed_picture_boxes_take (self->library, self->document->id));
  heed_picture_dialog_update_copies (self);
  gtk_widget_grab_focus (self->add_button);
  loaded_free (loaded);
}

static void
load (HeedPictureDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  Source *source = g_new0 (Source, 1);

  source->file = heed_picture_dialog_dup_file (self);
  source->name = g_strdup (self->document->name);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
changed_cb (HeedPictureDialog *self)
{
  const HeedBlackBoxes *boxes = heed_picture_canvas_get_boxes (self->canvas);
  GtkWidget *widget = GTK_WIDGET (self);
  guint n;

  heed_black_boxes_get (boxes, &n);
  heed_picture_boxes_note (self->library, self->document->id, boxes);
  gtk_widget_action_set_enabled (widget, "picture.remove-box", n > 0);
  gtk_widget_action_set_enabled (widget, "picture.undo", heed_black_boxes_can_undo (boxes));
  gtk_widget_action_set_enabled (widget, "picture.redo", heed_black_boxes_can_redo (boxes));
  /* The keys were on what is gone. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->add_button);
}

static void
add_box_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_picture_canvas_add_box (HEED_PICTURE_DIALOG (widget)->canvas);
}

static void
remove_box_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_picture_canvas_remove_box (HEED_PICTURE_DIALOG (widget)->canvas);
}

static void
undo_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_picture_canvas_undo (HEED_PICTURE_DIALOG (widget)->canvas);
}

static void
redo_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_picture_canvas_redo (HEED_PICTURE_DIALOG (widget)->canvas);
}

static void
zoom_in_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_picture_canvas_zoom (HEED_PICTURE_DIALOG (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_picture_canvas_zoom (HEED_PICTURE_DIALOG (widget)->canvas, 1 / ZOOM_STEP);
}

static void
zoom_fit_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_picture_canvas_zoom (HEED_PICTURE_DIALOG (widget)->canvas, 0);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (source);

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    heed_picture_dialog_say (self, _ ("No program opened it. Install one for this kind of file and try again."));
}

static void
open_original_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = heed_picture_dialog_dup_file (HEED_PICTURE_DIALOG (widget));
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME, NULL, opened_cb, NULL);
}

/* Who saves and closes at once means both, in that order. */
static gboolean
heed_picture_dialog_close_request (GtkWindow *window)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (window);

  self->is_closing = self->copying != NULL;
  return self->is_closing || GTK_WINDOW_CLASS (heed_picture_dialog_parent_class)->close_request (window);
}

/* A thread may hold the window for a while after it is closed, and the picture be opened anew meanwhile. */
static void
heed_picture_dialog_unmap (GtkWidget *widget)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (widget);

  g_cancellable_cancel (self->cancellable);
  heed_picture_boxes_keep (self->library, self->document->id, heed_picture_canvas_steal (self->canvas));
  GTK_WIDGET_CLASS (heed_picture_dialog_parent_class)->unmap (widget);
}

static void
heed_picture_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_PICTURE_DIALOG);
  G_OBJECT_CLASS (heed_picture_dialog_parent_class)->dispose (object);
}

static void
heed_picture_dialog_finalize (GObject *object)
{
  HeedPictureDialog *self = HEED_PICTURE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->copying);
  g_clear_object (&self->picture);
  g_clear_object (&self->item);
  g_clear_object (&self->library);
  heed_document_free (self->document);
  G_OBJECT_CLASS (heed_picture_dialog_parent_class)->finalize (object);
}

static void
heed_picture_dialog_class_init (HeedPictureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_picture_dialog_dispose;
  object_class->finalize = heed_picture_dialog_finalize;
  widget_class->unmap = heed_picture_dialog_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = heed_picture_dialog_close_request;
  g_type_ensure (HEED_TYPE_PICTURE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/pictures/heed-picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, carries_label);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, canvas);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, busy_box);
  gtk_widget_class_bind_template_child (widget_class, HeedPictureDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "picture.add-box", NULL, add_box_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.remove-box", NULL, remove_box_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.redo", NULL, redo_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.zoom-in", NULL, zoom_in_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.zoom-out", NULL, zoom_out_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.zoom-fit", NULL, zoom_fit_activated_cb);
  gtk_widget_class_install_action (widget_class, "picture.open-original", NULL, open_original_activated_cb);
  heed_picture_dialog_install_copies (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
heed_picture_dialog_init (HeedPictureDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_picture_dialog_update_copies (self);
}

/** heed_picture_dialog_dup_file: (transfer full): the document's own file. */
GFile *
heed_picture_dialog_dup_file (HeedPictureDialog *self)
{
  const char *folder = heed_context_get_data_folder (heed_library_get_context (self->library));
  g_autofree char *path = heed_document_files_dup_path (folder, heed_case_item_get_id (self->item),
                                                        self->document->file);

  return g_file_new_for_path (path);
}

/** heed_picture_dialog_say: one sentence, for a while. */
void
heed_picture_dialog_say (HeedPictureDialog *self, const char *sentence)
{
  if (self->toasts == NULL)
    return;
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

/** heed_picture_dialog_shows: whether that is for this window: every picture, also one of a kind that turns out
 * unknown. */
gboolean
heed_picture_dialog_shows (const HeedDocument *document)
{
  g_return_val_if_fail (document != NULL, FALSE);
  return document->type != NULL && g_str_has_prefix (document->type, "image/");
}

/** heed_picture_dialog_new: (transfer floating): a window over @parent that shows @document, which is copied. */
HeedPictureDialog *
heed_picture_dialog_new (GtkWindow *parent, HeedLibrary *library, HeedCaseItem *item, const HeedDocument *document)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library) && HEED_IS_CASE_ITEM (item) && document != NULL, NULL);

  HeedPictureDialog *self = g_object_new (HEED_TYPE_PICTURE_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->item = g_object_ref (item);
  self->document = heed_document_copy (document);
  adw_window_title_set_subtitle (self->title, document->name);
  load (self);
  return self;
}
