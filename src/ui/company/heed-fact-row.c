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

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", box, NULL);

  gtk_box_append (GTK_BOX (box), create_label (title, "caption"));
  gtk_box_append (GTK_BOX (box), create_label (text, "numeric"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return row;
}
