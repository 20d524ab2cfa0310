/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command-facts.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "heed-error.h"
#include "heed-rendition.h"

/* More than any facts file may be; the reader says so. A device or a pipe need not end. */
#define MOST_INPUT (2 * 1024 * 1024)

static void
close_file (FILE *file)
{
  if (file != stdin)
    fclose (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FILE, close_file)

/**
 * heed_command_read_facts: reads a sheet of facts.
 * @path: the file; "-" is standard input
 *
 * Returns: (transfer full): the sheet, or a sentence on what is wrong with it
 */
HeedFacts *
heed_command_read_facts (const char *path, GError **error)
{
  g_autoptr (FILE) file = g_str_equal (path, "-") ? stdin : g_fopen (path, "re");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_filename_display_name (path);
  char buffer[4096];
  size_t count;

  while (file != NULL && text->len < MOST_INPUT && (count = fread (buffer, 1, sizeof buffer, file)) > 0)
    g_string_append_len (text, buffer, (gssize) count);
  if (file == NULL || ferror (file))
    {
      int reason = errno;

      g_set_error (error, HEED_ERROR, reason == ENOENT ? HEED_ERROR_NOT_FOUND : HEED_ERROR_REFUSED,
                   _ ("The fact sheet “%s” cannot be read: %s. Give a file you may read."), name, g_strerror (reason));
      return NULL;
    }

  HeedFacts *facts = heed_facts_new_from_json (text->str, (gssize) text->len, error);
  if (facts == NULL && file != stdin)
    g_prefix_error (error, "%s: ", name);
  return facts;
}
