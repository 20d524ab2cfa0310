/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

#include "heed-command.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  /* Over ssh and in scripts there is often no locale. Then names are still written in UTF-8, not in ASCII. */
  if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968"))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, HEED_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Standard output is for what was asked for, also where somebody wants to see debug output. */
  g_log_writer_default_set_use_stderr (TRUE);

  return heed_commands_main (argc, argv);
}
