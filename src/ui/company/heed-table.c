/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-table.h"

struct _HeedTableData
{
  guint n_columns;
  GPtrArray *cells;
};

struct _HeedTable
{
  GtkWidget parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (HeedTable, heed_table, GTK_TYPE_WIDGET)

static void
add_cell (HeedTable *self, const char *text, guint column, guint row)
{
  gboolean is_head = row == 0;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", column == 0 ? 0.0 : 1.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, "selectable", !is_head,
                                   "focusable", FALSE, "accessible-role",
                                   is_head       ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                   : column == 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                                 : GTK_ACCESSIBLE_ROLE_CELL,
                                   NULL);

  gtk_widget_add_css_class (label, is_head ? "caption-heading" : column == 0 ? "dim-label" : "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), label, (int) column, (int) row, 1, 1);
}

static void
heed_table_dispose (GObject *object)
{
  HeedTable *self = HEED_TABLE (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (heed_table_parent_class)->dispose (object);
}

static void
heed_table_class_init (HeedTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
heed_table_init (HeedTable *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/** heed_table_set: shows @data, of which nothing is kept. */
void
heed_table_set (HeedTable *self, const HeedTableData *data)
{
  g_return_if_fail (HEED_IS_TABLE (self) && data != NULL);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (self->grid)) != NULL;)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < data->cells->len; i++)
    add_cell (self, data->cells->pdata[i], i % data->n_columns, i / data->n_columns);
}

/** heed_table_data_new: (transfer full): a table that has only its heads. @heads: %NULL-terminated */
HeedTableData *
heed_table_data_new (const char *const *heads)
{
  g_return_val_if_fail (heads != NULL && heads[0] != NULL, NULL);

  HeedTableData *data = g_rc_box_new0 (HeedTableData);

  data->cells = g_ptr_array_new_with_free_func (g_free);
  for (; heads[data->n_columns] != NULL; data->n_columns++)
    g_ptr_array_add (data->cells, g_strdup (heads[data->n_columns]));
  return data;
}

/** heed_table_data_take_row: adds a row; each of its texts is (transfer full), and %NULL stands behind the last. */
void
heed_table_data_take_row (HeedTableData *data, ...)
{
  g_return_if_fail (data != NULL);

  va_list cells;
  va_start (cells, data);
  for (char *cell; (cell = va_arg (cells, char *)) != NULL;)
    g_ptr_array_add (data->cells, cell);
  va_end (cells);
  g_warn_if_fail (data->cells->len % data->n_columns == 0);
}

/** heed_table_data_ref: (transfer full): the same. */
HeedTableData *
heed_table_data_ref (HeedTableData *data)
{
  return g_rc_box_acquire (data);
}

static void
clear (gpointer data)
{
  g_ptr_array_unref (((HeedTableData *) data)->cells);
}

void
heed_table_data_unref (HeedTableData *data)
{
  if (data != NULL)
    g_rc_box_release_full (data, clear);
}
