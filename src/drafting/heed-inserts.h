/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-rendition.h"

G_BEGIN_DECLS

/**
 * HeedInsert: something of the sheet that may be put into a text.
 * @kind: of a reference, such as "case"; else "company", "product", "amount", "since", "by", "name", "email", "phone",
 * "postcode" or "address"
 * @value: whole
 * @tail: (nullable): in public, of a number long enough: its last four signs, "…4711", by which the company finds it
 * and nobody else does
 * @by_dm: (nullable): in public, of a number: the words that it comes by direct message
 */
typedef struct
{
  char *kind;
  char *value;
  char *tail;
  char *by_dm;
} HeedInsert;

void heed_insert_free (HeedInsert *insert);
GPtrArray *heed_inserts_new (const HeedFacts *facts, const HeedDraftOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedInsert, heed_insert_free)

G_END_DECLS
