/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user tells of themselves is kept, and everything goes when they say so, after having read what. */

#include "heed-identity-records.h"
#include "heed-preferences.h"
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

static gboolean
is_empty (gpointer data)
{
  return heed_library_is_empty (HEED_LIBRARY (data));
}

/* Asked first, with what goes; kept when the answer is no; and what stands in the fields is not written back. */
static void
test_erase (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *preferences = present (library);

  type (preferences, "Name", "Ann Example");
  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *) &preferences);
  for (int i = 0; i < 2; i++)
    {
      g_assert_false (heed_library_is_empty (library));
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
  g_assert_finalize_object (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/preferences/identity", test_identity);
  g_test_add_func ("/display/preferences/erase", test_erase);
  return g_test_run ();
}
