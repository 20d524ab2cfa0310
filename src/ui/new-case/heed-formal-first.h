/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-case.h"

G_BEGIN_DECLS

/**
 * HeedFormalFirst: proposes to open a case with the company's own support before writing in public, says why, and takes
 * the number of one that is open already (S92). Never in the way: whoever does not want to goes on.
 *
 * Emits "noted" (HeedEvent, borrowed) with the attempt and the number the company gave.
 */
#define HEED_TYPE_FORMAL_FIRST (heed_formal_first_get_type ())
G_DECLARE_FINAL_TYPE (HeedFormalFirst, heed_formal_first, HEED, FORMAL_FIRST, GtkBox)

void heed_formal_first_set_clock (HeedFormalFirst *self, GTimeZone *zone, gint64 now);
void heed_formal_first_ask (HeedFormalFirst *self);

G_END_DECLS
