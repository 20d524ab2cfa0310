/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-document-list.h"

#include <glib/gi18n.h>

#include "heed-copying.h"
#include "heed-document-files.h"
#include "heed-document-item.h"
#include "heed-document-row.h"
#include "heed-dropped-picture.h"
#include "heed-picture-dialog.h"

struct _HeedDocumentList
{
  GtkBox parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  GListStore *items;
  GPtrArray *waiting;
  HeedDocument *removed;

  GtkListBox *list;
  GtkLabel *problem_label;
  GtkWidget *undo_box;
  GtkLabel *undo_label;
  HeedCopying *copying;
};

/* A picture on its way to a file, and the case it is for, if that is there yet; both owned. */
typedef struct
{
  HeedDocumentList *list;
  HeedCaseItem *item;
} Picture;

enum
{
  PROP_LIBRARY = 1,
  PROP_ITEM,
};

static guint item_needed_signal;

G_DEFINE_FINAL_TYPE (HeedDocumentList, heed_document_list, GTK_TYPE_BOX)

/* Of several files that were refused each has its sentence. */
static void
complain (HeedDocumentList *self, const char *sentence)
{
  const char *before = gtk_label_get_label (self->problem_label);
  gboolean has_any = gtk_widget_get_visible (GTK_WIDGET (self->problem_label));
  g_autofree char *text = has_any ? g_strconcat (before, "\n", sentence, NULL) : g_strdup (sentence);

  gtk_label_set_label (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
say_error (HeedDocumentList *self, const GError *error)
{
  /* Nobody is there to read it any more. */
  if (self->list != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    complain (self, error->message);
}

static void
be_quiet (HeedDocumentList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_widget_set_visible (self->undo_box, FALSE);
}

static void
refresh (HeedDocumentList *self)
{
  if (self->item != NULL)
    heed_document_items_update (self->items, heed_case_item_get_case (self->item));
}

static void
copied_cb (goffset done, goffset all, gpointer user_data)
{
  HeedDocumentList *self = user_data;

  /* Closed meanwhile, and the copy goes on. */
  if (self->copying != NULL)
    heed_copying_set (self->copying, done, all);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedDocumentList) self = HEED_DOCUMENT_LIST (user_data);
  g_autoptr (GError) error = NULL;

  if (self->copying != NULL)
    heed_copying_end (self->copying);
  if (!heed_library_add_document_finish (HEED_LIBRARY (source), result, &error))
    say_error (self, error);
}

static void
copy_into (HeedDocumentList *self, HeedCaseItem *item, GFile *file)
{
  heed_library_copy_document_async (self->library, item, file, copied_cb, self, heed_copying_begin (self->copying),
                                    added_cb, g_object_ref (self));
}

static void
add_waiting (HeedDocumentList *self)
{
  while (self->item != NULL && self->waiting->len > 0)
    {
      g_autoptr (GFile) file = g_ptr_array_steal_index (self->waiting, 0);

      copy_into (self, self->item, file);
    }
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  HeedDocumentList *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT && self->list != NULL)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      be_quiet (self);
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          heed_document_list_add_file (self, file);
        }
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choose_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Add evidence"),
                                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static const HeedDocument *
find_document (HeedDocumentList *self, gint64 id)
{
  const GPtrArray *documents = self->item != NULL ? heed_case_item_get_case (self->item)->documents : NULL;

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (((const HeedDocument *) documents->pdata[i])->id == id)
      return documents->pdata[i];
  return NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedDocumentList) self = HEED_DOCUMENT_LIST (user_data);

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && self->list != NULL)
    complain (self, _ ("No program opened it. Install one for this kind of file and try again."));
}

static void
open_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (widget);
  const HeedDocument *document = find_document (self, g_variant_get_int64 (parameter));

  if (document == NULL)
    return;
  if (heed_picture_dialog_shows (document))
    {
      gtk_window_present (GTK_WINDOW (heed_picture_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                               self->library, self->item, document)));
      return;
    }
  const char *folder = heed_context_get_data_folder (heed_library_get_context (self->library));
  g_autofree char *path = heed_document_files_dup_path (folder, heed_case_item_get_id (self->item), document->file);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  be_quiet (self);
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME, NULL, opened_cb,
                     g_object_ref (self));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedDocumentList) self = HEED_DOCUMENT_LIST (user_data);
  g_autoptr (GError) error = NULL;

  if (!heed_library_delete_document_finish (HEED_LIBRARY (source), result, &error))
    {
      say_error (self, error);
      return;
    }
  if (self->list == NULL || self->removed == NULL)
    return;
  g_autofree char *text = g_strdup_printf (_ ("“%s” is taken out."), self->removed->name);
  gtk_label_set_label (self->undo_label, text);
  gtk_widget_set_visible (self->undo_box, TRUE);
}

static void
remove_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (widget);
  const HeedDocument *document = find_document (self, g_variant_get_int64 (parameter));

  if (document == NULL)
    return;
  be_quiet (self);
  g_clear_pointer (&self->removed, heed_document_free);
  self->removed = heed_document_copy (document);
  heed_library_delete_document_async (self->library, self->item, document->id, NULL, removed_cb, g_object_ref (self));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedDocumentList) self = HEED_DOCUMENT_LIST (user_data);
  g_autoptr (GError) error = NULL;

  if (!heed_library_restore_document_finish (HEED_LIBRARY (source), result, &error))
    say_error (self, error);
}

static void
undo_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (widget);
  g_autoptr (HeedDocument) removed = g_steal_pointer (&self->removed);

  be_quiet (self);
  if (removed != NULL && self->item != NULL)
    heed_library_restore_document_async (self->library, self->item, removed, NULL, restored_cb, g_object_ref (self));
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedDocumentList) self = HEED_DOCUMENT_LIST (user_data);
  g_autoptr (GError) error = NULL;

  if (!heed_library_set_document_note_finish (HEED_LIBRARY (source), result, &error))
    say_error (self, error);
}

static void
set_note_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (widget);
  const char *note;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &note);
  if (self->item != NULL)
    heed_library_set_document_note_async (self->library, self->item, id, note, NULL, noted_cb, g_object_ref (self));
}

static void
picture_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Picture *picture = user_data;
  g_autoptr (HeedDocumentList) self = picture->list;
  g_autoptr (HeedCaseItem) item = picture->item;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = heed_dropped_picture_save_finish (result, &error);

  if (file == NULL)
    say_error (self, error);
  else if (self->list != NULL && item == NULL)
    heed_document_list_add_file (self, file);
  else if (self->list != NULL)
    copy_into (self, item, file);
}

static void
add_texture (HeedDocumentList *self, GdkTexture *texture)
{
  Picture *picture = g_new (Picture, 1);

  /* Another case may be in sight before it is ready. */
  *picture = (Picture){ g_object_ref (self), self->item != NULL ? g_object_ref (self->item) : NULL };
  heed_dropped_picture_save_async (texture, picture_saved_cb, picture);
}

static gboolean
dropped_cb (HeedDocumentList *self, const GValue *value)
{
  be_quiet (self);
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    {
      add_texture (self, g_value_get_object (value));
      return TRUE;
    }
  GSList *files = g_value_get_boxed (value);
  for (GSList *link = files; link != NULL; link = link->next)
    heed_document_list_add_file (self, link->data);
  return files != NULL;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return heed_document_row_new (HEED_DOCUMENT_ITEM (item));
}

static void
set_item (HeedDocumentList *self, HeedCaseItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_set_object (&self->item, item);
  g_clear_pointer (&self->removed, heed_document_free);
  be_quiet (self);
  if (item == NULL)
    g_list_store_remove_all (self->items);
  else
    g_signal_connect_object (item, "notify::case", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  add_waiting (self);
}

static void
heed_document_list_dispose (GObject *object)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_clear_object (&self->item);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_DOCUMENT_LIST);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (heed_document_list_parent_class)->dispose (object);
}

static void
heed_document_list_finalize (GObject *object)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (object);

  g_clear_pointer (&self->removed, heed_document_free);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (heed_document_list_parent_class)->finalize (object);
}

static void
heed_document_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedDocumentList *self = HEED_DOCUMENT_LIST (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_set_object (&self->library, g_value_get_object (value));
      break;
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_document_list_class_init (HeedDocumentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  /* Told by who shows the list, and asked by nobody. */
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = heed_document_list_dispose;
  object_class->finalize = heed_document_list_finalize;
  object_class->set_property = heed_document_list_set_property;
  g_object_class_install_property (object_class, PROP_LIBRARY,
                                   g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags));
  g_object_class_install_property (object_class, PROP_ITEM,
                                   g_param_spec_object ("item", NULL, NULL, HEED_TYPE_CASE_ITEM, flags));
  item_needed_signal = g_signal_new ("item-needed", HEED_TYPE_DOCUMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (HEED_TYPE_COPYING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-document-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentList, list);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentList, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentList, undo_box);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentList, undo_label);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentList, copying);
  gtk_widget_class_install_action (widget_class, "documents.choose", NULL, choose_activated_cb);
  gtk_widget_class_install_action (widget_class, "documents.open", "x", open_activated_cb);
  gtk_widget_class_install_action (widget_class, "documents.remove", "x", remove_activated_cb);
  gtk_widget_class_install_action (widget_class, "documents.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "documents.set-note", "(xs)", set_note_activated_cb);
}

static void
heed_document_list_init (HeedDocumentList *self)
{
  self->items = g_list_store_new (HEED_TYPE_DOCUMENT_ITEM);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), create_row, NULL, NULL);
}

/** heed_document_list_add_file: copies @file into the case, or says in one sentence why not. */
void
heed_document_list_add_file (HeedDocumentList *self, GFile *file)
{
  g_return_if_fail (HEED_IS_DOCUMENT_LIST (self) && G_IS_FILE (file));

  g_ptr_array_add (self->waiting, g_object_ref (file));
  if (self->item == NULL)
    g_signal_emit (self, item_needed_signal, 0);
  add_waiting (self);
}

/** heed_document_list_accept_drops: takes what is dropped anywhere on @target, before a text entry makes it a path. */
void
heed_document_list_accept_drops (HeedDocumentList *self, GtkWidget *target)
{
  g_return_if_fail (HEED_IS_DOCUMENT_LIST (self) && GTK_IS_WIDGET (target));

  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drop));
}
