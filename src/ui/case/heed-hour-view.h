/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedHourView: whether the hour of a next step matters, and the hour to write in where it does, with what that rests
 * on. Property "more" holds what else there is to say of it, a sentence a line.
 */
#define HEED_TYPE_HOUR_VIEW (heed_hour_view_get_type ())
G_DECLARE_FINAL_TYPE (HeedHourView, heed_hour_view, HEED, HOUR_VIEW, AdwBin)

void heed_hour_view_show (HeedHourView *self, HeedLibrary *library, const HeedNextStep *step);

G_END_DECLS
