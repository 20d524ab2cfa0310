/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command-gather.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

#include "heed-error.h"

#define PROGRESS_INTERVAL_US (100 * G_TIME_SPAN_MILLISECOND)

/* The one line of progress on a terminal, rewritten in place. */
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

/* Belongs to the task: the thread may be left behind. */
typedef struct
{
  GFile *file;
  char *company;
  char *zone;
  HeedCheckOptions options;
  ProgressLine progress;
} ArchiveWork;

static void
archive_work_free (ArchiveWork *work)
{
  g_object_unref (work->file);
  g_free (work->company);
  g_free (work->zone);
  g_free (work);
}

static void
check_archive_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ArchiveWork *work = data;
  GError *error = NULL;
  GPtrArray *all = heed_check_archive (work->file, work->company, &work->options, cancellable, &error);

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

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* The first Ctrl-C stops the work and keeps what was read; a second one ends the program at once. Only here, where the
 * main loop runs, can it be heard: everywhere else the first one has to end the program. */
static guint
listen_for_interrupt (GCancellable *cancellable)
{
  return g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
}

static void
stop_listening (guint id, GCancellable *cancellable)
{
  if (!g_cancellable_is_cancelled (cancellable))
    g_source_remove (id);
}

/* Runs the main loop until an asynchronous call is done, so that Ctrl-C is heard meanwhile. */
static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

/**
 * heed_command_gather_archive: reads an archive with progress on the terminal.
 * @company: (nullable): only this one; people write a name of X with its @
 * @zone: (nullable): IANA name of the companies' time zone, where it is known
 *
 * Returns: (transfer full) (element-type HeedChecked): %NULL with an error; Ctrl-C is %G_IO_ERROR_CANCELLED
 */
GPtrArray *
heed_command_gather_archive (const char *path, const char *company, const char *zone, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, finished_cb, &result);
  guint listener = listen_for_interrupt (cancellable);
  ArchiveWork *work = g_new0 (ArchiveWork, 1);

  work->file = g_file_new_for_commandline_arg (path);
  work->company = g_strdup (company != NULL && company[0] == '@' ? company + 1 : company);
  work->zone = g_strdup (zone);
  work->progress.is_terminal = isatty (STDERR_FILENO);
  work->options = (HeedCheckOptions){ .zone = work->zone, .progress = show_progress, .user_data = &work->progress };
  g_task_set_task_data (task, work, (GDestroyNotify) archive_work_free);
  /* Ctrl-C is heard even where the file is a pipe from which nothing comes. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, check_archive_in_thread);
  GPtrArray *all = g_task_propagate_pointer (G_TASK (wait_for (&result)), error);
  stop_listening (listener, cancellable);
  clear_progress (&work->progress);
  return all;
}

/**
 * heed_command_gather_accounts: checks one account after the other, with progress on the terminal.
 * @options: its progress is not used
 * @status: (inout): the exit status, changed where one failed; that is said and does not keep back the others
 *
 * Returns: (transfer full) (element-type HeedChecked): those that could be checked
 */
GPtrArray *
heed_command_gather_accounts (HeedContext *context, char **accounts, const HeedCheckOptions *options, int *status)
{
  ProgressLine progress = { .is_terminal = isatty (STDERR_FILENO) };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint listener = listen_for_interrupt (cancellable);
  HeedCheckOptions own = *options;
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_checked_free);

  own.progress = show_progress;
  own.user_data = &progress;
  for (guint i = 0; accounts[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      progress.done = 0;
      heed_check_account_async (context, accounts[i], &own, cancellable, finished_cb, &result);
      HeedChecked *checked = heed_check_account_finish (context, wait_for (&result), &error);
      clear_progress (&progress);
      if (checked != NULL)
        g_ptr_array_add (all, checked);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          heed_command_say (ngettext ("Stopped after %u reply; what was read is kept for the next check.",
                                      "Stopped after %u replies; what was read is kept for the next check.",
                                      progress.done),
                            (guint) progress.done);
          *status = HEED_EXIT_FAILED;
        }
      else
        *status = heed_command_fail (error);
    }
  stop_listening (listener, cancellable);
  return all;
}
