/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedPictureDrag: a clean copy of a picture, as a file, for the program that a row is dragged to. Its signal "failed"
 * brings a sentence that says why there is none. */
#define HEED_TYPE_PICTURE_DRAG (heed_picture_drag_get_type ())
G_DECLARE_FINAL_TYPE (HeedPictureDrag, heed_picture_drag, HEED, PICTURE_DRAG, GdkContentProvider)

GdkContentProvider *heed_picture_drag_new (HeedLibrary *library, HeedCaseItem *item,
                                           const HeedDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
