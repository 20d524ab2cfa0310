/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-count.h"
#include "heed-pieces.h"

G_BEGIN_DECLS

/**
 * HeedWorkshop: what a rendition is made in: the sheet in the form that the channel may see, and what was found on the
 * way.
 * @writer: borrows from all others
 * @hidden: (nullable): what stands for private words in a public text
 * @found: (element-type HeedPrivateKind): what was hidden, in order
 */
typedef struct
{
  HeedFacts *facts;
  HeedPrivacy *privacy;
  char *mention;
  char *own_want;
  char *hidden;
  GArray *found;
  HeedWriter writer;
} HeedWorkshop;

gboolean heed_workshop_open (HeedWorkshop *workshop, const HeedFacts *facts, const HeedDraftOptions *options,
                             GError **error);
void heed_workshop_clear (HeedWorkshop *workshop);
gboolean heed_workshop_has_room (const HeedDraftOptions *options);
void heed_workshop_measure (const HeedDraftOptions *options, const char *text, HeedCount *count);
char *heed_workshop_join (const HeedWorkshop *workshop, char *const *sentences) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedWorkshop, heed_workshop_clear)

G_END_DECLS
