/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange-builder.h"

G_BEGIN_DECLS

/** HeedTextReaders: reads the texts of posts in several threads, and files them in the order they came in. */
typedef struct _HeedTextReaders HeedTextReaders;

HeedTextReaders *heed_text_readers_new (HeedExchangeBuilder *builder, guint n_threads) G_GNUC_WARN_UNUSED_RESULT;
void heed_text_readers_add (HeedTextReaders *readers, const HeedPost *post);
void heed_text_readers_leave_out (HeedTextReaders *readers, const char *why, guint n);
void heed_text_readers_finish (HeedTextReaders *readers);
gint64 heed_text_readers_get_reading_us (const HeedTextReaders *readers);
void heed_text_readers_free (HeedTextReaders *readers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedTextReaders, heed_text_readers_free)

G_END_DECLS
