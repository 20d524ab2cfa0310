/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reply-settle.h"

/* So few words, none of them known, hold no answer: they are a word in passing. */
#define SHORT 6

#define ALL_KINDS ((1u << HEED_N_REPLY_KINDS) - 1)
#define ALL_DETAILS ((1u << HEED_N_REPLY_DETAILS) - 1)
#define ALL_TARGETS ((1u << HEED_N_REPLY_TARGETS) - 1)

/* What may stand beside a pleasantry (docs/codebook.md). */
#define BESIDE_PLEASANTRY (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES | HEED_REPLY_PLEASANTRY)

#define TARGET_PAGE (1u << 4)
#define DETAIL_DESCRIPTION (1u << 16)

/* What a reply in the lexicon's language does that none of the phrases names. */
static guint32
guess_unnamed (const HeedPhraseFindings *found)
{
  if (found->n_questions > 0)
    return HEED_REPLY_ASKS_DETAILS;
  return found->n_exclamations > 0 || found->n_words <= SHORT ? HEED_REPLY_PLEASANTRY : HEED_REPLY_ANSWERS;
}

/* Where the phrases say it sends. A page is what the other places stand on; beside a private message, the one link is
 * the way there. */
static guint32
find_targets (const HeedPhraseFindings *found)
{
  guint32 targets = found->marks >> HEED_REPLY_MARK_TARGETS & ALL_TARGETS;

  if (targets & ~TARGET_PAGE || (found->marks & HEED_REPLY_ASKS_PRIVATE && found->n_links <= 1))
    targets &= ~TARGET_PAGE;
  return targets;
}

/** heed_reply_settle_kinds: #HeedReplyKinds of a text in the lexicon's language, made to agree with each other. */
guint32
heed_reply_settle_kinds (const HeedPhraseFindings *found)
{
  guint32 kinds = found->marks & ALL_KINDS;

  if (found->marks >> HEED_REPLY_MARK_DETAILS & ALL_DETAILS)
    kinds |= HEED_REPLY_ASKS_DETAILS;
  if (find_targets (found) != 0)
    kinds |= HEED_REPLY_REDIRECTS;
  if ((kinds & ~(guint32) (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES)) == 0 && found->n_questions > 0)
    kinds |= guess_unnamed (found);
  if (kinds == 0)
    kinds = guess_unnamed (found);
  if ((kinds & ~(guint32) BESIDE_PLEASANTRY) != 0)
    kinds &= ~(guint32) HEED_REPLY_PLEASANTRY;
  return kinds;
}

/** heed_reply_settle_targets: where a reply of @kinds sends, where the phrases leave it open, too. */
guint32
heed_reply_settle_targets (const HeedPhraseFindings *found, guint32 kinds)
{
  guint32 targets = find_targets (found);

  return targets == 0 && kinds & HEED_REPLY_REDIRECTS ? TARGET_PAGE : targets;
}

/** heed_reply_settle_details: what a reply of @kinds asks for, where the phrases leave it open, too. */
guint32
heed_reply_settle_details (const HeedPhraseFindings *found, guint32 kinds)
{
  guint32 details = found->marks >> HEED_REPLY_MARK_DETAILS & ALL_DETAILS;

  return details == 0 && kinds & HEED_REPLY_ASKS_DETAILS ? DETAIL_DESCRIPTION : details;
}
