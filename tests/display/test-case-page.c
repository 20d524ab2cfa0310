/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a case. */

#include <adwaita.h>

#include "heed-amount.h"
#include "heed-date-row.h"
#include "heed-event-item.h"
#include "heed-fact-sheet.h"
#include "heed-fold-label.h"
#include "heed-new-case-dialog.h"
#include "heed-reference-row.h"
#include "heed-test-case.h"

/* S102, S112: the card says what to do next and why, and its button does that. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  const HeedNextStep *step = heed_case_item_get_step (fixture->item);

  g_assert_cmpuint (step->reasons->len, >, 0);
  g_assert_cmpstr (gtk_label_get_label (fixture->page->step_title), ==, step->title);
  g_assert_cmpstr (gtk_label_get_label (fixture->page->step_reason), ==, step->reasons->pdata[0]);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (fixture->page->step_button)), ==, "case.do-step");
  g_assert_cmpstr (gtk_label_get_label (fixture->page->theirs_label), ==, "They: 2 days");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->page->theirs_label)));
  g_assert_cmpuint (get_n_shown (fixture), ==, 1);
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "My line is down."));
  g_assert_cmpuint (heed_test_check_names (fixture->window), >=, 10);
  g_assert_cmpuint (heed_test_check_tab (fixture->window), >=, 10);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->page)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->page->step_button));
}

/* Where nothing happened yet nobody waits, and no "0 minutes" is told. */
static void
test_no_wait (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = GTK_WIDGET (fixture->page->theirs_label);

  g_assert_cmpuint (get_n_shown (fixture), ==, 0);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (label)));
}

static GtkWidget *
get_focus (GtkWidget *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* S76, S78: who is sent to the form finds the cursor where something is missing, and no name that a key would take the
 * place of. */
static void
test_finish (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));

  g_clear_pointer (&the_case->facts->want, g_free);
  heed_test_put_case (fixture->library, the_case);
  heed_test_settle ();
  g_assert_cmpint (get_kind (fixture), ==, HEED_STEP_FINISH);
  activate (fixture, "case.do-step");
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_NEW_CASE_DIALOG);
  g_autofree char *step = NULL;
  g_object_get (dialog, "step", &step, NULL);
  g_assert_cmpstr (step, ==, "want");
  g_assert_true (GTK_IS_TEXT_VIEW (get_focus (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  heed_test_settle ();

  activate (fixture, "case.edit");
  dialog = heed_test_find_window (HEED_TYPE_NEW_CASE_DIALOG);
  GtkWidget *field = get_focus (dialog);
  g_assert_true (GTK_IS_TEXT (field));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, HEED_TEST_COMPANY);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (field), NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (dialog));
  heed_test_settle ();
}

static gboolean
is_kept (gpointer data)
{
  const HeedEvent *event = heed_case_item_get_case (((Fixture *) data)->item)->events->pdata[1];

  return event->promise->kept;
}

/* S113: a promise that was not kept is said so, until the person says it was. */
static void
test_promise (Fixture *fixture, gconstpointer data)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_RECEIVED, HEED_TEST_NOW - DAY_S - 3600);

  event->channel = g_strdup ("public");
  event->network = g_strdup ("mastodon");
  event->text = g_strdup ("An engineer comes today.");
  event->outcome = HEED_OUTCOME_REPLY;
  event->promise = heed_promise_new ("an engineer comes", HEED_TEST_NOW - 3600, FALSE);
  heed_test_put_event (fixture->library, fixture->item, event);
  heed_test_settle ();
  g_assert_cmpint (get_kind (fixture), ==, HEED_STEP_REMIND_PROMISE);
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Promise broken: an engineer comes"));

  GtkWidget *kept = heed_test_find_widget (fixture->window, GTK_TYPE_TOGGLE_BUTTON, "Kept");
  g_assert_nonnull (kept);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (kept), TRUE);
  heed_test_wait_until (is_kept, fixture);
  heed_test_settle ();
  g_assert_cmpint (get_kind (fixture), !=, HEED_STEP_REMIND_PROMISE);
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Promise kept: an engineer comes"));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "filter", "received", NULL);
  heed_test_settle ();
  g_assert_cmpuint (get_n_shown (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->timeline_stack), ==, "filtered");
  g_object_set (fixture->page, "filter", "sent", NULL);
  g_assert_cmpuint (get_n_shown (fixture), ==, 1);
}

static gboolean
is_closed (gpointer data)
{
  return heed_case_item_get_case (((Fixture *) data)->item)->state == HEED_CASE_CLOSED;
}

static gboolean
is_open (gpointer data)
{
  return heed_case_item_get_case (((Fixture *) data)->item)->state == HEED_CASE_OPEN;
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "case.close");
  heed_test_wait_until (is_closed, fixture);
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_BUTTON, "_Undo"));
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "You closed the case"));

  /* The button of the card of a closed case opens it again. */
  g_assert_cmpint (get_kind (fixture), ==, HEED_STEP_NONE);
  activate (fixture, "case.do-step");
  heed_test_wait_until (is_open, fixture);
}

static gboolean
has_copied (gpointer data)
{
  g_autoptr (GError) error = NULL;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (((Fixture *) data)->window);
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  if (content == NULL)
    return FALSE;
  g_value_init (&value, G_TYPE_STRING);
  return gdk_content_provider_get_value (content, &value, &error)
         && g_strcmp0 (g_value_get_string (&value), "0042-991") == 0;
}

/* S88: a private number is shown and copied only when asked for. */
static void
test_private_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));

  g_ptr_array_add (the_case->facts->references, heed_reference_new ("account", "0042-991", TRUE));
  heed_test_put_case (fixture->library, the_case);
  heed_test_settle ();
  GtkWidget *row = heed_test_find_widget (fixture->window, HEED_TYPE_REFERENCE_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_true (heed_reference_row_get_is_hidden (HEED_REFERENCE_ROW (row)));
  g_assert_null (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "0042-991"));

  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_false (heed_reference_row_get_is_hidden (HEED_REFERENCE_ROW (row)));
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "0042-991"));
  g_assert_false (has_copied (fixture));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_true (has_copied (fixture));
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Copied"));
}

/* S117: what is typed on the sheet is kept without a button. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheet = heed_test_find_widget (fixture->window, HEED_TYPE_FACT_SHEET, NULL);

  heed_test_type (heed_test_find_widget (sheet, GTK_TYPE_TEXT_VIEW, NULL), "The line is down again.");
  heed_fact_sheet_flush (HEED_FACT_SHEET (sheet));
  heed_test_settle ();

  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, heed_case_item_get_id (fixture->item));
  g_assert_cmpstr (stored->facts->what_happened, ==, "The line is down again.");
  g_assert_cmpstr (stored->facts->want, ==, "Repair the line");
  g_assert_cmpuint (stored->events->len, ==, 1);
}

static GtkWidget *
get_what_box (Fixture *fixture)
{
  GtkWidget *sheet = heed_test_find_widget (fixture->window, HEED_TYPE_FACT_SHEET, NULL);

  return gtk_widget_get_ancestor (heed_test_find_widget (sheet, GTK_TYPE_TEXT_VIEW, NULL), GTK_TYPE_SCROLLED_WINDOW);
}

static void
show_story (Fixture *fixture, const char *title, const char *what)
{
  HeedCaseItem *item = heed_test_get_case (fixture->library, title);
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (item));

  g_free (the_case->facts->what_happened);
  the_case->facts->what_happened = g_strdup (what);
  the_case->facts->amount = 312.4;
  g_free (the_case->facts->currency);
  the_case->facts->currency = g_strdup ("EUR");
  heed_test_put_case (fixture->library, the_case);
  g_object_set (fixture->page, "item", item, NULL);
  heed_test_settle ();
}

/* The box of a text is as high as the text, whatever stood in it before; the amount that is at stake is told. */
static void
test_fact_boxes (Fixture *fixture, gconstpointer data)
{
  show_story (fixture, "Line down", "It is down.");
  const int low = gtk_widget_get_height (get_what_box (fixture));
  show_story (fixture, "Wrong bill", "One\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine.");
  const int high = gtk_widget_get_height (get_what_box (fixture));
  g_assert_cmpint (high, >=, 2 * low);
  show_story (fixture, "Line down", "It is down.");
  g_assert_cmpint (gtk_widget_get_height (get_what_box (fixture)), ==, low);
  g_autofree char *amount = heed_amount_format (312.4, "EUR");
  g_autofree char *told = g_strdup_printf ("Amount: %s", amount);
  GtkWidget *label = heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, told);
  g_assert_true (gtk_widget_get_visible (label));
}

static void
test_folding (void)
{
  GtkWidget *label = heed_fold_label_new ();
  GtkWidget *window = heed_test_present (label, 300, 400);
  GtkWidget *button = gtk_widget_get_last_child (label);
  g_autoptr (GString) text = g_string_new (NULL);

  heed_fold_label_set_text (HEED_FOLD_LABEL (label), "One line.");
  heed_test_settle ();
  g_assert_false (gtk_widget_get_child_visible (button));
  for (int i = 0; i < 60; i++)
    g_string_append (text, "words and words ");
  heed_fold_label_set_text (HEED_FOLD_LABEL (label), text->str);
  heed_test_settle ();
  g_assert_true (gtk_widget_get_child_visible (button));

  const int folded = gtk_widget_get_height (gtk_widget_get_first_child (label));
  int natural = 0;
  g_signal_emit_by_name (button, "clicked");
  heed_test_settle ();
  gtk_widget_measure (gtk_widget_get_first_child (label), GTK_ORIENTATION_VERTICAL, 300, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 0);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Less");
  g_assert_cmpint (folded, >, 0);
  heed_test_close_page (window, label);
}

/* A message of short paragraphs has more lines than words to wrap, at any width. */
static void
test_folding_paragraphs (void)
{
  GtkWidget *label = heed_fold_label_new ();
  GtkWidget *window = heed_test_present (label, 300, 400);
  GtkWidget *button = gtk_widget_get_last_child (label);
  int any = 0, wide = 0;

  heed_fold_label_set_text (HEED_FOLD_LABEL (label), "Hello,\n\none\n\ntwo\n\nthree\n\nfour\n\nBye");
  heed_test_settle ();
  g_assert_true (gtk_widget_get_child_visible (button));
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &any, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 4000, &wide, NULL, NULL, NULL);
  g_assert_cmpint (any, >=, wide);

  int folded = 0, unfolded = 0;
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 300, NULL, &folded, NULL, NULL);
  g_signal_emit_by_name (button, "clicked");
  heed_test_settle ();
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 300, NULL, &unfolded, NULL, NULL);
  g_assert_cmpint (unfolded, >, folded + folded / 2);
  g_assert_cmpstr (heed_fold_label_get_text (HEED_FOLD_LABEL (label)), ==,
                   gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (label))));
  heed_test_close_page (window, label);
}

static gboolean
shows_file (gpointer data)
{
  return heed_test_find_widget (data, GTK_TYPE_LABEL, "bill.txt") != NULL;
}

/* A file of the case stands on the timeline, where it was added; a filter for messages leaves it out. */
static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-test-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "bill.txt", NULL);
  guint n = get_n_shown (fixture);

  g_assert_true (g_file_replace_contents (file, "paid", 4, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  heed_test_add_document (fixture->library, fixture->item, file);
  heed_test_wait_until (shows_file, fixture->page->timeline);
  g_assert_cmpuint (get_n_shown (fixture), ==, n + 1);
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (fixture->page->timeline), GTK_TYPE_LABEL, "4 bytes"));
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (fixture->page->timeline), GTK_TYPE_BUTTON, "Open the file"));
  g_autoptr (HeedEventItem) last = g_list_model_get_item (G_LIST_MODEL (fixture->page->shown_events), n);
  g_assert_cmpint (heed_event_item_get_document_id (last), ==,
                   ((HeedDocument *) heed_case_item_get_case (fixture->item)->documents->pdata[0])->id);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "case.filter", "s", "received");
  heed_test_settle ();
  g_assert_false (shows_file (fixture->page->timeline));
}

/* Whoever has moved to where it is a day later sees the days of there. */
static void
test_time_zone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Wednesday, 18 November"));
  g_assert_true (g_setenv ("TZ", "Pacific/Kiritimati", TRUE));
  heed_library_pass_time (fixture->library);
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Thursday, 19 November"));
  g_assert_null (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Wednesday, 18 November"));
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
  heed_library_pass_time (fixture->library);
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Wednesday, 18 November"));
}

#define ADD(name, func) g_test_add ("/case-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("step", test_step);
  g_test_add ("/case-page/no-wait", Fixture, "Wrong bill", set_up, test_no_wait, tear_down);
  g_test_add ("/case-page/finish", Fixture, "Wrong bill", set_up, test_finish, tear_down);
  ADD ("promise", test_promise);
  ADD ("time-zone", test_time_zone);
  ADD ("filter", test_filter);
  ADD ("document", test_document);
  ADD ("close", test_close);
  ADD ("private-number", test_private_number);
  ADD ("facts", test_facts);
  ADD ("fact-boxes", test_fact_boxes);
  g_test_add_func ("/case-page/folding", test_folding);
  g_test_add_func ("/case-page/folding-paragraphs", test_folding_paragraphs);
  return g_test_run ();
}
