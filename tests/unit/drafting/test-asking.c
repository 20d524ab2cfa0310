/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Row S78: whether a text says what is wanted, in every language. */

#include <string.h>

#include "heed-rendition.h"

typedef struct
{
  const char *language;
  const char *text;
} Case;

static gboolean
is_warned (const Case *one)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();
  facts->language = g_strdup (one->language);
  g_autoptr (GPtrArray) warnings = heed_rendition_check_text (facts, "email", NULL, one->text);

  for (guint i = 0; i < warnings->len; i++)
    if (g_str_equal (((const HeedWarning *) warnings->pdata[i])->kind, "no-request"))
      return TRUE;
  return FALSE;
}

/* By a word, by a thing alone, by an order, also behind a mention or the rest of a story, and with either apostrophe.
 */
static void
test_asks (void)
{
  static const Case cases[] = {
    { "en", "Refund of £45 please" },
    { "en", "@AcmeCare Refund of £45.50 for order 4711" },
    { "en", "My parcel never came. Full refund." },
    { "en", "My parcel never came - a replacement by Friday." },
    { "en", "It is broken, so a written explanation." },
    { "en", "The line is dead. Fix it and call me back." },
    { "en", "Two weeks of silence. Let me know the date." },
    { "en", "Money back for the goods that never came" },
    { "en", "Refund of £45, case C-4711" },
    { "en", "We would like the invoice." },
    { "de", "Bitte um Erstattung" },
    { "de", "Das Paket kam nie an. Erstattung von 45,90 € auf mein Konto." },
    { "de", "Um Rückruf wird gebeten." },
    { "de", "Der Anschluss ist tot und ich warte: volle Rückerstattung!" },
    { "de", "Stornieren Sie den Auftrag." },
    { "fr", "Merci d'envoyer la facture." },
    { "fr", "Merci d’envoyer la facture." },
    { "fr", "MERCI D’ENVOYER LA FACTURE." },
    { "fr", "Prière d'indiquer la date." },
    { "fr", "Le colis n'est jamais arrivé. Remboursement de 45 € sur ma carte." },
    { "fr", "J’attends un remboursement." },
    { "es", "El paquete no llegó. Reembolso de 45 €." },
    { "es", "Devolución del importe, por favor" },
    { "es", "Cancelen el contrato." },
    { "pl", "Paczka nie dotarła. Zwrot 45,90 zł na konto." },
    { "pl", "O pilny kontakt w sprawie umowy. Prośba o kontakt." },
    { "pl", "Będę wdzięczna za odpowiedź." },
    { "fi", "Paketti ei tullut. Täysi hyvitys 45 €." },
    { "fi", "Rahat takaisin tilille." },
    { "fi", "Korjatkaa laskun summa." },
    { "id", "Paket tidak datang. Pengembalian dana Rp45.000." },
    { "id", "Kembalikan uang saya." },
    { "id", "Minta penjelasan tertulis." },
    { "he", "החבילה לא הגיעה. החזר כספי מלא." },
    { "he", "בקשה להחזר על ההזמנה." },
    { "he", "תחזירו את הכסף לכרטיס." },
    /* In another language than the sheet's. */
    { "en", "Bitte um Erstattung" },
    { "de", "Remboursement de 45 € sur ma carte." },
    { NULL, "Zwrot 45,90 zł na konto." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_false (is_warned (&cases[i]));
    }
}

/* What is only told, even of a refund, asks for nothing. */
static void
test_tells (void)
{
  static const Case cases[] = {
    { "en", "The parcel never came." },
    { "en", "Refund of £45.50 not received" },
    { "en", "Refund was promised on Monday." },
    { "en", "Compensation of £45 was refused." },
    { "en", "A refund is still pending." },
    { "en", "I called about my refund of £45." },
    { "en", "They promised to call me and to send me a form." },
    { "en", "Nobody could explain it or help me." },
    { "en", "My request of 3 May is unanswered." },
    { "en", "No refund." },
    { "en", "Repair took six weeks." },
    { "de", "Erstattung ist bis heute nicht da." },
    { "de", "Die Rückerstattung wurde abgelehnt." },
    { "de", "Keine Erstattung erhalten." },
    { "de", "Rückruf blieb aus, Ersatz kam defekt." },
    { "de", "45 € wurden nicht erstattet." },
    { "fr", "Remboursement toujours pas reçu." },
    { "fr", "Remboursement de 45 € refusé." },
    { "fr", "Vous ne remboursez pas." },
    { "fr", "Le colis n’est jamais arrivé." },
    { "es", "Reembolso de 45 € denegado." },
    { "es", "No se puede contactar con nadie." },
    { "es", "Devolución pendiente desde mayo." },
    { "pl", "Zwrot nie dotarł." },
    { "pl", "Brak zwrotu od maja." },
    { "pl", "Naprawa trwa trzeci miesiąc." },
    { "fi", "Hyvitys on vielä saamatta." },
    { "fi", "Odotan yhä." },
    { "fi", "Paketti ei tullut." },
    { "id", "Pengembalian dana belum diterima." },
    { "id", "Saya sudah kirim email tiga kali." },
    { "id", "Tidak ada yang bantu." },
    { "he", "ההחזר לא התקבל." },
    { "he", "החזר של 45 ₪ לא הגיע." },
    { "he", "אי אפשר להשיג אתכם." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (is_warned (&cases[i]));
    }
}

/* A request that is polite by itself needs no words in front of it: "merci d'" is one however it is written. */
static void
test_polite (void)
{
  const struct
  {
    const char *language;
    const char *want;
    const char *said;
  } cases[] = {
    { "fr", "merci d'envoyer la facture", "Merci d'envoyer la facture." },
    { "fr", "Merci d’envoyer la facture", "Merci d’envoyer la facture." },
    { "pl", "ŻĄDAM zwrotu", "ŻĄDAM zwrotu." },
    { "es", "¿Podrían devolverme 45 €?", "¿Podrían devolverme 45 €?" },
    { "he", "נאמנות", "נאמנות" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = heed_facts_new ();
      const HeedDraftOptions options = { .channel = "dm", .language = cases[i].language };
      facts->company = g_strdup ("Acme");
      facts->what_happened = g_strdup ("x");
      facts->want = g_strdup (cases[i].want);
      g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, NULL);
      gboolean is_alone = i + 1 < G_N_ELEMENTS (cases);
      g_autofree char *line = g_strconcat ("\n", cases[i].said, NULL);
      g_test_message ("%s", rendition->text);
      g_assert_cmpint (strstr (rendition->text, line) != NULL, ==, is_alone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asking/asks", test_asks);
  g_test_add_func ("/asking/tells", test_tells);
  g_test_add_func ("/asking/polite", test_polite);
  return g_test_run ();
}
