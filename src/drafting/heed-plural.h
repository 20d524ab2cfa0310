/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *heed_plural_get_rules (void);
const char *heed_plural_get_categories (const char *rule);
const char *heed_plural_choose (const char *rule, guint count);

G_END_DECLS
