/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a message is written: how it follows its case, in the facts, the lines and the files. */

#include <adwaita.h>

#include "heed-attach-row.h"
#include "heed-rendition-item.h"
#include "heed-test-composer.h"

static void
put (Fixture *fixture, HeedCase *the_case)
{
  heed_test_put_case (fixture->library, the_case);
  heed_test_settle ();
}

static HeedCase *
dup_case (Fixture *fixture)
{
  return heed_case_copy (heed_case_item_get_case (fixture->item));
}

/* S75, S117: what is changed elsewhere is in the lines and in the text at once. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = dup_case (fixture);

  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  the_case->facts->call = (HeedCallWish){ .is_wanted = TRUE, .from = 9 * 60, .to = 11 * 60 + 30 };
  the_case->facts->consequence = g_strdup ("My shop stays closed.");
  the_case->facts->customer_since = 1546300800; /* 1 January 2019 */
  the_case->facts->thanks_to = g_strdup ("Claire");
  put (fixture, the_case);
  g_autofree char *text = dup_text (fixture);
  g_assert_true (gtk_switch_get_active (fixture->page->call_switch));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->call_from_row)));
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->call_from_row), ==, "9:00");
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->call_to_row), ==, "11:30");
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->consequence_row), ==, "My shop stays closed.");
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->customer_row), ==, "2019");
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->thanks_row), ==, "Claire");
  g_assert_nonnull (strstr (text, "My shop stays closed."));
  g_assert_nonnull (strstr (text, "11:30"));
  g_assert_nonnull (strstr (text, "Claire"));

  /* It is in no hurry to be stored again, and is there when something else is. */
  gtk_editable_set_text (fixture->page->thanks_row, "Dev");
  heed_composer_flush (fixture->page);
  heed_test_settle ();
  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, the_case->id);
  g_assert_cmpstr (stored->facts->thanks_to, ==, "Dev");
  g_assert_cmpstr (stored->facts->consequence, ==, "My shop stays closed.");
  g_assert_cmpuint (stored->facts->call.to, ==, 11 * 60 + 30);

  /* The end of a wish is followed, too. */
  g_autoptr (HeedCase) without = dup_case (fixture);
  without->facts->call.is_wanted = FALSE;
  put (fixture, without);
  g_assert_false (gtk_switch_get_active (fixture->page->call_switch));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->page->call_from_row)));
}

/* What the person has just set here stays, and is stored beside what was changed elsewhere. */
static void
test_keeps_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = dup_case (fixture);

  gtk_editable_set_text (fixture->page->consequence_row, "I work from");
  gtk_editable_set_position (fixture->page->consequence_row, -1);
  the_case->facts->consequence = g_strdup ("Something else");
  the_case->facts->thanks_to = g_strdup ("Claire");
  put (fixture, the_case);
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->consequence_row), ==, "I work from");
  g_assert_cmpint (gtk_editable_get_position (fixture->page->consequence_row), ==, 11);
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->thanks_row), ==, "Claire");
  heed_composer_flush (fixture->page);
  heed_test_settle ();
  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, the_case->id);
  g_assert_cmpstr (stored->facts->consequence, ==, "I work from");
  g_assert_cmpstr (stored->facts->thanks_to, ==, "Claire");
}

static void
add_file (Fixture *fixture, const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-test-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);

  g_assert_true (g_file_replace_contents (file, name, strlen (name), NULL, FALSE, 0, NULL, NULL, NULL));
  heed_test_add_document (fixture->library, fixture->item, file);
  heed_test_settle ();
}

static GtkWidget *
find_check (GtkWidget *root, guint *skip)
{
  if (GTK_IS_CHECK_BUTTON (root) && gtk_widget_get_mapped (root) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkCheckButton *
get_check (GtkWidget *page, guint index)
{
  return (GtkCheckButton *) find_check (page, &index);
}

static gboolean
is_second_left_out (gpointer data)
{
  const GPtrArray *documents = heed_case_item_get_case (((Fixture *) data)->item)->documents;

  return ((const HeedDocument *) documents->pdata[1])->is_left_out;
}

/* S81, S95: the files of a case are what goes along with a letter and an e-mail, by their names; one can be left out of
 * them, and stays so. */
static void
test_enclosures (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  add_file (fixture, "bill.pdf");
  add_file (fixture, "diary.txt");
  g_assert_null (get_check (page, 0));
  g_object_set (page, "channel", "email", "network", "", NULL);
  heed_test_settle ();
  g_autofree char *mail = dup_text (fixture);
  g_assert_nonnull (strstr (mail, "bill.pdf"));
  g_assert_nonnull (strstr (mail, "diary.txt"));
  g_assert_true (gtk_check_button_get_active (get_check (page, 0)));
  heed_test_check_names (fixture->window);

  gtk_check_button_set_active (get_check (page, 1), FALSE);
  heed_test_wait_until (is_second_left_out, fixture);
  heed_test_settle ();
  g_autofree char *fewer = dup_text (fixture);
  g_assert_nonnull (strstr (fewer, "bill.pdf"));
  g_assert_null (strstr (fewer, "diary.txt"));
  g_object_set (page, "channel", "letter", NULL);
  heed_test_settle ();
  g_autofree char *letter = dup_text (fixture);
  g_assert_nonnull (strstr (letter, "bill.pdf"));
  g_assert_null (strstr (letter, "diary.txt"));

  HeedComposer *second = create_page (fixture, "email", "");
  GtkWidget *window = heed_test_present (GTK_WIDGET (second), 600, 600);
  g_assert_true (gtk_check_button_get_active (get_check (GTK_WIDGET (second), 0)));
  g_assert_false (gtk_check_button_get_active (get_check (GTK_WIDGET (second), 1)));
  heed_test_close_page (window, second);

  /* Words of the person's own stay, and the new ones are offered. */
  type (fixture, "My own words.");
  gtk_check_button_set_active (get_check (page, 1), TRUE);
  heed_test_settle ();
  g_autofree char *own = dup_text (fixture);
  g_assert_cmpstr (own, ==, "My own words.");
  g_assert_nonnull (heed_test_find_widget (page, GTK_TYPE_LABEL, "Your own text stays as it is"));
  gtk_widget_activate_action (page, "draft.rewrite", NULL);
  g_autofree char *anew = dup_text (fixture);
  g_assert_nonnull (strstr (anew, "diary.txt"));
}

static gboolean
is_up_to_date (gpointer data)
{
  return ((Fixture *) data)->page->job == NULL;
}

static char *
dup_note (Fixture *fixture, const char *network)
{
  heed_test_wait_until (is_up_to_date, fixture);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->page->others)); i++)
    {
      g_autoptr (HeedRenditionItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->others), i);
      char *note = NULL;

      if (g_strcmp0 (heed_rendition_item_get_network (item), network) != 0
          || !g_str_equal (heed_rendition_item_get_channel (item), "public"))
        continue;
      g_object_get (item, "note", &note, NULL);
      return note;
    }
  g_assert_not_reached ();
}

/* S80: where there is room for only the beginning of what happened, the window says that its end is left out: below the
 * text that is written, and on the cards of the others. */
static void
test_story_cut (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "the end of what happened";
  g_autoptr (GString) story = g_string_new (NULL);
  g_autoptr (HeedCase) the_case = dup_case (fixture);

  g_autofree char *whole = dup_note (fixture, "x");
  g_assert_true (whole == NULL || strstr (whole, words) == NULL);
  g_assert_null (strstr (gtk_label_get_label (fixture->page->counter_label), words));

  for (int day = 1; day <= 40; day++)
    g_string_append_printf (story, "On %d March I waited the whole day and nobody came. ", day % 28 + 1);
  g_free (the_case->facts->what_happened);
  the_case->facts->what_happened = g_strdup (story->str);
  put (fixture, the_case);
  g_assert_true (fixture->page->rendition->is_story_cut);
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->page->counter_label), words));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->page->counter_label)));
  g_autofree char *cut = dup_note (fixture, "x");
  g_assert_nonnull (cut);
  g_assert_true (g_str_has_prefix (cut, "Left out: the end of what happened"));

  /* An e-mail has room for all of it. */
  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  heed_test_settle ();
  g_assert_false (fixture->page->rendition->is_story_cut);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("follows", test_follows);
  ADD ("keeps-own", test_keeps_own);
  ADD ("enclosures", test_enclosures);
  ADD ("story-cut", test_story_cut);
  return g_test_run ();
}
