/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrase-finder.h"

G_BEGIN_DECLS

HeedPhraseFinder *heed_reply_lexicon_read (HeedVocabulary *vocabulary, GPtrArray *languages, const char *name,
                                           const char *json, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_reply_lexicon_read_languages (HeedVocabulary *vocabulary, GPtrArray *languages, const char *name,
                                            const char *json, gssize length, GError **error);

G_END_DECLS
