/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case-page-private.h"

#include <glib/gi18n.h>

#include "heed-document-files.h"
#include "heed-event-dialog.h"
#include "heed-new-case-dialog.h"
#include "heed-picture-dialog.h"
#include "heed-toast.h"

/** heed_case_page_say: shows a sentence for a moment. */
void
heed_case_page_say (HeedCasePage *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
say_error (HeedCasePage *self, const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    heed_case_page_say (self, error->message);
}

static void
write_on (HeedCasePage *self, const char *channel, const char *network)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.write", "(xss)", heed_case_item_get_id (self->item),
                              channel != NULL ? channel : "", network != NULL ? network : "");
}

static void
write_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);
  const HeedNextStep *step = heed_case_item_get_step (self->item);

  write_on (self, step->channel, step->network);
}

static void
logged_cb (HeedCasePage *self, const char *sentence, gint64 event_id)
{
  heed_toast_say_with_undo (self->toasts, GTK_WIDGET (self), sentence, "case.delete-event",
                            g_variant_new_int64 (event_id));
}

static void
present_event_dialog (HeedCasePage *self, HeedEventKind kind)
{
  GtkWindow *dialog = heed_event_dialog_new (self->library, self->item, kind);

  g_signal_connect_object (dialog, "logged", G_CALLBACK (logged_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (dialog);
}

static void
log_call_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_event_dialog (HEED_CASE_PAGE (widget), HEED_EVENT_CALL);
}

static void
log_message_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_event_dialog (HEED_CASE_PAGE (widget), HEED_EVENT_SENT);
}

static void
paste_reply_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_event_dialog (HEED_CASE_PAGE (widget), HEED_EVENT_RECEIVED);
}

static void
add_note_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_event_dialog (HEED_CASE_PAGE (widget), HEED_EVENT_NOTE);
}

static HeedNewCaseDialog *
present_case_dialog (HeedCasePage *self)
{
  GtkWindow *dialog = GTK_WINDOW (heed_new_case_dialog_new (self->library));

  g_object_set (dialog, "item", self->item, NULL);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (dialog);
  return HEED_NEW_CASE_DIALOG (dialog);
}

static void
edit_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_case_dialog (HEED_CASE_PAGE (widget));
}

/* The official case was opened already: its number is noted where it is asked for (S92). */
static void
note_official_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_new_case_dialog_ask_for_number (present_case_dialog (HEED_CASE_PAGE (widget)));
}

static void
reopened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCasePage) self = HEED_CASE_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!heed_library_reopen_case_finish (HEED_LIBRARY (source), result, &error))
    say_error (self, error);
}

static void
reopen_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  heed_library_reopen_case_async (self->library, self->item, NULL, reopened_cb, g_object_ref (self));
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCasePage) self = HEED_CASE_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (heed_library_close_case_finish (HEED_LIBRARY (source), result, &error))
    heed_toast_say_with_undo (self->toasts, GTK_WIDGET (self), _ ("Case closed"), "case.undo-close",
                              g_variant_new_int64 (heed_case_item_get_id (self->item)));
  else
    say_error (self, error);
}

/* The page may show another case by now. */
static void
undo_close_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);
  HeedCaseItem *item = heed_library_find_case (self->library, g_variant_get_int64 (parameter));

  if (item != NULL)
    heed_library_undo_close_case_async (self->library, item, NULL, reopened_cb, g_object_ref (self));
}

static void
close_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  heed_library_close_case_async (self->library, self->item, NULL, closed_cb, g_object_ref (self));
}

/* The page has nothing to show once its case is gone, so the window takes over. */
static void
delete_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  gtk_widget_activate_action (widget, "win.delete-case", "x", heed_case_item_get_id (self->item));
}

/* The button of the card does what its label says: heed_words_step_button(). */
static void
do_step_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);
  const HeedNextStep *step = heed_case_item_get_step (self->item);

  switch (step->kind)
    {
    case HEED_STEP_FINISH:
      heed_new_case_dialog_ask_for_missing (present_case_dialog (self));
      break;
    case HEED_STEP_WAIT:
      present_event_dialog (self, HEED_EVENT_RECEIVED);
      break;
    case HEED_STEP_NONE:
      reopen_activated_cb (widget, NULL, NULL);
      break;
    case HEED_STEP_OPEN_OFFICIAL:
    case HEED_STEP_WRITE:
    case HEED_STEP_ANSWER:
    case HEED_STEP_NUDGE:
    case HEED_STEP_NEXT_CHANNEL:
    case HEED_STEP_REMIND_PROMISE:
    default:
      write_on (self, step->channel, step->network);
    }
}

static void
promise_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCasePage) self = HEED_CASE_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!heed_library_set_promise_kept_finish (HEED_LIBRARY (source), result, &error))
    say_error (self, error);
}

static void
set_promise_kept_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);
  gint64 event_id;
  gboolean kept;

  g_variant_get (parameter, "(xb)", &event_id, &kept);
  heed_library_set_promise_kept_async (self->library, self->item, event_id, kept, NULL, promise_set_cb,
                                       g_object_ref (self));
}

static void
event_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCasePage) self = HEED_CASE_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!heed_library_delete_event_finish (HEED_LIBRARY (source), result, &error))
    say_error (self, error);
}

static void
delete_event_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  heed_library_delete_event_async (self->library, self->item, g_variant_get_int64 (parameter), NULL, event_deleted_cb,
                                   g_object_ref (self));
}

static void
link_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCasePage) self = HEED_CASE_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    heed_case_page_say (self, _ ("The link could not be opened. Copy it and open it in your browser."));
}

static void
open_link_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), g_variant_get_string (parameter, NULL),
                     GDK_CURRENT_TIME, NULL, link_opened_cb, g_object_ref (self));
}

static void
document_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCasePage) self = HEED_CASE_PAGE (user_data);

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    heed_case_page_say (self, _ ("No program opened it. Install one for this kind of file and try again."));
}

static void
open_document_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);
  const HeedCase *the_case = heed_case_item_get_case (self->item);
  const char *folder = heed_context_get_data_folder (heed_library_get_context (self->library));

  for (guint i = 0; i < the_case->documents->len; i++)
    {
      const HeedDocument *document = the_case->documents->pdata[i];

      if (document->id != g_variant_get_int64 (parameter))
        continue;
      if (heed_picture_dialog_shows (document))
        {
          gtk_window_present (GTK_WINDOW (heed_picture_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                                   self->library, self->item, document)));
          return;
        }
      g_autofree char *path = heed_document_files_dup_path (folder, the_case->id, document->file);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *uri = g_file_get_uri (file);
      gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME, NULL,
                         document_opened_cb, g_object_ref (self));
      return;
    }
}

static void
say_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_case_page_say (HEED_CASE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
show_facts_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/** heed_case_page_install_actions: what can be done on the page, as actions of its class. */
void
heed_case_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "case.do-step", NULL, do_step_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.write", NULL, write_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.log-call", NULL, log_call_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.log-message", NULL, log_message_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.paste-reply", NULL, paste_reply_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.add-note", NULL, add_note_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.edit", NULL, edit_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.note-official", NULL, note_official_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.close", NULL, close_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.undo-close", "x", undo_close_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.reopen", NULL, reopen_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.delete", NULL, delete_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.set-promise-kept", "(xb)", set_promise_kept_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.delete-event", "x", delete_event_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.open-link", "s", open_link_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.open-document", "x", open_document_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.say", "s", say_activated_cb);
  gtk_widget_class_install_action (widget_class, "case.show-facts", NULL, show_facts_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "case.filter", "filter");
}

/** heed_case_page_update_actions: allows what can be done in the state the case is in. */
void
heed_case_page_update_actions (HeedCasePage *self)
{
  const HeedCaseState state = heed_case_item_get_case (self->item)->state;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "case.write", state == HEED_CASE_OPEN);
  gtk_widget_action_set_enabled (widget, "case.log-call", state == HEED_CASE_OPEN);
  gtk_widget_action_set_enabled (widget, "case.log-message", state == HEED_CASE_OPEN);
  gtk_widget_action_set_enabled (widget, "case.paste-reply", state == HEED_CASE_OPEN);
  gtk_widget_action_set_enabled (widget, "case.close", state == HEED_CASE_OPEN);
  gtk_widget_action_set_enabled (widget, "case.reopen", state == HEED_CASE_CLOSED);
}
