/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-black-boxes.h"

G_BEGIN_DECLS

/**
 * HeedPictureCanvas: a picture on which black boxes are drawn, with the pointer or by keys alone.
 *
 * Inside a scrolled window it is as large as there is room until somebody zooms. "changed" says that boxes did.
 */
#define HEED_TYPE_PICTURE_CANVAS (heed_picture_canvas_get_type ())
G_DECLARE_FINAL_TYPE (HeedPictureCanvas, heed_picture_canvas, HEED, PICTURE_CANVAS, GtkWidget)

void heed_picture_canvas_show (HeedPictureCanvas *self, GdkTexture *texture, int width, int height,
                               HeedBlackBoxes *boxes);
HeedBlackBoxes *heed_picture_canvas_steal (HeedPictureCanvas *self) G_GNUC_WARN_UNUSED_RESULT;
const HeedBlackBoxes *heed_picture_canvas_get_boxes (HeedPictureCanvas *self);
void heed_picture_canvas_add_box (HeedPictureCanvas *self);
void heed_picture_canvas_remove_box (HeedPictureCanvas *self);
void heed_picture_canvas_undo (HeedPictureCanvas *self);
void heed_picture_canvas_redo (HeedPictureCanvas *self);
void heed_picture_canvas_zoom (HeedPictureCanvas *self, double factor);

G_END_DECLS
