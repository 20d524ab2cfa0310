/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-promised.h"

#include "heed-deadline.h"
#include "heed-sentence-end.h"

/* A reply has few sentences; what stands behind so many is not looked at. */
#define MAX_SENTENCES 32

/* What is read, and when and where it was written. In @plain, byte by byte the same text, full stops stand only where
 * sentences end: to phrases "no. 5" and "12. März" are two sentences each. */
typedef struct
{
  const HeedClassifier *classifier;
  const char *reply;
  const char *plain;
  gint64 at;
  GTimeZone *zone;
  const char *country;
} Source;

static char *
dup_plain (const char *reply)
{
  char *plain = g_strdup (reply);

  for (gsize i = 0; reply[i] != '\0'; i++)
    if (reply[i] == '.' && reply[i + 1] == ' ' && !heed_sentence_end_is_at (reply, i))
      plain[i] = ' ';
  return plain;
}

/* Where the sentence ends that begins at @start. */
static gsize
find_end (const char *text, gsize start)
{
  while (text[start] != '\0' && !heed_sentence_end_is_at (text, start))
    start++;
  return start;
}

static char *
dup_part (const char *text, gsize start, gsize end)
{
  return g_strstrip (g_strndup (text + start, end - start));
}

/* By when, in its own words, and the day of it, 0 where there is none; @start: where what was read begins. */
static gint64
read_day (const Source *source, const HeedReplyReading *reading, const char *language, gsize start, char **words)
{
  const HeedPhraseSpan *span = &reading->spans[HEED_REPLY_MARK_DEADLINE];

  if (reading->deadline == NULL)
    return 0;
  *words = g_strndup (source->reply + start + span->start, span->end - span->start);
  return heed_deadline_read (language, *words, source->at, source->zone, source->country);
}

/* The first sentence that promises and says by when, best so that it is a day, where it can be told by itself. */
static gboolean
read_sentences (HeedPromised *promised, const Source *source, const char *language)
{
  gsize start = 0;

  for (guint n = 0; n < MAX_SENTENCES && source->reply[start] != '\0' && promised->due == 0; n++)
    {
      g_auto (HeedReplyReading) reading = { 0 };
      g_autofree char *words = NULL;
      const gsize end = find_end (source->reply, start);
      const gsize next = end + (source->reply[end] != '\0' ? 1 : 0);
      g_autofree char *sentence = g_strndup (source->plain + start, next - start);

      heed_classifier_read (source->classifier, sentence, &reading);
      const gboolean promises = (reading.kinds & HEED_REPLY_PROMISES) != 0;
      const gint64 due = promises ? read_day (source, &reading, language, start, &words) : 0;
      if (due != 0 || (words != NULL && promised->text == NULL))
        {
          heed_promised_clear (promised);
          *promised = (HeedPromised){ dup_part (source->reply, start, end), g_steal_pointer (&words), due };
        }
      start = next;
    }
  return promised->text != NULL;
}

/* The sentence with the first words that promise, which only all of the reply explain. */
static void
read_sentence_at (HeedPromised *promised, const Source *source, const HeedReplyReading *reading, guint32 offset)
{
  const HeedPhraseSpan *span = &reading->spans[HEED_REPLY_MARK_DEADLINE];
  gsize start = 0, end = find_end (source->reply, 0);

  while (end < offset)
    {
      start = end + 1;
      end = find_end (source->reply, start);
    }
  promised->text = dup_part (source->reply, start, end);
  if (reading->deadline != NULL && span->start >= start && span->start < end)
    promised->due = read_day (source, reading, reading->language, 0, &promised->words);
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
  g_autofree char *plain = dup_plain (reply);
  const Source source = { classifier, reply, plain, at, zone, country };
  heed_classifier_read (classifier, plain, &reading);
  /* The time that is named first may belong to another sentence: "Thanks for calling today." */
  if (read_sentences (promised, &source, reading.language))
    return TRUE;

  if ((reading.kinds & HEED_REPLY_PROMISES) == 0 || (reading.marks & HEED_REPLY_MARK_BIT (promises)) == 0)
    return FALSE;
  read_sentence_at (promised, &source, &reading, reading.spans[promises].start);
  return TRUE;
}

void
heed_promised_clear (HeedPromised *promised)
{
  g_clear_pointer (&promised->text, g_free);
  g_clear_pointer (&promised->words, g_free);
}
