/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of the messages behind the figures: what it shows of each, its filter, and a very long one. */

#include <adwaita.h>
#include <time.h>

#include "heed-conversations-view.h"
#include "heed-exchange-list.h"
#include "heed-exchange-place.h"
#include "heed-exchange-row.h"
#include "heed-test-pages.h"

#define MANY 100000
#define HOUR_S 3600

static HeedAccountItem *
get_account (HeedLibrary *library)
{
  return heed_company_item_get_best (heed_library_find_company (library, HEED_TEST_COMPANY));
}

static guint
count (HeedExchangeList *list, HeedExchangeFilter filter)
{
  heed_exchange_list_set_filter (list, &filter);
  while (heed_exchange_list_is_filtering (list))
    g_main_context_iteration (NULL, TRUE);
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* 90 messages on Thursdays from 10 to 11, two of three answered by Claire. */
static void
test_filter (void)
{
  HeedLibrary *library = heed_test_library_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  HeedExchangeList *list = heed_exchange_list_new (get_account (library), HEED_TEST_NOW, zone);
  HeedExchangeFilter filter = HEED_EXCHANGE_FILTER_ALL;

  g_assert_cmpuint (count (list, filter), ==, 90);
  g_assert_cmpuint (heed_exchange_list_get_n_all (list), ==, 90);
  filter.answered = HEED_ANSWERED_YES;
  g_assert_cmpuint (count (list, filter), ==, 60);
  filter.answered = HEED_ANSWERED_NO;
  g_assert_cmpuint (count (list, filter), ==, 30);
  filter = HEED_EXCHANGE_FILTER_ALL;
  filter.kind = HEED_REPLY_ACTS;
  g_assert_cmpuint (count (list, filter), ==, 60);
  filter.kind = HEED_REPLY_REFUSES;
  g_assert_cmpuint (count (list, filter), ==, 0);
  filter = HEED_EXCHANGE_FILTER_ALL;
  filter.agent = "CLAIRE";
  g_assert_cmpuint (count (list, filter), ==, 60);
  filter.agent = NULL;
  filter.is_signed = TRUE;
  g_assert_cmpuint (count (list, filter), ==, 60);
  filter.is_signed = FALSE;
  filter.agent = "Dev";
  g_assert_cmpuint (count (list, filter), ==, 0);
  filter = HEED_EXCHANGE_FILTER_ALL;
  filter.day = 3;
  g_assert_cmpuint (count (list, filter), ==, 90);
  filter.hour = 10;
  g_assert_cmpuint (count (list, filter), ==, 90);
  filter.hour = 11;
  g_assert_cmpuint (count (list, filter), ==, 0);
  filter = HEED_EXCHANGE_FILTER_ALL;
  filter.text = "RESET YOUR LINE";
  g_assert_cmpuint (count (list, filter), ==, 60);
  filter.text = "u17@nettle";
  g_assert_cmpuint (count (list, filter), ==, 1);
  g_assert_finalize_object (list);
  g_assert_finalize_object (library);
}

static gboolean
find_underline (PangoAttribute *attribute, gpointer user_data)
{
  if (attribute->klass->type == PANGO_ATTR_UNDERLINE)
    *(PangoAttribute **) user_data = attribute;
  return FALSE;
}

/* The words that show what a reply does are underlined, and named for those who do not see it. */
static void
test_marks (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedConversationsView *view = g_object_new (HEED_TYPE_CONVERSATIONS_VIEW, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (view), 600, 600);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  PangoAttribute *found = NULL;

  heed_conversations_view_set (view, get_account (library), HEED_TEST_NOW, zone);
  heed_test_settle ();
  GtkWidget *reply = heed_test_find_widget (window, GTK_TYPE_LABEL, "We have reset your line");
  g_assert_nonnull (reply);
  pango_attr_list_filter (gtk_label_get_attributes (GTK_LABEL (reply)), find_underline, &found);
  g_assert_nonnull (found);
  const char *text = gtk_label_get_text (GTK_LABEL (reply));
  g_assert_cmpuint (found->start_index, <, found->end_index);
  g_assert_cmpuint (found->end_index, <=, strlen (text));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (reply), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_autofree char *described = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (reply), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Answers the question: “reset your”. Says what was done: “We have reset”. Apologises: “Sorry”.");
  g_assert_cmpstr (described, ==, NULL);
  g_assert_nonnull (heed_test_find_widget (window, GTK_TYPE_LABEL, "Says what was done"));
  heed_test_close_page (window, view);
  g_assert_finalize_object (library);
}

static GtkWidget *
find_filter_button (GtkWidget *window, const char *label)
{
  GtkWidget *button = heed_test_find_widget (window, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

static void
test_view (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedConversationsView *view = g_object_new (HEED_TYPE_CONVERSATIONS_VIEW, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (view), 360, 600);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *all = NULL;
  g_autofree char *none = NULL;

  heed_conversations_view_set (view, get_account (library), HEED_TEST_NOW, zone);
  heed_test_settle ();
  g_object_get (view, "count", &all, NULL);
  g_assert_cmpstr (all, ==, "90 messages");
  heed_conversations_view_show_only (view, "answered", "no");
  heed_test_settle ();
  g_assert_nonnull (heed_test_find_widget (window, GTK_TYPE_LABEL, "Not answered: 30 of 90 messages"));

  /* Nothing fits: it says so, and what to do. */
  heed_conversations_view_show_only (view, "kind", heed_reply_kind_to_string (HEED_REPLY_REFUSES));
  heed_test_settle ();
  g_object_get (view, "count", &none, NULL);
  g_assert_cmpstr (none, ==, "0 of 90 messages");
  g_assert_nonnull (heed_test_find_widget (window, GTK_TYPE_LABEL, "No message fits"));
  g_signal_emit_by_name (find_filter_button (window, "Show all"), "clicked");
  heed_test_settle ();
  g_clear_pointer (&all, g_free);
  g_object_get (view, "count", &all, NULL);
  g_assert_cmpstr (all, ==, "90 messages");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_filter_button (window, "Filter")), TRUE);
  heed_test_settle ();
  g_assert_cmpuint (heed_test_check_names (window), >=, 7);
  g_assert_cmpuint (heed_test_check_tab (window), >=, 8);
  heed_test_close_page (window, view);
  g_assert_finalize_object (library);
}

/* As many messages as a big company gets in some months. */
static HeedAccountItem *
create_many (void)
{
  HeedChecked *checked = g_new0 (HeedChecked, 1);
  HeedAccount *account = heed_account_new ();
  HeedScorecardOptions options = { NULL };

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://nettle.example/users/care");
  account->handle = g_strdup ("care@nettle.example");
  checked->observation = heed_observation_new (account);
  checked->observation->observed_at = HEED_TEST_NOW;
  checked->set = heed_exchange_set_new (account->id);
  checked->set->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  checked->set->from = HEED_TEST_NOW - MANY * 60;
  checked->set->until = HEED_TEST_NOW;
  for (guint i = 0; i < MANY; i++)
    {
      HeedExchange exchange = { .asked_at = HEED_TEST_NOW - (gint64) (i + 1) * 60,
                                .answered_at = HEED_NEVER,
                                .agent = HEED_NO_AGENT,
                                .message = i,
                                .reply = G_MAXUINT32,
                                .opens = TRUE };
      HeedPost *post = heed_post_new ();

      post->id = g_strdup_printf ("%u", i);
      post->author = g_strdup ("somebody");
      post->created_at = exchange.asked_at;
      post->text = g_strdup_printf ("My line has been down since this morning, and the reference is NB-%u.", i);
      g_ptr_array_add (checked->set->posts, post);
      g_array_append_val (checked->set->exchanges, exchange);
    }
  checked->scorecard = heed_scorecard_new (checked->set, &options);
  return heed_account_item_new (checked);
}

static guint
count_widgets (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);
  return n;
}

static int
get_number (GtkWidget *place)
{
  g_autoptr (HeedExchangeItem) item = NULL;

  g_object_get (place, "item", &item, NULL);
  return atoi (heed_exchange_item_get_message (item)->id);
}

/* Whatever is in sight shows its own message, without a gap from top to bottom; returns the number of the topmost. */
static int
check_sight (GtkWidget *list_view)
{
  float covered = 0;
  int first = G_MAXINT;

  for (GtkWidget *child = gtk_widget_get_first_child (list_view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *place = gtk_widget_get_first_child (child);
      graphene_rect_t bounds;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_compute_bounds (child, list_view, &bounds))
        continue;
      const float top = MAX (bounds.origin.y, 0);
      const float bottom = MIN (bounds.origin.y + bounds.size.height, (float) gtk_widget_get_height (list_view));
      if (bottom <= top)
        continue;
      g_autofree char *text = g_strdup_printf ("the reference is NB-%d.", get_number (place));
      g_assert_true (heed_exchange_place_is_shown (HEED_EXCHANGE_PLACE (place)));
      g_assert_nonnull (heed_test_find_widget (place, GTK_TYPE_LABEL, text));
      covered += bottom - top;
      first = MIN (first, get_number (place));
    }
  g_assert_cmpfloat_with_epsilon (covered, (float) gtk_widget_get_height (list_view), 20);
  return first;
}

static void
scroll_to (GtkWidget *list_view, double share)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));

  gtk_adjustment_set_value (
    adjustment, share * (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)));
  heed_test_settle ();
}

static gboolean
is_done (gpointer data)
{
  gboolean is_filtering;

  g_object_get (data, "filtering", &is_filtering, NULL);
  return !is_filtering;
}

/* A hundred thousand rows: only what is in sight becomes rows, and a search looks on from the main loop. */
static void
test_many (void)
{
  HeedAccountItem *account = create_many ();
  HeedConversationsView *view = g_object_new (HEED_TYPE_CONVERSATIONS_VIEW, NULL);
  GtkWidget *window = heed_test_present (GTK_WIDGET (view), 600, 600);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  HeedExchangeList *list = heed_exchange_list_new (account, HEED_TEST_NOW, zone);
  HeedExchangeFilter filter = HEED_EXCHANGE_FILTER_ALL;
  guint n_steps = 0;
  clock_t longest = 0;

  filter.text = "nb-4711";
  heed_exchange_list_set_filter (list, &filter);
  g_assert_true (heed_exchange_list_is_filtering (list));
  while (!is_done (list))
    {
      clock_t start = clock ();

      n_steps += g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, clock () - start);
    }
  g_test_message ("%u steps, the longest of %.1f ms of computing", n_steps, (double) longest * 1000 / CLOCKS_PER_SEC);
  g_assert_cmpuint (n_steps, >, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 11);
  /* Another question in between: the first is forgotten. */
  heed_exchange_list_set_filter (list, &filter);
  filter.text = "NB-99999";
  heed_exchange_list_set_filter (list, &filter);
  heed_test_wait_until (is_done, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);

  heed_conversations_view_set (view, account, HEED_TEST_NOW, zone);
  heed_test_settle ();
  GtkWidget *list_view = heed_test_find_widget (window, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_cmpint (check_sight (list_view), ==, 0);
  g_assert_cmpuint (count_widgets (window, HEED_TYPE_EXCHANGE_PLACE), <, 1000);
  g_assert_cmpuint (count_widgets (window, HEED_TYPE_EXCHANGE_ROW), <, 20);
  scroll_to (list_view, 0.5);
  g_assert_cmpint (check_sight (list_view), >, MANY * 4 / 10);
  g_assert_cmpint (check_sight (list_view), <, MANY * 6 / 10);
  scroll_to (list_view, 1);
  g_assert_cmpint (check_sight (list_view), >, MANY - 20);
  scroll_to (list_view, 0);
  g_assert_cmpint (check_sight (list_view), ==, 0);
  g_assert_cmpuint (count_widgets (window, HEED_TYPE_EXCHANGE_ROW), <, 60);
  heed_test_close_page (window, view);
  /* Left in the middle, it leaves nothing behind. */
  heed_exchange_list_set_filter (list, &filter);
  g_assert_true (heed_exchange_list_is_filtering (list));
  g_assert_finalize_object (list);
  g_assert_finalize_object (account);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/conversations/filter", test_filter);
  g_test_add_func ("/display/conversations/marks", test_marks);
  g_test_add_func ("/display/conversations/view", test_view);
  g_test_add_func ("/display/conversations/many", test_many);
  return g_test_run ();
}
