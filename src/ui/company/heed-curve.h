/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-scorecard.h"

G_BEGIN_DECLS

/** HeedCurve: the share of messages answered over the time that passed, with the band it lies in, 95 times of 100. */
#define HEED_TYPE_CURVE (heed_curve_get_type ())
G_DECLARE_FINAL_TYPE (HeedCurve, heed_curve, HEED, CURVE, GtkWidget)

void heed_curve_set (HeedCurve *self, const HeedScorecard *scorecard);

G_END_DECLS
