/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-error.h"

/**
 * heed_command_dup_plain: makes text that others wrote harmless for a terminal, which obeys control characters.
 * @text: (nullable): %NULL is the empty text
 * @on_one_line: a line break becomes a blank too
 *
 * Returns: (transfer full): the text with blanks in the place of control characters
 */
char *
heed_command_dup_plain (const char *text, gboolean on_one_line)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  GString *plain = g_string_new (NULL);

  for (const char *p = valid; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, g_unichar_iscntrl (c) && (c != '\n' || on_one_line) ? ' ' : c);
    }
  return g_string_free (plain, FALSE);
}

/** heed_command_print: writes to the command's output, for people: without what a terminal would obey. */
void
heed_command_print (HeedCommandLine *line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *plain = heed_command_dup_plain (text, FALSE);
  fputs (plain, line->out);
}

/* One line on standard error, whatever others wrote into it. */
static void
print_diagnostic (const char *message)
{
  g_autofree char *plain = heed_command_dup_plain (message, TRUE);

  fprintf (stderr, "heedctl: %s\n", plain);
}

/** heed_command_say: writes a line for the person to standard error. */
void
heed_command_say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  print_diagnostic (message);
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
  g_autofree char *message = code != NULL ? g_strdup_printf ("%s: %s", code, error->message) : NULL;
  print_diagnostic (message != NULL ? message : error->message);
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
  print_diagnostic (message);
  return HEED_EXIT_USAGE;
}

/**
 * heed_command_read_lines: calls @func for each line of standard input that is not blank. One that fails is named on
 * standard error, and the others are read all the same.
 *
 * Returns: the exit status
 */
int
heed_command_read_lines (HeedCommandLineFunc func, gpointer user_data)
{
  g_return_val_if_fail (func != NULL, HEED_EXIT_FAILED);

  g_autofree char *text = NULL;
  size_t size = 0;
  ssize_t length;
  int status = HEED_EXIT_DONE;

  for (guint number = 1; (length = getline (&text, &size, stdin)) >= 0; number++)
    {
      g_autoptr (GError) error = NULL;

      if (strspn (text, " \t\r\n") == (size_t) length)
        continue;
      if (!func (text, (gsize) length, user_data, &error))
        {
          g_prefix_error (&error, _ ("Line %u: "), number);
          status = heed_command_fail (error);
        }
    }
  return status;
}
