/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-hour-model.h"

#include <math.h>

#include "heed-thumb.h"
#include "heed-week.h"

#define HOUR_S 3600
#define DAY_S (24 * HOUR_S)

/* Share of the messages, oldest first, to learn from; the others judge. */
#define LEARN_PERCENT 70

/* What a rule of thumb is worth on the scale of log odds, and the messages after which it is worth half. The sources
 * give a direction only; the size is ours, small enough for twenty messages to speak louder. */
#define THUMB_LOG_ODDS 0.25
#define THUMB_MESSAGES 20.0

/* Under so many messages the weights are not learned. */
#define MIN_TO_WEIGH 40
#define USUAL_WEIGHT 64.0

/* Blocks of time of equally many messages that must foretell each other. */
#define N_BLOCKS 5

/* So much that an hour has no say of its own. */
#define ALL_WEIGHT 65536.0

typedef struct
{
  guint n[HEED_HOURS_PER_WEEK];
  guint hits[HEED_HOURS_PER_WEEK];
} Counts;

static int
compare_outcomes (const void *a, const void *b)
{
  const HeedHourOutcome *first = a, *second = b;

  return (first->asked_at > second->asked_at) - (first->asked_at < second->asked_at);
}

/**
 * heed_hour_outcomes_new: what somebody who looks at @until can know.
 * @sees_silence: unanswered messages can be seen; else only those that were answered by @until count
 * @until: Unix seconds; nothing later is used
 * @zone: whose hours
 *
 * Messages of the last hour are left out, answered or not: which of them were answered within it is not decided yet,
 * and to keep only the answered ones would flatter. Where silence cannot be seen it is the last day, in which only
 * the quick answers could come.
 *
 * Returns: (transfer full) (element-type HeedHourOutcome): oldest first
 */
GArray *
heed_hour_outcomes_new (const HeedExchangeSet *set, gboolean sees_silence, gint64 until, GTimeZone *zone)
{
  g_return_val_if_fail (set != NULL && zone != NULL, NULL);

  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (HeedHourOutcome));
  gint64 last = until - (sees_silence ? HOUR_S : DAY_S);

  for (guint i = 0; i < set->exchanges->len; i++)
    {
      const HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      gboolean answered = exchange->answered_at <= until;
      guint day, hour;

      if (exchange->asked_at > last || (sees_silence ? exchange->found_by_answer : !answered))
        continue;
      heed_week_get_cell (zone, exchange->asked_at, &day, &hour);
      HeedHourOutcome outcome = {
        .asked_at = exchange->asked_at,
        .wait = { MAX (0, (answered ? exchange->answered_at : until) - exchange->asked_at), answered },
        .cell = day * 24 + hour,
      };
      g_array_append_val (outcomes, outcome);
    }
  g_array_sort (outcomes, compare_outcomes);
  return outcomes;
}

/** heed_hour_outcome_is_within: whether the answer came within the hour (row S26). */
gboolean
heed_hour_outcome_is_within (const HeedHourOutcome *outcome)
{
  return outcome->wait.answered && outcome->wait.lag_s <= HOUR_S;
}

/** heed_hour_outcomes_get_split: index of the first message to judge by, where those before it are learned from. */
guint
heed_hour_outcomes_get_split (const GArray *outcomes)
{
  return (guint) ((guint64) outcomes->len * LEARN_PERCENT / 100);
}

/* Adds what was seen of the messages from @from to before @to. */
static void
count (const GArray *outcomes, guint from, guint to, Counts *counts)
{
  for (guint i = from; i < to; i++)
    {
      const HeedHourOutcome *outcome = &g_array_index (outcomes, HeedHourOutcome, i);

      counts->n[outcome->cell]++;
      counts->hits[outcome->cell] += heed_hour_outcome_is_within (outcome) ? 1 : 0;
    }
}

/* Where an hour starts before any message of it was seen: at the account's share, moved by the rule of thumb as long
 * as little is known of the account. */
static double
get_start (double overall, guint n, guint cell)
{
  HeedThumb thumb = heed_thumb_read (cell / 24, cell % 24);
  double side = thumb == HEED_THUMB_WRITE ? 1 : thumb == HEED_THUMB_AVOID ? -1 : 0;
  double shift = side * THUMB_LOG_ODDS * THUMB_MESSAGES / (THUMB_MESSAGES + n);

  return 1 / (1 + (1 - overall) / overall * exp (-shift));
}

static gboolean
is_alike (guint day, guint other)
{
  return (day < 5) == (other < 5);
}

/* The share of each hour, weighed first with the same hour of like days and that with the account's share. */
static void
fit (HeedHourModel *model, const Counts *counts, double like_days, double one_day)
{
  guint n = 0, hits = 0;

  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    {
      n += counts->n[cell];
      hits += counts->hits[cell];
      model->n[cell] = counts->n[cell];
    }
  model->like_days = like_days;
  model->one_day = one_day;
  /* Laplace's rule: neither never nor always from a handful of messages. */
  model->overall = (hits + 1.0) / (n + 2.0);
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    {
      guint like_n = 0, like_hits = 0;

      for (guint day = 0; day < 7; day++)
        if (is_alike (cell / 24, day))
          {
            like_n += counts->n[day * 24 + cell % 24];
            like_hits += counts->hits[day * 24 + cell % 24];
          }
      double like = (like_hits + like_days * get_start (model->overall, n, cell)) / (like_n + like_days);
      model->within[cell] = (counts->hits[cell] + one_day * like) / (counts->n[cell] + one_day);
    }
}

/* By how much the squares by which forecasts are off (Brier 1950) shrink from @plain to @model over @later: their sum
 * and the sum of their squares are added. */
static void
add_gain (const HeedHourModel *model, const HeedHourModel *plain, const Counts *later, double *sum, double *squares)
{
  for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
    {
      double p = model->within[cell], q = plain->within[cell];
      double if_hit = (1 - q) * (1 - q) - (1 - p) * (1 - p), if_miss = q * q - p * p;
      guint hits = later->hits[cell], misses = later->n[cell] - hits;

      *sum += hits * if_hit + misses * if_miss;
      *squares += hits * if_hit * if_hit + misses * if_miss * if_miss;
    }
}

/* The gain over all blocks, each foretold from the others, less one standard error: the rule of L. Breiman et al.,
 * Classification and Regression Trees, 1984. */
static double
get_sure_gain (const Counts *blocks, const Counts *others, double like_days, double one_day)
{
  double sum = 0, squares = 0;

  for (guint i = 0; i < N_BLOCKS; i++)
    {
      HeedHourModel model, plain;

      fit (&model, &others[i], like_days, one_day);
      fit (&plain, &others[i], ALL_WEIGHT, ALL_WEIGHT);
      add_gain (&model, &plain, &blocks[i], &sum, &squares);
    }
  return sum - sqrt (squares);
}

/* The weights with which blocks of time foretell each other best, where that beats one forecast for all hours. */
static void
choose_weights (const GArray *outcomes, double *like_days, double *one_day)
{
  static const double weights[] = { ALL_WEIGHT, 256, 64, 16, 4, 1 };
  Counts blocks[N_BLOCKS], others[N_BLOCKS];
  double most = 0;

  for (guint i = 0; i < N_BLOCKS; i++)
    {
      guint from = (guint) ((guint64) outcomes->len * i / N_BLOCKS);
      guint to = (guint) ((guint64) outcomes->len * (i + 1) / N_BLOCKS);

      blocks[i] = others[i] = (Counts){ 0 };
      count (outcomes, from, to, &blocks[i]);
      count (outcomes, 0, from, &others[i]);
      count (outcomes, to, outcomes->len, &others[i]);
    }
  *like_days = *one_day = ALL_WEIGHT;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    for (guint j = 0; j < G_N_ELEMENTS (weights); j++)
      {
        double gain = get_sure_gain (blocks, others, weights[i], weights[j]);

        if (gain > most + 1e-9)
          {
            most = gain;
            *like_days = weights[i];
            *one_day = weights[j];
          }
      }
}

/**
 * heed_hour_model_learn: learns from @outcomes.
 * @outcomes: of heed_hour_outcomes_new(); may be empty, then the rules of thumb alone speak
 *
 * A beta-binomial model in two steps: an hour of one day is drawn towards the same hour of like days (Monday to
 * Friday, or the weekend), that towards the account's share. How strongly is tried out inside @outcomes: five
 * blocks of time must foretell each other. So an hour only stands out where hours did so before. docs/statistics.md.
 */
void
heed_hour_model_learn (HeedHourModel *model, const GArray *outcomes)
{
  g_return_if_fail (model != NULL && outcomes != NULL);

  double like_days = USUAL_WEIGHT, one_day = USUAL_WEIGHT;
  Counts all = { 0 };

  if (outcomes->len >= MIN_TO_WEIGH)
    choose_weights (outcomes, &like_days, &one_day);
  count (outcomes, 0, outcomes->len, &all);
  fit (model, &all, like_days, one_day);
}

static int
compare_waits (const void *a, const void *b)
{
  const HeedHourOutcome *first = a, *second = b;

  if (first->wait.lag_s != second->wait.lag_s)
    return first->wait.lag_s < second->wait.lag_s ? -1 : 1;
  /* As Kaplan and Meier have it: who was lost from sight at that moment was still waiting. */
  return second->wait.answered - first->wait.answered;
}

/* What one message weighs in the curve of @cell: as in fit(), so that both say the same of the hour. */
static double
get_weight (const HeedHourModel *model, guint cell, guint of)
{
  guint n = 0, like_n = 0;

  for (guint other = 0; other < HEED_HOURS_PER_WEEK; other++)
    {
      n += model->n[other];
      like_n += other % 24 == cell % 24 && is_alike (other / 24, cell / 24) ? model->n[other] : 0;
    }
  gboolean is_like = of % 24 == cell % 24 && is_alike (of / 24, cell / 24);
  double like = ((is_like ? 1 : 0) + model->like_days / n) / (like_n + model->like_days);
  return ((of == cell ? 1 : 0) + model->one_day * like) / (model->n[cell] + model->one_day);
}

/* Walks down the curve of the unanswered, to @until or to where no more than @least are left. */
static double
walk_down (const GArray *sorted, const double *weights, gint64 until, double least, double *left)
{
  double waiting = 0;

  *left = 1;
  for (guint i = 0; i < sorted->len; i++)
    waiting += weights[g_array_index (sorted, HeedHourOutcome, i).cell];
  for (guint i = 0; i < sorted->len; i++)
    {
      const HeedHourOutcome *outcome = &g_array_index (sorted, HeedHourOutcome, i);
      double weight = weights[outcome->cell];

      if (outcome->wait.lag_s > until)
        break;
      if (outcome->wait.answered)
        *left *= MAX (0, 1 - weight / waiting);
      if (outcome->wait.answered && *left <= least)
        return (double) outcome->wait.lag_s;
      waiting -= weight;
    }
  return NAN;
}

/**
 * heed_hour_model_get_median: seconds until half of the messages written in hour @cell are answered.
 * @outcomes: those the model was learned from
 * @within: the chance of an answer within the hour, such as heed_forecast_get_within() has it
 *
 * The curve of the hour is Kaplan and Meier's over all messages, with the weights by which the model draws the hour
 * towards like days and the whole account. It is moved in log odds, the same at all times, until it says @within at
 * the hour (S. Bennett, Analysis of survival data by the proportional odds model, Statistics in Medicine 2, 1983).
 *
 * Returns: NAN where the curve does not get there
 */
double
heed_hour_model_get_median (const HeedHourModel *model, const GArray *outcomes, guint cell, double within)
{
  g_return_val_if_fail (model != NULL && outcomes != NULL && cell < HEED_HOURS_PER_WEEK, NAN);

  double weights[HEED_HOURS_PER_WEEK], left;
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (HeedHourOutcome), outcomes->len);

  if (outcomes->len == 0)
    return NAN;
  g_array_append_vals (sorted, outcomes->data, outcomes->len);
  g_array_sort (sorted, compare_waits);
  for (guint of = 0; of < HEED_HOURS_PER_WEEK; of++)
    weights[of] = get_weight (model, cell, of);
  walk_down (sorted, weights, HOUR_S, -1, &left);
  /* Half are left after the move where now so many are; the odds of what is left move the other way. */
  left = CLAMP (left, 0.001, 0.999);
  within = CLAMP (within, 0.001, 0.999);
  double odds = left / (1 - left) * within / (1 - within);
  return walk_down (sorted, weights, G_MAXINT64, odds / (1 + odds), &left);
}
