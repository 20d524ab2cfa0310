/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HeedClock HeedClock;

HeedClock *heed_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
HeedClock *heed_clock_new_fixed (gint64 now) G_GNUC_WARN_UNUSED_RESULT;
void heed_clock_set (HeedClock *clock, gint64 now);
gint64 heed_clock_now (const HeedClock *clock);
void heed_clock_free (HeedClock *clock);

gboolean heed_time_parse (const char *text, gint64 *time);
char *heed_time_format (gint64 time) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedClock, heed_clock_free)

G_END_DECLS
