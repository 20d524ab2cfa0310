/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command.h"

#include <glib/gi18n.h>

#include "heed-error.h"

/** heed_command_print: writes to the command's output. */
void
heed_command_print (HeedCommandLine *line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (line->out, format, args);
  va_end (args);
}

/** heed_command_say: writes a line for the person to standard error. */
void
heed_command_say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "heedctl: %s\n", message);
}

/**
 * heed_command_fail: says on standard error why it could not be done.
 *
 * Returns: the exit status
 */
int
heed_command_fail (const GError *error)
{
  g_return_val_if_fail (error != NULL, HEED_EXIT_FAILED);

  const char *code = error->domain == HEED_ERROR ? heed_error_code_to_string (error->code) : NULL;
  if (code != NULL)
    fprintf (stderr, "heedctl: %s: %s\n", code, error->message);
  else
    fprintf (stderr, "heedctl: %s\n", error->message);
  return HEED_EXIT_FAILED;
}

/**
 * heed_command_usage: says on standard error what is wrong with the words of the call.
 *
 * Returns: the exit status
 */
int
heed_command_usage (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "heedctl: %s\n", message);
  return HEED_EXIT_USAGE;
}
