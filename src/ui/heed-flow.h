/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HeedFlow: things side by side, and below each other where the room is too narrow.
 *
 * In a GtkFlowBox of GTK 4.8 Tab ends, for good, at a place that holds nothing to act on, and a screen reader hears of
 * a table.
 */
#define HEED_TYPE_FLOW (heed_flow_get_type ())
G_DECLARE_FINAL_TYPE (HeedFlow, heed_flow, HEED, FLOW, GtkWidget)

void heed_flow_append (HeedFlow *self, GtkWidget *child);

G_END_DECLS
