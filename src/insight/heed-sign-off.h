/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-vocabulary.h"

G_BEGIN_DECLS

char *heed_sign_off_read (const char *text, const HeedVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
