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
 */
typedef struct
{
  char *channel;
  char *network;
  gint64 when;
  HeedOutcome outcome;
  char *reference;
  char *agent;
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
 * HeedFacts: the one sheet of facts from which every message is made.
 *
 * Strings are %NULL where the user gave nothing; times are 0, @amount is
 * negative. @handles maps a network's name to the company's handle there.
 */
typedef struct
{
  char *company;
  GHashTable *handles;
  char *company_email;
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
  gint64 by;
  GPtrArray *references;
  GPtrArray *attempts;
  GPtrArray *promises;
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
