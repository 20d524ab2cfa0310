/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean heed_word_find (const char *const *words, guint n_words, const char *word, guint *index);

G_END_DECLS
