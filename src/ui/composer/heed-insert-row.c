/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-insert-row.h"

#include <glib/gi18n.h>

struct _HeedInsertRow
{
  AdwActionRow parent_instance;

  guint position;
};

G_DEFINE_FINAL_TYPE (HeedInsertRow, heed_insert_row, ADW_TYPE_ACTION_ROW)

static void
heed_insert_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "draft.insert", "(is)", (int) HEED_INSERT_ROW (row)->position, "whole");
}

static void
heed_insert_row_class_init (HeedInsertRowClass *klass)
{
  ADW_ACTION_ROW_CLASS (klass)->activate = heed_insert_row_activate;
}

static void
heed_insert_row_init (HeedInsertRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

static void
append_form (GMenu *menu, HeedInsertRow *self, HeedInsertItem *item, const char *form, const char *label)
{
  const char *words = heed_insert_item_get_form (item, form);

  if (words == NULL)
    return;
  /* In a menu a single underscore would name a key. */
  g_auto (GStrv) parts = g_strsplit (words, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *title = g_strdup_printf (label, escaped);
#pragma GCC diagnostic pop
  g_autoptr (GMenuItem) entry = g_menu_item_new (title, NULL);
  g_menu_item_set_action_and_target (entry, "draft.insert", "(is)", (int) self->position, form);
  g_menu_append_item (menu, entry);
}

/* In public a number need not be said whole: its end is enough for the company, or it comes by message. */
static void
add_forms (HeedInsertRow *self, HeedInsertItem *item, const char *title)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the name of a button; %s is a number with its kind, such as "Case NB-4711". */
  g_autofree char *name = g_strdup_printf (_ ("Other ways to write %s"), title);

  append_form (menu, self, item, "whole", _ ("Whole: %s"));
  /* Translators: the last four characters of a number. */
  append_form (menu, self, item, "tail", _ ("Its last four: %s"));
  /* Translators: %s says that the number comes by direct message. */
  append_form (menu, self, item, "by-dm", _ ("By message: %s"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/* What may not be put into the text cannot be pressed, and says why to those who only hear it too. */
static void
allow (HeedInsertRow *self, HeedInsertItem *item, const char *reason)
{
  const gboolean is_allowed = heed_insert_item_get_form (item, "whole") != NULL;
  const gboolean is_withheld = heed_insert_item_get_is_withheld (item);
  const char *hint = is_allowed    ? _ ("Click to put it into the text")
                     : is_withheld ? _ ("Not in public: it goes in a message or an e-mail")
                                   : reason;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), is_allowed);
  gtk_widget_set_sensitive (GTK_WIDGET (self), is_allowed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  if (is_withheld)
    gtk_widget_add_css_class (GTK_WIDGET (self), "withheld");
}

/* What was left out is struck through, until it is in the text. */
static void
left_out_cb (HeedInsertRow *self, GParamSpec *pspec, HeedInsertItem *item)
{
  gboolean is_left_out;

  g_object_get (item, "is-left-out", &is_left_out, NULL);
  if (is_left_out)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dropped");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dropped");
}

/* What it costs stands at the end; it is read out with the row. */
static void
add_cost (HeedInsertRow *self, HeedInsertItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "dim-label");
  g_object_bind_property (item, "cost", label, "label", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), label);
}

/**
 * heed_insert_row_new: (transfer floating): a row for @item.
 * @position: of the item in its list
 */
GtkWidget *
heed_insert_row_new (HeedInsertItem *item, guint position)
{
  g_return_val_if_fail (HEED_IS_INSERT_ITEM (item), NULL);

  HeedInsertRow *self = g_object_new (HEED_TYPE_INSERT_ROW, NULL);
  GtkWidget *icon = gtk_image_new ();
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  self->position = position;
  g_object_get (item, "title", &title, "subtitle", &subtitle, NULL);
  g_object_bind_property (item, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "subtitle", self, "subtitle", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "icon-name", icon, "icon-name", G_BINDING_SYNC_CREATE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), icon);
  allow (self, item, subtitle);
  g_signal_connect_object (item, "notify::is-left-out", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);
  left_out_cb (self, NULL, item);
  add_cost (self, item);
  if (heed_insert_item_get_form (item, "by-dm") != NULL)
    add_forms (self, item, title);
  return GTK_WIDGET (self);
}
