/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-command.h"
#include "heed-track.h"

G_BEGIN_DECLS

void heed_command_case_print_json (HeedCommandLine *line, const HeedTracked *tracked);
void heed_command_case_print_list_json (HeedCommandLine *line, GPtrArray *all);
void heed_command_case_print_list (HeedCommandLine *line, GPtrArray *all, GTimeZone *zone);
void heed_command_case_print_step (HeedCommandLine *line, const HeedTracked *tracked, GTimeZone *zone);
void heed_command_case_print (HeedCommandLine *line, const HeedTracked *tracked, GTimeZone *zone);

G_END_DECLS
