/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-composer-private.h"

#include <glib/gi18n.h>

#include "heed-case-words.h"
#include "heed-event-dialog.h"
#include "heed-new-case-dialog.h"
#include "heed-warning-item.h"

/** heed_composer_say: shows a sentence for a moment. */
void
heed_composer_say (HeedComposer *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/** heed_composer_get_window: (transfer none) (nullable): the window the page is in. */
GtkWindow *
heed_composer_get_window (HeedComposer *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
is_phone (HeedComposer *self)
{
  return g_strcmp0 (self->channel, "phone") == 0;
}

static void
repair_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  g_autoptr (HeedWarningItem) item = NULL;

  /* What was typed a moment ago has moved the spans. */
  heed_composer_update (self);
  item = g_list_model_get_item (G_LIST_MODEL (self->warnings), (guint) g_variant_get_int32 (parameter));
  if (item == NULL)
    return;

  const HeedWarning *warning = heed_warning_item_get_warning (item);
  if (warning->repair == NULL)
    return;
  heed_composer_replace_text (self, warning->start, warning->end, warning->repair);
  heed_composer_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/** heed_composer_offer_rewrite: says, once for a text, that it has not what was chosen, and offers to write it anew. */
void
heed_composer_offer_rewrite (HeedComposer *self)
{
  AdwToast *toast;

  if (self->is_rewrite_offered)
    return;
  self->is_rewrite_offered = TRUE;
  toast = adw_toast_new (_ ("Your own text stays as it is"));
  adw_toast_set_button_label (toast, _ ("_Write it anew"));
  adw_toast_set_action_name (toast, "draft.rewrite");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_text_buffer_undo (gtk_text_view_get_buffer (HEED_COMPOSER (widget)->text_view));
}

/* Heed's own text takes the place of the person's, who can have it back. */
static void
rewrite_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  AdwToast *toast;

  self->is_rewrite_offered = FALSE;
  const gboolean was_edited = heed_composer_make_anew (self);
  if (self->rendition != NULL)
    heed_composer_show_subject (self, NULL);
  if (!was_edited)
    return;
  heed_composer_replace_text (self, 0, G_MAXINT, self->rendition->text);
  heed_composer_update (self);
  toast = adw_toast_new (_ ("Written anew"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "draft.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static HeedEvent *
make_sent_event (HeedComposer *self)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_SENT, heed_context_now (heed_library_get_context (self->library)));
  const guint position = heed_channel_items_find (G_LIST_MODEL (self->channels), self->channel, self->network);
  g_autoptr (HeedChannelItem) channel = g_list_model_get_item (G_LIST_MODEL (self->channels), position);
  g_autofree char *url = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->url_entry))));

  /* On the timeline a reply is a public post like any other. */
  event->channel = g_strdup (heed_composer_is_reply (self) ? "public" : self->channel);
  event->network = g_strdup (self->network);
  event->account = channel != NULL ? g_strdup (heed_channel_item_get_account (channel)) : NULL;
  event->text = heed_composer_dup_text (self);
  if (heed_composer_is_public (self) && *url != '\0')
    event->url = g_steal_pointer (&url);
  return event;
}

static void
sent_marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedComposer) self = HEED_COMPOSER (user_data);
  g_autoptr (GError) error = NULL;

  heed_library_add_event_finish (HEED_LIBRARY (source), result, &error);
  if (error != NULL)
    {
      heed_composer_say (self, error->message);
      return;
    }
  gtk_revealer_set_reveal_child (self->sent_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->url_entry), "");
  heed_composer_forget_draft (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Marked as sent. Heed watches the time."));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "x", heed_case_item_get_id (self->item));
}

static void
mark_sent_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  g_autoptr (HeedEvent) event = make_sent_event (self);

  heed_library_add_event_async (self->library, self->item, event, NULL, sent_marked_cb, g_object_ref (self));
}

static void
call_logged_cb (HeedComposer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "x", heed_case_item_get_id (self->item));
}

static void
log_call_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  GtkWindow *dialog = heed_event_dialog_new (self->library, self->item, HEED_EVENT_CALL);

  g_signal_connect_object (dialog, "logged", G_CALLBACK (call_logged_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (dialog, heed_composer_get_window (self));
  gtk_window_present (dialog);
}

static void
edit_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  GtkWindow *dialog = GTK_WINDOW (heed_new_case_dialog_new (self->library));

  g_object_set (dialog, "item", self->item, NULL);
  gtk_window_set_transient_for (dialog, heed_composer_get_window (self));
  gtk_window_present (dialog);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);

  heed_composer_flush (self);
  gtk_widget_activate_action (widget, "win.show-case", "x", heed_case_item_get_id (self->item));
}

/** heed_composer_install_actions: what can be done with a message, as actions of its class. */
void
heed_composer_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "draft.repair", "i", repair_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.fill", "(is)", heed_composer_fill_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.insert", "(is)", heed_composer_insert_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.answer", NULL, heed_composer_answer_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.write-for", "(ss)", heed_composer_write_for_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.rewrite", NULL, rewrite_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.mark-sent", NULL, mark_sent_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.log-call", NULL, log_call_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.edit-case", NULL, edit_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.back", NULL, back_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "draft.tone", "tone");
}

/* What the button does, in the words on it. */
static char *
dup_open_label (HeedComposer *self, gboolean has_text)
{
  if (is_phone (self))
    return g_strdup (_ ("_Log the call"));
  if (heed_composer_is_reply (self) && !has_text)
    return g_strdup (_ ("Copy, and _open their post"));
  if (g_strcmp0 (self->channel, "email") == 0)
    return g_strdup (_ ("_Open in the e-mail program"));
  if (self->network == NULL)
    return g_strdup ("");
  if (heed_composer_is_reply (self))
    /* Translators: opens the page of a network with the text of a reply in it. */
    return g_strdup_printf (_ ("_Open the reply on %s"), heed_words_network (self->network));
  /* Translators: opens the page of a network where one writes. */
  return g_strdup_printf (_ ("_Open %s in the browser"), heed_words_network (self->network));
}

/* The same at length. */
static const char *
get_open_hint (HeedComposer *self, gboolean has_text)
{
  if (is_phone (self))
    return NULL;
  if (!has_text && !heed_composer_is_reply (self))
    return _ ("Opens the e-mail program with the address and the subject, and copies the text. Paste it there.");
  return has_text ? _ ("Opens the place to send it with this text in it, and copies the text, too. You send it there.")
                  : _ ("Copies this text and opens their post. Paste it there as your reply.");
}

/* GTK asks the display where the pointer is whenever a hint is set, also to the same one. */
static void
set_hint (GtkWidget *widget, const char *hint)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), hint) != 0)
    gtk_widget_set_tooltip_text (widget, hint);
}

/** heed_composer_update_actions: names the act, and allows what can be done with the text as it stands. */
void
heed_composer_update_actions (HeedComposer *self)
{
  gboolean is_filled_in = FALSE;
  g_autofree char *link = heed_composer_dup_link (self, &is_filled_in);
  g_autofree char *label = dup_open_label (self, is_filled_in);
  const gboolean has_text = self->rendition != NULL;
  const gboolean has_open = has_text && (is_phone (self) || link != NULL);

  gtk_label_set_label (self->open_label, label);
  set_hint (GTK_WIDGET (self->open_button), get_open_hint (self, is_filled_in));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button),
                                  is_phone (self) ? "draft.log-call" : "draft.open");
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), has_open);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), has_text);
  if (has_open)
    gtk_widget_remove_css_class (GTK_WIDGET (self->copy_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->copy_button), "suggested-action");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.open", link != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.rewrite", has_text);
}
