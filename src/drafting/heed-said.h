/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

gboolean heed_said_product (const HeedWriter *writer);
gboolean heed_said_amount (const HeedWriter *writer, const char *amount);
gboolean heed_said_since (const HeedWriter *writer);
gboolean heed_said_by (const HeedWriter *writer);
gboolean heed_said_due (const HeedWriter *writer, const HeedPromise *promise);
const char *heed_said_get_postcode (const HeedFacts *facts);

G_END_DECLS
