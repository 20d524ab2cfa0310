/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case-progress.h"

#include "heed-next-step.h"

/** heed_event_is_attempt: the user tried to reach the company. */
gboolean
heed_event_is_attempt (const HeedEvent *event)
{
  return event->kind == HEED_EVENT_SENT || event->kind == HEED_EVENT_CALL;
}

/**
 * heed_event_is_answer: a person at the company said something: a reply that is no automatic receipt, a call that got
 * through, or any entry with a promise.
 */
gboolean
heed_event_is_answer (const HeedEvent *event)
{
  if (event->promise != NULL && event->kind != HEED_EVENT_SENT)
    return TRUE;
  if (event->kind == HEED_EVENT_CALL)
    return event->outcome == HEED_OUTCOME_REPLY || event->outcome == HEED_OUTCOME_REDIRECT;
  return event->kind == HEED_EVENT_RECEIVED && event->outcome != HEED_OUTCOME_AUTOMATIC;
}

gboolean
heed_event_is_on (const HeedEvent *event, const char *channel, const char *network)
{
  return g_strcmp0 (event->channel, channel) == 0 && g_strcmp0 (event->network, network) == 0;
}

/* The number of the matter; an order or account number says who writes, not that a case exists. */
static const char *
find_case_reference (const HeedCase *the_case)
{
  static const char *const kinds[] = { "case", "ticket", "complaint", "incident", NULL };

  for (guint i = 0; i < the_case->facts->references->len; i++)
    {
      const HeedReference *reference = the_case->facts->references->pdata[i];

      if (g_strv_contains (kinds, reference->kind))
        return reference->value;
    }
  for (guint i = the_case->events->len; i > 0; i--)
    {
      const HeedEvent *event = the_case->events->pdata[i - 1];

      if (event->reference != NULL)
        return event->reference;
    }
  return NULL;
}

static void
note_promise (HeedCaseProgress *progress, const HeedEvent *event, gint64 now)
{
  if (event->promise == NULL || event->promise->kept)
    return;
  if (event->promise->due > now)
    {
      if (progress->running == NULL || event->promise->due >= progress->running->promise->due)
        progress->running = event;
    }
  /* Without a day nothing is late. */
  else if (event->promise->due != 0 && (progress->last_sent == NULL || progress->last_sent->at < event->promise->due))
    {
      if (progress->broken == NULL || event->promise->due < progress->broken->promise->due)
        progress->broken = event;
    }
}

/** heed_case_progress_init: reads a timeline, oldest entry first. */
void
heed_case_progress_init (HeedCaseProgress *progress, const HeedCase *the_case, gint64 now)
{
  const GPtrArray *events = the_case->events;

  *progress = (HeedCaseProgress){ .case_reference = find_case_reference (the_case) };
  for (guint i = 0; i < events->len; i++)
    {
      const HeedEvent *event = events->pdata[i];

      if (heed_event_is_attempt (event))
        {
          progress->last_sent = event;
          progress->answer = NULL;
        }
      if (heed_event_is_answer (event))
        {
          progress->answer = event;
          progress->round = i + 1;
        }
    }
  for (guint i = 0; i < events->len; i++)
    {
      const HeedEvent *event = events->pdata[i];

      note_promise (progress, event, now);
      if (i >= progress->round && heed_event_is_attempt (event)
          && heed_event_is_on (event, progress->last_sent->channel, progress->last_sent->network))
        progress->n_here++;
    }
}

typedef enum
{
  NOBODY,
  THEY,
  YOU,
} Waiting;

/* Whose turn it is after @event; @before when it changes nothing. */
static Waiting
get_waiting_after (const HeedEvent *event, Waiting before)
{
  if (heed_event_is_answer (event))
    return event->promise != NULL && !event->promise->kept ? THEY : YOU;
  return heed_event_is_attempt (event) ? THEY : before;
}

/**
 * heed_case_get_waiting: adds up how long each side kept the other waiting, as the clock on the wall goes.
 * @theirs_s: (out): seconds in which the company had to answer or to keep a promise
 * @yours_s: (out): seconds in which the user had to answer
 *
 * Counting begins with the first message. An automatic reply stops no clock; while a case is closed none runs.
 */
void
heed_case_get_waiting (const HeedCase *the_case, gint64 now, gint64 *theirs_s, gint64 *yours_s)
{
  gint64 sums[] = { [NOBODY] = 0, [THEY] = 0, [YOU] = 0 };
  Waiting waiting = NOBODY;
  gboolean is_closed = FALSE;
  gint64 since = 0;
  gint64 end = the_case->state == HEED_CASE_CLOSED && the_case->closed_at > 0 ? MIN (now, the_case->closed_at) : now;

  g_return_if_fail (theirs_s != NULL && yours_s != NULL);

  for (guint i = 0; i < the_case->events->len; i++)
    {
      const HeedEvent *event = the_case->events->pdata[i];

      if (event->at > end)
        break;
      if (!is_closed)
        sums[waiting] += event->at - since;
      since = event->at;
      if (event->kind == HEED_EVENT_STATE)
        is_closed = g_strcmp0 (event->text, heed_case_state_to_string (HEED_CASE_CLOSED)) == 0;
      waiting = get_waiting_after (event, waiting);
    }
  if (!is_closed && end > since)
    sums[waiting] += end - since;
  *theirs_s = sums[THEY];
  *yours_s = sums[YOU];
}
