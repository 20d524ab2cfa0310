/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where sentences end that are shown to people (S112). */

#include "heed-sentence-end.h"

/* A "|" stands behind each end. */
static void
test_ends (void)
{
  static const char *const texts[] = {
    "We will call you.| Really?| Yes!|",
    "Your case no. 5 is open.| We said no.| We will call.|",
    "Ms. Smith and Dr. J. Miller will call.| Bye",
    "Bis zum 12. März.| Bis 12.| Danke.|",
    "Nähere Angaben, z. B. zum Gerät, bis 3.4.2027.|",
    "Soitamme 12. joulukuuta.| Kiitos",
    "See www.shop.example/a.b for more",
    "Hi\n|Bye",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) parts = g_strsplit (texts[i], "|", -1);
      g_autofree char *text = g_strjoinv ("", parts);
      g_autoptr (GString) marked = g_string_new (NULL);

      for (gsize at = 0; text[at] != '\0'; at++)
        {
          g_string_append_c (marked, text[at]);
          if (heed_sentence_end_is_at (text, at))
            g_string_append_c (marked, '|');
        }
      g_assert_cmpstr (marked->str, ==, texts[i]);
    }
}

/* Broken text is looked at all the same. */
static void
test_broken (void)
{
  g_assert_true (heed_sentence_end_is_at ("\xff\xc3. \xc3", 2));
  g_assert_true (heed_sentence_end_is_at ("12. \xc3\xff", 2));
  g_assert_false (heed_sentence_end_is_at (". ", 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence-end/ends", test_ends);
  g_test_add_func ("/sentence-end/broken", test_broken);
  return g_test_run ();
}
