/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange.h"
#include "heed-phrase-finder.h"

G_BEGIN_DECLS

#define HEED_N_REPLY_DETAILS 18
#define HEED_N_REPLY_TARGETS 9

/** HEED_REPLY_TARGET_TEAM: another team or account, in the order of heed_reply_target_to_string(). */
#define HEED_REPLY_TARGET_TEAM (1u << 7)

/** HEED_REPLY_BESIDE_PLEASANTRY: what may stand beside a pleasantry (docs/codebook.md). */
#define HEED_REPLY_BESIDE_PLEASANTRY (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES | HEED_REPLY_PLEASANTRY)

/**
 * HeedReplyMark: what phrases of a word list are about: the kinds first, then what they ask, where they send, facts.
 * @HEED_REPLY_MARK_AUTOMATED: a machine writes
 * @HEED_REPLY_MARK_OPENING: the company's people begin the day's work
 * @HEED_REPLY_MARK_CLOSING: they end it
 * @HEED_REPLY_MARK_LEAVING: the account is no longer used, or never was, for answering
 * @HEED_REPLY_MARK_MOVING: the account goes on under another name
 * @HEED_REPLY_MARK_ELSEWHERE: another account or page helps
 * @HEED_REPLY_MARK_HELPING: the account is there to help
 * @HEED_REPLY_MARK_CONFIRMS: a customer says that the matter is settled
 * @HEED_REPLY_MARK_THANKS: a customer thanks
 * @HEED_REPLY_MARK_COURTESY: said out of politeness, it does nothing and is no kind by itself
 * @HEED_REPLY_MARK_FEEDBACK: it will be passed on as feedback, which acknowledges and leaves nothing to wait for
 * @HEED_REPLY_MARK_UNDERWAY: it is being done, which acts and leaves the next step to the company
 * @HEED_REPLY_MARK_LINKED: what a web address leads to: more about the matter, not the place to write
 */
typedef enum
{
  HEED_REPLY_MARK_KINDS = 0,
  HEED_REPLY_MARK_DETAILS = HEED_REPLY_MARK_KINDS + HEED_N_REPLY_KINDS,
  HEED_REPLY_MARK_TARGETS = HEED_REPLY_MARK_DETAILS + HEED_N_REPLY_DETAILS,
  HEED_REPLY_MARK_DEADLINE = HEED_REPLY_MARK_TARGETS + HEED_N_REPLY_TARGETS,
  HEED_REPLY_MARK_REFERENCE,
  HEED_REPLY_MARK_AUTOMATED,
  HEED_REPLY_MARK_HOURS,
  HEED_REPLY_MARK_SIGNATURE,
  HEED_REPLY_MARK_OPENING,
  HEED_REPLY_MARK_CLOSING,
  HEED_REPLY_MARK_LEAVING,
  HEED_REPLY_MARK_MOVING,
  HEED_REPLY_MARK_ELSEWHERE,
  HEED_REPLY_MARK_HELPING,
  HEED_REPLY_MARK_CONFIRMS,
  HEED_REPLY_MARK_THANKS,
  HEED_REPLY_MARK_COURTESY,
  HEED_REPLY_MARK_FEEDBACK,
  HEED_REPLY_MARK_UNDERWAY,
  HEED_REPLY_MARK_LINKED,
  HEED_REPLY_MARK_REQUESTS,
  HEED_N_REPLY_MARKS,
} HeedReplyMark;

G_STATIC_ASSERT (HEED_N_REPLY_MARKS <= HEED_MAX_MARKS);

/** HEED_REPLY_MARK_BIT: the bit that stands for a #HeedReplyMark. */
#define HEED_REPLY_MARK_BIT(mark) (G_GUINT64_CONSTANT (1) << (mark))

/** HeedReplyPrimary: where a reply leaves the customer. */
typedef enum
{
  HEED_REPLY_UNKNOWN,
  HEED_REPLY_SOLVES,
  HEED_REPLY_WORKING,
  HEED_REPLY_ASKS,
  HEED_REPLY_PRIVATE,
  HEED_REPLY_REDIRECTED,
  HEED_REPLY_REFUSED,
  HEED_REPLY_SOCIAL,
} HeedReplyPrimary;

/**
 * HeedReplyReading: what a reply does and says.
 * @kinds: #HeedReplyKinds; 0 where its language is not read
 * @primary: %HEED_REPLY_UNKNOWN where its language is not read
 * @details: what it asks for, a bit each in the order of heed_reply_detail_to_string()
 * @targets: where it sends, a bit each in the order of heed_reply_target_to_string()
 * @language: (transfer none) (nullable): ISO 639-1, %NULL when it cannot be told
 * @signature, @deadline, @reference, @hours: (nullable): the words
 * @marks: which of @spans are set, a bit each in the order of #HeedReplyMark
 * @spans: the words that show it, in bytes
 */
typedef struct
{
  guint32 kinds;
  HeedReplyPrimary primary;
  guint32 details;
  guint32 targets;
  const char *language;
  char *signature;
  char *deadline;
  char *reference;
  char *hours;
  guint64 marks;
  HeedPhraseSpan spans[HEED_N_REPLY_MARKS];
} HeedReplyReading;

void heed_reply_reading_clear (HeedReplyReading *reading);
const char *heed_reply_detail_to_string (guint detail);
const char *heed_reply_target_to_string (guint target);
const char *heed_reply_primary_to_string (HeedReplyPrimary primary);
const char *heed_reply_mark_to_string (guint mark);
HeedReplyPrimary heed_reply_primary_from_kinds (guint32 kinds);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedReplyReading, heed_reply_reading_clear)

G_END_DECLS
