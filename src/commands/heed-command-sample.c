/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-command.h"
#include "heed-sample.h"

static int
run_sample (HeedCommandLine *line, char **args)
{
  g_autoptr (GError) error = NULL;
  gboolean is_load = g_strcmp0 (args[0], "load") == 0;

  if (!is_load && g_strcmp0 (args[0], "remove") != 0)
    return heed_command_usage (_ ("Say “load” or “remove”."));
  if (args[1] != NULL)
    return heed_command_usage (_ ("“%s” is one word too many."), args[1]);

  g_autoptr (HeedContext) context = heed_environment_open (&error);
  if (context == NULL || !(is_load ? heed_sample_load (context, &error) : heed_sample_remove (context, &error)))
    return heed_command_fail (error);
  if (is_load)
    heed_command_print (line, "%s\n",
                        _ ("Loaded an invented company and three cases. “heedctl case list” shows them, “heedctl "
                           "sample remove” takes them away."));
  else
    heed_command_print (line, "%s\n", _ ("Nothing invented is left."));
  return HEED_EXIT_DONE;
}

const HeedCommand heed_command_sample = {
  .name = "sample",
  .usage = "load|remove",
  .summary = N_ ("Load invented data to look around with, or remove them"),
  .description = N_ ("“load” puts an invented company, its customers and three cases into your data, marked as "
                     "invented wherever they show; loading them again begins them again. “remove” takes all of them "
                     "out, and nothing else."),
  .run = run_sample,
};
