/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-fact-row.h"

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

/** heed_fact_row_new: (transfer none): a row of a list: what it is, and below it what is so. */
GtkWidget *
heed_fact_row_new (const char *title, const char *text)
{
  g_return_val_if_fail (title != NULL && text != NULL, NULL);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", box, NULL);

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (words), create_label (title, "caption"));
  gtk_box_append (GTK_BOX (words), create_label (text, "numeric"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (words), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return row;
}

/** heed_fact_row_set_target: pressed, @row shows the conversations for which @what is @value. */
void
heed_fact_row_set_target (GtkWidget *row, const char *what, const char *value)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row) && what != NULL && value != NULL);

  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), arrow);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", what, value);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "company.show-exchanges");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}
