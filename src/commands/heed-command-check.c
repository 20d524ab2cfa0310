/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command-check.h"

#include <glib/gi18n.h>

#include "heed-command-gather.h"
#include "heed-command-json.h"
#include "heed-parallel.h"

static int days = 90;
static int replies = 400;
static char *archive;
static char *company;
static char *zone;
static gboolean as_json;

/* So many scorecards are made JSON at once: an archive of thousands of companies is never in memory as JSON. */
#define BATCH 64

typedef struct
{
  GPtrArray *all;
  gint64 now;
  guint first;
  char *texts[BATCH];
} JsonBatch;

static void
make_text (guint i, gpointer user_data)
{
  JsonBatch *batch = user_data;
  GString *json = g_string_new (NULL);

  heed_command_check_add_json (json, ((const HeedChecked *) batch->all->pdata[batch->first + i])->scorecard,
                               batch->now);
  batch->texts[i] = g_string_free (json, FALSE);
}

static void
print_all_json (HeedCommandLine *line, GPtrArray *all, gboolean as_array, gint64 now)
{
  JsonBatch batch = { .all = all, .now = now };

  if (as_array)
    heed_command_print (line, "[");
  for (; batch.first < all->len; batch.first += BATCH)
    {
      const guint n = MIN (BATCH, all->len - batch.first);

      heed_parallel_run (n, heed_parallel_count_threads (0), make_text, &batch);
      for (guint i = 0; i < n; i++)
        {
          fprintf (line->out, "%s%s\n", batch.first + i > 0 ? "," : "", batch.texts[i]);
          g_clear_pointer (&batch.texts[i], g_free);
        }
    }
  if (as_array)
    heed_command_print (line, "]\n");
}

/* @context is NULL for an archive, which has no now. */
static void
print_all (HeedCommandLine *line, GPtrArray *all, gboolean as_array, HeedContext *context)
{
  gint64 now = context != NULL ? heed_context_now (context) : HEED_NEVER;
  GTimeZone *own_zone = context != NULL ? heed_context_get_timezone (context) : NULL;

  if (as_json)
    {
      print_all_json (line, all, as_array, now);
      return;
    }
  for (guint i = 0; i < all->len; i++)
    {
      if (i > 0)
        heed_command_print (line, "\n\n");
      heed_command_check_print (line, ((const HeedChecked *) all->pdata[i])->scorecard, now, own_zone);
    }
}

static int
run_archive (HeedCommandLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = heed_command_gather_archive (archive, company, zone, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      heed_command_say (_ ("Stopped. Nothing of an archive is kept; check it again to see its figures."));
      return HEED_EXIT_FAILED;
    }
  if (all == NULL)
    return heed_command_fail (error);
  if (all->len == 0 && !as_json)
    heed_command_print (line, "%s\n", _ ("No company wrote anything in this archive."));
  print_all (line, all, company == NULL, NULL);
  return HEED_EXIT_DONE;
}

static int
run_accounts (HeedCommandLine *line, char **accounts, const HeedCheckOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedContext) context = heed_environment_open (&error);
  int status = HEED_EXIT_DONE;

  if (context == NULL)
    return heed_command_fail (error);
  g_autoptr (GPtrArray) all = heed_command_gather_accounts (context, accounts, options, &status);
  print_all (line, all, accounts[1] != NULL, context);
  return status;
}

static gboolean
is_zone (const char *name)
{
  g_autoptr (GTimeZone) known = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return name == NULL || known != NULL;
}

static int
run (HeedCommandLine *line, char **args)
{
  HeedCheckOptions options = { .days = days, .max_replies = replies, .zone = zone };

  if (days < 1 || replies < 1)
    return heed_command_usage (_ ("“--days” and “--replies” are numbers above zero."));
  if (!is_zone (zone))
    return heed_command_usage (_ ("“%s” is no time zone that is known here; write it as Europe/Warsaw."), zone);
  if (archive != NULL && args[0] != NULL)
    return heed_command_usage (_ ("Give either accounts or “--archive FILE”, not both."));
  if (archive == NULL && company != NULL)
    return heed_command_usage (_ ("“--company” goes with “--archive FILE”; without an archive, name an account."));
  if (archive == NULL && args[0] == NULL)
    return heed_command_usage (
      _ ("Name an account, such as @care@example.social or care.example.com, or give “--archive FILE”."));
  return archive != NULL ? run_archive (line) : run_accounts (line, args, &options);
}

static const GOptionEntry entries[] = {
  { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("How far back to look (90)"), N_ ("N") },
  { "replies", 0, 0, G_OPTION_ARG_INT, &replies, N_ ("How many of the newest replies to look at (400)"), N_ ("N") },
  { "archive", 0, 0, G_OPTION_ARG_FILENAME, &archive,
    N_ ("Read conversations from a CSV or JSON lines file, plain, .gz or .xz"), N_ ("FILE") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("Only this company of the archive"), N_ ("NAME") },
  { "tz", 0, 0, G_OPTION_ARG_STRING, &zone,
    N_ ("The company’s time zone, such as Europe/Warsaw, where it is known; else it is found out"), N_ ("ZONE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
  { NULL },
};

const HeedCommand heed_command_check = {
  .name = "check",
  .usage = N_ ("ACCOUNT… | --archive FILE"),
  .summary = N_ ("Say whether an account answers in public, how fast, and how sure that is"),
  .description = N_ ("Reads what the account did in public, keeps it, and prints its scorecard. Write an account as "
                     "@name@server (Mastodon), as name.example.com (Bluesky), or as the address of its page. A second "
                     "check asks only for what is new. Ctrl-C stops and keeps what was read.\n\nWith “--archive”, "
                     "nothing is asked of any network and nothing is kept; without “--company” there is one scorecard "
                     "for each company in the file, most exchanges first."),
  .options = entries,
  .run = run,
};
