/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-picture-name.h"

#include <glib/gi18n.h>
#include <string.h>

/* So that the name stays one that file systems take. */
#define MOST_STEM 60

/** heed_picture_name_dup_kept: (transfer full): how a copy is called that stays in the case, beside its original. */
char *
heed_picture_name_dup_kept (const char *name, gboolean is_blackened, const char *suffix)
{
  g_return_val_if_fail (name != NULL && suffix != NULL, NULL);

  const char *dot = strrchr (name, '.');
  g_autofree char *whole = dot != NULL && dot != name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  g_autofree char *stem = g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), MOST_STEM));

  g_strdelimit (stem, "/", '-');
  if (is_blackened)
    /* Translators: the name of a file; the second is "jpg" or "png". */
    return g_strdup_printf (_ ("%1$s (blacked out).%2$s"), stem, suffix);
  /* Translators: the name of a file; the second is "jpg" or "png". */
  return g_strdup_printf (_ ("%1$s (clean copy).%2$s"), stem, suffix);
}
