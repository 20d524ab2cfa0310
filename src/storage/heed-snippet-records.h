/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-snippet.h"
#include "heed-store.h"

G_BEGIN_DECLS

/** HEED_SNIPPET_MOST_NAME: characters of a name that a row of a phone still shows. */
#define HEED_SNIPPET_MOST_NAME 60

/** HEED_SNIPPET_MOST_TEXT: characters of two pages; what is longer is a letter, and no help in any message. */
#define HEED_SNIPPET_MOST_TEXT 5000

gboolean heed_snippet_records_save (HeedDatabase *database, HeedSnippet *snippet, GError **error);
gboolean heed_snippet_records_delete (HeedDatabase *database, gint64 id, GError **error);
GPtrArray *heed_snippet_records_load_all (HeedDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
