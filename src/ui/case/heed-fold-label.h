/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEED_TYPE_FOLD_LABEL (heed_fold_label_get_type ())
G_DECLARE_FINAL_TYPE (HeedFoldLabel, heed_fold_label, HEED, FOLD_LABEL, GtkWidget)

GtkWidget *heed_fold_label_new (void);
const char *heed_fold_label_get_text (HeedFoldLabel *self);
void heed_fold_label_set_text (HeedFoldLabel *self, const char *text);
void heed_fold_label_set_unfolded (HeedFoldLabel *self, gboolean unfolded);

G_END_DECLS
