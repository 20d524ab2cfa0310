/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which messages answer which, and which of a company's messages are parts of one reply. */

#include <stdlib.h>

#include "heed-exchange-builder-private.h"

/* What comes so soon after a reply, to the same message or to itself, continues it; numbered parts may take
 * longer and come in any order. */
#define CONTINUES_S (5 * 60)
#define NUMBERED_S (60 * 60)

/* So many messages with the same parent are looked back at, and so many of an account's answers to itself up. */
#define MAX_BACK 8
#define MAX_UP 64

void
heed_children_clear (HeedChildren *children)
{
  g_clear_pointer (&children->starts, g_free);
  g_clear_pointer (&children->messages, g_free);
  g_clear_pointer (&children->ids, g_free);
}

static int
compare_order (const HeedExchangeBuilder *builder, guint32 a, guint32 b)
{
  const HeedMessage *first = heed_exchange_builder_get (builder, a), *second = heed_exchange_builder_get (builder, b);

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return a < b ? -1 : a > b;
}

static int
compare_children (gconstpointer a, gconstpointer b, gpointer builder)
{
  return compare_order (builder, *(const guint32 *) a, *(const guint32 *) b);
}

/* The part of @builder->links that names parents, one call an entry. */
typedef void (*LinkFunc) (HeedChildren *children, guint32 id, guint32 message);

static void
count_child (HeedChildren *children, guint32 id, guint32 message)
{
  children->starts[id + 1]++;
}

static void
place_child (HeedChildren *children, guint32 id, guint32 message)
{
  children->messages[children->starts[id]++] = message;
}

static void
foreach_link (HeedChildren *children, const HeedExchangeBuilder *builder, LinkFunc func)
{
  for (guint32 i = 0; i < builder->messages->len; i++)
    {
      const HeedMessage *message = heed_exchange_builder_get (builder, i);

      for (guint parent = 0; parent < message->n_parents; parent++)
        func (children, g_array_index (builder->links, guint32, message->links + parent), i);
    }
}

/** heed_children_init: finds what names each id as its parent, seen or not. Time and memory grow with the links. */
void
heed_children_init (HeedChildren *children, const HeedExchangeBuilder *builder)
{
  guint32 n_ids = builder->message_of_id->len;

  children->starts = g_new0 (guint32, n_ids + 2);
  foreach_link (children, builder, count_child);
  for (guint32 id = 0; id < n_ids; id++)
    children->starts[id + 1] += children->starts[id];
  children->messages = g_new (guint32, MAX (children->starts[n_ids], 1));
  foreach_link (children, builder, place_child);
  /* Placing moved each start to its end, which is the next one's start. */
  for (guint32 id = n_ids; id > 0; id--)
    children->starts[id] = children->starts[id - 1];
  children->starts[0] = 0;

  children->ids = g_new (guint32, MAX (builder->messages->len, 1));
  for (guint32 id = 0; id < n_ids; id++)
    {
      guint32 message = g_array_index (builder->message_of_id, guint32, id);
      guint32 n = children->starts[id + 1] - children->starts[id];

      if (message != HEED_NO_MESSAGE)
        children->ids[message] = id;
      if (n > 1)
        g_qsort_with_data (children->messages + children->starts[id], (int) n, sizeof (guint32), compare_children,
                           (gpointer) builder);
    }
}

/* What @message answers itself: whether it is somebody else's, how long after, and else what of its author's own. */
static gboolean
look_up (const HeedExchangeBuilder *builder, const HeedMessage *message, gint64 at, gint64 *lag_s,
         const HeedMessage **own)
{
  gboolean answers = FALSE;

  *own = NULL;
  for (guint i = 0; i < message->n_parents; i++)
    {
      guint32 index = heed_exchange_builder_get_parent (builder, message, i);
      const HeedMessage *parent = index != HEED_NO_MESSAGE ? heed_exchange_builder_get (builder, index) : NULL;

      if (parent != NULL && parent->author == message->author)
        {
          *own = *own == NULL ? parent : *own;
          continue;
        }
      answers = TRUE;
      if (parent != NULL && *lag_s == HEED_NO_LAG && at >= parent->at - HEED_CLOCK_SKEW_S)
        *lag_s = at - parent->at;
    }
  return answers;
}

/**
 * heed_exchange_builder_find_answered: whether a company's @message answers somebody else: itself, or by answering what
 * its author wrote to somebody else.
 * @lag_s: (out): seconds since what it answers, below zero where clocks differ; %HEED_NO_LAG when that is not known
 */
gboolean
heed_exchange_builder_find_answered (const HeedExchangeBuilder *builder, const HeedMessage *message, gint64 *lag_s)
{
  const HeedMessage *above = message, *own;

  *lag_s = HEED_NO_LAG;
  for (guint i = 0; i < MAX_UP && above != NULL; i++)
    {
      if (look_up (builder, above, message->at, lag_s, &own))
        return TRUE;
      above = own;
    }
  return FALSE;
}

static gboolean
continues (const HeedExchangeBuilder *builder, guint32 earlier, guint32 later)
{
  const HeedMessage *first = heed_exchange_builder_get (builder, earlier);
  const HeedMessage *second = heed_exchange_builder_get (builder, later);
  gint64 gap = second->at - first->at;

  if (first->author != second->author || !first->is_reply || !second->is_reply
      || compare_order (builder, earlier, later) >= 0)
    return FALSE;
  /* Two people answered. */
  if (first->agent != HEED_NO_AGENT && second->agent != HEED_NO_AGENT && first->agent != second->agent)
    return FALSE;
  if (first->part > 0 && second->part > 0)
    return first->n_parts == second->n_parts && first->part != second->part && gap <= NUMBERED_S;
  return gap <= CONTINUES_S;
}

/* Lets the message at @place of its siblings be a later part of the nearest one that it continues. */
static void
join_to_sibling (HeedExchangeBuilder *builder, const guint32 *siblings, guint32 place)
{
  HeedMessage *message = heed_exchange_builder_get (builder, siblings[place]);

  for (guint32 i = 1; i <= MIN (place, MAX_BACK) && message->first_part == HEED_NO_MESSAGE; i++)
    if (continues (builder, siblings[place - i], siblings[place]))
      message->first_part = siblings[place - i];
}

/**
 * heed_exchange_builder_get_first_part: the first part of the reply that the message @index belongs to, most often
 * itself.
 */
guint32
heed_exchange_builder_get_first_part (const HeedExchangeBuilder *builder, guint32 index)
{
  guint32 first = index;

  while (heed_exchange_builder_get (builder, first)->first_part != HEED_NO_MESSAGE)
    first = heed_exchange_builder_get (builder, first)->first_part;
  while (index != first)
    {
      HeedMessage *message = heed_exchange_builder_get (builder, index);

      index = message->first_part;
      message->first_part = first;
    }
  return first;
}

/* Adds what a later part says to the first one. */
static void
join (HeedMessage *first, const HeedMessage *part)
{
  first->kinds |= part->kinds;
  if ((first->kinds & ~(guint32) HEED_REPLY_BESIDE_PLEASANTRY) != 0)
    first->kinds &= ~(guint32) HEED_REPLY_PLEASANTRY;
  if (first->agent == HEED_NO_AGENT)
    first->agent = part->agent;
  if (first->fingerprint == HEED_NO_MESSAGE)
    first->fingerprint = part->fingerprint;
  if (first->web_link == HEED_NO_LINK)
    first->web_link = part->web_link;
  first->to_team |= part->to_team;
  first->truncated |= part->truncated;
}

/**
 * heed_exchange_builder_join_parts: makes one reply of what a company wrote in parts. A part is always later than the
 * one before, so they form no circle.
 */
void
heed_exchange_builder_join_parts (HeedExchangeBuilder *builder, const HeedChildren *children)
{
  gint64 lag_s;

  for (guint32 i = 0; i < builder->messages->len; i++)
    {
      HeedMessage *message = heed_exchange_builder_get (builder, i);

      message->is_reply = message->from_company && heed_exchange_builder_find_answered (builder, message, &lag_s);
    }
  for (guint32 id = 0; id < builder->message_of_id->len; id++)
    {
      const guint32 *siblings = children->messages + children->starts[id];
      guint32 parent = g_array_index (builder->message_of_id, guint32, id);

      for (guint32 place = 0; place < children->starts[id + 1] - children->starts[id]; place++)
        {
          if (!heed_exchange_builder_get (builder, siblings[place])->is_reply)
            continue;
          if (parent != HEED_NO_MESSAGE && continues (builder, parent, siblings[place]))
            heed_exchange_builder_get (builder, siblings[place])->first_part = parent;
          join_to_sibling (builder, siblings, place);
        }
    }
  for (guint32 i = 0; i < builder->messages->len; i++)
    {
      guint32 first = heed_exchange_builder_get_first_part (builder, i);

      if (first != i)
        join (heed_exchange_builder_get (builder, first), heed_exchange_builder_get (builder, i));
    }
}
