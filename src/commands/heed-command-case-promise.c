/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry of a case seems to promise, and how the user makes a promise of it. */

#include <glib/gi18n.h>

#include "heed-command-case.h"
#include "heed-error.h"

/** heed_command_case_propose: what an entry seems to promise that holds no promise yet; %FALSE for nothing. */
gboolean
heed_command_case_propose (HeedPromised *promised, const HeedEvent *event, const HeedCasePlace *place)
{
  const HeedClassifier *classifier = heed_classifier_get_default (NULL);

  *promised = (HeedPromised){ 0 };
  return classifier != NULL && heed_event_kind_is_theirs (event->kind) && event->promise == NULL && event->text != NULL
         && heed_promised_read (promised, classifier, event->text, event->at, place->zone, place->country);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED, sentence);
  return FALSE;
}

/* The words and the day that were given, else those that the entry's text holds. */
static HeedPromise *
dup_promise (const HeedEvent *event, const char *text, gint64 due, const HeedCasePlace *place, GError **error)
{
  g_auto (HeedPromised) promised = { 0 };

  heed_command_case_propose (&promised, event, place);
  if (event->promise != NULL)
    promised = (HeedPromised){ g_strdup (event->promise->text), NULL, event->promise->due };
  const char *words = text != NULL ? text : promised.text;
  const gint64 time = due != 0 ? due : promised.due;
  if (!heed_event_kind_is_theirs (event->kind))
    refuse (error, _ ("A promise is theirs; choose the message or call in which they made it."));
  else if (words == NULL)
    refuse (error, _ ("Heed reads no promise in that entry; say it with --promise TEXT --due TIME."));
  else if (time == 0)
    refuse (error, _ ("Heed reads no day in that promise; say it with --due TIME."));
  else if (time < event->at)
    refuse (error, _ ("The promise is due before it was made; look at --due."));
  else
    return heed_promise_new (words, time, event->promise != NULL && event->promise->kept);
  return NULL;
}

/**
 * heed_command_case_set_promise: makes a promise of what an entry says, or changes the one it holds.
 * @text: (nullable): what was promised; %NULL for what stands in the entry
 * @due: by when; 0 for the day that the entry's words make
 */
gboolean
heed_command_case_set_promise (HeedDatabase *database, HeedCase *the_case, gint64 event_id, const char *text,
                               gint64 due, const HeedCasePlace *place, GError **error)
{
  for (guint i = 0; i < the_case->events->len; i++)
    {
      HeedEvent *event = the_case->events->pdata[i];

      if (event->id != event_id)
        continue;
      HeedPromise *promise = dup_promise (event, text, due, place, error);
      if (promise == NULL)
        return FALSE;
      heed_promise_free (event->promise);
      event->promise = promise;
      return heed_case_records_save (database, the_case, error);
    }
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
               _ ("That entry is not in the case; “heedctl case show” lists the entries."));
  return FALSE;
}
