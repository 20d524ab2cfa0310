/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-facts.h"

G_BEGIN_DECLS

HeedFacts *heed_command_read_facts (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
