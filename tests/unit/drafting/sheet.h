/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrases.h"
#include "heed-rendition.h"

G_BEGIN_DECLS

#define SHEET_NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */

/**
 * Sheet: a sheet of tests/data/facts, and what is known of it apart from the code that drafts from it.
 */
typedef struct
{
  const char *name;
  HeedFacts *facts;
  const HeedPhrases *phrases;
  GPtrArray *secrets;  /* GRegex */
  GHashTable *words;   /* what may stand between two blanks, folded */
  GHashTable *bare;    /* the same without accents, as text messages have them */
  GHashTable *numbers; /* the days, years and amounts of the sheet, in digits */
  GString *all;        /* every text of the sheet, folded */
  GPtrArray *dates;    /* what its story says with an ordinal number, as "am 3. August" */
  char *whole_want;
  char *open_want;   /* what of the request is left to see in public */
  gboolean is_named; /* it has a reference that may be public */
} Sheet;

HeedFacts *sheet_read_facts (const char *path);
Sheet *sheet_new (const char *path);
void sheet_free (Sheet *sheet);
gboolean sheet_is_secret (const Sheet *sheet, const char *value);
gboolean sheet_holds_request (const Sheet *sheet, const HeedRendition *rendition, gboolean is_public);
gboolean sheet_holds_reference (const Sheet *sheet, const HeedDraftOptions *options, gboolean is_public,
                                const char *text);
gboolean sheet_tears_date (const Sheet *sheet, const char *text);
char *sheet_find_cut_word (const Sheet *sheet, gboolean is_bare, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

G_END_DECLS
