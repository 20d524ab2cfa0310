/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-undo-toast.h"

#include <glib/gi18n.h>

/* Longer than what is only said: to see it, to understand and to reach it takes time. */
#define UNDO_S 15

/**
 * heed_undo_toast_new: says what is done, with a button that takes it back.
 * @action: what the button does, where the toast is shown
 * @target: (nullable): its parameter; a floating one is taken
 *
 * Returns: (transfer full)
 */
AdwToast *
heed_undo_toast_new (const char *sentence, const char *action, GVariant *target)
{
  g_return_val_if_fail (sentence != NULL && action != NULL, NULL);

  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, UNDO_S);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  return toast;
}
