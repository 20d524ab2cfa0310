/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

/**
 * HeedCaseProgress: what a timeline comes down to. All point into the case.
 * @last_sent: (nullable): the user's last attempt
 * @answer: (nullable): what a person at the company said since
 * @running: (nullable): the entry with the promise that runs longest
 * @broken: (nullable): the entry with the first promise that was broken and that the user did not write about since
 * @round: index of the first entry since a person last answered
 * @n_here: attempts on the channel of @last_sent in this round
 * @case_reference: (nullable): the company's own number for the matter
 */
typedef struct
{
  const HeedEvent *last_sent;
  const HeedEvent *answer;
  const HeedEvent *running;
  const HeedEvent *broken;
  guint round;
  guint n_here;
  const char *case_reference;
} HeedCaseProgress;

gboolean heed_event_is_attempt (const HeedEvent *event);
gboolean heed_event_is_answer (const HeedEvent *event);
gboolean heed_event_is_on (const HeedEvent *event, const char *channel, const char *network);
void heed_case_progress_init (HeedCaseProgress *progress, const HeedCase *the_case, gint64 now);

G_END_DECLS
