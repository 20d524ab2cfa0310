/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a message is written: the text, what is better mended in it, and what they asked for. */

#include <adwaita.h>

#include "heed-insert-item.h"
#include "heed-rendition-item.h"
#include "heed-test-composer.h"
#include "heed-warning-row.h"

static guint
get_n_warnings (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->page->warnings));
}

/* S79, S96: what is better mended is said, and a click mends it; Undo brings it back. */
static void
test_repair (Fixture *fixture, gconstpointer data)
{
  static const char typed[] = "@care@nettle.example Case NB-4711: please call me, my account is " PRIVATE_NUMBER ".";
  guint position = G_MAXUINT;

  type (fixture, typed);
  for (guint i = 0; i < get_n_warnings (fixture); i++)
    {
      g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->warnings), i);

      if (g_strcmp0 (heed_warning_item_get_warning (item)->kind, "private") == 0)
        position = i;
    }
  g_assert_cmpuint (position, !=, G_MAXUINT);
  g_assert_true (gtk_widget_get_visible (fixture->page->warning_box));
  g_assert_cmpuint (heed_test_check_names (fixture->window), >=, 8);

  /* While the person types, the rows stay that say what they said. */
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->page->warning_list, (int) position);
  heed_composer_replace_text (fixture->page, 0, 0, "useless ");
  heed_test_settle ();
  g_assert_cmpint (gtk_list_box_row_get_index (row), >=, 0);
  gtk_text_buffer_undo (gtk_text_view_get_buffer (fixture->page->text_view));
  heed_test_settle ();

  const guint n = get_n_warnings (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.repair", "i", (int) position));
  heed_test_settle ();
  g_autofree char *mended = dup_text (fixture);
  g_assert_null (strstr (mended, PRIVATE_NUMBER));
  g_assert_true (g_str_has_prefix (mended, "@care@nettle.example Case NB-4711: please call me"));
  g_assert_cmpuint (get_n_warnings (fixture), <, n);

  gtk_text_buffer_undo (gtk_text_view_get_buffer (fixture->page->text_view));
  heed_test_settle ();
  g_autofree char *again = dup_text (fixture);
  g_assert_cmpstr (again, ==, typed);
  g_assert_cmpuint (get_n_warnings (fixture), ==, n);
}

/* Another text takes the place of one that shares its beginning and its end, sign by sign. */
static void
test_exchange (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "",
                                       "a",
                                       "aa",
                                       "aba",
                                       "aa",
                                       "Grüße 👍🏽 an Claire",
                                       "Grüße 👍🏻 an Claire",
                                       "Gruße an Claire",
                                       "שלום Claire",
                                       "שלום",
                                       "aaaa",
                                       "aa",
                                       "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      heed_composer_set_text (fixture->page, texts[i]);
      g_autofree char *text = dup_text (fixture);
      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (fixture->page->text_view)));
    }
}

static HeedWarningItem *
dup_warning (Fixture *fixture, const char *kind)
{
  for (guint i = 0; i < get_n_warnings (fixture); i++)
    {
      g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->warnings), i);

      if (g_strcmp0 (heed_warning_item_get_warning (item)->kind, kind) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static gboolean
is_underlined (Fixture *fixture, guint offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture->page->text_view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "warning");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

/* A page of things to mend is shown a few at a time; private data among them always. */
static void
test_many_warnings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 500; i++)
    g_string_append (text, "This is hopeless!! ");
  g_string_append (text, "My account is " PRIVATE_NUMBER ".");
  type (fixture, text->str);
  g_assert_cmpuint (get_n_warnings (fixture), >=, 20);
  g_assert_cmpuint (get_n_warnings (fixture), <, 30);
  g_autoptr (HeedWarningItem) private_item = dup_warning (fixture, "private");
  g_assert_nonnull (private_item);
}

/* What only flows to the next line where there is no room for it is no table. */
static void
test_roles (Fixture *fixture, gconstpointer data)
{
  type (fixture, "@care@nettle.example Case NB-4711, [order number]: please mend it, you idiots.");
  g_assert_cmpuint (get_n_warnings (fixture), >=, 2);
  g_assert_cmpuint (heed_test_check_flows (GTK_WIDGET (fixture->page)), >=, 4);
  g_assert_cmpuint (heed_test_check_tab (fixture->window), >=, 10);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->page->other_cards)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST);
}

/* What runs from right to left does not turn the sentence it stands in, in a window that reads from left to right. */
static void
test_other_direction (Fixture *fixture, gconstpointer data)
{
  HeedInsert insert = { .kind = (char *) "since", .value = (char *) "17 בנובמבר 2026" };
  g_autoptr (HeedInsertItem) fact = heed_insert_item_new (&insert, NULL, 0);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  g_object_get (fact, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Since: \u206817 בנובמבר 2026\u2069");
  g_assert_cmpstr (heed_insert_item_get_form (fact, "whole"), ==, insert.value);

  type (fixture, "@care@nettle.example Case NB-4711, [שם]: please mend it.");
  g_autoptr (HeedWarningItem) item = dup_warning (fixture, "unfilled");
  g_assert_nonnull (item);
  g_object_get (item, "message", &message, NULL);
  g_assert_true (g_str_has_prefix (message, "\u200e“\u2068[שם]\u2069”: "));

  /* On a card the mention is no line of its own, and turns the message no more. */
  g_autoptr (HeedRenditionItem) card = heed_rendition_item_new ("public", "mastodon");
  g_autofree char *excerpt = NULL;
  heed_rendition_item_show (card, "@care@nettle.example\nהמקרר שקניתי אצלכם לא מקרר יותר.", NULL, NULL);
  g_object_get (card, "excerpt", &excerpt, NULL);
  g_assert_cmpstr (excerpt, ==, "\u200f@care@nettle.example המקרר שקניתי אצלכם לא מקרר יותר.");
}

/* S79, S96: the words are underlined, and the button says what it does and how many characters that saves. */
static void
test_warnings (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "unkind", "snark", "legal", "vague-time" };

  type (fixture,
        "@care@nettle.example Case NB-4711: you idiots broke it, slow clap. This is fraud. Please mend it soon.");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (HeedWarningItem) item = dup_warning (fixture, kinds[i]);
      g_autofree char *message = NULL;

      g_assert_nonnull (item);
      g_object_get (item, "message", &message, NULL);
      g_assert_true (g_utf8_strlen (message, -1) > 20);
      g_assert_true (is_underlined (fixture, heed_warning_item_get_warning (item)->start));
    }
  g_assert_false (is_underlined (fixture, 0));

  g_autoptr (HeedWarningItem) vague = dup_warning (fixture, "vague-time");
  g_autofree char *repair = NULL;
  g_object_get (vague, "repair", &repair, NULL);
  /* A day within a week from the day of the test. */
  g_assert_true (g_str_has_prefix (repair, "Write “by "));
}

/* Whether a line stands below exactly the characters that something is said of. */
static void
assert_marks (Fixture *fixture)
{
  g_autofree char *text = dup_text (fixture);

  for (guint offset = 0; offset < (guint) g_utf8_strlen (text, -1); offset++)
    {
      gboolean is_meant = FALSE;

      for (guint i = 0; i < get_n_warnings (fixture); i++)
        {
          g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->page->warnings), i);
          const HeedWarning *warning = heed_warning_item_get_warning (item);

          is_meant |= warning->start <= offset && offset < warning->end;
        }
      g_assert_cmpint (is_underlined (fixture, offset), ==, is_meant);
    }
}

/* S96: the lines follow what is typed before, in and behind them, and go with what is mended. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint start;
    guint end;
    const char *text;
  } edits[] = {
    { 0, 0, "Hello, " }, { 38, 38, "s" },  { 30, 30, "!!" }, { 0, 7, "" },   { 60, 60, "soon and soon " },
    { 0, 10, "" },       { 20, 40, "!!" }, { 15, 15, "" },   { 40, 70, "" }, { 0, 0, "Idiots!! hopeless!! " },
  };

  type (fixture, "@care@nettle.example NB-4711, you idiots: this is hopeless!! Please mend it soon!! It is hopeless!!");
  assert_marks (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      heed_composer_replace_text (fixture->page, edits[i].start, edits[i].end, edits[i].text);
      heed_test_settle ();
      g_assert_cmpuint (get_n_warnings (fixture), >, 0);
      assert_marks (fixture);
    }
  type (fixture, "@care@nettle.example Case NB-4711: please mend it by 3 December.");
  assert_marks (fixture);
}

/* S88, S117: a company that asks for details gets exactly these; what is missing is marked; one can say it all still.
 */
static void
test_answer (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->page->asked_list));
  put_reply (fixture, "public", "Hi! Please send us your account number and your postcode by DM. ^Claire");
  g_object_set (fixture->page, "channel", "dm", NULL);
  heed_test_settle ();
  g_autofree char *answer = dup_text (fixture);
  g_assert_true (gtk_widget_get_visible (fixture->page->asked_list));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->page->asked_row)), ==,
                   "They asked for: postcode, account number");
  g_assert_nonnull (strstr (answer, PRIVATE_NUMBER));
  g_assert_nonnull (strstr (answer, "[postcode]"));
  g_assert_null (strstr (answer, "down since"));
  g_autoptr (HeedWarningItem) unfilled = dup_warning (fixture, "unfilled");
  g_assert_nonnull (unfilled);

  /* An answer needs no request, also when the person words it. */
  type (fixture, "Account number: " PRIVATE_NUMBER);
  g_autoptr (HeedWarningItem) request = dup_warning (fixture, "no-request");
  g_assert_null (request);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.rewrite", NULL);

  g_object_set (fixture->page, "channel", "public", NULL);
  heed_test_settle ();
  g_autofree char *in_public = dup_text (fixture);
  g_assert_null (strstr (in_public, PRIVATE_NUMBER));
  g_assert_true (gtk_widget_get_visible (fixture->page->asked_way));
  heed_test_check_names (fixture->window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.answer", NULL));
  heed_test_settle ();
  g_assert_cmpstr (fixture->page->channel, ==, "dm");
  g_assert_cmpstr (fixture->page->network, ==, "mastodon");
  g_assert_false (gtk_widget_get_visible (fixture->page->asked_way));
  gtk_switch_set_active (fixture->page->asked_switch, FALSE);
  heed_test_settle ();
  g_autofree char *whole = dup_text (fixture);
  g_assert_nonnull (strstr (whole, "down since"));
  heed_test_check_names (fixture->window);
}

static GtkWidget *
find_typed (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_typed (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Opens the entry of the warning about what is missing, types and confirms. */
static void
fill_in (Fixture *fixture, const char *value)
{
  g_autoptr (HeedWarningItem) item = dup_warning (fixture, "unfilled");
  guint position = G_MAXUINT;

  g_assert_nonnull (item);
  g_list_store_find (fixture->page->warnings, item, &position);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (fixture->page->warning_list, (int) position));
  GtkWidget *button = find_typed (row, GTK_TYPE_BUTTON);
  GtkWidget *entry = find_typed (row, GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Fill it in");
  g_assert_false (gtk_widget_get_mapped (entry));
  g_signal_emit_by_name (button, "clicked");
  heed_test_settle ();
  g_assert_true (gtk_widget_get_mapped (entry));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), entry));
  heed_test_check_names (fixture->window);
  gtk_editable_set_text (GTK_EDITABLE (entry), value);
  g_signal_emit_by_name (entry, "activate");
  heed_test_settle ();
}

/* S88: what the message marks as missing is typed once: it is in the text, and on the sheet for every other one. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  put_reply (fixture, "public", "Please DM us your postcode and the model of your device. ^Claire");
  g_object_set (fixture->page, "channel", "dm", NULL);
  heed_test_settle ();
  fill_in (fixture, "AB1 2CD");
  fill_in (fixture, "Router 7");
  g_autofree char *answer = dup_text (fixture);
  g_assert_nonnull (strstr (answer, "AB1 2CD"));
  g_assert_nonnull (strstr (answer, "Router 7"));
  g_assert_null (strstr (answer, "["));
  g_assert_false (heed_composer_is_edited (fixture->page));
  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, heed_case_item_get_id (fixture->item));
  g_assert_cmpstr (stored->facts->my_postcode, ==, "AB1 2CD");
  g_assert_cmpstr (g_hash_table_lookup (stored->facts->details, "device"), ==, "Router 7");

  /* The person's own words around the mark stay. */
  type (fixture, "My own words: [order number], they stay. Please help.");
  fill_in (fixture, "77-1234");
  g_autofree char *own = dup_text (fixture);
  g_assert_cmpstr (own, ==, "My own words: 77-1234, they stay. Please help.");
  g_autoptr (HeedCase) numbered = heed_test_load_case (fixture->library, heed_case_item_get_id (fixture->item));
  const HeedReference *order = numbered->facts->references->pdata[numbered->facts->references->len - 1];
  g_assert_cmpstr (order->kind, ==, "order");
  g_assert_cmpstr (order->value, ==, "77-1234");
  g_assert_true (order->is_private);

  /* In public there is no entry for what is private. */
  g_object_set (fixture->page, "channel", "public", NULL);
  type (fixture, "@care@nettle.example I live in [postcode]. Please help.");
  g_autoptr (HeedWarningItem) item = dup_warning (fixture, "unfilled");
  g_assert_nonnull (item);
  g_assert_null (heed_warning_item_get_missing (item));
}

static gboolean
is_unfolded (gpointer data)
{
  return gtk_revealer_get_child_revealed (data);
}

/* In a low window the entry for what is missing comes into sight when it unfolds. */
static void
test_missing_in_sight (Fixture *fixture, gconstpointer data)
{
  HeedComposer *page = create_page (fixture, "dm", "mastodon");
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 780, 420);
  graphene_rect_t place;

  heed_composer_replace_text (page, 0, G_MAXINT, "My own words: [postcode], they stay. Please help.");
  heed_test_settle ();
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (page->warning_list, 0));
  heed_warning_row_ask (HEED_WARNING_ROW (row));
  heed_test_wait_until (is_unfolded, find_typed (row, GTK_TYPE_REVEALER));
  heed_test_settle ();
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (find_typed (row, GTK_TYPE_ENTRY), scroller, &place));
  g_assert_cmpfloat (place.origin.y, >=, 0);
  g_assert_cmpfloat (place.origin.y + place.size.height, <=, gtk_widget_get_height (scroller));
  heed_composer_flush (page);
  heed_test_settle ();
  heed_test_close_page (window, page);
}

static void
undo (Fixture *fixture)
{
  gtk_text_buffer_undo (gtk_text_view_get_buffer (fixture->page->text_view));
  heed_test_settle ();
}

/* What was filled in is one step of the text, in Heed's own and in the person's; the sheet keeps what it was told,
 * once.
 */
static void
test_missing_undone (Fixture *fixture, gconstpointer data)
{
  put_reply (fixture, "public", "Please DM us your order number. ^Claire");
  g_object_set (fixture->page, "channel", "dm", NULL);
  heed_test_settle ();
  g_autofree char *marked = dup_text (fixture);
  g_assert_nonnull (strstr (marked, "[order number]"));
  for (int i = 0; i < 2; i++)
    {
      fill_in (fixture, "77-1234");
      g_autofree char *filled = dup_text (fixture);
      g_assert_nonnull (strstr (filled, "77-1234"));
      g_assert_null (strstr (filled, "[order number]"));
      g_assert_false (heed_composer_is_edited (fixture->page));
      undo (fixture);
      g_autofree char *again = dup_text (fixture);
      g_assert_cmpstr (again, ==, marked);
    }
  gtk_text_buffer_redo (gtk_text_view_get_buffer (fixture->page->text_view));
  heed_test_settle ();
  g_autofree char *redone = dup_text (fixture);
  g_assert_nonnull (strstr (redone, "77-1234"));
  g_autoptr (HeedCase) stored = heed_test_load_case (fixture->library, heed_case_item_get_id (fixture->item));
  guint n = 0;
  for (guint i = 0; i < stored->facts->references->len; i++)
    n += g_str_equal (((const HeedReference *) stored->facts->references->pdata[i])->value, "77-1234");
  g_assert_cmpuint (n, ==, 1);

  type (fixture, "My own words: [postcode], they stay. Please help.");
  fill_in (fixture, "AB1 2CD");
  undo (fixture);
  g_autofree char *own = dup_text (fixture);
  g_assert_cmpstr (own, ==, "My own words: [postcode], they stay. Please help.");
}

/* S77: in another language of the company the person's own words are marked as such. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));

  the_case->facts->language = g_strdup ("en");
  heed_test_put_case (fixture->library, the_case);
  heed_test_settle ();
  g_autofree char *english = dup_text (fixture);
  const char *const *languages = (const char *const *) fixture->page->languages;
  guint german = 0;
  while (languages[german] != NULL && !g_str_equal (languages[german], "de"))
    german++;
  g_assert_nonnull (languages[german]);
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->page->language_drop_down)));

  gtk_drop_down_set_selected (fixture->page->language_drop_down, german);
  heed_test_settle ();
  g_autofree char *text = dup_text (fixture);
  g_assert_cmpstr (text, !=, english);
  g_assert_nonnull (strstr (text, "Englisch"));
  g_autoptr (HeedWarningItem) own_words = dup_warning (fixture, "language");
  g_assert_nonnull (own_words);
  gtk_drop_down_set_selected (fixture->page->language_drop_down, 0);
  heed_test_settle ();
  g_autofree char *again = dup_text (fixture);
  g_assert_cmpstr (again, ==, english);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("repair", test_repair);
  ADD ("exchange", test_exchange);
  ADD ("warnings", test_warnings);
  ADD ("roles", test_roles);
  ADD ("marks", test_marks);
  ADD ("other-direction", test_other_direction);
  ADD ("many-warnings", test_many_warnings);
  ADD ("answer", test_answer);
  ADD ("missing", test_missing);
  ADD ("missing-in-sight", test_missing_in_sight);
  ADD ("missing-undone", test_missing_undone);
  ADD ("language", test_language);
  return g_test_run ();
}
