/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "heed-scorecard.h"

#define MINUTE 60
#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 10:00 UTC. */
#define MONDAY_10 1772445600

static void
add_exchange (HeedExchangeSet *set, gint64 asked_at, gint64 lag_s, gboolean opens, gboolean found_by_answer)
{
  HeedExchange exchange = {
    .asked_at = asked_at,
    .answered_at = lag_s >= 0 ? asked_at + lag_s : HEED_NEVER,
    .agent = HEED_NO_AGENT,
    .message = G_MAXUINT32,
    .reply = G_MAXUINT32,
    .opens = opens,
    .found_by_answer = found_by_answer,
  };

  g_array_append_val (set->exchanges, exchange);
  set->from = MIN (set->from, asked_at);
}

static void
add_reply (HeedExchangeSet *set, gint64 at, gint64 lag_s, guint32 kinds, guint32 agent)
{
  HeedReply reply = { .at = at, .lag_s = lag_s, .kinds = kinds, .agent = agent, .link = HEED_NO_LINK };

  g_array_append_val (set->replies, reply);
}

/* Ten messages on one Monday at ten, answered after 10, 20 … 60 minutes, two after days and two never. */
static HeedExchangeSet *
new_set (void)
{
  HeedExchangeSet *set = heed_exchange_set_new ("Acme");

  set->from = MONDAY_10;
  set->until = MONDAY_10 + 10 * DAY;
  for (guint i = 1; i <= 6; i++)
    add_exchange (set, MONDAY_10, i * 10 * MINUTE, i <= 3, FALSE);
  add_exchange (set, MONDAY_10, 2 * DAY, TRUE, FALSE);
  add_exchange (set, MONDAY_10, 8 * DAY, TRUE, FALSE);
  add_exchange (set, MONDAY_10, -1, TRUE, FALSE);
  add_exchange (set, MONDAY_10, -1, FALSE, FALSE);
  add_reply (set, set->until - DAY, 600, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  return set;
}

static void
assert_share (HeedShare share, double value, guint n)
{
  g_assert_cmpfloat_with_epsilon (share.value, value, 1e-9);
  g_assert_cmpuint (share.n, ==, n);
}

static void
test_samples (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, NULL);
  const HeedSample *all = &scorecard->all, *first = &scorecard->first;

  g_assert_cmpuint (all->messages, ==, 10);
  g_assert_cmpuint (all->answered, ==, 8);
  assert_share (all->rate, 0.8, 10);
  g_assert_cmpfloat (all->answered_median_s, ==, 45 * MINUTE);
  g_assert_cmpfloat_with_epsilon (all->answered_p90_s, 2 * DAY + 0.3 * 6 * DAY, 1e-6);
  g_assert_cmpfloat (all->median_s, ==, 50 * MINUTE);
  g_assert_true (isnan (all->p90_s));
  assert_share (all->within_1h, 0.6, 10);
  assert_share (all->within_24h, 0.6, 10);
  assert_share (all->within_7d, 0.7, 10);
  g_assert_cmpfloat (all->within_1h.low, <, 0.6);
  g_assert_cmpuint (scorecard->curve->len, ==, 8);

  g_assert_cmpuint (first->messages, ==, 6);
  g_assert_cmpuint (first->answered, ==, 5);
  assert_share (first->within_1h, 0.5, 6);
  g_assert_cmpuint (scorecard->later.messages, ==, 4);
  g_assert_cmpuint (scorecard->later.answered, ==, 3);
  assert_share (scorecard->later.within_1h, 0.75, 4);

  g_assert_cmpuint (scorecard->week[0][10].n, ==, 10);
  g_assert_cmpfloat (scorecard->week[0][10].median_s, ==, 50 * MINUTE);
  g_assert_cmpuint (scorecard->week[0][11].n, ==, 0);
  g_assert_true (isnan (scorecard->week[0][11].median_s));
  g_assert_false (scorecard->has_open_hours);
  g_assert_cmpstr (scorecard->timezone, ==, "UTC");
}

/* The week is drawn on the clocks of the zone, over a change to summer time too. */
static void
test_timezone (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();
  HeedScorecardOptions options = { .timezone = "Europe/Berlin",
                                   .network = "mastodon",
                                   .account = "care@example.social" };

  add_exchange (set, MONDAY_10 + 28 * DAY, -1, TRUE, FALSE);
  set->until = MONDAY_10 + 30 * DAY;
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, &options);
  g_assert_cmpuint (scorecard->week[0][11].n, ==, 10);
  g_assert_cmpuint (scorecard->week[0][12].n, ==, 1);
  g_assert_cmpstr (scorecard->timezone, ==, "Europe/Berlin");
  g_assert_cmpstr (scorecard->account, ==, "care@example.social");
}

/* What was found by its answer tells how fast, never how often. */
static void
test_found_by_answer (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();

  for (guint i = 0; i < set->exchanges->len; i++)
    g_array_index (set->exchanges, HeedExchange, i).found_by_answer = i < 8;
  g_autoptr (HeedScorecard) mixed = heed_scorecard_new (set, NULL);
  g_assert_cmpuint (mixed->all.messages, ==, 10);
  g_assert_cmpfloat (mixed->all.answered_median_s, ==, 45 * MINUTE);
  assert_share (mixed->all.rate, 0, 2);
  g_assert_cmpint (mixed->verdict, ==, HEED_VERDICT_UNKNOWN);

  g_array_set_size (set->exchanges, 8);
  g_autoptr (HeedScorecard) blind = heed_scorecard_new (set, NULL);
  g_assert_true (isnan (blind->all.rate.value) && isnan (blind->all.median_s) && isnan (blind->all.within_1h.value));
  g_assert_cmpuint (blind->all.rate.n, ==, 0);
  g_assert_cmpfloat (blind->all.answered_median_s, ==, 45 * MINUTE);
  g_assert_cmpfloat (blind->week[0][10].median_s, ==, 40 * MINUTE);
  g_assert_cmpint (blind->verdict, ==, HEED_VERDICT_UNKNOWN);
  g_assert_nonnull (strstr (blind->summary, "45 minutes"));
}

static HeedScorecard *
judge (gint64 lag_s, guint n, guint n_silent, guint32 kinds, gint64 last_reply)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");

  set->from = MONDAY_10;
  set->until = MONDAY_10 + 100 * DAY;
  for (guint i = 0; i < n; i++)
    add_exchange (set, MONDAY_10, i < n_silent ? -1 : lag_s, TRUE, FALSE);
  for (guint i = 0; i < 10; i++)
    add_reply (set, set->until - last_reply, 60, kinds, HEED_NO_AGENT);
  return heed_scorecard_new (set, NULL);
}

static void
assert_verdict (HeedScorecard *scorecard, HeedVerdict verdict, const char *says)
{
  g_assert_cmpint (scorecard->verdict, ==, verdict);
  if (strstr (scorecard->summary, says) == NULL)
    g_assert_cmpstr (scorecard->summary, ==, says);
  g_assert_cmpuint (scorecard->reasons->len, >, 0);
  heed_scorecard_free (scorecard);
}

/* S11, S16, S46: one verdict, never on less than eight messages. */
static void
test_verdicts (void)
{
  const guint32 answers = HEED_REPLY_ANSWERS, redirects = HEED_REPLY_REDIRECTS;

  assert_verdict (judge (HOUR, 7, 0, answers, 0), HEED_VERDICT_UNKNOWN, "needs 8 messages");
  assert_verdict (judge (HOUR, 0, 0, answers, 90 * DAY), HEED_VERDICT_UNKNOWN, "needs 8 messages");
  assert_verdict (
    judge (2 * HOUR, 8, 0, answers, 0), HEED_VERDICT_ANSWERS,
    "Usually answers: 100 % within a day (68–100 %), typically after 2 hours (8 messages, 2 Mar 2026 – 10 Jun 2026).");
  assert_verdict (judge (HOUR, 10, 3, answers, 0), HEED_VERDICT_ANSWERS, "70 % within a day (");
  assert_verdict (judge (HOUR, 10, 3, redirects, 0), HEED_VERDICT_REDIRECTS, "sends people elsewhere");
  assert_verdict (judge (3 * DAY, 10, 0, redirects, 0), HEED_VERDICT_SLOW, "typically after 3 days");
  assert_verdict (judge (HOUR, 10, 6, answers, 0), HEED_VERDICT_SLOW, "where it answers, typically after 60 minutes");
  assert_verdict (judge (HOUR, 20, 19, answers, 0), HEED_VERDICT_SILENT, "1 answer (20 messages");
}

/* S11: an account whose posts were read whole is abandoned after a month; in an archive only where messages went on. */
static void
test_dormant (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  HeedScorecardOptions live = { .account = "care@example.social" };

  set->from = MONDAY_10;
  set->until = MONDAY_10 + 31 * DAY + 1;
  for (guint i = 0; i < 10; i++)
    add_exchange (set, MONDAY_10 - HOUR, HOUR / 2, TRUE, FALSE);
  for (guint i = 0; i < 7; i++)
    add_exchange (set, MONDAY_10 + DAY, -1, TRUE, FALSE);
  for (guint i = 0; i < 10; i++)
    add_reply (set, MONDAY_10, HOUR / 2, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  assert_verdict (heed_scorecard_new (set, &live), HEED_VERDICT_DORMANT, "nothing since 2 Mar 2026");
  assert_verdict (heed_scorecard_new (set, NULL), HEED_VERDICT_ANSWERS, "59 %");
  add_exchange (set, MONDAY_10 + DAY, -1, TRUE, FALSE);
  assert_verdict (heed_scorecard_new (set, NULL), HEED_VERDICT_DORMANT, "nothing since 2 Mar 2026");
  const HeedOwnPost later = { set->until - DAY, 0 };
  g_array_append_val (set->own_posts, later);
  assert_verdict (heed_scorecard_new (set, &live), HEED_VERDICT_ANSWERS, "56 %");
}

static gboolean
has_reason (const HeedScorecard *scorecard, const char *part)
{
  for (guint i = 0; i < scorecard->reasons->len; i++)
    if (strstr (scorecard->reasons->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static HeedScorecard *
judge_notice (const HeedExchangeSet *set, HeedNoticeState state, HeedNoticePlace where, gint64 at)
{
  const HeedNotice notice = { state, where, (char *) "Nobody is here.", (char *) "new@example.social", at };
  HeedScorecardOptions options = { .account = "care@example.social", .notice = &notice };
  HeedScorecard *scorecard = heed_scorecard_new (set, &options);

  g_assert_true (scorecard->notice != &notice);
  g_assert_cmpint (scorecard->notice->state, ==, state);
  g_assert_cmpstr (scorecard->notice->to, ==, notice.to);
  return scorecard;
}

/* Abandoned, moved and left are three sentences under one verdict, and the account's word needs no sample (S1, S11). */
static void
test_gone (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();

  assert_verdict (judge_notice (set, HEED_NOTICE_MOVED, HEED_NOTICE_IN_PROFILE, 0), HEED_VERDICT_DORMANT,
                  "It moved to @new@example.social (its profile says so); seen were 10 messages, 2 Mar 2026 – 12 Mar "
                  "2026.");
  assert_verdict (judge_notice (set, HEED_NOTICE_LEFT, HEED_NOTICE_IN_PINNED, MONDAY_10), HEED_VERDICT_DORMANT,
                  "It says that it no longer answers here, and names @new@example.social: “Nobody is here.” (a post it "
                  "keeps at the top of its profile)");
  g_array_set_size (set->exchanges, 7);
  assert_verdict (judge_notice (set, HEED_NOTICE_LEFT, HEED_NOTICE_IN_BIO, 0), HEED_VERDICT_DORMANT,
                  "(its bio); seen "
                  "were 7 messages");
  /* Who helps instead changes no figure. */
  assert_verdict (judge_notice (set, HEED_NOTICE_CARE_ELSEWHERE, HEED_NOTICE_IN_BIO, 0), HEED_VERDICT_UNKNOWN,
                  "needs 8 messages");
  g_autoptr (HeedScorecard) elsewhere = judge_notice (set, HEED_NOTICE_CARE_ELSEWHERE, HEED_NOTICE_IN_BIO, 0);
  g_assert_true (has_reason (elsewhere, "For help it names @new@example.social: “Nobody is here.” (its bio)."));
}

static void
assert_against (const HeedExchangeSet *set, HeedNoticePlace where, gint64 at, const char *reason)
{
  g_autoptr (HeedScorecard) scorecard = judge_notice (set, HEED_NOTICE_LEFT, where, at);

  g_assert_cmpint (scorecard->verdict, ==, reason != NULL ? HEED_VERDICT_ANSWERS : HEED_VERDICT_DORMANT);
  g_assert_cmpint (g_str_has_prefix (scorecard->summary, "Usually answers"), ==, reason != NULL);
  if (reason != NULL)
    g_assert_true (has_reason (scorecard, reason));
}

/* What it does counts more than what it says: eight answers from a week after its word on; sending away is none. */
static void
test_answers_all_the_same (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();
  const gint64 said_at = set->until - 20 * DAY;

  g_array_set_size (set->replies, 0);
  for (guint i = 0; i < 20; i++)
    {
      add_reply (set, said_at + 6 * DAY, HOUR, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
      add_reply (set, said_at + 8 * DAY, HOUR, HEED_REPLY_REDIRECTS, HEED_NO_AGENT);
    }
  for (guint i = 0; i < 7; i++)
    add_reply (set, said_at + 7 * DAY, HOUR, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  assert_against (set, HEED_NOTICE_IN_PINNED, said_at, NULL);
  add_reply (set, said_at + 7 * DAY, HOUR, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  assert_against (set, HEED_NOTICE_IN_PINNED, said_at, "8 answers came more than a week after that");

  /* Without a date, the last week tells. */
  assert_against (set, HEED_NOTICE_IN_BIO, 0, NULL);
  for (guint i = 0; i < 8; i++)
    add_reply (set, set->until - 7 * DAY, HOUR, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  assert_against (set, HEED_NOTICE_IN_BIO, 0, "8 answers came in the last week, so the figures count");
}

/* S11, S24: an account that only broadcasts is told apart from one that hardly writes; S2: who is there to help says
 * so. */
static void
test_broadcasts (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  HeedScorecardOptions options = { .account = "care@example.social", .offers_help = TRUE };
  const HeedOwnPost post = { MONDAY_10 + DAY, 0 };

  set->from = MONDAY_10;
  set->until = MONDAY_10 + 10 * DAY;
  for (guint i = 0; i < 20; i++)
    add_exchange (set, MONDAY_10, -1, TRUE, FALSE);
  for (guint i = 0; i < 7; i++)
    g_array_append_val (set->own_posts, post);
  assert_verdict (heed_scorecard_new (set, &options), HEED_VERDICT_SILENT,
                  "Hardly ever answers in public: 0 answers (20 messages");
  g_array_append_val (set->own_posts, post);
  g_autoptr (HeedScorecard) silent = heed_scorecard_new (set, &options);
  g_assert_true (has_reason (silent, "It wrote 8 posts of its own in this time, and no answer of it was seen."));
  g_assert_true (has_reason (silent, "Its bio says that it is there to help."));
  assert_verdict (heed_scorecard_new (set, NULL), HEED_VERDICT_SILENT,
                  "Posts but answers nobody in public: 8 posts of its own, not one answer (20 messages");
  g_array_index (set->exchanges, HeedExchange, 0).answered_at = MONDAY_10 + HOUR;
  add_reply (set, MONDAY_10 + HOUR, HOUR, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  assert_verdict (heed_scorecard_new (set, NULL), HEED_VERDICT_SILENT,
                  "Posts but hardly ever answers in public: 8 posts of its own, 1 answer (20 messages");
}

/* Where most of what it answered is missing, the rest is no sample of what it is sent. */
static void
test_torn (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();

  for (guint i = 0; i < 8; i++)
    add_reply (set, set->until, HEED_NO_LAG, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  assert_verdict (heed_scorecard_new (set, NULL), HEED_VERDICT_UNKNOWN, "cannot be seen here; where it did");
  for (guint i = 0; i < 8; i++)
    add_reply (set, set->until, 60, HEED_REPLY_ANSWERS, HEED_NO_AGENT);
  assert_verdict (heed_scorecard_new (set, NULL), HEED_VERDICT_ANSWERS, "60 %");
}

static void
test_bot (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();
  static const char *const caveats[] = { "Threads were not read.", NULL };
  HeedScorecardOptions options = { .is_bot = TRUE, .caveats = caveats };
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, &options);

  g_assert_cmpint (scorecard->verdict, ==, HEED_VERDICT_AUTOMATED);
  g_assert_cmpstr (scorecard->reasons->pdata[scorecard->reasons->len - 1], ==, caveats[0]);
  assert_share (scorecard->automated, 1, 1);
}

/* Kinds count over what was understood, signatures over all, agents from five replies on. */
static void
test_replies (void)
{
  g_autoptr (HeedExchangeSet) set = new_set ();

  g_ptr_array_add (set->agents, g_strdup ("Eve"));
  g_ptr_array_add (set->agents, g_strdup ("Dev"));
  for (guint i = 0; i < 5; i++)
    add_reply (set, set->until, i == 4 ? -1 : (gint64) i * 100, i == 0 ? 0 : HEED_REPLY_REDIRECTS, 0);
  for (guint i = 0; i < 4; i++)
    add_reply (set, set->until, 5, HEED_REPLY_REDIRECTS | HEED_REPLY_APOLOGISES, 1);
  g_hash_table_insert (set->left_out, g_strdup ("Torn"), GUINT_TO_POINTER (3));
  g_hash_table_insert (set->left_out, g_strdup ("Repeated"), GUINT_TO_POINTER (4));
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, NULL);

  g_assert_cmpuint (scorecard->n_replies, ==, 10);
  assert_share (scorecard->kinds[0], 1.0 / 9, 9);
  assert_share (scorecard->kinds[4], 8.0 / 9, 9);
  assert_share (scorecard->kinds[5], 4.0 / 9, 9);
  assert_share (scorecard->signed_share, 0.9, 10);
  g_assert_cmpuint (scorecard->agents->len, ==, 1);
  const HeedAgent *eve = scorecard->agents->pdata[0];
  g_assert_cmpstr (eve->name, ==, "Eve");
  g_assert_cmpuint (eve->replies, ==, 5);
  g_assert_cmpfloat (eve->median_s, ==, 150);
  g_assert_cmpuint (scorecard->left_out_rows, ==, 7);
}

static void
test_nothing (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, NULL);

  g_assert_cmpuint (scorecard->all.messages, ==, 0);
  g_assert_true (isnan (scorecard->all.rate.value) && isnan (scorecard->all.answered_median_s));
  g_assert_cmpint (scorecard->verdict, ==, HEED_VERDICT_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scorecard/samples", test_samples);
  g_test_add_func ("/scorecard/timezone", test_timezone);
  g_test_add_func ("/scorecard/found-by-answer", test_found_by_answer);
  g_test_add_func ("/scorecard/verdicts", test_verdicts);
  g_test_add_func ("/scorecard/dormant", test_dormant);
  g_test_add_func ("/scorecard/gone", test_gone);
  g_test_add_func ("/scorecard/answers-all-the-same", test_answers_all_the_same);
  g_test_add_func ("/scorecard/broadcasts", test_broadcasts);
  g_test_add_func ("/scorecard/torn", test_torn);
  g_test_add_func ("/scorecard/bot", test_bot);
  g_test_add_func ("/scorecard/replies", test_replies);
  g_test_add_func ("/scorecard/nothing", test_nothing);
  return g_test_run ();
}
