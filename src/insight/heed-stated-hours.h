/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange.h"
#include "heed-hours-words.h"

G_BEGIN_DECLS

gboolean heed_stated_hours_read (const HeedHoursWords *words, const char *text, gboolean is_bio,
                                 HeedStatedHours *stated);
HeedGreeting heed_stated_hours_read_greeting (const HeedHoursWords *words, const char *text);

G_END_DECLS
