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

/**
 * HeedAgent: who signs.
 * @name: as first spelt
 * @replies: how many replies bear the name
 * @median_s: of the time they took
 * @hours: how many in each hour of the day, in the scorecard's zone
 * @days: how many on each day of the week, Monday first
 * @from: the hour in which the usual span begins
 * @to: the hour before which it ends, 1 to 24; not above @from where midnight is in it
 * @understood: how many replies were understood
 * @kinds: how many of those do what
 */
typedef struct
{
  char *name;
  guint replies;
  double median_s;
  guint hours[24];
  guint days[7];
  guint from;
  guint to;
  guint understood;
  guint kinds[HEED_N_REPLY_KINDS];
} HeedAgent;

/** HeedClockKind: what the five clocks of a conversation wait for. An automatic reply stops only the first. */
typedef enum
{
  HEED_CLOCK_AUTOMATIC,
  HEED_CLOCK_HUMAN,
  HEED_CLOCK_SUBSTANCE,
  HEED_CLOCK_REDIRECT,
  HEED_CLOCK_SOLUTION,
} HeedClockKind;

#define HEED_N_CLOCKS 5

/**
 * HeedTraits: how a conversation went, as the figures count it.
 * @HEED_TRAIT_AUTOMATIC and the next four: that clock stopped; of conversations whose silence could have been seen,
 *   where there are any, as only these make the share
 * @HEED_TRAIT_REPLIED: it got a reply; the others are of such conversations only
 * @HEED_TRAIT_SETTLED: the customer confirms a solution
 */
typedef enum
{
  HEED_TRAIT_AUTOMATIC = 1 << HEED_CLOCK_AUTOMATIC,
  HEED_TRAIT_HUMAN = 1 << HEED_CLOCK_HUMAN,
  HEED_TRAIT_SUBSTANCE = 1 << HEED_CLOCK_SUBSTANCE,
  HEED_TRAIT_REDIRECT = 1 << HEED_CLOCK_REDIRECT,
  HEED_TRAIT_SOLUTION = 1 << HEED_CLOCK_SOLUTION,
  HEED_TRAIT_REPLIED = 1 << 5,
  HEED_TRAIT_SETTLED = 1 << 6,
  HEED_TRAIT_FIRST_CONTACT = 1 << 7,
  HEED_TRAIT_IN_CHANNEL = 1 << 8,
  HEED_TRAIT_HANDED_OVER = 1 << 9,
  HEED_TRAIT_LOOPED = 1 << 10,
} HeedTraits;

#define HEED_N_TRAITS 11

/** HeedTimings: a clock's time on the wall and, where hours are known, in open hours. */
typedef struct
{
  HeedSample wall;
  HeedSample open_hours;
} HeedTimings;

/** HeedSpread: the middle and the upper end of a number; NAN of nothing. */
typedef struct
{
  double median;
  double p90;
} HeedSpread;

/** HeedRepeatedLink: a web address that stands in reply after reply. */
typedef struct
{
  char *link;
  guint replies;
} HeedRepeatedLink;

/**
 * HeedEffort: what conversations cost the customer, and how they end; over the conversations that got a reply.
 * @conversations: how many
 * @customer_messages: until the end, a confirmation not counted
 * @company_messages: until the end
 * @extra_steps: replies that ask for details, ask to go private or send elsewhere, until the end
 * @solved: the customer confirms a solution
 * @first_contact: after a single reply
 * @in_channel: helped, and neither sent elsewhere nor asked to go private
 * @hand_overs: two signatures, or sent to another team
 * @redirect_loops: sent elsewhere twice or more
 * @links: of all replies, those with a link
 * @repeated_links: of all replies, those with a link that comes again and again
 * @truncated: of all replies, those that need a click to be read
 * @most_repeated: (element-type HeedRepeatedLink): the most frequent of these links first
 */
typedef struct
{
  guint conversations;
  HeedSpread customer_messages;
  HeedSpread company_messages;
  HeedSpread extra_steps;
  HeedShare solved;
  HeedShare first_contact;
  HeedShare in_channel;
  HeedShare hand_overs;
  HeedShare redirect_loops;
  HeedShare links;
  HeedShare repeated_links;
  HeedShare truncated;
  GPtrArray *most_repeated;
} HeedEffort;

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
 * @traits: (element-type guint16): #HeedTraits of each conversation, in the order of the set's
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
  HeedSample later;
  gboolean has_open_hours;
  HeedSample open_hours;
  HeedTimings clocks[HEED_N_CLOCKS];
  HeedEffort effort;
  GArray *traits;
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
const char *heed_trait_to_string (HeedTraits trait);
const char *heed_verdict_to_string (HeedVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedScorecard, heed_scorecard_free)

G_END_DECLS
