/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reference-edit-row.h"

struct _HeedReferenceEditRow
{
  GtkListBoxRow parent_instance;

  HeedReferenceItem *item;
  GtkDropDown *kind_drop_down;
  GtkEntry *value_entry;
  GtkToggleButton *private_button;
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The words of the drop-down in the template, from top to bottom. */
static const char *const kinds[] = { "case", "order", "booking", "account" };

G_DEFINE_FINAL_TYPE (HeedReferenceEditRow, heed_reference_edit_row, GTK_TYPE_LIST_BOX_ROW)

/* An account or booking number opens doors: with the name of the person a stranger may change the booking. It is
 * private until the person says otherwise. */
static void
kind_selected_cb (HeedReferenceEditRow *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  if (self->item == NULL || selected >= G_N_ELEMENTS (kinds)
      || g_strcmp0 (heed_reference_item_get_kind (self->item), kinds[selected]) == 0)
    return;
  g_object_set (self->item, "kind", kinds[selected], NULL);
  gtk_toggle_button_set_active (self->private_button,
                                g_str_equal (kinds[selected], "account") || g_str_equal (kinds[selected], "booking"));
}

static void
remove_clicked_cb (HeedReferenceEditRow *self)
{
  g_autoptr (HeedReferenceItem) item = g_object_ref (self->item);

  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, item);
}

static gboolean
heed_reference_edit_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEED_REFERENCE_EDIT_ROW (widget)->value_entry));
}

static void
heed_reference_edit_row_dispose (GObject *object)
{
  HeedReferenceEditRow *self = HEED_REFERENCE_EDIT_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_REFERENCE_EDIT_ROW);
  G_OBJECT_CLASS (heed_reference_edit_row_parent_class)->dispose (object);
}

static void
heed_reference_edit_row_class_init (HeedReferenceEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_reference_edit_row_dispose;
  widget_class->grab_focus = heed_reference_edit_row_grab_focus;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", HEED_TYPE_REFERENCE_EDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, HEED_TYPE_REFERENCE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/new-case/heed-reference-edit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedReferenceEditRow, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HeedReferenceEditRow, value_entry);
  gtk_widget_class_bind_template_child (widget_class, HeedReferenceEditRow, private_button);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
heed_reference_edit_row_init (HeedReferenceEditRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_reference_edit_row_new: (transfer floating): a line that changes @item as it is typed. */
GtkWidget *
heed_reference_edit_row_new (HeedReferenceItem *item)
{
  g_return_val_if_fail (HEED_IS_REFERENCE_ITEM (item), NULL);

  HeedReferenceEditRow *self = g_object_new (HEED_TYPE_REFERENCE_EDIT_ROW, NULL);
  const char *kind = heed_reference_item_get_kind (item);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], kind) == 0)
      gtk_drop_down_set_selected (self->kind_drop_down, i);
  self->item = g_object_ref (item);
  g_object_bind_property (item, "value", self->value_entry, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "is-private", self->private_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return GTK_WIDGET (self);
}
