/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"

G_BEGIN_DECLS

/**
 * HeedCourse: how one conversation went.
 * @asked_at: Unix seconds of its opening message
 * @reached_at: when each of the clocks stopped, %HEED_NEVER where it had not
 * @n_customer: messages of the customer until the end, the confirmation not counted; the end is the confirmation or,
 *   without one, the last thing seen
 * @n_company: replies until the end
 * @n_extra_steps: of those, the ones that ask for details, ask to go private or send elsewhere
 * @n_redirects: of those, the ones that send elsewhere
 * @is_visible: its silence could have been seen
 * @handed_over: two of the replies until the end bear different signatures, or one sends to another team
 * @helped: one of them, not automatic, answers or acts
 * @left_channel: one of them sends elsewhere or asks to go private
 */
typedef struct
{
  gint64 asked_at;
  gint64 reached_at[HEED_N_CLOCKS];
  guint32 n_customer;
  guint32 n_company;
  guint32 n_extra_steps;
  guint32 n_redirects;
  guint is_visible : 1;
  guint handed_over : 1;
  guint helped : 1;
  guint left_channel : 1;
} HeedCourse;

GArray *heed_course_read_all (const HeedExchangeSet *set, const gboolean *automated) G_GNUC_WARN_UNUSED_RESULT;
GArray *heed_course_read_traits (const GArray *courses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
