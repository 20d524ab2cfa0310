/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-context.h"

G_BEGIN_DECLS

HeedClock *heed_environment_new_clock (GError **error) G_GNUC_WARN_UNUSED_RESULT;
HeedContext *heed_environment_open (GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *heed_environment_dup_copies_folder (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
