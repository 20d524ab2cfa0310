/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-database.h"

G_BEGIN_DECLS

int heed_migrations_get_newest (void);
gboolean heed_migrations_run (HeedDatabase *database, GError **error);
gboolean heed_migrations_run_steps (HeedDatabase *database, const char *const *steps, GError **error);

G_END_DECLS
