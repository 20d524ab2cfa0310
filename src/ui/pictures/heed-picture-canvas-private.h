/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-picture-canvas.h"

G_BEGIN_DECLS

#define NO_BOX G_MAXUINT

struct _HeedPictureCanvas
{
  GtkWidget parent_instance;

  GdkTexture *texture;
  HeedBlackBoxes *boxes;
  int width;
  int height;
  /* How large it was asked to be; 0 for as large as there is room. */
  double zoom;
  /* How large it is, and where its corner lies. */
  double scale;
  double x;
  double y;
  gboolean is_centering;
  guint center_source;
  double center_x;
  double center_y;

  /* The box that the keys were on last. */
  guint chosen;

  /* What is being drawn or pulled. */
  guint dragged;
  gboolean is_pulling;
  HeedBlackBox drag_start;
  HeedBoxEdges drag_edges;

  /* The box that keys pulled last, so that holding an arrow is one step. */
  guint key_box;
  HeedBoxEdges key_edges;
};

void heed_picture_canvas_sync (HeedPictureCanvas *self);
HeedBlackBox heed_picture_canvas_get_box (HeedPictureCanvas *self, guint index);
void heed_picture_canvas_focus_box (HeedPictureCanvas *self, guint index);

void heed_picture_canvas_follow_pointer (HeedPictureCanvas *self);

G_END_DECLS
