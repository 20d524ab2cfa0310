/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reply-facts.h"

#include <string.h>

#define ALL_KINDS ((1u << HEED_N_REPLY_KINDS) - 1)

/* A shorter number beside "your case" may count something. */
#define MIN_REFERENCE 5

/* What a time is by when the company acts beside. */
#define BESIDE_DEADLINE (HEED_REPLY_PROMISES | HEED_REPLY_ACTS | HEED_REPLY_ACKNOWLEDGES)

static char *
dup_span (const char *reply, const HeedPhraseFindings *found, guint mark)
{
  if ((found->marks & HEED_REPLY_MARK_BIT (mark)) == 0)
    return NULL;
  const HeedPhraseSpan *span = &found->spans[mark];
  return g_strndup (reply + span->start, span->end - span->start);
}

/* "2026-11-26" or "26-11-2026". */
static gboolean
is_date (const char *number)
{
  g_auto (GStrv) parts = g_strsplit (number, "-", -1);

  return g_strv_length (parts) == 3 && strlen (parts[1]) <= 2 && strlen (parts[0]) + strlen (parts[2]) <= 6
         && (strlen (parts[0]) == 4 || strlen (parts[2]) == 4);
}

/* Whether a currency stands before what begins at @start. */
static gboolean
is_sum (const char *reply, guint32 start)
{
  static const char *const signs[] = { "$", "£", "€", "₹", "¥" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const gsize length = strlen (signs[i]);

      if (start >= length && strncmp (reply + start - length, signs[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_reference_byte (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '/';
}

/* Widens @span to all that stands between two spaces or marks: "TK/2291/7" is more than its last number. */
static void
widen (const char *reply, HeedPhraseSpan *span)
{
  while (span->start > 0 && is_reference_byte (reply[span->start - 1]))
    span->start--;
  while (is_reference_byte (reply[span->end]))
    span->end++;
}

/* Whether @reference is long enough and neither a word, a number with gaps nor a date. */
static gboolean
is_reference (const char *reference)
{
  const gboolean has_capital = strpbrk (reference, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;

  return strlen (reference) >= MIN_REFERENCE && strpbrk (reference, " +.()") == NULL && !is_date (reference)
         && (has_capital || strchr (reference, '/') == NULL);
}

/* The number itself: what stands last of "your case number is 12345678". A number with gaps, a date, a sum is none. */
static char *
dup_reference (const char *reply, HeedPhraseFindings *found)
{
  HeedPhraseSpan *span = &found->spans[HEED_REPLY_MARK_REFERENCE];

  if ((found->marks & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_REFERENCE)) == 0)
    return NULL;
  span->start = span->last;
  widen (reply, span);
  g_autofree char *reference = dup_span (reply, found, HEED_REPLY_MARK_REFERENCE);
  if (is_reference (reference) && !is_sum (reply, span->start))
    return g_steal_pointer (&reference);
  found->marks &= ~HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_REFERENCE);
  return NULL;
}

/* A time is by when the company acts only in a sentence that says that it does or will, in a reply of such @kinds: not
 * where all that is said hangs on the customer. */
static gboolean
has_deadline (const HeedPhraseFindings *found, guint32 kinds)
{
  for (guint i = 0; i < found->n_sentences; i++)
    if (found->sentences[i].marks & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_DEADLINE)
        && found->sentences[i].marks & BESIDE_DEADLINE & kinds)
      return TRUE;
  return FALSE;
}

/**
 * heed_reply_facts_read: what a reply quotes: by when the company acts, a number of the matter, and where the words for
 * all it does stand.
 * @found: what stands in it; loses what turns out to be no fact
 * @reading: with its kinds; gets its deadline, its reference, its marks and their places
 */
void
heed_reply_facts_read (const char *reply, HeedPhraseFindings *found, HeedReplyReading *reading)
{
  g_return_if_fail (reply != NULL && found != NULL && reading != NULL);

  if (!has_deadline (found, reading->kinds))
    found->marks &= ~HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_DEADLINE);
  reading->deadline = dup_span (reply, found, HEED_REPLY_MARK_DEADLINE);
  reading->reference = dup_reference (reply, found);
  reading->marks = found->marks & ~(guint64) ALL_KINDS;
  reading->marks |= found->marks & reading->kinds;
  memcpy (reading->spans, found->spans, sizeof reading->spans);
  if ((reading->marks & (HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_FEEDBACK) | HEED_REPLY_ACKNOWLEDGES))
      == HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_FEEDBACK))
    {
      reading->marks |= HEED_REPLY_ACKNOWLEDGES;
      reading->spans[g_bit_nth_lsf (HEED_REPLY_ACKNOWLEDGES, -1)] = found->spans[HEED_REPLY_MARK_FEEDBACK];
    }
}
