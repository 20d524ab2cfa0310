/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HeedThumb: what a rule of thumb says of an hour. */
typedef enum
{
  HEED_THUMB_NOTHING,
  HEED_THUMB_WRITE,
  HEED_THUMB_AVOID,
} HeedThumb;

HeedThumb heed_thumb_read (guint day, guint hour);

G_END_DECLS
