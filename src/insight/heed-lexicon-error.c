/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-lexicon-error.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"

/**
 * heed_lexicon_refuse: sets %HEED_ERROR_MALFORMED for a broken word list.
 * @name: its file
 * @where: an entry of it
 * @why: what is wrong with that, without a full stop
 *
 * Returns: %FALSE
 */
gboolean
heed_lexicon_refuse (GError **error, const char *name, const char *where, const char *why)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
               /* Translators: a file, an entry of it, and what is wrong with that entry. */
               _ ("The word list %s cannot be used: %s: %s."), name, where, why);
  return FALSE;
}
