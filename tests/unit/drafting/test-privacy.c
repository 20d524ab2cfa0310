/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

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

/* A name of one word is one where it is written as a name. */
static void
test_short_name (void)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();

  facts->my_name = g_strdup (" Will ");
  g_autoptr (HeedPrivacy) privacy = heed_privacy_new (facts);
  g_autofree char *hidden = heed_privacy_hide (privacy, "When will you call? Ask for Will, at will.", "[…]");
  g_assert_cmpstr (hidden, ==, "When will you call? Ask for […], at will.");
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

/* What is private by its form or by the words beside it, in the forms of many countries. */
static void
test_forms (void)
{
  const struct
  {
    const char *before;
    const char *value;
  } cases[] = {
    { "my DNI ", "12345678Z" },
    { "", "44051401359" },
    { "it is ", "131052-308T" },
    { "id: ", "RSSMRA85T10A562S" },
    { "", "529.982.247-25" },
    { "tax: ", "86095742719" },
    { "ssn ", "078-05-1120" },
    { "NI number ", "QQ 12 34 56 C" },
    { "NHS no ", "943 476 5919" },
    { "Aadhaar ", "2234 5678 9124" },
    { "passport no. ", "533401372" },
    { "Reisepass: ", "C01X00T47" },
    { "driving licence ", "D1234567" },
    { "", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" },
    { "account no. ", "1234 5678" },
    { "Kundennummer ", "70012345" },
    { "routing number ", "021000021" },
    { "BLZ ", "37040044" },
    { "born on ", "3 May 1985" },
    { "geboren am ", "03.05.1985" },
    { "my name is ", "John Ronald Doe" },
    { "at ", "221b Baker Street" },
    { "at ", "Flat 3, 12 High Road" },
    { "bei ", "Lange Straße 5" },
    { "in der ", "Hauptstraße 12a" },
    { "au ", "12 bis rue de la Paix" },
    { "au ", "8 place de la République" },
    { "en ", "Calle de Alcalá 28" },
    { "przy ", "ul. Długa 12/34" },
    { "di ", "Jl. Jend. Sudirman No. 52" },
    { "osoite ", "Mannerheimintie 12" },
    { "", "ברחוב הרצל 29" },
    { "in ", "EC1A 1BB" },
    { "in ", "M85EE" },
    { "deliver the order to ", "LS29JT" },
    { "postcode ", "n16gu" },
    { "zip ", "90210" },
    { "PLZ ", "10117" },
    { "", "Am Markt 3, 99423 Weimar" },
    { "bei ", "Karl-Marx-Allee 7" },
    { "in der ", "schillerstraße 7, 3. OG" },
    { "przy ", "ul. 3 Maja 28 m. 4" },
    { "przy ", "ul. kwiatowa 12" },
    { "en ", "calle Serrano 83, 8º B" },
    { "nous habitons ", "40 av. Foch" },
    { "going to ", "12 mill lane" },
    { "it is ", "6 garden close" },
    { "", "רח' בן יהודה 41" },
    { "kirim ke ", "Perumahan Griya Asri Blok C8 No. 8" },
    { "Wir wohnen ", "Unter den Linden 38" },
    { "in ", "76299 Bad Homburg" },
    { "à ", "69003 Lyon" },
    { "w ", "75-919 Zielona Góra" },
    { "in ", "1012 AB Amsterdam" },
    { "di ", "Jakarta Selatan 12190" },
    { "in Austin, ", "TX 78701-4321" },
    { "kod ", "60-387" },
    { "in ", "ls2 7qt" },
    { "for ", "Jane van der Meer, 3 Mill Lane" },
    { "ת.ז. ", "123456782" },
    { "d.o.b. ", "12-01-90" },
    { "", "PO Box 1234" },
    { "call me at ", "555-0123" },
    { "ring ", "020 7946 0958 ext. 22" },
    { "rappeler au ", "0470/34.19.91" },
    { "at ", "8 (968) 044-66-18" },
    { "write to ", "ada.low at mail dot example dot com" },
    { "write to ", "ada [at] mail.example.org" },
    { "write to ", "ada_low @ mail.example.org" },
    { "pisać na ", "ada małpa wp kropka pl" },
    { "schreibt an ", "ada.low (at) web (punkt) de" },
    { "IMEI ", "35-209900-176148-1" },
    { "VIN: ", "WVWZZZ1JZXW000001" },
    { "number plate ", "ab12cde" },
    { "Kennzeichen ", "M-AB 1234" },
    { "they towed ", "AB12 CDE" },
    { "blocked ", "203.0.113.77" },
    { "my IP is ", "10.0.0.12" },
    { "at ", "2001:db8:85a3::8a2e:370:7334" },
    { "the router, ", "00:1B:44:11:3A:B7" },
    { "MPAN ", "20 1439 9606 191" },
    { "meter ", "E10BG12345" },
    { "Kd.-Nr. ", "70012345" },
    { "n° client ", "70012345" },
    { "מס' לקוח ", "70012345" },
    { "Reisepass Nr. ", "C01X00T47" },
    { "born ", "March 12, 1980" },
    { "nacida el ", "12 de marzo de 1980" },
    { "Name: ", "Jane Roe-Doe" },
    { "שמי ", "יוסי מזרחי" },
    { "Meine Nummer ist ", "01701234567" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].value);
      assert_hidden (cases[i].value, cases[i].before, ", as I said.");
    }
}

/* A password is for no message, so nothing says that it comes by another. */
static void
test_secrets (void)
{
  const struct
  {
    const char *text;
    const char *hidden;
  } cases[] = {
    { "My password: hunter2!, thanks", "My password: , thanks" },
    { "cvv 123", "cvv " },
    { "https://a.example/?token=abc123&x=1", "https://a.example/?token=&x=1" },
    { "https://ada:s3cret@a.example/", "https://a.example/" },
    { "The password is wrong", "The password is wrong" },
    { "Mein Passwort lautet blau1234 seit gestern", "Mein Passwort lautet  seit gestern" },
    { "Passwort:\nblau1234", "Passwort:\n" },
    { "הסיסמה שלי: blau1234", "הסיסמה שלי: " },
    { "I use hunter2 as my password", "I use  as my password" },
    { "password reset 2 times", "password reset 2 times" },
  };
  g_autoptr (HeedPrivacy) privacy = make_privacy ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hidden = heed_privacy_hide (privacy, cases[i].text, "[…]");
      g_assert_cmpstr (hidden, ==, cases[i].hidden);
    }
}

/* Nothing that nobody sees parts a number: joiners, marks of direction, control characters, line ends. */
static void
test_disguised (void)
{
  static const char *const cards[] = { "4111\u200b1111\u200b1111\u200b1111",
                                       "4111\u00ad1111 1111\u20601111",
                                       "\u202e4111 1111\u202c 1111 1111",
                                       "4111\a1111\b1111\t1111",
                                       "4111 1111\n1111 1111",
                                       "4\u200d1\ufeff1\u200e11111 11111111",
                                       "٤١١١ ١١١١ ١١١١ ١١١١",
                                       NULL };

  for (guint i = 0; cards[i] != NULL; i++)
    {
      g_autoptr (HeedPrivacy) privacy = make_privacy ();
      g_autofree char *text = g_strconcat ("Paid with ", cards[i], " then.", NULL);
      g_autoptr (GArray) spans = heed_privacy_find (privacy, text);

      g_test_message ("%s", cards[i]);
      g_assert_cmpuint (spans->len, ==, 1);
      g_assert_cmpint (g_array_index (spans, HeedPrivateSpan, 0).kind, ==, HEED_PRIVATE_CARD);
      g_assert_cmpuint (g_array_index (spans, HeedPrivateSpan, 0).end, ==, strlen (text) - strlen (" then."));
    }
}

static void
test_clean (void)
{
  static const char *const texts[] = { "on 14.11.2026 at 09.30",
                                       "from 2024-2026",
                                       "about 12 345 678 times",
                                       "for 10 000 000 EUR",
                                       "November 10-15 2026",
                                       "since 10.30-12.45",
                                       "of 79.00-89.00 EUR",
                                       "on 2026-11-03 at 08:00",
                                       "with version 8.2.1",
                                       "see case 4711 2231",
                                       "at number 101156",
                                       "like a roe deer",
                                       "flight BH-212-1004-99",
                                       "tracking AB12345 67890",
                                       "order 204-0934561-7654321",
                                       "build 10.0.19045.3803",
                                       "ISBN 978-0-306-40615-7",
                                       "the barcode 4006381333931",
                                       "open 0900-1700",
                                       "down Oak Road in 20 minutes",
                                       "a 3 lane road",
                                       "the account since 03.05.2024",
                                       "my account was charged 1250.00",
                                       "the password is wrong",
                                       "vitamin C Serum 30",
                                       "during 12 months",
                                       "when I close 2 apps",
                                       "to @acme5550934561",
                                       "SKU 482-99-1034",
                                       "at 123456 a piece",
                                       "order M85EE",
                                       "order number: LS29JT",
                                       "model E14TX",
                                       "it is m85ee",
                                       "look at shop.example.com",
                                       "at 5 dot done",
                                       "thanks @somebody at noon",
                                       "hello @ada.bsky.example",
                                       "meet you @ 5.30",
                                       "firmware 2.3.110.5",
                                       "from version 5.2.1 to 6.0.0.27",
                                       "at 12:30:45:10",
                                       "reg. EU 2016/679",
                                       "my car, a BMW 320 of 2019",
                                       "my car ran for 250 days",
                                       "Mi número de caso es 93230296",
                                       "in 12500 Fällen",
                                       "about 20000 people",
                                       "Sitzplatz 45",
                                       "auf dem Rückweg 5 Stunden",
                                       "at 9 down the road",
                                       "in 20 minutes drive, then on",
                                       "order 93957105 (23.5.2026)",
                                       "article 002.320.16",
                                       "gas meter reading 123456",
                                       "my address has 2 mistakes",
                                       "brand name Acme Rocket" };
  g_autoptr (HeedPrivacy) privacy = make_privacy ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *hidden = heed_privacy_hide (privacy, texts[i], "[…]");
      g_assert_cmpstr (hidden, ==, texts[i]);
    }
}

/* Thousands of references, most of which begin alike and some of which are in others: each is found, and what the user
 * calls public stays, in about the time that one takes: one look for each would be 2 × 10⁹ steps
 * here, and the suite would stop it. */
static void
test_many (void)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();
  g_autoptr (GString) text = g_string_new ("Of");
  g_autoptr (GString) expected = g_string_new ("Of");

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *value = g_strdup_printf ("PX-7%05u", i);
      g_ptr_array_add (facts->references, heed_reference_new ("order", value, i % 2 == 0));
      g_ptr_array_add (facts->references, heed_reference_new ("order", value, i % 2 == 0));
      if (i % 5 == 0)
        {
          g_string_append_printf (text, " and then px 7%05u", i);
          g_string_append_printf (expected, i % 2 == 0 ? " and then […]" : " and then px 7%05u", i);
        }
    }
  g_ptr_array_add (facts->references, heed_reference_new ("claim", "PX-700000-17", TRUE));
  g_string_append (text, " or PX-700000-17, but not PX 7");
  g_string_append (expected, " or […], but not PX 7");

  g_autoptr (HeedPrivacy) privacy = heed_privacy_new (facts);
  g_autofree char *hidden = heed_privacy_hide (privacy, text->str, "[…]");
  g_assert_cmpstr (hidden, ==, expected->str);
}

/* What is remembered of a text is so for one sheet: what was private to it is not to the next, and the reverse. */
static void
test_sheets (void)
{
  static const char text[] = "Booking QX7R2P of Jane Roe";
  g_autoptr (HeedPrivacy) privacy = make_privacy ();
  g_autoptr (HeedFacts) other = heed_facts_new ();

  g_ptr_array_add (other->references, heed_reference_new ("booking", "QX7R2P", FALSE));
  g_autoptr (HeedPrivacy) open = heed_privacy_new (other);
  other->my_name = g_strdup ("Jane Roe");
  g_autoptr (HeedPrivacy) named = heed_privacy_new (other);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *hidden = heed_privacy_hide (privacy, text, "[…]");
      g_autofree char *shown = heed_privacy_hide (open, text, "[…]");
      g_autofree char *half = heed_privacy_hide (named, text, "[…]");

      g_assert_cmpstr (hidden, ==, "Booking […] of […]");
      g_assert_cmpstr (shown, ==, text);
      g_assert_cmpstr (half, ==, "Booking QX7R2P of […]");
    }

  /* However many texts there were in between. */
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *number = g_strdup_printf ("Nothing to see, number %u of many", i);
      g_assert_true (heed_privacy_is_clean (privacy, number));
    }
  g_assert_false (heed_privacy_is_clean (privacy, text));
}

/* What looks like an address, but goes from one public number into another, is none: the message must not lose them.
 * Beside one of them the rest of an address or a phone number stays private. */
static void
test_beside_public (void)
{
  static const struct
  {
    const char *text;
    const char *hidden;
  } cases[] = {
    { "Przesyłka SP 6630 04 PL. Reklamacja R/2026/11/887.", "Przesyłka SP 6630 04 PL. Reklamacja R/2026/11/887." },
    { "Sprawa R/2026/11/887, pl. Wolności 5.", "Sprawa R/2026/11/887, […]." },
    { "Call 0170 2026 11 887 now", "Call […] now" },
    { "R/2026/11/887 Jane Roe", "R/2026/11/887 […]" },
    { "My order is ABC 12 High Street, Leeds LS2 7QT", "My order is ABC 12 […], Leeds […]" },
    { "my line 0176 4711 2233", "my line 0176 […]" },
    { "0176 4711 2233 x", "[…] 2233 x" },
  };
  g_autoptr (HeedFacts) facts = heed_facts_new ();

  facts->my_name = g_strdup ("Jane Roe");
  g_ptr_array_add (facts->references, heed_reference_new ("tracking", "SP 6630 04 PL", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("claim", "R/2026/11/887", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("order", "ABC 12", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("case", "Line 0176", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("ticket", "2233 X", FALSE));
  g_autoptr (HeedPrivacy) privacy = heed_privacy_new (facts);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hidden = heed_privacy_hide (privacy, cases[i].text, "[…]");
      g_assert_cmpstr (hidden, ==, cases[i].hidden);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drafting/privacy/values", test_values);
  g_test_add_func ("/drafting/privacy/short-name", test_short_name);
  g_test_add_func ("/drafting/privacy/phones", test_phones);
  g_test_add_func ("/drafting/privacy/accounts", test_accounts);
  g_test_add_func ("/drafting/privacy/forms", test_forms);
  g_test_add_func ("/drafting/privacy/secrets", test_secrets);
  g_test_add_func ("/drafting/privacy/disguised", test_disguised);
  g_test_add_func ("/drafting/privacy/clean", test_clean);
  g_test_add_func ("/drafting/privacy/many", test_many);
  g_test_add_func ("/drafting/privacy/sheets", test_sheets);
  g_test_add_func ("/drafting/privacy/beside-public", test_beside_public);
  return g_test_run ();
}
