/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-course.h"
#include "heed-hours.h"

G_BEGIN_DECLS

const char *heed_clock_kind_to_string (HeedClockKind kind);
void heed_clocks_sample (const GArray *courses, HeedClockKind kind, gint64 until, const HeedHoursCounter *counter,
                         HeedSample *sample);

G_END_DECLS
