/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-shorten.h"

/* S80: a text is cut behind a sentence, and not every full stop ends one. */
static void
test_sentences (void)
{
  const struct
  {
    const char *text;
    glong most;
    const char *cut;
  } cases[] = {
    { "The line is dead. Nobody came.", 25, "The line is dead." },
    { "Am 3. August war ich in der Filiale.", 20, "Am 3. August war…" },
    { "Das war am 12. Das weiß ich genau, denn es war mein Geburtstag.", 20, "Das war…" },
    { "Laajakaista on ollut poikki 5. marraskuuta alkaen.", 35, "Laajakaista on ollut poikki…" },
    { "It began in 2026. Nobody came since.", 25, "It began in 2026." },
    { "El Sr. Vidal no sabe nada del dinero.", 13, "El Sr. Vidal…" },
    { "El Sr. Vidal no sabe nada del dinero.", 12, NULL },
    { "Paczka z laptopem od 9 listopada leży w sortowni.", 24, "Paczka z laptopem…" },
    { "El vuelo AC 1234 salió tarde.", 14, "El vuelo…" },
    { "We waited for the technician all day.", 18, "We waited…" },
    { "Un colis de la société est perdu.", 13, "Un colis…" },
    { "I saw Dr. Who. He left again at once.", 20, "I saw Dr. Who." },
    { "Ich wohne z. B. seit Mai in Haus Nr. 7 am Platz.", 25, "Ich wohne z. B. seit Mai…" },
    { "Ich wohne jetzt in Nr. 7 am alten Platz.", 22, "Ich wohne jetzt…" },
    { "Am 3. Mai kam nichts. Danach auch nicht.", 30, "Am 3. Mai kam nichts." },
    { "M. Ferrand est parti. Le dossier est perdu.", 25, "M. Ferrand est parti." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = heed_shorten_cut (cases[i].text, cases[i].most);
      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

/* A heading and a quoted sentence have no full stop of their own; what is no end of a sentence stays. */
static void
test_open (void)
{
  static const char *const cases[][2] = {
    { "Please mend it.", "Please mend it" },
    { "Please mend it", "Please mend it" },
    { "Please mend…", "Please mend…" },
    { "Ask Ann R.", "Ask Ann R." },
    { "So...", "So..." },
    { "Why?", "Why?" },
    { ".", "." },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *open = heed_shorten_open (cases[i][0]);
      g_assert_cmpstr (open, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shorten/sentences", test_sentences);
  g_test_add_func ("/shorten/open", test_open);
  return g_test_run ();
}
