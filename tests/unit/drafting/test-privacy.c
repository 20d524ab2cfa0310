/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-privacy.h"

static HeedPrivacy *
make_privacy (void)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();

  facts->my_name = g_strdup ("Jane Roe");
  facts->my_email = g_strdup ("jane.roe@mail.example");
  facts->my_phone = g_strdup ("+49 170 1234567");
  facts->my_postcode = g_strdup ("10115");
  facts->my_address = g_strdup ("Long Street 5, Berlin");
  g_ptr_array_add (facts->references, heed_reference_new ("booking", "QX7R2P", TRUE));
  g_ptr_array_add (facts->references, heed_reference_new ("case", "4711 2231", FALSE));
  return heed_privacy_new (facts);
}

/* Each text is private from its first to its last sign, wherever it stands. */
static void
assert_hidden (const char *value, const char *before, const char *after)
{
  g_autoptr (HeedPrivacy) privacy = make_privacy ();
  g_autofree char *text = g_strconcat (before, value, after, NULL);
  g_autofree char *expected = g_strconcat (before, "[…]", after, NULL);
  g_autofree char *hidden = heed_privacy_hide (privacy, text, "[…]");

  g_assert_cmpstr (hidden, ==, expected);
}

static void
assert_all_hidden (const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      assert_hidden (values[i], "It broke at ", " now.");
      assert_hidden (values[i], "Étage: ", "");
    }
}

static void
test_values (void)
{
  static const char *const values[] = { "QX7R2P",        "q x 7 r 2 p",  "Q.X-7\nR2P",
                                        "Q\u200dX7R2P",  "ＱＸ７Ｒ２Ｐ", "QХ7R2Р", /* with two Cyrillic letters */
                                        "JANE ROE",      "Jane%20Roe",   "jane.roe%40mail.example",
                                        "LONG street 5", "1 0 1 1 5",    NULL };

  assert_all_hidden (values);
  assert_hidden ("QX7R2P", "ref", "now");
  assert_hidden ("QX7R2P", "https://acme.example/b?r=", "&x=1");
  assert_hidden ("Roe", "Call Mrs ", ".");
  assert_hidden ("Roe", "", ", Jane");
}

static void
test_phones (void)
{
  static const char *const phones[] = { "0170 1234567",
                                        "0170-123 45 67",
                                        "０１７０１２３４５６７",
                                        "0170\u20111234567",
                                        "+49\u00a0170\u20131234567",
                                        "+1 (415) 555-0132",
                                        "415-555-0132",
                                        "020 7946 0958",
                                        "06 12 34 56 78",
                                        "612 345 678",
                                        "912 34 567",
                                        "20 12 34 56",
                                        "98765 43210",
                                        "(11) 91234-5678",
                                        "55 1234 5678",
                                        "9123 4567",
                                        "138 1234 5678",
                                        "03-1234-5678",
                                        "079 123 45 67",
                                        NULL };

  assert_all_hidden (phones);
}

static void
test_accounts (void)
{
  static const char *const accounts[] = { "DE89 3704 0044 0532 0130 00",
                                          "DE89-3704-0044-0532-0130-00",
                                          "de89370400440532013000",
                                          "4111 1111 1111 1111",
                                          "5555.5555.5555.4444",
                                          "４１１１ １１１１ １１１１ １１１１",
                                          NULL };

  assert_all_hidden (accounts);
}

static void
test_clean (void)
{
  static const char *const texts[] = { "on 14.11.2026 at 09.30", "from 2024-2026",         "about 12 345 678 times",
                                       "for 10 000 000 EUR",     "November 10-15 2026",    "since 10.30-12.45",
                                       "of 79.00-89.00 EUR",     "on 2026-11-03 at 08:00", "with version 8.2.1",
                                       "see case 4711 2231",     "at number 101156",       "like a roe deer",
                                       "flight BH-212-1004-99",  "tracking AB12345 67890" };
  g_autoptr (HeedPrivacy) privacy = make_privacy ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *hidden = heed_privacy_hide (privacy, texts[i], "[…]");
      g_assert_cmpstr (hidden, ==, texts[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drafting/privacy/values", test_values);
  g_test_add_func ("/drafting/privacy/phones", test_phones);
  g_test_add_func ("/drafting/privacy/accounts", test_accounts);
  g_test_add_func ("/drafting/privacy/clean", test_clean);
  return g_test_run ();
}
