/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The company page, what it draws itself, and the dialog that checks an account. */

#include <adwaita.h>

#include "heed-check-dialog.h"
#include "heed-company-page.h"
#include "heed-curve.h"
#include "heed-format.h"
#include "heed-test-library.h"
#include "heed-week-map.h"

static HeedCompanyItem *
get_company (HeedLibrary *library)
{
  HeedCompanyItem *company = heed_library_find_company (library, HEED_TEST_COMPANY);

  g_assert_nonnull (company);
  return company;
}

static const HeedScorecard *
get_scorecard (HeedLibrary *library)
{
  return heed_account_item_get_checked (heed_company_item_get_best (get_company (library)))->scorecard;
}

static GtkWidget *
present (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  heed_test_settle ();
  return window;
}

static void
assert_shows (GtkWidget *root, const char *text)
{
  if (heed_test_find_widget (root, GTK_TYPE_LABEL, text) == NULL)
    g_error ("“%s” is not shown", text);
}

static void
test_page (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedCompanyPage *page = heed_company_page_new ();
  GtkWidget *window = present (GTK_WIDGET (g_object_ref (page)), 900, 700);

  g_object_set (page, "library", library, "item", get_company (library), NULL);
  heed_test_settle ();
  assert_shows (window, HEED_TEST_COMPANY);
  assert_shows (window, get_scorecard (library)->summary);
  assert_shows (window, "@care@nettle.example");
  assert_shows (window, "Last looked at on 20 November, 10:00.");
  assert_shows (window, "67\u00a0% (56–76\u00a0%)");
  assert_shows (window, "typically after 20 minutes");
  assert_shows (window, "Claire");

  /* The messages behind the figures are one step away, and so is the way back. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "company.show-exchanges", "(ss)", "all", ""));
  heed_test_settle ();
  assert_shows (window, "My line is down, case NB-4711");
  assert_shows (window, "Answered after 20 minutes");
  assert_shows (window, "No public reply seen");

  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
  g_assert_finalize_object (page);
  g_assert_finalize_object (library);
}

static int
measure_page (HeedLibrary *library, const char *name)
{
  HeedCompanyPage *page = heed_company_page_new ();
  int minimum;

  g_object_ref_sink (page);
  g_object_set (page, "library", library, "item", heed_library_find_company (library, name), "folded", TRUE, NULL);
  heed_test_settle ();
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_finalize_object (page);
  return minimum;
}

static void
assert_fits_phone (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedLibrary *sample = heed_test_library_new_sample ();

  g_assert_cmpint (measure_page (library, HEED_TEST_COMPANY), <=, 360);
  g_assert_cmpint (measure_page (sample, "Norfolk Broadband"), <=, 360);
  g_assert_finalize_object (library);
  g_assert_finalize_object (sample);
}

/* At the width of a phone nothing may be cut off, with text of twice the size too, and from right to left. */
static void
test_narrow (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  assert_fits_phone ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  assert_fits_phone ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  assert_fits_phone ();
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
test_week_map (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedWeekMap *map = g_object_new (HEED_TYPE_WEEK_MAP, NULL);
  GtkWidget *window = present (GTK_WIDGET (g_object_ref (map)), 500, 300);
  g_autofree char *empty = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *cell = NULL;

  /* Without the focus it speaks of the whole week. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_object_get (map, "spoken", &empty, NULL);
  g_assert_cmpstr (empty, ==, "No hour of the week has enough messages yet to tell when answers come fastest.");

  /* All 90 messages were written on Thursdays between 10 and 11, and two of three were answered after 20 minutes. */
  heed_week_map_set (map, get_scorecard (library), HEED_TEST_NOW);
  g_object_get (map, "spoken", &spoken, NULL);
  g_assert_cmpstr (
    spoken, ==, "Fastest on Thursday from 10 to 11 o’clock, typically after 20 minutes; 1 hour of the week is known.");

  /* With the focus it stands on the hour it is: Friday, 10 o'clock. */
  gtk_widget_grab_focus (GTK_WIDGET (map));
  heed_test_settle ();
  g_object_get (map, "spoken", &cell, NULL);
  g_assert_cmpstr (cell, ==, "Friday, 10 to 11 o’clock: no messages.");

  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
  g_assert_finalize_object (map);
  g_assert_finalize_object (library);
}

static void
test_curve (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedCurve *curve = g_object_new (HEED_TYPE_CURVE, NULL);
  GtkWidget *window = present (GTK_WIDGET (g_object_ref (curve)), 500, 300);

  heed_curve_set (curve, get_scorecard (library));
  heed_test_settle ();
  g_autofree char *other = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (curve), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Answered within an hour: 67\u00a0% (57–76\u00a0%); within a day: 67\u00a0% (57–76\u00a0%); within a week: "
    "67\u00a0% (57–76\u00a0%).");
  g_assert_cmpstr (other, ==, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  heed_test_settle ();
  g_assert_finalize_object (curve);
  g_assert_finalize_object (library);
}

static gboolean
shows_error (gpointer data)
{
  return heed_test_find_widget (data, GTK_TYPE_LABEL, "“no such thing”") != NULL;
}

/* An address no network knows is refused in place, and the dialog stays usable. */
static void
test_bad_handle (void)
{
  HeedLibrary *library = heed_test_library_new_empty ();
  HeedCheckDialog *dialog = heed_check_dialog_new (library);

  gtk_window_present (GTK_WINDOW (dialog));
  heed_check_dialog_check (dialog, "no such thing");
  heed_test_wait_until (shows_error, dialog);
  assert_shows (GTK_WIDGET (dialog), "“no such thing” is no account Heed can read.");
  GtkWidget *check = heed_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Check");
  g_assert_nonnull (check);
  g_assert_true (gtk_widget_is_sensitive (check));
  g_assert_true (heed_library_is_empty (library));

  /* What was typed is there again, to be mended. */
  gtk_window_close (GTK_WINDOW (dialog));
  heed_test_settle ();
  dialog = heed_check_dialog_new (library);
  gtk_window_present (GTK_WINDOW (dialog));
  heed_test_settle ();
  GtkWidget *address = heed_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "no such thing");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  heed_test_settle ();
  g_assert_null (dialog);
  g_assert_finalize_object (library);
}

typedef struct
{
  GSocketConnection *connection;
  gboolean is_hung_up;
} Caller;

static void
hung_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Caller *caller = user_data;

  /* Whatever the answer, nobody is left to read on. */
  if (g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL) > 0)
    {
      static char buffer[4096];

      g_input_stream_read_async (G_INPUT_STREAM (source), buffer, sizeof buffer, 0, NULL, hung_up_cb, caller);
      return;
    }
  caller->is_hung_up = TRUE;
}

/* Takes the call and never answers. */
static gboolean
called_cb (Caller *caller, GSocketConnection *connection)
{
  static char buffer[4096];

  if (caller->connection == NULL)
    {
      caller->connection = g_object_ref (connection);
      g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (connection)), buffer, sizeof buffer, 0,
                                 NULL, hung_up_cb, caller);
    }
  return TRUE;
}

static gboolean
is_called (gpointer data)
{
  return ((Caller *) data)->connection != NULL;
}

static gboolean
is_hung_up (gpointer data)
{
  return ((Caller *) data)->is_hung_up;
}

static gboolean
shows_stopped (gpointer data)
{
  return heed_test_find_widget (data, GTK_TYPE_LABEL, "Stopped.") != NULL;
}

/* Cancel stops the transfer itself, not only the waiting for it. */
static void
test_cancel (void)
{
  HeedLibrary *library = heed_test_library_new_empty ();
  HeedCheckDialog *dialog = heed_check_dialog_new (library);
  g_autoptr (GSocketService) service = g_socket_service_new ();
  Caller caller = { NULL };
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/@care", port);

  heed_http_set_allow_loopback (heed_context_get_http (heed_library_get_context (library)), TRUE);
  g_signal_connect_swapped (service, "incoming", G_CALLBACK (called_cb), &caller);
  gtk_window_present (GTK_WINDOW (dialog));
  heed_check_dialog_check (dialog, address);
  heed_test_wait_until (is_called, &caller);
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR, NULL));
  g_assert_false (caller.is_hung_up);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "check.stop", NULL));
  heed_test_wait_until (is_hung_up, &caller);
  heed_test_wait_until (shows_stopped, dialog);
  g_assert_null (heed_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR, NULL));

  g_object_unref (caller.connection);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  heed_test_settle ();
  g_assert_null (dialog);
  g_assert_finalize_object (library);
}

static void
test_format (void)
{
  static const struct
  {
    double seconds;
    const char *expected;
  } cases[] = {
    { 0, "under 1 minute" }, { 59, "under 1 minute" },  { 60, "1 minute" },      { 5340, "89 minutes" },
    { 5400, "2 hours" },     { 35 * 3600, "35 hours" }, { 36 * 3600, "2 days" }, { 30 * 86400, "30 days" },
  };
  HeedShare share = { 0.714, 0.62, 0.79, 143 }, none = { 0, 0, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = heed_format_duration (cases[i].seconds);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  g_autofree char *known = heed_format_share (&share);
  g_autofree char *unknown = heed_format_share (&none);
  g_assert_cmpstr (known, ==, "71\u00a0% (62–79\u00a0%)");
  g_assert_cmpstr (unknown, ==, "–");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/display/company/page", test_page);
  g_test_add_func ("/display/company/narrow", test_narrow);
  g_test_add_func ("/display/company/week-map", test_week_map);
  g_test_add_func ("/display/company/curve", test_curve);
  g_test_add_func ("/display/company/bad-handle", test_bad_handle);
  g_test_add_func ("/display/company/cancel", test_cancel);
  g_test_add_func ("/display/format", test_format);
  return g_test_run ();
}
