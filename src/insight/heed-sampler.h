/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedSampler: collects what a group of messages waited for and for how long. */
typedef struct
{
  GArray *answered;
  GArray *visible;
  guint n_messages;
  guint n_visible_answered;
} HeedSampler;

void heed_sampler_init (HeedSampler *sampler, guint n);
void heed_sampler_add (HeedSampler *sampler, HeedWait wait, gboolean is_visible);
void heed_sampler_finish (HeedSampler *sampler, HeedSample *sample, GArray **curve);

G_END_DECLS
