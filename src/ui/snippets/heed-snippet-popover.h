/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-privacy.h"

G_BEGIN_DECLS

/** HeedSnippetPopover: the texts of the user's own, to be found by a word and put into a message by Enter. */
#define HEED_TYPE_SNIPPET_POPOVER (heed_snippet_popover_get_type ())
G_DECLARE_FINAL_TYPE (HeedSnippetPopover, heed_snippet_popover, HEED, SNIPPET_POPOVER, GtkPopover)

void heed_snippet_popover_show (HeedSnippetPopover *self, GListModel *snippets, HeedPrivacy *privacy,
                                const char *language);

G_END_DECLS
