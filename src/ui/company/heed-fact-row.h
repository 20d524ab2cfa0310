/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *heed_fact_row_new (const char *title, const char *text) G_GNUC_WARN_UNUSED_RESULT;

void heed_fact_row_set_target (GtkWidget *row, const char *what, const char *value);

G_END_DECLS
