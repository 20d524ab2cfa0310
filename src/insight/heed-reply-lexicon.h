/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrase-finder.h"

G_BEGIN_DECLS

gboolean heed_reply_lexicon_read (HeedPhraseFinder *finder, const char *name, const char *json, gssize length,
                                  GError **error);
gboolean heed_reply_lexicon_read_languages (HeedPhraseFinder *finder, const char *name, const char *json, gssize length,
                                            GPtrArray *languages, GError **error);

G_END_DECLS
