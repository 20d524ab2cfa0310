/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedReplyShape: how a reply is put, whatever it says.
 * @part: which part of several it calls itself, from 1; 0 when it does not
 * @n_parts: of how many, at most 9
 * @truncated: its text is cut off before the link that it ends with
 * @link: (nullable): host and path of the first web address in it
 */
typedef struct
{
  guint part;
  guint n_parts;
  gboolean truncated;
  char *link;
} HeedReplyShape;

void heed_reply_shape_read (const char *text, HeedReplyShape *shape);
void heed_reply_shape_clear (HeedReplyShape *shape);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedReplyShape, heed_reply_shape_clear)

G_END_DECLS
