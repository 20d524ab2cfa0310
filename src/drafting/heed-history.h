/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

GPtrArray *heed_history_sort (const HeedFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
char *heed_history_dup_line (const HeedWriter *writer, guint wording, guint most) G_GNUC_WARN_UNUSED_RESULT;
char *heed_history_dup_follow_up (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char **heed_history_dup_redirects (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
