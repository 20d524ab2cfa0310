/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HeedPromptButton: a button that acts at once when it is pressed by a key.
 *
 * GtkButton lets itself be seen pressed for a quarter of a second first, and whoever types on meanwhile types into what
 * they have just left.
 */
#define HEED_TYPE_PROMPT_BUTTON (heed_prompt_button_get_type ())
G_DECLARE_FINAL_TYPE (HeedPromptButton, heed_prompt_button, HEED, PROMPT_BUTTON, GtkButton)

G_END_DECLS
