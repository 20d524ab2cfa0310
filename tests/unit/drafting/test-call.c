/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a number is read out on the phone. */

#include "heed-call.h"

static void
test_spelling (void)
{
  const struct
  {
    const char *value;
    const char *spelled;
  } cases[] = {
    { "7", "7" },
    { "12345", "123  45" },
    { "1234567", "123  45  67" },
    { "12345678901", "123  456  789  01" },
    { "ab 12", "A (Alfa)  B (Bravo)  12" },
    { "Ä-9", "Ä  -  9" },
    { "٤٧١١", "٤٧  ١١" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spelled = heed_call_dup_spelled (heed_phrases_get ("en", NULL), cases[i].value);
      g_assert_cmpstr (spelled, ==, cases[i].spelled);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/call/spelling", test_spelling);
  return g_test_run ();
}
