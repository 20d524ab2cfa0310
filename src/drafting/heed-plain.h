/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedPlain: a text reduced to ASCII, one sign for each character that is seen, so that numbers in any digits and
 * with anything invisible between them read alike.
 * @text: what is no form of an ASCII sign is U+0001
 * @places: (element-type gsize): where in the text each sign ends, shifted by one so that it also says where it starts
 */
typedef struct
{
  char *text;
  gsize length;
  GArray *places;
} HeedPlain;

HeedPlain *heed_plain_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void heed_plain_free (HeedPlain *plain);
gsize heed_plain_find (const HeedPlain *plain, gsize place);

static inline gsize
heed_plain_get_place (const HeedPlain *plain, gsize index)
{
  return g_array_index (plain->places, gsize, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPlain, heed_plain_free)

G_END_DECLS
