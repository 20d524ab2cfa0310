/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoLayout *heed_chart_label_new (GtkWidget *chart, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
