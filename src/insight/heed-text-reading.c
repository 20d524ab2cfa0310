/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-text-reading.h"

#include <string.h>

#include "heed-near-duplicates.h"

void
heed_text_reading_clear (HeedTextReading *reading)
{
  g_clear_pointer (&reading->signature, g_free);
  g_clear_pointer (&reading->stated, g_free);
  g_clear_pointer (&reading->stated_words, g_free);
  heed_reply_shape_clear (&reading->shape);
}

/* The hours that a post of the company's own states: for a week only with its days, as much else has hours. */
static void
read_stated (HeedTextReading *reading, const HeedClassifier *classifier, const char *text)
{
  HeedStatedHours stated;

  if (!heed_classifier_read_hours (classifier, text, FALSE, &stated))
    return;
  reading->stated = g_new (HeedStatedHours, 1);
  *reading->stated = stated;
  if (stated.has_week && stated.names_days)
    reading->stated_words = g_strndup (text + stated.start, stated.end - stated.start);
}

static void
read_reply (HeedTextReading *reading, const HeedClassifier *classifier, const char *text, const HeedGlance *glance)
{
  reading->kinds = glance->kinds;
  reading->to_team = (glance->targets & HEED_REPLY_TARGET_TEAM) != 0;
  reading->signature = heed_classifier_read_signature (classifier, text);
  heed_reply_shape_read (text, &reading->shape);
  reading->has_fingerprint = heed_fingerprint_read (text, reading->signature, &reading->fingerprint);
}

/**
 * heed_text_reading_read: reads a post's text, which takes most of the time that an archive takes.
 * @reading: (out): clear it with heed_text_reading_clear()
 *
 * A customer's first message is not read: it cannot say that the matter was settled. Depends on the post and the
 * classifier alone and changes neither, so that several threads can read at once.
 */
void
heed_text_reading_read (HeedTextReading *reading, const HeedClassifier *classifier, const HeedPost *post)
{
  HeedGlance glance;

  g_return_if_fail (reading != NULL && classifier != NULL && post != NULL);

  gboolean is_answer = post->parents != NULL && post->parents[0] != NULL;
  memset (reading, 0, sizeof *reading);
  if (post->text == NULL || (!post->from_company && !is_answer))
    return;
  if (!post->from_company)
    {
      reading->notices = heed_classifier_read_customer (classifier, post->text);
      return;
    }
  heed_classifier_read_glance (classifier, post->text, &glance);
  reading->greeting = glance.greeting;
  if (is_answer)
    {
      read_reply (reading, classifier, post->text, &glance);
      return;
    }
  reading->notices = glance.notices;
  read_stated (reading, classifier, post->text);
}
