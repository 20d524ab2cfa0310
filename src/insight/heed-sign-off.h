/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HeedIsWord: whether the @length bytes at @word are an ordinary word, so that they are nobody's name. */
typedef gboolean (*HeedIsWord) (const char *word, gsize length, gpointer user_data);

char *heed_sign_off_read (const char *text, HeedIsWord is_word, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
