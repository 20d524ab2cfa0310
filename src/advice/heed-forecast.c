/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-forecast.h"

#include <math.h>
#include <string.h>

#include "heed-week.h"

#define HOUR_S 3600

/* After so many further messages what was seen counts half, the longest memory first. */
static const double half_lives[HEED_FORECAST_N_MEMORIES] = { 64, 16, 4 };

/* How much of the learned differences between hours is believed. */
static const double sizes[HEED_FORECAST_N_SIZES] = { 0, 0.5, 1 };

/* So many messages count what the next longer memory says, and the account's share for the longest one. */
#define PRIOR_MESSAGES 2.0

/* After each message this part of the belief is dealt out anew, so that none is lost for good. */
#define NEW_DEAL 0.05
#define SIZE_DEAL 0.001

/* A chance is never taken for 0 or 1. */
#define LEAST_CHANCE 0.001

/* Under so many messages the earlier half of them is no ground to try on the later one. */
#define MIN_TO_TRY 40

#define MAX_STEPS 20

/* A message of which it became known whether the answer came within the hour. */
typedef struct
{
  gint64 known_at;
  guint cell;
  gboolean is_within;
} Event;

static int
compare_events (const void *a, const void *b)
{
  const Event *first = a, *second = b;

  if (first->known_at != second->known_at)
    return first->known_at < second->known_at ? -1 : 1;
  /* Equal ones in any fixed order, so that the same messages always give the same forecast. */
  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;
  return first->is_within - second->is_within;
}

/* Where silence can be seen, the hour decides. Else there are only answers; in the order in which they come, quick and
 * slow ones are mixed as they are, while of messages of late only the quick answers would have come. */
static GArray *
new_events (const HeedExchangeSet *set, gboolean sees_silence, GTimeZone *zone)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint i = 0; i < set->exchanges->len; i++)
    {
      const HeedExchange *exchange = &g_array_index (set->exchanges, HeedExchange, i);
      gboolean answered = exchange->answered_at != HEED_NEVER;
      gint64 known_at = exchange->asked_at + HOUR_S;
      guint day, hour;

      if (sees_silence ? exchange->found_by_answer : !answered)
        continue;
      if (!sees_silence)
        known_at = MAX (exchange->asked_at, exchange->answered_at);
      if (known_at > set->until)
        continue;
      heed_week_get_cell (zone, exchange->asked_at, &day, &hour);
      Event event = { known_at, day * 24 + hour, answered && exchange->answered_at <= exchange->asked_at + HOUR_S };
      g_array_append_val (events, event);
    }
  g_array_sort (events, compare_events);
  return events;
}

static double
get_log_odds (double chance)
{
  chance = CLAMP (chance, LEAST_CHANCE, 1 - LEAST_CHANCE);
  return log (chance / (1 - chance));
}

static double
get_chance (double odds)
{
  return odds / (1 + odds);
}

/* The level at which as many answers within the hour are expected as came, by Newton's method: the likelihood has one
 * peak only. */
static double
solve (const double *n, const double *hits, const double *odds, double prior, double start)
{
  double level = start, prior_chance = get_chance (exp (prior));

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      double all = exp (level), chance = get_chance (all);
      double missing = PRIOR_MESSAGES * (prior_chance - chance), slope = PRIOR_MESSAGES * chance * (1 - chance);

      for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
        if (n[cell] > 0)
          {
            chance = get_chance (all * odds[cell]);
            missing += hits[cell] - n[cell] * chance;
            slope += n[cell] * chance * (1 - chance);
          }
      double step = CLAMP (missing / slope, -1, 1);
      level += step;
      if (fabs (step) < 1e-6)
        break;
    }
  return level;
}

static void
solve_all (HeedForecast *forecast)
{
  if (forecast->is_solved)
    return;
  for (guint size = 0; size < HEED_FORECAST_N_SIZES; size++)
    {
      double prior = get_log_odds (forecast->overall);

      for (guint memory = 0; memory < HEED_FORECAST_N_MEMORIES; memory++)
        {
          double *level = &forecast->level[memory][size];

          *level = solve (forecast->n[memory], forecast->hits[memory], forecast->odds[size], prior, *level);
          prior = *level;
        }
    }
  forecast->is_solved = TRUE;
}

/* What a memory is believed, with each size, for want of experience: the longer the more, as it errs less by chance. */
static double
get_first_weight (guint memory)
{
  double total = 0;

  for (guint i = 0; i < HEED_FORECAST_N_MEMORIES; i++)
    total += half_lives[i];
  return half_lives[memory] / total / HEED_FORECAST_N_SIZES;
}

/* What one memory with one size of differences expects. */
static double
get_opinion (const HeedForecast *forecast, guint memory, guint size, guint cell)
{
  double chance = get_chance (exp (forecast->level[memory][size]) * forecast->odds[size][cell]);

  return CLAMP (chance, LEAST_CHANCE, 1 - LEAST_CHANCE);
}

/* Belief goes to those that foresaw what came. A part of it is dealt out anew among the memories, so that none is lost
 * for good; how much hours differ is a lasting trait, and doubted less. */
static void
weigh (HeedForecast *forecast, const Event *event)
{
  double believed[HEED_FORECAST_N_SIZES] = { 0 }, total = 0;

  solve_all (forecast);
  for (guint memory = 0; memory < HEED_FORECAST_N_MEMORIES; memory++)
    for (guint size = 0; size < HEED_FORECAST_N_SIZES; size++)
      {
        double chance = get_opinion (forecast, memory, size, event->cell);

        forecast->weight[memory][size] *= event->is_within ? chance : 1 - chance;
        believed[size] += forecast->weight[memory][size];
        total += forecast->weight[memory][size];
      }
  for (guint size = 0; size < HEED_FORECAST_N_SIZES; size++)
    {
      double doubt = ((1 - SIZE_DEAL) * believed[size] / total + SIZE_DEAL / HEED_FORECAST_N_SIZES) / believed[size];

      for (guint memory = 0; memory < HEED_FORECAST_N_MEMORIES; memory++)
        forecast->weight[memory][size] = (1 - NEW_DEAL) * forecast->weight[memory][size] * doubt
                                         + NEW_DEAL * get_first_weight (memory) * HEED_FORECAST_N_SIZES * believed[size]
                                             * doubt;
    }
}

static void
take_in (HeedForecast *forecast, const Event *event)
{
  for (guint memory = 0; memory < HEED_FORECAST_N_MEMORIES; memory++)
    {
      double fading = exp2 (-1 / half_lives[memory]);

      for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
        {
          forecast->n[memory][cell] *= fading;
          forecast->hits[memory][cell] *= fading;
        }
      forecast->n[memory][event->cell] += 1;
      forecast->hits[memory][event->cell] += event->is_within ? 1 : 0;
    }
  forecast->is_solved = FALSE;
}

/* Takes the differences between hours from @model and forgets all levels. */
static void
set_model (HeedForecast *forecast, const HeedHourModel *model)
{
  double overall = get_log_odds (model->overall);

  forecast->overall = model->overall;
  forecast->n_seen = 0;
  forecast->is_solved = FALSE;
  memset (forecast->n, 0, sizeof forecast->n);
  memset (forecast->hits, 0, sizeof forecast->hits);
  for (guint size = 0; size < HEED_FORECAST_N_SIZES; size++)
    {
      for (guint cell = 0; cell < HEED_HOURS_PER_WEEK; cell++)
        forecast->odds[size][cell] = exp (sizes[size] * (get_log_odds (model->within[cell]) - overall));
      for (guint memory = 0; memory < HEED_FORECAST_N_MEMORIES; memory++)
        forecast->level[memory][size] = overall;
    }
}

/* Takes in what was known at @at. Belief is moved by what became known after @from only. */
static void
follow (HeedForecast *forecast, gint64 from, gint64 at)
{
  while (forecast->n_seen < forecast->events->len)
    {
      const Event *event = &g_array_index (forecast->events, Event, forecast->n_seen);

      if (event->known_at > at)
        break;
      if (event->known_at > from)
        weigh (forecast, event);
      take_in (forecast, event);
      forecast->n_seen++;
    }
}

/* How far to believe which memory and size: learned on the earlier half of what was known, tried on the later. */
static void
try_on_half (HeedForecast *forecast, const HeedExchangeSet *set, gboolean sees_silence, const GArray *known, gint64 at,
             GTimeZone *zone)
{
  gint64 half = g_array_index (known, HeedHourOutcome, known->len / 2).asked_at;
  g_autoptr (GArray) earlier = heed_hour_outcomes_new (set, sees_silence, half, zone);
  HeedHourModel model;

  heed_hour_model_learn (&model, earlier);
  set_model (forecast, &model);
  follow (forecast, half, at);
}

/**
 * heed_forecast_new: what somebody who looks at @at expects of a message written then.
 * @sees_silence: as in heed_hour_outcomes_new()
 * @at: Unix seconds; nothing later is used before heed_forecast_follow() is told that it has come
 * @zone: whose hours
 *
 * How hours differ is learned once, by heed_hour_model_learn(); how the account does as a whole is followed from
 * message to message (A. P. Dawid, Statistical theory: the prequential approach, JRSS A 147, 1984). Memories of
 * different length compete, and sizes of the differences between hours, by a Bayesian mixture whose belief is shared
 * out anew a little at each step (M. Herbster and M. K. Warmuth, Tracking the best expert, Machine Learning 32, 1998):
 * so a change that has never been seen before is still followed. docs/statistics.md.
 *
 * Returns: (transfer full): a forecast
 */
HeedForecast *
heed_forecast_new (const HeedExchangeSet *set, gboolean sees_silence, gint64 at, GTimeZone *zone)
{
  g_return_val_if_fail (set != NULL && zone != NULL, NULL);

  HeedForecast *forecast = g_new0 (HeedForecast, 1);
  g_autoptr (GArray) known = heed_hour_outcomes_new (set, sees_silence, at, zone);
  HeedHourModel model;

  forecast->events = new_events (set, sees_silence, zone);
  for (guint memory = 0; memory < HEED_FORECAST_N_MEMORIES; memory++)
    for (guint size = 0; size < HEED_FORECAST_N_SIZES; size++)
      forecast->weight[memory][size] = get_first_weight (memory);
  if (known->len >= MIN_TO_TRY)
    try_on_half (forecast, set, sees_silence, known, at, zone);
  heed_hour_model_learn (&model, known);
  set_model (forecast, &model);
  follow (forecast, at, at);
  return forecast;
}

void
heed_forecast_free (HeedForecast *forecast)
{
  if (forecast == NULL)
    return;
  g_array_unref (forecast->events);
  g_free (forecast);
}

/** heed_forecast_follow: takes in what has become known by @at, which never goes back. */
void
heed_forecast_follow (HeedForecast *forecast, gint64 at)
{
  g_return_if_fail (forecast != NULL);

  follow (forecast, G_MININT64, at);
}

/* What all memories together expect of hour @cell, or, with @longest_only, the longest one with their belief. */
static double
mix (HeedForecast *forecast, guint cell, gboolean longest_only)
{
  double chance = 0;

  solve_all (forecast);
  for (guint memory = 0; memory < HEED_FORECAST_N_MEMORIES; memory++)
    for (guint size = 0; size < HEED_FORECAST_N_SIZES; size++)
      chance += forecast->weight[memory][size] * get_opinion (forecast, longest_only ? 0 : memory, size, cell);
  return chance;
}

/** heed_forecast_get_within: the chance of an answer within the hour to a message written in hour @cell of the week. */
double
heed_forecast_get_within (HeedForecast *forecast, guint cell)
{
  g_return_val_if_fail (forecast != NULL && cell < HEED_HOURS_PER_WEEK, NAN);

  return mix (forecast, cell, FALSE);
}

/**
 * heed_forecast_get_later: as heed_forecast_get_within(), to a message written in the coming week.
 *
 * What the last few messages met with is past by then: the longest memory speaks alone.
 */
double
heed_forecast_get_later (HeedForecast *forecast, guint cell)
{
  g_return_val_if_fail (forecast != NULL && cell < HEED_HOURS_PER_WEEK, NAN);

  return mix (forecast, cell, TRUE);
}
