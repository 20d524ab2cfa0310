/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user chose reaches what works for them. */

#include <glib/gstdio.h>
#include <string.h>

#include "heed-context.h"
#include "heed-error.h"

/* A network that is switched off is not asked, and it is said where it can be switched on. */
static void
test_unread_networks (void)
{
  static char *unread[] = { (char *) "bluesky", NULL };
  g_autofree char *folder = g_dir_make_tmp ("heed-context-XXXXXX", NULL);
  g_autofree char *store = g_build_filename (folder, "heed.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedContext) context = heed_context_new (heed_clock_new_fixed (0), folder, &error);

  g_assert_no_error (error);
  g_autoptr (HeedSettings) settings = heed_settings_copy (heed_context_get_settings (context));
  g_assert_null (settings->unread_networks[0]);
  g_assert_nonnull (heed_context_match_network (context, "care.example.com", &error));

  g_strfreev (settings->unread_networks);
  settings->unread_networks = g_strdupv (unread);
  heed_context_set_settings (context, settings);
  g_assert_null (heed_context_match_network (context, "care.example.com", &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Reading Bluesky is switched off"));
  g_clear_error (&error);
  g_assert_nonnull (heed_context_match_network (context, "@care@example.social", &error));
  g_assert_no_error (error);

  g_clear_object (&context);
  g_unlink (store);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/context/unread-networks", test_unread_networks);
  return g_test_run ();
}
