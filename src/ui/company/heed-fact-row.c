/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-fact-row.h"

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

/** heed_fact_row_new: (transfer none): a row of a list: what it is, and below it what is so. */
GtkWidget *
heed_fact_row_new (const char *title, const char *text)
{
  g_return_val_if_fail (title != NULL && text != NULL, NULL);

  GtkWidget *caption = create_label (title, "caption");
  /* A box that lies asks its children how wide they want to be at its height, and a label that wraps finds out by
   * laying itself out a dozen times; a grid does not ask. */
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", grid, NULL);

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), caption, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_label (text, "numeric"), 0, 1, 1, 1);
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
  gtk_grid_attach (GTK_GRID (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), arrow, 1, 0, 1, 2);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", what, value);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "company.show-exchanges");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}
