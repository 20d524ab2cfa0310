/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case.h"

static HeedEvent *
add_event (HeedCase *the_case, HeedEventKind kind, gint64 at, const char *channel)
{
  HeedEvent *event = heed_event_new (kind, at);

  event->channel = g_strdup (channel);
  g_ptr_array_add (the_case->events, event);
  return event;
}

/* S93: every earlier attempt, with what it brought. */
static void
test_attempts (void)
{
  g_autoptr (HeedCase) the_case = heed_case_new ();

  add_event (the_case, HEED_EVENT_SENT, 100, "email");
  HeedEvent *receipt = add_event (the_case, HEED_EVENT_RECEIVED, 110, "email");
  receipt->outcome = HEED_OUTCOME_AUTOMATIC;
  receipt->reference = g_strdup ("NB-4711");
  add_event (the_case, HEED_EVENT_SENT, 200, "public");
  HeedEvent *call = add_event (the_case, HEED_EVENT_CALL, 300, "phone");
  call->outcome = HEED_OUTCOME_REPLY;
  call->promise = heed_promise_new ("An engineer comes", 900, FALSE);

  g_autoptr (HeedFacts) facts = heed_case_dup_facts (the_case);
  g_assert_cmpuint (facts->attempts->len, ==, 3);
  const HeedAttempt *email = facts->attempts->pdata[0];
  g_assert_cmpint (email->outcome, ==, HEED_OUTCOME_AUTOMATIC);
  g_assert_cmpstr (email->reference, ==, "NB-4711");
  const HeedAttempt *post = facts->attempts->pdata[1];
  g_assert_cmpint (post->outcome, ==, HEED_OUTCOME_NONE);
  const HeedPromise *promise = facts->promises->pdata[0];
  g_assert_cmpint (promise->due, ==, 900);
}

static void
test_copy (void)
{
  g_autoptr (HeedCase) the_case = heed_case_new ();

  the_case->title = g_strdup ("Line down");
  g_hash_table_insert (the_case->facts->handles, g_strdup ("mastodon"), g_strdup ("care@example.social"));
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  add_event (the_case, HEED_EVENT_NOTE, 5, NULL);

  HeedCase *copy = heed_case_copy (the_case);
  g_clear_pointer (&the_case, heed_case_free);
  g_assert_cmpstr (copy->title, ==, "Line down");
  g_assert_cmpstr (g_hash_table_lookup (copy->facts->handles, "mastodon"), ==, "care@example.social");
  g_assert_cmpuint (copy->events->len, ==, 1);
  heed_case_free (copy);
}

static void
test_words (void)
{
  HeedEventKind kind;
  HeedCaseState state;
  HeedOutcome outcome;

  for (guint i = HEED_EVENT_SENT; i <= HEED_EVENT_STATE; i++)
    {
      g_assert_true (heed_event_kind_from_string (heed_event_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpint (heed_event_kind_is_theirs (i), ==, i == HEED_EVENT_RECEIVED || i == HEED_EVENT_CALL);
    }
  g_assert_true (heed_case_state_from_string ("closed", &state));
  g_assert_cmpint (state, ==, HEED_CASE_CLOSED);
  g_assert_false (heed_case_state_from_string ("shut", &state));
  g_assert_true (heed_outcome_from_string ("redirect", &outcome));
  g_assert_cmpint (outcome, ==, HEED_OUTCOME_REDIRECT);
  g_assert_false (heed_outcome_from_string (NULL, &outcome));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case/attempts", test_attempts);
  g_test_add_func ("/case/copy", test_copy);
  g_test_add_func ("/case/words", test_words);
  return g_test_run ();
}
