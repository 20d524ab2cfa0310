/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* heedctl.1, written from the same words as "--help", so that the two cannot come apart. */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-command.h"

/* Writes text so that troff takes none of it for itself, and reads what is beyond ASCII without being told how. */
static void
print_text (FILE *out, const char *text)
{
  gboolean at_start = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && (c == '.' || c == '\''))
        fputs ("\\&", out);
      if (c == '\\')
        fputs ("\\e", out);
      else if (c == '-')
        fputs ("\\-", out);
      else if (c > 0x7f)
        fprintf (out, "\\[u%04X]", c);
      else
        fputc ((int) c, out);
      at_start = c == '\n';
    }
}

static void
print_item (FILE *out, const char *name, const char *text)
{
  fprintf (out, ".TP\n%s\n", name);
  print_text (out, text);
  fputc ('\n', out);
}

static void
print_paragraphs (FILE *out, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      fputs (".PP\n", out);
      print_text (out, paragraphs[i]);
      fputc ('\n', out);
    }
}

static void
print_option (FILE *out, const GOptionEntry *entry)
{
  fputs (".TP\n\\fB", out);
  if (entry->short_name != '\0')
    fprintf (out, "\\-%c\\fR, \\fB", entry->short_name);
  fputs ("\\-\\-", out);
  print_text (out, entry->long_name);
  fputs ("\\fR", out);
  if (entry->arg_description != NULL)
    {
      fputs (" \\fI", out);
      print_text (out, _ (entry->arg_description));
      fputs ("\\fR", out);
    }
  fputc ('\n', out);
  print_text (out, entry->description != NULL ? _ (entry->description) : "");
  fputc ('\n', out);
}

static void
print_command (FILE *out, const HeedCommand *command)
{
  fprintf (out, ".SS heedctl %s ", command->name);
  print_text (out, _ (command->usage));
  fputc ('\n', out);
  print_text (out, _ (command->summary));
  fputs (".\n", out);
  if (command->description != NULL)
    print_paragraphs (out, _ (command->description));
  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    if ((entry->flags & G_OPTION_FLAG_HIDDEN) == 0)
      print_option (out, entry);
}

/** heed_command_print_manual: writes the manual page in troff's man macros. */
void
heed_command_print_manual (FILE *out, const HeedCommand *const *commands)
{
  fprintf (out, ".TH HEEDCTL 1 \"\" \"Heed %s\"\n.SH NAME\nheedctl \\- ", HEED_VERSION);
  print_text (out, _ ("get an answer out of a company, from the terminal"));
  fputs ("\n.SH SYNOPSIS\n.B heedctl\n.I ", out);
  print_text (out, _ ("COMMAND"));
  fputs ("\n[\\fI", out);
  print_text (out, _ ("ARGUMENT…"));
  fputs ("\\fR]\n.SH DESCRIPTION\n", out);
  print_text (out,
              _ ("Heed looks at what a company's accounts really did in public, says where and when to write, writes "
                 "the message, and remembers whose turn it is. heedctl is Heed without its window, for scripts and "
                 "for use over ssh. Everything stays on this machine."));
  fputs ("\n.SH COMMANDS\n", out);
  for (guint i = 0; commands[i] != NULL; i++)
    print_command (out, commands[i]);
  fputs (".SH EXIT STATUS\n", out);
  print_item (out, "0", _ ("Done."));
  print_item (out, "1", _ ("It could not be done; one line on standard error says why."));
  print_item (out, "2", _ ("Wrong usage."));
  fputs (".SH ENVIRONMENT\n", out);
  print_item (out, "HEED_DATA_HOME", _ ("Where the user's data lie."));
}
