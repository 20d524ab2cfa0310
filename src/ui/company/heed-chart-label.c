/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-chart-label.h"

/** heed_chart_label_new: (transfer full): the small text beside an axis of @chart. */
PangoLayout *
heed_chart_label_new (GtkWidget *chart, const char *text)
{
  g_return_val_if_fail (GTK_IS_WIDGET (chart), NULL);

  PangoLayout *label = gtk_widget_create_pango_layout (chart, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  return label;
}
