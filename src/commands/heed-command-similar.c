/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-command-json.h"
#include "heed-find-similar.h"

static char *archive;
static char *company;
static int count = 10;
static gboolean as_json;

static void
print_json (HeedCommandLine *line, GPtrArray *found)
{
  g_autoptr (GString) json = g_string_new (NULL);

  heed_command_json_begin_object (json, NULL);
  heed_command_json_begin_array (json, "results");
  for (guint i = 0; i < found->len; i++)
    {
      const HeedSimilar *similar = found->pdata[i];

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "company", similar->company);
      heed_command_json_add_string (json, "customer", similar->customer);
      heed_command_json_add_string (json, "reply", similar->reply);
      heed_command_json_add_string (json, "url", similar->url);
      heed_command_json_add_time (json, "at", similar->at);
      heed_command_json_add_boolean (json, "thanked", similar->thanked);
      heed_command_json_add_number (json, "score", similar->score);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
  heed_command_json_end_object (json);
  heed_command_json_print (line, json);
}

static void
print_similar (HeedCommandLine *line, const HeedSimilar *similar)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (similar->at);
  g_autofree char *day = at != NULL ? g_date_time_format (at, "%F") : g_strdup ("?");
  g_autofree char *customer = heed_command_dup_plain (similar->customer, TRUE);
  g_autofree char *reply = heed_command_dup_plain (similar->reply, TRUE);
  g_autofree char *name = heed_command_dup_plain (similar->company, TRUE);

  /* Translators: a date and a company’s account. */
  heed_command_print (line, similar->thanked ? _ ("%s, %s, the customer thanked:\n") : _ ("%s, %s:\n"), day, name);
  heed_command_print (line, "  > %s\n  %s\n", customer, reply);
  if (similar->url != NULL)
    {
      g_autofree char *url = heed_command_dup_plain (similar->url, TRUE);
      heed_command_print (line, "  %s\n", url);
    }
}

static int
print_all (HeedCommandLine *line, GPtrArray *found)
{
  if (as_json)
    {
      print_json (line, found);
      return HEED_EXIT_DONE;
    }
  if (found->len == 0)
    heed_command_print (line, "%s\n", _ ("Nobody seems to have asked that in public. Try other words."));
  for (guint i = 0; i < found->len; i++)
    {
      if (i > 0)
        heed_command_print (line, "\n");
      print_similar (line, found->pdata[i]);
    }
  return HEED_EXIT_DONE;
}

static GPtrArray *
find (const char *account, const char *problem, GError **error)
{
  if (archive != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (archive);
      const char *name = company != NULL && company[0] == '@' ? company + 1 : company;

      return heed_find_similar_in_archive (file, name, problem, (guint) count, NULL, error);
    }
  g_autoptr (HeedContext) context = heed_environment_open (error);
  return context != NULL ? heed_find_similar_in_store (context, account, problem, (guint) count, error) : NULL;
}

/* GLib leaves the "--" before a problem that begins with a dash. */
static void
drop_dashes (char **args)
{
  while (*args != NULL && !g_str_equal (*args, "--"))
    args++;
  if (*args == NULL)
    return;
  g_free (*args);
  do
    args[0] = args[1];
  while (*args++ != NULL);
}

static int
run (HeedCommandLine *line, char **args)
{
  guint n_wanted = archive != NULL ? 1 : 2;

  drop_dashes (args);
  if (count < 1)
    return heed_command_usage (_ ("“--count” is a number above zero."));
  if (archive == NULL && company != NULL)
    return heed_command_usage (_ ("“--company” goes with “--archive FILE”; without an archive, name an account."));
  if (g_strv_length (args) != n_wanted)
    return heed_command_usage (
      _ ("Name an account or give “--archive FILE”, then say in quotation marks what is wrong."));

  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = find (args[0], args[n_wanted - 1], &error);
  return found != NULL ? print_all (line, found) : heed_command_fail (error);
}

static const GOptionEntry entries[] = {
  { "archive", 0, 0, G_OPTION_ARG_FILENAME, &archive,
    N_ ("Look in a CSV or JSON lines file, plain, .gz or .xz, instead of an account"), N_ ("FILE") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("Only this company of the archive"), N_ ("NAME") },
  { "count", 0, 0, G_OPTION_ARG_INT, &count, N_ ("At most so many (10)"), N_ ("N") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
  { NULL },
};

const HeedCommand heed_command_similar = {
  .name = "similar",
  .usage = N_ ("ACCOUNT PROBLEM | --archive FILE PROBLEM"),
  .summary = N_ ("Show what a company answered others who had the same problem"),
  .description = N_ ("Searches the company’s own public exchanges for those most like the problem, which you write in "
                     "your own words in quotation marks, and prints what helped. Those after which the customer "
                     "thanked come first. Of an account, only what an earlier “heedctl check” has stored is searched; "
                     "nothing is asked of any network."),
  .options = entries,
  .run = run,
};
