/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-question.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * heed_question_new_save: asks whether to save the changes in @parent, which wait for *Save*. What they change is as it
 * was, so there is nothing that could be undone.
 * @what: a sentence that names what was changed
 *
 * Its signal "response" brings "save", "discard", or "cancel" to go on.
 *
 * Returns: (transfer none): goes with @parent
 */
GtkWidget *
heed_question_new_save (GtkWindow *parent, const char *what)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && what != NULL, NULL);

  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Save the changes?"), what);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Go on editing"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  return dialog;
}

/**
 * heed_question_new_anyway: asks whether to do what the person asked for although there is a reason not to, which they
 * may not have seen.
 * @parent: (nullable): the window it is about
 * @reason: a sentence
 * @anyway: what doing it is called, on a button
 *
 * Its signal "response" brings "anyway", or "look" to see what it is about first.
 *
 * Returns: (transfer none): goes with @parent
 */
GtkWidget *
heed_question_new_anyway (GtkWindow *parent, const char *heading, const char *reason, const char *anyway)
{
  g_return_val_if_fail (heading != NULL && reason != NULL && anyway != NULL, NULL);

  GtkWidget *dialog = adw_message_dialog_new (parent, heading, reason);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "anyway", anyway, "look", _ ("_Look at it"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "look", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "look");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "look");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  return dialog;
}
