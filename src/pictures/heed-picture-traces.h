/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HeedPictureTraces: what a camera wrote into a picture, as far as it could be read: nothing found is no promise. */
typedef enum
{
  HEED_PICTURE_TRACES_NONE = 0,
  HEED_PICTURE_TRACES_PLACE = 1 << 0,
  HEED_PICTURE_TRACES_TIME = 1 << 1,
} HeedPictureTraces;

HeedPictureTraces heed_picture_traces_read (GBytes *file);

G_END_DECLS
