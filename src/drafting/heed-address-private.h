/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-beside.h"
#include "heed-privacy.h"

G_BEGIN_DECLS

/**
 * HeedAddressFinder: one look through a text for addresses.
 * @spans: (element-type HeedPrivateSpan): is added to
 */
typedef struct
{
  const HeedReader *reader;
  GArray *spans;
} HeedAddressFinder;

const HeedWord *heed_address_get_word (const HeedAddressFinder *finder, guint index);
gboolean heed_address_is_house_number (const HeedWord *word, gsize most);
gboolean heed_address_is_near (const HeedAddressFinder *finder, const HeedWord *before, const HeedWord *after);
void heed_address_add (const HeedAddressFinder *finder, const HeedWord *first, const HeedWord *last,
                       HeedPrivateKind kind);

void heed_postcode_finder_find (const HeedAddressFinder *finder, guint index);
void heed_postcode_finder_find_behind (const HeedAddressFinder *finder, guint index);

G_END_DECLS
