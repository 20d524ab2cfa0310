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
    { "Das war am 12. Das weiß ich genau, denn es war mein Geburtstag.", 20, "Das war am 12. Das…" },
    { "Laajakaista on ollut poikki 5. marraskuuta alkaen.", 35, "Laajakaista on ollut poikki…" },
    { "It began in 2026. Nobody came since.", 25, "It began in 2026." },
    { "El Sr. Vidal no sabe nada del dinero.", 12, "El…" },
    { "I saw Dr. Who. He left again at once.", 20, "I saw Dr. Who." },
    { "Ich wohne z. B. seit Mai in Haus Nr. 7 am Platz.", 25, "Ich wohne z. B. seit Mai…" },
    { "Ich wohne jetzt in Nr. 7 am alten Platz.", 22, "Ich wohne jetzt in…" },
    { "Am 3. Mai kam nichts. Danach auch nicht.", 30, "Am 3. Mai kam nichts." },
    { "M. Ferrand est parti. Le dossier est perdu.", 25, "M. Ferrand est parti." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = heed_shorten_cut (cases[i].text, cases[i].most);
      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shorten/sentences", test_sentences);
  return g_test_run ();
}
