/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-share-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "heed-format.h"
#include "heed-share-bar.h"

/* From one and a half times the usual size on, a title and a share no longer stand side by side on a phone. */
#define LARGE_TEXT_DPI (96 * 3 / 2)

struct _HeedShareRow
{
  GtkListBoxRow parent_instance;

  GtkBox *words;
  GtkLabel *title;
  GtkLabel *value;
  GtkWidget *arrow;
  HeedShareBar *bar;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (HeedShareRow, heed_share_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe (const HeedShare *share)
{
  if (share->n == 0 || isnan (share->value))
    return g_strdup (_ ("Nothing was seen that could tell."));
  if (isnan (share->low) || isnan (share->high))
    return g_strdup_printf (_ ("n = %u"), share->n);
  /* Translators: a number of cases, the number of all, then two percentages. */
  return g_strdup_printf (_ ("%.0f of %u; in 95 of 100 samples like this one the true share lies between %.0f and "
                             "%.0f %%."),
                          share->value * share->n, share->n, share->low * 100, share->high * 100);
}

/** heed_share_row_is_text_large: what stands side by side must stand below each other on a phone. */
gboolean
heed_share_row_is_text_large (GtkWidget *widget)
{
  int dpi;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi >= LARGE_TEXT_DPI * PANGO_SCALE;
}

static void
heed_share_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_SHARE_ROW);
  G_OBJECT_CLASS (heed_share_row_parent_class)->dispose (object);
}

static void
heed_share_row_class_init (HeedShareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_share_row_dispose;
  g_type_ensure (HEED_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-share-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedShareRow, words);
  gtk_widget_class_bind_template_child (widget_class, HeedShareRow, title);
  gtk_widget_class_bind_template_child (widget_class, HeedShareRow, value);
  gtk_widget_class_bind_template_child (widget_class, HeedShareRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, HeedShareRow, bar);
  gtk_widget_class_bind_template_child (widget_class, HeedShareRow, detail);
}

static void
heed_share_row_init (HeedShareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if (!heed_share_row_is_text_large (GTK_WIDGET (self)))
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->words, 0);
  gtk_label_set_xalign (self->value, 0);
}

/**
 * heed_share_row_new: a row for @share.
 * @detail: (nullable): a line below the bar
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
heed_share_row_new (const char *title, const HeedShare *share, const char *detail)
{
  g_return_val_if_fail (title != NULL && share != NULL, NULL);

  HeedShareRow *self = g_object_new (HEED_TYPE_SHARE_ROW, NULL);
  g_autofree char *value = heed_format_share (share);
  g_autofree char *sample = describe (share);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, value);
  g_autofree char *description = detail != NULL ? g_strdup_printf ("%s %s", sample, detail) : g_strdup (sample);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  heed_share_bar_set (self->bar, share);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sample);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return GTK_WIDGET (self);
}

/** heed_share_row_set_target: pressed, it shows the conversations for which @what is @value. */
void
heed_share_row_set_target (HeedShareRow *self, const char *what, const char *value)
{
  g_return_if_fail (HEED_IS_SHARE_ROW (self) && what != NULL && value != NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", what, value);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "company.show-exchanges");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_set_opacity (self->arrow, 1);
}

/** heed_share_row_clear_list: takes all rows out of @list. */
void
heed_share_row_clear_list (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL;)
    gtk_list_box_remove (list, child);
}
