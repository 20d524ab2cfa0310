/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Follows conversations from their opening message down. */

#include "heed-exchange-builder-private.h"

/* Who wrote a message, as the conversation sees it. */
typedef enum
{
  BY_OTHERS,
  BY_CUSTOMER,
  BY_COMPANY,
} Side;

typedef struct
{
  guint32 message;
  Side side;
} Place;

/* @led_on: messages below which was already looked
 * @seen_in: the number of the last conversation that holds a message or, of a reply in parts, its first part
 * @queue: (element-type Place): what is still to be looked below */
struct _HeedConversationFinder
{
  const HeedExchangeBuilder *builder;
  const HeedChildren *children;
  guint8 *led_on;
  guint32 *seen_in;
  guint32 number;
  GArray *queue;
};

/** heed_conversation_finder_new: (transfer full): follows conversations in what @builder took in, parts joined; both
 * must stay as long as it. */
HeedConversationFinder *
heed_conversation_finder_new (const HeedExchangeBuilder *builder, const HeedChildren *children)
{
  HeedConversationFinder *finder = g_new0 (HeedConversationFinder, 1);

  finder->builder = builder;
  finder->children = children;
  finder->led_on = g_new0 (guint8, MAX (builder->messages->len, 1));
  finder->seen_in = g_new0 (guint32, MAX (builder->messages->len, 1));
  finder->queue = g_array_new (FALSE, FALSE, sizeof (Place));
  return finder;
}

void
heed_conversation_finder_free (HeedConversationFinder *finder)
{
  if (finder == NULL)
    return;
  g_free (finder->led_on);
  g_free (finder->seen_in);
  g_array_unref (finder->queue);
  g_free (finder);
}

/** heed_conversation_finder_is_opening: whether a customer's message answers nothing, or only posts of companies that
 * answer nobody. */
gboolean
heed_conversation_finder_is_opening (const HeedConversationFinder *finder, guint32 index)
{
  const HeedMessage *message = heed_exchange_builder_get (finder->builder, index);

  for (guint i = 0; i < message->n_parents; i++)
    {
      guint32 parent = heed_exchange_builder_get_parent (finder->builder, message, i);
      const HeedMessage *answered = parent != HEED_NO_MESSAGE ? heed_exchange_builder_get (finder->builder, parent)
                                                              : NULL;

      if (answered == NULL || !answered->from_company || answered->is_reply)
        return FALSE;
    }
  return TRUE;
}

/* Notes a step, once a conversation and not where it is dated before the opening message. */
static void
add_step (HeedConversationFinder *finder, HeedExchangeSet *set, const HeedMessage *opening, guint32 index, Side side)
{
  guint32 first = side == BY_COMPANY ? heed_exchange_builder_get_first_part (finder->builder, index) : index;
  const HeedMessage *message = heed_exchange_builder_get (finder->builder, first);

  if (finder->seen_in[first] == finder->number || message->at < opening->at - HEED_CLOCK_SKEW_S)
    return;
  finder->seen_in[first] = finder->number;
  HeedStep step = {
    .at = MAX (message->at, opening->at),
    .reply = side == BY_COMPANY ? message->reply : HEED_NO_REPLY,
    .confirms = side == BY_CUSTOMER && (message->notices & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_CONFIRMS)) != 0,
    .thanks = side == BY_CUSTOMER && (message->notices & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_THANKS)) != 0,
  };
  g_array_append_val (set->steps, step);
}

/* A company's message counts where it answers the customer, or goes on from what did. */
static Side
get_side (const HeedMessage *message, Side above, const HeedMessage *opening, guint32 company)
{
  if (message->author == opening->author)
    return BY_CUSTOMER;
  return message->author == company && message->is_reply && above != BY_OTHERS ? BY_COMPANY : BY_OTHERS;
}

static void
follow (HeedConversationFinder *finder, HeedExchangeSet *set, const HeedMessage *opening, guint32 company, Place above)
{
  guint32 id = finder->children->ids[above.message];

  for (guint32 i = finder->children->starts[id]; i < finder->children->starts[id + 1]; i++)
    {
      guint32 index = finder->children->messages[i];
      const HeedMessage *message = heed_exchange_builder_get (finder->builder, index);
      Place place = { index, get_side (message, above.side, opening, company) };

      if (message == opening)
        continue;
      if (place.side != BY_OTHERS)
        add_step (finder, set, opening, index, place.side);
      if (finder->led_on[index])
        continue;
      finder->led_on[index] = 1;
      g_array_append_val (finder->queue, place);
    }
}

static int
compare_steps (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const HeedStep *first = a, *second = b;

  return first->at < second->at ? -1 : first->at > second->at;
}

/**
 * heed_conversation_finder_add: adds the conversation that the message @opening to @company opens to @set.
 *
 * Below each message is looked once, whatever circles the parents form: what answers messages of two conversations
 * counts in both, what stands below it in the first one. So the time grows with the number of links.
 */
void
heed_conversation_finder_add (HeedConversationFinder *finder, HeedExchangeSet *set, guint32 opening, guint32 company)
{
  const HeedMessage *message = heed_exchange_builder_get (finder->builder, opening);
  HeedConversation conversation = {
    .first_step = set->steps->len,
    .message = message->kept,
    .found_by_answer = message->found_by_answer,
  };
  Place first = { opening, BY_CUSTOMER };

  finder->number++;
  g_array_set_size (finder->queue, 0);
  g_array_append_val (finder->queue, first);
  finder->led_on[opening] = 1;
  add_step (finder, set, message, opening, BY_CUSTOMER);
  for (guint i = 0; i < finder->queue->len; i++)
    follow (finder, set, message, company, g_array_index (finder->queue, Place, i));

  conversation.n_steps = set->steps->len - conversation.first_step;
  /* The sort is stable, so the opening message stays the first. */
  g_qsort_with_data (&g_array_index (set->steps, HeedStep, conversation.first_step), (int) conversation.n_steps,
                     sizeof (HeedStep), compare_steps, NULL);
  g_array_append_val (set->conversations, conversation);
}
