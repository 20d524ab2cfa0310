/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-accessible.h"

/**
 * heed_accessible_name_parts: gives a name to the parts of that type inside a widget of GTK's or libadwaita's.
 *
 * Some have buttons and switches of their own, which a screen reader could only call by what they are.
 */
void
heed_accessible_name_parts (GtkWidget *widget, GType type, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    heed_accessible_name_parts (child, type, name);
}
