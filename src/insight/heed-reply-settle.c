/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reply-settle.h"

/* So many words of one statement that no phrase covers say something: they answer. Fewer are said in passing; and more
 * have to be there where phrases name what else the reply does, because no list has all wordings of that. */
#define MIN_UNCOVERED 5
#define MIN_UNCOVERED_BESIDE 8
#define MIN_UNCOVERED_LONG 12

/* So many words make a question that wants to know something. Fewer, as in "All better?", are a courtesy. */
#define MIN_QUESTION 3

/* So many words beside a pleasantry make a question of their own, where they are most of it. */
#define MIN_ASKED 4

#define ALL_KINDS ((1u << HEED_N_REPLY_KINDS) - 1)
#define ALL_DETAILS ((1u << HEED_N_REPLY_DETAILS) - 1)
#define ALL_TARGETS ((1u << HEED_N_REPLY_TARGETS) - 1)
#define TARGET_MARKS ((guint64) ALL_TARGETS << HEED_REPLY_MARK_TARGETS)
#define DETAIL_MARKS ((guint64) ALL_DETAILS << HEED_REPLY_MARK_DETAILS)

#define LINKED HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_LINKED)
#define FEEDBACK HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_FEEDBACK)
#define UNDERWAY HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_UNDERWAY)

/* What a question does that wants no facts: "can you DM us?". */
#define WANTS_NO_FACTS (TARGET_MARKS | HEED_REPLY_ASKS_PRIVATE | HEED_REPLY_REDIRECTS)

/* What wants something of the customer, and what may then be no more than an offer. */
#define ASKING                                                                                                         \
  ((guint64) (HEED_REPLY_ASKS_DETAILS | HEED_REPLY_ASKS_PRIVATE | HEED_REPLY_REDIRECTS)                                \
   | (guint64) ALL_DETAILS << HEED_REPLY_MARK_DETAILS | (guint64) ALL_TARGETS << HEED_REPLY_MARK_TARGETS)
#define OFFERED ((guint64) (HEED_REPLY_PROMISES | HEED_REPLY_ACKNOWLEDGES))

#define TARGET_FORM (1u << 3)
#define TARGET_PAGE (1u << 4)
#define TARGET_APP (1u << 5)
#define TARGET_STORE (1u << 6)

/* A link behind the sign-off stands with so many words. */
#define MAX_SIGN_OFF 2

/* The places that need no form. */
#define CHANNEL_MARKS                                                                                                  \
  (TARGET_MARKS & ~((guint64) (TARGET_FORM | TARGET_PAGE | HEED_REPLY_TARGET_TEAM) << HEED_REPLY_MARK_TARGETS))

/* The places where somebody else answers. On a page, in the app and in a shop customers help themselves, and a sentence
 * may tell how on the way there. */
#define ANSWERED_ELSEWHERE                                                                                             \
  (TARGET_MARKS & ~((guint64) (TARGET_PAGE | TARGET_APP | TARGET_STORE) << HEED_REPLY_MARK_TARGETS))

#define DETAIL_DESCRIPTION (1u << 16)

/* Whether the sentence at @i holds a link, or the next one begins with it: "Get in touch here; https://…". */
static gboolean
has_link (const HeedPhraseFindings *found, guint i)
{
  return found->sentences[i].n_links > 0 || (i + 1 < found->n_sentences && found->sentences[i + 1].starts_with_link);
}

/* What the sentence at @i does. Who is told to get in touch without a link is sent nowhere by that. */
static guint64
read_marks (const HeedPhraseFindings *found, guint i)
{
  return found->sentences[i].marks & ~(guint64) (has_link (found, i) ? 0 : HEED_REPLY_REDIRECTS);
}

/* Whether the sentence at @i is a question for facts. A pleasantry such as "how can we help?" is little else, and one
 * that a link goes with, such as "could you get in touch here?", only sends there. */
static gboolean
asks_for_facts (const HeedPhraseFindings *found, guint i)
{
  const HeedPhraseSentence *sentence = &found->sentences[i];

  if (!sentence->is_question || sentence->n_words == 0 || (read_marks (found, i) & WANTS_NO_FACTS) != 0)
    return FALSE;
  if (sentence->n_words < MIN_QUESTION && (sentence->marks & (DETAIL_MARKS | HEED_REPLY_ASKS_DETAILS)) == 0)
    return FALSE;
  return (sentence->marks & HEED_REPLY_PLEASANTRY) == 0
         || (sentence->n_uncovered >= MIN_ASKED && 2 * sentence->n_uncovered > sentence->n_words);
}

/* Whether the sentence at @i wants something of the customer. */
static gboolean
asks (const HeedPhraseFindings *found, guint i)
{
  const guint64 marks = read_marks (found, i);

  return found->sentences[i].is_question || ((marks & ASKING) != 0 && (marks & HEED_REPLY_ACTS) == 0);
}

/* Whether what the sentence at @i says that the company will do hangs on the customer: "bring it in and we'll look". A
 * private message may have been written before: "we see your message and will answer". */
static gboolean
is_offer (const HeedPhraseFindings *found, guint i)
{
  const guint64 marks = read_marks (found, i);

  return found->sentences[i].is_question
         || ((marks & ASKING & ~(guint64) HEED_REPLY_ASKS_PRIVATE) != 0 && (marks & HEED_REPLY_ACTS) == 0);
}

/* Whether the sentence at @i says that more of the matter stands behind its link. What is told in it is the answer. */
static gboolean
points_to_page (const HeedPhraseFindings *found, guint i)
{
  const HeedPhraseSentence *sentence = &found->sentences[i];

  return !sentence->is_question && (sentence->marks & LINKED) != 0
         && ((guint32) sentence->marks & (HEED_REPLY_ANSWERS | HEED_REPLY_ASKS_PRIVATE)) == 0 && has_link (found, i);
}

/* How many words of a statement no phrase may cover for it to answer: what is called out is mostly said in passing, and
 * who refuses with many words says why. */
static guint
get_min_uncovered (const HeedPhraseSentence *sentence, guint min_uncovered)
{
  const gboolean refuses = (sentence->marks & HEED_REPLY_REFUSES) != 0;

  return sentence->is_exclamation || refuses ? MIN_UNCOVERED_LONG : min_uncovered;
}

/* What the sentence at @i does that none of the phrases names. */
static guint32
guess_sentence (const HeedPhraseFindings *found, guint i, guint min_uncovered)
{
  const HeedPhraseSentence *sentence = &found->sentences[i];
  const guint64 named = ((ALL_KINDS & ~(guint32) HEED_REPLY_REFUSES) | FEEDBACK | ASKING);

  if (sentence->is_question)
    return asks_for_facts (found, i) ? HEED_REPLY_ASKS_DETAILS : 0;
  if ((read_marks (found, i) & named) != 0 || points_to_page (found, i))
    return 0;
  return sentence->n_uncovered >= get_min_uncovered (sentence, min_uncovered) ? HEED_REPLY_ANSWERS : 0;
}

/* What a reply does beside @kinds, which the phrases name. Where nothing is left but courtesies and words in passing,
 * it is a pleasantry. */
static guint32
guess_unnamed (const HeedPhraseFindings *found, guint32 kinds)
{
  gboolean is_named = (kinds & ~(guint32) HEED_REPLY_BESIDE_PLEASANTRY) != 0;
  guint32 guessed = 0;

  for (guint i = 0; i < found->n_sentences; i++)
    guessed |= guess_sentence (found, i, is_named ? MIN_UNCOVERED_BESIDE : MIN_UNCOVERED);
  return kinds == 0 && guessed == 0 ? HEED_REPLY_PLEASANTRY : guessed;
}

/* What the phrases of all sentences say. Behind a request, and beside one, what the company will do hangs on the
 * customer's answer: it is an offer (docs/codebook.md). */
static guint32
read_sentences (const HeedPhraseFindings *found)
{
  gboolean is_asked = FALSE;
  guint32 kinds = 0;

  for (guint i = 0; i < found->n_sentences; i++)
    {
      const HeedPhraseSentence *sentence = &found->sentences[i];

      kinds |= sentence->marks & ALL_KINDS & ~(is_asked || is_offer (found, i) ? OFFERED : 0)
               & ~(sentence->marks & ANSWERED_ELSEWHERE ? (guint64) HEED_REPLY_ANSWERS : 0);
      kinds |= sentence->marks & FEEDBACK ? HEED_REPLY_ACKNOWLEDGES : 0;
      is_asked = is_asked || asks (found, i);
    }
  return kinds;
}

/* Whether a reply answers in another sentence than the one with the page, which then is where more of it stands. */
static gboolean
answers_elsewhere (const HeedPhraseFindings *found)
{
  for (guint i = 0; i < found->n_sentences; i++)
    {
      const HeedPhraseSentence *sentence = &found->sentences[i];
      const guint32 kinds = (guint32) sentence->marks | guess_sentence (found, i, MIN_UNCOVERED_BESIDE);

      if (kinds & HEED_REPLY_ANSWERS && (sentence->marks & TARGET_MARKS) == 0 && !sentence->is_question)
        return TRUE;
    }
  return FALSE;
}

/* Who is told to get in touch, and where no channel is named, is sent to a form by the link that goes with it. */
static gboolean
leads_to_form (const HeedPhraseFindings *found)
{
  for (guint i = 0; i < found->n_sentences; i++)
    if (found->sentences[i].marks & HEED_REPLY_REDIRECTS && (found->sentences[i].marks & CHANNEL_MARKS) == 0
        && has_link (found, i))
      return TRUE;
  return FALSE;
}

/* Where it sends. A page is what the other places stand on; beside a private message, the one link is the way there. */
static guint32
find_targets (const HeedPhraseFindings *found)
{
  const gboolean is_private = found->marks & HEED_REPLY_ASKS_PRIVATE && found->n_links <= 1;
  guint32 targets = found->marks >> HEED_REPLY_MARK_TARGETS & ALL_TARGETS;

  if (!is_private && leads_to_form (found))
    targets |= TARGET_FORM;
  for (guint i = 0; i < found->n_sentences; i++)
    targets |= points_to_page (found, i) ? TARGET_PAGE : 0;
  if (targets & ~TARGET_PAGE || is_private || answers_elsewhere (found))
    targets &= ~TARGET_PAGE;
  return targets;
}

/* Whether facts are asked for and a link stands behind the sign-off: it is the network's own for private messages,
 * since nothing is said of it. */
static gboolean
asks_by_message_link (const HeedPhraseFindings *found)
{
  const HeedPhraseSentence *last = found->n_sentences > 0 ? &found->sentences[found->n_sentences - 1] : NULL;

  return last != NULL && last->n_links > 0 && !last->starts_with_link && last->n_words <= MAX_SIGN_OFF
         && (found->marks & DETAIL_MARKS) != 0 && find_targets (found) == 0;
}

/* Whether what a reply of @kinds acknowledges is looked into, and not merely passed on as feedback. */
static gboolean
looks_into (const HeedPhraseFindings *found, guint32 kinds)
{
  return (kinds & HEED_REPLY_ACKNOWLEDGES) != 0 && (found->marks & FEEDBACK) == 0;
}

/** heed_reply_settle_kinds: #HeedReplyKinds of a text in a language with a word list, made to agree with each other. */
guint32
heed_reply_settle_kinds (const HeedPhraseFindings *found)
{
  guint32 kinds = read_sentences (found);

  if (found->marks >> HEED_REPLY_MARK_DETAILS & ALL_DETAILS)
    kinds |= HEED_REPLY_ASKS_DETAILS;
  if (asks_by_message_link (found))
    kinds |= HEED_REPLY_ASKS_PRIVATE;
  kinds &= ~(guint32) HEED_REPLY_REDIRECTS;
  if (find_targets (found) != 0)
    kinds |= HEED_REPLY_REDIRECTS;
  kinds |= guess_unnamed (found, kinds);
  if ((kinds & ~(guint32) HEED_REPLY_BESIDE_PLEASANTRY) != 0 || looks_into (found, kinds))
    kinds &= ~(guint32) HEED_REPLY_PLEASANTRY;
  return kinds;
}

/* Whether a reply puts a question of its own, beside the place it sends to. */
static gboolean
puts_question (const HeedPhraseFindings *found)
{
  for (guint i = 0; i < found->n_sentences; i++)
    if (asks_for_facts (found, i) && found->sentences[i].n_links == 0)
      return TRUE;
  return FALSE;
}

/** heed_reply_settle_primary: where a reply of @kinds leaves the customer: who is asked has to answer before anything
 * else, nobody waits for what comes of feedback, and what is under way is not done. */
HeedReplyPrimary
heed_reply_settle_primary (const HeedPhraseFindings *found, guint32 kinds)
{
  HeedReplyPrimary primary = heed_reply_primary_from_kinds (kinds);

  if (primary == HEED_REPLY_REDIRECTED && puts_question (found))
    return HEED_REPLY_ASKS;
  if (primary == HEED_REPLY_WORKING && (kinds & ~(guint32) HEED_REPLY_BESIDE_PLEASANTRY) == 0
      && (found->marks & (FEEDBACK | HEED_REPLY_ACKNOWLEDGES)) == FEEDBACK)
    return HEED_REPLY_SOCIAL;
  if (primary == HEED_REPLY_SOLVES && (found->marks & UNDERWAY) != 0 && (kinds & HEED_REPLY_ANSWERS) == 0)
    return HEED_REPLY_WORKING;
  return primary;
}

/** heed_reply_settle_targets: where a reply sends, a bit each. */
guint32
heed_reply_settle_targets (const HeedPhraseFindings *found)
{
  return find_targets (found);
}

/** heed_reply_settle_details: what a reply of @kinds asks for. A question that names nothing wants a description. */
guint32
heed_reply_settle_details (const HeedPhraseFindings *found, guint32 kinds)
{
  guint32 details = found->marks >> HEED_REPLY_MARK_DETAILS & ALL_DETAILS;

  for (guint i = 0; i < found->n_sentences; i++)
    if (asks_for_facts (found, i) && (found->sentences[i].marks & DETAIL_MARKS) == 0)
      details |= DETAIL_DESCRIPTION;
  return details == 0 && kinds & HEED_REPLY_ASKS_DETAILS ? DETAIL_DESCRIPTION : details;
}
