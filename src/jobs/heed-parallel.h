/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*HeedParallelFunc) (guint i, gpointer user_data);

guint heed_parallel_count_threads (guint wanted);
void heed_parallel_run (guint n, guint threads, HeedParallelFunc func, gpointer user_data);

G_END_DECLS
