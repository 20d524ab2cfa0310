/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-hours-words.h"
#include "heed-phrase-finder.h"

G_BEGIN_DECLS

/**
 * HeedCustomerFinders: what looks for what customers say, apart from the rest: companies' texts need not be searched
 * for it, and thanks count in short messages only.
 * @confirms: (element-type HeedPhraseFinder): that the matter is settled, one a word list
 * @thanks: (element-type HeedPhraseFinder): thanks
 */
typedef struct
{
  GPtrArray *confirms;
  GPtrArray *thanks;
} HeedCustomerFinders;

JsonParser *heed_reply_lexicon_parse (const char *name, const char *json, gssize length,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
HeedPhraseFinder *heed_reply_lexicon_read (HeedVocabulary *vocabulary, GPtrArray *languages,
                                           HeedCustomerFinders *customers, HeedHoursWords **hours, const char *name,
                                           JsonObject *object, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_reply_lexicon_read_languages (HeedVocabulary *vocabulary, GPtrArray *languages,
                                            HeedCustomerFinders *customers, const char *name, JsonObject *object,
                                            GError **error);

G_END_DECLS
