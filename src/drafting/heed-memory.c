/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found out about the texts of one sheet. The messages of all its channels are made from the same sentences,
 * and while a person types most of these stay as they are. The texts are private, so they go with whoever shows the
 * sheet. */

#include "heed-memory.h"

#include <string.h>

/* Enough for all channels of a sheet, several times over. */
#define MOST_BYTES (2 * 1024 * 1024)

/* What was not asked for since @known was full the last time is still in @older, and goes when it is full again. */
struct _HeedMemory
{
  GMutex lock; /* the messages are made by several threads */
  GHashTable *known;
  GHashTable *older;
  gsize bytes; /* of @known */
};

typedef struct
{
  GBytes *bytes;
  gsize cost;
} Entry;

static void
entry_free (Entry *entry)
{
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

/* As g_str_hash(), eight bytes at a time: the keys are texts of some thousand. */
static guint
hash_key (gconstpointer key)
{
  const char *at = key;
  guint64 hash = 0;
  guint64 word;

  for (gsize left = strlen (at); left > 0; left -= MIN (left, sizeof word), at += sizeof word)
    {
      word = 0;
      memcpy (&word, at, MIN (left, sizeof word));
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 32;
    }
  return (guint) hash;
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (hash_key, g_str_equal, g_free, (GDestroyNotify) entry_free);
}

/** heed_memory_new: (transfer full): one that knows nothing yet, for one sheet; any thread may use it. */
HeedMemory *
heed_memory_new (void)
{
  HeedMemory *memory = g_atomic_rc_box_new0 (HeedMemory);

  g_mutex_init (&memory->lock);
  memory->known = create_table ();
  memory->older = create_table ();
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
  g_hash_table_unref (memory->older);
  g_mutex_clear (&memory->lock);
}

/** heed_memory_unref: forgets everything with the last who held it. */
void
heed_memory_unref (HeedMemory *memory)
{
  if (memory != NULL)
    g_atomic_rc_box_release_full (memory, (GDestroyNotify) clear);
}

/* Takes @key and @entry, in the place of what is there. */
static void
insert (HeedMemory *memory, char *key, Entry *entry)
{
  if (memory->bytes + entry->cost > MOST_BYTES)
    {
      g_hash_table_unref (memory->older);
      memory->older = memory->known;
      memory->known = create_table ();
      memory->bytes = 0;
    }
  memory->bytes += entry->cost;
  g_hash_table_replace (memory->known, key, entry);
}

/** heed_memory_recall: (transfer full) (nullable): what was kept under @key. */
GBytes *
heed_memory_recall (HeedMemory *memory, const char *key)
{
  gpointer old_key;
  gpointer old;

  g_return_val_if_fail (memory != NULL && key != NULL, NULL);

  g_mutex_lock (&memory->lock);
  const Entry *entry = g_hash_table_lookup (memory->known, key);
  GBytes *known = entry != NULL ? g_bytes_ref (entry->bytes) : NULL;
  if (known == NULL && g_hash_table_steal_extended (memory->older, key, &old_key, &old))
    {
      known = g_bytes_ref (((Entry *) old)->bytes);
      insert (memory, old_key, old);
    }
  g_mutex_unlock (&memory->lock);
  return known;
}

/**
 * heed_memory_keep_bytes: keeps @bytes under @key; where there is too much, what was not asked for goes.
 * @bytes: (transfer none): may be anything that does not change, with the function that frees it
 * @cost: the bytes that it takes
 */
void
heed_memory_keep_bytes (HeedMemory *memory, const char *key, GBytes *bytes, gsize cost)
{
  g_return_if_fail (memory != NULL && key != NULL && bytes != NULL);

  const gsize length = strlen (key);
  if (length > HEED_MEMORY_LONGEST)
    return;
  Entry *entry = g_new0 (Entry, 1);
  entry->bytes = g_bytes_ref (bytes);
  entry->cost = length + cost;
  g_mutex_lock (&memory->lock);
  insert (memory, g_strdup (key), entry);
  g_mutex_unlock (&memory->lock);
}

/** heed_memory_keep: keeps a copy of @data under @key, as heed_memory_keep_bytes() does. */
void
heed_memory_keep (HeedMemory *memory, const char *key, gconstpointer data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  heed_memory_keep_bytes (memory, key, bytes, length);
}
