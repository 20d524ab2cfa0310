/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean heed_amount_parse (const char *text, const char *usual_currency, double *amount, char **currency);
char *heed_amount_format (double amount, const char *currency) G_GNUC_WARN_UNUSED_RESULT;
char *heed_amount_dup_usual_currency (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
