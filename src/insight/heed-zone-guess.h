/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange.h"

G_BEGIN_DECLS

gboolean heed_zone_guess (const HeedExchangeSet *set, int *offset_h, double *certainty);

G_END_DECLS
