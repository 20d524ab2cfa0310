/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-language.h"

/**
 * heed_language_dup_code: the language of a tag such as "de-AT" (RFC 5646) or a locale such as "pt_BR.UTF-8".
 *
 * Returns: (transfer full) (nullable): its ISO 639-1 code; %NULL for what is none, such as "C", or has three letters
 */
char *
heed_language_dup_code (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  gboolean is_code = g_ascii_isalpha (tag[0]) && g_ascii_isalpha (tag[1])
                     && (tag[2] == '\0' || tag[2] == '-' || tag[2] == '_' || tag[2] == '.' || tag[2] == '@');

  return is_code ? g_ascii_strdown (tag, 2) : NULL;
}
