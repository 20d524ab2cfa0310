/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a message is written. */

#include <adwaita.h>

#include "heed-composer-private.h"
#include "heed-count.h"
#include "heed-draft-records.h"
#include "heed-insert-row.h"
#include "heed-rendition-item.h"
#include "heed-test-pages.h"
#include "heed-warning-item.h"

/* What one frame of 120 leaves: a key press is answered within it. */
#define UPDATE_LIMIT_US 8000

#define PRIVATE_NUMBER "0042-991-77"

typedef struct
{
  HeedLibrary *library;
  HeedCaseItem *item;
  HeedComposer *page;
  GtkWidget *window;
} Fixture;

static HeedComposer *
create_page (Fixture *fixture, const char *channel, const char *network)
{
  HeedComposer *page = HEED_COMPOSER (heed_composer_new ());

  g_object_set (page, "library", fixture->library, "item", fixture->item, "channel", channel, "network", network, NULL);
  return page;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const handles[][2] = { { "bluesky", "nettle.example" },
                                            { "x", "NettleCare" },
                                            { "threads", "nettle.care" } };

  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, "Line down");

  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));
  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    g_hash_table_insert (the_case->facts->handles, g_strdup (handles[i][0]), g_strdup (handles[i][1]));
  the_case->facts->company_email = g_strdup ("care@nettle.example");
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("account", PRIVATE_NUMBER, TRUE));
  heed_test_put_case (fixture->library, the_case);

  fixture->page = create_page (fixture, "public", "mastodon");
  fixture->window = heed_test_present (GTK_WIDGET (fixture->page), 780, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_test_close_page (fixture->window, fixture->page);
  g_assert_finalize_object (fixture->library);
}

static char *
dup_text (Fixture *fixture)
{
  return heed_composer_dup_text (fixture->page);
}

static void
type (Fixture *fixture, const char *text)
{
  heed_composer_replace_text (fixture->page, 0, G_MAXINT, text);
  heed_test_settle ();
}

static guint
get_n_warnings (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->page->warnings));
}

/* S80, S81, S88, S91: within the limit of each network, with the request and the number, and nothing private. */
static void
test_networks (Fixture *fixture, gconstpointer data)
{
  static const char *const networks[] = { "mastodon", "bluesky", "x", "threads" };

  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      HeedCount count = { 0 };

      g_object_set (fixture->page, "channel", "public", "network", networks[i], NULL);
      heed_test_settle ();
      g_autofree char *text = dup_text (fixture);
      g_assert_true (heed_count (networks[i], text, &count, NULL));
      g_assert_true (count.is_valid);
      g_assert_nonnull (strstr (text, "NB-4711"));
      g_assert_null (strstr (text, PRIVATE_NUMBER));
      g_assert_cmpint (fixture->page->rendition->length, ==, count.length);
    }
  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  heed_test_settle ();
  g_autofree char *mail = dup_text (fixture);
  g_assert_nonnull (strstr (mail, PRIVATE_NUMBER));
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->subject_entry), !=, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->page->counter_label)));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (fixture->page->open_label), "_Open in the e-mail"));
}

/* The counter says what the network counts, quietly at first. */
static void
test_counter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = GTK_WIDGET (fixture->page->counter_label);
  g_autofree char *nearly = g_strnfill (460, 'a');
  g_autofree char *long_one = g_strnfill (501, 'a');

  /* A link counts 23 there, however long it is. */
  type (fixture, "@care@nettle.example https://example.org/a/very/long/address/that/goes/on");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "29/500");
  g_assert_true (gtk_widget_has_css_class (label, "dim-label"));
  type (fixture, nearly);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "40 characters left");
  g_assert_false (gtk_widget_has_css_class (label, "dim-label"));
  type (fixture, long_one);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "1 character too many: shorten the text");
  g_assert_true (gtk_widget_has_css_class (label, "error"));
}

/* S80: near the limit the counter says in words what was left out, or what would be next; before it is quiet. */
static void
test_loss (Fixture *fixture, gconstpointer data)
{
  guint n_next = 0, n_left_out = 0, n_quiet = 0;

  g_object_set (fixture->page, "network", "x", NULL);
  for (guint length = 10; length < 200; length += 6)
    {
      g_autofree char *consequence = g_strnfill (length, 'm');

      gtk_editable_set_text (fixture->page->consequence_row, consequence);
      gtk_editable_set_text (fixture->page->thanks_row, length % 4 == 0 ? "Al" : "");
      heed_composer_update (fixture->page);
      const char *words = gtk_label_get_label (fixture->page->counter_label);
      const gboolean is_loud = gtk_widget_has_css_class (GTK_WIDGET (fixture->page->counter_label), "warning");
      const gboolean has_all = fixture->page->rendition->dropped->len == 0;
      g_assert_cmpint (is_loud, ==, fixture->page->rendition->length >= 0.9 * 280);
      g_assert_cmpint (strstr (words, "\nLeft out next: ") != NULL, ==, is_loud && has_all);
      g_assert_cmpint (strstr (words, "\nLeft out: ") != NULL, ==, is_loud && !has_all);
      n_next += is_loud && has_all;
      n_left_out += is_loud && !has_all;
      n_quiet += !is_loud;
    }
  g_assert_cmpuint (n_next, >, 0);
  g_assert_cmpuint (n_left_out, >, 0);
  g_assert_cmpuint (n_quiet, >, 0);
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

static gpointer
load_drafts (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_draft_records_load (database, *(gint64 *) data, error);
}

static guint
count_drafts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 id = heed_case_item_get_id (fixture->item);
  g_autoptr (GPtrArray) drafts = heed_store_run (heed_context_get_store (heed_library_get_context (fixture->library)),
                                                 load_drafts, &id, NULL, &error);

  g_assert_no_error (error);
  return drafts->len;
}

/* S117: what was typed is there again, each channel with its own. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  type (fixture, "My own words.");
  g_object_set (fixture->page, "network", "bluesky", NULL);
  heed_test_settle ();
  g_autofree char *other = dup_text (fixture);
  g_assert_cmpstr (other, !=, "My own words.");
  g_assert_cmpuint (count_drafts (fixture), ==, 1);

  HeedComposer *second = create_page (fixture, "public", "mastodon");
  GtkWidget *window = heed_test_present (GTK_WIDGET (second), 600, 600);
  g_autofree char *restored = heed_composer_dup_text (second);
  g_assert_cmpstr (restored, ==, "My own words.");

  /* Heed's text in its place leaves no draft, and Undo has the words still. */
  gtk_widget_activate_action (GTK_WIDGET (second), "draft.rewrite", NULL);
  heed_composer_flush (second);
  heed_test_settle ();
  g_autofree char *anew = heed_composer_dup_text (second);
  g_assert_cmpstr (anew, ==, second->rendition->text);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (second), "draft.undo", NULL);
  g_autofree char *undone = heed_composer_dup_text (second);
  g_assert_cmpstr (undone, ==, "My own words.");
  heed_test_close_page (window, second);
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

static void
test_tone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *friendly = dup_text (fixture);

  g_object_set (fixture->page, "tone", "final", NULL);
  heed_test_settle ();
  g_autofree char *final = dup_text (fixture);
  g_assert_cmpstr (final, !=, friendly);
  g_object_set (fixture->page, "tone", "rude", NULL);
  g_assert_cmpstr (fixture->page->tone, ==, "final");
}

static gboolean
is_sent (gpointer data)
{
  return heed_case_item_get_case (((Fixture *) data)->item)->events->len == 2;
}

/* Heed sends nothing: it copies, asks, and takes down what the person says. */
static void
test_sent (Fixture *fixture, gconstpointer data)
{
  type (fixture, "@care@nettle.example Case NB-4711: any news?");
  g_assert_false (gtk_revealer_get_reveal_child (fixture->page->sent_bar));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.copy", NULL);
  g_assert_true (gtk_revealer_get_reveal_child (fixture->page->sent_bar));
  g_assert_cmpuint (heed_case_item_get_case (fixture->item)->events->len, ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (fixture->page->url_entry), "https://nettle.example/@me/7");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.mark-sent", NULL);
  heed_test_wait_until (is_sent, fixture);
  heed_test_settle ();
  const HeedEvent *event = heed_case_item_get_case (fixture->item)->events->pdata[1];
  g_assert_cmpint (event->kind, ==, HEED_EVENT_SENT);
  g_assert_cmpint (event->at, ==, HEED_TEST_NOW);
  g_assert_cmpstr (event->channel, ==, "public");
  g_assert_cmpstr (event->network, ==, "mastodon");
  g_assert_cmpstr (event->account, ==, "care@nettle.example");
  g_assert_cmpstr (event->text, ==, "@care@nettle.example Case NB-4711: any news?");
  g_assert_cmpstr (event->url, ==, "https://nettle.example/@me/7");
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

/* A channel where the company is not known to be says so and offers to add it. */
static void
test_unknown_account (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));

  g_hash_table_remove (the_case->facts->handles, "threads");
  heed_test_put_case (fixture->library, the_case);
  g_object_set (fixture->page, "network", "threads", NULL);
  heed_test_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->page->stack), ==, "problem");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (fixture->page->problem_label),
                                   "The account of " HEED_TEST_COMPANY " on Threads is not known yet."));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->page->open_button)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->page->copy_button)));
}

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

static void
assert_whole (GtkWidget *widget, guint *n)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
        g_error ("“%s” is cut", gtk_label_get_text (GTK_LABEL (widget)));
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child, n);
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;
  return NULL;
}

/* On a phone, too, each choice of a channel can be told from the others. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = find_popover (GTK_WIDGET (fixture->page->channel_drop_down));
  guint n = 0;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  heed_test_settle ();
  g_assert_nonnull (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
  heed_test_settle ();
  assert_whole (popover, &n);
  g_assert_cmpuint (n, >=, 10);
  gtk_popover_popdown (GTK_POPOVER (popover));
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

static void
put_reply (Fixture *fixture, const char *channel, const char *text)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_RECEIVED, HEED_TEST_NOW - 60);

  event->channel = g_strdup (channel);
  event->network = g_strdup ("mastodon");
  event->text = g_strdup (text);
  event->url = g_strdup ("https://nettle.example/@care/88");
  event->outcome = HEED_OUTCOME_REPLY;
  heed_test_put_event (fixture->library, fixture->item, event);
  heed_test_settle ();
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
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Fill it in");
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

/* S81: several posts are offered only where one leaves something out; each is counted and copied by itself. */
static void
test_thread (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->page->thread_row));
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));
  g_autoptr (GString) story = g_string_new (NULL);
  for (int day = 1; day <= 20; day++)
    g_string_append_printf (story, "On %d March I waited the whole day and nobody came. ", day);
  g_free (the_case->facts->what_happened);
  the_case->facts->what_happened = g_strdup (story->str);
  the_case->facts->product = g_strdup ("Fibre 250");
  the_case->facts->amount = 49.90;
  the_case->facts->currency = g_strdup ("EUR");
  heed_test_put_case (fixture->library, the_case);
  g_object_set (fixture->page, "network", "bluesky", NULL);
  heed_test_settle ();
  g_assert_true (gtk_widget_get_visible (fixture->page->thread_row));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->page->field_list)));

  gtk_switch_set_active (fixture->page->thread_switch, TRUE);
  heed_test_settle ();
  GListModel *posts = G_LIST_MODEL (fixture->page->fields);
  g_assert_cmpuint (g_list_model_get_n_items (posts), ==, g_strv_length (fixture->page->rendition->parts));
  g_assert_cmpuint (g_list_model_get_n_items (posts), >, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->field_list)));
  g_assert_true (g_str_has_prefix (gtk_string_list_get_string (fixture->page->fields, 0), "Post 1 of "));
  g_assert_true (g_str_has_suffix (gtk_string_list_get_string (fixture->page->fields, 0), "/300"));
  heed_test_check_names (fixture->window);

  heed_composer_replace_text (fixture->page, 0, 0, "Please! ");
  heed_test_settle ();
  g_autofree char *first = g_strdup_printf ("Please! %s", fixture->page->rendition->parts[0]);
  g_assert_cmpstr (((HeedField *) fixture->page->field_values->pdata[0])->value, ==, first);
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

/* S117: a subject of one's own is kept with the draft; another channel has its own. */
static void
test_subject (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  heed_test_settle ();
  g_autofree char *heeds = g_strdup (gtk_editable_get_text (fixture->page->subject_entry));
  gtk_editable_set_text (fixture->page->subject_entry, "Three weeks without a line");
  heed_composer_flush (fixture->page);
  heed_test_settle ();
  g_object_set (fixture->page, "channel", "letter", NULL);
  heed_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (fixture->page->subject_entry), ==, heeds);

  HeedComposer *second = create_page (fixture, "email", "");
  GtkWidget *window = heed_test_present (GTK_WIDGET (second), 600, 600);
  g_assert_cmpstr (gtk_editable_get_text (second->subject_entry), ==, "Three weeks without a line");
  gtk_editable_set_text (second->thanks_row, "Claire");
  heed_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (second->subject_entry), ==, "Three weeks without a line");
  gtk_widget_activate_action (GTK_WIDGET (second), "draft.rewrite", NULL);
  g_assert_cmpstr (gtk_editable_get_text (second->subject_entry), ==, heeds);
  heed_composer_flush (second);
  heed_test_settle ();
  heed_test_close_page (window, second);
}

static gboolean
has_channel (Fixture *fixture, const char *channel, const char *network)
{
  return heed_channel_items_find (G_LIST_MODEL (fixture->page->channels), channel, network) != G_MAXUINT;
}

/* Every way to write: the fields of a form each by themselves, a chat's first lines counted, a reply below their post.
 */
static void
test_channels (Fixture *fixture, gconstpointer data)
{
  g_assert_false (has_channel (fixture, "reply", "mastodon"));
  put_reply (fixture, "public", "We are looking into it. ^Claire");
  g_assert_true (has_channel (fixture, "reply", "mastodon"));
  g_object_set (fixture->page, "channel", "reply", NULL);
  heed_test_settle ();
  g_autofree char *reply = dup_text (fixture);
  g_assert_true (g_str_has_prefix (reply, "@care@nettle.example "));
  g_assert_null (strstr (reply, PRIVATE_NUMBER));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->counter_label)));
  g_assert_cmpstr (gtk_label_get_label (fixture->page->open_label), ==, "Copy, and _open their post");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (fixture->page->open_button)), "Paste it there"));

  g_object_set (fixture->page, "channel", "form", "network", "", NULL);
  heed_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->field_list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->fields)), ==,
                    fixture->page->rendition->fields->len - 1);
  g_assert_false (gtk_widget_get_visible (fixture->page->subject_box));
  heed_test_check_names (fixture->window);

  g_object_set (fixture->page, "channel", "chat", NULL);
  heed_test_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->page->field_list)));
  g_assert_true (g_str_has_suffix (gtk_label_get_label (fixture->page->counter_label), "/300")
                 || !gtk_widget_has_css_class (GTK_WIDGET (fixture->page->counter_label), "dim-label"));
  g_object_set (fixture->page, "channel", "phone", NULL);
  heed_test_settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->page->text_view), "script"));
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

static gboolean
takes_wheel (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          && gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (controller)) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The wheel moves the page, unless the text below the pointer has more than is seen. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_widget_get_parent (GTK_WIDGET (fixture->page->text_view));
  g_autofree char *lines = g_strnfill (80, '\n');

  g_assert_false (takes_wheel (scroller));
  type (fixture, lines);
  heed_test_settle ();
  g_assert_true (takes_wheel (scroller));
  type (fixture, "Short again.");
  heed_test_settle ();
  g_assert_false (takes_wheel (scroller));
}

/* Beside the text where there is room, else below; never outside of the page. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 1300, 780, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      HeedComposer *page = create_page (fixture, "email", "");
      GtkWidget *window = heed_test_present (GTK_WIDGET (page), widths[i], 700);
      graphene_rect_t text, others;

      g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (page->columns), page->columns, &text));
      g_assert_true (gtk_widget_compute_bounds (page->other_box, page->columns, &others));
      g_assert_cmpint (gtk_widget_get_width (window), <=, widths[i] + 60);
      if (widths[i] > 1200)
        g_assert_cmpfloat (others.origin.x, >=, text.origin.x + text.size.width);
      else
        g_assert_cmpfloat (others.origin.y, >=, text.origin.y + text.size.height);
      g_assert_cmpfloat (others.origin.x + others.size.width, <=, gtk_widget_get_width (page->columns) + 0.5);
      heed_test_close_page (window, page);
    }
}

/* Many keys before the main loop is idle are counted once, and that is quick. */
static void
test_speed (Fixture *fixture, gconstpointer data)
{
  gint64 best = G_MAXINT64;

  heed_composer_replace_text (fixture->page, 0, 0, "a");
  const guint source = fixture->page->update_source;
  g_assert_cmpuint (source, !=, 0);
  heed_composer_replace_text (fixture->page, 0, 0, "b");
  g_assert_cmpuint (fixture->page->update_source, ==, source);
  for (int i = 0; i < 20; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      heed_composer_update (fixture->page);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_minimized_result (best / 1e6, "one update: %.2f ms", best / 1e3);
  g_assert_cmpint (best, <, UPDATE_LIMIT_US);
}

#define ADD(name, func) g_test_add ("/composer/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("networks", test_networks);
  ADD ("counter", test_counter);
  ADD ("loss", test_loss);
  ADD ("repair", test_repair);
  ADD ("draft", test_draft);
  ADD ("exchange", test_exchange);
  ADD ("tone", test_tone);
  ADD ("sent", test_sent);
  ADD ("unknown-account", test_unknown_account);
  ADD ("insert", test_insert);
  ADD ("withheld", test_withheld);
  ADD ("costs", test_costs);
  ADD ("warnings", test_warnings);
  ADD ("other-direction", test_other_direction);
  ADD ("many-warnings", test_many_warnings);
  ADD ("answer", test_answer);
  ADD ("missing", test_missing);
  ADD ("lines", test_lines);
  ADD ("language", test_language);
  ADD ("lines-stay", test_lines_stay);
  ADD ("subject", test_subject);
  ADD ("thread", test_thread);
  ADD ("channels", test_channels);
  ADD ("choices", test_choices);
  ADD ("others", test_others);
  ADD ("wheel", test_wheel);
  ADD ("columns", test_columns);
  ADD ("speed", test_speed);
  return g_test_run ();
}
