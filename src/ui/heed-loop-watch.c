/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells, in a debug build, when the main loop was busy for so long that a person could notice. */

#include "heed-loop-watch.h"

#include <gtk/gtk.h>
#include <time.h>

/* Half a frame of a usual screen is for work: the other half is for drawing it. Waiting is only told when it is long:
 * on a busy machine most of it is for the others. */
#define WORK_US 8000
#define WAIT_US 100000

static gint64 busy_since_us;
static gint64 busy_cpu_us;
static gint64 frame_cpu_us;
/* What the frames of one turn of the main loop took: GTK lays out and draws in them. */
static gint64 drawn_us;

/* The time this thread had the processor. */
static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
frame_begun_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  frame_cpu_us = get_cpu_us ();
  return TRUE;
}

static gboolean
frame_ended_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  drawn_us += get_cpu_us () - frame_cpu_us;
  return TRUE;
}

static gint
watched_poll (GPollFD *fds, guint n_fds, gint timeout_ms)
{
  const gint64 busy_us = g_get_monotonic_time () - busy_since_us;
  const gint64 work_us = get_cpu_us () - busy_cpu_us - drawn_us;

  if (busy_since_us != 0 && (work_us > WORK_US || busy_us > WAIT_US))
    g_message ("The main loop was blocked for %.1f ms, %.1f ms of them at work and %.1f ms in frames.",
               (double) busy_us / 1e3, (double) work_us / 1e3, (double) drawn_us / 1e3);
  const gint n_ready = g_poll (fds, n_fds, timeout_ms);
  busy_since_us = g_get_monotonic_time ();
  busy_cpu_us = get_cpu_us ();
  drawn_us = 0;
  return n_ready;
}

/** heed_loop_watch_start: watches the default main loop from now on, whatever runs in it; called once. */
void
heed_loop_watch_start (void)
{
  g_type_ensure (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("before-paint", GDK_TYPE_FRAME_CLOCK), 0, frame_begun_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, frame_ended_cb, NULL, NULL);
  g_main_context_set_poll_func (NULL, watched_poll);
}
