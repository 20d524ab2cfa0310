/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page and every dialog fits a phone's 360 by 640 pixels, with texts of the usual size and of twice that, in both
 * directions of writing. */

#include <adwaita.h>

#include "heed-case-page.h"
#include "heed-check-dialog.h"
#include "heed-company-page.h"
#include "heed-composer.h"
#include "heed-event-dialog.h"
#include "heed-keys.h"
#include "heed-new-case-dialog.h"
#include "heed-picture-canvas.h"
#include "heed-picture-dialog.h"
#include "heed-preferences.h"
#include "heed-sidebar.h"
#include "heed-snippet-dialog.h"
#include "heed-test-pages.h"

#define PHONE 360
#define PHONE_HEIGHT 640
#define HOUR_S (60 * 60)
#define DAY_S (24 * HOUR_S)
#define DPI (96 * PANGO_SCALE)

/* The innermost widget below @root that is too wide, with its parents, for whoever has to mend it. */
static void
explain (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child))
      {
        int least = heed_test_get_least_width (child);

        if (least < PHONE * 3 / 4)
          continue;
        g_test_message ("%s %s: %d", G_OBJECT_TYPE_NAME (child), gtk_buildable_get_buildable_id (GTK_BUILDABLE (child)),
                        least);
        explain (child);
      }
}

static void
assert_fits (GtkWidget *widget)
{
  if (heed_test_get_least_width (widget) <= PHONE)
    return;
  explain (widget);
  g_error ("a %s is %d pixels wide at least", G_OBJECT_TYPE_NAME (widget), heed_test_get_least_width (widget));
}

static void
check_company (gboolean is_sample)
{
  HeedLibrary *library = is_sample ? heed_test_library_new_sample () : heed_test_library_new ();
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), PHONE, PHONE_HEIGHT);
  g_autoptr (HeedCompanyItem) company = g_list_model_get_item (heed_library_get_companies (library), 0);

  g_object_set (page, "library", library, "item", company, "folded", TRUE, NULL);
  heed_test_settle ();
  assert_fits (GTK_WIDGET (page));
  gtk_widget_activate_action (GTK_WIDGET (page), "company.show-exchanges", "(ss)", "course", "in-channel");
  heed_test_settle ();
  assert_fits (GTK_WIDGET (page));
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

/* A promise was broken: the longest words that stand at the end of a row. */
static void
check_sidebar (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedSidebar *sidebar = g_object_new (HEED_TYPE_SIDEBAR, NULL);
  HeedEvent *event = heed_event_new (HEED_EVENT_RECEIVED, HEED_TEST_NOW - DAY_S);
  GtkWidget *window = heed_test_present (GTK_WIDGET (sidebar), PHONE, PHONE_HEIGHT);

  event->channel = g_strdup ("public");
  event->network = g_strdup ("mastodon");
  event->promise = heed_promise_new ("Somebody rings you", HEED_TEST_NOW - HOUR_S, FALSE);
  heed_test_put_event (library, heed_test_get_case (library, "Line down"), event);
  heed_sidebar_set_library (sidebar, library);
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "promise broken"));
  assert_fits (GTK_WIDGET (sidebar));
  heed_test_close_page (window, sidebar);
  g_assert_finalize_object (library);
}

static void
check_cases (void)
{
  HeedLibrary *library = heed_test_library_new_sample ();
  GtkWidget *page = heed_case_page_new ();
  GtkWidget *window = heed_test_present (page, PHONE, PHONE_HEIGHT);

  g_object_set (page, "library", library, "folded", TRUE, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (heed_library_get_cases (library)); i++)
    {
      g_autoptr (HeedCaseItem) item = g_list_model_get_item (heed_library_get_cases (library), i);

      g_object_set (page, "item", item, NULL);
      heed_test_settle ();
      assert_fits (page);
    }
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

static void
check_composer (void)
{
  static const char *const channels[] = { "public", "dm", "email", "letter", "form", "chat", "phone" };
  HeedLibrary *library = heed_test_library_new_sample ();
  GtkWidget *page = heed_composer_new ();
  GtkWidget *window = heed_test_present (page, PHONE, PHONE_HEIGHT);

  g_object_set (page, "library", library, "item", heed_test_get_case (library, "Line down in Saltmere"), "folded", TRUE,
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      g_object_set (page, "channel", channels[i], "network", i < 2 ? "mastodon" : "", NULL);
      heed_test_settle ();
      assert_fits (page);
    }
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

/* Without the frame, which is not there where something composes. */
static void
assert_window_fits (GtkWidget *window)
{
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (window));
  int least;

  assert_fits (content);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, PHONE, &least, NULL, NULL, NULL);
  if (least > PHONE_HEIGHT)
    g_error ("a %s is %d pixels high at least", G_OBJECT_TYPE_NAME (window), least);
}

static void
present_as_on_phone (GtkWidget *window)
{
  gtk_window_set_default_size (GTK_WINDOW (window), PHONE, PHONE_HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  heed_test_settle ();
  assert_window_fits (window);
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
}

static void
check_preferences (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *preferences = GTK_WIDGET (heed_preferences_new (library));

  present_as_on_phone (preferences);
  close_window (preferences);
  g_assert_finalize_object (library);
}

static gboolean
shows_failure (gpointer data)
{
  return heed_test_find_widget (data, GTK_TYPE_LABEL, "is no account Heed can read") != NULL;
}

/* A failure is read where it is, without a search for it. */
static void
assert_in_sight (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (scrolled) - 24);
}

static void
check_check_dialog (void)
{
  HeedLibrary *library = heed_test_library_new_empty ();
  GtkWidget *dialog = GTK_WIDGET (heed_check_dialog_new (library));

  present_as_on_phone (dialog);
  heed_check_dialog_check (HEED_CHECK_DIALOG (dialog), "no such thing");
  heed_test_wait_until (shows_failure, dialog);
  heed_test_settle ();
  assert_window_fits (dialog);
  assert_in_sight (heed_test_find_widget (dialog, GTK_TYPE_LABEL, "is no account Heed can read"));
  close_window (dialog);
  g_assert_finalize_object (library);
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
check_new_case (void)
{
  static const char *const steps[] = { "company", "what", "want", "evidence" };
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *dialog = heed_new_case_dialog_new (library);

  present_as_on_phone (dialog);
  /* An account that can be looked at, too. */
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Company")), "@care@saltmere.example");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_object_set (dialog, "step", steps[i], NULL);
      heed_test_settle ();
      assert_window_fits (dialog);
    }
  gtk_widget_activate_action (dialog, "formal.ask", NULL);
  heed_test_settle ();
  assert_window_fits (dialog);
  close_window (dialog);
  g_assert_finalize_object (library);
}

static void
check_picture (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedCaseItem *item = heed_test_get_case (library, "Line down");
  g_autofree char *folder = g_dir_make_tmp ("heed-picture-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a picture with a name that is longer than a window.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1200, 1600);

  g_assert_true (gdk_pixbuf_save (pixels, path, "png", NULL, NULL));
  heed_test_add_document (library, item, file);
  GtkWidget *dialog = GTK_WIDGET (
    heed_picture_dialog_new (NULL, library, item, heed_case_item_get_case (item)->documents->pdata[0]));
  present_as_on_phone (dialog);
  while (heed_test_find_widget (dialog, HEED_TYPE_PICTURE_CANVAS, NULL) == NULL
         || !gtk_widget_get_mapped (heed_test_find_widget (dialog, HEED_TYPE_PICTURE_CANVAS, NULL)))
    heed_test_settle ();
  assert_window_fits (dialog);
  close_window (dialog);
  g_assert_finalize_object (library);
}

static void
check_event_dialogs (void)
{
  static const HeedEventKind kinds[] = { HEED_EVENT_CALL, HEED_EVENT_RECEIVED, HEED_EVENT_NOTE };
  HeedLibrary *library = heed_test_library_new_sample ();
  HeedCaseItem *item = heed_test_get_case (library, "Line down in Saltmere");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *dialog = GTK_WIDGET (heed_event_dialog_new (library, item, kinds[i]));

      present_as_on_phone (dialog);
      adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (find_row (dialog, "They _promised something")), TRUE);
      heed_test_settle ();
      assert_window_fits (dialog);
      gtk_widget_activate_action (dialog, "event.save", NULL);
      heed_test_settle ();
      assert_window_fits (dialog);
      close_window (dialog);
    }
  g_assert_finalize_object (library);
}

/* Also with the sentence that refuses it. */
static void
check_snippet_dialog (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *dialog = GTK_WIDGET (heed_snippet_dialog_new (library, NULL));

  present_as_on_phone (dialog);
  gtk_widget_activate_action (dialog, "snippet.save", NULL);
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (dialog, GTK_TYPE_LABEL, "Give it a name"));
  assert_window_fits (dialog);
  close_window (dialog);
  g_assert_finalize_object (library);
}

static void
check_shortcuts (void)
{
  GtkWidget *parent = gtk_window_new ();

  heed_keys_show (GTK_WINDOW (parent));
  heed_test_settle ();
  present_as_on_phone (heed_test_find_window (ADW_TYPE_PREFERENCES_WINDOW));
  close_window (heed_test_find_window (ADW_TYPE_PREFERENCES_WINDOW));
  close_window (parent);
}

typedef struct
{
  int text_size;
  GtkTextDirection direction;
} Look;

static void
take_look (const Look *look)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", look->text_size * DPI, NULL);
  gtk_widget_set_default_direction (look->direction);
}

static void
check_pages (gconstpointer data)
{
  take_look (data);
  check_company (TRUE);
  check_company (FALSE);
  check_sidebar ();
  check_cases ();
  check_composer ();
}

static void
check_dialogs (gconstpointer data)
{
  take_look (data);
  check_preferences ();
  check_check_dialog ();
  check_new_case ();
  check_event_dialogs ();
  check_snippet_dialog ();
  check_shortcuts ();
  check_picture ();
}

int
main (int argc, char **argv)
{
  static const Look usual = { 1, GTK_TEXT_DIR_LTR }, large = { 2, GTK_TEXT_DIR_LTR },
                    mirrored = { 2, GTK_TEXT_DIR_RTL };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  heed_test_load_style ();
  g_test_add_data_func ("/display/narrow/pages", &usual, check_pages);
  g_test_add_data_func ("/display/narrow/pages-large-text", &large, check_pages);
  g_test_add_data_func ("/display/narrow/dialogs", &usual, check_dialogs);
  g_test_add_data_func ("/display/narrow/dialogs-large-text", &large, check_dialogs);
  g_test_add_data_func ("/display/narrow/dialogs-right-to-left", &mirrored, check_dialogs);
  return g_test_run ();
}
