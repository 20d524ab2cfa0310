/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scorecard tells of whole conversations. */

#include <math.h>
#include <string.h>

#include "heed-clocks.h"
#include "heed-scorecard.h"

#define MINUTE 60
#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 10:00 UTC. */
#define MONDAY_10 1772445600

static void
add_reply (HeedExchangeSet *set, gint64 at, gint64 lag_s, guint32 kinds, guint32 agent)
{
  HeedReply reply = { .at = at, .lag_s = lag_s, .kinds = kinds, .agent = agent, .link = HEED_NO_LINK };

  g_array_append_val (set->replies, reply);
}

static void
assert_share (HeedShare share, double value, guint n)
{
  g_assert_cmpfloat_with_epsilon (share.value, value, 1e-9);
  g_assert_cmpuint (share.n, ==, n);
}

/* One conversation in a word: each letter a step, a minute after the one before; small letters are the customer's: m a
 * message, t thanks, s says that it is settled; capitals are replies by what they do: A answers, D asks for details, P
 * asks to go private, R redirects, F refuses, E redirects to a team, X is automatic and answers. A figure behind a
 * capital is the index of who signs. */
static void
add_conversation (HeedExchangeSet *set, const char *word, gint64 at, gboolean found_by_answer)
{
  static const char letters[] = "ADPRFEX";
  static const guint32 kinds[] = { HEED_REPLY_ANSWERS,   HEED_REPLY_ASKS_DETAILS, HEED_REPLY_ASKS_PRIVATE,
                                   HEED_REPLY_REDIRECTS, HEED_REPLY_REFUSES,      HEED_REPLY_REDIRECTS,
                                   HEED_REPLY_ANSWERS };
  HeedConversation conversation = { .first_step = set->steps->len, .found_by_answer = found_by_answer };

  for (; *word != '\0'; word++, at += MINUTE)
    {
      HeedStep step = { .at = at, .reply = HEED_NO_REPLY, .confirms = *word == 's', .thanks = *word == 't' };

      if (g_ascii_isupper (*word))
        {
          gboolean is_signed = g_ascii_isdigit (word[1]);

          step.reply = set->replies->len;
          add_reply (set, at, *word == 'X' ? 1 : MINUTE, kinds[strchr (letters, *word) - letters],
                     is_signed ? (guint32) (word[1] - '0') : HEED_NO_AGENT);
          g_array_index (set->replies, HeedReply, step.reply).to_team = *word == 'E';
          word += is_signed ? 1 : 0;
        }
      g_array_append_val (set->steps, step);
      conversation.n_steps++;
    }
  g_array_append_val (set->conversations, conversation);
}

static HeedScorecard *
follow (const char *const *words, gboolean found_by_answer)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");

  set->from = MONDAY_10;
  set->until = MONDAY_10 + DAY;
  g_ptr_array_add (set->agents, g_strdup ("Eve"));
  g_ptr_array_add (set->agents, g_strdup ("Dan"));
  for (guint i = 0; words[i] != NULL; i++)
    add_conversation (set, words[i], MONDAY_10, found_by_answer);
  return heed_scorecard_new (set, NULL);
}

static void
assert_clock (const HeedScorecard *scorecard, HeedClockKind kind, guint reached, double median_s)
{
  const HeedSample *wall = &scorecard->clocks[kind].wall;

  g_assert_cmpuint (wall->answered, ==, reached);
  if (reached > 0)
    g_assert_cmpfloat (wall->answered_median_s, ==, median_s);
  else
    g_assert_true (isnan (wall->answered_median_s));
}

/* S32: five clocks; a machine stops only the first, asking is no substance, sending elsewhere neither. Three replies at
 * once make the machine. */
static void
test_clocks (void)
{
  static const char *const words[] = { "mXDmA", "mXRs", "mXmP", "mF", "mDt", "m", NULL };
  g_autoptr (HeedScorecard) scorecard = follow (words, FALSE);

  assert_share (scorecard->automated, 3.0 / 9, 9);
  assert_clock (scorecard, HEED_CLOCK_AUTOMATIC, 3, MINUTE);
  assert_clock (scorecard, HEED_CLOCK_HUMAN, 5, 2 * MINUTE);
  assert_clock (scorecard, HEED_CLOCK_SUBSTANCE, 2, 2.5 * MINUTE);
  assert_clock (scorecard, HEED_CLOCK_REDIRECT, 1, 2 * MINUTE);
  assert_clock (scorecard, HEED_CLOCK_SOLUTION, 1, 3 * MINUTE);
  const HeedSample *human = &scorecard->clocks[HEED_CLOCK_HUMAN].wall;
  assert_share (human->rate, 5.0 / 6, 6);
  assert_share (human->within_1h, 5.0 / 6, 6);
  g_assert_cmpfloat (human->median_s, ==, 2 * MINUTE);
  g_assert_true (isnan (scorecard->clocks[HEED_CLOCK_SOLUTION].wall.median_s));
  g_assert_cmpstr (heed_clock_kind_to_string (HEED_CLOCK_SOLUTION), ==, "solution");
}

/* Conversations known only through their answers tell how fast, never how often. */
static void
test_clocks_found_by_answer (void)
{
  static const char *const words[] = { "mA", "mDmA", NULL };
  g_autoptr (HeedScorecard) scorecard = follow (words, TRUE);

  assert_clock (scorecard, HEED_CLOCK_SUBSTANCE, 2, 2 * MINUTE);
  g_assert_cmpuint (scorecard->clocks[HEED_CLOCK_HUMAN].wall.messages, ==, 2);
  g_assert_true (isnan (scorecard->clocks[HEED_CLOCK_HUMAN].wall.rate.value));
}

/* Lets the account of @set state that it is there from @from to @to every day. */
static void
state_hours (HeedExchangeSet *set, guint from, guint to)
{
  set->stated = (HeedStatedHours){ .has_week = TRUE, .names_days = TRUE, .opens = -1, .closes = -1 };
  for (guint cell = 0; cell < 7 * 24; cell++)
    set->stated.open[cell / 24][cell % 24] = cell % 24 >= from && cell % 24 < to;
  g_free (set->stated_words);
  set->stated_words = g_strdup ("stated");
}

/* The same clocks in open hours: nothing of a Monday at ten is in hours that begin at noon. */
static void
test_clocks_in_open_hours (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  HeedScorecardOptions options = { .timezone = "UTC" };

  set->from = MONDAY_10;
  set->until = MONDAY_10 + DAY;
  add_conversation (set, "mmmA", MONDAY_10, FALSE);
  add_conversation (set, "mD", MONDAY_10 + 2 * HOUR, FALSE);
  g_autoptr (HeedScorecard) unknown = heed_scorecard_new (set, &options);
  state_hours (set, 0, 24);
  g_autoptr (HeedScorecard) all = heed_scorecard_new (set, &options);
  state_hours (set, 12, 18);
  g_autoptr (HeedScorecard) part = heed_scorecard_new (set, &options);

  for (guint i = 0; i < HEED_N_CLOCKS; i++)
    {
      const HeedSample *wall = &all->clocks[i].wall, *open = &all->clocks[i].open_hours;

      g_assert_cmpuint (open->messages, ==, 2);
      g_assert_cmpuint (open->answered, ==, wall->answered);
      g_assert_true (isnan (open->median_s) ? isnan (wall->median_s) : open->median_s == wall->median_s);
    }
  g_assert_cmpfloat (part->clocks[HEED_CLOCK_HUMAN].wall.answered_median_s, ==, 2 * MINUTE);
  g_assert_cmpfloat (part->clocks[HEED_CLOCK_HUMAN].open_hours.answered_median_s, ==, MINUTE / 2);
  g_assert_cmpfloat (part->clocks[HEED_CLOCK_SUBSTANCE].open_hours.answered_median_s, ==, 0);
  g_assert_cmpuint (unknown->clocks[HEED_CLOCK_HUMAN].open_hours.messages, ==, 0);
}

static gboolean
has_reason (const HeedScorecard *scorecard, const char *words)
{
  for (guint i = 0; i < scorecard->reasons->len; i++)
    if (strstr (scorecard->reasons->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

/* The reasons name what is telling, from eight conversations on. */
static void
test_effort_reasons (void)
{
  static const char *const telling[] = { "mRmR", "mRmR", "mAs", "mD", "mD", "mD", "mD", "mD", NULL };
  static const char *const few[] = { "mRmR", "mRmR", "mAs", "mD", "mD", "mD", "mD", NULL };
  g_autoptr (HeedScorecard) scorecard = follow (telling, FALSE);
  g_autoptr (HeedScorecard) little = follow (few, FALSE);

  g_assert_true (has_reason (scorecard, "sent elsewhere twice or more"));
  g_assert_true (has_reason (scorecard, "said that it was settled (8 conversations)"));
  g_assert_false (has_reason (scorecard, "cut off"));
  g_assert_false (has_reason (little, "sent elsewhere twice or more"));
  g_assert_false (has_reason (little, "said that it was settled"));
}

/* S54: the customer's words end it after a reply; thanks alone only right after one that helped. */
static void
test_confirmations (void)
{
  static const char *const solved[] = { "mAt", "mDs", "mAmt", "mDmAtA", NULL };
  static const char *const open[] = { "mDt", "ms", "mt", "sA", "mADt", "mXt", "mXm", "mX", NULL };
  g_autoptr (HeedScorecard) first = follow (solved, FALSE);
  g_autoptr (HeedScorecard) second = follow (open, FALSE);

  assert_share (first->effort.solved, 1, 4);
  assert_share (first->effort.first_contact, 3.0 / 4, 4);
  assert_share (second->effort.solved, 0, 6);
  assert_clock (second, HEED_CLOCK_SOLUTION, 0, NAN);
}

/* S22, S23, S47, S52, S55: what it cost until the end; what comes after the confirmation does not count. */
static void
test_effort (void)
{
  static const char *const words[] = { "mA0sR1R1", "mD0mR0mR1", "mE", "mPmA", "m", NULL };
  g_autoptr (HeedScorecard) scorecard = follow (words, FALSE);
  const HeedEffort *effort = &scorecard->effort;

  g_assert_cmpuint (effort->conversations, ==, 4);
  g_assert_cmpfloat (effort->customer_messages.median, ==, 1.5);
  g_assert_cmpfloat_with_epsilon (effort->customer_messages.p90, 2.7, 1e-9);
  g_assert_cmpfloat (effort->company_messages.median, ==, 1.5);
  g_assert_cmpfloat (effort->extra_steps.median, ==, 1);
  assert_share (effort->solved, 0.25, 4);
  assert_share (effort->first_contact, 0.25, 4);
  assert_share (effort->in_channel, 0.25, 4);
  assert_share (effort->hand_overs, 0.5, 4);
  assert_share (effort->redirect_loops, 0.25, 4);
}

static guint16
get_traits (const HeedScorecard *scorecard, guint i)
{
  return g_array_index (scorecard->traits, guint16, i);
}

/* Each conversation bears the marks of the figures that count it, so that it can be shown behind them. */
static void
test_traits (void)
{
  static const char *const words[] = { "mA0sR1R1", "mD0mR0mR1", "mE", "mPmA", "m", NULL };
  const guint16 replied = HEED_TRAIT_HUMAN | HEED_TRAIT_REPLIED;
  g_autoptr (HeedScorecard) scorecard = follow (words, FALSE);
  guint n_settled = 0;

  g_assert_cmpuint (scorecard->traits->len, ==, 5);
  g_assert_cmphex (get_traits (scorecard, 0), ==,
                   replied | HEED_TRAIT_SUBSTANCE | HEED_TRAIT_REDIRECT | HEED_TRAIT_SOLUTION | HEED_TRAIT_SETTLED
                     | HEED_TRAIT_FIRST_CONTACT | HEED_TRAIT_IN_CHANNEL);
  g_assert_cmphex (get_traits (scorecard, 1), ==,
                   replied | HEED_TRAIT_REDIRECT | HEED_TRAIT_HANDED_OVER | HEED_TRAIT_LOOPED);
  g_assert_cmphex (get_traits (scorecard, 2), ==, replied | HEED_TRAIT_REDIRECT | HEED_TRAIT_HANDED_OVER);
  g_assert_cmphex (get_traits (scorecard, 3), ==, replied | HEED_TRAIT_SUBSTANCE);
  g_assert_cmphex (get_traits (scorecard, 4), ==, 0);

  /* Where no silence could be seen all count that got there. */
  g_autoptr (HeedScorecard) found = follow (words, TRUE);
  for (guint i = 0; i < found->traits->len; i++)
    n_settled += (get_traits (found, i) & HEED_TRAIT_SOLUTION) != 0 ? 1 : 0;
  g_assert_cmpuint (n_settled, ==, 1);
  g_assert_cmpstr (heed_trait_to_string (HEED_TRAIT_SOLUTION), ==, heed_clock_kind_to_string (HEED_CLOCK_SOLUTION));
  g_assert_cmpstr (heed_trait_to_string (HEED_TRAIT_LOOPED), ==, "looped");
}

/* Of a mixture only those whose silence could have been seen make the share of a clock, and bear its mark. */
static void
test_traits_of_found (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");

  set->from = MONDAY_10;
  set->until = MONDAY_10 + DAY;
  add_conversation (set, "mA", MONDAY_10, TRUE);
  add_conversation (set, "mA", MONDAY_10, FALSE);
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, NULL);
  assert_share (scorecard->clocks[HEED_CLOCK_HUMAN].wall.rate, 1, 1);
  g_assert_cmphex (get_traits (scorecard, 0), ==, HEED_TRAIT_REPLIED | HEED_TRAIT_IN_CHANNEL);
  g_assert_cmphex (get_traits (scorecard, 1) & HEED_TRAIT_HUMAN, ==, HEED_TRAIT_HUMAN);
}

/* S51, S53: a link again and again stands in at least five replies and five of a hundred. */
static void
test_links (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (set->links, g_strdup_printf ("acme.example/%u", i));
  for (guint i = 0; i < 120; i++)
    {
      add_reply (set, MONDAY_10, 60, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
      HeedReply *reply = &g_array_index (set->replies, HeedReply, i);
      reply->link = i < 6 ? 0 : i < 11 ? 1 : i < 20 ? 2 : i < 21 ? 3 : HEED_NO_LINK;
      reply->truncated = i < 12;
    }
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, NULL);
  const HeedEffort *effort = &scorecard->effort;

  assert_share (effort->links, 21.0 / 120, 120);
  assert_share (effort->repeated_links, 15.0 / 120, 120);
  assert_share (effort->truncated, 0.1, 120);
  g_assert_cmpuint (effort->most_repeated->len, ==, 2);
  const HeedRepeatedLink *most = effort->most_repeated->pdata[0];
  g_assert_cmpstr (most->link, ==, "acme.example/2");
  g_assert_cmpuint (most->replies, ==, 9);
}

/* S73: in which hours who signs, on the clocks of the zone, and over midnight. */
static void
test_shifts (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  HeedScorecardOptions options = { .timezone = "Europe/Berlin" };

  g_ptr_array_add (set->agents, g_strdup ("Eve"));
  g_ptr_array_add (set->agents, g_strdup ("Dan"));
  g_ptr_array_add (set->agents, g_strdup ("Few"));
  for (guint i = 0; i < 20; i++)
    {
      add_reply (set, MONDAY_10 + (i % 2) * 3 * HOUR, 60, i < 15 ? HEED_REPLY_ANSWERS : 0, 0);
      add_reply (set, MONDAY_10 + (12 + (gint64) (i % 4)) * HOUR, 60, HEED_REPLY_REDIRECTS | HEED_REPLY_APOLOGISES, 1);
    }
  add_reply (set, MONDAY_10 - 8 * HOUR, 60, HEED_REPLY_ANSWERS, 0);
  for (guint i = 0; i < 4; i++)
    add_reply (set, MONDAY_10, 60, HEED_REPLY_ANSWERS, 2);
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, &options);

  g_assert_cmpuint (scorecard->agents->len, ==, 2);
  const HeedAgent *eve = scorecard->agents->pdata[0], *dan = scorecard->agents->pdata[1];
  g_assert_cmpstr (eve->name, ==, "Eve");
  g_assert_cmpuint (eve->replies, ==, 21);
  g_assert_cmpuint (eve->hours[11], ==, 10);
  g_assert_cmpuint (eve->hours[3], ==, 1);
  g_assert_cmpuint (eve->days[0], ==, 21);
  g_assert_cmpuint (eve->from, ==, 11);
  g_assert_cmpuint (eve->to, ==, 15);
  g_assert_cmpuint (eve->understood, ==, 16);
  g_assert_cmpuint (eve->kinds[0], ==, 16);
  g_assert_cmpuint (dan->from, ==, 23);
  g_assert_cmpuint (dan->to, ==, 3);
  g_assert_cmpuint (dan->days[1], ==, 15);
  g_assert_cmpuint (dan->kinds[4], ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conversations/clocks", test_clocks);
  g_test_add_func ("/conversations/clocks-found-by-answer", test_clocks_found_by_answer);
  g_test_add_func ("/conversations/clocks-in-open-hours", test_clocks_in_open_hours);
  g_test_add_func ("/conversations/effort-reasons", test_effort_reasons);
  g_test_add_func ("/conversations/confirmations", test_confirmations);
  g_test_add_func ("/conversations/effort", test_effort);
  g_test_add_func ("/conversations/traits", test_traits);
  g_test_add_func ("/conversations/traits-of-found", test_traits_of_found);
  g_test_add_func ("/conversations/links", test_links);
  g_test_add_func ("/conversations/shifts", test_shifts);
  return g_test_run ();
}
