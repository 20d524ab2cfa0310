/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-classifier.h"
#include "heed-exchange.h"
#include "heed-post.h"
#include "heed-reply-shape.h"

G_BEGIN_DECLS

/**
 * HeedTextReading: what the words of one post say, as far as an exchange builder keeps it.
 * @kinds: #HeedReplyKinds of a company's reply
 * @to_team: it sends to another team or account
 * @has_fingerprint: it has words enough for a fingerprint
 * @fingerprint: of a company's reply
 * @greeting: the part of the day that a company greets
 * @notices: as heed_classifier_read_notices() or heed_classifier_read_customer() tells
 * @signature: (nullable): who signed a company's reply
 * @shape: of a company's reply
 * @stated: (nullable): the hours that a post of the company's own states
 * @stated_words: (nullable): the words of @stated, where they are a week
 */
typedef struct
{
  guint32 kinds;
  gboolean to_team;
  gboolean has_fingerprint;
  HeedFingerprint fingerprint;
  HeedGreeting greeting;
  guint64 notices;
  char *signature;
  HeedReplyShape shape;
  HeedStatedHours *stated;
  char *stated_words;
} HeedTextReading;

void heed_text_reading_read (HeedTextReading *reading, const HeedClassifier *classifier, const HeedPost *post);
void heed_text_reading_clear (HeedTextReading *reading);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedTextReading, heed_text_reading_clear)

G_END_DECLS
