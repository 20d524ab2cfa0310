/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-post.h"

G_BEGIN_DECLS

/**
 * HeedArchiveFuncs: who is told what an archive holds.
 * @post: called for each row; the post is borrowed until the call returns
 * @left_out: called for rows that hold no usable message, with the reason
 * @progress: (nullable): bytes read of the file, and its size (0 when not known)
 */
typedef struct
{
  void (*post) (const HeedPost *post, gpointer user_data);
  void (*left_out) (const char *why, guint n, gpointer user_data);
  void (*progress) (guint64 done, guint64 size, gpointer user_data);
  gpointer user_data;
} HeedArchiveFuncs;

gboolean heed_archive_read (GFile *file, const HeedArchiveFuncs *funcs, GCancellable *cancellable, GError **error);

G_END_DECLS
