/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reference-row.h"

#include <glib/gi18n.h>

#include "heed-case-words.h"

/* As many dots for every number: its length would tell something too. */
#define DOTS "••••••"

struct _HeedReferenceRow
{
  AdwActionRow parent_instance;

  HeedReferenceItem *item;
  gboolean is_hidden;
};

G_DEFINE_FINAL_TYPE (HeedReferenceRow, heed_reference_row, ADW_TYPE_ACTION_ROW)

static void
update (HeedReferenceRow *self)
{
  const char *value = heed_reference_item_get_value (self->item);
  g_autofree char *title = heed_words_dup_reference (heed_reference_item_get_kind (self->item),
                                                     self->is_hidden ? DOTS : value);
  const char *hint = self->is_hidden ? _ ("Private: click to show it") : _ ("Click to copy it");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

static void
add_lock (HeedReferenceRow *self)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_set_tooltip_text (lock, _ ("Never in a public text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Private"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), lock);
}

static void
heed_reference_row_activate (AdwActionRow *row)
{
  HeedReferenceRow *self = HEED_REFERENCE_ROW (row);

  if (self->is_hidden)
    {
      self->is_hidden = FALSE;
      update (self);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), heed_reference_item_get_value (self->item));
  gtk_widget_activate_action (GTK_WIDGET (self), "case.say", "s", _ ("Copied"));
}

static void
heed_reference_row_dispose (GObject *object)
{
  HeedReferenceRow *self = HEED_REFERENCE_ROW (object);

  g_clear_object (&self->item);
  G_OBJECT_CLASS (heed_reference_row_parent_class)->dispose (object);
}

static void
heed_reference_row_class_init (HeedReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_reference_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = heed_reference_row_activate;
}

static void
heed_reference_row_init (HeedReferenceRow *self)
{
  GtkWidget *copy = gtk_image_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_add_css_class (copy, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), copy);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

/** heed_reference_row_new: (transfer floating): a row for @item. */
GtkWidget *
heed_reference_row_new (HeedReferenceItem *item)
{
  g_return_val_if_fail (HEED_IS_REFERENCE_ITEM (item), NULL);

  HeedReferenceRow *self = g_object_new (HEED_TYPE_REFERENCE_ROW, NULL);
  self->item = g_object_ref (item);
  self->is_hidden = heed_reference_item_get_is_private (item);
  if (self->is_hidden)
    add_lock (self);
  update (self);
  return GTK_WIDGET (self);
}

/** heed_reference_row_get_is_hidden: the number is private and was not asked for yet. */
gboolean
heed_reference_row_get_is_hidden (HeedReferenceRow *self)
{
  g_return_val_if_fail (HEED_IS_REFERENCE_ROW (self), FALSE);
  return self->is_hidden;
}
