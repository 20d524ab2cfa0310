/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-statistics.h"

G_BEGIN_DECLS

/** HeedShareBar: a share as a bar, with its 95 % interval across the end. It begins where people begin to read. */
#define HEED_TYPE_SHARE_BAR (heed_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (HeedShareBar, heed_share_bar, HEED, SHARE_BAR, GtkWidget)

void heed_share_bar_set (HeedShareBar *self, const HeedShare *share);

G_END_DECLS
