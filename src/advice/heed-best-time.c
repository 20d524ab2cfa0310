/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-best-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "heed-backtest.h"
#include "heed-forecast.h"
#include "heed-verdict.h"
#include "heed-week.h"
#include "heed-wording.h"

#define HOUR_S 3600
#define N_TIMES 3

/* Under so many messages nothing is said of an hour; up to so many its neighbours are added (docs/statistics.md). */
#define MIN_SAMPLE 5
#define GOOD_SAMPLE 20

/* A gain that is surely below this is none. */
#define SMALL_GAIN 0.1

/* What is known of the messages of one hour of the week. */
typedef struct
{
  guint n;
  gboolean is_pooled;
  double expected_s;
  HeedShare within_1h;
} Estimate;

/* The waits of one account's messages by the hour of the week in which they were written. */
typedef struct
{
  GArray *cells[HEED_HOURS_PER_WEEK];
  gboolean sees_silence;
} Week;

static void
slot_free (HeedTimeSlot *slot)
{
  g_free (slot->reason);
  g_free (slot);
}

void
heed_advice_free (HeedAdvice *advice)
{
  if (advice == NULL)
    return;
  g_free (advice->channel);
  g_free (advice->network);
  g_free (advice->account);
  g_ptr_array_unref (advice->times);
  g_ptr_array_unref (advice->avoid);
  g_ptr_array_unref (advice->reasons);
  g_free (advice);
}

static void G_GNUC_PRINTF (2, 3) add_reason (HeedAdvice *advice, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (advice->reasons, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
week_init (Week *week, const HeedExchangeSet *set, const HeedScorecard *scorecard, GTimeZone *zone)
{
  /* Without a verdict nothing is known of how often it answers; then only the answered messages tell something. */
  week->sees_silence = scorecard->verdict != HEED_VERDICT_UNKNOWN;
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    week->cells[cell] = g_array_new (FALSE, FALSE, sizeof (HeedWait));
  for (guint i = 0; i < set->exchanges->len; i++)
    {
      const HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      gboolean answered = exchange->answered_at != HEED_NEVER;
      HeedWait wait = { (answered ? exchange->answered_at : set->until) - exchange->asked_at, answered };
      guint day, hour;

      if (week->sees_silence ? exchange->found_by_answer : !answered)
        continue;
      heed_week_get_cell (zone, exchange->asked_at, &day, &hour);
      g_array_append_val (week->cells[day * 24 + hour], wait);
    }
}

static void
week_clear (Week *week)
{
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    g_array_unref (week->cells[cell]);
}

/* Adds the hours up to @reach away, of that day or of all days like it. */
static void
pool (const Week *week, guint day, guint hour, guint reach, gboolean all_days, GArray *waits)
{
  for (guint other = 0; other < 7; other++)
    {
      gboolean is_alike = other == day || (all_days && (other < 5) == (day < 5));

      for (guint step = 0; is_alike && step <= 2 * reach; step++)
        {
          const GArray *cell = week->cells[other * 24 + (hour + 24 - reach + step) % 24];
          g_array_append_vals (waits, cell->data, cell->len);
        }
    }
}

static void
set_estimate (const Week *week, GArray *waits, Estimate *estimate)
{
  HeedWait *sorted = (HeedWait *) waits->data;
  guint within = 0, known = 0;

  heed_statistics_sort (sorted, waits->len);
  g_autoptr (GArray) curve = heed_statistics_curve (sorted, waits->len);
  estimate->n = waits->len;
  estimate->expected_s = waits->len > 0 ? heed_statistics_curve_quantile (curve, 0.5) : NAN;
  for (guint i = 0; i < waits->len; i++)
    {
      gboolean is_within = sorted[i].answered && sorted[i].lag_s <= HOUR_S;

      within += is_within ? 1 : 0;
      known += is_within || sorted[i].lag_s > HOUR_S ? 1 : 0;
    }
  estimate->within_1h = week->sees_silence ? heed_statistics_share (within, known) : heed_statistics_share (0, 0);
}

/* What is known of an hour: from itself, or with the same hour of like days, or with its neighbours too. */
static void
estimate_hour (const Week *week, guint day, guint hour, Estimate *estimate)
{
  static const struct
  {
    guint reach;
    gboolean all_days;
  } levels[] = { { 0, FALSE }, { 0, TRUE }, { 1, TRUE } };

  for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
    {
      g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (HeedWait));

      pool (week, day, hour, levels[level].reach, levels[level].all_days, waits);
      if (waits->len < GOOD_SAMPLE && level + 1 < G_N_ELEMENTS (levels))
        continue;
      set_estimate (week, waits, estimate);
      estimate->is_pooled = level > 0;
      return;
    }
}

/* An hour of the coming week with what is known of it. */
typedef struct
{
  gint64 from;
  guint day;
  guint hour;
  Estimate estimate;
  double score;
} Candidate;

static int
compare_candidates (const void *a, const void *b)
{
  const Candidate *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->from < second->from ? -1 : 1;
}

/* The start of the next full hour on the clocks of @zone. */
static gint64
get_next_hour (gint64 now, GTimeZone *zone)
{
  gint64 past = heed_week_get_local (zone, now) % HOUR_S;

  return past == 0 ? now : now - past + HOUR_S;
}

/* Why an hour is good or bad, with the number of messages behind it. */
static char *
describe_estimate (const Week *week, const Estimate *estimate)
{
  if (!week->sees_silence)
    {
      g_autofree char *typical = heed_wording_duration (estimate->expected_s);

      return g_strdup_printf (
        ngettext ("The answer to %u message written around this hour came typically after %s; how "
                  "many got none cannot be seen.",
                  "Answers to %u messages written around this hour came typically after %s; how "
                  "many got none cannot be seen.",
                  estimate->n),
        estimate->n, typical);
    }

  g_autofree char *share = heed_wording_share (estimate->within_1h);
  if (estimate->is_pooled)
    return g_strdup_printf (ngettext ("Of %u message written around this hour on such days, %s got an answer within an "
                                      "hour.",
                                      "Of %u messages written around this hour on such days, %s got an answer within "
                                      "an hour.",
                                      estimate->within_1h.n),
                            estimate->within_1h.n, share);
  return g_strdup_printf (ngettext ("Of %u message written at this hour of the week, %s got an answer within an hour.",
                                    "Of %u messages written at this hour of the week, %s got an answer within an hour.",
                                    estimate->within_1h.n),
                          estimate->within_1h.n, share);
}

static gboolean
is_known (const Week *week, const Estimate *estimate)
{
  return week->sees_silence ? estimate->within_1h.n >= MIN_SAMPLE
                            : estimate->n >= MIN_SAMPLE && !isnan (estimate->expected_s);
}

/* The hours of the coming week of which enough is known, best first by the forecast that was tried backwards. Those in
 * which the user wants quiet are only counted. */
static GArray *
rank_week (const Week *week, HeedForecast *forecast, gint64 now, GTimeZone *zone, const HeedQuietHours *quiet,
           guint *n_quiet)
{
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  gint64 start = get_next_hour (now, zone);

  for (guint i = 0; i < HEED_HOURS_PER_WEEK; i++)
    {
      Candidate candidate = { .from = start + (gint64) i * HOUR_S };

      heed_week_get_cell (zone, candidate.from, &candidate.day, &candidate.hour);
      estimate_hour (week, candidate.day, candidate.hour, &candidate.estimate);
      candidate.score = heed_forecast_get_later (forecast, candidate.day * 24 + candidate.hour);
      if (!is_known (week, &candidate.estimate))
        continue;
      if (heed_quiet_hours_contain (quiet, candidate.hour))
        (*n_quiet)++;
      else
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* How the hours of the time would have helped. */
static void
add_gain_reason (HeedAdvice *advice, const Week *week, const HeedBacktest *backtest)
{
  g_autofree char *advised = heed_wording_share (backtest->advised_within);
  g_autofree char *all = heed_wording_share (backtest->all_within);

  if (week->sees_silence)
    /* Translators: the number of messages; then two shares with their intervals, such as "79 % (64–88 %)". */
    add_reason (advice,
                _ ("The hour matters: tried on the newest %u messages, %s of those written in hours that had been good "
                   "before got an answer within an hour, and %s of all."),
                backtest->test, advised, all);
  else
    /* Translators: the number of messages; then two shares with their intervals, such as "79 % (64–88 %)". */
    add_reason (advice,
                _ ("The hour matters: tried on the newest %u messages that were answered, the answer came within an "
                   "hour to %s of those written in hours that had been good before, and to %s of all."),
                backtest->test, advised, all);
}

/* The forecast for an hour, with the interval that as many messages as were seen allow. */
static HeedShare
get_forecast_share (const Week *week, const Candidate *candidate)
{
  guint n = candidate->estimate.within_1h.n;

  if (!week->sees_silence)
    return heed_statistics_share (0, 0);
  HeedShare share = heed_statistics_share ((guint) lround (candidate->score * n), n);
  share.value = candidate->score;
  share.low = MIN (share.low, share.value);
  share.high = MAX (share.high, share.value);
  return share;
}

static void
add_slot (GPtrArray *slots, const Week *week, const Candidate *candidate, const HeedHourModel *model,
          const GArray *outcomes)
{
  HeedTimeSlot *slot = g_new0 (HeedTimeSlot, 1);
  guint cell = candidate->day * 24 + candidate->hour;

  slot->from = candidate->from;
  slot->to = candidate->from + HOUR_S;
  slot->expected_s = heed_hour_model_get_median (model, outcomes, cell, candidate->score);
  slot->within_1h = get_forecast_share (week, candidate);
  slot->reason = describe_estimate (week, &candidate->estimate);
  g_ptr_array_add (slots, slot);
}

/* The best and worst of what is known. An hour is to be avoided only where it is worse than what is advised. */
static void
advise_by_evidence (HeedAdvice *advice, const Week *week, const GArray *ranked, const GArray *outcomes)
{
  HeedHourModel model;

  if (ranked->len == 0)
    {
      add_reason (advice, "%s", _ ("All hours of which enough is known lie in your quiet hours."));
      return;
    }
  const Candidate *best = &g_array_index (ranked, Candidate, 0);
  heed_hour_model_learn (&model, outcomes);
  for (guint i = 0; i < MIN (N_TIMES, ranked->len); i++)
    add_slot (advice->times, week, &g_array_index (ranked, Candidate, i), &model, outcomes);
  for (guint i = 0; i < N_TIMES && i + N_TIMES < ranked->len; i++)
    {
      const Candidate *candidate = &g_array_index (ranked, Candidate, ranked->len - 1 - i);

      if (candidate->score >= best->score)
        break;
      add_slot (advice->avoid, week, candidate, &model, outcomes);
    }
}

/* S18, S36, S100, S101: what is usual elsewhere, never as a time. */
static void
add_habit (HeedAdvice *advice)
{
  add_reason (
    advice, "%s",
    _ ("Nothing seen here speaks for an hour. A habit without proof: from Tuesday to Friday, mornings and early "
       "afternoons usually are quieter than noon, nights and weekends."));
}

/* No hour is named: it is known not to matter, or not known whether it does. */
static void
advise_without_evidence (HeedAdvice *advice, const HeedBacktest *backtest)
{
  if (backtest->advised_within.n >= HEED_VERDICT_MIN_MESSAGES && backtest->gain_high < SMALL_GAIN)
    {
      advice->hour = HEED_HOUR_INDIFFERENT;
      add_reason (
        advice,
        _ ("The hour does not matter, write when you like: tried on the newest %u messages, hours that had been "
           "good before made no difference that could be told from chance."),
        backtest->test);
      return;
    }
  add_reason (
    advice,
    _ ("Whether the hour matters here is not known: tried on the newest %u messages, hours that had been good "
       "before made no difference that could be told from chance."),
    backtest->test);
  add_habit (advice);
}

/* Better verdicts first; S30: an account is never ranked by speed alone. */
static guint
get_rank (HeedVerdict verdict)
{
  static const HeedVerdict best_first[] = {
    HEED_VERDICT_ANSWERS,   HEED_VERDICT_REDIRECTS, HEED_VERDICT_SLOW,    HEED_VERDICT_UNKNOWN,
    HEED_VERDICT_AUTOMATED, HEED_VERDICT_SILENT,    HEED_VERDICT_DORMANT,
  };
  guint rank = 0;

  while (rank < G_N_ELEMENTS (best_first) && best_first[rank] != verdict)
    rank++;
  return rank;
}

static double
get_bound (const HeedScorecard *scorecard)
{
  /* The lower bound of a share of everything is not defined on the curve; Wilson's is. */
  HeedShare share = scorecard->all.within_24h;

  if (share.n == 0)
    return -1;
  return isnan (share.low) ? heed_statistics_share ((guint) lround (share.value * share.n), share.n).low : share.low;
}

/* Whether the account says that it is not the place to ask, and the figures do not say otherwise. */
static gboolean
is_gone (const HeedChoice *choice)
{
  const HeedNotice *notice = choice->scorecard->notice;

  return notice != NULL && notice->state >= HEED_NOTICE_LEFT && choice->scorecard->verdict == HEED_VERDICT_DORMANT;
}

/* Nobody is sent to an account that moved or left while another is known. */
static gboolean
is_better (const HeedChoice *choice, const HeedChoice *than)
{
  if (is_gone (choice) != is_gone (than))
    return is_gone (than);
  guint rank = get_rank (choice->scorecard->verdict), other_rank = get_rank (than->scorecard->verdict);

  if (rank != other_rank)
    return rank < other_rank;
  return get_bound (choice->scorecard) > get_bound (than->scorecard);
}

/* S3: the account that @choice names for help, where it is among @choices and not known to be silent; else @choice. */
static const HeedChoice *
follow_notice (const HeedChoice *choices, guint n_choices, const HeedChoice *choice)
{
  const HeedNotice *notice = choice->scorecard->notice;

  if (notice == NULL || notice->state != HEED_NOTICE_CARE_ELSEWHERE)
    return choice;
  for (guint i = 0; i < n_choices; i++)
    if (g_ascii_strcasecmp (choices[i].account, notice->to) == 0
        && get_rank (choices[i].scorecard->verdict) <= get_rank (HEED_VERDICT_UNKNOWN))
      return &choices[i];
  return choice;
}

/* Where accounts themselves point: to the best one, or past it. */
static void
add_notice_reason (HeedAdvice *advice, const HeedChoice *choice, const HeedChoice *best)
{
  const HeedNotice *notice = choice->scorecard->notice;
  g_autofree char *to = notice != NULL ? heed_notice_dup_target (notice) : NULL;

  if (choice == best && is_gone (choice) && to == NULL)
    add_reason (advice, "%s", _ ("Look for another account of the company, or for another channel."));
  else if (choice == best && to != NULL && (is_gone (choice) || notice->state == HEED_NOTICE_CARE_ELSEWHERE))
    /* Translators: an account or a link. */
    add_reason (advice, _ ("It names %s instead: check that before you write here."), to);
  else if (to != NULL && g_ascii_strcasecmp (notice->to, best->account) == 0)
    /* Translators: an account, then another one. */
    add_reason (advice, _ ("%s itself names %s."), choice->account, to);
}

/* Why this account: its own sentence, then those of the others. */
static void
add_channel_reasons (HeedAdvice *advice, const HeedChoice *choices, guint n_choices, const HeedChoice *best)
{
  add_reason (advice, "%s", best->scorecard->summary);
  for (guint i = 0; i < n_choices; i++)
    add_notice_reason (advice, &choices[i], best);
  for (guint i = 0; i < n_choices; i++)
    if (&choices[i] != best)
      /* Translators: another account, and the sentence on how it answers. */
      add_reason (advice, _ ("Instead of %s: %s"), choices[i].account, choices[i].scorecard->summary);
}

/* Hours only where they would have helped before. */
static void
advise_times (HeedAdvice *advice, const HeedChoice *choice, gint64 now, GTimeZone *zone, const HeedQuietHours *quiet)
{
  gboolean sees_silence = choice->scorecard->verdict != HEED_VERDICT_UNKNOWN;
  g_autoptr (HeedBacktest) backtest = heed_backtest_new (choice->set, sees_silence, zone, NULL);

  advice->hour = HEED_HOUR_UNKNOWN;
  if (backtest == NULL)
    {
      add_reason (
        advice,
        ngettext ("Whether the hour matters here is not known: %u message is too few to learn good hours from.",
                  "Whether the hour matters here is not known: %u messages are too few to learn good hours "
                  "from.",
                  advice->n),
        advice->n);
      add_habit (advice);
      return;
    }

  gint64 until = choice->set->until;
  g_autoptr (GArray) outcomes = heed_hour_outcomes_new (choice->set, sees_silence, until, zone);
  g_autoptr (HeedForecast) forecast = heed_forecast_new (choice->set, sees_silence, until, zone);
  guint n_quiet = 0;
  Week week;

  week_init (&week, choice->set, choice->scorecard, zone);
  g_autoptr (GArray) ranked = rank_week (&week, forecast, now, zone, quiet, &n_quiet);
  if (backtest->gain_low > 0 && backtest->advised_within.n >= HEED_VERDICT_MIN_MESSAGES
      && ranked->len + n_quiet >= N_TIMES)
    {
      advice->hour = HEED_HOUR_MATTERS;
      advise_by_evidence (advice, &week, ranked, outcomes);
      add_gain_reason (advice, &week, backtest);
    }
  else
    advise_without_evidence (advice, backtest);
  week_clear (&week);
}

/**
 * heed_advice_new: where and when to write in the coming week.
 * @choices: at least one; borrowed
 * @now: Unix seconds
 * @zone: whose clocks the hours are taken from
 * @quiet: (nullable): hours on these clocks that are never named
 *
 * The hours are those in which HeedForecast expects most answers within an hour, named only where heed_backtest_new()
 * shows by the account's own past that such hours helped. Else none is named: the hour does not matter, or it is not
 * known whether it does, and what is usual elsewhere is a reason only. docs/statistics.md has the thresholds.
 *
 * Returns: (transfer full): @times best first; may be empty
 */
HeedAdvice *
heed_advice_new (const HeedChoice *choices, guint n_choices, gint64 now, GTimeZone *zone, const HeedQuietHours *quiet)
{
  g_return_val_if_fail (choices != NULL && n_choices > 0 && zone != NULL, NULL);

  HeedAdvice *advice = g_new0 (HeedAdvice, 1);
  const HeedChoice *best = &choices[0];
  for (guint i = 1; i < n_choices; i++)
    if (is_better (&choices[i], best))
      best = &choices[i];
  best = follow_notice (choices, n_choices, best);
  advice->channel = g_strdup (best->channel);
  advice->network = g_strdup (best->network);
  advice->account = g_strdup (best->account);
  advice->times = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_free);
  advice->avoid = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_free);
  advice->reasons = g_ptr_array_new_with_free_func (g_free);
  advice->n = best->scorecard->all.messages;
  add_channel_reasons (advice, choices, n_choices, best);
  advice->n_channel_reasons = advice->reasons->len;

  advise_times (advice, best, now, zone, quiet);
  return advice;
}
