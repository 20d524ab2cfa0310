/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void heed_accessible_name_parts (GtkWidget *widget, GType type, const char *name);

G_END_DECLS
