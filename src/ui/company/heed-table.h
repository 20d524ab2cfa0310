/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** HeedTableData: the figures of a chart in words: a row of heads, then rows as long as that. */
typedef struct _HeedTableData HeedTableData;

HeedTableData *heed_table_data_new (const char *const *heads) G_GNUC_WARN_UNUSED_RESULT;
void heed_table_data_take_row (HeedTableData *data, ...) G_GNUC_NULL_TERMINATED;
HeedTableData *heed_table_data_ref (HeedTableData *data) G_GNUC_WARN_UNUSED_RESULT;
void heed_table_data_unref (HeedTableData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedTableData, heed_table_data_unref)

/** HeedTable: shows #HeedTableData. */
#define HEED_TYPE_TABLE (heed_table_get_type ())
G_DECLARE_FINAL_TYPE (HeedTable, heed_table, HEED, TABLE, GtkWidget)

void heed_table_set (HeedTable *self, const HeedTableData *data);

G_END_DECLS
