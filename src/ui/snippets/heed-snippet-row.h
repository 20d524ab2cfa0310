/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-privacy.h"
#include "heed-snippet-item.h"

G_BEGIN_DECLS

/** HeedSnippetRow: a text that pressing puts into the message, by the action "draft.insert-snippet". */
#define HEED_TYPE_SNIPPET_ROW (heed_snippet_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedSnippetRow, heed_snippet_row, HEED, SNIPPET_ROW, AdwActionRow)

GtkWidget *heed_snippet_row_new (HeedSnippetItem *item) G_GNUC_WARN_UNUSED_RESULT;
void heed_snippet_row_set_reason (HeedSnippetRow *self, const char *reason);
gint64 heed_snippet_row_get_id (HeedSnippetRow *self);
const char *heed_snippet_find_reason (const HeedSnippet *snippet, const HeedPrivacy *privacy);

G_END_DECLS
