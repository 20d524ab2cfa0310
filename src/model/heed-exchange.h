/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedReplyKinds: what a reply does, as the codebook in docs/codebook.md defines it. Several can be true at once.
 */
typedef enum
{
  HEED_REPLY_ANSWERS = 1 << 0,
  HEED_REPLY_ACTS = 1 << 1,
  HEED_REPLY_ASKS_DETAILS = 1 << 2,
  HEED_REPLY_ASKS_PRIVATE = 1 << 3,
  HEED_REPLY_REDIRECTS = 1 << 4,
  HEED_REPLY_APOLOGISES = 1 << 5,
  HEED_REPLY_ACKNOWLEDGES = 1 << 6,
  HEED_REPLY_PROMISES = 1 << 7,
  HEED_REPLY_REFUSES = 1 << 8,
  HEED_REPLY_PLEASANTRY = 1 << 9,
} HeedReplyKinds;

#define HEED_N_REPLY_KINDS 10

/** HEED_NEVER: the time of an answer that had not come when we looked. */
#define HEED_NEVER G_MAXINT64

/** HEED_NO_AGENT: nobody signed. */
#define HEED_NO_AGENT G_MAXUINT32

/**
 * HeedExchange:
 * @asked_at: Unix seconds
 * @answered_at: Unix seconds of the company's first reply to it, or %HEED_NEVER
 * @kinds: #HeedReplyKinds of that reply
 * @agent: index into the set's agents, or %HEED_NO_AGENT
 * @opens: it opens a conversation
 * @found_by_answer: as in #HeedPost
 * @message: index of the customer's post in what was kept, G_MAXUINT32 when texts were not kept
 * @reply: the same for the company's reply
 *
 * A customer's message and what the company did about it.
 */
typedef struct
{
  gint64 asked_at;
  gint64 answered_at;
  guint32 kinds;
  guint32 agent;
  guint32 message;
  guint32 reply;
  guint opens : 1;
  guint found_by_answer : 1;
} HeedExchange;

#define HEED_FINGERPRINT_BYTES 16

/** HeedFingerprint: what makes a text alike to others; all zero where there is too little of it. */
typedef struct
{
  guint8 bytes[HEED_FINGERPRINT_BYTES];
} HeedFingerprint;

/**
 * HeedReply: one reply of the company to somebody else, whether or not what it answers is known.
 * @lag_s: seconds since what it answers, -1 when that is not known
 * @fingerprint: of its text
 * @greeting: #HeedGreeting
 */
typedef struct
{
  gint64 at;
  gint64 lag_s;
  guint32 kinds;
  guint32 agent;
  HeedFingerprint fingerprint;
  guint8 greeting;
} HeedReply;

/**
 * HeedGreeting: which part of the day a text greets, as the writer's clock had it.
 */
typedef enum
{
  HEED_GREETING_NONE,
  HEED_GREETING_MORNING,
  HEED_GREETING_AFTERNOON,
  HEED_GREETING_EVENING,
} HeedGreeting;

/**
 * HeedStatedHours: what a text says about when somebody is there.
 * @start, @end: where, in bytes
 * @has_week: it names hours; else only one of @opens and @closes
 * @names_days: it says on which days they hold, or that they always do
 * @open: Monday first, on the writer's clock; half hours are rounded outwards
 * @opens: "back at 8:00": minutes since midnight, -1 where it is not said
 * @closes: "here until 8 pm", the same; up to 1440
 * @zone: (nullable): IANA name of the zone that it names
 */
typedef struct
{
  guint32 start;
  guint32 end;
  gboolean has_week;
  gboolean names_days;
  gboolean open[7][24];
  int opens;
  int closes;
  const char *zone;
} HeedStatedHours;

/**
 * HeedOwnPost: a post of the company that answers nobody.
 * @at: Unix seconds
 * @notices: what it says of the account, as heed_classifier_read_notices() tells
 * @greeting: #HeedGreeting
 * @says_opens, @says_closes: when the day begins or ends by its words: minutes since midnight and one; 0 for nothing
 */
typedef struct
{
  gint64 at;
  guint64 notices;
  guint8 greeting;
  guint16 says_opens;
  guint16 says_closes;
} HeedOwnPost;

/** HeedReplyExample: the text of a reply that came again and again; @reply is its index in the set's replies. */
typedef struct
{
  guint32 reply;
  char *text;
} HeedReplyExample;

/**
 * HeedExchangeSet: all that was seen of one company.
 * @company: the author id as first spelt
 * @exchanges: (element-type HeedExchange)
 * @replies: (element-type HeedReply)
 * @own_posts: (element-type HeedOwnPost): its posts that answer nobody
 * @agents: (element-type utf8): names or initials that sign
 * @examples: (element-type HeedReplyExample): texts of some replies that may be machine-made
 * @stated: the hours that the account states of itself; without a week and ends where it states none
 * @stated_words: (nullable): the words that say so
 * @posts: (nullable) (element-type HeedPost): what @exchanges point at, where it was kept
 * @from: time of the first thing seen
 * @until: time of observation: what is unanswered is censored here
 * @left_out: what could not be counted: sentence → number (GUINT_TO_POINTER)
 */
typedef struct
{
  char *company;
  GArray *exchanges;
  GArray *replies;
  GArray *own_posts;
  GPtrArray *agents;
  GPtrArray *examples;
  HeedStatedHours stated;
  char *stated_words;
  GPtrArray *posts;
  gint64 from;
  gint64 until;
  GHashTable *left_out;
} HeedExchangeSet;

HeedExchangeSet *heed_exchange_set_new (const char *company) G_GNUC_WARN_UNUSED_RESULT;
void heed_exchange_set_free (HeedExchangeSet *set);
void heed_exchange_set_add_example (HeedExchangeSet *set, guint32 reply, const char *text);

const char *heed_reply_kind_to_string (HeedReplyKinds kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedExchangeSet, heed_exchange_set_free)

G_END_DECLS
