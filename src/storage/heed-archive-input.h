/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** HeedArchiveInput: a file's plain bytes, a window at a time, whether or not the file is compressed. */
typedef struct _HeedArchiveInput HeedArchiveInput;

/** HEED_ARCHIVE_WINDOW: how many bytes can be looked at ahead; nothing longer can be one row. */
#define HEED_ARCHIVE_WINDOW (256 * 1024)

HeedArchiveInput *heed_archive_input_open (GFile *file, GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_archive_input_fill (HeedArchiveInput *input, GCancellable *cancellable, GError **error);
const char *heed_archive_input_peek (const HeedArchiveInput *input, gsize *length, gboolean *at_end);
void heed_archive_input_skip (HeedArchiveInput *input, gsize n);
void heed_archive_input_get_progress (const HeedArchiveInput *input, guint64 *done, guint64 *size);
const char *heed_archive_input_get_damage (const HeedArchiveInput *input);
void heed_archive_input_free (HeedArchiveInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedArchiveInput, heed_archive_input_free)

G_END_DECLS
