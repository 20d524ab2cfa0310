/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-check.h"
#include "heed-command.h"

G_BEGIN_DECLS

GPtrArray *heed_command_gather_archive (const char *path, const char *company, const char *zone,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_command_gather_accounts (HeedContext *context, char **accounts, const HeedCheckOptions *options,
                                         int *status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
