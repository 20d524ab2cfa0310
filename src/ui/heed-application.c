/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-application.h"

#include <glib/gi18n.h>

#include "heed-case-records.h"
#include "heed-document-files.h"
#include "heed-environment.h"
#include "heed-keys.h"
#include "heed-loop-watch.h"
#include "heed-preferences.h"
#include "heed-sample.h"
#include "heed-settings-source.h"
#include "heed-window.h"

struct _HeedApplication
{
  AdwApplication parent_instance;

  HeedLibrary *library;
  GSettings *settings;
  GError *failure;
  gboolean wants_sample;
};

G_DEFINE_FINAL_TYPE (HeedApplication, heed_application, ADW_TYPE_APPLICATION)

static gpointer
is_empty_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, error);
  g_autoptr (GPtrArray) accounts = cases != NULL ? heed_account_records_load_all (database, error) : NULL;

  return GINT_TO_POINTER (accounts != NULL && cases->len == 0 && accounts->len == 0);
}

/* Nobody's own data are mixed with invented ones by an option. */
static gboolean
load_sample_if_empty (HeedContext *context, GError **error)
{
  GError *failure = NULL;
  gpointer is_empty = heed_store_run (heed_context_get_store (context), is_empty_in_store, NULL, NULL, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return is_empty == NULL || heed_sample_load (context, error);
}

static gpointer
sweep_documents (HeedDatabase *database, gpointer data, GError **error)
{
  heed_document_files_sweep (database, data, error);
  return NULL;
}

/* Nothing is left to undo when the program starts; a file that cannot go now waits for the next time. */
static void
sweep (HeedContext *context)
{
  heed_store_run (heed_context_get_store (context), sweep_documents, (gpointer) heed_context_get_data_folder (context),
                  NULL, NULL);
}

/* Opening may wait for another program that writes, or bring old data to the newest version: not where people wait. */
static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HeedApplication *self = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedContext) context = heed_environment_open (&error);

  if (context != NULL && (!self->wants_sample || load_sample_if_empty (context, &error)))
    {
      sweep (context);
      g_task_return_pointer (task, g_steal_pointer (&context), g_object_unref);
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* They are in the store, which has to be open. */
static void
enable_preferences (HeedApplication *self, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "preferences");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedApplication *self = HEED_APPLICATION (source);
  HeedWindow *window = user_data;
  g_autoptr (HeedContext) context = g_task_propagate_pointer (G_TASK (result), &self->failure);

  if (context != NULL)
    {
      self->library = heed_library_new (context);
      self->settings = heed_settings_source_new ();
      if (self->settings != NULL)
        heed_settings_source_follow (self->settings, self->library);
      heed_window_set_library (window, self->library);
      enable_preferences (self, TRUE);
    }
  else
    heed_window_show_broken (window, self->failure);
  g_object_unref (window);
  g_application_release (G_APPLICATION (self));
}

#ifdef HEED_DEBUG
/* Milliseconds since the kernel made this process; -1 where /proc does not tell. */
static double
get_process_age_ms (void)
{
  g_autofree char *stat = NULL;
  struct timespec now;
  unsigned long long started_ticks;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return -1;
  /* The second field is the program's name in brackets, the twenty-second the start in ticks since the machine's. */
  const char *field = strrchr (stat, ')');
  for (int i = 2; field != NULL && i < 22; i++)
    field = strchr (field + 1, ' ');
  if (field == NULL)
    return -1;
  started_ticks = g_ascii_strtoull (field + 1, NULL, 10);
  clock_gettime (CLOCK_BOOTTIME, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6
         - (double) started_ticks * 1e3 / (double) sysconf (_SC_CLK_TCK);
}

static void
frame_painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (clock, frame_painted_cb, user_data);
  g_printerr ("first-frame: %.0f ms\n", get_process_age_ms ());
  g_application_quit (G_APPLICATION (user_data));
}

/* For ./dev bench: how long it took until something was to be seen. */
static void
measure_first_frame (HeedApplication *self, HeedWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  if (g_strcmp0 (g_getenv ("HEED_BENCH"), "1") == 0 && clock != NULL)
    g_signal_connect (clock, "after-paint", G_CALLBACK (frame_painted_cb), self);
}
#endif

static void
heed_application_activate (GApplication *application)
{
  HeedApplication *self = HEED_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }
  HeedWindow *window = heed_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
#ifdef HEED_DEBUG
  measure_first_frame (self, window);
#endif

  g_autoptr (GTask) task = g_task_new (self, NULL, opened_cb, g_object_ref (window));
  g_application_hold (application);
  g_task_set_source_tag (task, heed_application_activate);
  g_task_run_in_thread (task, open_in_thread);
}

static void
about_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (
    gtk_application_get_active_window (user_data), "application-name", "Heed", "application-icon", HEED_APPLICATION_ID,
    "version", HEED_VERSION, "developer-name", _ ("The Heed authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _ ("Get an answer out of a company: see where it really answers, write to it, keep track."), NULL);
}

static void
preferences_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HeedApplication *self = user_data;
  HeedPreferences *preferences = heed_preferences_new (self->library);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), gtk_application_get_active_window (user_data));
  gtk_window_present (GTK_WINDOW (preferences));
}

static gpointer
hold (gconstpointer window, gpointer user_data)
{
  return g_object_ref ((gpointer) window);
}

static void
quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autolist (GtkWindow) windows = g_list_copy_deep (gtk_application_get_windows (user_data), hold, NULL);

  /* Each may have something to keep first. Closing one may take others with it, so they are held. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static gpointer
do_nothing (HeedDatabase *database, gpointer data, GError **error)
{
  return NULL;
}

/* What was handed to the store is in it before the program ends. */
static void
heed_application_shutdown (GApplication *application)
{
  HeedApplication *self = HEED_APPLICATION (application);

  if (self->library != NULL)
    heed_store_run (heed_context_get_store (heed_library_get_context (self->library)), do_nothing, NULL, NULL, NULL);
  G_APPLICATION_CLASS (heed_application_parent_class)->shutdown (application);
}

static void
heed_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_activated_cb },
    { .name = "preferences", .activate = preferences_activated_cb },
    { .name = "quit", .activate = quit_activated_cb },
  };
  HeedApplication *self = HEED_APPLICATION (application);

  G_APPLICATION_CLASS (heed_application_parent_class)->startup (application);
#ifdef HEED_DEBUG
  heed_loop_watch_start ();
  /* For the pictures: the direction of a language that Heed need not speak yet, and texts of twice the size. */
  if (g_strcmp0 (g_getenv ("HEED_DIRECTION"), "rtl") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_strcmp0 (g_getenv ("HEED_TEXT_SIZE"), "200") == 0)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
#endif
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  heed_keys_add_to_application (GTK_APPLICATION (application));
  enable_preferences (self, FALSE);
}

static void
heed_application_finalize (GObject *object)
{
  HeedApplication *self = HEED_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->library);
  g_clear_error (&self->failure);
  G_OBJECT_CLASS (heed_application_parent_class)->finalize (object);
}

/* Who comes back to a window may have come from another time zone meanwhile. */
static void
active_changed_cb (HeedApplication *self, GParamSpec *pspec, GtkWindow *window)
{
  if (self->library != NULL && gtk_window_is_active (window))
    heed_library_pass_time (self->library);
}

static void
heed_application_window_added (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_changed_cb), application, G_CONNECT_SWAPPED);
  GTK_APPLICATION_CLASS (heed_application_parent_class)->window_added (application, window);
}

static void
heed_application_class_init (HeedApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_application_finalize;
  application_class->activate = heed_application_activate;
  application_class->startup = heed_application_startup;
  application_class->shutdown = heed_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_added = heed_application_window_added;
}

static void
heed_application_init (HeedApplication *self)
{
  const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &self->wants_sample,
      N_ ("Fill an empty store with an invented company and cases"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/** heed_application_new: (transfer full): the desktop application. */
HeedApplication *
heed_application_new (void)
{
  return g_object_new (HEED_TYPE_APPLICATION, "application-id", HEED_APPLICATION_ID, "resource-base-path",
                       "/org/heed/Heed", NULL);
}
