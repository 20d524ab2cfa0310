/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-scorecard.h"

#include <math.h>
#include <string.h>

#include "heed-automation.h"
#include "heed-hours.h"
#include "heed-presence.h"
#include "heed-verdict.h"
#include "heed-week.h"

#define HOUR_S 3600
#define N_CELLS (7 * 24)
#define MIN_CELL 5
#define MIN_AGENT 5

static void
agent_free (HeedAgent *agent)
{
  g_free (agent->name);
  g_free (agent);
}

void
heed_scorecard_free (HeedScorecard *scorecard)
{
  if (scorecard == NULL)
    return;
  g_free (scorecard->company);
  g_free (scorecard->network);
  g_free (scorecard->account);
  g_free (scorecard->summary);
  heed_notice_free (scorecard->notice);
  g_clear_pointer (&scorecard->templates, g_ptr_array_unref);
  g_ptr_array_unref (scorecard->agents);
  g_free (scorecard->stated_hours);
  g_free (scorecard->timezone);
  g_free (scorecard->presence.country);
  g_array_unref (scorecard->curve);
  g_hash_table_unref (scorecard->left_out);
  g_ptr_array_unref (scorecard->reasons);
  g_free (scorecard);
}

/* How long a message waited: on the wall, or with @counter in open hours. */
static HeedWait
get_wait (const HeedExchange *exchange, gint64 until, const HeedHoursCounter *counter)
{
  gboolean answered = exchange->answered_at != HEED_NEVER;
  gint64 end = answered ? exchange->answered_at : until;

  return (HeedWait){
    .lag_s = counter != NULL ? heed_hours_counter_get (counter, exchange->asked_at, end) : end - exchange->asked_at,
    .answered = answered,
  };
}

/* The part of a sample that tells how fast: over all that was answered, however it was found. */
static void
fill_answered (HeedSample *sample, HeedWait *answered)
{
  heed_statistics_sort (answered, sample->answered);
  sample->answered_median_s = heed_statistics_quantile (answered, sample->answered, 0.5);
  sample->answered_p90_s = heed_statistics_quantile (answered, sample->answered, 0.9);
}

/* The part that tells how often: over the messages whose silence could have been seen. */
static void
fill_visible (HeedSample *sample, HeedWait *visible, guint n, guint n_answered, GArray **curve)
{
  heed_statistics_sort (visible, n);
  GArray *steps = heed_statistics_curve (visible, n);
  sample->rate = heed_statistics_share (n_answered, n);
  sample->median_s = n > 0 ? heed_statistics_curve_quantile (steps, 0.5) : NAN;
  sample->p90_s = n > 0 ? heed_statistics_curve_quantile (steps, 0.9) : NAN;
  sample->within_1h = heed_statistics_curve_within (steps, HOUR_S, n);
  sample->within_24h = heed_statistics_curve_within (steps, 24 * HOUR_S, n);
  sample->within_7d = heed_statistics_curve_within (steps, 7 * 24 * HOUR_S, n);
  if (curve != NULL)
    *curve = g_array_ref (steps);
  g_array_unref (steps);
}

/* @counter: (nullable): open hours; @curve: (nullable) (out): the steps behind the shares */
static void
fill_sample (HeedSample *sample, const HeedExchangeSet *set, gboolean only_first, const HeedHoursCounter *counter,
             GArray **curve)
{
  guint n_visible = 0, n_visible_answered = 0;
  g_autofree HeedWait *answered = g_new (HeedWait, MAX (set->exchanges->len, 1));
  g_autofree HeedWait *visible = g_new (HeedWait, MAX (set->exchanges->len, 1));

  memset (sample, 0, sizeof *sample);
  for (guint i = 0; i < set->exchanges->len; i++)
    {
      const HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      if (only_first && !exchange->opens)
        continue;

      HeedWait wait = get_wait (exchange, set->until, counter);
      sample->messages++;
      if (wait.answered)
        answered[sample->answered++] = wait;
      if (exchange->found_by_answer)
        continue;
      visible[n_visible++] = wait;
      n_visible_answered += wait.answered ? 1 : 0;
    }
  fill_answered (sample, answered);
  fill_visible (sample, visible, n_visible, n_visible_answered, curve);
}

static void
fill_open_hours (HeedScorecard *scorecard, const HeedExchangeSet *set, GTimeZone *zone)
{
  HeedHoursCounter counter;

  if (!scorecard->has_open_hours)
    return;
  heed_hours_counter_init (&counter, scorecard->has_learned_hours ? scorecard->open : scorecard->presence.stated, zone);
  fill_sample (&scorecard->open_hours, set, FALSE, &counter, NULL);
}

static guint
get_cell (const HeedExchange *exchange, GTimeZone *zone)
{
  guint day, hour;

  heed_week_get_cell (zone, exchange->asked_at, &day, &hour);
  return day * 24 + hour;
}

/* The map of the week. Where silence can be seen only such messages count; else the answered ones tell the speed. */
static void
fill_week (HeedScorecard *scorecard, const HeedExchangeSet *set, GTimeZone *zone)
{
  gboolean sees_silence = scorecard->all.rate.n > 0;
  g_autofree HeedWait *waits = g_new (HeedWait, MAX (set->exchanges->len, 1));
  guint starts[N_CELLS + 1] = { 0 }, filled[N_CELLS] = { 0 };

  for (guint i = 0; i < set->exchanges->len; i++)
    {
      const HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      if (!sees_silence || !exchange->found_by_answer)
        starts[get_cell (exchange, zone) + 1]++;
    }
  for (guint cell = 0; cell < N_CELLS; cell++)
    starts[cell + 1] += starts[cell];
  for (guint i = 0; i < set->exchanges->len; i++)
    {
      const HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      if (sees_silence && exchange->found_by_answer)
        continue;
      guint cell = get_cell (exchange, zone);
      waits[starts[cell] + filled[cell]++] = get_wait (exchange, set->until, NULL);
    }
  for (guint cell = 0; cell < N_CELLS; cell++)
    {
      HeedHourCell *hour = &scorecard->week[cell / 24][cell % 24];
      HeedWait *first = waits + starts[cell];

      hour->n = filled[cell];
      hour->median_s = NAN;
      if (hour->n < MIN_CELL)
        continue;
      heed_statistics_sort (first, hour->n);
      g_autoptr (GArray) curve = heed_statistics_curve (first, hour->n);
      hour->median_s = heed_statistics_curve_quantile (curve, 0.5);
    }
}

/* What replies do, over those that were understood, and how many are signed, over all. */
static void
fill_kinds (HeedScorecard *scorecard, const HeedExchangeSet *set)
{
  guint counts[HEED_N_REPLY_KINDS] = { 0 }, n_understood = 0, n_signed = 0;

  scorecard->n_replies = set->replies->len;
  for (guint i = 0; i < set->replies->len; i++)
    {
      const HeedReply *reply = &g_array_index (set->replies, HeedReply, i);

      n_understood += reply->kinds != 0 ? 1 : 0;
      n_signed += reply->agent != HEED_NO_AGENT ? 1 : 0;
      for (guint kind = 0; kind < HEED_N_REPLY_KINDS; kind++)
        counts[kind] += reply->kinds >> kind & 1;
    }
  for (guint kind = 0; kind < HEED_N_REPLY_KINDS; kind++)
    scorecard->kinds[kind] = heed_statistics_share (counts[kind], n_understood);
  scorecard->signed_share = heed_statistics_share (n_signed, scorecard->n_replies);
}

static int
compare_agents (gconstpointer a, gconstpointer b)
{
  const HeedAgent *first = *(HeedAgent *const *) a, *second = *(HeedAgent *const *) b;

  if (first->replies != second->replies)
    return first->replies > second->replies ? -1 : 1;
  return strcmp (first->name, second->name);
}

/* The lags of each agent's replies, one array an agent; and how many replies each signed. */
static GPtrArray *
collect_lags (const HeedExchangeSet *set, guint *n_replies)
{
  GPtrArray *lags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < set->agents->len; i++)
    g_ptr_array_add (lags, g_array_new (FALSE, FALSE, sizeof (HeedWait)));
  for (guint i = 0; i < set->replies->len; i++)
    {
      const HeedReply *reply = &g_array_index (set->replies, HeedReply, i);
      HeedWait wait = { .lag_s = reply->lag_s, .answered = TRUE };

      if (reply->agent >= set->agents->len)
        continue;
      n_replies[reply->agent]++;
      if (reply->lag_s >= 0)
        g_array_append_val (lags->pdata[reply->agent], wait);
    }
  return lags;
}

static void
fill_agents (HeedScorecard *scorecard, const HeedExchangeSet *set)
{
  g_autofree guint *n_replies = g_new0 (guint, set->agents->len + 1);
  g_autoptr (GPtrArray) lags = collect_lags (set, n_replies);

  for (guint i = 0; i < set->agents->len; i++)
    {
      GArray *own = lags->pdata[i];
      if (n_replies[i] < MIN_AGENT)
        continue;

      HeedAgent *agent = g_new0 (HeedAgent, 1);
      heed_statistics_sort ((HeedWait *) own->data, own->len);
      agent->name = g_strdup (set->agents->pdata[i]);
      agent->replies = n_replies[i];
      agent->median_s = heed_statistics_quantile ((HeedWait *) own->data, own->len, 0.5);
      g_ptr_array_add (scorecard->agents, agent);
    }
  g_ptr_array_sort (scorecard->agents, compare_agents);
}

static guint
count_left_out (GHashTable *left_out)
{
  GHashTableIter iter;
  gpointer n;
  guint sum = 0;

  g_hash_table_iter_init (&iter, left_out);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    sum += GPOINTER_TO_UINT (n);
  return sum;
}

/**
 * heed_scorecard_new: everything that follows from what was seen of a company.
 * @options: (nullable): what the exchanges do not say
 *
 * docs/statistics.md defines each figure. Only messages whose silence could have been seen count for how often
 * answers come; all that were answered count for how fast.
 *
 * Returns: (transfer full): never %NULL
 */
HeedScorecard *
heed_scorecard_new (const HeedExchangeSet *set, const HeedScorecardOptions *options)
{
  static const HeedScorecardOptions no_options = { 0 };

  g_return_val_if_fail (set != NULL, NULL);

  options = options != NULL ? options : &no_options;
  HeedScorecard *scorecard = g_new0 (HeedScorecard, 1);
  scorecard->company = g_strdup (set->company);
  scorecard->network = g_strdup (options->network);
  scorecard->account = g_strdup (options->account);
  scorecard->notice = options->notice != NULL ? heed_notice_copy (options->notice) : NULL;
  scorecard->from = set->from;
  scorecard->until = set->until;
  scorecard->agents = g_ptr_array_new_with_free_func ((GDestroyNotify) agent_free);
  scorecard->reasons = g_ptr_array_new_with_free_func (g_free);
  scorecard->left_out = g_hash_table_ref (set->left_out);
  scorecard->left_out_rows = count_left_out (set->left_out);

  heed_presence_fill (scorecard, set, options->timezone);
  g_autoptr (GTimeZone) zone = heed_week_new_zone (scorecard->timezone);
  fill_sample (&scorecard->all, set, FALSE, NULL, &scorecard->curve);
  fill_sample (&scorecard->first, set, TRUE, NULL, NULL);
  fill_open_hours (scorecard, set, zone);
  fill_week (scorecard, set, zone);
  fill_kinds (scorecard, set);
  heed_automation_fill (scorecard, set, options->is_bot);
  fill_agents (scorecard, set);
  heed_verdict_fill (scorecard, set, options, zone);
  return scorecard;
}
