/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *heed_question_new_save (GtkWindow *parent, const char *what) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *heed_question_new_anyway (GtkWindow *parent, const char *heading, const char *reason,
                                     const char *anyway) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
