/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *heed_dropped_dup_title (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
