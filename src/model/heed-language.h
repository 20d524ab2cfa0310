/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *heed_language_dup_code (const char *tag) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
