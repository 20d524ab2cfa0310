/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "heed-command.h"
#include "heed-scorecard.h"

G_BEGIN_DECLS

void heed_command_check_add_json (GString *json, const HeedScorecard *scorecard, gint64 now);
void heed_command_check_print (HeedCommandLine *line, const HeedScorecard *scorecard, gint64 now, GTimeZone *zone);

G_END_DECLS
