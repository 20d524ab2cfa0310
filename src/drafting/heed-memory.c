/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found out about the texts of one sheet. The messages of all its channels are made from the same sentences,
 * and while a person types most of these stay as they are. The texts are private, so they go with whoever shows the
 * sheet. */

#include "heed-memory.h"

#include <string.h>

/* Enough for all channels of a sheet, several times over. */
#define MOST_BYTES (4 * 1024 * 1024)

struct _HeedMemory
{
  GMutex lock; /* the messages are made by several threads */
  GHashTable *known;
  gsize bytes;
};

/** heed_memory_new: (transfer full): one that knows nothing yet, for one sheet; any thread may use it. */
HeedMemory *
heed_memory_new (void)
{
  HeedMemory *memory = g_atomic_rc_box_new0 (HeedMemory);

  g_mutex_init (&memory->lock);
  memory->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return memory;
}

/** heed_memory_ref: (transfer full): the same, for one more who holds it. */
HeedMemory *
heed_memory_ref (HeedMemory *memory)
{
  g_return_val_if_fail (memory != NULL, NULL);
  return g_atomic_rc_box_acquire (memory);
}

static void
clear (HeedMemory *memory)
{
  g_hash_table_unref (memory->known);
  g_mutex_clear (&memory->lock);
}

/** heed_memory_unref: forgets everything with the last who held it. */
void
heed_memory_unref (HeedMemory *memory)
{
  if (memory != NULL)
    g_atomic_rc_box_release_full (memory, (GDestroyNotify) clear);
}

/** heed_memory_recall: (transfer full) (nullable): what was kept under @key. */
GBytes *
heed_memory_recall (HeedMemory *memory, const char *key)
{
  g_return_val_if_fail (memory != NULL && key != NULL, NULL);

  g_mutex_lock (&memory->lock);
  GBytes *known = g_hash_table_lookup (memory->known, key);
  if (known != NULL)
    g_bytes_ref (known);
  g_mutex_unlock (&memory->lock);
  return known;
}

/** heed_memory_keep: keeps a copy of @data under @key; where there is too much, all that was kept before goes. */
void
heed_memory_keep (HeedMemory *memory, const char *key, gconstpointer data, gsize length)
{
  g_return_if_fail (memory != NULL && key != NULL);

  const gsize bytes = strlen (key) + length;
  if (strlen (key) > HEED_MEMORY_LONGEST)
    return;
  g_mutex_lock (&memory->lock);
  if (memory->bytes + bytes > MOST_BYTES)
    {
      g_hash_table_remove_all (memory->known);
      memory->bytes = 0;
    }
  if (g_hash_table_replace (memory->known, g_strdup (key), g_bytes_new (data, length)))
    memory->bytes += bytes;
  g_mutex_unlock (&memory->lock);
}
