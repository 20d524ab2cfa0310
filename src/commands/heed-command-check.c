/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command-check.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "heed-check.h"
#include "heed-command-json.h"
#include "heed-error.h"

#define PROGRESS_INTERVAL_US (100 * G_TIME_SPAN_MILLISECOND)

static int days;
static int replies;
static char *archive;
static char *company;
static gboolean as_json;

/** ProgressLine: the one line of progress on a terminal, rewritten in place. */
typedef struct
{
  gboolean is_terminal;
  gint64 shown_at;
  guint64 done;
} ProgressLine;

static void
show_progress (const char *what, guint64 done, guint64 expected, gpointer user_data)
{
  ProgressLine *progress = user_data;
  gint64 now = g_get_monotonic_time ();

  progress->done = done;
  if (!progress->is_terminal || now - progress->shown_at < PROGRESS_INTERVAL_US)
    return;
  progress->shown_at = now;
  if (expected > 0)
    fprintf (stderr, "\r\033[K%s … %u %%", what, (guint) (100 * done / expected));
  else
    fprintf (stderr, "\r\033[K%s …", what);
}

static void
clear_progress (const ProgressLine *progress)
{
  if (progress->is_terminal)
    fprintf (stderr, "\r\033[K");
}

typedef struct
{
  GFile *file;
  const HeedCheckOptions *options;
} ArchiveWork;

/* People write a name of X with its @. */
static const char *
company_name (void)
{
  return company != NULL && company[0] == '@' ? company + 1 : company;
}

static void
check_archive_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ArchiveWork *work = data;
  GError *error = NULL;
  GPtrArray *all = heed_check_archive (work->file, company_name (), work->options, cancellable, &error);

  if (all != NULL)
    g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

/* Runs the main loop until an asynchronous call is done, so that Ctrl-C is heard meanwhile. */
static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

static GPtrArray *
check_archive (HeedCommandLine *line, const HeedCheckOptions *options, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (archive);
  g_autoptr (GAsyncResult) result = NULL;
  ArchiveWork work = { .file = file, .options = options };
  g_autoptr (GTask) task = g_task_new (NULL, line->cancellable, finished_cb, &result);

  g_task_set_task_data (task, &work, NULL);
  g_task_run_in_thread (task, check_archive_in_thread);
  return g_task_propagate_pointer (G_TASK (wait_for (&result)), error);
}

/* Checks one account after the other. One that fails is said and does not keep the others from being shown. */
static GPtrArray *
check_accounts (HeedCommandLine *line, HeedContext *context, char **accounts, HeedCheckOptions *options, int *status)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_checked_free);
  ProgressLine *progress = options->user_data;

  for (guint i = 0; accounts[i] != NULL && !g_cancellable_is_cancelled (line->cancellable); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      progress->done = 0;
      heed_check_account_async (context, accounts[i], options, line->cancellable, finished_cb, &result);
      HeedChecked *checked = heed_check_account_finish (context, wait_for (&result), &error);
      clear_progress (progress);
      if (checked != NULL)
        g_ptr_array_add (all, checked);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          heed_command_say (ngettext ("Stopped after %u reply; what was read is kept for the next check.",
                                      "Stopped after %u replies; what was read is kept for the next check.",
                                      progress->done),
                            (guint) progress->done);
          *status = HEED_EXIT_FAILED;
        }
      else
        *status = heed_command_fail (error);
    }
  return all;
}

static void
print_all (HeedCommandLine *line, GPtrArray *all, gboolean as_array)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (as_json && as_array)
    json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const HeedScorecard *scorecard = ((const HeedChecked *) all->pdata[i])->scorecard;

      if (as_json)
        heed_command_check_add_json (builder, scorecard);
      else
        {
          heed_command_print (line, "%s", i > 0 ? "\n\n" : "");
          heed_command_check_print (line, scorecard);
        }
    }
  if (as_json && as_array)
    json_builder_end_array (builder);
  if (as_json && (as_array || all->len > 0))
    heed_command_json_print (line, builder);
}

static int
run_archive (HeedCommandLine *line, const HeedCheckOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = check_archive (line, options, &error);

  clear_progress (options->user_data);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      heed_command_say (_ ("Stopped. Nothing of an archive is kept; check it again to see its figures."));
      return HEED_EXIT_FAILED;
    }
  if (all == NULL)
    return heed_command_fail (error);
  if (all->len == 0 && !as_json)
    heed_command_print (line, "%s\n", _ ("No company wrote anything in this archive."));
  print_all (line, all, company == NULL);
  return HEED_EXIT_DONE;
}

static int
run_accounts (HeedCommandLine *line, char **accounts, HeedCheckOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedContext) context = heed_command_line_open (line, &error);
  int status = HEED_EXIT_DONE;

  if (context == NULL)
    return heed_command_fail (error);
  g_autoptr (GPtrArray) all = check_accounts (line, context, accounts, options, &status);
  print_all (line, all, accounts[1] != NULL);
  return status;
}

static int
run (HeedCommandLine *line, char **args)
{
  ProgressLine progress = { .is_terminal = isatty (STDERR_FILENO) };
  HeedCheckOptions options = {
    .days = days,
    .max_replies = replies,
    .progress = show_progress,
    .user_data = &progress,
  };

  if (days < 0 || replies < 0)
    return heed_command_usage (_ ("“--days” and “--replies” are numbers above zero."));
  if (archive != NULL && args[0] != NULL)
    return heed_command_usage (_ ("Give either accounts or “--archive FILE”, not both."));
  if (archive == NULL && company != NULL)
    return heed_command_usage (_ ("“--company” goes with “--archive FILE”; without an archive, name an account."));
  if (archive == NULL && args[0] == NULL)
    return heed_command_usage (
      _ ("Name an account, such as @care@example.social or care.example.com, or give “--archive FILE”."));
  return archive != NULL ? run_archive (line, &options) : run_accounts (line, args, &options);
}

static const GOptionEntry entries[] = {
  { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("How far back to look (90)"), N_ ("N") },
  { "replies", 0, 0, G_OPTION_ARG_INT, &replies, N_ ("How many of the newest replies to look at (400)"), N_ ("N") },
  { "archive", 0, 0, G_OPTION_ARG_FILENAME, &archive,
    N_ ("Read conversations from a CSV or JSON lines file, plain, .gz or .xz"), N_ ("FILE") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("Only this company of the archive"), N_ ("NAME") },
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
