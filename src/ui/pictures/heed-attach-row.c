/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-attach-row.h"

#include <glib/gi18n.h>

#include "heed-picture-dialog.h"
#include "heed-picture-drag.h"

struct _HeedAttachRow
{
  AdwActionRow parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  HeedDocument *document;
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (HeedAttachRow, heed_attach_row, ADW_TYPE_ACTION_ROW)

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedAttachRow) self = HEED_ATTACH_ROW (user_data);
  g_autoptr (GError) error = NULL;

  if (heed_library_set_document_left_out_finish (HEED_LIBRARY (source), result, &error))
    return;
  self->document->is_left_out = !self->document->is_left_out;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !self->document->is_left_out);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
toggled_cb (HeedAttachRow *self)
{
  const gboolean is_left_out = !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (is_left_out == self->document->is_left_out)
    return;
  /* What is pressed again before the first is stored counts, too. */
  self->document->is_left_out = is_left_out;
  heed_library_set_document_left_out_async (self->library, self->item, self->document->id, is_left_out, NULL, stored_cb,
                                            g_object_ref (self));
}

static void
drag_failed_cb (HeedAttachRow *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
}

static GdkContentProvider *
prepare_cb (HeedAttachRow *self, double x, double y)
{
  GdkContentProvider *content = heed_picture_drag_new (self->library, self->item, self->document);

  g_signal_connect_object (content, "failed", G_CALLBACK (drag_failed_cb), self, G_CONNECT_SWAPPED);
  return content;
}

static void
drag_began_cb (HeedAttachRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static void
heed_attach_row_dispose (GObject *object)
{
  HeedAttachRow *self = HEED_ATTACH_ROW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (heed_attach_row_parent_class)->dispose (object);
}

static void
heed_attach_row_finalize (GObject *object)
{
  heed_document_free (HEED_ATTACH_ROW (object)->document);
  G_OBJECT_CLASS (heed_attach_row_parent_class)->finalize (object);
}

static void
heed_attach_row_class_init (HeedAttachRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_attach_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_attach_row_finalize;
}

static void
heed_attach_row_init (HeedAttachRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->check, _ ("Name it in the message"));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

static void
make_draggable (HeedAttachRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_began_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/** heed_attach_row_new: (transfer floating): a row for @document, which is copied. */
GtkWidget *
heed_attach_row_new (HeedLibrary *library, HeedCaseItem *item, const HeedDocument *document)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library) && HEED_IS_CASE_ITEM (item) && document != NULL, NULL);

  HeedAttachRow *self = g_object_new (HEED_TYPE_ATTACH_ROW, "title", document->name, NULL);
  /* Translators: %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_ ("Name “%s” in the message"), document->name);

  self->library = g_object_ref (library);
  self->item = g_object_ref (item);
  self->document = heed_document_copy (document);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (!heed_picture_dialog_shows (document))
    {
      g_object_set (self, "subtitle",
                    _ ("Heed cannot clean this kind of file. Take a screenshot of what matters and add that."),
                    "activatable", FALSE, NULL);
      return GTK_WIDGET (self);
    }
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *name = heed_document_dup_sent_name (heed_case_item_get_case (item)->documents, document);
  /* Translators: %s is the name of a file. */
  g_autofree char *subtitle = g_strdup_printf (
    _ ("Sent as %s. Black out parts and take a clean copy, or drag it from here."), name);
  g_object_set (self, "subtitle", subtitle, "activatable", TRUE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  make_draggable (self);
  return GTK_WIDGET (self);
}

/**
 * heed_attach_row_show: shows the document as the case has it now.
 * @is_named: messages of the kind that is written name what is sent along
 */
void
heed_attach_row_show (HeedAttachRow *self, const HeedDocument *document, gboolean is_named)
{
  g_return_if_fail (HEED_IS_ATTACH_ROW (self) && document != NULL);

  self->document->is_left_out = document->is_left_out;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !document->is_left_out);
  gtk_widget_set_visible (self->check, is_named);
}
