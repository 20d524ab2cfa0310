/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedSnippetGroup: the texts of the user's own, to add, edit and remove. Its window, HeedPreferences, shows what
 * was done. */
#define HEED_TYPE_SNIPPET_GROUP (heed_snippet_group_get_type ())
G_DECLARE_FINAL_TYPE (HeedSnippetGroup, heed_snippet_group, HEED, SNIPPET_GROUP, AdwPreferencesGroup)

void heed_snippet_group_set_library (HeedSnippetGroup *self, HeedLibrary *library);
void heed_snippet_group_restore (HeedSnippetGroup *self, gint64 id);

G_END_DECLS
