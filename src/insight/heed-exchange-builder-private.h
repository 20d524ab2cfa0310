/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-classifier.h"
#include "heed-exchange-builder.h"
#include "heed-interner.h"

G_BEGIN_DECLS

#define HEED_NO_MESSAGE G_MAXUINT32

/* Two servers' clocks may differ: a reply this little before its question, or a question after now, is taken as at
 * once. */
#define HEED_CLOCK_SKEW_S 300

/* What is kept of a post: no text, and its strings as numbers. @links is where its parents and addressees stand.
 * @reply: of a customer's message the first reply to it; of a company's reply its index in the set
 * @stated: of a post of the company's own its index in the builder's hours
 * @first_part: of a later part of a reply an earlier one
 * @is_reply: a company's message to somebody else, or what it adds to one */
typedef struct
{
  gint64 at;
  guint64 notices;
  guint32 author;
  guint32 links;
  guint32 kinds;
  guint32 agent;
  guint32 company;
  guint32 reply;
  guint32 kept;
  guint32 fingerprint;
  guint32 web_link;
  guint32 first_part;
  guint32 stated;
  guint8 greeting;
  guint n_parents : 12;
  guint n_addressees : 12;
  guint part : 4;
  guint n_parts : 4;
  guint from_company : 1;
  guint found_by_answer : 1;
  guint reply_is_early : 1;
  guint is_reply : 1;
  guint to_team : 1;
  guint truncated : 1;
} HeedMessage;

/* The hours that a company's own post states, and its words where they are a week. */
typedef struct
{
  HeedStatedHours hours;
  char *words;
} HeedOwnHours;

#define HEED_MAX_LINKS ((1u << 12) - 1)

struct _HeedExchangeBuilder
{
  const HeedClassifier *classifier;
  GArray *messages;
  GArray *links;
  GArray *fingerprints;
  GArray *stated;
  guint8 *counters;
  GHashTable *examples;
  GHashTable *n_examples;
  HeedInterner ids;
  HeedInterner names;
  HeedInterner agents;
  HeedInterner web_links;
  GPtrArray *agent_spellings;
  GArray *message_of_id;
  GArray *author_of_name;
  GHashTable *spellings;
  GPtrArray *posts;
  GHashTable *left_out;
  gint64 newest;
};

/* Which messages name which as their parent: those that name the id number i are @messages from @starts[i] up to
 * @starts[i + 1], in order of time. @ids has the id of each message. */
typedef struct
{
  guint32 *starts;
  guint32 *messages;
  guint32 *ids;
} HeedChildren;

static inline HeedMessage *
heed_exchange_builder_get (const HeedExchangeBuilder *builder, guint32 index)
{
  return &g_array_index (builder->messages, HeedMessage, index);
}

/* The message that @message names as its parent number @i, HEED_NO_MESSAGE when it was not seen. */
static inline guint32
heed_exchange_builder_get_parent (const HeedExchangeBuilder *builder, const HeedMessage *message, guint i)
{
  guint32 id = g_array_index (builder->links, guint32, message->links + i);

  return g_array_index (builder->message_of_id, guint32, id);
}

/* heed-exchange-builder.c */
void heed_exchange_builder_count (GHashTable *table, const char *why, guint n);

/* heed-exchange-parts.c */
void heed_children_init (HeedChildren *children, const HeedExchangeBuilder *builder);
void heed_children_clear (HeedChildren *children);
gboolean heed_exchange_builder_find_answered (const HeedExchangeBuilder *builder, const HeedMessage *message,
                                              gint64 *lag_s);
void heed_exchange_builder_join_parts (HeedExchangeBuilder *builder, const HeedChildren *children);
guint32 heed_exchange_builder_get_first_part (const HeedExchangeBuilder *builder, guint32 index);

/* heed-exchange-conversations.c */
typedef struct _HeedConversationFinder HeedConversationFinder;

HeedConversationFinder *heed_conversation_finder_new (const HeedExchangeBuilder *builder,
                                                      const HeedChildren *children) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_conversation_finder_is_opening (const HeedConversationFinder *finder, guint32 index);
void heed_conversation_finder_add (HeedConversationFinder *finder, HeedExchangeSet *set, guint32 opening,
                                   guint32 company);
void heed_conversation_finder_free (HeedConversationFinder *finder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedConversationFinder, heed_conversation_finder_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedChildren, heed_children_clear)

G_END_DECLS
