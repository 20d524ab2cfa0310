/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-interner.h"

void
heed_interner_init (HeedInterner *interner)
{
  interner->bytes = g_string_chunk_new (1 << 16);
  interner->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  interner->strings = g_ptr_array_new ();
}

void
heed_interner_clear (HeedInterner *interner)
{
  g_clear_pointer (&interner->numbers, g_hash_table_unref);
  g_clear_pointer (&interner->strings, g_ptr_array_unref);
  g_clear_pointer (&interner->bytes, g_string_chunk_free);
}

/** heed_interner_add: the number of @string, the next free one where it is new. */
guint32
heed_interner_add (HeedInterner *interner, const char *string)
{
  guint32 number;

  if (heed_interner_find (interner, string, &number))
    return number;
  number = interner->strings->len;
  char *copy = g_string_chunk_insert (interner->bytes, string);
  g_ptr_array_add (interner->strings, copy);
  g_hash_table_insert (interner->numbers, copy, GUINT_TO_POINTER (number));
  return number;
}

/** heed_interner_find: whether @string was added, and its number. */
gboolean
heed_interner_find (const HeedInterner *interner, const char *string, guint32 *number)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (interner->numbers, string, NULL, &value))
    return FALSE;
  *number = GPOINTER_TO_UINT (value);
  return TRUE;
}

/** heed_interner_get: (transfer none): the string that has @number. */
const char *
heed_interner_get (const HeedInterner *interner, guint32 number)
{
  return interner->strings->pdata[number];
}
