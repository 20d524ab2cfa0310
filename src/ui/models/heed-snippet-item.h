/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-snippet.h"

G_BEGIN_DECLS

/** HeedSnippetItem: a text of the user's own in a list; it does not change. */
#define HEED_TYPE_SNIPPET_ITEM (heed_snippet_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedSnippetItem, heed_snippet_item, HEED, SNIPPET_ITEM, GObject)

HeedSnippetItem *heed_snippet_item_new (HeedSnippet *snippet) G_GNUC_WARN_UNUSED_RESULT;
const HeedSnippet *heed_snippet_item_get_snippet (HeedSnippetItem *self);
char *heed_snippet_item_dup_line (HeedSnippetItem *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_snippet_item_has (HeedSnippetItem *self, const char *words);
int heed_snippet_item_compare (HeedSnippetItem *self, HeedSnippetItem *other);

G_END_DECLS
