/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a message is written: its channels, drafts, counter and size. */

#include <adwaita.h>

#include "heed-count.h"
#include "heed-draft-records.h"
#include "heed-test-composer.h"

/* What one frame of 120 leaves: a key press is answered within it. */
#define UPDATE_LIMIT_US 8000

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

/* With letters of twice the size on a phone, what is typed into and what is pressed is named whole, and on the page. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  HeedComposer *page = create_page (fixture, "public", "mastodon");
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 360, 640);
  GtkWidget *parts[] = { GTK_WIDGET (page->consequence_row), GTK_WIDGET (page->customer_row),
                         GTK_WIDGET (page->thanks_row),      GTK_WIDGET (page->call_from_row),
                         GTK_WIDGET (page->call_to_row),     GTK_WIDGET (page->copy_button),
                         GTK_WIDGET (page->open_button) };
  guint n = 0;

  gtk_switch_set_active (page->call_switch, TRUE);
  heed_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      graphene_rect_t place;

      assert_whole (parts[i], &n);
      g_assert_true (gtk_widget_compute_bounds (parts[i], GTK_WIDGET (page), &place));
      g_assert_cmpfloat (place.origin.x, >=, 0);
      g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (GTK_WIDGET (page)));
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (parts));
  /* The buttons stand below each other, and the last of them is seen. */
  graphene_rect_t copy, open;
  g_assert_true (gtk_widget_compute_bounds (parts[5], GTK_WIDGET (page), &copy));
  g_assert_true (gtk_widget_compute_bounds (parts[6], GTK_WIDGET (page), &open));
  g_assert_cmpfloat (open.origin.y, >=, copy.origin.y + copy.size.height);
  g_assert_cmpfloat (open.origin.y + open.size.height, <=, gtk_widget_get_height (GTK_WIDGET (page)));
  heed_composer_flush (page);
  heed_test_settle ();
  heed_test_close_page (window, page);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("networks", test_networks);
  ADD ("counter", test_counter);
  ADD ("loss", test_loss);
  ADD ("draft", test_draft);
  ADD ("tone", test_tone);
  ADD ("sent", test_sent);
  ADD ("unknown-account", test_unknown_account);
  ADD ("subject", test_subject);
  ADD ("thread", test_thread);
  ADD ("channels", test_channels);
  ADD ("choices", test_choices);
  ADD ("large", test_large);
  ADD ("wheel", test_wheel);
  ADD ("columns", test_columns);
  ADD ("speed", test_speed);
  return g_test_run ();
}
