/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-command.h"
#include "heed-promised.h"
#include "heed-track.h"

G_BEGIN_DECLS

/** HeedCasePlace: the user's @zone, and @country (nullable), by which days are counted. */
typedef struct
{
  GTimeZone *zone;
  const char *country;
} HeedCasePlace;

/* heed-command-case-print.c */
void heed_command_case_print_json (HeedCommandLine *line, const HeedTracked *tracked, const HeedCasePlace *place);
void heed_command_case_print_list_json (HeedCommandLine *line, GPtrArray *all, const HeedCasePlace *place);
void heed_command_case_print_list (HeedCommandLine *line, GPtrArray *all, GTimeZone *zone);
void heed_command_case_print_step (HeedCommandLine *line, const HeedTracked *tracked, GTimeZone *zone);
void heed_command_case_print_proposal (HeedCommandLine *line, const HeedTracked *tracked, gint64 event_id,
                                       const HeedCasePlace *place);
void heed_command_case_print (HeedCommandLine *line, const HeedTracked *tracked, GTimeZone *zone);

/* heed-command-case-promise.c */
gboolean heed_command_case_propose (HeedPromised *promised, const HeedEvent *event, const HeedCasePlace *place);
gboolean heed_command_case_set_promise (HeedDatabase *database, HeedCase *the_case, gint64 event_id, const char *text,
                                        gint64 due, const HeedCasePlace *place, GError **error);

G_END_DECLS
