/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-toast.h"

#include <glib/gi18n.h>

/* Longer than what is only said: to see it, to understand and to reach it takes time. */
#define UNDO_S 15

static gboolean
undo_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AdwToast *toast = user_data;

  /* The page it belongs to may be out of sight. */
  if (!gtk_widget_get_mapped (widget)
      || !gtk_widget_activate_action_variant (widget, adw_toast_get_action_name (toast),
                                              adw_toast_get_action_target_value (toast)))
    return FALSE;
  adw_toast_dismiss (toast);
  return TRUE;
}

static void
dismissed_cb (GtkEventController *keys)
{
  GtkWidget *widget = gtk_event_controller_get_widget (keys);

  if (widget != NULL)
    gtk_widget_remove_controller (widget, keys);
}

/* Ctrl+Z takes back what @toast is about for as long as that stands, from anywhere in the window but a field of text,
 * which has the key first for its own. Of several the oldest goes first: it is the one in sight. */
static void
add_key (GtkWidget *widget, AdwToast *toast)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                      gtk_callback_action_new (undo_cb, g_object_ref (toast), g_object_unref)));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), keys, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

/**
 * heed_toast_new_with_undo: says what is done, with a button that takes it back; so does Ctrl+Z.
 * @widget: where it will be shown, or what that is in
 * @action: what the button does, an action of @widget or of what it is in
 * @target: (nullable): its parameter; a floating one is taken
 *
 * Returns: (transfer full)
 */
AdwToast *
heed_toast_new_with_undo (GtkWidget *widget, const char *sentence, const char *action, GVariant *target)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget) && sentence != NULL && action != NULL, NULL);

  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, UNDO_S);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  add_key (widget, toast);
  return toast;
}

/** heed_toast_say_with_undo: shows what heed_toast_new_with_undo() makes on @overlay, which @widget holds. */
void
heed_toast_say_with_undo (AdwToastOverlay *overlay, GtkWidget *widget, const char *sentence, const char *action,
                          GVariant *target)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  adw_toast_overlay_add_toast (overlay, heed_toast_new_with_undo (widget, sentence, action, target));
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
