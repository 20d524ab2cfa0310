/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-course.h"

G_BEGIN_DECLS

void heed_effort_fill (HeedEffort *effort, const HeedExchangeSet *set, const GArray *courses, const GArray *traits);
void heed_effort_clear (HeedEffort *effort);

G_END_DECLS
