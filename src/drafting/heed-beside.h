/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-plain.h"
#include "heed-words.h"

G_BEGIN_DECLS

/**
 * HeedBesideWord: words that say what stands beside them, such as "account no".
 * @list: (transfer none): what they say, such as "account"
 * @start: in signs of the plain text
 * @end: exclusive
 * @first: the first of the words
 * @last: the last of the words
 */
typedef struct
{
  const char *list;
  gsize start;
  gsize end;
  guint first;
  guint last;
} HeedBesideWord;

/**
 * HeedReader: a text as those read it who look for what is private.
 * @beside: (element-type HeedBesideWord): in order
 */
typedef struct
{
  const char *text;
  HeedPlain *plain;
  HeedWords *words;
  GArray *beside;
} HeedReader;

HeedReader *heed_reader_new (const char *text, HeedMemory *memory) G_GNUC_WARN_UNUSED_RESULT;
void heed_reader_free (HeedReader *reader);
gboolean heed_reader_follows (const HeedReader *reader, gsize at, const char *list, gsize reach);
gboolean heed_reader_has_word (const HeedReader *reader, guint index, const char *list);
void heed_reader_add_span (const HeedReader *reader, GArray *spans, gsize start, gsize end, int kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedReader, heed_reader_free)

G_END_DECLS
