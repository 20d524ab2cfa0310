/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-prompt-button.h"

struct _HeedPromptButton
{
  GtkButton parent_instance;
};

G_DEFINE_FINAL_TYPE (HeedPromptButton, heed_prompt_button, GTK_TYPE_BUTTON)

static void
heed_prompt_button_activate (GtkButton *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
heed_prompt_button_class_init (HeedPromptButtonClass *klass)
{
  GTK_BUTTON_CLASS (klass)->activate = heed_prompt_button_activate;
}

static void
heed_prompt_button_init (HeedPromptButton *self)
{
}
