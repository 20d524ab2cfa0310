/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-command.h"

#include <glib/gi18n.h>

#include "heed-error.h"

/**
 * heed_command_line_new_clock: the machine's clock, or in debug builds the one HEED_NOW sets.
 *
 * Returns: (transfer full): free with heed_clock_free()
 */
HeedClock *
heed_command_line_new_clock (GError **error)
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

/* In debug builds a test may point Heed at servers on this machine. */
static void
let_tests_in (HeedContext *context)
{
#ifdef HEED_DEBUG
  HeedHttp *http = heed_context_get_http (context);
  const char *ca_file = g_getenv ("HEED_CA_FILE");

  if (g_strcmp0 (g_getenv ("HEED_ALLOW_LOOPBACK"), "1") == 0)
    heed_http_set_allow_loopback (http, TRUE);
  if (ca_file != NULL)
    heed_http_set_ca_file (http, ca_file);
#endif
}

/**
 * heed_command_line_open: opens the user's data, for the commands that need it.
 *
 * Returns: (transfer full): the context
 */
HeedContext *
heed_command_line_open (HeedCommandLine *line, GError **error)
{
  g_autoptr (HeedClock) clock = heed_command_line_new_clock (error);
  if (clock == NULL)
    return NULL;

  const char *home = g_getenv ("HEED_DATA_HOME");
  g_autofree char *folder = home != NULL ? g_strdup (home) : g_build_filename (g_get_user_data_dir (), "heed", NULL);
  HeedContext *context = heed_context_new (g_steal_pointer (&clock), folder, error);
  if (context != NULL)
    let_tests_in (context);
  return context;
}
