/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

char *heed_picture_name_dup_kept (const char *name, gboolean is_blackened,
                                  const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
