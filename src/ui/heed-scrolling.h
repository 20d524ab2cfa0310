/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void heed_scrolling_pass_on (GtkScrollable *text);
void heed_scrolling_reach (GtkWidget *widget);

G_END_DECLS
