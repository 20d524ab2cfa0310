/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-document.h"
#include "heed-facts.h"

G_BEGIN_DECLS

/**
 * HeedEventKind: what an entry of a case's timeline is.
 * @HEED_EVENT_SENT: the user wrote
 * @HEED_EVENT_RECEIVED: the company wrote
 * @HEED_EVENT_CALL: a phone call
 * @HEED_EVENT_NOTE: the user's own note
 * @HEED_EVENT_DOCUMENT: a file was added
 * @HEED_EVENT_STATE: the case was opened, closed or reopened
 */
typedef enum
{
  HEED_EVENT_SENT,
  HEED_EVENT_RECEIVED,
  HEED_EVENT_CALL,
  HEED_EVENT_NOTE,
  HEED_EVENT_DOCUMENT,
  HEED_EVENT_STATE,
} HeedEventKind;

/**
 * HeedEvent: one entry of a case's timeline.
 * @id: the store's number, 0 before it is stored
 * @at: Unix seconds
 * @channel: (nullable): as in #HeedAttempt
 * @network: (nullable): for the channels that live on one
 * @account: (nullable): the company's handle or address there
 * @text: (nullable): what was said, plain text; of an entry of kind state, the word of the case's new state
 * @url: (nullable): where the original is
 * @outcome: for received: whether a person wrote it
 * @reference: (nullable): the number the company gave in it
 * @agent: (nullable): who signed
 * @promise: (nullable): what the company said it would do
 * @redirected_to: (nullable): the channel that it sends to; the store has it not, heed_case_facts_new() reads it from
 * @text
 */
typedef struct
{
  gint64 id;
  HeedEventKind kind;
  gint64 at;
  char *channel;
  char *network;
  char *account;
  char *text;
  char *url;
  HeedOutcome outcome;
  char *reference;
  char *agent;
  HeedPromise *promise;
  char *redirected_to;
} HeedEvent;

typedef enum
{
  HEED_CASE_DRAFT,
  HEED_CASE_OPEN,
  HEED_CASE_CLOSED,
} HeedCaseState;

/**
 * HeedCase: the user's matter with a company.
 * @id: the store's number, 0 before it is stored
 * @facts: the fact sheet; its attempts and promises are left empty, they follow from @events
 * @events: (element-type HeedEvent): oldest first
 * @documents: (element-type HeedDocument): the order in which they were added; the store keeps them one by one, saving
 *   the case leaves them alone
 * @left_at: the step of *New case* where a draft was left, 0 for the first
 * @tone: (nullable): of the messages, "friendly", "firm" or "final"
 * @message_language: (nullable): ISO 639-1, where it is not that of the facts
 * @may_thread: a public message may go out as several posts
 * @is_sample: invented, to look around with
 */
typedef struct
{
  gint64 id;
  char *title;
  HeedCaseState state;
  gint64 created_at;
  gint64 closed_at;
  HeedFacts *facts;
  GPtrArray *events;
  GPtrArray *documents;
  guint left_at;
  char *tone;
  char *message_language;
  gboolean may_thread;
  gboolean is_sample;
} HeedCase;

#define HEED_TYPE_CASE (heed_case_get_type ())
GType heed_case_get_type (void);

HeedCase *heed_case_new (void) G_GNUC_WARN_UNUSED_RESULT;
HeedCase *heed_case_copy (const HeedCase *self) G_GNUC_WARN_UNUSED_RESULT;
void heed_case_free (HeedCase *self);
HeedFacts *heed_case_dup_facts (const HeedCase *self) G_GNUC_WARN_UNUSED_RESULT;

HeedEvent *heed_event_new (HeedEventKind kind, gint64 at) G_GNUC_WARN_UNUSED_RESULT;
HeedEvent *heed_event_copy (const HeedEvent *event) G_GNUC_WARN_UNUSED_RESULT;
void heed_event_free (HeedEvent *event);

const char *heed_event_kind_to_string (HeedEventKind kind);
gboolean heed_event_kind_from_string (const char *word, HeedEventKind *kind);
gboolean heed_event_kind_is_theirs (HeedEventKind kind);
const char *heed_case_state_to_string (HeedCaseState state);
gboolean heed_case_state_from_string (const char *word, HeedCaseState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCase, heed_case_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedEvent, heed_event_free)

G_END_DECLS
