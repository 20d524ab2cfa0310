/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Row S79: what the user's own words say already takes no room a second time. */

#include <string.h>

#include "heed-rendition.h"

#define NOW G_GINT64_CONSTANT (1795176000)        /* 2026-11-20T12:00:00Z */
#define NOVEMBER_4 G_GINT64_CONSTANT (1793793600) /* 2026-11-04T12:00:00Z */
#define DECEMBER_4 G_GINT64_CONSTANT (1796385600) /* 2026-12-04T12:00:00Z */

static char *
draft (const char *language, const char *story, double amount, const char *currency, gint64 since)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();
  const HeedDraftOptions options = { .channel = "email", .language = language, .now = NOW };

  facts->company = g_strdup ("Acme");
  facts->what_happened = g_strdup (story);
  facts->want = g_strdup ("x");
  facts->amount = amount;
  facts->currency = g_strdup (currency);
  facts->since = since;
  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, NULL);
  g_test_message ("%s", rendition->text);
  return g_strdup (rendition->text);
}

static void
test_amount (void)
{
  const struct
  {
    const char *language;
    const char *story;
    double amount;
    const char *currency;
    const char *again;
  } cases[] = {
    { "en", "A fee of 12 EUR was taken", 12, "EUR", NULL },
    { "en", "A fee of £1,249.00 was taken", 1249, "GBP", NULL },
    { "en", "I called 12 times", 12, "GBP", "The amount is £12." },
    { "en", "A fee of 12 GBP was taken", 120, "GBP", "The amount is £120." },
    { "en", "It costs 1249 dollars and 50 cents", 1249.5, "USD", "The amount is $1,249.50." },
    { "de", "Der Flug kostete 1.048,37 Euro", 1048.37, "EUR", NULL },
    { "de", "Die zu viel gezahlten 290 Euro", 290, "EUR", NULL },
    { "de", "Seit 290 Tagen", 290, "EUR", "Es geht um einen Betrag von 290\u00a0€." },
    { "fr", "Une facture de 1 186,20 € pour trois jours", 1186.2, "EUR", NULL },
    { "pl", "Za taksówkę zapłaciłem 86 zł", 86, "PLN", NULL },
    { "id", "Uang Rp1.000.000 tidak keluar", 1000000, "IDR", NULL },
    { "he", "שילמתי 80 ₪", 80, "ILS", NULL },
    { "fi", "Taksi maksoi 86 euroa", 86, "EUR", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = draft (cases[i].language, cases[i].story, cases[i].amount, cases[i].currency, 0);
      const char *behind = strstr (text, cases[i].story) + strlen (cases[i].story);
      if (cases[i].again != NULL)
        g_assert_nonnull (strstr (behind, cases[i].again));
      else
        g_assert_null (strpbrk (behind, "0123456789"));
    }
}

static void
test_since (void)
{
  const struct
  {
    const char *language;
    const char *story;
    const char *again;
  } cases[] = {
    { "en", "Flight 7 on 4 November was late", NULL },
    { "en", "Flight 7 on 14 November was late", "The problem began on 4 November 2026." },
    { "de", "Seit dem 4. November ist alles tot", NULL },
    { "de", "Seit November ist alles tot", "Das Problem besteht seit dem 4. November 2026." },
    { "es", "El vuelo del 4 de noviembre se anuló", NULL },
    { "fr", "Le vol du 4 novembre a été annulé", NULL },
    { "pl", "Pociąg z 4 listopada nie przyjechał", NULL },
    { "fi", "Juna ei tullut 4. marraskuuta", NULL },
    { "id", "Listrik padam sejak 4 November", NULL },
    { "he", "הרכבת איחרה ב-4 בנובמבר", NULL },
    { "en", "On the 4th of November it broke", NULL },
    { "en", "On Nov. 4, 2026 it broke", NULL },
    { "en", "On November 14 it broke", "The problem began on 4 November 2026." },
    { "en", "On 4 November 2025 I bought it", "The problem began on 4 November 2026." },
    { "en", "On 4/11/2026 it broke", NULL },
    { "en", "On 11/4/26 it broke", NULL },
    { "en", "On 2026-11-04 it broke", NULL },
    { "en", "It costs 4.11 € and broke", "The problem began on 4 November 2026." },
    { "en", "It costs 4.11 EUR and broke", "The problem began on 4 November 2026." },
    { "en", "It is open 4/11 and broke", "The problem began on 4 November 2026." },
    { "de", "Seit dem 4.11. ist alles tot", NULL },
    { "de", "Seit dem 04.11.2026 ist alles tot", NULL },
    { "de", "Seit dem 4. 11. ist alles tot", NULL },
    { "de", "Version 4.11.2 ist tot", "Das Problem besteht seit dem 4. November 2026." },
    { "fi", "Juna ei tullut 4.11.", NULL },
    { "es", "El vuelo del 4 nov. se anuló", NULL },
    { "he", "הרכבת איחרה ב-4.11", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = draft (cases[i].language, cases[i].story, -1, NULL, NOVEMBER_4);
      const char *behind = strstr (text, cases[i].story) + strlen (cases[i].story);
      if (cases[i].again != NULL)
        g_assert_nonnull (strstr (behind, cases[i].again));
      else
        g_assert_null (strstr (behind, "2026"));
    }
}

/* A post says no day twice either, be it since when or until when; words of another language are not read by them. */
static void
test_days_of_a_post (void)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();
  HeedDraftOptions options = { .channel = "public", .network = "mastodon", .language = "en", .now = NOW };

  facts->company = g_strdup ("Acme");
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@acme.example"));
  facts->what_happened = g_strdup ("The line is dead since 4 November");
  facts->want = g_strdup ("Please mend it by December 4th");
  facts->since = NOVEMBER_4;
  facts->by = DECEMBER_4;
  g_autoptr (HeedRendition) post = heed_rendition_new (facts, &options, NULL);
  g_assert_cmpstr (post->text, ==,
                   "@care@acme.example Hello! The line is dead since 4 November. Please mend it by December 4th. Thank "
                   "you for your help!");
  g_assert_cmpuint (post->dropped->len, ==, 0);

  facts->language = g_strdup ("de");
  g_autoptr (HeedRendition) foreign = heed_rendition_new (facts, &options, NULL);
  g_assert_nonnull (strstr (foreign->text, "The problem began on 4 Nov."));
}

/* Of a promise the day until when, in brackets in every language, unless it names it. */
static void
test_promise (void)
{
  static const struct
  {
    const char *language;
    const char *promise;
    const char *said;
  } cases[] = {
    { "en", "We call you by 4 November", "You told me “We call you by 4 November”; I have not seen it yet." },
    { "en", "We call you", "You told me “We call you” (due 4 November 2026); I have not seen it yet." },
    { "de", "Wir rufen bis 4.11. an", "Sie haben mir zugesagt: „Wir rufen bis 4.11. an“; bisher" },
    { "es", "Le llamamos el 4 de noviembre", "«Le llamamos el 4 de noviembre»" },
    { "fi", "Soitamme 4.11. mennessä", "”Soitamme 4.11. mennessä”" },
    { "fr", "Nous appelons le 4 novembre", "«\u00a0Nous appelons le 4 novembre\u00a0»" },
    { "he", "נתקשר עד 4 בנובמבר", "”נתקשר עד 4 בנובמבר”" },
    { "id", "Kami menelepon 4 November", "“Kami menelepon 4 November”" },
    { "pl", "Zadzwonimy do 4 listopada", "„Zadzwonimy do 4 listopada”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = heed_facts_new ();
      const HeedDraftOptions options = { .channel = "email", .language = cases[i].language, .now = NOW };
      facts->company = g_strdup ("Acme");
      facts->what_happened = g_strdup ("x");
      facts->want = g_strdup ("x");
      g_ptr_array_add (facts->promises, heed_promise_new (cases[i].promise, NOVEMBER_4, FALSE));
      g_autoptr (HeedRendition) mail = heed_rendition_new (facts, &options, NULL);
      g_test_message ("%s", mail->text);
      const char *said = strstr (mail->text, cases[i].said);
      g_assert_nonnull (said);
      said += strlen (cases[i].said);
      g_assert_false (g_str_has_prefix (said, " ("));
    }
}

/* An address that ends in the postcode has it once, in a letter's head as on the phone. */
static void
test_postcode (void)
{
  const struct
  {
    const char *address;
    const char *postcode;
    const char *head;
    const char *ready;
  } cases[] = {
    { "Lange Str. 8, 28195 Bremen", "28195", "Lange Str. 8, 28195 Bremen\n0421 1\n",
      "Lange Str. 8, 28195 Bremen, 0421 1." },
    { "1 Mill Lane\nLeeds ls1 4dy", "LS1 4DY", "1 Mill Lane\nLeeds ls1 4dy\n0421 1\n",
      "1 Mill Lane, Leeds ls1 4dy, 0421 1." },
    { "1 Mill Lane, Leeds", "LS1 4DY", "1 Mill Lane, Leeds\nLS1 4DY\n0421 1\n",
      "1 Mill Lane, Leeds, LS1 4DY, 0421 1." },
    { NULL, "LS1 4DY", "LS1 4DY\n0421 1\n", "LS1 4DY, 0421 1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = heed_facts_new ();
      HeedDraftOptions options = { .channel = "letter", .language = "en", .now = NOW };

      facts->company = g_strdup ("Acme");
      facts->what_happened = g_strdup ("x");
      facts->want = g_strdup ("x");
      facts->my_address = g_strdup (cases[i].address);
      facts->my_postcode = g_strdup (cases[i].postcode);
      facts->my_phone = g_strdup ("0421 1");
      g_autoptr (HeedRendition) letter = heed_rendition_new (facts, &options, NULL);
      g_assert_true (g_str_has_prefix (letter->text, cases[i].head));
      options.channel = "phone";
      g_autoptr (HeedRendition) call = heed_rendition_new (facts, &options, NULL);
      g_assert_nonnull (strstr (call->text, cases[i].ready));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/said/amount", test_amount);
  g_test_add_func ("/said/since", test_since);
  g_test_add_func ("/said/days-of-a-post", test_days_of_a_post);
  g_test_add_func ("/said/promise", test_promise);
  g_test_add_func ("/said/postcode", test_postcode);
  return g_test_run ();
}
