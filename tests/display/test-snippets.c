/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* S127: texts of the user's own, put into a message, kept out of one, edited, and removed with Undo. */

#include <adwaita.h>
#include <string.h>

#include "heed-composer-private.h"
#include "heed-draft-records.h"
#include "heed-preferences.h"
#include "heed-snippet-dialog.h"
#include "heed-snippet-popover.h"
#include "heed-snippet-row.h"
#include "heed-test-pages.h"

#define PRIVATE_NUMBER "0042-991-77"
#define PHONE 360
#define DPI (96 * PANGO_SCALE)

typedef struct
{
  HeedLibrary *library;
  HeedCaseItem *item;
  HeedComposer *page;
  GtkWidget *window;
} Fixture;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  heed_library_save_snippet_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
put (HeedLibrary *library, const char *name, const char *text, const char *language, gboolean is_private)
{
  g_autoptr (HeedSnippet) snippet = heed_snippet_new (name, text);
  gboolean is_saved = FALSE;

  g_free (snippet->language);
  snippet->language = g_strdup (language);
  snippet->is_private = is_private;
  heed_library_save_snippet_async (library, snippet, NULL, saved_cb, &is_saved);
  heed_test_wait_until (is_set, &is_saved);
}

static const HeedSnippet *
find (HeedLibrary *library, const char *name)
{
  GListModel *snippets = heed_library_get_snippets (library);

  for (guint i = 0; i < g_list_model_get_n_items (snippets); i++)
    {
      g_autoptr (HeedSnippetItem) item = g_list_model_get_item (snippets, i);

      if (g_str_equal (heed_snippet_item_get_snippet (item)->name, name))
        return heed_snippet_item_get_snippet (item);
    }
  return NULL;
}

static guint
count (HeedLibrary *library)
{
  return g_list_model_get_n_items (heed_library_get_snippets (library));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, "Line down");

  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));
  the_case->facts->company_email = g_strdup ("care@nettle.example");
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("account", PRIVATE_NUMBER, TRUE));
  heed_test_put_case (fixture->library, the_case);

  put (fixture->library, "Closing", "Kind regards", "", FALSE);
  put (fixture->library, "Access", "I cannot hear you on the phone.\nPlease write.", "en", FALSE);
  put (fixture->library, "Abschied", "Viele Grüße", "de", FALSE);
  put (fixture->library, "My number", "My account is " PRIVATE_NUMBER, "", FALSE);
  put (fixture->library, "Reach me", "Write to ann@example.org", "", FALSE);
  put (fixture->library, "Illness", "I am ill", "", TRUE);

  fixture->page = HEED_COMPOSER (heed_composer_new ());
  g_object_set (fixture->page, "library", fixture->library, "item", fixture->item, "channel", "public", "network",
                "mastodon", NULL);
  fixture->window = heed_test_present (GTK_WIDGET (fixture->page), 780, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* GTK 4.8 looks for the tip of what is under the pointer in a list that is gone with its window. */
  gtk_menu_button_popdown (fixture->page->snippet_button);
  heed_test_settle ();
  heed_test_close_page (fixture->window, fixture->page);
  g_assert_finalize_object (fixture->library);
}

static GtkWidget *
get_popover (Fixture *fixture)
{
  return GTK_WIDGET (gtk_menu_button_get_popover (fixture->page->snippet_button));
}

static GtkWidget *
open_popover (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.show-snippets", NULL);
  heed_test_settle ();
  g_assert_true (gtk_widget_get_mapped (get_popover (fixture)));
  return get_popover (fixture);
}

static GtkEditable *
get_entry (GtkWidget *popover)
{
  return GTK_EDITABLE (heed_test_find_widget (popover, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static GtkListBox *
get_list (GtkWidget *root)
{
  return GTK_LIST_BOX (heed_test_find_widget (root, GTK_TYPE_LIST_BOX, NULL));
}

static GtkWidget *
find_row (GtkWidget *root, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (root), i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name))
      return GTK_WIDGET (row);
  return NULL;
}

static void
type (Fixture *fixture, const char *text)
{
  heed_composer_replace_text (fixture->page, 0, G_MAXINT, text);
  heed_test_settle ();
}

static void
select_text (Fixture *fixture, int from, int to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture->page->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = heed_composer_dup_text (fixture->page);

  g_assert_cmpstr (text, ==, expected);
}

static gpointer
load_drafts (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_draft_records_load (database, *(gint64 *) data, error);
}

static gboolean
is_stored (gpointer data)
{
  Fixture *fixture = data;
  gint64 id = heed_case_item_get_id (fixture->item);
  g_autoptr (GPtrArray) drafts = heed_store_run (heed_context_get_store (heed_library_get_context (fixture->library)),
                                                 load_drafts, &id, NULL, NULL);
  g_autofree char *text = heed_composer_dup_text (fixture->page);

  return drafts->len == 1 && g_str_equal (((const HeedDraft *) drafts->pdata[0])->text, text);
}

/* A word finds it, Enter puts it where the cursor is; it is stored by itself, and Undo takes it out in one step. */
static void
test_insert (Fixture *fixture, gconstpointer data)
{
  type (fixture, "Any news? Thanks.");
  select_text (fixture, 10, 10);
  GtkWidget *popover = open_popover (fixture);
  GtkEditable *entry = get_entry (popover);

  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (popover)), GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, "CANNOT hear");
  heed_test_settle ();
  g_assert_nonnull (find_row (popover, "Access"));
  g_assert_null (find_row (popover, "Closing"));
  g_signal_emit_by_name (entry, "activate");
  heed_test_settle ();
  g_assert_false (gtk_widget_get_mapped (popover));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->page->text_view)));
  assert_text (fixture, "Any news? I cannot hear you on the phone.\nPlease write. Thanks.");

  /* Nothing was left or closed: a crash now loses nothing. */
  heed_test_wait_until (is_stored, fixture);
  gtk_text_buffer_undo (gtk_text_view_get_buffer (fixture->page->text_view));
  assert_text (fixture, "Any news? Thanks.");
}

/* The live checks look at what was put in as at what was typed. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  put (fixture->library, "Rude", "You idiots", "", FALSE);
  type (fixture, "Case NB-4711: please call me.");
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->page->warnings));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.insert-snippet", "x",
                              find (fixture->library, "Rude")->id);
  heed_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->warnings)), >, n);
}

static void
assert_refused (GtkWidget *popover, const char *name, const char *reason)
{
  GtkWidget *row = find_row (popover, name);

  g_assert_nonnull (row);
  g_assert_false (gtk_widget_get_sensitive (row));
  if (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), reason) == NULL)
    g_error ("“%s” does not say “%s”", adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), reason);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
}

/* S88: what is private cannot get into a public text by this way either, and the list says why. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "My number", "Reach me", "Illness" };

  type (fixture, "@care@nettle.example Case NB-4711:");
  /* The list is there before its texts are looked through; whoever is as quick gets nothing private in. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.show-snippets", NULL);
  g_assert_true (gtk_widget_get_sensitive (find_row (get_popover (fixture), "My number")));
  adw_action_row_activate (ADW_ACTION_ROW (find_row (get_popover (fixture), "My number")));
  heed_test_settle ();
  assert_text (fixture, "@care@nettle.example Case NB-4711:");

  GtkWidget *popover = open_popover (fixture);
  assert_refused (popover, "My number", "marked private");
  assert_refused (popover, "Reach me", "e-mail address");
  assert_refused (popover, "Illness", "You marked it private");
  g_assert_true (gtk_widget_get_sensitive (find_row (popover, "Closing")));

  /* Enter takes none of them, and no other way does. */
  gtk_editable_set_text (get_entry (popover), "illness");
  g_signal_emit_by_name (get_entry (popover), "activate");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.insert-snippet", "x",
                                find (fixture->library, names[i])->id);
  heed_test_settle ();
  assert_text (fixture, "@care@nettle.example Case NB-4711:");

  /* The company alone may read them. */
  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  type (fixture, "Dear all,");
  popover = open_popover (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (gtk_widget_get_sensitive (find_row (popover, names[i])));
  gtk_editable_set_text (get_entry (popover), "number");
  g_signal_emit_by_name (get_entry (popover), "activate");
  heed_test_settle ();
  assert_text (fixture, "Dear all, My account is " PRIVATE_NUMBER);
}

/* Those in the language of the message stand before those in another, each by name. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Access", "Closing", "Illness", "My number", "Reach me", "Abschied" };
  GtkWidget *popover = open_popover (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (popover), (int) i);

      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, names[i]);
    }
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (popover, "Abschied"))), ==,
                   "German · Viele Grüße");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (popover)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Find a snippet");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_list (popover)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Snippets");

  /* Enter takes the first; where there is none it does nothing, and the list says so. */
  g_assert_true (gtk_list_box_get_selected_row (get_list (popover))
                 == gtk_list_box_get_row_at_index (get_list (popover), 0));
  gtk_editable_set_text (get_entry (popover), "nowhere");
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (popover, GTK_TYPE_LABEL, "None has these words."));
  g_signal_emit_by_name (get_entry (popover), "activate");
  g_assert_true (gtk_widget_get_mapped (popover));
}

static GtkWidget *
find_field (GType type)
{
  return heed_test_find_widget (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG), type, NULL);
}

static void
save (void)
{
  gtk_widget_activate_action (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG), "snippet.save", NULL);
  heed_test_settle ();
}

/* What is selected becomes a snippet, in the language of the message and under its first words. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  type (fixture, "Hello. Please do not call me before noon, I work at night.");
  select_text (fixture, 3, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.keep-snippet", NULL);
  heed_test_settle ();
  g_assert_null (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG));
  g_assert_nonnull (heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, "Select the words to keep first"));

  select_text (fixture, 7, 58);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.keep-snippet", NULL);
  heed_test_settle ();
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (heed_test_check_names (dialog), >=, 5);
  save ();
  g_assert_null (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG));
  g_assert_cmpuint (count (fixture->library), ==, 7);
  const HeedSnippet *kept = find (fixture->library, "Please do not call me before noon…");
  g_assert_nonnull (kept);
  g_assert_cmpstr (kept->text, ==, "Please do not call me before noon, I work at night.");
  g_assert_cmpstr (kept->language, ==, "en");
  g_assert_false (kept->is_private);
  assert_text (fixture, "Hello. Please do not call me before noon, I work at night.");
}

typedef struct
{
  Fixture *fixture;
  GtkWidget *preferences;
} Editing;

static Editing
open_preferences (Fixture *fixture)
{
  Editing editing = { fixture, GTK_WIDGET (heed_preferences_new (fixture->library)) };

  gtk_window_present (GTK_WINDOW (editing.preferences));
  heed_test_settle ();
  return editing;
}

static GtkWidget *
get_group (Editing *editing)
{
  GtkWidget *title = heed_test_find_widget (editing->preferences, GTK_TYPE_LABEL, "Snippets");

  return gtk_widget_get_ancestor (title, g_type_from_name ("HeedSnippetGroup"));
}

static void
close_preferences (Editing *editing)
{
  gtk_window_destroy (GTK_WINDOW (editing->preferences));
  heed_test_settle ();
}

/* Added, refused with a sentence while what is typed stays, and edited. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  Editing editing = open_preferences (fixture);
  g_autofree char *long_text = g_strnfill (100 * 1024, 'x');

  gtk_widget_activate_action (get_group (&editing), "snippets.add", NULL);
  heed_test_settle ();
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG);
  save ();
  g_assert_nonnull (heed_test_find_widget (dialog, GTK_TYPE_LABEL, "Give it a name"));
  gtk_editable_set_text (GTK_EDITABLE (find_field (ADW_TYPE_ENTRY_ROW)), "closing");
  heed_test_type (find_field (GTK_TYPE_TEXT_VIEW), long_text);
  g_assert_nonnull (heed_test_find_widget (dialog, GTK_TYPE_LABEL, "A snippet takes 5000 characters."));
  g_autofree char *taken = heed_test_dup_typed (find_field (GTK_TYPE_TEXT_VIEW));
  g_assert_cmpuint (strlen (taken), ==, 5000);
  heed_test_type (find_field (GTK_TYPE_TEXT_VIEW), "So long");
  save ();
  g_assert_nonnull (heed_test_find_widget (dialog, GTK_TYPE_LABEL, "called “Closing” already"));
  g_assert_cmpuint (count (fixture->library), ==, 6);
  gtk_editable_set_text (GTK_EDITABLE (find_field (ADW_TYPE_ENTRY_ROW)), "Goodbye");
  save ();
  g_assert_cmpuint (count (fixture->library), ==, 7);
  g_assert_cmpstr (find (fixture->library, "Goodbye")->text, ==, "So long");

  gtk_widget_activate_action (get_group (&editing), "snippets.edit", "x", find (fixture->library, "Goodbye")->id);
  heed_test_settle ();
  gtk_switch_set_active (GTK_SWITCH (find_field (GTK_TYPE_SWITCH)), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_field (ADW_TYPE_COMBO_ROW)), 1);
  save ();
  g_assert_cmpuint (count (fixture->library), ==, 7);
  g_assert_true (find (fixture->library, "Goodbye")->is_private);
  g_assert_cmpstr (find (fixture->library, "Goodbye")->language, ==, "en");
  close_preferences (&editing);
}

/* Nothing that was typed is lost by closing; what was only looked at is not asked about. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  Editing editing = open_preferences (fixture);
  const gint64 id = find (fixture->library, "Closing")->id;

  gtk_widget_activate_action (get_group (&editing), "snippets.edit", "x", id);
  heed_test_settle ();
  gtk_window_close (GTK_WINDOW (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG)));
  heed_test_settle ();
  g_assert_null (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG));

  gtk_widget_activate_action (get_group (&editing), "snippets.edit", "x", id);
  heed_test_settle ();
  heed_test_type (find_field (GTK_TYPE_TEXT_VIEW), "Best wishes");
  gtk_window_close (GTK_WINDOW (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG)));
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG));
  GtkWidget *question = heed_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "save");
  gtk_window_destroy (GTK_WINDOW (question));
  heed_test_settle ();
  g_assert_null (heed_test_find_window (HEED_TYPE_SNIPPET_DIALOG));
  g_assert_cmpstr (find (fixture->library, "Closing")->text, ==, "Best wishes");
  close_preferences (&editing);
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = heed_test_find_widget (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  heed_test_settle ();
}

/* Removed at once, and back with Undo as it was; where its name was given away meanwhile, Undo stays. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  Editing editing = open_preferences (fixture);
  const gint64 id = find (fixture->library, "Illness")->id;

  g_assert_cmpuint (heed_test_check_names (get_group (&editing)), >=, 7);
  gtk_widget_activate_action (get_group (&editing), "snippets.remove", "x", id);
  heed_test_settle ();
  g_assert_null (find (fixture->library, "Illness"));
  g_assert_nonnull (heed_test_find_widget (editing.preferences, GTK_TYPE_LABEL, "“Illness” is removed."));
  put (fixture->library, "ILLNESS", "Another", "", FALSE);
  press (editing.preferences, "Undo");
  g_assert_null (find (fixture->library, "Illness"));

  const gint64 other = find (fixture->library, "ILLNESS")->id;
  gtk_widget_activate_action (get_group (&editing), "snippets.remove", "x", other);
  heed_test_settle ();
  gtk_widget_activate_action (editing.preferences, "preferences.restore-snippet", "x", id);
  heed_test_settle ();
  const HeedSnippet *restored = find (fixture->library, "Illness");
  g_assert_nonnull (restored);
  g_assert_cmpint (restored->id, ==, id);
  g_assert_cmpstr (restored->text, ==, "I am ill");
  g_assert_true (restored->is_private);
  close_preferences (&editing);
}

static gboolean
is_empty (gpointer data)
{
  return count (HEED_LIBRARY (data)) == 0;
}

/* "Delete everything" takes them along. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  Editing editing = open_preferences (fixture);

  gtk_widget_activate_action (editing.preferences, "preferences.erase", NULL);
  heed_test_settle ();
  GtkWidget *question = heed_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "snippets"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "erase");
  gtk_window_destroy (GTK_WINDOW (question));
  heed_test_wait_until (is_empty, fixture->library);
  heed_test_settle ();
}

/* A phone's width is enough for the message and its list, with texts of twice the size. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int usual;

  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * DPI, NULL);
  g_object_set (fixture->page, "folded", TRUE, NULL);
  heed_test_settle ();
  g_assert_cmpint (heed_test_get_least_width (GTK_WIDGET (fixture->page)), <=, PHONE);
  g_assert_cmpint (heed_test_get_least_width (open_popover (fixture)), <=, PHONE);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
}

#define ADD(name, func) g_test_add ("/display/snippets/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  heed_test_load_style ();
  ADD ("insert", test_insert);
  ADD ("checks", test_checks);
  ADD ("private", test_private);
  ADD ("order", test_order);
  ADD ("keep", test_keep);
  ADD ("edit", test_edit);
  ADD ("close", test_close);
  ADD ("remove", test_remove);
  ADD ("erase", test_erase);
  ADD ("narrow", test_narrow);
  return g_test_run ();
}
