/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stood wrong in drafts that were read as a native reader would, language by language (issue 5, languages). */

#include <string.h>

#include "heed-phrases.h"
#include "heed-rendition.h"

#define NOW G_GINT64_CONSTANT (1795176000)        /* 2026-11-20T12:00:00Z */
#define OCTOBER_1 G_GINT64_CONSTANT (1790856000)  /* 2026-10-01T12:00:00Z */
#define DECEMBER_7 G_GINT64_CONSTANT (1796644800) /* 2026-12-07T12:00:00Z */

static HeedFacts *
new_facts (const char *language)
{
  HeedFacts *facts = heed_facts_new ();

  facts->language = g_strdup (language);
  facts->company = g_strdup ("Acme");
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@acme.example"));
  facts->my_name = g_strdup ("Jane Roe");
  facts->my_address = g_strdup ("5 Mill Lane\nLeeds");
  facts->what_happened = g_strdup ("…");
  facts->want_kind = g_strdup ("refund");
  g_ptr_array_add (facts->references, heed_reference_new ("claim", "C-4711", FALSE));
  return facts;
}

static HeedRendition *
draft (const HeedFacts *facts, const char *channel, const char *network, HeedTone tone)
{
  HeedDraftOptions options = { .channel = channel, .network = network, .tone = tone, .now = NOW };
  g_autoptr (GError) error = NULL;
  HeedRendition *rendition = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  g_test_message ("%s", rendition->text);
  return rendition;
}

static void
assert_has (const HeedRendition *rendition, const char *words)
{
  if (strstr (rendition->text, words) == NULL)
    g_test_message ("“%s” is not in: %s", words, rendition->text);
  g_assert_nonnull (strstr (rendition->text, words));
}

/* A day behind the story says what it is the day of; one number is not “numbers”. */
static void
test_short (void)
{
  static const struct
  {
    const char *language;
    const char *since;
    const char *reference;
    const char *references;
  } cases[] = {
    { "de", "Problem seit 1. Okt. ", "Meine Nummer: ", "Meine Nummern: " },
    { "en", "Problem since 1 Oct. ", "My reference: ", "My references: " },
    { "es", "Problema desde el 1 oct. ", "Mi referencia: ", "Mis referencias: " },
    { "fi", "Ongelma alkanut 1.10. ", "Viitteeni: ", "Viitteeni: " },
    { "fr", "Problème depuis le 1er oct. ", "Ma référence\u00a0: ", "Mes références\u00a0: " },
    { "he", "הבעיה מאז 1.10. ", "המספר שלי: ", "המספרים שלי: " },
    { "id", "Masalah sejak 1 Okt. ", "Nomor saya: ", "Nomor saya: " },
    { "pl", "Problem od 1.10. ", "Mój numer: ", "Moje numery: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts (cases[i].language);
      HeedDraftOptions options = { .channel = "public", .network = "mastodon", .tone = HEED_TONE_FIRM, .now = NOW };
      facts->since = OCTOBER_1;
      g_autoptr (HeedRendition) one = draft (facts, "email", NULL, HEED_TONE_FIRM);
      assert_has (one, cases[i].reference);
      g_ptr_array_add (facts->references, heed_reference_new ("order", "O-2", FALSE));
      g_autoptr (HeedRendition) two = draft (facts, "email", NULL, HEED_TONE_FIRM);
      assert_has (two, cases[i].references);

      gboolean is_found = FALSE;
      for (options.limit = 200; options.limit > 80 && !is_found; options.limit--)
        {
          g_autoptr (HeedRendition) post = heed_rendition_new (facts, &options, NULL);
          is_found = post != NULL && strstr (post->text, cases[i].since) != NULL;
        }
      g_assert_true (is_found);
    }
}

/* Who writes in a chat greets first, however little room there is for more. */
static void
test_chat (void)
{
  static const char *const greetings[][2] = { { "de", "Guten Tag" }, { "en", "Hello" },      { "es", "Hola" },
                                              { "fi", "Hei" },       { "fr", "Bonjour" },    { "he", "שלום" },
                                              { "id", "Halo" },      { "pl", "Dzień dobry" } };

  for (guint i = 0; i < G_N_ELEMENTS (greetings); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts (greetings[i][0]);
      g_free (facts->what_happened);
      facts->what_happened = g_strnfill (120, 'm');
      facts->my_phone = g_strdup ("+44 20 7946 0000");
      facts->call.is_wanted = TRUE;
      g_ptr_array_add (facts->references, heed_reference_new ("contract", "0123456789-0123456789", TRUE));
      g_autoptr (HeedRendition) chat = draft (facts, "chat", NULL, HEED_TONE_FRIENDLY);
      g_assert_true (g_str_has_prefix (chat->text, greetings[i][1]));
      g_assert_cmpint (chat->length, <=, 300);
    }
}

/* A quoted sentence in the middle of another has no stop; a subject has none at its end. */
static void
test_stops (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("fr");
  g_ptr_array_add (facts->promises, heed_promise_new ("Une réponse suivra.", OCTOBER_1, FALSE));
  g_autoptr (HeedRendition) french = draft (facts, "email", NULL, HEED_TONE_FIRM);
  assert_has (french, "«\u00a0Une réponse suivra\u00a0» (pour le 1er octobre 2026)");
  g_assert_cmpstr (french->subject, ==, "Réclamation C-4711\u00a0: Merci de me rembourser ce que j'ai payé");
}

/* Single words that were not those that people use. */
static void
test_words (void)
{
  g_autoptr (HeedFacts) german = new_facts ("de");
  german->by = DECEMBER_7;
  g_autoptr (HeedRendition) dm = draft (german, "dm", "whatsapp", HEED_TONE_FRIENDLY);
  assert_has (dm, "Können Sie mir bitte bis 7. Dez. antworten?");
  g_autoptr (HeedRendition) call = draft (german, "phone", NULL, HEED_TONE_FIRM);
  assert_has (call, "Darf ich um Ihren Namen und eine Vorgangsnummer zu diesem Anruf bitten?");
  assert_has (call, "5 Mill Lane, Leeds.");

  g_autoptr (HeedFacts) polish = new_facts ("pl");
  HeedAttempt *attempt = g_new0 (HeedAttempt, 1);
  attempt->channel = g_strdup ("phone");
  attempt->when = OCTOBER_1;
  g_ptr_array_add (polish->attempts, attempt);
  g_autoptr (HeedRendition) mail = draft (polish, "email", NULL, HEED_TONE_FIRM);
  assert_has (mail, "Wracam do mojej rozmowy telefonicznej z 1 października");

  g_autoptr (HeedFacts) finnish = new_facts ("fi");
  g_autoptr (HeedRendition) post = draft (finnish, "public", "mastodon", HEED_TONE_FIRM);
  assert_has (post, "Korvausasia: C-4711.");
}

/* A text message has no guillemets, with blanks of any kind inside. */
static void
test_text_message (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("fr");
  g_free (facts->what_happened);
  facts->what_happened = g_strdup ("le livreur a écrit « absent » alors que je dormais");
  g_autoptr (HeedRendition) sms = draft (facts, "dm", "sms", HEED_TONE_FIRM);
  assert_has (sms, "a écrit \"absent\" alors");
}

/* Words of another language are quoted once they are said to be what they are. */
static void
test_own_consequence (void)
{
  static const char *const cases[][2] = {
    { "de", "Für mich bedeutet das: „Jestem bez światła.“" },
    { "en", "What this means for me: “Jestem bez światła.”" },
    { "fr", "Ce que cela change pour moi\u00a0: «\u00a0Jestem bez światła.\u00a0»" },
    { "he", "מה פירוש הדבר עבורי: ”\u2068Jestem bez światła.\u2069”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = new_facts ("pl");
      HeedDraftOptions options = { .channel = "email", .language = cases[i][0], .now = NOW };
      facts->consequence = g_strdup ("Jestem bez światła");
      g_autoptr (HeedRendition) mail = heed_rendition_new (facts, &options, NULL);
      assert_has (mail, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wordings/short", test_short);
  g_test_add_func ("/wordings/chat", test_chat);
  g_test_add_func ("/wordings/stops", test_stops);
  g_test_add_func ("/wordings/own-consequence", test_own_consequence);
  g_test_add_func ("/wordings/words", test_words);
  g_test_add_func ("/wordings/text-message", test_text_message);
  return g_test_run ();
}
