/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user tells of themselves is kept, and everything goes when they say so, after having read what. */

#include "heed-data.h"
#include "heed-error.h"
#include "heed-identity-records.h"
#include "heed-phrases.h"
#include "heed-picture-boxes.h"
#include "heed-preferences.h"
#include "heed-settings-source.h"
#include "heed-test-pages.h"

static gpointer
load_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_identity_records_load (database, error);
}

static HeedIdentity *
load_identity (HeedLibrary *library)
{
  g_autoptr (GError) error = NULL;
  HeedIdentity *identity = heed_store_run (heed_context_get_store (heed_library_get_context (library)), load_in_store,
                                           NULL, NULL, &error);

  g_assert_no_error (error);
  return identity;
}

static GtkWidget *
present (HeedLibrary *library)
{
  GtkWidget *preferences = GTK_WIDGET (heed_preferences_new (library));

  gtk_window_present (GTK_WINDOW (preferences));
  heed_test_settle ();
  return preferences;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
type (GtkWidget *preferences, const char *title, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (heed_test_find_widget (preferences, GTK_TYPE_LABEL, title),
                                            ADW_TYPE_ENTRY_ROW);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_identity (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *preferences = present (library);

  g_assert_cmpuint (heed_test_check_names (preferences), >=, 7);
  g_assert_nonnull (heed_test_find_widget (preferences, GTK_TYPE_LABEL, "Private"));
  g_assert_nonnull (heed_test_find_widget (preferences, GTK_TYPE_LABEL,
                                           heed_context_get_data_folder (heed_library_get_context (library))));
  type (preferences, "Name", "  Ann Example ");
  type (preferences, "Phone number", "+44 1632 960000");
  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *) &preferences);
  gtk_window_close (GTK_WINDOW (preferences));
  heed_test_wait_until (is_gone, &preferences);

  g_autoptr (HeedIdentity) identity = load_identity (library);
  g_assert_cmpstr (identity->name, ==, "Ann Example");
  g_assert_cmpstr (identity->phone, ==, "+44 1632 960000");
  g_assert_null (identity->address);
  g_assert_finalize_object (library);
}

typedef struct
{
  HeedLibrary *library;
  GSettings *source;
  GtkWidget *preferences;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new ();
  fixture->source = heed_settings_source_new ();
  g_assert_nonnull (fixture->source);
  heed_settings_source_forget (fixture->source);
  heed_settings_source_follow (fixture->source, fixture->library);
  fixture->preferences = present (fixture->library);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  heed_test_settle ();
  heed_settings_source_forget (fixture->source);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->library);
}

static const HeedSettings *
get_settings (Fixture *fixture)
{
  return heed_context_get_settings (heed_library_get_context (fixture->library));
}

static GtkWidget *
find_titled (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = find_titled (fixture->preferences, title);

  g_assert_nonnull (row);
  return row;
}

static void
assert_languages (Fixture *fixture, const char *expected)
{
  g_autofree char *languages = g_strjoinv (" ", get_settings (fixture)->languages);

  g_assert_cmpstr (languages, ==, expected);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(HeedCaseItem **) user_data = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* A new case begins in the first of the languages that Heed has sentences in. */
static void
test_languages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = heed_case_new ();
  g_autoptr (HeedCaseItem) item = NULL;

  assert_languages (fixture, "");
  gtk_widget_activate (find_row (fixture, "Finnish"));
  assert_languages (fixture, "fi");
  gtk_widget_activate (find_row (fixture, "English"));
  assert_languages (fixture, "fi en");
  g_assert_nonnull (heed_test_find_widget (find_row (fixture, "Finnish"), GTK_TYPE_LABEL, "Drafts begin in it"));
  g_assert_null (heed_test_find_widget (find_row (fixture, "English"), GTK_TYPE_LABEL, "Drafts begin in it"));
  the_case->facts->company = g_strdup ("Acme");
  heed_library_save_case_async (fixture->library, the_case, NULL, saved_cb, &item);
  heed_test_wait_until (is_there, &item);
  g_assert_cmpstr (heed_case_item_get_case (item)->facts->language, ==, heed_phrases_knows ("fi") ? "fi" : "en");

  GtkWidget *prefer = heed_test_find_widget (find_row (fixture, "English"), GTK_TYPE_BUTTON, NULL);
  g_signal_emit_by_name (prefer, "clicked");
  assert_languages (fixture, "en fi");
  gtk_widget_activate (find_row (fixture, "English"));
  assert_languages (fixture, "fi");
}

static void
test_quiet_hours (Fixture *fixture, gconstpointer data)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (find_row (fixture, "Quiet hours"));

  g_assert_cmpuint (get_settings (fixture)->quiet.from, ==, get_settings (fixture)->quiet.to);
  adw_expander_row_set_enable_expansion (row, TRUE);
  g_assert_cmpuint (get_settings (fixture)->quiet.from, ==, 22);
  g_assert_cmpuint (get_settings (fixture)->quiet.to, ==, 7);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture, "From")), 20);
  g_assert_cmpuint (get_settings (fixture)->quiet.from, ==, 20);
  adw_expander_row_set_enable_expansion (row, FALSE);
  g_assert_cmpuint (get_settings (fixture)->quiet.from, ==, get_settings (fixture)->quiet.to);
}

/* Every country whose public holidays are known can be chosen. */
static void
test_country (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_row (fixture, "Country"));
  g_auto (GStrv) files = heed_data_list ("holidays");
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (row));

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_null (get_settings (fixture)->country);
  g_assert_cmpuint (g_strv_length (files), ==, n - 2);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *code = g_strndup (files[i], strcspn (files[i], "."));

      g_settings_set_string (fixture->source, "country", code);
      guint position = adw_combo_row_get_selected (row);
      g_assert_cmpuint (position, >, 0);
      g_assert_cmpuint (position, <, n - 1);
      adw_combo_row_set_selected (row, n - 1);
      g_assert_cmpstr (get_settings (fixture)->country, ==, "zz");
      adw_combo_row_set_selected (row, position);
      g_assert_cmpstr (get_settings (fixture)->country, ==, code);
    }
}

/* A network that is switched off is not asked any more. */
static void
test_networks (Fixture *fixture, gconstpointer data)
{
  HeedContext *context = heed_library_get_context (fixture->library);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (heed_test_find_widget (find_row (fixture, "Bluesky"), GTK_TYPE_LABEL, "public.api.bsky.app"));
  g_assert_nonnull (heed_context_match_network (context, "care.example.com", NULL));
  GtkSwitch *toggle = GTK_SWITCH (heed_test_find_widget (find_row (fixture, "Bluesky"), GTK_TYPE_SWITCH, NULL));
  gtk_switch_set_active (toggle, FALSE);
  g_assert_null (heed_context_match_network (context, "care.example.com", &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_nonnull (heed_context_match_network (context, "@care@example.social", NULL));
  gtk_switch_set_active (toggle, TRUE);
  g_assert_nonnull (heed_context_match_network (context, "care.example.com", NULL));
}

static gboolean
is_empty (gpointer data)
{
  return heed_library_is_empty (HEED_LIBRARY (data));
}

static guint
count_boxes (HeedLibrary *library)
{
  guint n;

  g_free (heed_picture_boxes_dup (library, 1, &n));
  return n;
}

/* Asked first, with what goes; kept when the answer is no; and what stands in the fields is not written back. */
static void
test_erase (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *preferences = present (library);
  g_autoptr (HeedBlackBoxes) boxes = heed_black_boxes_new (100, 100);

  g_autoptr (GSettings) source = heed_settings_source_new ();
  heed_black_boxes_add (boxes, &(HeedBlackBox){ 10, 10, 20, 20 });
  heed_picture_boxes_note (library, 1, boxes);
  heed_picture_boxes_keep (library, 1, g_steal_pointer (&boxes));
  g_settings_set_string (source, "country", "de");
  type (preferences, "Name", "Ann Example");
  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *) &preferences);
  for (int i = 0; i < 2; i++)
    {
      g_assert_false (heed_library_is_empty (library));
      g_assert_cmpuint (count_boxes (library), ==, 1);
      g_assert_true (gtk_widget_activate_action (preferences, "preferences.erase", NULL));
      heed_test_settle ();
      GtkWidget *dialog = heed_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_nonnull (dialog);
      g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "3 cases, with"));
      g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "1 company, with"));
      g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (dialog)), ==, "cancel");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), i == 0 ? "cancel" : "erase");
      gtk_window_destroy (GTK_WINDOW (dialog));
      heed_test_settle ();
    }
  heed_test_wait_until (is_gone, &preferences);
  heed_test_wait_until (is_empty, library);
  heed_test_settle ();

  g_autoptr (HeedIdentity) identity = load_identity (library);
  g_assert_null (identity->name);
  g_autofree char *country = g_settings_get_string (source, "country");
  g_assert_cmpstr (country, ==, "");
  /* The numbers of pictures begin anew; nothing lies over the first. */
  g_assert_cmpuint (count_boxes (library), ==, 0);
  g_autoptr (HeedBlackBoxes) steps = heed_picture_boxes_take (library, 1);
  g_assert_null (steps);
  g_assert_finalize_object (library);
}

#define ADD(name, func) g_test_add ("/display/preferences/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/preferences/identity", test_identity);
  ADD ("languages", test_languages);
  ADD ("quiet-hours", test_quiet_hours);
  ADD ("country", test_country);
  ADD ("networks", test_networks);
  g_test_add_func ("/display/preferences/erase", test_erase);
  return g_test_run ();
}
