/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "heed-black-boxes.h"
#include "heed-picture-traces.h"

G_BEGIN_DECLS

/** HEED_CLEAN_PICTURE_MOST_BYTES: above what a case takes as a document. */
#define HEED_CLEAN_PICTURE_MOST_BYTES (32 * 1024 * 1024)
/** HEED_CLEAN_PICTURE_MOST_POINTS: more than cameras of telephones take by themselves; some 200 MB once decoded. */
#define HEED_CLEAN_PICTURE_MOST_POINTS (64 * 1000 * 1000)

/** HeedCleanPicture: the points of a picture and nothing else of its file. Never changes; threads may share it. */
#define HEED_TYPE_CLEAN_PICTURE (heed_clean_picture_get_type ())
G_DECLARE_FINAL_TYPE (HeedCleanPicture, heed_clean_picture, HEED, CLEAN_PICTURE, GObject)

HeedCleanPicture *heed_clean_picture_read (GFile *file, const char *name, GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
int heed_clean_picture_get_width (HeedCleanPicture *self);
int heed_clean_picture_get_height (HeedCleanPicture *self);
HeedPictureTraces heed_clean_picture_get_traces (HeedCleanPicture *self);
const char *heed_clean_picture_get_suffix (HeedCleanPicture *self);
GdkPixbuf *heed_clean_picture_new_preview (HeedCleanPicture *self, int most) G_GNUC_WARN_UNUSED_RESULT;

GBytes *heed_clean_picture_encode (HeedCleanPicture *self, const HeedBlackBox *boxes, guint n_boxes, const char *suffix,
                                   GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_clean_picture_save (HeedCleanPicture *self, const HeedBlackBox *boxes, guint n_boxes, GFile *target,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
