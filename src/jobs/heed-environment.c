/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two entries are told by the environment: nothing else in Heed reads it. */

#include "heed-environment.h"

#include <glib/gi18n.h>

#include "heed-bluesky.h"
#include "heed-error.h"

/**
 * heed_environment_new_clock: the machine's clock, or in debug builds the one HEED_NOW sets.
 *
 * Returns: (transfer full): free with heed_clock_free()
 */
HeedClock *
heed_environment_new_clock (GError **error)
{
#ifdef HEED_DEBUG
  const char *text = g_getenv ("HEED_NOW");
  gint64 now;

  if (text != NULL && !heed_time_parse (text, &now))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("HEED_NOW is “%s”; write it as 2026-03-01T10:00:00Z."),
                   text);
      return NULL;
    }
  if (text != NULL)
    return heed_clock_new_fixed (now);
#endif
  return heed_clock_new_system ();
}

#ifdef HEED_DEBUG
/* Tests put servers on this machine in the place of the public ones. */
static void
use_test_servers (HeedContext *context)
{
  const char *appview = g_getenv ("HEED_BLUESKY_APPVIEW");
  const char *plc = g_getenv ("HEED_BLUESKY_PLC");
  const char *ca_file = g_getenv ("HEED_CA_FILE");
  HeedHttp *http = heed_context_get_http (context);

  heed_http_set_allow_loopback (http, g_strcmp0 (g_getenv ("HEED_ALLOW_LOOPBACK"), "1") == 0);
  if (ca_file != NULL)
    heed_http_set_ca_file (http, ca_file);
  if (appview != NULL && plc != NULL)
    heed_bluesky_set_hosts (HEED_BLUESKY (heed_context_find_network (context, "bluesky")), appview, plc);
}
#endif

/**
 * heed_environment_open: opens the user's data, where HEED_DATA_HOME says, else where programs keep theirs.
 *
 * Returns: (transfer full): the context, or the reason the store gave
 */
HeedContext *
heed_environment_open (GError **error)
{
  g_autoptr (HeedClock) clock = heed_environment_new_clock (error);
  if (clock == NULL)
    return NULL;

  const char *home = g_getenv ("HEED_DATA_HOME");
  gboolean is_moved = home != NULL && home[0] != '\0';
  g_autofree char *folder = is_moved ? g_strdup (home) : g_build_filename (g_get_user_data_dir (), "heed", NULL);
  HeedContext *context = heed_context_new (g_steal_pointer (&clock), folder, error);
#ifdef HEED_DEBUG
  if (context != NULL)
    use_test_servers (context);
#endif
  return context;
}

/** heed_environment_dup_copies_folder: (transfer full): where what is handed to other programs lies until the person
 * logs out: below their runtime folder; of a sandbox, in the part of it that other programs have under the same name.
 */
char *
heed_environment_dup_copies_folder (void)
{
  const char *sandbox = g_getenv ("FLATPAK_ID");

  return sandbox != NULL ? g_build_filename (g_get_user_runtime_dir (), "app", sandbox, "copies", NULL)
                         : g_build_filename (g_get_user_runtime_dir (), "heed-copies", NULL);
}
