/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-hour-model.h"

G_BEGIN_DECLS

/** HEED_FORECAST_N_MEMORIES: how many half-lives of what was seen compete. */
#define HEED_FORECAST_N_MEMORIES 3

/** HEED_FORECAST_N_SIZES: how many sizes of the differences between hours compete: none, half, whole. */
#define HEED_FORECAST_N_SIZES 3

/**
 * HeedForecast: the chance of an answer within the hour to a message written now, as it is followed over time.
 * @events: what becomes known when, oldest first
 * @n_seen: how many of @events were taken in
 * @odds: by size and hour of the week, how its odds compare with the account's
 * @n: by memory and hour of the week, messages, old ones counting less
 * @hits: those of @n that were answered within the hour
 * @overall: where the longest memory starts
 * @level: by memory and size, log odds in an hour like all hours
 * @weight: by memory and size, how far it is believed; their sum is 1
 * @is_solved: @level is that of @n and @hits
 */
typedef struct
{
  GArray *events;
  guint n_seen;
  double odds[HEED_FORECAST_N_SIZES][HEED_HOURS_PER_WEEK];
  double n[HEED_FORECAST_N_MEMORIES][HEED_HOURS_PER_WEEK];
  double hits[HEED_FORECAST_N_MEMORIES][HEED_HOURS_PER_WEEK];
  double overall;
  double level[HEED_FORECAST_N_MEMORIES][HEED_FORECAST_N_SIZES];
  double weight[HEED_FORECAST_N_MEMORIES][HEED_FORECAST_N_SIZES];
  gboolean is_solved;
} HeedForecast;

HeedForecast *heed_forecast_new (const HeedExchangeSet *set, gboolean sees_silence, gint64 at,
                                 GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
void heed_forecast_free (HeedForecast *forecast);
void heed_forecast_follow (HeedForecast *forecast, gint64 at);
double heed_forecast_get_within (HeedForecast *forecast, guint cell);
double heed_forecast_get_later (HeedForecast *forecast, guint cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedForecast, heed_forecast_free)

G_END_DECLS
