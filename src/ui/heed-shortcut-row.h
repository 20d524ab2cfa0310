/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * HeedShortcutRow: what a key does, in the window of the shortcuts.
 *
 * Property "action-name" (nullable): the action that is done; its keys are those of heed_keys_get(), unless property
 * "accelerator" says otherwise: one or several with spaces between, as gtk_accelerator_parse() reads them.
 */
#define HEED_TYPE_SHORTCUT_ROW (heed_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (HeedShortcutRow, heed_shortcut_row, HEED, SHORTCUT_ROW, AdwPreferencesRow)

G_END_DECLS
