/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *heed_typed_dup (GtkEditable *entry) G_GNUC_WARN_UNUSED_RESULT;
char *heed_typed_dup_view (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;
void heed_typed_show (GtkEditable *entry, const char *text);
void heed_typed_show_view (GtkTextView *view, const char *text);

G_END_DECLS
