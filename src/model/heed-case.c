/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case.h"

#include "heed-word.h"

G_DEFINE_BOXED_TYPE (HeedCase, heed_case, heed_case_copy, heed_case_free)

static const char *const event_words[] = {
  [HEED_EVENT_SENT] = "sent", [HEED_EVENT_RECEIVED] = "received", [HEED_EVENT_CALL] = "call",
  [HEED_EVENT_NOTE] = "note", [HEED_EVENT_DOCUMENT] = "document", [HEED_EVENT_STATE] = "state",
};

static const char *const state_words[] = {
  [HEED_CASE_DRAFT] = "draft",
  [HEED_CASE_OPEN] = "open",
  [HEED_CASE_CLOSED] = "closed",
};

/** heed_event_kind_to_string: (transfer none): the word used in files and in the store. */
const char *
heed_event_kind_to_string (HeedEventKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (event_words), NULL);
  return event_words[kind];
}

/** heed_event_kind_from_string: reads such a word; %FALSE when it is none. */
gboolean
heed_event_kind_from_string (const char *word, HeedEventKind *kind)
{
  guint index;

  g_return_val_if_fail (kind != NULL, FALSE);
  if (!heed_word_find (event_words, G_N_ELEMENTS (event_words), word, &index))
    return FALSE;
  *kind = index;
  return TRUE;
}

/** heed_event_kind_is_theirs: whether the company spoke in such an entry, so that it may have promised something. */
gboolean
heed_event_kind_is_theirs (HeedEventKind kind)
{
  return kind == HEED_EVENT_RECEIVED || kind == HEED_EVENT_CALL;
}

/** heed_case_state_to_string: (transfer none): the word used in files and in the store. */
const char *
heed_case_state_to_string (HeedCaseState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_words), NULL);
  return state_words[state];
}

/** heed_case_state_from_string: reads such a word; %FALSE when it is none. */
gboolean
heed_case_state_from_string (const char *word, HeedCaseState *state)
{
  guint index;

  g_return_val_if_fail (state != NULL, FALSE);
  if (!heed_word_find (state_words, G_N_ELEMENTS (state_words), word, &index))
    return FALSE;
  *state = index;
  return TRUE;
}

/** heed_event_new: (transfer full): an entry at @at (Unix seconds) that says nothing yet. */
HeedEvent *
heed_event_new (HeedEventKind kind, gint64 at)
{
  HeedEvent *event = g_new0 (HeedEvent, 1);

  event->kind = kind;
  event->at = at;
  return event;
}

/** heed_event_copy: (transfer full): an event that shares nothing with @event. */
HeedEvent *
heed_event_copy (const HeedEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  HeedEvent *copy = g_new0 (HeedEvent, 1);
  *copy = *event;
  copy->channel = g_strdup (event->channel);
  copy->network = g_strdup (event->network);
  copy->account = g_strdup (event->account);
  copy->text = g_strdup (event->text);
  copy->url = g_strdup (event->url);
  copy->reference = g_strdup (event->reference);
  copy->agent = g_strdup (event->agent);
  if (event->promise != NULL)
    copy->promise = heed_promise_new (event->promise->text, event->promise->due, event->promise->kept);
  copy->redirected_to = g_strdup (event->redirected_to);
  return copy;
}

void
heed_event_free (HeedEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->channel);
  g_free (event->network);
  g_free (event->account);
  g_free (event->text);
  g_free (event->url);
  g_free (event->reference);
  g_free (event->agent);
  heed_promise_free (event->promise);
  g_free (event->redirected_to);
  g_free (event);
}

/** heed_case_new: (transfer full): an empty draft of a case. */
HeedCase *
heed_case_new (void)
{
  HeedCase *self = g_new0 (HeedCase, 1);

  self->facts = heed_facts_new ();
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_event_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_document_free);
  return self;
}

/** heed_case_copy: (transfer full): a case that shares nothing with @self. */
HeedCase *
heed_case_copy (const HeedCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  HeedCase *copy = g_new0 (HeedCase, 1);
  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->tone = g_strdup (self->tone);
  copy->message_language = g_strdup (self->message_language);
  copy->facts = heed_facts_copy (self->facts);
  copy->events = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_event_free);
  for (guint i = 0; i < self->events->len; i++)
    g_ptr_array_add (copy->events, heed_event_copy (self->events->pdata[i]));
  copy->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_document_free);
  for (guint i = 0; i < self->documents->len; i++)
    g_ptr_array_add (copy->documents, heed_document_copy (self->documents->pdata[i]));
  return copy;
}

void
heed_case_free (HeedCase *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->tone);
  g_free (self->message_language);
  heed_facts_free (self->facts);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

/* What came back on the same channel before the user wrote there again. */
static const HeedEvent *
find_answer (const HeedCase *self, guint sent_index)
{
  const HeedEvent *sent = self->events->pdata[sent_index];
  const HeedEvent *answer = NULL;

  for (guint i = sent_index + 1; i < self->events->len; i++)
    {
      const HeedEvent *event = self->events->pdata[i];

      if (g_strcmp0 (event->channel, sent->channel) != 0 || g_strcmp0 (event->network, sent->network) != 0)
        continue;
      if (event->kind == HEED_EVENT_SENT)
        break;
      if (event->kind == HEED_EVENT_RECEIVED && (answer == NULL || event->outcome > answer->outcome))
        answer = event;
    }
  return answer;
}

/**
 * heed_case_dup_facts: the fact sheet with the attempts and promises that follow from the timeline.
 *
 * Returns: (transfer full): facts ready for drafting
 */
HeedFacts *
heed_case_dup_facts (const HeedCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  HeedFacts *facts = heed_facts_copy (self->facts);
  for (guint i = 0; i < self->events->len; i++)
    {
      const HeedEvent *event = self->events->pdata[i];

      if (event->promise != NULL)
        g_ptr_array_add (facts->promises,
                         heed_promise_new (event->promise->text, event->promise->due, event->promise->kept));
      if (event->channel == NULL || (event->kind != HEED_EVENT_SENT && event->kind != HEED_EVENT_CALL))
        continue;

      const HeedEvent *answer = event->kind == HEED_EVENT_CALL ? event : find_answer (self, i);
      HeedAttempt attempt = {
        .channel = event->channel,
        .network = event->network,
        .when = event->at,
        .outcome = answer != NULL ? answer->outcome : HEED_OUTCOME_NONE,
        .reference = answer != NULL && answer->reference != NULL ? answer->reference : event->reference,
        .agent = answer != NULL ? answer->agent : NULL,
        .redirected_to = answer != NULL ? answer->redirected_to : NULL,
      };
      g_ptr_array_add (facts->attempts, heed_attempt_copy (&attempt));
    }
  return facts;
}
