/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-account-records.h"
#include "heed-draft-records.h"
#include "heed-error.h"
#include "heed-track.h"

#define MONDAY_10 1772445600 /* 2 March 2026, 10:00 UTC */
#define DAY_S (24 * 60 * 60)
#define HOUR_S 3600

/* What a test does runs on the store's thread, as the program's own work does. */
typedef void (*TestFunc) (HeedDatabase *database, GTimeZone *zone);

static gpointer
run_test_func (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  ((TestFunc) data) (database, utc);
  return NULL;
}

static void
run_test (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (":memory:", &error);

  g_assert_no_error (error);
  heed_store_run (store, run_test_func, (gpointer) data, NULL, &error);
  g_assert_no_error (error);
}

static HeedCase *
new_case (void)
{
  HeedCase *the_case = heed_case_new ();

  the_case->facts->company = g_strdup ("Norfolk Broadband");
  the_case->facts->what_happened = g_strdup ("The line has been down since Tuesday and nobody has told us anything "
                                             "about it.\nNot even the shop.");
  the_case->facts->want = g_strdup ("An engineer");
  g_hash_table_insert (the_case->facts->handles, g_strdup ("mastodon"), g_strdup ("care@norfolk.example"));
  return the_case;
}

static gint64
open_case (HeedDatabase *database)
{
  GError *error = NULL;
  g_autoptr (HeedCase) the_case = new_case ();

  heed_track_open_case (database, the_case, MONDAY_10, &error);
  g_assert_no_error (error);
  return the_case->id;
}

static gint64
open_draft (HeedDatabase *database)
{
  GError *error = NULL;
  g_autoptr (HeedCase) the_case = new_case ();

  g_clear_pointer (&the_case->facts->want, g_free);
  heed_track_open_case (database, the_case, MONDAY_10, &error);
  g_assert_no_error (error);
  g_assert_cmpint (the_case->state, ==, HEED_CASE_DRAFT);
  return the_case->id;
}

static void
log_event (HeedDatabase *database, gint64 id, HeedEventKind kind, gint64 at, const char *channel, const char *reference)
{
  GError *error = NULL;
  g_autoptr (HeedEvent) event = heed_event_new (kind, at);

  event->channel = g_strdup (channel);
  event->reference = g_strdup (reference);
  event->outcome = kind == HEED_EVENT_RECEIVED ? HEED_OUTCOME_REPLY : HEED_OUTCOME_NONE;
  heed_track_add_event (database, id, event, &error);
  g_assert_no_error (error);
}

static HeedTracked *
load (HeedDatabase *database, gint64 id, GTimeZone *zone, gint64 now)
{
  GError *error = NULL;
  HeedTracked *tracked = heed_track_load (database, id, zone, NULL, now, &error);

  g_assert_no_error (error);
  return tracked;
}

/* Of a company whose country is not known the user's public holidays are kept (S4): Good Friday to Easter Monday. */
static void
test_country (HeedDatabase *database, GTimeZone *zone)
{
  const gint64 good_friday_10 = MONDAY_10 + 32 * DAY_S;
  gint64 id = open_case (database);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedTracked) anywhere = heed_track_load (database, id, zone, NULL, good_friday_10, &error);
  g_autoptr (HeedTracked) in_england = heed_track_load (database, id, zone, "gb", good_friday_10, &error);
  g_autoptr (HeedTracked) unknown = heed_track_load (database, id, zone, "zz", good_friday_10, &error);

  g_assert_no_error (error);
  g_assert_cmpint (anywhere->step->due, ==, good_friday_10);
  g_assert_cmpint (unknown->step->due, ==, good_friday_10);
  g_assert_cmpint (in_england->step->due, ==, good_friday_10 + 4 * DAY_S - HOUR_S);
  g_assert_nonnull (strstr (g_ptr_array_index (in_england->step->reasons, in_england->step->reasons->len - 1),
                            "but for public holidays"));
}

/* From the first word to the end, the state follows from what happens. */
static void
test_life (HeedDatabase *database, GTimeZone *zone)
{
  gint64 id = open_case (database);
  g_autoptr (GError) error = NULL;

  g_autoptr (HeedTracked) fresh = load (database, id, zone, MONDAY_10);
  g_assert_cmpint (fresh->the_case->state, ==, HEED_CASE_OPEN);
  g_assert_cmpstr (fresh->the_case->title, ==, "The line has been down since Tuesday and nobody has told…");
  g_assert_cmpint (fresh->step->kind, ==, HEED_STEP_WRITE);

  /* Where it went follows from the sheet. */
  log_event (database, id, HEED_EVENT_SENT, MONDAY_10, "public", NULL);
  g_autoptr (HeedTracked) sent = load (database, id, zone, MONDAY_10 + 60);
  g_assert_cmpint (sent->the_case->state, ==, HEED_CASE_OPEN);
  const HeedEvent *event = sent->the_case->events->pdata[0];
  g_assert_cmpstr (event->network, ==, "mastodon");
  g_assert_cmpstr (event->account, ==, "care@norfolk.example");
  g_assert_cmpint (sent->step->kind, ==, HEED_STEP_WAIT);

  /* The number they gave is one of the case's, once. */
  log_event (database, id, HEED_EVENT_RECEIVED, MONDAY_10 + HOUR_S, "public", "NB-4711");
  log_event (database, id, HEED_EVENT_NOTE, MONDAY_10 + HOUR_S, NULL, "NB-4711");
  g_autoptr (HeedTracked) answered = load (database, id, zone, MONDAY_10 + 3 * HOUR_S);
  g_assert_cmpuint (answered->the_case->facts->references->len, ==, 1);
  g_assert_cmpint (answered->step->turn, ==, HEED_TURN_YOURS);
  g_assert_cmpint (answered->theirs_s, ==, HOUR_S);
  g_assert_cmpint (answered->yours_s, ==, 2 * HOUR_S);

  g_assert_true (heed_track_close (database, id, MONDAY_10 + 4 * HOUR_S, &error));
  g_assert_true (heed_track_close (database, id, MONDAY_10 + 5 * HOUR_S, &error));
  g_autoptr (HeedTracked) closed = load (database, id, zone, MONDAY_10 + 9 * HOUR_S);
  g_assert_cmpint (closed->the_case->closed_at, ==, MONDAY_10 + 4 * HOUR_S);
  g_assert_cmpint (closed->step->kind, ==, HEED_STEP_NONE);
  g_assert_cmpint (closed->yours_s, ==, 3 * HOUR_S);

  g_assert_true (heed_track_reopen (database, id, MONDAY_10 + 10 * HOUR_S, &error));
  g_autoptr (HeedTracked) again = load (database, id, zone, MONDAY_10 + 11 * HOUR_S);
  g_assert_cmpint (again->the_case->state, ==, HEED_CASE_OPEN);
  g_assert_cmpint (again->step->turn, ==, HEED_TURN_YOURS);
  g_assert_cmpint (again->yours_s, ==, 4 * HOUR_S);
}

static void
add_attempt (HeedCase *the_case, const char *channel, gint64 when, HeedOutcome outcome)
{
  HeedAttempt attempt = { .channel = (char *) channel, .when = when, .outcome = outcome };

  g_ptr_array_add (the_case->facts->attempts, heed_attempt_copy (&attempt));
}

/* A sheet's attempts and promises become the timeline, and come out of it as they went in. */
static void
test_history (HeedDatabase *database, GTimeZone *zone)
{
  g_autoptr (HeedCase) the_case = new_case ();
  g_autoptr (GError) error = NULL;

  add_attempt (the_case, "email", MONDAY_10 - 72 * HOUR_S, HEED_OUTCOME_AUTOMATIC);
  add_attempt (the_case, "phone", MONDAY_10 - 48 * HOUR_S, HEED_OUTCOME_REPLY);
  g_ptr_array_add (the_case->facts->promises, heed_promise_new ("A call", MONDAY_10 - HOUR_S, FALSE));
  g_ptr_array_add (the_case->facts->promises, heed_promise_new ("A letter", MONDAY_10 + HOUR_S, FALSE));
  g_assert_true (heed_track_open_case (database, the_case, MONDAY_10, &error));
  g_assert_cmpint (the_case->state, ==, HEED_CASE_OPEN);

  g_autoptr (HeedTracked) tracked = load (database, the_case->id, zone, MONDAY_10);
  g_assert_cmpint (tracked->step->kind, ==, HEED_STEP_REMIND_PROMISE);
  g_autoptr (HeedFacts) facts = heed_case_dup_facts (tracked->the_case);
  g_assert_cmpuint (facts->attempts->len, ==, 2);
  const HeedAttempt *mail = facts->attempts->pdata[0];
  const HeedAttempt *call = facts->attempts->pdata[1];
  g_assert_cmpint (mail->outcome, ==, HEED_OUTCOME_AUTOMATIC);
  g_assert_cmpint (mail->when, ==, MONDAY_10 - 72 * HOUR_S);
  g_assert_cmpint (call->outcome, ==, HEED_OUTCOME_REPLY);
  g_assert_cmpuint (facts->promises->len, ==, 2);
}

static void
test_no_company (HeedDatabase *database, GTimeZone *zone)
{
  g_autoptr (HeedCase) the_case = heed_case_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (heed_track_open_case (database, the_case, MONDAY_10, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
}

/* A note leaves a draft one; something that was sent opens it. */
static void
test_draft (HeedDatabase *database, GTimeZone *zone)
{
  gint64 id = open_draft (database);

  log_event (database, id, HEED_EVENT_NOTE, MONDAY_10, NULL, NULL);
  g_autoptr (HeedTracked) noted = load (database, id, zone, MONDAY_10);
  g_assert_cmpint (noted->the_case->state, ==, HEED_CASE_DRAFT);
  g_assert_cmpint (noted->step->kind, ==, HEED_STEP_FINISH);
  log_event (database, id, HEED_EVENT_SENT, MONDAY_10, "public", NULL);
  g_autoptr (HeedTracked) sent = load (database, id, zone, MONDAY_10);
  g_assert_cmpint (sent->the_case->state, ==, HEED_CASE_OPEN);
}

/* What is to be done first stands first. */
static void
test_order (HeedDatabase *database, GTimeZone *zone)
{
  gint64 closed = open_case (database);
  gint64 draft = open_draft (database);
  gint64 unwritten = open_case (database);
  gint64 waiting = open_case (database);
  gint64 later = open_case (database);
  gint64 sooner = open_case (database);
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_track_close (database, closed, MONDAY_10, NULL));
  log_event (database, waiting, HEED_EVENT_SENT, MONDAY_10 + 150 * 60, "public", NULL);
  log_event (database, later, HEED_EVENT_SENT, MONDAY_10 + HOUR_S, "public", NULL);
  log_event (database, sooner, HEED_EVENT_SENT, MONDAY_10, "public", NULL);
  g_autoptr (GPtrArray) all = heed_track_load_all (database, zone, NULL, MONDAY_10 + 3 * HOUR_S, &error);
  g_assert_no_error (error);
  const gint64 expected[] = { sooner, later, unwritten, waiting, draft, closed };
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (((HeedTracked *) all->pdata[i])->the_case->id, ==, expected[i]);
}

static void
test_delete_and_restore (HeedDatabase *database, GTimeZone *zone)
{
  gint64 id = open_case (database);
  g_autoptr (HeedDraft) draft = heed_draft_new (id, "email", NULL, "Dear all");
  g_autoptr (GError) error = NULL;

  log_event (database, id, HEED_EVENT_SENT, MONDAY_10, "public", NULL);
  g_assert_true (heed_draft_records_save (database, draft, NULL));
  g_autoptr (HeedDeletedCase) deleted = heed_track_delete (database, id, &error);
  g_assert_no_error (error);
  g_assert_null (heed_track_load (database, id, zone, NULL, MONDAY_10, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);

  g_assert_true (heed_track_restore (database, deleted, NULL));
  g_autoptr (HeedTracked) tracked = load (database, id, zone, MONDAY_10);
  g_assert_cmpuint (tracked->the_case->events->len, ==, 1);
  g_autoptr (GPtrArray) drafts = heed_draft_records_load (database, id, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
}

static void
add_post (GPtrArray *posts, char *id, gint64 at, gboolean from_company, const char *parent)
{
  HeedPost *post = heed_post_new ();

  post->id = id;
  post->author = g_strdup (from_company ? "https://norfolk.example/users/care" : "https://example.social/users/ann");
  post->text = g_strdup (from_company ? "It is mended. ^Claire" : "Is it down?");
  post->created_at = at;
  post->from_company = from_company;
  if (parent != NULL)
    post->parents = g_strsplit (parent, " ", -1);
  else
    post->addressees = g_strsplit ("https://norfolk.example/users/care", " ", -1);
  g_ptr_array_add (posts, post);
}

/* A company that was seen to answer every day at night keeps the user waiting no longer than it takes. */
static void
test_learned_hours (HeedDatabase *database, GTimeZone *zone)
{
  HeedAccount *account = heed_account_new ();
  g_autoptr (HeedObservation) observation = heed_observation_new (account);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_autoptr (GError) error = NULL;

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://norfolk.example/users/care");
  account->handle = g_strdup ("Care@norfolk.example");
  observation->observed_at = MONDAY_10;
  observation->sees_unanswered = TRUE;
  g_assert_true (heed_account_records_save (database, observation, &error));
  for (guint hour = 0; hour < 24 * 60; hour++)
    {
      gint64 asked = MONDAY_10 - 60 * 24 * HOUR_S + (gint64) hour * HOUR_S;
      g_autofree char *question = g_strdup_printf ("q%u", hour);

      add_post (posts, g_strdup (question), asked, FALSE, NULL);
      add_post (posts, g_strdup_printf ("a%u", hour), asked + 600, TRUE, question);
    }
  g_assert_true (heed_post_records_add (database, observation->account_id, posts, &error));

  gint64 id = open_case (database);
  gint64 night = MONDAY_10 + 16 * HOUR_S;
  log_event (database, id, HEED_EVENT_SENT, night, "public", NULL);
  g_autoptr (HeedTracked) tracked = load (database, id, zone, night + HOUR_S);
  g_assert_cmpint (tracked->step->kind, ==, HEED_STEP_NUDGE);
  g_assert_cmpint (tracked->step->due, ==, night + HOUR_S);
}

/* Of a company nobody has seen answer, what it says of itself is known. */
static void
test_stated_hours (HeedDatabase *database, GTimeZone *zone)
{
  HeedAccount *account = heed_account_new ();
  g_autoptr (HeedObservation) observation = heed_observation_new (account);
  g_autoptr (GError) error = NULL;

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://norfolk.example/users/care");
  account->handle = g_strdup ("care@norfolk.example");
  account->bio = g_strdup ("Here to help, daily 18:00-23:00.");
  observation->observed_at = MONDAY_10;
  g_assert_true (heed_account_records_save (database, observation, &error));

  gint64 id = open_case (database);
  log_event (database, id, HEED_EVENT_SENT, MONDAY_10, "public", NULL);
  g_autoptr (HeedTracked) tracked = load (database, id, zone, MONDAY_10 + HOUR_S);
  g_assert_cmpint (tracked->step->kind, ==, HEED_STEP_WAIT);
  g_assert_cmpint (tracked->step->due, ==, MONDAY_10 + 9 * HOUR_S);
}

/* A case that has only an e-mail address is about a company too: its accounts say when it is there. */
static void
test_hours_by_name (HeedDatabase *database, GTimeZone *zone)
{
  HeedAccount *account = heed_account_new ();
  g_autoptr (HeedObservation) observation = heed_observation_new (account);
  g_autoptr (HeedCase) the_case = new_case ();
  g_autoptr (GError) error = NULL;

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://norfolk.example/users/care");
  account->handle = g_strdup ("care@norfolk.example");
  account->bio = g_strdup ("Here to help, daily 18:00-23:00.");
  observation->company = g_strdup ("NORFOLK broadband");
  observation->observed_at = MONDAY_10;
  g_assert_true (heed_account_records_save (database, observation, &error));

  g_hash_table_remove_all (the_case->facts->handles);
  the_case->facts->company_email = g_strdup ("help@norfolk.example");
  g_assert_true (heed_track_open_case (database, the_case, MONDAY_10, &error));
  log_event (database, the_case->id, HEED_EVENT_SENT, MONDAY_10, "email", NULL);
  g_autoptr (GPtrArray) all = heed_track_load_all (database, zone, NULL, MONDAY_10 + HOUR_S, &error);
  g_assert_no_error (error);
  const HeedTracked *tracked = all->pdata[0];
  g_assert_cmpint (tracked->step->kind, ==, HEED_STEP_WAIT);
  /* Eight open hours, of which there are five a day. */
  g_assert_cmpint (tracked->step->due, ==, MONDAY_10 + (24 + 11) * HOUR_S);
}

static guint
count_events (HeedDatabase *database, gint64 id, HeedCaseState state)
{
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, id, NULL);

  g_assert_cmpint (the_case->state, ==, state);
  g_assert_cmpint (the_case->closed_at != 0, ==, state == HEED_CASE_CLOSED);
  return the_case->events->len;
}

/* What is taken back leaves no trace; what went on after it does. */
static void
test_undo_close (HeedDatabase *database, GTimeZone *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCase) the_case = heed_case_new ();

  the_case->facts->company = g_strdup ("Norfolk Broadband");
  the_case->facts->what_happened = g_strdup ("No line");
  the_case->facts->want = g_strdup ("A line");
  the_case->state = HEED_CASE_OPEN;
  g_assert_true (heed_case_records_save (database, the_case, &error));
  gint64 id = the_case->id;

  g_assert_true (heed_track_close (database, id, MONDAY_10, &error));
  g_assert_cmpuint (count_events (database, id, HEED_CASE_CLOSED), ==, 1);
  g_assert_true (heed_track_undo_close (database, id, MONDAY_10 + 5, &error));
  g_assert_cmpuint (count_events (database, id, HEED_CASE_OPEN), ==, 0);

  g_autoptr (HeedEvent) note = heed_event_new (HEED_EVENT_NOTE, MONDAY_10 + 20);
  g_assert_true (heed_track_close (database, id, MONDAY_10 + 10, &error));
  g_assert_true (heed_case_records_add_event (database, id, note, &error));
  g_assert_true (heed_track_undo_close (database, id, MONDAY_10 + 30, &error));
  g_assert_cmpuint (count_events (database, id, HEED_CASE_OPEN), ==, 3);
  g_assert_false (heed_track_undo_close (database, id + 1, MONDAY_10, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/track/life", test_life, run_test);
  g_test_add_data_func ("/track/country", test_country, run_test);
  g_test_add_data_func ("/track/draft", test_draft, run_test);
  g_test_add_data_func ("/track/history", test_history, run_test);
  g_test_add_data_func ("/track/no-company", test_no_company, run_test);
  g_test_add_data_func ("/track/order", test_order, run_test);
  g_test_add_data_func ("/track/delete-and-restore", test_delete_and_restore, run_test);
  g_test_add_data_func ("/track/undo-close", test_undo_close, run_test);
  g_test_add_data_func ("/track/learned-hours", test_learned_hours, run_test);
  g_test_add_data_func ("/track/stated-hours", test_stated_hours, run_test);
  g_test_add_data_func ("/track/hours-by-name", test_hours_by_name, run_test);
  return g_test_run ();
}
