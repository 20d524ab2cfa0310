/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-privacy.h"
#include "heed-rendition.h"
#include "heed-shorten.h"
#include "units.h"

/* 13 November 2026 */
#define NOW G_GINT64_CONSTANT (1794528000)

static HeedFacts *
make_facts (void)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Acme Parcels");
  g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("@AcmeCare"));
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@acme.example"));
  facts->company_email = g_strdup ("help@acme.example");
  facts->my_name = g_strdup ("Jane Roe");
  facts->my_email = g_strdup ("jane.roe@mail.example");
  facts->my_phone = g_strdup ("+49 170 1234567");
  facts->my_postcode = g_strdup ("SW1A 1AA");
  facts->my_address = g_strdup ("Long Street 5, Berlin");
  facts->what_happened = g_strdup ("My parcel has not moved.");
  facts->want = g_strdup ("Refund 89.90 EUR");
  facts->since = G_GINT64_CONSTANT (1793707200);
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("account", "99 88 77", TRUE));
  g_ptr_array_add (facts->references, heed_reference_new ("tracking", "0049 170 5550000", FALSE));
  return facts;
}

static char *
apply (const char *text, const HeedWarning *warning)
{
  g_autofree char *before = g_utf8_substring (text, 0, warning->start);
  const char *after = g_utf8_offset_to_pointer (text, warning->end);

  return g_strconcat (before, warning->repair, after, NULL);
}

/* What is found in a text, and how the text reads once the first of it is mended; NULL where nothing is offered. */
static void
test_table (void)
{
  const struct
  {
    const char *text;
    const char *kind;
    const char *mended;
  } cases[] = {
    { "@AcmeCare Refund 89.90 EUR, case C-4711.", NULL, NULL },
    { "@acmecare Where is my parcel? Case C-4711.", NULL, NULL },
    { "Where is my parcel? C-4711", "no-mention", "@AcmeCare Where is my parcel? C-4711" },
    { "Mail @AcmeCares? C-4711", "no-mention", "@AcmeCare Mail @AcmeCares? C-4711" },
    { "Why so slow, #AcmeParcels? C-4711", "hashtag", "Why so slow, @AcmeCare? C-4711" },
    { "My parcel has been lying about, @AcmeCare. Why? C-4711", "buried-mention",
      "@AcmeCare My parcel has been lying about. Why? C-4711" },
    { "Why, @care@acme.example? C-4711", "foreign-mention", "Why, @AcmeCare? C-4711" },
    { "ahem@AcmeCare Why? C-4711", "no-mention", "@AcmeCare ahem@AcmeCare Why? C-4711" },
    { "@AcmeCare Why, you idiots? C-4711", "unkind", "@AcmeCare Why, you people? C-4711" },
    { "@AcmeCare Idiots! Why? C-4711", "unkind", "@AcmeCare People! Why? C-4711" },
    { "@AcmeCare Your stupid depot: why? C-4711", "unkind", "@AcmeCare Your depot: why? C-4711" },
    { "@AcmeCare Why do you stupidly wait? C-4711", NULL, NULL },
    { "@AcmeCare Why does your useless depot wait? C-4711", "unkind",
      "@AcmeCare Why does your unhelpful depot wait? C-4711" },
    { "@AcmeCare You’ll  regret it. Why? C-4711", "threat",
      "@AcmeCare I will go on to the complaints procedure. Why? C-4711" },
    { "@AcmeCare Boycott them. Why? C-4711", "boycott", "@AcmeCare Shop elsewhere. Why? C-4711" },
    { "@AcmeCare So I am boycotting you. Why? C-4711", "boycott", "@AcmeCare So I am shopping elsewhere. Why? C-4711" },
    { "@AcmeCare Thanks for nothing. Why? C-4711", "snark", "@AcmeCare . Why? C-4711" },
    { "@AcmeCare Bravo. Why? C-4711", "snark", "@AcmeCare . Why? C-4711" },
    { "@AcmeCare Why? It is B (Bravo)  47. C-4711", NULL, NULL },
    { "@AcmeCare Why? It failed (bravo). C-4711", "snark", "@AcmeCare Why? It failed (). C-4711" },
    { "@AcmeCare Why? This is illegal. C-4711", "legal", "@AcmeCare Why? I do not think this is in order. C-4711" },
    { "@AcmeCare Why? I'll sue you. C-4711", "legal",
      "@AcmeCare Why? I will take this to the complaints body. C-4711" },
    { "@AcmeCare Why did your fraud team close it? C-4711", NULL, NULL },
    { "@AcmeCare WHERE IS MY parcel? C-4711", "shouting", "@AcmeCare where is my parcel? C-4711" },
    { "@AcmeCare Slow. WHERE IS MY parcel? C-4711", "shouting", "@AcmeCare Slow. Where is my parcel? C-4711" },
    { "@AcmeCare NFC please, IBAN follows. C-4711", NULL, NULL },
    { "@AcmeCare Why?!?! C-4711", "shouting", "@AcmeCare Why? C-4711" },
    { "@AcmeCare Answer please！！ C-4711", "shouting", "@AcmeCare Answer please! C-4711" },
    { "@AcmeCare Answer please!!!11 C-4711", "shouting", "@AcmeCare Answer please! C-4711" },
    { "@AcmeCare Answer please!!! C-4711", "shouting", "@AcmeCare Answer please! C-4711" },
    { "@AcmeCare Why, XXXX? C-4711", "unfilled", "@AcmeCare Why, ? C-4711" },
    { "@AcmeCare Why, [name]? C-4711", "unfilled", "@AcmeCare Why, ? C-4711" },
    { "@AcmeCare Why, {case number}? C-4711", "unfilled", "@AcmeCare Why, C-4711? C-4711" },
    { "@AcmeCare Why? It is case XXXX, not C-4711", "unfilled", "@AcmeCare Why? It is case C-4711, not C-4711" },
    { "@AcmeCare Why, <order date>? C-4711", "unfilled", "@AcmeCare Why, 3 November 2026? C-4711" },
    { "@AcmeCare Why? TBC. C-4711", "unfilled", "@AcmeCare Why? . C-4711" },
    { "@AcmeCare Why, size XXL? C-4711", NULL, NULL },
    { "@AcmeCare It is slow. C-4711", "no-request", "@AcmeCare It is slow. C-4711 Refund 89.90 EUR." },
    { "@AcmeCare Why?", "no-reference", "@AcmeCare Why? C-4711." },
    { "@AcmeCare I wait for weeks. Why? C-4711", "vague-time", "@AcmeCare I wait since 3 November 2026. Why? C-4711" },
    { "@AcmeCare Please answer ASAP. C-4711", "vague-time", "@AcmeCare Please answer by 20 November 2026. C-4711" },
    { "@AcmeCare Please call as soon as the parcel moves. C-4711", NULL, NULL },
    { "@AcmeCare Why? See https://a.example.com/ab^c. C-4711", "link-cut",
      "@AcmeCare Why? See https://a.example.com/ab%5Ec. C-4711" },
    { "@AcmeCare Why? (https://a.example.com/b?c=d) C-4711", NULL, NULL },
    { "@AcmeCare Why? See https://acme..example.com/a C-4711", "link-broken", NULL },
    { "@AcmeCare Why? See https://acme.example.com:8080/100 C-4711", NULL, NULL },
    { "@AcmeCare Why? It washttps://example.com/a C-4711", "link-cut",
      "@AcmeCare Why? It was https://example.com/a C-4711" },
    { "@AcmeCare Why? https://me:secret1@example.com/ C-4711", "private",
      "@AcmeCare Why? https://example.com/ C-4711" },
    { "@AcmeCare It is jane  ROE. Why? C-4711", "private", "@AcmeCare It is (by DM). Why? C-4711" },
    { "@AcmeCare 👍 0170/123 45 67, why? C-4711", "private", "@AcmeCare 👍 (by DM), why? C-4711" },
    { "@AcmeCare Call (555) 010-4477, why? C-4711", "private", "@AcmeCare Call (by DM), why? C-4711" },
    { "@AcmeCare Call +1 555 010 4477, why? C-4711", "private", "@AcmeCare Call (by DM), why? C-4711" },
    { "@AcmeCare x@y.example why? C-4711", "private", "@AcmeCare (by DM) why? C-4711" },
    { "@AcmeCare Why sw1a1aa? C-4711", "private", "@AcmeCare Why (by DM)? C-4711" },
    { "@AcmeCare Why to Long street 5? C-4711", "private", "@AcmeCare Why to (by DM)? C-4711" },
    { "@AcmeCare Why 998877? C-4711", "private", "@AcmeCare Why (by DM)? C-4711" },
    { "@AcmeCare Why 5 4111 1111 1111 1111? C-4711", "private", "@AcmeCare Why 5 (by DM)? C-4711" },
    { "@AcmeCare Why DE89370400440532013000? C-4711", "private", "@AcmeCare Why (by DM)? C-4711" },
    { "@AcmeCare Why 4111 1111 1111 1112? C-4711", NULL, NULL },
    { "@AcmeCare Why 19988770? C-4711", NULL, NULL },
    { "@AcmeCare Why 03.11.2026 and 2026-11-03 10:00? C-4711", NULL, NULL },
    { "@AcmeCare Why 0049 170 5550000 and help@acme.example? C-4711", NULL, NULL },
  };
  g_autoptr (HeedFacts) facts = make_facts ();
  const HeedDraftOptions options = { .channel = "public", .network = "x", .now = NOW };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) warnings = heed_rendition_check (facts, &options, cases[i].text);
      const HeedWarning *first = warnings->len > 0 ? warnings->pdata[0] : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (first != NULL ? first->kind : NULL, ==, cases[i].kind);
      if (first == NULL)
        continue;
      g_assert_cmpuint (warnings->len, ==, 1);
      g_autofree char *mended = first->repair != NULL ? apply (cases[i].text, first) : NULL;
      g_assert_cmpstr (mended, ==, cases[i].mended);
    }
}

/* Issue 5, bad input: an address that reaches nobody where it is written, and what is offered instead. */
static void
test_addresses (void)
{
  const struct
  {
    const char *network;
    const char *channel;
    const char *handle;
    const char *text;
    const char *kind;
    const char *mended;
  } cases[] = {
    { "mastodon", "public", "care@acme.example", "@care@acme.example Why? C-4711", NULL, NULL },
    { "mastodon", "public", "care", "@care Why? C-4711", "short-mention", NULL },
    { "mastodon", "dm", "care", "@care Why? C-4711", "short-mention", NULL },
    { "gotosocial", "public", "@care", "@care Why? C-4711", "short-mention", "@care@acme.example Why? C-4711" },
    { "mastodon", "public", "care@acme.example", "@Care Why? C-4711", "short-mention",
      "@care@acme.example Why? C-4711" },
    { "mastodon", "dm", "care@acme.example", "Why? C-4711", "no-mention", "@care@acme.example Why? C-4711" },
    { "mastodon", "public", "care@acme.example", "@acme.bsky.social Why? C-4711", "foreign-mention",
      "@care@acme.example Why? C-4711" },
    { "mastodon", "public", "care@acme.example", "@care@acme.example Why? With @ann at hand. C-4711", NULL, NULL },
    { "x", "public", "AcmeCare", "@acme@social.example Why? C-4711", "foreign-mention", "@AcmeCare Why? C-4711" },
    { "x", "public", "AcmeCare", "@AcmeCare Why? Like @ann@social.example: C-4711", "foreign-mention", NULL },
    { "x", "public", "AcmeCare", "@AcmeCare Why, @AcmeCare-team? C-4711", NULL, NULL },
    { "bluesky", "public", "acme.example", "@acme Why? C-4711", "foreign-mention", "@acme.example Why? C-4711" },
    { "bluesky", "public", "acme.example", "@acme.example Why? C-4711", NULL, NULL },
    { "whatsapp", "dm", "acme", "Why? C-4711", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HeedDraftOptions options = { .channel = cases[i].channel, .network = cases[i].network, .now = NOW };
      g_autoptr (HeedFacts) facts = make_facts ();
      g_hash_table_insert (facts->handles, g_strdup (cases[i].network), g_strdup (cases[i].handle));
      g_autoptr (GPtrArray) warnings = heed_rendition_check (facts, &options, cases[i].text);
      const HeedWarning *first = warnings->len > 0 ? warnings->pdata[0] : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (first != NULL ? first->kind : NULL, ==, cases[i].kind);
      g_assert_cmpuint (warnings->len, ==, first != NULL ? 1 : 0);
      g_autofree char *mended = first != NULL && first->repair != NULL ? apply (cases[i].text, first) : NULL;
      g_assert_cmpstr (mended, ==, cases[i].mended);
    }
}

/* How much a repair saves, as the network counts. */
static void
test_saved (void)
{
  const struct
  {
    const char *network;
    const char *text;
    gint64 saved;
  } cases[] = {
    { "x", "@AcmeCare Your stupid depot: why? C-4711", 7 },
    { "x", "@AcmeCare Why？？？ C-4711", 5 },
    { "bluesky", "Why？？？ C-4711", 2 },
    { "x", "@AcmeCare Why, you idiot? C-4711", -1 },
  };
  g_autoptr (HeedFacts) facts = make_facts ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) warnings = heed_rendition_check_text (facts, "public", cases[i].network, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (warnings->len, >, 0);
      const HeedWarning *first = warnings->pdata[0];
      g_assert_nonnull (first->repair);
      g_assert_cmpint (first->saved, ==, cases[i].saved);
    }
}

/* In German, of which the sentences may or may not be there yet. */
static void
test_language (void)
{
  g_autoptr (HeedFacts) facts = make_facts ();
  facts->language = g_strdup ("de");
  const HeedDraftOptions options = { .channel = "public", .network = "x", .now = NOW };
  g_autoptr (GPtrArray) warnings = heed_rendition_check (
    facts, &options, "@AcmeCare Ihr Idioten, wann kommt es bald? C-4711, Kontonummer 70012345");
  static const char *const kinds[] = { "private", "unkind", "vague-time" };

  g_assert_cmpuint (warnings->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < warnings->len; i++)
    {
      const HeedWarning *warning = warnings->pdata[i];
      g_assert_cmpstr (warning->kind, ==, kinds[i]);
      g_assert_nonnull (warning->repair);
    }
}

static void
test_private_channel (void)
{
  g_autoptr (HeedFacts) facts = make_facts ();
  g_autoptr (GPtrArray)
    none = heed_rendition_check_text (facts, "dm", "x", "Refund 89.90 EUR. Jane Roe, 99 88 77, jane.roe@mail.example");
  g_autoptr (GPtrArray)
    mention = heed_rendition_check_text (facts, "public", "mastodon", "@care@acme.example Why? C-4711");

  g_autoptr (GPtrArray)
    secret = heed_rendition_check_text (facts, "dm", "x", "Refund 89.90 EUR to 4111 1111 1111 1111. 99 88 77");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (secret->len, ==, 1);
  g_assert_cmpstr (((HeedWarning *) secret->pdata[0])->kind, ==, "private");
  g_assert_cmpuint (mention->len, ==, 0);
}

/* 100 KB of what could be the beginning of something are looked through to their end, and each warning lies in the
 * text; bench-large tells how long that takes. */
static void
test_large (void)
{
  g_autoptr (HeedFacts) facts = make_facts ();

  for (guint i = 0; i < G_N_ELEMENTS (checked_units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      while (text->len < 100000)
        g_string_append (text, checked_units[i]);
      g_autoptr (GPtrArray) warnings = heed_rendition_check_text (facts, "public", "x", text->str);
      const guint length = (guint) g_utf8_strlen (text->str, -1);

      g_assert_cmpuint (warnings->len, >, 0);
      for (guint j = 0; j < warnings->len; j++)
        {
          const HeedWarning *warning = warnings->pdata[j];
          g_assert_cmpuint (warning->start, <=, warning->end);
          g_assert_cmpuint (warning->end, <=, length);
        }
    }
}

/* A cut never goes through a word, a link or a number, nor between a number and its unit. */
static void
test_shorten (void)
{
  const struct
  {
    const char *text;
    glong most;
    const char *cut;
  } cases[] = {
    { "One two three.", 14, "One two three." },
    { "One two three.", 9, "One two…" },
    { "One two. Three four five.", 15, "One two." },
    { "One two, three", 10, "One two…" },
    { "I paid 49 EUR for it", 11, "I paid…" },
    { "I paid 49 EUR for it", 16, "I paid 49 EUR…" },
    { "See https://example.com/a/b/c for it", 20, "See…" },
    { "Verylongwordwithoutany blank", 10, NULL },
    { "列車が遅れました。返事がありません。", 10, "列車が遅れました。" },
    { "列車が遅れ、返事がありません", 9, "列車が遅れ…" },
    { "👨‍👩‍👧‍👧 family goes home", 16, "👨‍👩‍👧‍👧 family…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = heed_shorten_cut (cases[i].text, cases[i].most);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (cut, ==, cases[i].cut);
    }

  g_autofree char *clean = heed_shorten_clean (" a\r\n\tb\u202E c\uFEFF e\u0301 ");
  g_assert_cmpstr (clean, ==, "a b c é");
  g_autofree char *lines = heed_shorten_clean_lines ("a \n b\n\n\n c");
  g_assert_cmpstr (lines, ==, "a\nb\n\nc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/addresses", test_addresses);
  g_test_add_func ("/checks/table", test_table);
  g_test_add_func ("/checks/saved", test_saved);
  g_test_add_func ("/checks/language", test_language);
  g_test_add_func ("/checks/private-channel", test_private_channel);
  g_test_add_func ("/checks/large", test_large);
  g_test_add_func ("/checks/shorten", test_shorten);
  return g_test_run ();
}
