/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reply-reading.h"

static const char *const detail_words[HEED_N_REPLY_DETAILS] = {
  "name", "email",    "phone",  "postcode", "address",  "account", "order",   "case",        "booking",
  "date", "location", "device", "version",  "username", "photo",   "product", "description", "other"
};

static const char *const target_words[HEED_N_REPLY_TARGETS] = { "phone", "chat",  "email", "form",  "page",
                                                                "app",   "store", "team",  "letter" };

static const char *const primary_words[] = { NULL,      "solves",    "working", "asks",
                                             "private", "redirects", "refuses", "social" };

static const char *const fact_words[] = { "deadline", "reference", "automated", "hours",     "signature", "opening",
                                          "closing",  "leaving",   "moving",    "elsewhere", "helping",   "confirms",
                                          "thanks",   "courtesy",  "feedback",  "underway",  "linked",    "requests" };

void
heed_reply_reading_clear (HeedReplyReading *reading)
{
  g_clear_pointer (&reading->signature, g_free);
  g_clear_pointer (&reading->deadline, g_free);
  g_clear_pointer (&reading->reference, g_free);
  g_clear_pointer (&reading->hours, g_free);
}

/** heed_reply_detail_to_string: (transfer none): the codebook's word for something asked for. */
const char *
heed_reply_detail_to_string (guint detail)
{
  g_return_val_if_fail (detail < HEED_N_REPLY_DETAILS, NULL);
  return detail_words[detail];
}

/** heed_reply_target_to_string: (transfer none): the codebook's word for somewhere sent to. */
const char *
heed_reply_target_to_string (guint target)
{
  g_return_val_if_fail (target < HEED_N_REPLY_TARGETS, NULL);
  return target_words[target];
}

/** heed_reply_primary_to_string: (transfer none) (nullable): the codebook's word, %NULL for %HEED_REPLY_UNKNOWN. */
const char *
heed_reply_primary_to_string (HeedReplyPrimary primary)
{
  g_return_val_if_fail (primary < G_N_ELEMENTS (primary_words), NULL);
  return primary_words[primary];
}

/** heed_reply_mark_to_string: (transfer none): the codebook's key or word that a mark stands for. */
const char *
heed_reply_mark_to_string (guint mark)
{
  g_return_val_if_fail (mark < HEED_N_REPLY_MARKS, NULL);

  if (mark < HEED_REPLY_MARK_DETAILS)
    return heed_reply_kind_to_string (1u << mark);
  if (mark < HEED_REPLY_MARK_TARGETS)
    return heed_reply_detail_to_string (mark - HEED_REPLY_MARK_DETAILS);
  if (mark < HEED_REPLY_MARK_DEADLINE)
    return heed_reply_target_to_string (mark - HEED_REPLY_MARK_TARGETS);
  return fact_words[mark - HEED_REPLY_MARK_DEADLINE];
}

/** heed_reply_primary_from_kinds: where a reply of @kinds leaves the customer, by docs/codebook.md. */
HeedReplyPrimary
heed_reply_primary_from_kinds (guint32 kinds)
{
  if (kinds == 0)
    return HEED_REPLY_UNKNOWN;
  if (kinds & HEED_REPLY_REDIRECTS)
    return HEED_REPLY_REDIRECTED;
  if (kinds & HEED_REPLY_ASKS_DETAILS)
    return HEED_REPLY_ASKS;
  if (kinds & HEED_REPLY_PROMISES)
    return HEED_REPLY_WORKING;
  if (kinds & HEED_REPLY_ASKS_PRIVATE)
    return HEED_REPLY_PRIVATE;
  if (kinds & HEED_REPLY_REFUSES)
    return HEED_REPLY_REFUSED;
  if (kinds & (HEED_REPLY_ANSWERS | HEED_REPLY_ACTS))
    return HEED_REPLY_SOLVES;
  return kinds & HEED_REPLY_ACKNOWLEDGES && !(kinds & HEED_REPLY_PLEASANTRY) ? HEED_REPLY_WORKING : HEED_REPLY_SOCIAL;
}
