/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More wordings of one item are never looked at. */
#define HEED_PACKER_WORDINGS 16

/**
 * HeedPackerItem: something that may go into a text of limited length, in one of several wordings.
 * @is_required: one of the wordings must be taken
 * @worth: how much the text gains by each wording
 * @cost: the length of each wording, with what parts it from the rest
 * @n_wordings: at most %HEED_PACKER_WORDINGS
 */
typedef struct
{
  gboolean is_required;
  gint64 worth[HEED_PACKER_WORDINGS];
  gint64 cost[HEED_PACKER_WORDINGS];
  guint n_wordings;
} HeedPackerItem;

/**
 * HeedPackerAccept: whether a choice fits when the whole is measured.
 * @chosen: for each item the number of its wording, −1 for none
 */
typedef gboolean (*HeedPackerAccept) (const int *chosen, gpointer data);

gboolean heed_packer_pack (const HeedPackerItem *items, guint n_items, gint64 budget, HeedPackerAccept accept,
                           gpointer data, int *chosen);

G_END_DECLS
