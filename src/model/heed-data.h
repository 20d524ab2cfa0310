/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *heed_data_lookup (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char **heed_data_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
