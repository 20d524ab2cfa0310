/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking for something from the keyboard: what is found, where it leads, and the way back. */

#include <adwaita.h>

#include "heed-case-page.h"
#include "heed-company-page.h"
#include "heed-search-row.h"
#include "heed-search-view.h"
#include "heed-sidebar-row.h"
#include "heed-sidebar.h"
#include "heed-test-pages.h"
#include "heed-timeline-row.h"
#include "heed-window.h"

typedef struct
{
  HeedLibrary *library;
  GtkWidget *window;
  GtkWidget *entry;
} Fixture;

static GtkWidget *
find (Fixture *fixture, GType type, const char *text)
{
  return heed_test_find_widget (fixture->window, type, text);
}

static gboolean
is_loaded (gpointer window)
{
  GtkWidget *page = heed_test_find_widget (window, HEED_TYPE_CASE_PAGE, NULL);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new ();
  HeedCaseItem *item = heed_test_get_case (fixture->library, "Line down");
  HeedCase *the_case = heed_case_copy (heed_case_item_get_case (item));

  for (int i = 0; i < 40; i++)
    {
      HeedEvent *event = heed_event_new (HEED_EVENT_NOTE, HEED_TEST_NOW - 100 + i);

      event->text = g_strdup_printf ("Rang them, attempt number%d.\nNobody there.", i);
      g_ptr_array_add (the_case->events, event);
    }
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("account", "8850-1234", TRUE));
  heed_test_put_case (fixture->library, the_case);
  heed_case_free (the_case);

  HeedWindow *window = heed_window_new (NULL);
  fixture->window = GTK_WIDGET (window);
  gtk_window_present (GTK_WINDOW (window));
  heed_window_set_library (window, fixture->library);
  heed_test_wait_until (is_loaded, window);
  heed_test_settle ();
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.search", NULL));
  heed_test_settle ();
  /* The page of a company has one, too. */
  fixture->entry = heed_test_find_widget (find (fixture, HEED_TYPE_SIDEBAR, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (fixture->entry);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  heed_test_settle ();
  g_assert_null (window);
  g_assert_finalize_object (fixture->library);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
  heed_test_settle ();
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (fixture->entry, "activate");
  heed_test_settle ();
}

static GtkListBoxRow *
get_row (Fixture *fixture, int index)
{
  GtkWidget *row = find (fixture, HEED_TYPE_SEARCH_ROW, NULL);

  return row != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_parent (row)), index) : NULL;
}

/* The words that are marked in a label, one after the other. */
static char *
dup_marked (GtkWidget *label)
{
  g_autoptr (GString) marked = g_string_new (NULL);
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  g_autoptr (GSList) all = pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (label)));

  for (GSList *link = all; link != NULL; link = link->next)
    {
      PangoAttribute *attribute = link->data;

      if (attribute->klass->type == PANGO_ATTR_WEIGHT)
        g_string_append_printf (marked, "[%.*s]", (int) (attribute->end_index - attribute->start_index),
                                text + attribute->start_index);
    }
  g_slist_foreach (all, (GFunc) (void (*) (void)) pango_attribute_destroy, NULL);
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)))));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Type a word, a name or a number"));
  g_assert_null (get_row (fixture, 0));
  type (fixture, "zzz \" OR *");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Nothing found"));
  type (fixture, "line");
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (get_row (fixture, 0)));
  g_assert_nonnull (heed_test_find_widget (list, GTK_TYPE_LABEL, "Cases"));
  g_assert_nonnull (heed_test_find_widget (list, GTK_TYPE_LABEL, "Timeline"));
  g_assert_nonnull (heed_test_find_widget (list, GTK_TYPE_LABEL, "Conversations"));
  g_assert_null (heed_test_find_widget (list, GTK_TYPE_LABEL, "Numbers"));
  g_assert_cmpuint (heed_test_check_names (fixture->window), >, 5);
  type (fixture, "   ");
  g_assert_null (get_row (fixture, 0));

  gtk_widget_activate_action (fixture->entry, "sidebar.stop-search", NULL);
  heed_test_settle ();
  g_assert_nonnull (find (fixture, HEED_TYPE_SIDEBAR_ROW, NULL));
}

/* Only the last of what was typed quickly is shown, and Enter waits for it. */
static void
test_quick (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "l", "li", "attempt", "number17" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    gtk_editable_set_text (GTK_EDITABLE (fixture->entry), typed[i]);
  g_signal_emit_by_name (fixture->entry, "activate");
  heed_test_settle ();
  g_assert_nonnull (get_row (fixture, 0));
  g_assert_null (get_row (fixture, 1));
  g_assert_nonnull (find (fixture, HEED_TYPE_CASE_PAGE, NULL));
}

/* The entry has the focus and is in sight, the way back to what was typed is there. */
static void
test_event (Fixture *fixture, gconstpointer data)
{
  type (fixture, "Number7");
  GtkWidget *words = heed_test_find_widget (GTK_WIDGET (get_row (fixture, 0)), GTK_TYPE_LABEL, "number7");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (words)), ==, "Rang them, attempt number7. Nobody there.");
  g_autofree char *marked = dup_marked (words);
  g_assert_cmpstr (marked, ==, "[number7]");
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (get_row (fixture, 0)), GTK_TYPE_LABEL,
                                           HEED_TEST_COMPANY " · Line down · 20 November"));
  press_enter (fixture);

  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *row = focus != NULL ? heed_test_find_widget (focus, HEED_TYPE_TIMELINE_ROW, NULL) : NULL;
  g_assert_nonnull (row);
  HeedEventItem *item = heed_timeline_row_get_item (HEED_TIMELINE_ROW (row));
  g_assert_cmpstr (heed_event_item_get_event (item)->text, ==, "Rang them, attempt number7.\nNobody there.");
  g_assert_true (gtk_widget_get_child_visible (row));

  gtk_widget_activate_action (fixture->window, "win.search", NULL);
  heed_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "Number7");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)))));
}

/* A private number is found by who knows it, and shown to nobody. */
static void
test_reference (Fixture *fixture, gconstpointer data)
{
  type (fixture, "8850");
  GtkWidget *row = GTK_WIDGET (get_row (fixture, 0));
  g_assert_nonnull (row);
  g_assert_nonnull (heed_test_find_widget (row, GTK_TYPE_LABEL, "Account ••••••"));
  g_assert_null (heed_test_find_widget (row, GTK_TYPE_LABEL, "8850"));
  gtk_widget_activate (row);
  heed_test_settle ();
  AdwFlap *flap = ADW_FLAP (find (fixture, ADW_TYPE_FLAP, NULL));
  g_assert_true (adw_flap_get_reveal_flap (flap));
}

static void
test_post (Fixture *fixture, gconstpointer data)
{
  type (fixture, "u57");
  press_enter (fixture);
  GtkWidget *page = find (fixture, HEED_TYPE_COMPANY_PAGE, NULL);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));
  /* Of 90 messages, the list makes rows for those in sight only. */
  GtkWidget *label = heed_test_find_widget (page, GTK_TYPE_LABEL, "@u57@nettle.example");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/display/search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("states", test_states);
  ADD ("quick", test_quick);
  ADD ("event", test_event);
  ADD ("reference", test_reference);
  ADD ("post", test_post);
#undef ADD
  return g_test_run ();
}
