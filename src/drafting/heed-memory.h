/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HEED_MEMORY_LONGEST: bytes of a key; what is known of a longer text is not kept. */
#define HEED_MEMORY_LONGEST 8192

typedef struct _HeedMemory HeedMemory;

HeedMemory *heed_memory_new (void) G_GNUC_WARN_UNUSED_RESULT;
HeedMemory *heed_memory_ref (HeedMemory *memory);
void heed_memory_unref (HeedMemory *memory);

GBytes *heed_memory_recall (HeedMemory *memory, const char *key) G_GNUC_WARN_UNUSED_RESULT;
void heed_memory_keep_bytes (HeedMemory *memory, const char *key, GBytes *bytes, gsize cost);
void heed_memory_keep (HeedMemory *memory, const char *key, gconstpointer data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMemory, heed_memory_unref)

G_END_DECLS
