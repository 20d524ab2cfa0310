/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reply-settle.h"

/* So many words of one statement that no phrase covers say something: they answer. Fewer are said in passing; and more
 * have to be there where phrases name what else the reply does, because no list has all wordings of that. */
#define MIN_UNCOVERED 5
#define MIN_UNCOVERED_BESIDE 8

#define ALL_KINDS ((1u << HEED_N_REPLY_KINDS) - 1)
#define ALL_DETAILS ((1u << HEED_N_REPLY_DETAILS) - 1)
#define ALL_TARGETS ((1u << HEED_N_REPLY_TARGETS) - 1)

/* What may stand beside a pleasantry (docs/codebook.md). */
#define BESIDE_PLEASANTRY (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES | HEED_REPLY_PLEASANTRY)

#define COURTESY (G_GUINT64_CONSTANT (1) << HEED_REPLY_MARK_COURTESY)

#define TARGET_PAGE (1u << 4)
#define DETAIL_DESCRIPTION (1u << 16)

/* What a sentence does that none of the phrases names. A courtesy is no question, but one may stand before it. */
static guint32
guess_sentence (const HeedPhraseSentence *sentence, guint min_uncovered)
{
  if ((sentence->marks & ALL_KINDS) != 0)
    return 0;
  if (!sentence->is_question)
    return sentence->n_uncovered >= min_uncovered ? HEED_REPLY_ANSWERS : 0;
  return sentence->n_uncovered >= (sentence->marks & COURTESY ? MIN_UNCOVERED : 1) ? HEED_REPLY_ASKS_DETAILS : 0;
}

/* What a reply does beside @kinds, which the phrases name. Where nothing is left but courtesies and words in passing,
 * it is a pleasantry. */
static guint32
guess_unnamed (const HeedPhraseFindings *found, guint32 kinds)
{
  gboolean is_named = (kinds & ~(guint32) (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES)) != 0;
  guint32 guessed = 0;

  for (guint i = 0; i < found->n_sentences; i++)
    guessed |= guess_sentence (&found->sentences[i], is_named ? MIN_UNCOVERED_BESIDE : MIN_UNCOVERED);
  return kinds == 0 && guessed == 0 ? HEED_REPLY_PLEASANTRY : guessed;
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

/** heed_reply_settle_kinds: #HeedReplyKinds of a text in a language with a word list, made to agree with each other. */
guint32
heed_reply_settle_kinds (const HeedPhraseFindings *found)
{
  guint32 kinds = found->marks & ALL_KINDS;

  if (found->marks >> HEED_REPLY_MARK_DETAILS & ALL_DETAILS)
    kinds |= HEED_REPLY_ASKS_DETAILS;
  if (find_targets (found) != 0)
    kinds |= HEED_REPLY_REDIRECTS;
  kinds |= guess_unnamed (found, kinds);
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
