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

/** HEED_NO_LAG: how long after what it answers a reply came when that was not seen. */
#define HEED_NO_LAG G_MININT64

/** HEED_NO_AGENT: nobody signed. */
#define HEED_NO_AGENT G_MAXUINT32

/** HEED_NO_LINK: there is no link in it. */
#define HEED_NO_LINK G_MAXUINT32

/** HEED_NO_REPLY: no reply of the company. */
#define HEED_NO_REPLY G_MAXUINT32

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
 * HeedReply: one reply of the company to somebody else, whether or not what it answers is known. What was written in
 * several parts is one.
 * @at: Unix seconds of the first part
 * @lag_s: seconds since what it answers, below zero where clocks differ, %HEED_NO_LAG when that was not seen
 * @kinds: #HeedReplyKinds of all parts
 * @agent: index into the set's agents, or %HEED_NO_AGENT
 * @link: index into the set's links of the first one in it, or %HEED_NO_LINK
 * @fingerprint: of the text of one part
 * @greeting: #HeedGreeting
 * @to_team: it sends to another team or account
 * @truncated: its text is cut off, the rest stands behind a link
 */
typedef struct
{
  gint64 at;
  gint64 lag_s;
  guint32 kinds;
  guint32 agent;
  guint32 link;
  HeedFingerprint fingerprint;
  guint8 greeting;
  guint to_team : 1;
  guint truncated : 1;
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
 * HeedStep: what the customer or the company wrote in a conversation.
 * @at: Unix seconds
 * @reply: index into the set's replies; %HEED_NO_REPLY where the customer wrote
 * @confirms: the customer says that the matter is settled
 * @thanks: the customer says hardly more than thanks
 */
typedef struct
{
  gint64 at;
  guint32 reply;
  guint confirms : 1;
  guint thanks : 1;
} HeedStep;

/**
 * HeedConversation: what stands below a customer's opening message, as far as that customer and the company wrote it.
 * @first_step: index into the set's steps, which are in order of time; the opening message itself
 * @n_steps: how many
 * @message: index of the opening message in what was kept, as in #HeedExchange
 * @found_by_answer: as in #HeedPost, of the opening message
 */
typedef struct
{
  guint32 first_step;
  guint32 n_steps;
  guint32 message;
  gboolean found_by_answer;
} HeedConversation;

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
 * @conversations: (element-type HeedConversation)
 * @steps: (element-type HeedStep): those of all conversations
 * @links: (element-type utf8): web addresses in replies: host and path
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
  GArray *conversations;
  GArray *steps;
  GPtrArray *links;
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
