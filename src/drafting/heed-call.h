/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

char *heed_call_dup_script (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char *heed_call_dup_spelled (const HeedPhrases *phrases, const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
