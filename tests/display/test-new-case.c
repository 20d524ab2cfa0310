/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The four steps of a new case: what each asks for, how it is kept, and that nothing typed is lost. */

#include <adwaita.h>

#include "heed-company-step-private.h"
#include "heed-test-new-case.h"

/* The next letter is a letter of the next step, whether the steps slide or not: nothing of it waits for the main loop.
 */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;
  GtkWidget *next = GTK_WIDGET (dialog->next_button);
  GtkWidget *company = GTK_WIDGET (dialog->company_step->company_row);
  GtkStack *stack = GTK_STACK (heed_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_STACK, NULL));

  gtk_editable_set_text (dialog->company_step->company_row, "Somebody");
  heed_test_type (GTK_WIDGET (dialog->what_view), "The router is broken.");
  heed_test_type (GTK_WIDGET (dialog->want_view), "Another router");
  for (int slides = 0; slides < 2; slides++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", slides == 1, NULL);
      g_object_set (dialog, "step", "company", NULL);
      heed_test_settle ();
      press_enter (company);
      g_assert_true (has_focus_within (fixture, GTK_WIDGET (dialog->what_view)));
      /* Whoever wants nothing to move on the screen sees the next step at once. */
      g_assert_cmpint (gtk_stack_get_transition_running (stack), ==, slides == 1);
      press_key_of (next);
      g_assert_true (has_focus_within (fixture, GTK_WIDGET (dialog->want_view)));
      press_key_of (next);
      g_assert_true (has_focus_within (fixture, GTK_WIDGET (dialog->reference_list)));
      heed_test_settle ();
      g_assert_true (has_focus_within (fixture, GTK_WIDGET (dialog->reference_list)));
    }
}

/* S76, S78: each step says in place what is missing, and the focus is where to mend it. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;

  g_assert_true (has_focus_within (fixture, GTK_WIDGET (dialog->company_step->company_row)));
  g_assert_cmpuint (heed_test_check_names (GTK_WIDGET (dialog)), >=, 4);
  act (fixture, "new-case.next");
  assert_says (dialog->company_step->company_problem, "Say which company it is about.");
  g_assert_cmpuint (dialog->step, ==, HEED_NEW_CASE_COMPANY);
  gtk_editable_set_text (dialog->company_step->company_row, "Somebody");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->company_step->company_problem)));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (dialog->company_step->company_row), "error"));
  gtk_editable_set_text (dialog->company_step->email_row, "nobody");
  act (fixture, "new-case.next");
  assert_says (dialog->company_step->reach_problem, "This is no e-mail address.");
  g_assert_true (has_focus_within (fixture, GTK_WIDGET (dialog->company_step->email_row)));
  gtk_editable_set_text (dialog->company_step->email_row, "help@somebody.example");

  act (fixture, "new-case.next");
  g_assert_true (has_focus_within (fixture, GTK_WIDGET (dialog->what_view)));
  g_assert_cmpuint (heed_test_check_names (GTK_WIDGET (dialog)), >=, 5);
  act (fixture, "new-case.next");
  assert_says (dialog->what_problem, "Say in a sentence");
  heed_test_type (GTK_WIDGET (dialog->what_view), "The router is broken. It smells.");
  gtk_editable_set_text (GTK_EDITABLE (dialog->since_row), "2026-12-24");
  act (fixture, "new-case.next");
  assert_says (dialog->since_problem, "It cannot have happened after today.");
  gtk_editable_set_text (GTK_EDITABLE (dialog->since_row), "2026-11-18");

  act (fixture, "new-case.right");
  g_assert_cmpuint (heed_test_check_names (GTK_WIDGET (dialog)), >=, 8);
  act (fixture, "new-case.next");
  assert_says (dialog->want_problem, "Say what you want");
  heed_test_type (GTK_WIDGET (dialog->want_view), "Another router");
  gtk_editable_set_text (dialog->amount_row, "much");
  act (fixture, "new-case.next");
  assert_says (dialog->by_problem, "Write the amount");
  gtk_editable_set_text (dialog->amount_row, "29,99 €");
  act (fixture, "new-case.left");
  g_assert_cmpuint (dialog->step, ==, HEED_NEW_CASE_WHAT);
  act (fixture, "new-case.right");

  act (fixture, "new-case.next");
  g_assert_cmpuint (dialog->step, ==, HEED_NEW_CASE_EVIDENCE);
  g_assert_cmpuint (heed_test_check_names (GTK_WIDGET (dialog)), >=, 8);
  g_autoptr (HeedReferenceItem) number = g_list_model_get_item (G_LIST_MODEL (dialog->references), 0);
  g_object_set (number, "value", " NB-4711 ", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->formal_first)));
  g_clear_object (&number);
  act (fixture, "new-case.next");
  heed_test_wait_until (is_created, fixture);

  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, heed_case_item_get_id (fixture->created));
  g_assert_cmpint (stored->state, ==, HEED_CASE_OPEN);
  g_assert_cmpstr (stored->title, ==, "The router is broken");
  g_assert_cmpint (stored->facts->since, ==, 1794960000);
  g_assert_cmpfloat_with_epsilon (stored->facts->amount, 29.99, 0.001);
  g_assert_cmpstr (stored->facts->currency, ==, "EUR");
  g_assert_cmpstr (stored->facts->company_email, ==, "help@somebody.example");
  g_assert_cmpstr (((HeedReference *) stored->facts->references->pdata[0])->value, ==, "NB-4711");
  /* However often it was stored on the way, it is one case. */
  g_assert_cmpuint (count_cases (fixture), ==, 4);
}

/* What is known of a company is typed no second time (S10, S117). */
static void
test_company (Fixture *fixture, gconstpointer data)
{
  HeedCompanyStep *step = fixture->dialog->company_step;

  gtk_editable_set_text (step->company_row, "nettle b");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (step->suggestions)), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (step->suggestion_list)));
  g_assert_cmpstr (gtk_editable_get_text (step->mastodon_row), ==, "");
  g_signal_emit_by_name (step->suggestion_list, "row-activated",
                         gtk_list_box_get_row_at_index (step->suggestion_list, 0));
  g_assert_cmpstr (gtk_editable_get_text (step->company_row), ==, HEED_TEST_COMPANY);
  g_assert_cmpstr (gtk_editable_get_text (step->mastodon_row), ==, "care@nettle.example");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (step->suggestion_list)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (step->check_list)));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (step->check_summary), "Usually answers"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (step->check_stack), ==, "none");
}

typedef struct
{
  const char *typed;
  const char *network;
  const char *handle;
} Link;

static void
test_link (Fixture *fixture, gconstpointer data)
{
  static const Link links[] = {
    { "@care@saltmere.example", "mastodon", "care@saltmere.example" },
    { "https://saltmere.example/@care", "mastodon", "care@saltmere.example" },
    { "https://bsky.app/profile/saltmere.bsky.social", "bluesky", "saltmere.bsky.social" },
    { "https://x.com/SaltmereHelp?s=20", "x", "SaltmereHelp" },
    { "https://www.threads.net/@saltmere", "threads", "saltmere" },
    { "Saltmere.com", NULL, NULL },
    { "Saltmere Water", NULL, NULL },
  };
  HeedCompanyStep *step = fixture->dialog->company_step;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (HeedFacts) facts = heed_facts_new ();

      gtk_editable_set_text (step->company_row, links[i].typed);
      heed_company_step_read (step, facts);
      g_assert_cmpuint (g_hash_table_size (facts->handles), ==, links[i].network != NULL);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (step->name_row)), ==, links[i].network != NULL);
      if (links[i].network == NULL)
        {
          g_assert_cmpstr (facts->company, ==, links[i].typed);
          continue;
        }
      g_assert_cmpstr (g_hash_table_lookup (facts->handles, links[i].network), ==, links[i].handle);
      g_assert_cmpstr (facts->company + 1, ==, links[i].handle);
      gtk_editable_set_text (step->name_row, "Saltmere");
      heed_company_step_read (step, facts);
      g_assert_cmpstr (facts->company, ==, "Saltmere");
      gtk_editable_set_text (step->name_row, "");
    }
}

static void
test_wants (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;
  static const struct
  {
    const char *key;
    const char *text;
  } presses[] = { { "refund", "A full refund" }, { "repair", "A repair" }, { "repair", "A repair" } };

  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (dialog), "new-case.want", "s", presses[i].key);
      g_autofree char *typed = heed_test_dup_typed (GTK_WIDGET (dialog->want_view));
      g_assert_cmpstr (typed, ==, presses[i].text);
    }
  g_object_set (dialog, "step", "want", NULL);
  heed_test_settle ();
  g_assert_cmpuint (heed_test_check_tab (GTK_WIDGET (dialog)), >=, 10);
  heed_test_type (GTK_WIDGET (dialog->want_view), "My money");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "new-case.want", "s", "answer");
  g_autofree char *typed = heed_test_dup_typed (GTK_WIDGET (dialog->want_view));
  g_assert_cmpstr (typed, ==, "My money. A clear answer");

  /* What is asked for already is not asked for twice. */
  heed_test_type (GTK_WIDGET (dialog->want_view), "REFUND of my ticket!");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "new-case.want", "s", "refund");
  g_autofree char *once = heed_test_dup_typed (GTK_WIDGET (dialog->want_view));
  g_assert_cmpstr (once, ==, "REFUND of my ticket!");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "new-case.want", "s", "call");
  g_autofree char *both = heed_test_dup_typed (GTK_WIDGET (dialog->want_view));
  g_assert_cmpstr (both, ==, "REFUND of my ticket! A call back");
}

/* Without a word from the person it is in the store, and goes on where it was left. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;

  gtk_editable_set_text (dialog->company_step->company_row, "Saltmere Water");
  heed_test_wait_until (has_item, fixture);
  g_assert_cmpuint (count_cases (fixture), ==, 4);
  act (fixture, "new-case.next");
  heed_test_type (GTK_WIDGET (dialog->what_view), "It leaks");
  gtk_editable_set_text (GTK_EDITABLE (dialog->since_row), "2026-11");
  gtk_window_close (GTK_WINDOW (dialog));
  heed_test_settle ();
  g_assert_finalize_object (G_OBJECT (dialog));

  HeedCaseItem *item = heed_test_get_case (fixture->library, "It leaks");
  g_assert_cmpint (heed_case_item_get_case (item)->state, ==, HEED_CASE_DRAFT);
  open_dialog (fixture, item);
  dialog = fixture->dialog;
  g_assert_cmpuint (dialog->step, ==, HEED_NEW_CASE_WHAT);
  g_autofree char *typed = heed_test_dup_typed (GTK_WIDGET (dialog->what_view));
  g_assert_cmpstr (typed, ==, "It leaks");
  g_assert_cmpstr (gtk_editable_get_text (dialog->company_step->company_row), ==, "Saltmere Water");

  /* Opened from anywhere, it goes to the step that lacks something. */
  act (fixture, "new-case.create");
  g_assert_cmpuint (dialog->step, ==, HEED_NEW_CASE_WANT);
  heed_test_type (GTK_WIDGET (dialog->want_view), "A plumber");
  act (fixture, "new-case.create");
  heed_test_wait_until (is_created, fixture);
  g_assert_true (fixture->created == item);
  g_assert_cmpint (heed_case_item_get_case (item)->state, ==, HEED_CASE_OPEN);
  g_assert_cmpuint (heed_case_item_get_case (item)->left_at, ==, 0);
  g_assert_cmpuint (count_cases (fixture), ==, 4);
}

/* What was typed by nobody leaves nothing behind. */
static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->dialog, "company", HEED_TEST_COMPANY, NULL);
  heed_test_settle ();
  g_assert_cmpuint (fixture->dialog->step, ==, HEED_NEW_CASE_WHAT);
  g_assert_cmpstr (gtk_editable_get_text (fixture->dialog->company_step->mastodon_row), ==, "care@nettle.example");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  heed_test_settle ();
  g_assert_finalize_object (G_OBJECT (g_steal_pointer (&fixture->dialog)));
  g_assert_cmpuint (count_cases (fixture), ==, 3);
}

static void
close_and_answer (Fixture *fixture, const char *response)
{
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  GtkWidget *question = heed_test_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  heed_test_settle ();
  g_assert_cmpuint (heed_test_check_names (question), ==, 3);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (GTK_WINDOW (question));
  heed_test_settle ();
}

/* Changes to an open case wait for Save. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  HeedCaseItem *item = heed_test_get_case (fixture->library, "Line down");

  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  heed_test_settle ();
  g_assert_finalize_object (G_OBJECT (fixture->dialog));
  open_dialog (fixture, item);
  heed_test_type (GTK_WIDGET (fixture->dialog->want_view), "My money back");
  g_assert_cmpuint (fixture->dialog->save_source, ==, 0);
  close_and_answer (fixture, "cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->dialog)));
  close_and_answer (fixture, "discard");
  g_assert_finalize_object (G_OBJECT (fixture->dialog));
  g_assert_cmpstr (heed_case_item_get_case (item)->facts->want, ==, "Repair the line");

  open_dialog (fixture, item);
  heed_test_type (GTK_WIDGET (fixture->dialog->want_view), "My money back");
  close_and_answer (fixture, "save");
  heed_test_wait_until (is_created, fixture);
  g_assert_cmpstr (heed_case_item_get_case (item)->facts->want, ==, "My money back");
}

/* Forward is where the text runs to. */
static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->dialog), GTK_TEXT_DIR_RTL);
  g_object_set (fixture->dialog, "step", "evidence", NULL);
  act (fixture, "new-case.right");
  g_assert_cmpuint (fixture->dialog->step, ==, HEED_NEW_CASE_WANT);
}

#define ADD(name, func) g_test_add ("/new-case/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("steps", test_steps);
  ADD ("focus", test_focus);
  ADD ("company", test_company);
  ADD ("link", test_link);
  ADD ("wants", test_wants);
  ADD ("draft", test_draft);
  ADD ("untouched", test_untouched);
  ADD ("edit", test_edit);
  ADD ("mirrored", test_mirrored);
  return g_test_run ();
}
