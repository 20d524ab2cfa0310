/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *heed_shorten_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_shorten_clean_lines (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gunichar heed_shorten_get_end (const char *text);
char *heed_shorten_close (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_shorten_open (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_shorten_capitalise (const char *text) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_shorten_find_break (const char *text, glong most);
char *heed_shorten_end (const char *text, const char *end) G_GNUC_WARN_UNUSED_RESULT;
char *heed_shorten_cut (const char *text, glong most) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_shorten_list_sentences (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_shorten_wordings (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
