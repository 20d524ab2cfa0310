/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HeedReference:
 * @kind: "case", "order", "booking", "account" or another word
 * @value: the identifier as the company wrote it
 * @is_private: never to appear in a public text
 */
typedef struct
{
  char *kind;
  char *value;
  gboolean is_private;
} HeedReference;

/**
 * HeedOutcome: what an earlier attempt brought.
 */
typedef enum
{
  HEED_OUTCOME_NONE,
  HEED_OUTCOME_AUTOMATIC,
  HEED_OUTCOME_REDIRECT,
  HEED_OUTCOME_REPLY,
} HeedOutcome;

/**
 * HeedAttempt: one earlier try to reach the company.
 * @channel: "public", "dm", "email", "phone", "chat", "form", "letter" or "shop"
 * @network: (nullable): for the channels that live on one
 * @when: Unix seconds
 * @reference: (nullable): the number the company gave then
 * @agent: (nullable): who answered
 * @redirected_to: (nullable): the channel that they sent to
 */
typedef struct
{
  char *channel;
  char *network;
  gint64 when;
  HeedOutcome outcome;
  char *reference;
  char *agent;
  char *redirected_to;
} HeedAttempt;

/**
 * HeedPromise: something the company said it would do.
 * @due: Unix seconds
 * @kept: it was done
 */
typedef struct
{
  char *text;
  gint64 due;
  gboolean kept;
} HeedPromise;

/**
 * HeedAsking: whether a message asks when an answer can be expected.
 * @HEED_ASKING_AUTO: where it names no day itself
 */
typedef enum
{
  HEED_ASKING_AUTO,
  HEED_ASKING_NO,
  HEED_ASKING_YES,
} HeedAsking;

/**
 * HeedCallWish: when the company may call.
 * @on: Unix seconds of a day, 0 for any
 * @from: minutes since midnight on the user's clock
 * @to: the same, not before @from; both 0 for any time
 */
typedef struct
{
  gboolean is_wanted;
  gint64 on;
  guint from;
  guint to;
} HeedCallWish;

/**
 * HeedFacts: the one sheet of facts from which every message is made.
 *
 * Strings are %NULL where the user gave nothing; times are 0, @amount is
 * negative. @handles maps a network's name to the company's handle there,
 * @details what a company may ask for ("device", "version", …) to what it is.
 * @want may be missing where @want_kind ("refund", "repair", …) is there.
 * @customer_since is a day, @consequence what it means for the user and
 * @thanks_to a person of the company, in the user's words. @asked are the
 * details that a company asked for, in the words of the codebook, and
 * @asked_by who did, or @reply the text in which it did.
 */
typedef struct
{
  char *company;
  GHashTable *handles;
  char *company_email;
  char *company_address;
  char *my_name;
  char *my_email;
  char *my_phone;
  char *my_postcode;
  char *my_address;
  char *what_happened;
  gint64 since;
  char *product;
  double amount;
  char *currency;
  char *want;
  char *want_kind;
  gint64 by;
  HeedAsking asks_when;
  HeedCallWish call;
  gint64 customer_since;
  char *consequence;
  char *thanks_to;
  GPtrArray *references;
  GPtrArray *attempts;
  GPtrArray *promises;
  GPtrArray *enclosures;
  GHashTable *details;
  GPtrArray *asked;
  char *asked_by;
  char *reply;
  gboolean urgent;
  char *language;
} HeedFacts;

#define HEED_TYPE_FACTS (heed_facts_get_type ())
GType heed_facts_get_type (void);

HeedFacts *heed_facts_new (void) G_GNUC_WARN_UNUSED_RESULT;
HeedFacts *heed_facts_copy (const HeedFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void heed_facts_free (HeedFacts *facts);

HeedReference *heed_reference_new (const char *kind, const char *value, gboolean is_private) G_GNUC_WARN_UNUSED_RESULT;
void heed_reference_free (HeedReference *reference);
HeedAttempt *heed_attempt_copy (const HeedAttempt *attempt) G_GNUC_WARN_UNUSED_RESULT;
void heed_attempt_free (HeedAttempt *attempt);
HeedPromise *heed_promise_new (const char *text, gint64 due, gboolean kept) G_GNUC_WARN_UNUSED_RESULT;
void heed_promise_free (HeedPromise *promise);

const char *heed_outcome_to_string (HeedOutcome outcome);
gboolean heed_outcome_from_string (const char *word, HeedOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedFacts, heed_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedReference, heed_reference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAttempt, heed_attempt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPromise, heed_promise_free)

G_END_DECLS
