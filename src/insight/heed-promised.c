/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-promised.h"

#include <string.h>

#include "heed-deadline.h"

/* A reply has few sentences; what stands behind so many is not looked at. */
#define MAX_SENTENCES 32

void
heed_promised_clear (HeedPromised *promised)
{
  g_clear_pointer (&promised->text, g_free);
  g_clear_pointer (&promised->words, g_free);
}

/* Whether a sentence ends with the byte @at. */
static gboolean
ends_sentence (const char *at)
{
  return *at == '\n' || (strchr (".!?", *at) != NULL && (at[1] == '\0' || g_ascii_isspace (at[1])));
}

/* The sentence that begins at *@start, which moves behind it; NULL at the end of the text. */
static char *
dup_next_sentence (const char **start)
{
  while (**start == '\n' || g_ascii_isspace (**start))
    (*start)++;
  if (**start == '\0')
    return NULL;
  const char *end = *start;
  while (*end != '\0' && !ends_sentence (end))
    end++;
  char *sentence = g_strstrip (g_strndup (*start, (gsize) (end - *start)));
  *start = *end != '\0' ? end + 1 : end;
  return sentence;
}

/* The sentence that holds what is at @offset. */
static char *
dup_sentence_at (const char *text, guint32 offset)
{
  const char *next = text;

  for (;;)
    {
      g_autofree char *sentence = dup_next_sentence (&next);

      if (sentence == NULL || (gsize) (next - text) > offset)
        return g_steal_pointer (&sentence);
    }
}

/* A promise in one sentence that says by when, where it can be told by itself. */
static gboolean
read_sentences (HeedPromised *promised, const HeedClassifier *classifier, const char *reply, const char *language,
                gint64 at, GTimeZone *zone, const char *country)
{
  const char *next = reply;

  for (guint n = 0; n < MAX_SENTENCES; n++)
    {
      g_autofree char *sentence = dup_next_sentence (&next);
      g_auto (HeedReplyReading) reading = { 0 };

      if (sentence == NULL)
        return FALSE;
      heed_classifier_read (classifier, sentence, &reading);
      if ((reading.kinds & HEED_REPLY_PROMISES) == 0 || reading.deadline == NULL)
        continue;
      const gint64 due = heed_deadline_read (language, reading.deadline, at, zone, country);
      if (due == 0)
        continue;
      *promised = (HeedPromised){ g_steal_pointer (&sentence), g_steal_pointer (&reading.deadline), due };
      return TRUE;
    }
  return FALSE;
}

/**
 * heed_promised_read: what a reply promises, and by which day.
 * @promised: (out): cleared where nothing is promised
 * @at: when the reply was written; "within 14 days" counts from there
 * @zone: on whose clocks
 * @country: (nullable): as for heed_deadline_read()
 *
 * Returns: whether it promises anything
 */
gboolean
heed_promised_read (HeedPromised *promised, const HeedClassifier *classifier, const char *reply, gint64 at,
                    GTimeZone *zone, const char *country)
{
  const guint promises = HEED_REPLY_MARK_KINDS + g_bit_nth_lsf (HEED_REPLY_PROMISES, -1);
  g_auto (HeedReplyReading) reading = { 0 };

  g_return_val_if_fail (promised != NULL && classifier != NULL && reply != NULL && zone != NULL, FALSE);

  *promised = (HeedPromised){ 0 };
  heed_classifier_read (classifier, reply, &reading);
  /* The first time that is named may belong to another sentence: "Thanks for calling today." */
  if (read_sentences (promised, classifier, reply, reading.language, at, zone, country))
    return TRUE;

  if ((reading.kinds & HEED_REPLY_PROMISES) == 0)
    return FALSE;
  const gboolean has_deadline = (reading.marks & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_DEADLINE)) != 0;
  if (!has_deadline && (reading.marks & HEED_REPLY_MARK_BIT (promises)) == 0)
    return FALSE;
  promised->text = dup_sentence_at (reply, reading.spans[has_deadline ? HEED_REPLY_MARK_DEADLINE : promises].start);
  promised->words = g_steal_pointer (&reading.deadline);
  if (promised->words != NULL)
    promised->due = heed_deadline_read (reading.language, promised->words, at, zone, country);
  return promised->text != NULL;
}
