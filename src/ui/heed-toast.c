/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-toast.h"

#include <glib/gi18n.h>

/* Longer than what is only said: to see it, to understand and to reach it takes time. */
#define UNDO_S 15

/**
 * heed_toast_new_with_undo: says what is done, with a button that takes it back.
 * @action: what the button does, where the toast is shown
 * @target: (nullable): its parameter; a floating one is taken
 *
 * Returns: (transfer full)
 */
AdwToast *
heed_toast_new_with_undo (const char *sentence, const char *action, GVariant *target)
{
  g_return_val_if_fail (sentence != NULL && action != NULL, NULL);

  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, UNDO_S);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  return toast;
}

/** heed_toast_say_in_parent: says something that a dialog did in the window it belongs to, unless both are gone. */
void
heed_toast_say_in_parent (GtkWindow *dialog, const char *sentence)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog) && sentence != NULL);

  /* A window that is destroyed, and only held, still names a parent that may be no more. */
  GtkWindow *parent = gtk_widget_get_visible (GTK_WIDGET (dialog)) ? gtk_window_get_transient_for (dialog) : NULL;

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", sentence);
}
