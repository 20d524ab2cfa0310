/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-day-ends.h"
#include "heed-exchange.h"
#include "heed-notice.h"
#include "heed-statistics.h"

G_BEGIN_DECLS

/** HeedSample: how often and how fast a group of messages was answered. Seconds; NAN where not reached or not known. */
typedef struct
{
  guint messages;
  guint answered;
  HeedShare rate;
  double answered_median_s;
  double answered_p90_s;
  double median_s;
  double p90_s;
  HeedShare within_1h;
  HeedShare within_24h;
  HeedShare within_7d;
} HeedSample;

typedef enum
{
  HEED_VERDICT_UNKNOWN,
  HEED_VERDICT_ANSWERS,
  HEED_VERDICT_SLOW,
  HEED_VERDICT_REDIRECTS,
  HEED_VERDICT_AUTOMATED,
  HEED_VERDICT_SILENT,
  HEED_VERDICT_DORMANT,
} HeedVerdict;

typedef struct
{
  char *name;
  guint replies;
  double median_s;
} HeedAgent;

/** HeedTemplate: a text that a machine seems to send, and how many replies are nearly that. */
typedef struct
{
  char *text;
  guint replies;
} HeedTemplate;

/** HeedHourCell: what is known of one hour of the week. @median_s is NAN under 5 messages. */
typedef struct
{
  guint n;
  double median_s;
} HeedHourCell;

/** HeedZoneFrom: how the time zone of a scorecard is known. */
typedef enum
{
  HEED_ZONE_NONE,
  HEED_ZONE_GIVEN,
  HEED_ZONE_STATED,
  HEED_ZONE_INFERRED,
} HeedZoneFrom;

/**
 * HeedPresence: what is known of when somebody is there, besides the learned hours.
 * @zone_certainty: from 0 to 1, that the zone is right (an inferred one to the hour on either side)
 * @has_stated: @stated are hours of a week on the clocks of the company
 * @has_comparison: the numbers behind it, of hours a week, are known
 * @n_unseen: stated hours in which it never replied
 * @n_beyond: lived hours that it does not state
 * @country: (nullable): whose public holidays were left out, in small letters
 * @on_holidays, @on_like_days: the share of such days, from Monday to Friday, on which it replied
 * @keeps_holidays: on holidays its usual hours hold
 */
typedef struct
{
  HeedZoneFrom zone_from;
  double zone_certainty;
  gboolean has_stated;
  gboolean stated[7][24];
  gboolean has_comparison;
  guint n_stated;
  guint n_lived;
  guint n_both;
  guint n_unseen;
  guint n_beyond;
  HeedDayEnds ends;
  char *country;
  HeedShare on_holidays;
  HeedShare on_like_days;
  gboolean keeps_holidays;
} HeedPresence;

/**
 * HeedScorecard: everything computed from an account's exchanges.
 * @notice: (nullable): the account's own word that it is not the place to ask; the verdict is dormant where it left or
 *   moved, unless the figures show that it answers all the same
 */
typedef struct
{
  char *company;
  char *network;
  char *account;
  HeedVerdict verdict;
  char *summary;
  HeedNotice *notice;
  gint64 from;
  gint64 until;
  HeedSample all;
  HeedSample first;
  gboolean has_open_hours;
  HeedSample open_hours;
  guint n_replies;
  HeedShare kinds[HEED_N_REPLY_KINDS];
  HeedShare automated;
  GPtrArray *templates;
  HeedShare signed_share;
  GPtrArray *agents;
  char *stated_hours;
  gboolean has_learned_hours;
  gboolean open[7][24];
  char *timezone;
  HeedPresence presence;
  HeedHourCell week[7][24];
  GArray *curve;
  guint left_out_rows;
  GHashTable *left_out;
  GPtrArray *reasons;
} HeedScorecard;

/**
 * HeedScorecardOptions: what the exchanges do not say.
 * @network: (nullable): the network's name; %NULL for an archive without one
 * @account: (nullable): the account's handle
 * @timezone: (nullable): IANA name of the company's zone, where the caller knows it; %NULL to find out
 * @notice: (nullable): its own word that it is not the place to ask
 * @offers_help: its bio says that it is there to help
 * @is_bot: the network says that a program writes
 * @caveats: (nullable): sentences on what could not be seen, %NULL-terminated
 */
typedef struct
{
  const char *network;
  const char *account;
  const char *timezone;
  const HeedNotice *notice;
  gboolean offers_help;
  gboolean is_bot;
  const char *const *caveats;
} HeedScorecardOptions;

HeedScorecard *heed_scorecard_new (const HeedExchangeSet *set,
                                   const HeedScorecardOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void heed_scorecard_free (HeedScorecard *scorecard);
const char *heed_verdict_to_string (HeedVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedScorecard, heed_scorecard_free)

G_END_DECLS
