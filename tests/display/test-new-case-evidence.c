/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The last step of a new case: numbers, the official case, what is private, files; and sums of money. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "heed-amount.h"
#include "heed-company-step-private.h"
#include "heed-document-files.h"
#include "heed-document-row.h"
#include "heed-fact-sheet.h"
#include "heed-reference-edit-row.h"
#include "heed-reference-item.h"
#include "heed-test-new-case.h"

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

/* The first thing that is dropped may be one that is refused: it is said all the same. */
static void
test_folder_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("heed-test-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  heed_document_list_add_file (fixture->dialog->documents, folder);
  heed_test_wait_until (has_complained, fixture);
  g_assert_cmpuint (fixture->dialog->step, ==, HEED_NEW_CASE_EVIDENCE);
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

#define ADD(name, func) g_test_add ("/new-case-evidence/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("formal-first", test_formal_first);
  ADD ("undo-remove", test_undo_remove);
  ADD ("privacy", test_privacy);
  ADD ("documents", test_documents);
  ADD ("folder-first", test_folder_first);
  g_test_add_func ("/new-case-evidence/amounts", test_amounts);
  return g_test_run ();
}
