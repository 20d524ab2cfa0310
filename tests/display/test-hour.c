/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the card of a case says of the hour: with its sample where it matters, and honestly where it is not known. */

#include <adwaita.h>

#include "heed-case-page-private.h"
#include "heed-hour-view.h"
#include "heed-test-pages.h"

#define MINUTE_S 60
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)

/* Monday, 19 October 2026, 0:00 UTC; four weeks until Monday before the tests' Friday. */
#define MONDAY (HEED_TEST_NOW - 32 * DAY_S - 10 * HOUR_S)

/* Two messages in each hour from 8 to 18 on weekdays: those of ten o'clock are answered in ten minutes, the others in
 * ninety. */
static HeedChecked *
check_new (void)
{
  HeedChecked *checked = g_new0 (HeedChecked, 1);
  HeedAccount *account = heed_account_new ();

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://acme.example/users/care");
  account->handle = g_strdup ("care@acme.example");
  checked->observation = heed_observation_new (account);
  checked->observation->account_id = 1;
  checked->observation->company = g_strdup ("Acme");
  checked->set = heed_exchange_set_new (account->id);
  checked->set->from = MONDAY;
  checked->set->until = MONDAY + 28 * DAY_S;
  for (guint i = 0; i < 28 * 24 * 2; i++)
    {
      guint day = i / 48, hour = i / 2 % 24;
      gint64 asked_at = MONDAY + i * HOUR_S / 2;
      HeedExchange exchange = { .asked_at = asked_at,
                                .answered_at = asked_at + (hour == 10 ? 10 : 90) * MINUTE_S,
                                .agent = HEED_NO_AGENT,
                                .opens = TRUE };

      HeedReply reply = { .at = exchange.answered_at,
                          .lag_s = exchange.answered_at - asked_at,
                          .kinds = HEED_REPLY_ANSWERS,
                          .agent = HEED_NO_AGENT,
                          .link = HEED_NO_LINK };

      if (day % 7 >= 5 || hour < 8 || hour >= 18)
        continue;
      g_array_append_val (checked->set->exchanges, exchange);
      g_array_append_val (checked->set->replies, reply);
    }
  checked->scorecard = heed_scorecard_new (checked->set, NULL);
  return checked;
}

typedef struct
{
  HeedLibrary *library;
  HeedHourView *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new_empty ();
  heed_library_take_checked (fixture->library, check_new ());
  fixture->view = g_object_new (HEED_TYPE_HOUR_VIEW, NULL);
  fixture->window = heed_test_present (GTK_WIDGET (fixture->view), 500, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_test_close_page (fixture->window, fixture->view);
  g_assert_finalize_object (fixture->library);
}

static void
show (Fixture *fixture, HeedStepKind kind, const char *channel, const char *network, const char *account)
{
  HeedNextStep step = {
    .kind = kind, .channel = (char *) channel, .network = (char *) network, .account = (char *) account
  };

  heed_hour_view_show (fixture->view, fixture->library, &step);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return heed_test_find_widget (fixture->window, GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
has_best (gpointer data)
{
  return shows (data, "is the best time to write");
}

static gboolean
has_none (gpointer data)
{
  return shows (data, "lie in your quiet hours");
}

static char *
dup_more (Fixture *fixture)
{
  char *more = NULL;

  g_object_get (fixture->view, "more", &more, NULL);
  return more;
}

static void
set_quiet (Fixture *fixture, guint from, guint to)
{
  HeedContext *context = heed_library_get_context (fixture->library);
  g_autoptr (HeedSettings) settings = heed_settings_copy (heed_context_get_settings (context));

  settings->quiet = (HeedQuietHours){ from, to };
  heed_library_set_settings (fixture->library, settings);
}

/* It is Friday, 10:00: ten o'clock has begun, but counts until eleven. */
static void
test_matters (Fixture *fixture, gconstpointer data)
{
  show (fixture, HEED_STEP_WRITE, "public", "mastodon", "@care@acme.example");
  heed_test_wait_until (has_best, fixture);
  g_assert_true (shows (fixture, "Today, 10:00–11:00, is the best time to write."));
  g_assert_true (shows (fixture, "Of 40 messages written around this hour on such days, 100"));
  g_autofree char *more = dup_more (fixture);
  g_assert_nonnull (strstr (more, "Also good: Monday, 23 November, 10:00–11:00; "));
  g_assert_nonnull (strstr (more, "Rather not: "));
  g_assert_nonnull (strstr (more, "The hour matters: tried on the newest"));
  g_assert_nonnull (strstr (more, "(400 messages"));

  /* An answer that they wait for is not put off. */
  show (fixture, HEED_STEP_ANSWER, "public", "mastodon", "@care@acme.example");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view)));
}

/* In quiet hours none is proposed, and until when they last is said. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  set_quiet (fixture, 9, 11);
  show (fixture, HEED_STEP_NUDGE, "public", "mastodon", "care@acme.example");
  heed_test_wait_until (has_best, fixture);
  g_assert_false (shows (fixture, "10:00–11:00, is"));
  g_assert_true (shows (fixture, "Your quiet hours last until 11:00. Of "));

  set_quiet (fixture, 1, 0);
  show (fixture, HEED_STEP_NUDGE, "public", "mastodon", "care@acme.example");
  heed_test_wait_until (has_none, fixture);
  g_assert_false (has_best (fixture));
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  show (fixture, HEED_STEP_WRITE, "public", "mastodon", "@other@acme.example");
  g_assert_true (shows (fixture, "is not known: Heed has not looked at this account"));
  GtkWidget *button = heed_test_find_widget (fixture->window, GTK_TYPE_BUTTON, "Chec_k this account");
  g_assert_nonnull (button);
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==,
                   "@other@acme.example");

  show (fixture, HEED_STEP_WRITE, "public", "x", "@acme");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view)));
  g_autofree char *unread = dup_more (fixture);
  g_assert_nonnull (strstr (unread, "Heed cannot read this network"));
  show (fixture, HEED_STEP_OPEN_OFFICIAL, "email", NULL, "care@acme.example");
  g_autofree char *private = dup_more (fixture);
  g_assert_nonnull (strstr (private, "answers are private"));

  /* What was seen in public says nothing of messages. */
  show (fixture, HEED_STEP_NUDGE, "dm", "mastodon", "care@acme.example");
  g_autofree char *message = dup_more (fixture);
  g_assert_nonnull (strstr (message, "answers are private"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view)));
}

static gboolean
has_reason (gpointer data)
{
  return heed_test_find_widget (data, GTK_TYPE_LABEL, "Whether the hour matters here is not known: ") != NULL;
}

/* On the card of a case; what else is known unfolds with the reasons. */
static void
test_card (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedCasePage *page = HEED_CASE_PAGE (heed_case_page_new ());
  GtkWidget *window = heed_test_present (GTK_WIDGET (page), 780, 700);

  g_object_set (page, "library", library, "item", heed_test_get_case (library, "Line down"), NULL);
  heed_test_wait_until (has_reason, page->step_card);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->step_expander)));
  g_assert_nonnull (strstr (gtk_label_get_label (page->step_more), "A habit without proof"));
  g_assert_nonnull (strstr (gtk_label_get_label (page->step_more), "90 messages"));
  heed_test_close_page (window, page);
  g_assert_finalize_object (library);
}

#define ADD(name, func) g_test_add ("/display/hour/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("matters", test_matters);
  ADD ("quiet", test_quiet);
  ADD ("unknown", test_unknown);
  g_test_add_func ("/display/hour/card", test_card);
  return g_test_run ();
}
