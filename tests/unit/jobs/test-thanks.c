/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-thanks.h"

static void
test_is (void)
{
  static const char *const yes[] = {
    "Thanks!",
    "@acme THANK YOU so much",
    "ok, that worked 🙂",
    "It’s all sorted now",
    "Vielen Dank, es geht.",
    "¡Gracias!",
    "merci beaucoup",
    "תודה רבה",
    "Dziękuję bardzo",
    "Terima kasih, kak",
    "Kiitos paljon",
    "it's working now, cheers",
  };
  static const char *const no[] = {
    "",
    "🙂",
    "no thanks",
    "Thanks for nothing.",
    "thanks but it doesn't work",
    "I’m still waiting, thanks",
    "a thankless job",
    "Danke für nichts!",
    "party in the city",
    "Gracias por nada",
    "it works for others",
    "לא תודה",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedThanks) thanks = heed_thanks_new (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (!heed_thanks_is (thanks, yes[i]))
      g_error ("thanks not seen: %s", yes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (heed_thanks_is (thanks, no[i]))
      g_error ("taken for thanks: %s", no[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thanks/is", test_is);
  return g_test_run ();
}
