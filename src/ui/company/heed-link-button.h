/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** HeedLinkButton: opens property "uri" in the browser; not there while it is %NULL, or anything but a web address. */
#define HEED_TYPE_LINK_BUTTON (heed_link_button_get_type ())
G_DECLARE_FINAL_TYPE (HeedLinkButton, heed_link_button, HEED, LINK_BUTTON, GtkButton)

G_END_DECLS
