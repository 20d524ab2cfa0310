/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** HeedPicture: what a widget shows at a moment, to be kept outside of the window. */
typedef struct _HeedPicture HeedPicture;

HeedPicture *heed_picture_new (GtkWidget *widget, const char *title, const char *caption) G_GNUC_WARN_UNUSED_RESULT;
GdkTexture *heed_picture_render (const HeedPicture *picture) G_GNUC_WARN_UNUSED_RESULT;
GBytes *heed_picture_write_svg (const HeedPicture *picture) G_GNUC_WARN_UNUSED_RESULT;
void heed_picture_free (HeedPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPicture, heed_picture_free)

G_END_DECLS
