/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The four steps of a new case: what each asks for, how it is kept, and that nothing typed is lost. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "heed-amount.h"
#include "heed-company-step-private.h"
#include "heed-company-suggestion.h"
#include "heed-document-files.h"
#include "heed-document-row.h"
#include "heed-fact-sheet.h"
#include "heed-new-case-dialog-private.h"
#include "heed-reference-edit-row.h"
#include "heed-reference-item.h"
#include "heed-test-pages.h"

typedef struct
{
  HeedLibrary *library;
  HeedNewCaseDialog *dialog;
  HeedCaseItem *created;
} Fixture;

static void
created_cb (Fixture *fixture, HeedCaseItem *item)
{
  fixture->created = item;
}

static void
open_dialog (Fixture *fixture, HeedCaseItem *item)
{
  fixture->dialog = g_object_ref (HEED_NEW_CASE_DIALOG (heed_new_case_dialog_new (fixture->library)));
  g_signal_connect_swapped (fixture->dialog, "created", G_CALLBACK (created_cb), fixture);
  if (item != NULL)
    g_object_set (fixture->dialog, "item", item, NULL);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  heed_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new ();
  open_dialog (fixture, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_test_settle ();
  if (fixture->dialog != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->dialog));
      heed_test_settle ();
      g_assert_finalize_object (G_OBJECT (fixture->dialog));
    }
  g_assert_finalize_object (fixture->library);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
  heed_test_settle ();
}

static gboolean
has_item (gpointer data)
{
  return ((Fixture *) data)->dialog->item != NULL;
}

static gboolean
is_created (gpointer data)
{
  return ((Fixture *) data)->created != NULL;
}

static guint
count_cases (Fixture *fixture)
{
  return g_list_model_get_n_items (heed_library_get_cases (fixture->library));
}

static void
assert_says (GtkLabel *label, const char *start)
{
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (label)));
  if (!g_str_has_prefix (gtk_label_get_label (label), start))
    g_error ("it says “%s”, not “%s…”", gtk_label_get_label (label), start);
}

static gboolean
has_focus_within (Fixture *fixture, GtkWidget *field)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));

  return focus != NULL && (focus == field || gtk_widget_is_ancestor (focus, field));
}

static void
press_key_of (GtkWidget *button)
{
  g_assert_true (gtk_widget_mnemonic_activate (button, FALSE));
}

static void
press_enter (GtkWidget *field)
{
  g_assert_true (gtk_widget_activate_action (field, "default.activate", NULL));
}

/* The next letter is a letter of the next step, whether the steps slide or not: nothing of it waits for the main loop.
 */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;
  GtkWidget *next = GTK_WIDGET (dialog->next_button);
  GtkWidget *company = GTK_WIDGET (dialog->company_step->company_row);

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

/* S92: an official case first; one that is open already gives its number and its day. */
static void
test_formal_first (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;

  gtk_editable_set_text (dialog->company_step->company_row, "Somebody");
  gtk_editable_set_text (dialog->company_step->mastodon_row, "care@somebody.example");
  heed_test_type (GTK_WIDGET (dialog->what_view), "It leaks");
  heed_test_type (GTK_WIDGET (dialog->want_view), "A plumber");
  heed_new_case_dialog_ask_for_number (dialog);
  heed_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->formal_first)));
  /* Only one of the two cases is opened here, and that is the company's. */
  g_assert_cmpstr (gtk_button_get_label (dialog->next_button), ==, "_Save the case");
  GtkWidget *formal = GTK_WIDGET (dialog->formal_first);
  GtkWidget *number = heed_test_find_widget (formal, ADW_TYPE_ENTRY_ROW, NULL);
  GtkWidget *when = heed_test_find_widget (formal, HEED_TYPE_DATE_ROW, NULL);
  g_assert_true (has_focus_within (fixture, number));
  gtk_widget_activate_action (formal, "formal.note", NULL);
  g_assert_nonnull (heed_test_find_widget (formal, GTK_TYPE_LABEL, "Write the number they gave you"));
  gtk_editable_set_text (GTK_EDITABLE (number), "SW-17");
  gtk_editable_set_text (GTK_EDITABLE (when), "2026-11-27");
  gtk_widget_activate_action (formal, "formal.note", NULL);
  g_assert_nonnull (heed_test_find_widget (formal, GTK_TYPE_LABEL, "Write the day"));
  gtk_editable_set_text (GTK_EDITABLE (when), "2026-11-17");
  gtk_widget_activate_action (formal, "formal.note", NULL);
  g_assert_false (gtk_widget_get_visible (formal));
  act (fixture, "new-case.create");
  heed_test_wait_until (is_created, fixture);

  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, heed_case_item_get_id (fixture->created));
  g_assert_cmpuint (stored->facts->references->len, ==, 1);
  g_assert_cmpstr (((HeedReference *) stored->facts->references->pdata[0])->value, ==, "SW-17");
  g_assert_cmpuint (stored->events->len, ==, 1);
  const HeedEvent *event = stored->events->pdata[0];
  g_assert_cmpint (event->kind, ==, HEED_EVENT_SENT);
  g_assert_cmpstr (event->channel, ==, "email");
  g_assert_cmpstr (event->reference, ==, "SW-17");
  g_assert_cmpint (event->at, ==, 1794873600);
}

static HeedReferenceItem *
get_reference (Fixture *fixture, guint position)
{
  g_autoptr (HeedReferenceItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->dialog->references), position);

  return item;
}

static void
remove_reference (Fixture *fixture, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->dialog->reference_list, position);
  g_autoptr (HeedReferenceItem) item = g_object_ref (get_reference (fixture, (guint) position));

  g_signal_emit_by_name (row, "removed", item);
  heed_test_settle ();
}

/* A number that is taken out comes back, as it was and where it was; an empty line is no loss. */
static void
test_undo_remove (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;

  g_object_set (dialog, "step", "evidence", NULL);
  heed_new_case_form_add_reference (dialog, "SW-17");
  act (fixture, "new-case.add-reference");
  g_object_set (get_reference (fixture, 1), "kind", "account", "value", "300", "is-private", TRUE, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->formal_first)));

  remove_reference (fixture, 0);
  assert_says (dialog->undo_label, "“SW-17” is taken out.");
  g_assert_true (has_focus_within (fixture, dialog->undo_button));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->formal_first)));
  g_autoptr (HeedFacts) without = heed_facts_new ();
  heed_new_case_form_read (dialog, without);
  g_assert_cmpuint (without->references->len, ==, 1);

  act (fixture, "new-case.undo-remove");
  g_assert_false (gtk_widget_get_visible (dialog->undo_box));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->formal_first)));
  g_assert_cmpstr (heed_reference_item_get_value (get_reference (fixture, 0)), ==, "SW-17");
  remove_reference (fixture, 1);
  act (fixture, "new-case.undo-remove");
  g_assert_cmpstr (heed_reference_item_get_value (get_reference (fixture, 1)), ==, "300");
  g_assert_true (heed_reference_item_get_is_private (get_reference (fixture, 1)));

  act (fixture, "new-case.add-reference");
  remove_reference (fixture, 2);
  g_assert_false (gtk_widget_get_visible (dialog->undo_box));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dialog->references)), ==, 2);
}

/* An account number is private unless the person says otherwise, a case number is not. */
static void
test_privacy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedReferenceItem) item = heed_reference_item_new ("case", "17", FALSE);
  GtkWidget *row = g_object_ref_sink (heed_reference_edit_row_new (item));
  GtkDropDown *kind = GTK_DROP_DOWN (heed_test_find_widget (row, GTK_TYPE_DROP_DOWN, NULL));
  const gboolean expected[] = { FALSE, FALSE, TRUE, TRUE };

  for (guint i = G_N_ELEMENTS (expected); i-- > 0;)
    {
      gtk_drop_down_set_selected (kind, i);
      g_assert_cmpint (heed_reference_item_get_is_private (item), ==, expected[i]);
    }
  g_assert_finalize_object (G_OBJECT (row));
}

static GFile *
new_file (const char *name, gsize size)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = g_malloc0 (size + 1);

  memset (content, 'x', size);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  return g_file_new_for_path (path);
}

static gboolean
has_document (gpointer data)
{
  const HeedCaseItem *item = ((Fixture *) data)->dialog->item;

  return item != NULL && heed_case_item_get_case ((HeedCaseItem *) item)->documents->len > 0;
}

static gboolean
has_no_document (gpointer data)
{
  return !has_document (data);
}

static gboolean
has_complained (gpointer data)
{
  return heed_test_find_widget (GTK_WIDGET (((Fixture *) data)->dialog->documents), GTK_TYPE_LABEL, "is a folder")
         != NULL;
}

/* A file that is dropped on an empty form makes it a draft; taking it out can be undone; a folder is refused. */
static void
test_documents (Fixture *fixture, gconstpointer data)
{
  HeedNewCaseDialog *dialog = fixture->dialog;
  GtkWidget *documents = GTK_WIDGET (dialog->documents);
  g_autoptr (GFile) file = new_file ("bill.txt", 12);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  heed_document_list_add_file (dialog->documents, file);
  g_assert_cmpuint (dialog->step, ==, HEED_NEW_CASE_EVIDENCE);
  heed_test_wait_until (has_document, fixture);
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (documents, GTK_TYPE_LABEL, "bill.txt"));
  g_assert_cmpuint (heed_test_check_names (documents), >=, 4);
  const HeedDocument *document = heed_case_item_get_case (dialog->item)->documents->pdata[0];
  const gint64 id = document->id;
  g_autofree char *path = heed_document_files_dup_path (
    heed_context_get_data_folder (heed_library_get_context (fixture->library)), heed_case_item_get_id (dialog->item),
    document->file);
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "xxxxxxxxxxxx");

  gtk_widget_activate_action (documents, "documents.set-note", "(xs)", id, "The bill of March");
  gtk_widget_activate_action (documents, "documents.remove", "x", id);
  heed_test_wait_until (has_no_document, fixture);
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (documents, GTK_TYPE_LABEL, "is taken out"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_widget_activate_action (documents, "documents.undo", NULL);
  heed_test_wait_until (has_document, fixture);

  heed_document_list_add_file (dialog->documents, folder);
  heed_test_wait_until (has_complained, fixture);
  g_assert_cmpuint (heed_case_item_get_case (dialog->item)->documents->len, ==, 1);

  /* The fact sheet shows the same file. */
  GtkWidget *sheet = g_object_new (HEED_TYPE_FACT_SHEET, "library", fixture->library, "item", dialog->item, NULL);
  GtkWidget *window = heed_test_present (sheet, 360, 640);
  g_assert_nonnull (heed_test_find_widget (sheet, HEED_TYPE_DOCUMENT_ROW, NULL));
  heed_test_close_page (window, sheet);
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

static void
test_amounts (void)
{
  static const struct
  {
    const char *text;
    double amount;
    const char *currency;
  } amounts[] = {
    { "29.99", 29.99, "GBP" },    { "29,99 €", 29.99, "EUR" },  { "€ 1.234,50", 1234.5, "EUR" },
    { "$1,234", 1234, "USD" },    { "1'000 chf", 1000, "CHF" }, { "12,5 zł", 12.5, "PLN" },
    { "  40   GBP ", 40, "GBP" }, { "1,000,000", 1e6, "GBP" },  { "", -1, NULL },
  };
  static const char *const wrong[] = { "much", "12 apples", "EUR", "€ 5 £", "1.2.3 x", "-5" };
  double amount;

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *currency = NULL;

      g_assert_true (heed_amount_parse (amounts[i].text, "GBP", &amount, &currency));
      g_assert_cmpfloat_with_epsilon (amount, amounts[i].amount, 0.001);
      g_assert_cmpstr (currency, ==, amounts[i].currency);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *currency = NULL;

      g_assert_false (heed_amount_parse (wrong[i], "GBP", &amount, &currency));
    }
  g_autofree char *text = heed_amount_format (1234.5, "EUR");
  g_assert_cmpstr (text, ==, "1234.50 EUR");
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
  ADD ("formal-first", test_formal_first);
  ADD ("undo-remove", test_undo_remove);
  ADD ("privacy", test_privacy);
  ADD ("documents", test_documents);
  ADD ("mirrored", test_mirrored);
  g_test_add_func ("/new-case/amounts", test_amounts);
  return g_test_run ();
}
