/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedSnippetDialog: where a text of the user's own is written; "saved" is emitted once it is stored. */
#define HEED_TYPE_SNIPPET_DIALOG (heed_snippet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeedSnippetDialog, heed_snippet_dialog, HEED, SNIPPET_DIALOG, AdwWindow)

GtkWindow *heed_snippet_dialog_new (HeedLibrary *library, const HeedSnippet *snippet);

G_END_DECLS
