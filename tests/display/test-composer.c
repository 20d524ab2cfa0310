/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a message is written. */

#include <adwaita.h>

#include "heed-composer-private.h"
#include "heed-count.h"
#include "heed-draft-records.h"
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
  static const char *const networks[] = { "bluesky", "x", "threads" };

  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, "Line down");

  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));
  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    g_hash_table_insert (the_case->facts->handles, g_strdup (networks[i]),
                         g_strdup (g_str_equal (networks[i], "x") ? "nettle_care" : "nettle.example"));
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
  ADD ("repair", test_repair);
  ADD ("draft", test_draft);
  ADD ("tone", test_tone);
  ADD ("sent", test_sent);
  ADD ("unknown-account", test_unknown_account);
  ADD ("speed", test_speed);
  return g_test_run ();
}
