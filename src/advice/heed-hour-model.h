/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange.h"
#include "heed-statistics.h"

G_BEGIN_DECLS

/** HEED_HOURS_PER_WEEK: cell 0 is Monday from 0:00 to 1:00. */
#define HEED_HOURS_PER_WEEK (7 * 24)

/**
 * HeedHourOutcome: what had become of a message at the moment one looks from.
 * @asked_at: Unix seconds
 * @wait: until the answer, or until that moment
 * @cell: hour of the week in which it was written
 */
typedef struct
{
  gint64 asked_at;
  HeedWait wait;
  guint cell;
} HeedHourOutcome;

/**
 * HeedHourModel: how likely an answer within the hour is, by the hour of the week in which one writes.
 * @within: by cell, 0 to 1
 * @n: messages by cell
 * @overall: the account's share over the whole week
 * @like_days: how many messages the account's share weighs against an hour of like days
 * @one_day: how many messages that hour of like days weighs against the hour of one day
 */
typedef struct
{
  double within[HEED_HOURS_PER_WEEK];
  guint n[HEED_HOURS_PER_WEEK];
  double overall;
  double like_days;
  double one_day;
} HeedHourModel;

GArray *heed_hour_outcomes_new (const HeedExchangeSet *set, gboolean sees_silence, gint64 until,
                                GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_hour_outcome_is_within (const HeedHourOutcome *outcome);
guint heed_hour_outcomes_get_split (const GArray *outcomes);
void heed_hour_model_learn (HeedHourModel *model, const GArray *outcomes);
double heed_hour_model_get_median (const HeedHourModel *model, const GArray *outcomes, guint cell, double within);

G_END_DECLS
