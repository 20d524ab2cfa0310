/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-event-dialog-private.h"

#include <glib/gi18n.h>

#include "heed-accessible.h"
#include "heed-case-words.h"
#include "heed-channel-item.h"
#include "heed-deadline.h"
#include "heed-promised.h"
#include "heed-scrolling.h"
#include "heed-typed.h"

enum
{
  SIGNAL_LOGGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The rows of the list in the template, from top to bottom. */
static const HeedOutcome outcomes[] = { HEED_OUTCOME_REPLY, HEED_OUTCOME_REDIRECT, HEED_OUTCOME_AUTOMATIC };
static const HeedOutcome call_outcomes[] = { HEED_OUTCOME_REPLY, HEED_OUTCOME_REDIRECT, HEED_OUTCOME_NONE };

typedef struct
{
  HeedEventKind kind;
  const char *title;
  const char *text;
  const char *logged;
} Words;

static const Words words[] = {
  { HEED_EVENT_SENT, N_ ("Log a message you sent"), N_ ("What you _wrote"), N_ ("Message logged") },
  { HEED_EVENT_RECEIVED, N_ ("Paste a reply"), N_ ("What they _wrote"), N_ ("Reply logged") },
  { HEED_EVENT_CALL, N_ ("Log a call"), N_ ("What was _said"), N_ ("Call logged") },
  { HEED_EVENT_NOTE, N_ ("Add a note"), N_ ("_Note"), N_ ("Note added") },
};

G_DEFINE_FINAL_TYPE (HeedEventDialog, heed_event_dialog, ADW_TYPE_WINDOW)

/* Something of substance, or a person's name under it, is a reply; a mere receipt is automatic. */
static HeedOutcome
guess_outcome (guint32 kinds, const char *agent)
{
  const guint32 substance = HEED_REPLY_ANSWERS | HEED_REPLY_ACTS | HEED_REPLY_ASKS_DETAILS | HEED_REPLY_ASKS_PRIVATE
                            | HEED_REPLY_PROMISES | HEED_REPLY_REFUSES;

  if ((kinds & HEED_REPLY_REDIRECTS) != 0 && (kinds & (HEED_REPLY_ANSWERS | HEED_REPLY_ACTS)) == 0)
    return HEED_OUTCOME_REDIRECT;
  if ((kinds & HEED_REPLY_ACKNOWLEDGES) != 0 && (kinds & substance) == 0 && agent == NULL)
    return HEED_OUTCOME_AUTOMATIC;
  return HEED_OUTCOME_REPLY;
}

static const HeedOutcome *
get_outcomes (HeedEventDialog *self)
{
  return self->kind == HEED_EVENT_CALL ? call_outcomes : outcomes;
}

static void
select_outcome (HeedEventDialog *self, HeedOutcome outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (get_outcomes (self)[i] == outcome)
      adw_combo_row_set_selected (self->outcome_row, i);
}

/* Says how the day of a promise was found, so that the person can confirm it or change it. */
static void
explain_promise (HeedEventDialog *self, const HeedPromised *promised)
{
  HeedContext *context = heed_library_get_context (self->library);
  g_autofree char *sentence = NULL;

  if (promised->due != 0)
    {
      g_autofree char *day = heed_words_dup_day (promised->due, heed_context_get_timezone (context),
                                                 heed_context_now (context));

      /* Translators: what a company wrote, such as “within 14 days”, and the day which that is. */
      sentence = g_strdup_printf (_ ("“%1$s” is %2$s. Change it if they meant another day."), promised->words, day);
    }
  else if (promised->words != NULL)
    /* Translators: what a company wrote, such as “in a few days”. */
    sentence = g_strdup_printf (_ ("Heed reads no day in “%s”. Choose one, and Heed reminds you."), promised->words);
  g_object_set (self->promise_row, "subtitle", sentence != NULL ? sentence : "", NULL);
}

static void
fill_in_promise (HeedEventDialog *self, const char *text)
{
  HeedContext *context = heed_library_get_context (self->library);
  gint64 at = 0;
  g_auto (HeedPromised) promised = { 0 };

  if (!heed_date_row_get_time (self->when_row, &at) || at == 0)
    at = heed_context_now (context);
  const gboolean promises = heed_promised_read (&promised, self->classifier, text, at,
                                                heed_context_get_timezone (context),
                                                heed_context_get_settings (context)->country);
  gtk_editable_set_text (self->promise_text_row, promises ? promised.text : "");
  heed_date_row_set_time (self->promise_due_row, promised.due);
  adw_expander_row_set_enable_expansion (self->promise_row, promises);
  explain_promise (self, &promised);
}

static void
fill_in (HeedEventDialog *self, const char *text, const HeedReplyReading *reading)
{
  if (!self->outcome_chosen)
    select_outcome (self, guess_outcome (reading->kinds, reading->signature));
  if (!self->agent_typed)
    gtk_editable_set_text (self->agent_row, reading->signature != NULL ? reading->signature : "");
  if (!self->reference_typed)
    gtk_editable_set_text (self->reference_row, reading->reference != NULL ? reading->reference : "");
  if (!self->promise_typed)
    fill_in_promise (self, text);
}

/* What the text says of itself is filled in, until the person says otherwise. */
static void
guess (HeedEventDialog *self)
{
  g_autofree char *text = heed_typed_dup_view (self->text_view);
  g_auto (HeedReplyReading) reading = { 0 };

  if (self->library == NULL || self->kind != HEED_EVENT_RECEIVED || self->classifier == NULL || text == NULL)
    return;
  heed_classifier_read (self->classifier, text, &reading);
  self->guessing = TRUE;
  fill_in (self, text, &reading);
  self->guessing = FALSE;
}

static void
clear_problem (HeedEventDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
}

static void
text_changed_cb (HeedEventDialog *self)
{
  clear_problem (self);
  guess (self);
  heed_event_dialog_draft_save_later (self);
}

static void
outcome_selected_cb (HeedEventDialog *self)
{
  if (!self->guessing)
    self->outcome_chosen = TRUE;
}

/* Typed by the person, and so nothing to be guessed any more. */
static void
note_typed (HeedEventDialog *self, gboolean *typed)
{
  if (self->guessing)
    return;
  *typed = TRUE;
  heed_event_dialog_draft_save_later (self);
}

static void
agent_changed_cb (HeedEventDialog *self)
{
  note_typed (self, &self->agent_typed);
}

static void
reference_changed_cb (HeedEventDialog *self)
{
  note_typed (self, &self->reference_typed);
}

static void
promise_changed_cb (HeedEventDialog *self)
{
  note_typed (self, &self->promise_typed);
  if (self->promise_typed)
    g_object_set (self->promise_row, "subtitle", "", NULL);
}

/* "Within 14 days" counts from the day of the reply. */
static void
when_changed_cb (HeedEventDialog *self)
{
  guess (self);
  heed_event_dialog_draft_save_later (self);
}

static gboolean
complain (HeedEventDialog *self, const char *sentence, gpointer field)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (field));
  return FALSE;
}

/* It has a place among the channels, and may have an address to be found at. */
static gboolean
is_message (HeedEventKind kind)
{
  return kind == HEED_EVENT_RECEIVED || kind == HEED_EVENT_SENT;
}

static gboolean
take_promise (HeedEventDialog *self, HeedEvent *event)
{
  g_autofree char *text = heed_typed_dup (self->promise_text_row);
  gint64 due = 0;

  if (!heed_event_kind_is_theirs (self->kind) || !adw_expander_row_get_enable_expansion (self->promise_row))
    return TRUE;
  if (text == NULL)
    return complain (self, _ ("Say what they promised, or switch the promise off."), self->promise_text_row);
  if (!heed_date_row_get_time (self->promise_due_row, &due))
    return complain (self, _ ("Write the day of the promise as 2026-03-05, or choose it from the calendar."),
                     self->promise_due_row);
  /* "By Friday" is kept until Friday ends. */
  event->promise = heed_promise_new (
    text,
    due > 0 ? heed_deadline_get_day_end (due, heed_context_get_timezone (heed_library_get_context (self->library))) : 0,
    FALSE);
  return TRUE;
}

static void
take_channel (HeedEventDialog *self, HeedEvent *event)
{
  HeedChannelItem *channel = adw_combo_row_get_selected_item (self->channel_row);

  if (self->kind == HEED_EVENT_CALL)
    event->channel = g_strdup ("phone");
  if (!is_message (self->kind) || channel == NULL)
    return;
  event->channel = g_strdup (heed_channel_item_get_channel (channel));
  event->network = g_strdup (heed_channel_item_get_network (channel));
  event->account = g_strdup (heed_channel_item_get_account (channel));
}

/* The event as it was typed; %NULL when something has to be mended first. */
static HeedEvent *
dup_event (HeedEventDialog *self)
{
  const gint64 now = heed_context_now (heed_library_get_context (self->library));
  g_autoptr (HeedEvent) event = heed_event_new (self->kind, now);

  event->text = heed_typed_dup_view (self->text_view);
  /* Who has only the day of a call or a message left still tried. */
  if (event->text == NULL && (self->kind == HEED_EVENT_NOTE || self->kind == HEED_EVENT_RECEIVED))
    {
      complain (self, self->kind == HEED_EVENT_NOTE ? _ ("Write the note first.") : _ ("Paste what they wrote first."),
                self->text_view);
      return NULL;
    }
  if (!heed_date_row_get_time (self->when_row, &event->at) || event->at == 0)
    {
      complain (self, _ ("Write the time as 2026-03-05 14:30, or choose the day from the calendar."), self->when_row);
      return NULL;
    }
  if (event->at > now + 60)
    {
      complain (self, _ ("That time has not come yet. Say when it happened."), self->when_row);
      return NULL;
    }
  if (heed_event_kind_is_theirs (self->kind))
    {
      event->outcome = get_outcomes (self)[adw_combo_row_get_selected (self->outcome_row)];
      event->agent = heed_typed_dup (self->agent_row);
    }
  if (self->kind != HEED_EVENT_NOTE)
    event->reference = heed_typed_dup (self->reference_row);
  if (is_message (self->kind))
    event->url = heed_typed_dup (self->url_row);
  take_channel (self, event);
  return take_promise (self, event) ? g_steal_pointer (&event) : NULL;
}

static const Words *
get_words (HeedEventDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (words) - 1; i++)
    if (words[i].kind == self->kind)
      return &words[i];
  return &words[G_N_ELEMENTS (words) - 1];
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedEventDialog) self = HEED_EVENT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  const gint64 id = heed_library_add_event_finish (HEED_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      complain (self, error->message, self->save_button);
      return;
    }
  heed_event_dialog_draft_forget (self);
  g_signal_emit (self, signals[SIGNAL_LOGGED], 0, _ (get_words (self)->logged), id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedEventDialog *self = HEED_EVENT_DIALOG (widget);
  g_autoptr (HeedEvent) event = dup_event (self);

  if (event == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  heed_library_add_event_async (self->library, self->item, event, self->cancellable, added_cb, g_object_ref (self));
}

/* Most answers come where the last message went. */
static void
select_last_channel (HeedEventDialog *self)
{
  const GPtrArray *events = heed_case_item_get_case (self->item)->events;

  for (guint i = events->len; i > 0; i--)
    {
      const HeedEvent *event = events->pdata[i - 1];
      const guint position = heed_channel_items_find (G_LIST_MODEL (self->channels), event->channel, event->network);

      if (event->kind == HEED_EVENT_SENT && position != G_MAXUINT)
        {
          adw_combo_row_set_selected (self->channel_row, position);
          return;
        }
    }
}

static void
set_kind (HeedEventDialog *self, HeedEventKind kind)
{
  const char *const replies[] = { _ ("A person answered"), _ ("It sends me elsewhere"), _ ("It is automatic"), NULL };
  const char *const calls[] = { _ ("A person answered"), _ ("They sent me elsewhere"), _ ("Nobody answered"), NULL };
  g_autoptr (GtkStringList) brought = gtk_string_list_new (kind == HEED_EVENT_CALL ? calls : replies);

  self->kind = kind;
  adw_combo_row_set_model (self->outcome_row, G_LIST_MODEL (brought));
  self->outcome_chosen = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->channel_row), is_message (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->url_row), is_message (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_row), heed_event_kind_is_theirs (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->agent_row), heed_event_kind_is_theirs (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->reference_row), kind != HEED_EVENT_NOTE);
  gtk_widget_set_visible (GTK_WIDGET (self->promise_row), heed_event_kind_is_theirs (kind));
  gtk_window_set_title (GTK_WINDOW (self), _ (get_words (self)->title));
  gtk_label_set_label (self->text_label, _ (get_words (self)->text));
}

/* Typing starts at once; not on Cancel, which a space would press. */
static void
heed_event_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_event_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (HEED_EVENT_DIALOG (widget)->text_view));
}

/* What was typed is kept, and there again when the dialog is opened the next time. */
static gboolean
heed_event_dialog_close_request (GtkWindow *window)
{
  return heed_event_dialog_draft_keep (HEED_EVENT_DIALOG (window))
         || GTK_WINDOW_CLASS (heed_event_dialog_parent_class)->close_request (window);
}

static void
heed_event_dialog_dispose (GObject *object)
{
  HeedEventDialog *self = HEED_EVENT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->item);
  g_clear_object (&self->channels);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_EVENT_DIALOG);
  G_OBJECT_CLASS (heed_event_dialog_parent_class)->dispose (object);
}

static void
heed_event_dialog_finalize (GObject *object)
{
  HeedEventDialog *self = HEED_EVENT_DIALOG (object);

  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (heed_event_dialog_parent_class)->finalize (object);
}

static void
heed_event_dialog_class_init (HeedEventDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_event_dialog_dispose;
  widget_class->map = heed_event_dialog_map;
  object_class->finalize = heed_event_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = heed_event_dialog_close_request;
  signals[SIGNAL_LOGGED] = g_signal_new ("logged", HEED_TYPE_EVENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  g_type_ensure (HEED_TYPE_DATE_ROW);
  g_type_ensure (HEED_TYPE_CHANNEL_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/case/heed-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, when_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, agent_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, promise_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, promise_text_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, promise_due_row);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HeedEventDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, agent_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reference_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_event_dialog_draft_save_later);
  gtk_widget_class_install_action (widget_class, "event.save", NULL, save_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
heed_event_dialog_init (HeedEventDialog *self)
{
  self->cancellable = g_cancellable_new ();
  /* Without its word lists nothing is guessed; the dialog works all the same. */
  self->classifier = heed_classifier_get_default (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_scrolling_pass_on (GTK_SCROLLABLE (self->text_view));
  heed_accessible_name_parts (GTK_WIDGET (self->promise_row), GTK_TYPE_SWITCH, _ ("They promised something"));
}

/** heed_event_dialog_say: a sentence about something that went wrong. */
void
heed_event_dialog_say (HeedEventDialog *self, const char *sentence)
{
  complain (self, sentence, self->text_view);
}

/**
 * heed_event_dialog_new: asks for an event of @item.
 * @kind: %HEED_EVENT_SENT, %HEED_EVENT_RECEIVED, %HEED_EVENT_CALL or %HEED_EVENT_NOTE
 *
 * Returns: (transfer none): a window, to be made transient and presented
 */
GtkWindow *
heed_event_dialog_new (HeedLibrary *library, HeedCaseItem *item, HeedEventKind kind)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library) && HEED_IS_CASE_ITEM (item), NULL);
  g_return_val_if_fail (is_message (kind) || kind == HEED_EVENT_CALL || kind == HEED_EVENT_NOTE, NULL);

  HeedEventDialog *self = g_object_new (HEED_TYPE_EVENT_DIALOG, NULL);
  HeedContext *context = heed_library_get_context (library);

  self->library = g_object_ref (library);
  self->item = g_object_ref (item);
  self->channels = heed_channel_items_new_for_logging (heed_case_item_get_case (item)->facts, kind);
  adw_combo_row_set_model (self->channel_row, G_LIST_MODEL (self->channels));
  select_last_channel (self);
  set_kind (self, kind);
  heed_date_row_set_clock (self->when_row, heed_context_get_timezone (context), heed_context_now (context));
  heed_date_row_set_clock (self->promise_due_row, heed_context_get_timezone (context), heed_context_now (context));
  /* A message that was sent elsewhere was sent some day: not today, where nobody says so. */
  if (kind != HEED_EVENT_SENT)
    heed_date_row_set_time (self->when_row, heed_context_now (context));
  /* The rows were filled in by nobody so far. */
  self->reference_typed = self->promise_typed = FALSE;
  heed_event_dialog_draft_load (self);
  return GTK_WINDOW (self);
}
