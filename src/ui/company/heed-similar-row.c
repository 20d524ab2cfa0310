/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-similar-row.h"

#include <glib/gi18n.h>

#include "heed-format.h"
#include "heed-link-button.h"

struct _HeedSimilarRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *outcome;
  HeedLinkButton *link;
  GtkLabel *customer;
  GtkLabel *reply;
};

G_DEFINE_FINAL_TYPE (HeedSimilarRow, heed_similar_row, GTK_TYPE_LIST_BOX_ROW)

static void
heed_similar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_SIMILAR_ROW);
  G_OBJECT_CLASS (heed_similar_row_parent_class)->dispose (object);
}

static void
heed_similar_row_class_init (HeedSimilarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_similar_row_dispose;
  g_type_ensure (HEED_TYPE_LINK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-similar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSimilarRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, HeedSimilarRow, link);
  gtk_widget_class_bind_template_child (widget_class, HeedSimilarRow, customer);
  gtk_widget_class_bind_template_child (widget_class, HeedSimilarRow, reply);
}

static void
heed_similar_row_init (HeedSimilarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * heed_similar_row_new: a row for @similar.
 * @now: Unix seconds
 * @zone: whose clock the day is of
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
heed_similar_row_new (const HeedSimilar *similar, gint64 now, GTimeZone *zone)
{
  g_return_val_if_fail (similar != NULL && zone != NULL, NULL);

  HeedSimilarRow *self = g_object_new (HEED_TYPE_SIMILAR_ROW, NULL);
  g_autofree char *day = heed_format_day (similar->at, now, zone);
  /* Translators: a date. */
  g_autofree char *outcome = similar->thanked ? g_strdup_printf (_ ("The customer thanked for this (%s)"), day)
                                              /* Translators: a date. */
                                              : g_strdup_printf (_ ("How it ended is not known (%s)"), day);

  gtk_label_set_label (self->outcome, outcome);
  gtk_label_set_label (self->customer, similar->customer);
  gtk_label_set_label (self->reply, similar->reply);
  g_object_set (self->link, "uri", similar->url, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, outcome,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, similar->reply, -1);
  return GTK_WIDGET (self);
}
