/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-document-row.h"

#include <glib/gi18n.h>

/* As the fact sheet: long enough for a pause between words, short enough to lose nothing. */
#define SAVE_DELAY_MS 800

struct _HeedDocumentRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
  guint save_source;
  gboolean is_filling;

  GtkImage *icon;
  GtkLabel *name_label;
  GtkLabel *summary_label;
  GtkEditable *note_entry;
  GtkWidget *open_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (HeedDocumentRow, heed_document_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
save_cb (gpointer user_data)
{
  HeedDocumentRow *self = user_data;

  self->save_source = 0;
  gtk_widget_activate_action (GTK_WIDGET (self), "documents.set-note", "(xs)", self->id,
                              gtk_editable_get_text (self->note_entry));
  return G_SOURCE_REMOVE;
}

static void
note_changed_cb (HeedDocumentRow *self)
{
  if (self->is_filling)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/* The list still hears it: a row is unmapped before it loses its parents. */
static void
heed_document_row_unmap (GtkWidget *widget)
{
  HeedDocumentRow *self = HEED_DOCUMENT_ROW (widget);

  if (self->save_source != 0)
    {
      g_clear_handle_id (&self->save_source, g_source_remove);
      save_cb (self);
    }
  GTK_WIDGET_CLASS (heed_document_row_parent_class)->unmap (widget);
}

static void
heed_document_row_dispose (GObject *object)
{
  HeedDocumentRow *self = HEED_DOCUMENT_ROW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_DOCUMENT_ROW);
  G_OBJECT_CLASS (heed_document_row_parent_class)->dispose (object);
}

static void
heed_document_row_class_init (HeedDocumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_document_row_dispose;
  widget_class->unmap = heed_document_row_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-document-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentRow, note_entry);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, HeedDocumentRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
}

static void
heed_document_row_init (HeedDocumentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_button (GtkWidget *button, const char *format, const char *name)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (format, name);
#pragma GCC diagnostic pop

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/** heed_document_row_new: (transfer floating): a row for @item. */
GtkWidget *
heed_document_row_new (HeedDocumentItem *item)
{
  g_return_val_if_fail (HEED_IS_DOCUMENT_ITEM (item), NULL);

  HeedDocumentRow *self = g_object_new (HEED_TYPE_DOCUMENT_ROW, NULL);
  const HeedDocument *document = heed_document_item_get_document (item);
  g_autofree char *summary = heed_document_item_dup_summary (item);
  gboolean is_picture = document->type != NULL && g_str_has_prefix (document->type, "image/");

  self->id = document->id;
  gtk_image_set_from_icon_name (self->icon, is_picture ? "image-x-generic-symbolic" : "text-x-generic-symbolic");
  gtk_label_set_label (self->name_label, document->name);
  gtk_label_set_label (self->summary_label, summary);
  self->is_filling = TRUE;
  gtk_editable_set_text (self->note_entry, document->note != NULL ? document->note : "");
  self->is_filling = FALSE;
  name_button (self->open_button, _ ("Open “%s”"), document->name);
  name_button (self->remove_button, _ ("Take out “%s”"), document->name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "x", self->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "x", self->id);
  return GTK_WIDGET (self);
}
