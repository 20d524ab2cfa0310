/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as a whole: what it shows first, how it narrows, and that it goes away without a trace. */

#include <adwaita.h>

#include "heed-case-page.h"
#include "heed-composer.h"
#include "heed-draft-records.h"
#include "heed-event-dialog.h"
#include "heed-sidebar-row.h"
#include "heed-sidebar.h"
#include "heed-test-pages.h"
#include "heed-window.h"

static const char *
get_page (GtkWidget *window)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (heed_test_find_widget (window, ADW_TYPE_LEAFLET, NULL));
  g_autoptr (GtkSelectionModel) panes = adw_leaflet_get_pages (leaflet);
  g_autoptr (AdwLeafletPage)
    content = g_list_model_get_item (G_LIST_MODEL (panes), g_list_model_get_n_items (G_LIST_MODEL (panes)) - 1);

  return gtk_stack_get_visible_child_name (GTK_STACK (adw_leaflet_page_get_child (content)));
}

static gboolean
is_loaded (gpointer window)
{
  return !g_str_equal (get_page (window), "loading");
}

static GtkWidget *
present (HeedLibrary *library)
{
  HeedWindow *window = heed_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  heed_window_set_library (window, library);
  heed_test_wait_until (is_loaded, window);
  heed_test_settle ();
  return GTK_WIDGET (window);
}

static void
assert_closes (GtkWidget *window, HeedLibrary *library)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
  g_assert_null (window);
  g_assert_finalize_object (library);
}

static void
test_empty (void)
{
  HeedLibrary *library = heed_test_library_new_empty ();
  GtkWidget *window = present (library);

  g_assert_cmpstr (get_page (window), ==, "welcome");
  assert_closes (window, library);
}

/* The case that waits for the user comes first; each item opens its page and is the selected row. */
static void
test_pages (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *window = present (library);
  HeedCompanyItem *company = heed_library_find_company (library, HEED_TEST_COMPANY);

  g_assert_cmpstr (get_page (window), ==, "case");
  GtkListBox *list = GTK_LIST_BOX (
    gtk_widget_get_ancestor (heed_test_find_widget (window, HEED_TYPE_SIDEBAR_ROW, NULL), GTK_TYPE_LIST_BOX));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (list), GTK_TYPE_LABEL, "Your turn"));
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (list), GTK_TYPE_LABEL, "Companies"));
  g_assert_null (heed_test_find_widget (GTK_WIDGET (list), GTK_TYPE_LABEL, "Waiting"));

  heed_window_show_company (HEED_WINDOW (window), company);
  heed_test_settle ();
  g_assert_cmpstr (get_page (window), ==, "company");
  HeedSidebarRow *row = HEED_SIDEBAR_ROW (gtk_list_box_get_selected_row (list));
  g_assert_true (heed_sidebar_row_get_item (row) == G_OBJECT (company));

  g_assert_true (
    gtk_widget_activate_action (window, "win.write", "(xss)", G_GINT64_CONSTANT (1), "public", "mastodon"));
  heed_test_settle ();
  g_assert_cmpstr (get_page (window), ==, "composer");
  g_assert_true (gtk_widget_activate_action (window, "win.show-case", "x", G_GINT64_CONSTANT (1)));
  heed_test_settle ();
  g_assert_cmpstr (get_page (window), ==, "case");
  assert_closes (window, library);
}

static char *
dup_name (GObject *item)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (heed_sidebar_row_new (item));
  char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  g_assert_nonnull (name);
  return name;
}

/* A row names the company and the matter, and a screen reader says each thing once. */
static void
test_rows (void)
{
  HeedLibrary *library = heed_test_library_new ();
  g_autoptr (HeedCase) begun = heed_case_new ();

  begun->state = HEED_CASE_DRAFT;
  begun->title = g_strdup ("Parcel lost");
  g_autofree char *draft = dup_name (G_OBJECT (heed_test_put_case (library, begun)));
  g_assert_true (g_str_has_prefix (draft, "Parcel lost, "));
  g_assert_false (g_str_has_suffix (draft, ", "));

  GObject *item = G_OBJECT (heed_test_get_case (library, "Line down"));
  g_autofree char *open = dup_name (item);
  g_assert_true (g_str_has_prefix (open, HEED_TEST_COMPANY ", Line down, "));
  g_autofree char *company = dup_name (G_OBJECT (heed_library_find_company (library, HEED_TEST_COMPANY)));
  g_assert_true (g_str_has_prefix (company, HEED_TEST_COMPANY));
  g_assert_null (strstr (company + 1, HEED_TEST_COMPANY));

  g_autoptr (GtkWidget) row = g_object_ref_sink (heed_sidebar_row_new (item));
  g_assert_true (gtk_widget_get_visible (heed_test_find_widget (row, GTK_TYPE_LABEL, HEED_TEST_COMPANY)));
  g_assert_true (gtk_widget_get_visible (heed_test_find_widget (row, GTK_TYPE_LABEL, "Line down")));
  g_clear_object (&row);
  g_assert_finalize_object (library);
}

/* A step without a way, as where no address is known: the composer chooses one, and keeps what is typed. */
static void
test_write_anywhere (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *window = present (library);
  g_autofree char *channel = NULL;

  g_assert_true (gtk_widget_activate_action (window, "win.write", "(xss)", G_GINT64_CONSTANT (1), "", ""));
  heed_test_settle ();
  GtkWidget *composer = heed_test_find_widget (window, HEED_TYPE_COMPOSER, NULL);
  g_object_get (composer, "channel", &channel, NULL);
  g_assert_nonnull (channel);

  GtkWidget *text = heed_test_find_widget (composer, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == text);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "My line is down.", -1);
  heed_composer_flush (HEED_COMPOSER (composer));
  heed_test_settle ();
  assert_closes (window, library);
}

static gboolean
has_focus (GtkWidget *window, GType type)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

/* However long the list is, one key leads past it, and back. */
static void
test_panes (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *window = present (library);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (window, "win.search", NULL));
      g_assert_true (has_focus (window, HEED_TYPE_SIDEBAR));
      g_assert_true (gtk_widget_activate_action (window, "win.switch-pane", NULL));
      g_assert_true (has_focus (window, HEED_TYPE_CASE_PAGE));
      g_assert_true (gtk_widget_activate_action (window, "win.switch-pane", NULL));
      g_assert_true (has_focus (window, HEED_TYPE_SIDEBAR));
    }
  assert_closes (window, library);
}

/* On a phone one pane is left, and there is a way between the two. */
static void
test_narrow (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *window = present (library);
  AdwLeaflet *leaflet = ADW_LEAFLET (heed_test_find_widget (window, ADW_TYPE_LEAFLET, NULL));

  int minimum;
  /* Not the window: its frame comes on top where nothing composes. */
  gtk_widget_measure (GTK_WIDGET (leaflet), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  heed_test_settle ();
  g_assert_true (adw_leaflet_get_folded (leaflet));
  heed_window_show_company (HEED_WINDOW (window), heed_library_find_company (library, HEED_TEST_COMPANY));
  heed_test_settle ();
  g_assert_true (GTK_IS_STACK (adw_leaflet_get_visible_child (leaflet)));
  g_assert_true (gtk_widget_activate_action (window, "win.show-sidebar", NULL));
  heed_test_settle ();
  g_assert_false (GTK_IS_STACK (adw_leaflet_get_visible_child (leaflet)));
  assert_closes (window, library);
}

static void
test_right_to_left (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *window = present (library);

  heed_window_show_company (HEED_WINDOW (window), heed_library_find_company (library, HEED_TEST_COMPANY));
  heed_test_settle ();
  assert_closes (window, library);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_broken (void)
{
  HeedWindow *window = heed_window_new (NULL);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Another program <writes> to it.");

  gtk_window_present (GTK_WINDOW (window));
  heed_window_show_broken (window, error);
  heed_test_settle ();
  g_assert_cmpstr (get_page (GTK_WIDGET (window)), ==, "broken");
  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
}

/* Other windows show the same cases: what is removed in one is gone from all, and one that closes takes nothing along.
 */
static void
test_windows (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *first = present (library);
  GListModel *windows = gtk_window_get_toplevels ();

  heed_window_show_company (HEED_WINDOW (first), heed_library_find_company (library, HEED_TEST_COMPANY));
  GtkWidget *row = heed_test_find_widget (first, HEED_TYPE_SIDEBAR_ROW, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 1);
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate_action (row, "win.new-window", NULL));
  heed_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
  g_autoptr (GtkWidget) newest = g_list_model_get_item (windows, 0);
  g_autoptr (GtkWidget) oldest = g_list_model_get_item (windows, 1);
  GtkWidget *second = newest == first ? oldest : newest;
  g_assert_cmpstr (get_page (first), ==, "company");
  g_assert_cmpstr (get_page (second), ==, "case");

  GtkWidget *page = heed_test_find_widget (second, HEED_TYPE_CASE_PAGE, NULL);
  HeedCaseItem *shown;
  g_object_get (page, "item", &shown, NULL);
  gint64 id = heed_case_item_get_id (shown);
  g_object_unref (shown);
  g_assert_true (gtk_widget_activate_action (first, "win.delete-case", "x", id));
  heed_test_settle ();
  g_object_get (page, "item", &shown, NULL);
  g_assert_cmpint (heed_case_item_get_id (shown), !=, id);
  g_object_unref (shown);
  g_assert_cmpstr (get_page (first), ==, "company");

  g_clear_object (&newest);
  g_clear_object (&oldest);
  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
  gtk_window_destroy (GTK_WINDOW (second));
  heed_test_settle ();
  g_assert_null (second);
  g_assert_cmpstr (get_page (first), ==, "company");
  assert_closes (first, library);
}

static gpointer
load_drafts (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_draft_records_load (database, *(gint64 *) data, error);
}

/* Closing the window loses nothing that is typed into one of its dialogs. */
static void
test_dialog (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *window = present (library);
  HeedCaseItem *item = heed_test_get_case (library, "Line down");
  gint64 id = heed_case_item_get_id (item);

  heed_window_show_case (HEED_WINDOW (window), item);
  GtkWidget *page = heed_test_find_widget (window, HEED_TYPE_CASE_PAGE, NULL);
  g_assert_true (gtk_widget_activate_action (page, "case.add-note", NULL));
  heed_test_settle ();
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_EVENT_DIALOG);
  heed_test_type (heed_test_find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL), "It rained in.");
  gtk_window_close (GTK_WINDOW (window));
  heed_test_settle ();
  g_assert_null (heed_test_find_window (HEED_TYPE_EVENT_DIALOG));
  g_assert_null (heed_test_find_window (HEED_TYPE_WINDOW));

  g_autoptr (GPtrArray) drafts = heed_store_run (heed_context_get_store (heed_library_get_context (library)),
                                                 load_drafts, &id, (GDestroyNotify) g_ptr_array_unref, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_nonnull (strstr (((const HeedDraft *) drafts->pdata[0])->text, "It rained in."));
  g_assert_finalize_object (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/window/empty", test_empty);
  g_test_add_func ("/display/window/pages", test_pages);
  g_test_add_func ("/display/window/rows", test_rows);
  g_test_add_func ("/display/window/write-anywhere", test_write_anywhere);
  g_test_add_func ("/display/window/panes", test_panes);
  g_test_add_func ("/display/window/narrow", test_narrow);
  g_test_add_func ("/display/window/right-to-left", test_right_to_left);
  g_test_add_func ("/display/window/broken", test_broken);
  g_test_add_func ("/display/window/windows", test_windows);
  g_test_add_func ("/display/window/dialog", test_dialog);
  return g_test_run ();
}
