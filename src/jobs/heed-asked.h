/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-facts.h"

G_BEGIN_DECLS

gboolean heed_asked_read (HeedFacts *facts, const char *reply, GError **error);

G_END_DECLS
