/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-classifier.h"
#include "heed-phrase-screen.h"
#include "heed-reply-lexicon.h"

G_BEGIN_DECLS

/* @finders and @hours have those of the languages with a word list, under the same number as in @languages; @customers
 * those for what customers say, with what tells which of them are worth a look. A language's finder is sealed by the
 * first text in it; nothing else ever changes, so that several threads can read with one classifier. */
struct _HeedClassifier
{
  HeedVocabulary *vocabulary;
  GPtrArray *finders;
  GPtrArray *hours;
  HeedCustomerFinders customers;
  HeedPhraseScreen *confirms;
  HeedPhraseScreen *thanks;
  GPtrArray *languages;
};

G_END_DECLS
