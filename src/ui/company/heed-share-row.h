/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-statistics.h"

G_BEGIN_DECLS

/** HeedShareRow: a share with what it is of, in words and as a bar; pressed, it may show the messages behind it. */
#define HEED_TYPE_SHARE_ROW (heed_share_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedShareRow, heed_share_row, HEED, SHARE_ROW, GtkListBoxRow)

GtkWidget *heed_share_row_new (const char *title, const HeedShare *share, const char *detail) G_GNUC_WARN_UNUSED_RESULT;
void heed_share_row_set_target (HeedShareRow *self, const char *what, const char *value);
gboolean heed_share_row_is_text_large (GtkWidget *widget);
void heed_share_row_clear_list (GtkListBox *list);

G_END_DECLS
