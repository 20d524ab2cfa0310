/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

gboolean heed_answer_is_wanted (const HeedFacts *facts, const char *channel);
GPtrArray *heed_answer_new_pieces (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
