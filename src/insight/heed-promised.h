/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-classifier.h"

G_BEGIN_DECLS

/**
 * HeedPromised: what a reply promises, to be confirmed or changed by the person it was promised to.
 * @text: the sentence
 * @words: (nullable): by when, in its own words
 * @due: the end of that day; 0 where the words name none
 */
typedef struct
{
  char *text;
  char *words;
  gint64 due;
} HeedPromised;

gboolean heed_promised_read (HeedPromised *promised, const HeedClassifier *classifier, const char *reply, gint64 at,
                             GTimeZone *zone, const char *country);
void heed_promised_clear (HeedPromised *promised);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedPromised, heed_promised_clear)

G_END_DECLS
