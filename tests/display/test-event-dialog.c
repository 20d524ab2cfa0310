/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that asks what happened: a reply, a call, a message sent elsewhere, a note. */

#include <adwaita.h>

#include "heed-channel-item.h"
#include "heed-date-row.h"
#include "heed-event-dialog.h"
#include "heed-test-case.h"

static gboolean
is_turned (gpointer data)
{
  return get_n_events (data) == 2;
}

static gboolean
is_taken_back (gpointer data)
{
  return get_n_events (data) == 1;
}

static gboolean
is_dialog_gone (gpointer data)
{
  return heed_test_find_window (HEED_TYPE_EVENT_DIALOG) == NULL;
}

/* S113: what came back decides what is next; what was logged by mistake is taken back. */
static void
test_reply (Fixture *fixture, gconstpointer data)
{
  const HeedStepKind before = get_kind (fixture);

  activate (fixture, "case.paste-reply");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (heed_test_check_names (dialog), >=, 6);

  /* Nothing typed: it says so and stores nothing. */
  gtk_widget_activate_action (dialog, "event.save", NULL);
  g_assert_nonnull (heed_test_find_widget (dialog, GTK_TYPE_LABEL, "Paste what they wrote first."));

  heed_test_type (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL),
                  "Sorry to hear that! Could you send us your postcode, please? ^Claire");
  gtk_widget_activate_action (dialog, "event.save", NULL);
  heed_test_wait_until (is_turned, fixture);
  heed_test_settle ();
  g_assert_null (heed_test_find_window (HEED_TYPE_EVENT_DIALOG));

  const HeedEvent *event = heed_case_item_get_case (fixture->item)->events->pdata[1];
  const gint64 id = event->id;
  g_assert_cmpint (event->kind, ==, HEED_EVENT_RECEIVED);
  g_assert_cmpint (event->outcome, ==, HEED_OUTCOME_REPLY);
  g_assert_cmpstr (event->agent, ==, "Claire");
  g_assert_cmpstr (event->channel, ==, "public");
  g_assert_cmpstr (event->network, ==, "mastodon");
  g_assert_cmpint (get_kind (fixture), !=, before);
  g_assert_cmpint (get_kind (fixture), ==, HEED_STEP_ANSWER);
  g_assert_cmpstr (gtk_label_get_label (fixture->page->step_title), ==, heed_case_item_get_step (fixture->item)->title);
  g_assert_cmpuint (get_n_shown (fixture), ==, 2);
  g_assert_nonnull (
    heed_test_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Asks for details · Apologises"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "case.delete-event", "x", id));
  heed_test_wait_until (is_taken_back, fixture);
  heed_test_settle ();
  g_assert_cmpint (get_kind (fixture), ==, before);
  g_assert_cmpuint (get_n_shown (fixture), ==, 1);
}

/* S113: what a reply promises, and the number it gives, are filled in, until the person says otherwise. */
static void
test_guessed_promise (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "case.paste-reply");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);
  GtkWidget *text = heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  AdwExpanderRow *promise = ADW_EXPANDER_ROW (heed_test_find_widget (dialog, ADW_TYPE_EXPANDER_ROW, NULL));
  GtkWidget *promised = heed_test_find_widget (GTK_WIDGET (promise), GTK_TYPE_SWITCH, NULL);

  gtk_test_accessible_assert_property (promised, GTK_ACCESSIBLE_PROPERTY_LABEL, "They promised something");
  heed_test_type (text, "Sorry about the wait.\nAn engineer will call you by tomorrow. Your case number is QX-2077.");
  g_assert_true (adw_expander_row_get_enable_expansion (promise));
  heed_test_type (text, "Sorry about the wait.");
  g_assert_false (adw_expander_row_get_enable_expansion (promise));
  heed_test_type (text, "Sorry about the wait.\nAn engineer will call you by tomorrow. Your case number is QX-2077.");
  gtk_widget_activate_action (dialog, "event.save", NULL);
  heed_test_wait_until (is_dialog_gone, NULL);
  heed_test_settle ();

  const GPtrArray *events = heed_case_item_get_case (fixture->item)->events;
  const HeedEvent *event = events->pdata[events->len - 1];
  g_assert_cmpstr (event->reference, ==, "QX-2077");
  g_assert_nonnull (event->promise);
  g_assert_cmpstr (event->promise->text, ==, "An engineer will call you by tomorrow");
}

/* S112, S113: "within 14 days" is a day, from the day of the reply; the person sees it, and may say another. */
static void
test_promised_day (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "case.paste-reply");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);
  GtkWidget *text = heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  GtkWidget *promise = heed_test_find_widget (dialog, ADW_TYPE_EXPANDER_ROW, NULL);
  HeedDateRow *when = HEED_DATE_ROW (heed_test_find_widget (dialog, HEED_TYPE_DATE_ROW, NULL));
  GtkWidget *due = heed_test_find_widget (promise, HEED_TYPE_DATE_ROW, NULL);
  const char *day = "“within 14 days” is Friday, 4 December. Change it if they meant another day.";

  heed_test_type (text, "Hello. We will refund you within 14 days.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (due)), ==, "2026-12-04");
  g_assert_nonnull (heed_test_find_widget (promise, GTK_TYPE_LABEL, day));
  heed_date_row_set_time (when, HEED_TEST_NOW - 3 * DAY_S);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (due)), ==, "2026-12-01");
  heed_test_type (text, "Hello. We will refund you in a few days.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (due)), ==, "");
  g_assert_nonnull (heed_test_find_widget (promise, GTK_TYPE_LABEL,
                                           "Heed reads no day in “in a few days”. Choose one, and Heed reminds you."));

  heed_test_type (text, "Hello. We will refund you within 14 days.");
  gtk_editable_set_text (GTK_EDITABLE (due), "2026-12-08");
  g_assert_null (heed_test_find_widget (promise, GTK_TYPE_LABEL, day));
  heed_date_row_set_time (when, HEED_TEST_NOW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (due)), ==, "2026-12-08");
  gtk_widget_activate_action (dialog, "event.save", NULL);
  heed_test_wait_until (is_dialog_gone, NULL);
  heed_test_settle ();

  const GPtrArray *events = heed_case_item_get_case (fixture->item)->events;
  const HeedEvent *event = events->pdata[events->len - 1];
  g_autoptr (GDateTime) kept = g_date_time_new_from_unix_utc (event->promise->due);
  g_autofree char *written = g_date_time_format (kept, "%F %T");
  g_assert_cmpstr (event->promise->text, ==, "We will refund you within 14 days");
  g_assert_cmpstr (written, ==, "2026-12-08 23:59:59");
}

/* A promise that the person switched off is not guessed again. */
static void
test_no_promise (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "case.paste-reply");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);
  GtkWidget *text = heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  AdwExpanderRow *promise = ADW_EXPANDER_ROW (heed_test_find_widget (dialog, ADW_TYPE_EXPANDER_ROW, NULL));

  heed_test_type (text, "An engineer will call you by tomorrow.");
  adw_expander_row_set_enable_expansion (promise, FALSE);
  heed_test_type (text, "An engineer will call you by tomorrow. Thank you.");
  g_assert_false (adw_expander_row_get_enable_expansion (promise));
  gtk_widget_activate_action (dialog, "event.save", NULL);
  heed_test_wait_until (is_dialog_gone, NULL);
  heed_test_settle ();

  const GPtrArray *events = heed_case_item_get_case (fixture->item)->events;
  const HeedEvent *event = events->pdata[events->len - 1];
  g_assert_null (event->promise);
}

static GtkWidget *
open_note (Fixture *fixture)
{
  activate (fixture, "case.add-note");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);

  heed_test_settle ();
  g_assert_nonnull (dialog);
  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  heed_test_wait_until (is_dialog_gone, NULL);
}

static void
assert_typed (GtkWidget *dialog, const char *expected)
{
  g_autofree char *typed = heed_test_dup_typed (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL));

  g_assert_cmpstr (typed, ==, expected);
}

/* A dialog that is left with something typed has it again the next time, until it is added or taken out. */
static void
test_event_draft (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_note (fixture);

  heed_test_type (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL), "It rained in, “again”.\nAsk Ann.");
  close_dialog (dialog);
  dialog = open_note (fixture);
  assert_typed (dialog, "It rained in, “again”.\nAsk Ann.");
  heed_test_type (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL), "");
  close_dialog (dialog);
  dialog = open_note (fixture);
  assert_typed (dialog, "");

  heed_test_type (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL), "It is dry.");
  gtk_widget_activate_action (dialog, "event.save", NULL);
  heed_test_wait_until (is_dialog_gone, NULL);
  dialog = open_note (fixture);
  assert_typed (dialog, "");
  close_dialog (dialog);
}

static GtkWidget *
open_reply (Fixture *fixture)
{
  activate (fixture, "case.paste-reply");
  heed_test_settle ();
  return heed_test_find_window (HEED_TYPE_EVENT_DIALOG);
}

/* A day that was read wrongly and taken out does not come back with what was typed. */
static void
test_removed_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_reply (fixture);
  GtkWidget *promise = heed_test_find_widget (dialog, ADW_TYPE_EXPANDER_ROW, NULL);

  heed_test_type (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL), "We will refund you within 14 days.");
  gtk_editable_set_text (GTK_EDITABLE (heed_test_find_widget (promise, HEED_TYPE_DATE_ROW, NULL)), "");
  close_dialog (dialog);
  dialog = open_reply (fixture);
  assert_typed (dialog, "We will refund you within 14 days.");
  promise = heed_test_find_widget (dialog, ADW_TYPE_EXPANDER_ROW, NULL);
  GtkEditable *due = GTK_EDITABLE (heed_test_find_widget (promise, HEED_TYPE_DATE_ROW, NULL));
  g_assert_cmpstr (gtk_editable_get_text (due), ==, "");
  close_dialog (dialog);
}

static void
test_call (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "case.log-call");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);

  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog))
                 == heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL));
  heed_test_type (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL), "25 minutes on hold");
  gtk_widget_activate_action (dialog, "event.save", NULL);
  heed_test_wait_until (is_turned, fixture);
  heed_test_settle ();

  const HeedEvent *event = heed_case_item_get_case (fixture->item)->events->pdata[1];
  g_assert_cmpint (event->kind, ==, HEED_EVENT_CALL);
  g_assert_cmpstr (event->channel, ==, "phone");
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Call with " HEED_TEST_COMPANY));
}

/* S85: what was sent before, in a way Heed knows nothing of, counts among the attempts of the next message. */
static void
test_message (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "case.log-message");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);
  HeedDateRow *when = HEED_DATE_ROW (heed_test_find_widget (dialog, HEED_TYPE_DATE_ROW, NULL));
  GtkWidget *text = heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  AdwComboRow *where = ADW_COMBO_ROW (heed_test_find_widget (dialog, ADW_TYPE_COMBO_ROW, NULL));
  GListModel *channels = adw_combo_row_get_model (where);

  g_assert_cmpuint (heed_test_check_names (dialog), >=, 5);
  g_assert_cmpuint (heed_channel_items_find (channels, "phone", NULL), ==, G_MAXUINT);
  adw_combo_row_set_selected (where, heed_channel_items_find (channels, "chat", NULL));
  heed_test_type (text, "My line is down since Monday.");

  /* The day is asked for; today would be a guess. */
  gtk_widget_activate_action (dialog, "event.save", NULL);
  g_assert_cmpuint (get_n_events (fixture), ==, 1);
  heed_date_row_set_time (when, HEED_TEST_NOW - 40 * DAY_S);
  gtk_widget_activate_action (dialog, "event.save", NULL);
  heed_test_wait_until (is_turned, fixture);
  heed_test_settle ();

  const HeedEvent *event = heed_case_item_get_case (fixture->item)->events->pdata[0];
  g_assert_cmpint (event->kind, ==, HEED_EVENT_SENT);
  g_assert_cmpstr (event->channel, ==, "chat");
  g_assert_cmpstr (event->text, ==, "My line is down since Monday.");
  g_assert_cmpint (event->at, ==, HEED_TEST_NOW - 40 * DAY_S);
  g_autoptr (HeedFacts) facts = heed_case_dup_facts (heed_case_item_get_case (fixture->item));
  const HeedAttempt *attempt = facts->attempts->pdata[0];
  g_assert_cmpstr (attempt->channel, ==, "chat");
  g_assert_cmpint (attempt->outcome, ==, HEED_OUTCOME_NONE);
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_BUTTON, "_Undo"));
}

#define ADD(name, func) g_test_add ("/event-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("reply", test_reply);
  ADD ("guessed-promise", test_guessed_promise);
  ADD ("promised-day", test_promised_day);
  ADD ("no-promise", test_no_promise);
  ADD ("event-draft", test_event_draft);
  ADD ("removed-day", test_removed_day);
  ADD ("call", test_call);
  ADD ("message", test_message);
  return g_test_run ();
}
