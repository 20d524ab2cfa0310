/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a message is written: the facts beside the text, the lines one may have, and the other channels. */

#include <adwaita.h>

#include "heed-insert-row.h"
#include "heed-rendition-item.h"
#include "heed-test-composer.h"

/* Where the list beside the text has a fact with these words in its title; G_MAXUINT where it has none. */
static guint
find_fact (Fixture *fixture, const char *words)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->page->inserts)); i++)
    {
      g_autoptr (HeedInsertItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->inserts), i);
      g_autofree char *title = NULL;

      g_object_get (item, "title", &title, NULL);
      if (strstr (title, words) != NULL)
        return i;
    }
  return G_MAXUINT;
}

static char *
dup_subtitle (Fixture *fixture, guint position)
{
  g_autoptr (HeedInsertItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->inserts), position);
  char *subtitle = NULL;

  g_object_get (item, "subtitle", &subtitle, NULL);
  return subtitle;
}

static void
insert (Fixture *fixture, guint position, const char *form)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.insert", "(is)", (int) position, form));
  heed_test_settle ();
}

static void
add_number (Fixture *fixture, const char *kind, const char *value)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));

  g_ptr_array_add (the_case->facts->references, heed_reference_new (kind, value, FALSE));
  heed_test_put_case (fixture->library, the_case);
  heed_test_settle ();
}

/* S88, S91: a number goes into a public text whole, as its end, or as the word that it comes by message. */
static void
test_insert (Fixture *fixture, gconstpointer data)
{
  add_number (fixture, "order", "NB-2031-4711");
  type (fixture, "Hello, my parcel");
  const guint position = find_fact (fixture, "NB-2031-4711");
  g_assert_cmpuint (position, !=, G_MAXUINT);
  insert (fixture, position, "tail");
  g_autofree char *tail = dup_text (fixture);
  g_assert_cmpstr (tail, ==, "Hello, my parcel …4711");
  g_autofree char *there = dup_subtitle (fixture, position);
  g_assert_cmpstr (there, ==, "In the text");

  type (fixture, "Hello, my parcel");
  g_autofree char *gone = dup_subtitle (fixture, position);
  g_assert_cmpstr (gone, !=, "In the text");
  insert (fixture, position, "by-dm");
  g_autofree char *by_message = dup_text (fixture);
  g_assert_true (g_str_has_prefix (by_message, "Hello, my parcel "));
  g_assert_null (strstr (by_message, "4711"));

  type (fixture, "Hello, my parcel");
  insert (fixture, position, "whole");
  g_autofree char *whole = dup_text (fixture);
  g_assert_cmpstr (whole, ==, "Hello, my parcel NB-2031-4711");
  gtk_text_buffer_undo (gtk_text_view_get_buffer (fixture->page->text_view));
  g_autofree char *undone = dup_text (fixture);
  g_assert_cmpstr (undone, ==, "Hello, my parcel");
}

/* S88: what is private is listed with the reason and cannot be put into a public text, in no form; a message takes it.
 */
static void
test_withheld (Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = { "whole", "tail", "by-dm" };
  const guint position = find_fact (fixture, "Account ");
  g_autofree char *before = dup_text (fixture);

  g_assert_cmpuint (position, !=, G_MAXUINT);
  g_assert_cmpuint (find_fact (fixture, PRIVATE_NUMBER), ==, G_MAXUINT);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (fixture->page->insert_list, (int) position));
  g_assert_true (HEED_IS_INSERT_ROW (row));
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (row), "Not in public"));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    insert (fixture, position, forms[i]);
  g_autofree char *after = dup_text (fixture);
  g_assert_cmpstr (after, ==, before);

  g_object_set (fixture->page, "channel", "dm", NULL);
  heed_test_settle ();
  type (fixture, "My number is");
  const guint allowed = find_fact (fixture, PRIVATE_NUMBER);
  g_assert_cmpuint (allowed, !=, G_MAXUINT);
  insert (fixture, allowed, "whole");
  g_autofree char *message = dup_text (fixture);
  g_assert_cmpstr (message, ==, "My number is " PRIVATE_NUMBER);
}

static char *
dup_cost (Fixture *fixture, guint position)
{
  g_autoptr (HeedInsertItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->inserts), position);
  char *cost = NULL;

  g_object_get (item, "cost", &cost, NULL);
  return cost;
}

/* S80: a fact that is off says what it costs; one that there was no room for is struck through, with the reason. */
static void
test_costs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));

  g_free (the_case->facts->what_happened);
  the_case->facts->what_happened = g_strnfill (200, 'm');
  the_case->facts->product = g_strdup ("Fibre 250");
  heed_test_put_case (fixture->library, the_case);
  g_object_set (fixture->page, "network", "x", NULL);
  heed_test_settle ();
  const guint position = find_fact (fixture, "Fibre 250");
  g_assert_cmpuint (position, !=, G_MAXUINT);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (fixture->page->insert_list, (int) position));
  g_autofree char *reason = dup_subtitle (fixture, position);
  g_autofree char *cost = dup_cost (fixture, position);
  g_assert_cmpstr (reason, ==, "Left out: X takes 280 characters");
  g_assert_cmpstr (cost, ==, "\u2066(+10)\u2069");
  g_assert_true (gtk_widget_has_css_class (row, "dropped"));
  g_assert_true (gtk_widget_get_sensitive (row));

  insert (fixture, position, "whole");
  g_autofree char *none = dup_cost (fixture, position);
  g_assert_null (none);
  g_assert_false (gtk_widget_has_css_class (row, "dropped"));

  /* Where nobody counts, nothing costs. */
  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  heed_test_settle ();
  g_autofree char *free = dup_cost (fixture, find_fact (fixture, "Company: "));
  g_assert_null (free);
}

/* S75, S113: lines that one may have are in Heed's text at once; the person's own text stays as it is. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  heed_test_settle ();
  g_autofree char *before = dup_text (fixture);
  gtk_editable_set_text (fixture->page->consequence_row, "My daughter cannot follow her lessons.");
  gtk_editable_set_text (fixture->page->thanks_row, "Claire");
  gtk_switch_set_active (fixture->page->call_switch, TRUE);
  gtk_editable_set_text (fixture->page->call_from_row, "9:15");
  gtk_editable_set_text (fixture->page->call_to_row, "12");
  heed_test_settle ();
  g_autofree char *after = dup_text (fixture);
  g_assert_null (strstr (before, "lessons"));
  g_assert_nonnull (strstr (after, "My daughter cannot follow her lessons."));
  g_assert_nonnull (strstr (after, "Claire"));
  g_assert_nonnull (strstr (after, "9:15"));
  g_assert_nonnull (strstr (after, "12:00"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->call_from_row)));
  heed_test_check_names (fixture->window);

  type (fixture, "My own words.");
  gtk_editable_set_text (fixture->page->thanks_row, "Dev");
  heed_test_settle ();
  g_autofree char *kept = dup_text (fixture);
  g_assert_cmpstr (kept, ==, "My own words.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.rewrite", NULL);
  heed_test_settle ();
  g_autofree char *anew = dup_text (fixture);
  g_assert_nonnull (strstr (anew, "Dev"));
}

static gboolean
has_consequence (gpointer data)
{
  return heed_case_item_get_case (((Fixture *) data)->item)->facts->consequence != NULL;
}

/* S117: a line once worded is there in the next message, too, and stored with the case. */
static void
test_lines_stay (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->page->consequence_row, "My shop stays closed.");
  gtk_editable_set_text (fixture->page->customer_row, "2019");
  gtk_switch_set_active (fixture->page->call_switch, TRUE);
  gtk_editable_set_text (fixture->page->call_from_row, "9.05");
  gtk_editable_set_text (fixture->page->call_to_row, "17:40");
  gtk_editable_set_text (GTK_EDITABLE (fixture->page->call_on_row), "2026-11-24");
  gtk_switch_set_active (fixture->page->thread_switch, TRUE);
  g_object_set (fixture->page, "tone", "firm", NULL);
  heed_composer_flush (fixture->page);
  heed_test_wait_until (has_consequence, fixture);
  heed_test_settle ();
  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, heed_case_item_get_id (fixture->item));
  g_assert_cmpstr (stored->facts->consequence, ==, "My shop stays closed.");
  g_assert_true (stored->facts->call.is_wanted);
  g_assert_cmpuint (stored->facts->call.from, ==, 9 * 60 + 5);
  g_assert_cmpuint (stored->facts->call.to, ==, 17 * 60 + 40);
  g_assert_cmpint (stored->facts->call.on, >, HEED_TEST_NOW);
  g_assert_cmpstr (stored->tone, ==, "firm");
  g_assert_true (stored->may_thread);

  HeedComposer *second = create_page (fixture, "email", "");
  GtkWidget *window = heed_test_present (GTK_WIDGET (second), 600, 600);
  g_autofree char *mail = heed_composer_dup_text (second);
  g_assert_cmpstr (gtk_editable_get_text (second->customer_row), ==, "2019");
  g_assert_nonnull (strstr (mail, "My shop stays closed."));
  g_assert_nonnull (strstr (mail, "9:05"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (second->call_on_row)), ==, "2026-11-24");
  g_assert_cmpstr (gtk_editable_get_text (second->call_to_row), ==, "17:40");
  g_assert_cmpstr (second->tone, ==, "firm");
  g_assert_true (gtk_switch_get_active (second->thread_switch));

  /* What is no time of day is marked, and says nothing. */
  gtk_editable_set_text (second->call_from_row, "25:00");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (second->call_from_row), "error"));
  gtk_editable_set_text (second->call_from_row, "9:30");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (second->call_from_row), "error"));
  heed_composer_flush (second);
  heed_test_settle ();
  heed_test_close_page (window, second);
}

static HeedRenditionItem *
dup_other (Fixture *fixture, const char *channel, const char *network)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->page->others)); i++)
    {
      g_autoptr (HeedRenditionItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->others), i);

      if (g_str_equal (heed_rendition_item_get_channel (item), channel)
          && g_strcmp0 (heed_rendition_item_get_network (item), network) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static gboolean
is_up_to_date (gpointer data)
{
  return ((Fixture *) data)->page->job == NULL;
}

static char *
dup_other_word (Fixture *fixture, const char *channel, const char *network, const char *property)
{
  g_autoptr (HeedRenditionItem) item = dup_other (fixture, channel, network);
  char *word = NULL;

  g_assert_nonnull (item);
  heed_test_wait_until (is_up_to_date, fixture);
  g_object_get (item, property, &word, NULL);
  return word;
}

static GtkWidget *
find_button (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child);

      if (button != NULL)
        return button;
    }
  return NULL;
}

/* S84: the message on all other channels stands beside the one that is written, each as long as it is there. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedRenditionItem) current = dup_other (fixture, "public", "mastodon");
  g_assert_null (current);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->others)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (fixture->page->channels)) - 1);
  g_autofree char *count = dup_other_word (fixture, "public", "x", "count");
  g_assert_true (g_str_has_suffix (count, "/280"));

  /* A fact that is typed is in each of them at once; what there is no room for is named. */
  gtk_editable_set_text (fixture->page->consequence_row, "My shop stays closed.");
  g_autofree char *post = dup_other_word (fixture, "public", "bluesky", "excerpt");
  g_assert_nonnull (strstr (post, "My shop stays closed."));
  g_autofree char *none = dup_other_word (fixture, "public", "x", "note");
  g_assert_null (none);
  g_autofree char *reason = g_strnfill (200, 'm');
  gtk_editable_set_text (fixture->page->consequence_row, reason);
  g_autofree char *note = dup_other_word (fixture, "public", "x", "note");
  g_assert_cmpstr (note, ==, "Left out: What it means for you");

  /* The whole of a card is a button; the person's own words are on it, too. */
  type (fixture, "My own words.");
  g_autoptr (HeedRenditionItem) mail = dup_other (fixture, "email", NULL);
  guint position = 0;
  g_list_store_find (fixture->page->others, mail, &position);
  GtkWidget *card = GTK_WIDGET (gtk_flow_box_get_child_at_index (fixture->page->other_cards, (int) position));
  g_assert_cmpuint (heed_test_check_names (card), ==, 1);
  g_signal_emit_by_name (find_button (card), "clicked");
  heed_test_settle ();
  g_assert_cmpstr (fixture->page->channel, ==, "email");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->page->text_view));
  g_autofree char *own = dup_other_word (fixture, "public", "mastodon", "excerpt");
  g_autofree char *own_note = dup_other_word (fixture, "public", "mastodon", "note");
  g_assert_cmpstr (own, ==, "My own words.");
  g_assert_true (g_str_has_prefix (own_note, "Your own text"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("insert", test_insert);
  ADD ("withheld", test_withheld);
  ADD ("costs", test_costs);
  ADD ("lines", test_lines);
  ADD ("lines-stay", test_lines_stay);
  ADD ("others", test_others);
  return g_test_run ();
}
