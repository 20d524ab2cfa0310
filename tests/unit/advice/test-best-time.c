/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "heed-best-time.h"

#define MINUTE 60
#define HOUR 3600
#define DAY (24 * HOUR)

/* Monday, 2 March 2026, 0:00 UTC. */
#define MONDAY 1772409600

static void
add_exchange (HeedExchangeSet *set, gint64 asked_at, gint64 lag_s, gboolean found_by_answer)
{
  HeedExchange exchange = {
    .asked_at = asked_at,
    .answered_at = lag_s >= 0 ? asked_at + lag_s : HEED_NEVER,
    .agent = HEED_NO_AGENT,
    .opens = TRUE,
    .found_by_answer = found_by_answer,
  };

  g_array_append_val (set->exchanges, exchange);
}

/* Four weeks, two messages in each hour from 8 to 18 on weekdays. Those of ten o'clock are answered in ten minutes,
 * those of four in the afternoon never, the others in ninety minutes. */
static HeedExchangeSet *
new_set (gboolean found_by_answer)
{
  HeedExchangeSet *set = heed_exchange_set_new ("Acme");

  set->from = MONDAY;
  set->until = MONDAY + 28 * DAY;
  for (guint day = 0; day < 28; day++)
    for (guint hour = 8; hour < 18 && day % 7 < 5; hour++)
      for (guint i = 0; i < 2; i++)
        {
          gint64 lag = hour == 10 ? 10 * MINUTE : hour == 16 ? -1 : 90 * MINUTE;
          HeedReply reply = { .at = MONDAY + day * DAY + hour * HOUR + 600,
                              .lag_s = 600,
                              .kinds = HEED_REPLY_ANSWERS,
                              .agent = HEED_NO_AGENT };

          if (lag >= 0 || !found_by_answer)
            add_exchange (set, MONDAY + day * DAY + hour * HOUR + i * 900, lag, found_by_answer);
          g_array_append_val (set->replies, reply);
        }
  return set;
}

static HeedAdvice *
advise (const HeedExchangeSet *set, gint64 now, GTimeZone *zone)
{
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, NULL);
  HeedChoice choice = { "public", "mastodon", "care@example.social", set, scorecard };

  return heed_advice_new (&choice, 1, now, zone, NULL);
}

static void
assert_hour (const HeedTimeSlot *slot, gint64 from)
{
  g_assert_cmpint (slot->from, ==, from);
  g_assert_cmpint (slot->to, ==, from + HOUR);
  g_assert_nonnull (slot->reason);
}

/* S26, S100: the measured hours replace the rule; each with its sample. */
static void
test_measured (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (FALSE);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 now = set->until + 10 * HOUR + 5;
  g_autoptr (HeedAdvice) advice = advise (set, now, utc);

  g_assert_cmpstr (advice->channel, ==, "public");
  g_assert_cmpstr (advice->account, ==, "care@example.social");
  g_assert_cmpuint (advice->n, ==, 400);
  g_assert_cmpint (advice->hour, ==, HEED_HOUR_MATTERS);
  g_assert_cmpuint (advice->times->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const HeedTimeSlot *slot = advice->times->pdata[i];

      /* Ten o'clock today has begun: tomorrow, and the two days after it. */
      assert_hour (slot, set->until + (i + 1) * DAY + 10 * HOUR);
      g_assert_cmpfloat (slot->expected_s, ==, 10 * MINUTE);
      g_assert_cmpuint (slot->within_1h.n, ==, 40);
      /* The forecast is drawn a little towards the other hours; what was seen is in the reason. */
      g_assert_cmpfloat (slot->within_1h.value, >, 0.85);
      g_assert_cmpfloat (slot->within_1h.value, <, 1);
      g_assert_cmpfloat (slot->within_1h.low, <, slot->within_1h.value);
      g_assert_cmpfloat (slot->within_1h.high, >=, slot->within_1h.value);
      g_assert_nonnull (strstr (slot->reason, "40 messages"));
    }
  g_assert_cmpuint (advice->avoid->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const HeedTimeSlot *slot = advice->avoid->pdata[i];
      g_assert_cmpfloat (slot->within_1h.value, <, 0.5);
    }
  g_assert_nonnull (strstr (advice->reasons->pdata[0], "within a day"));
  g_assert_nonnull (strstr (advice->reasons->pdata[1], "The hour matters"));
}

/* No hour is named in which the user wants quiet; where all good ones are such, that is said. */
static void
test_quiet (void)
{
  const HeedQuietHours morning = { 7, 11 }, always = { 0, 23 };
  g_autoptr (HeedExchangeSet) set = new_set (FALSE);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (HeedScorecard) scorecard = heed_scorecard_new (set, NULL);
  HeedChoice choice = { "public", "mastodon", "care@example.social", set, scorecard };
  g_autoptr (HeedAdvice) advice = heed_advice_new (&choice, 1, set->until, utc, &morning);
  g_autoptr (HeedAdvice) nothing = heed_advice_new (&choice, 1, set->until, utc, &always);

  g_assert_cmpint (advice->hour, ==, HEED_HOUR_MATTERS);
  g_assert_cmpuint (advice->times->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const HeedTimeSlot *slot = advice->times->pdata[i];

      g_assert_cmpint (slot->from % DAY, >=, 11 * HOUR);
    }
  g_assert_cmpint (nothing->hour, ==, HEED_HOUR_MATTERS);
  g_assert_cmpuint (nothing->times->len, ==, 0);
  g_assert_cmpuint (nothing->avoid->len, ==, 0);
  g_assert_cmpuint (nothing->n_channel_reasons, ==, 1);
  g_assert_nonnull (strstr (nothing->reasons->pdata[1], "lie in your quiet hours"));
  g_assert_nonnull (strstr (nothing->reasons->pdata[2], "The hour matters"));
}

/* The hours are those of the clocks of the person. */
static void
test_timezone (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (FALSE);
  g_autoptr (GTimeZone) kolkata = g_time_zone_new_identifier ("Asia/Kolkata");
  g_autoptr (HeedAdvice) advice = advise (set, set->until, kolkata);
  const HeedTimeSlot *slot = advice->times->pdata[0];

  /* Ten UTC is 15:30 there; full hours begin at half past. */
  g_assert_true (slot->from % HOUR == HOUR / 2);
}

/* Where silence cannot be seen the hours are compared by speed and no rate is claimed. */
static void
test_no_rate (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (TRUE);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (HeedAdvice) advice = advise (set, set->until, utc);
  const HeedTimeSlot *slot = advice->times->pdata[0];

  assert_hour (slot, set->until + 10 * HOUR);
  g_assert_cmpfloat (slot->expected_s, ==, 10 * MINUTE);
  g_assert_cmpuint (slot->within_1h.n, ==, 0);
  g_assert_true (isnan (slot->within_1h.value));
  g_assert_nonnull (strstr (slot->reason, "cannot be seen"));
  g_assert_nonnull (strstr (advice->reasons->pdata[1], "messages that were answered"));
}

/* S18, S36, S100, S101: without enough messages no hour is named; what is usual elsewhere is a reason, without proof.
 */
static void
test_too_few (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  set->from = set->until = MONDAY;
  for (guint i = 0; i < 7; i++)
    add_exchange (set, MONDAY - 10 * HOUR, HOUR, FALSE);
  g_autoptr (HeedAdvice) advice = advise (set, MONDAY + 4 * DAY + 15 * HOUR + 1200, utc);
  g_assert_cmpuint (advice->n, ==, 7);
  g_assert_cmpint (advice->hour, ==, HEED_HOUR_UNKNOWN);
  g_assert_cmpuint (advice->times->len, ==, 0);
  g_assert_cmpuint (advice->avoid->len, ==, 0);
  g_assert_nonnull (strstr (advice->reasons->pdata[1], "not known: 7 messages are too few"));
  g_assert_nonnull (strstr (advice->reasons->pdata[2], "habit without proof"));
}

/* S30: the account that answers beats the faster one that sends people away; both are named. */
static void
test_channel (void)
{
  g_autoptr (HeedExchangeSet) helpful = new_set (FALSE);
  g_autoptr (HeedExchangeSet) brisk = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  brisk->from = helpful->from;
  brisk->until = helpful->until;
  for (guint i = 0; i < 20; i++)
    {
      HeedReply reply = {
        .at = brisk->until - DAY, .lag_s = 60, .kinds = HEED_REPLY_REDIRECTS, .agent = HEED_NO_AGENT
      };

      add_exchange (brisk, MONDAY, 60, FALSE);
      g_array_append_val (brisk->replies, reply);
    }
  g_autoptr (HeedScorecard) helpful_card = heed_scorecard_new (helpful, NULL);
  g_autoptr (HeedScorecard) brisk_card = heed_scorecard_new (brisk, NULL);
  HeedChoice choices[] = {
    { "public", "x", "brisk", brisk, brisk_card },
    { "public", "mastodon", "helpful@example.social", helpful, helpful_card },
  };
  g_autoptr (HeedAdvice) advice = heed_advice_new (choices, 2, helpful->until, utc, NULL);

  g_assert_cmpint (brisk_card->verdict, ==, HEED_VERDICT_REDIRECTS);
  g_assert_cmpstr (advice->network, ==, "mastodon");
  g_assert_nonnull (strstr (advice->reasons->pdata[1], "Instead of brisk"));
}

static HeedScorecard *
new_card (const HeedExchangeSet *set, HeedNoticeState state, const char *to)
{
  const HeedNotice notice = { state, HEED_NOTICE_IN_BIO, (char *) "Not here.", (char *) to, 0 };
  HeedScorecardOptions options = { .account = "a", .notice = &notice };

  return heed_scorecard_new (set, &options);
}

static gboolean
has_reason (const HeedAdvice *advice, const char *reason)
{
  for (guint i = 0; i < advice->reasons->len; i++)
    if (g_str_equal (advice->reasons->pdata[i], reason))
      return TRUE;
  return FALSE;
}

/* Nobody is sent to who left while another is known, were it one that is abandoned, too; where it points is named. */
static void
test_gone (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (FALSE);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  g_array_set_size (set->replies, 0);
  g_autoptr (HeedScorecard) left = new_card (set, HEED_NOTICE_LEFT, NULL);
  g_autoptr (HeedScorecard) moved = new_card (set, HEED_NOTICE_MOVED, "new@example.social");
  HeedScorecardOptions options = { .account = "a" };
  g_autoptr (HeedScorecard) abandoned = heed_scorecard_new (set, &options);
  HeedChoice choices[] = {
    { "public", "x", "left", set, left },
    { "public", "x", "moved", set, moved },
    { "public", "x", "abandoned", set, abandoned },
  };

  g_assert_cmpint (left->verdict, ==, HEED_VERDICT_DORMANT);
  g_assert_cmpint (abandoned->verdict, ==, HEED_VERDICT_DORMANT);
  g_autoptr (HeedAdvice) other = heed_advice_new (choices, 3, set->until, utc, NULL);
  g_assert_cmpstr (other->account, ==, "abandoned");
  g_autoptr (HeedAdvice) nowhere = heed_advice_new (choices, 1, set->until, utc, NULL);
  g_assert_true (has_reason (nowhere, "Look for another account of the company, or for another channel."));
  g_autoptr (HeedAdvice) there = heed_advice_new (choices + 1, 1, set->until, utc, NULL);
  g_assert_true (has_reason (there, "It names @new@example.social instead: check that before you write here."));
  choices[2].account = "New@example.social";
  g_autoptr (HeedAdvice) known = heed_advice_new (choices + 1, 2, set->until, utc, NULL);
  g_assert_cmpstr (known->account, ==, "New@example.social");
  g_assert_true (has_reason (known, "moved itself names @new@example.social."));
}

/* S3: the account that another names for help comes first, unless it is known not to answer. */
static void
test_care_elsewhere (void)
{
  g_autoptr (HeedExchangeSet) set = new_set (FALSE);
  g_autoptr (HeedExchangeSet) fresh = heed_exchange_set_new ("Acme");
  g_autoptr (HeedExchangeSet) silent = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const HeedOwnPost news = { set->until, 0 };

  fresh->from = fresh->until = silent->from = silent->until = set->until;
  for (guint i = 0; i < 20; i++)
    add_exchange (silent, set->until - DAY, -1, FALSE);
  g_array_append_val (silent->own_posts, news);
  g_autoptr (HeedScorecard) main_card = new_card (set, HEED_NOTICE_CARE_ELSEWHERE, "care@example.social");
  g_autoptr (HeedScorecard) fresh_card = heed_scorecard_new (fresh, NULL);
  g_autoptr (HeedScorecard) silent_card = heed_scorecard_new (silent, NULL);
  HeedChoice choices[] = {
    { "public", "mastodon", "main", set, main_card },
    { "public", "mastodon", "care@example.social", fresh, fresh_card },
  };

  g_assert_cmpint (fresh_card->verdict, ==, HEED_VERDICT_UNKNOWN);
  g_autoptr (HeedAdvice) care = heed_advice_new (choices, 2, set->until, utc, NULL);
  g_assert_cmpstr (care->account, ==, "care@example.social");
  g_assert_true (has_reason (care, "main itself names @care@example.social."));
  g_autoptr (HeedAdvice) alone = heed_advice_new (choices, 1, set->until, utc, NULL);
  g_assert_cmpstr (alone->account, ==, "main");
  g_assert_true (has_reason (alone, "It names @care@example.social instead: check that before you write here."));
  choices[1].set = silent;
  choices[1].scorecard = silent_card;
  g_assert_cmpint (silent_card->verdict, ==, HEED_VERDICT_SILENT);
  g_autoptr (HeedAdvice) heeded = heed_advice_new (choices, 2, set->until, utc, NULL);
  g_assert_cmpstr (heeded->account, ==, "main");
}

/* Days that go well or badly as a whole prove nothing of the hour: it is not known, and no hour is named. */
static void
test_not_known (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  set->from = MONDAY;
  set->until = MONDAY + 28 * DAY;
  for (guint hour = 0; hour < 28 * 24; hour++)
    add_exchange (set, MONDAY + (gint64) hour * HOUR, hour / 24 % 2 == 0 ? 600 : 7200, FALSE);
  g_autoptr (HeedAdvice) advice = advise (set, set->until - DAY, utc);
  g_assert_cmpint (advice->hour, ==, HEED_HOUR_UNKNOWN);
  g_assert_cmpuint (advice->times->len + advice->avoid->len, ==, 0);
  g_assert_nonnull (strstr (advice->reasons->pdata[1], "not known: tried on the newest"));
  g_assert_nonnull (strstr (advice->reasons->pdata[2], "habit without proof"));
}

/* Hours that were a little better by chance until the cut, in many messages, and are like all others after it: the
 * interval of the gain is narrow and holds nothing worth waiting for. */
static void
test_indifferent (void)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("Acme");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  set->from = MONDAY;
  set->until = MONDAY + 60 * DAY;
  for (guint hour = 0; hour < 60 * 24; hour++)
    for (guint i = 0; i < 4; i++)
      {
        gboolean is_good = hour / 24 < 42 && hour % 24 >= 9 && hour % 24 < 14;
        gboolean is_quick = (hour * 4 + i) * 7 % 10 < (is_good ? 7 : 5);

        add_exchange (set, MONDAY + (gint64) hour * HOUR + i * 600, is_quick ? 600 : 7200, FALSE);
      }
  g_autoptr (HeedAdvice) advice = advise (set, set->until, utc);
  g_assert_cmpint (advice->hour, ==, HEED_HOUR_INDIFFERENT);
  g_assert_cmpuint (advice->times->len + advice->avoid->len, ==, 0);
  g_assert_cmpuint (advice->reasons->len, ==, 2);
  g_assert_nonnull (strstr (advice->reasons->pdata[1], "The hour does not matter"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/best-time/measured", test_measured);
  g_test_add_func ("/best-time/quiet", test_quiet);
  g_test_add_func ("/best-time/timezone", test_timezone);
  g_test_add_func ("/best-time/no-rate", test_no_rate);
  g_test_add_func ("/best-time/too-few", test_too_few);
  g_test_add_func ("/best-time/channel", test_channel);
  g_test_add_func ("/best-time/gone", test_gone);
  g_test_add_func ("/best-time/care-elsewhere", test_care_elsewhere);
  g_test_add_func ("/best-time/not-known", test_not_known);
  g_test_add_func ("/best-time/indifferent", test_indifferent);
  return g_test_run ();
}
