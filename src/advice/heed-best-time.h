/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"
#include "heed-settings.h"

G_BEGIN_DECLS

/**
 * HeedChoice: one account that could be written to.
 * @channel: "public" or "dm"
 * @network: the network's name
 * @account: the handle
 * @set: what was seen of it
 * @scorecard: what follows from it
 */
typedef struct
{
  const char *channel;
  const char *network;
  const char *account;
  const HeedExchangeSet *set;
  const HeedScorecard *scorecard;
} HeedChoice;

/**
 * HeedTimeSlot: an hour to write in, or to avoid.
 * @from: Unix seconds
 * @expected_s: seconds until half of such messages are answered, by the model; NAN where not known
 * @within_1h: the forecast of an answer within the hour, with the messages seen; n is 0 where silence cannot be seen
 * @reason: one sentence
 */
typedef struct
{
  gint64 from;
  gint64 to;
  double expected_s;
  HeedShare within_1h;
  char *reason;
} HeedTimeSlot;

/** HeedHour: what is known of the hour; only %HEED_HOUR_MATTERS comes with times. */
typedef enum
{
  HEED_HOUR_UNKNOWN,
  HEED_HOUR_INDIFFERENT,
  HEED_HOUR_MATTERS,
} HeedHour;

/**
 * HeedAdvice: where and when to write, and why. Lists are of HeedTimeSlot and of sentences.
 * @reasons: those for the channel, then those about the hour
 * @n_channel_reasons: how many of them are for the channel
 */
typedef struct
{
  char *channel;
  char *network;
  char *account;
  HeedHour hour;
  GPtrArray *times;
  GPtrArray *avoid;
  GPtrArray *reasons;
  guint n_channel_reasons;
  guint n;
} HeedAdvice;

HeedAdvice *heed_advice_new (const HeedChoice *choices, guint n_choices, gint64 now, GTimeZone *zone,
                             const HeedQuietHours *quiet) G_GNUC_WARN_UNUSED_RESULT;
void heed_advice_free (HeedAdvice *advice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAdvice, heed_advice_free)

G_END_DECLS
