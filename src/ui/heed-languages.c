/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-languages.h"

#include <glib/gi18n.h>

static const HeedLanguage languages[HEED_N_LANGUAGES] = {
  { "en", N_ ("English") }, { "fi", N_ ("Finnish") },    { "fr", N_ ("French") }, { "de", N_ ("German") },
  { "he", N_ ("Hebrew") },  { "id", N_ ("Indonesian") }, { "pl", N_ ("Polish") }, { "es", N_ ("Spanish") },
};

/**
 * heed_language_get: one of the languages that Heed reads and writes.
 * @position: below %HEED_N_LANGUAGES
 *
 * Returns: (transfer none): its texts stay
 */
HeedLanguage
heed_language_get (guint position)
{
  g_return_val_if_fail (position < HEED_N_LANGUAGES, ((HeedLanguage){ NULL, NULL }));

  return (HeedLanguage){ languages[position].code, _ (languages[position].name) };
}

/** heed_language_get_name: (transfer none): what people call the language, @code itself where that is not known. */
const char *
heed_language_get_name (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < HEED_N_LANGUAGES; i++)
    if (g_str_equal (languages[i].code, code))
      return _ (languages[i].name);
  return code;
}
