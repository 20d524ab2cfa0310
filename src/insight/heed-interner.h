/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HeedInterner: gives each different string a small number. */
typedef struct
{
  GStringChunk *bytes;
  GHashTable *numbers;
  GPtrArray *strings;
} HeedInterner;

void heed_interner_init (HeedInterner *interner);
void heed_interner_clear (HeedInterner *interner);
guint32 heed_interner_add (HeedInterner *interner, const char *string);
gboolean heed_interner_find (const HeedInterner *interner, const char *string, guint32 *number);
const char *heed_interner_get (const HeedInterner *interner, guint32 number);

G_END_DECLS
