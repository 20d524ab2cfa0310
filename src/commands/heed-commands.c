/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-command.h"

/* The words of the command line, in the order of the help. */
static const HeedCommand *const commands[] = {
  &heed_command_advise, &heed_command_backtest, &heed_command_case,   &heed_command_check,   &heed_command_classify,
  &heed_command_count,  &heed_command_draft,    &heed_command_sample, &heed_command_similar, NULL,
};

static const HeedCommand *
find_command (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static void
print_help (FILE *out)
{
  fprintf (out, "%s\n\n", _ ("Usage: heedctl COMMAND …"));
  for (guint i = 0; commands[i] != NULL; i++)
    fprintf (out, "  %-9s %s\n", commands[i]->name, _ (commands[i]->summary));
  fprintf (out, "\n%s\n", _ ("“heedctl COMMAND --help” says more. HEED_DATA_HOME moves the data folder."));
}

/* The context of one command's options: what they are, and what they are for. */
static GOptionContext *
new_option_context (const HeedCommand *command)
{
  GOptionContext *context = g_option_context_new (NULL);
  g_autofree char *program = g_strconcat ("heedctl ", command->name, " ", _ (command->usage), NULL);
  g_autofree char *summary = command->description != NULL
                               ? g_strconcat (_ (command->summary), "\n\n", _ (command->description), NULL)
                               : g_strdup (_ (command->summary));

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  return context;
}

/* A full disk or a reader that went away: what was printed is not whole, so it was not done. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  heed_command_say (_ ("The output could not be written whole. Make room, or send it elsewhere, then try again."));
  return HEED_EXIT_FAILED;
}

/* Everything below works on UTF-8; names of files are options, and may be as they are. */
static const char *
find_garbled (char **args)
{
  while (*args != NULL && g_utf8_validate (*args, -1, NULL))
    args++;
  return *args;
}

static int
run_command (const HeedCommand *command, const char *const *given)
{
  g_auto (GStrv) args = g_strdupv ((char **) given);
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = new_option_context (command);
  HeedCommandLine line = { .out = stdout };

  if (!g_option_context_parse_strv (context, &args, &error))
    return heed_command_usage ("%s", error->message);
  g_set_prgname ("heedctl");

  if (find_garbled (args) != NULL)
    return heed_command_usage (_ ("“%s” is not written in UTF-8; type it again."), find_garbled (args));
  return finish_output (command->run (&line, args + 1));
}

/**
 * heed_commands_main: runs the command that @argv names.
 *
 * Returns: the exit status: 0 done, 1 it could not be done, 2 wrong usage
 */
int
heed_commands_main (int argc, char **argv)
{
  if (argc < 2 || g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help (argc < 2 ? stderr : stdout);
      return argc < 2 ? HEED_EXIT_USAGE : finish_output (HEED_EXIT_DONE);
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("heedctl %s\n", HEED_VERSION);
      return finish_output (HEED_EXIT_DONE);
    }

  /* For the build, which makes heedctl.1 of it. */
  if (g_str_equal (argv[1], "--man"))
    {
      heed_command_print_manual (stdout, commands);
      return finish_output (HEED_EXIT_DONE);
    }

  const HeedCommand *command = find_command (argv[1]);
  if (command == NULL)
    return heed_command_usage (_ ("There is no command “%s”. “heedctl --help” lists them."), argv[1]);

  return run_command (command, (const char *const *) argv + 1);
}
