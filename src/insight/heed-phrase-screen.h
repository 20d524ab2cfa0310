/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-phrase-finder.h"

G_BEGIN_DECLS

/** HeedPhraseScreen: tells in one look at a text which of many finders can find anything in it. */
typedef struct _HeedPhraseScreen HeedPhraseScreen;

/** HEED_MAX_SCREENED: so many finders at most. */
#define HEED_MAX_SCREENED 64

HeedPhraseScreen *heed_phrase_screen_new (const HeedVocabulary *vocabulary,
                                          GPtrArray *finders) G_GNUC_WARN_UNUSED_RESULT;
guint64 heed_phrase_screen_look (const HeedPhraseScreen *screen, const HeedTokens *tokens);
void heed_phrase_screen_free (HeedPhraseScreen *screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPhraseScreen, heed_phrase_screen_free)

G_END_DECLS
