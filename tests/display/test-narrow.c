/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page fits a phone's 360 pixels, with texts of the usual size and of twice that. */

#include <adwaita.h>

#include "heed-case-page.h"
#include "heed-company-page.h"
#include "heed-composer.h"
#include "heed-preferences.h"
#include "heed-sidebar.h"
#include "heed-test-pages.h"

#define PHONE 360
#define HOUR_S (60 * 60)
#define DAY_S (24 * HOUR_S)
#define DPI (96 * PANGO_SCALE)

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* The innermost widget below @root that is too wide, with its parents, for whoever has to mend it. */
static void
explain (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child))
      {
        int least = get_least_width (child);

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
  if (get_least_width (widget) <= PHONE)
    return;
  explain (widget);
  g_error ("a %s is %d pixels wide at least", G_OBJECT_TYPE_NAME (widget), get_least_width (widget));
}

static void
check_company (gboolean is_sample)
{
  HeedLibrary *library = is_sample ? heed_test_library_new_sample () : heed_test_library_new ();
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), PHONE, 640);
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
  GtkWidget *window = heed_test_present (GTK_WIDGET (sidebar), PHONE, 640);

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
  GtkWidget *window = heed_test_present (page, PHONE, 640);

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
  GtkWidget *window = heed_test_present (page, PHONE, 640);

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

static void
check_preferences (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GtkWidget *preferences = GTK_WIDGET (heed_preferences_new (library));

  gtk_window_present (GTK_WINDOW (preferences));
  heed_test_settle ();
  /* Without the frame, which is not there where something composes. */
  assert_fits (gtk_window_get_child (GTK_WINDOW (preferences)));
  gtk_window_destroy (GTK_WINDOW (preferences));
  heed_test_settle ();
  g_assert_finalize_object (library);
}

static void
check_all (gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", GPOINTER_TO_INT (data) * DPI, NULL);
  check_company (TRUE);
  check_company (FALSE);
  check_sidebar ();
  check_cases ();
  check_composer ();
  check_preferences ();
}

/* As the application does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/heed/Heed/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_test_add_data_func ("/display/narrow/usual-text", GINT_TO_POINTER (1), check_all);
  g_test_add_data_func ("/display/narrow/large-text", GINT_TO_POINTER (2), check_all);
  return g_test_run ();
}
