/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedEssence: a text reduced to what two ways of writing the same thing share: letters without case and accents, and
 * digits.
 * @letters: (element-type gunichar)
 * @places: (element-type gsize): where in the text each letter starts
 */
typedef struct
{
  GArray *letters;
  GArray *places;
} HeedEssence;

HeedEssence *heed_essence_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void heed_essence_free (HeedEssence *essence);
gsize heed_essence_end_of (const char *text, const HeedEssence *essence, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedEssence, heed_essence_free)

G_END_DECLS
