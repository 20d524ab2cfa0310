/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* heedctl.1, written from the same words as "--help", so that the two cannot come apart. */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-command.h"

/* Writes text so that troff takes none of it for itself. */
static void
print_text (FILE *out, const char *text)
{
  gboolean at_start = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (at_start && (*p == '.' || *p == '\''))
        fputs ("\\&", out);
      if (*p == '\\')
        fputs ("\\e", out);
      else if (*p == '-')
        fputs ("\\-", out);
      else
        fputc (*p, out);
      at_start = *p == '\n';
    }
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
  fprintf (out, ".TH HEEDCTL 1 \"\" \"Heed %s\" \"%s\"\n", HEED_VERSION, _ ("User commands"));
  fprintf (out, ".SH NAME\nheedctl \\- ");
  print_text (out, _ ("get an answer out of a company, from the terminal"));
  fprintf (out, "\n.SH SYNOPSIS\n.B heedctl\n.I %s\n[\\fI%s\\fR]\n", _ ("COMMAND"), _ ("ARGUMENT…"));
  fprintf (out, ".SH DESCRIPTION\n");
  print_text (out,
              _ ("Heed looks at what a company's accounts really did in public, says where and when to write, writes "
                 "the message, and remembers whose turn it is. heedctl is Heed without its window, for scripts and "
                 "for use over ssh. Everything stays on this machine."));
  fprintf (out, "\n.SH COMMANDS\n");
  for (guint i = 0; commands[i] != NULL; i++)
    print_command (out, commands[i]);
  fprintf (out, ".SH EXIT STATUS\n.TP\n0\n%s\n.TP\n1\n%s\n.TP\n2\n%s\n", _ ("Done."),
           _ ("It could not be done; one line on standard error says why."), _ ("Wrong usage."));
  fprintf (out, ".SH ENVIRONMENT\n.TP\nHEED_DATA_HOME\n%s\n", _ ("Where the user's data lie."));
}
