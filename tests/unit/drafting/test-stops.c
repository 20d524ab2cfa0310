/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence ends once, in every language and channel, however what is filled in ends: with an initial, an
 * abbreviation, a question, an ellipsis, behind a quotation mark. */

#include <string.h>

#include "heed-phrases.h"
#include "heed-rendition.h"
#include "heed-shorten.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */
#define DAY (24 * 60 * 60)

static const char *const languages[] = { "de", "en", "es", "fi", "fr", "he", "id", "pl" };

static const char *const endings[] = { "R.",    "Co. Ltd.",          "So?",   "So!",    "So…", "„So.“", "“So?”",
                                       "«So!»", "«\u00a0So.\u00a0»", "״So.״", "(Ltd.)", "So" };

static HeedFacts *
new_facts (const char *language, const char *ending)
{
  HeedFacts *facts = heed_facts_new ();
  HeedAttempt *attempt = g_new0 (HeedAttempt, 1);
  HeedPromise *promise = heed_promise_new (ending, NOW - 2 * DAY, FALSE);

  facts->language = g_strdup (language);
  facts->company = g_strconcat ("Acme ", ending, NULL);
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@acme.example"));
  facts->my_name = g_strconcat ("Jane ", ending, NULL);
  facts->my_address = g_strconcat ("Long Lane 5\nLeeds ", ending, NULL);
  facts->what_happened = g_strconcat ("The line is dead ", ending, NULL);
  facts->want = g_strconcat ("Mend the line ", ending, NULL);
  facts->product = g_strconcat ("Line ", ending, NULL);
  facts->consequence = g_strconcat ("I cannot work ", ending, NULL);
  facts->thanks_to = g_strconcat ("Ann ", ending, NULL);
  facts->since = NOW - 9 * DAY;
  facts->by = NOW + 9 * DAY;
  facts->call.is_wanted = TRUE;
  attempt->channel = g_strdup ("phone");
  attempt->when = NOW - 3 * DAY;
  attempt->outcome = HEED_OUTCOME_REPLY;
  attempt->agent = g_strconcat ("Tom ", ending, NULL);
  attempt->reference = g_strconcat ("T-7 ", ending, NULL);
  g_ptr_array_add (facts->attempts, attempt);
  g_ptr_array_add (facts->promises, promise);
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711 R.", FALSE));
  g_ptr_array_add (facts->enclosures, g_strconcat ("Bill ", ending, NULL));
  return facts;
}

/* Before a stop that is one too many stands the end of a sentence, behind a quotation mark or not. */
static const char *
find_doubled (const char *text)
{
  for (const char *at = strchr (text, '.'); at != NULL; at = strchr (at + 1, '.'))
    {
      g_autofree char *before = g_strndup (text, (gsize) (at - text));
      if (heed_shorten_get_end (before) != 0)
        return at;
    }
  return NULL;
}

static void
check (const char *language, const char *ending, HeedDraftOptions options)
{
  g_autoptr (HeedFacts) facts = new_facts (language, ending);
  g_autoptr (GError) error = NULL;

  for (guint tone = HEED_TONE_FRIENDLY; tone <= HEED_TONE_FINAL; tone++)
    {
      options.tone = tone;
      g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, &error);
      g_assert_no_error (error);
      if (find_doubled (rendition->text) != NULL)
        g_test_message ("%s", rendition->text);
      g_assert_null (find_doubled (rendition->text));
    }
}

static void
test_drafts (void)
{
  static const struct
  {
    const char *channel;
    const char *network;
  } places[] = { { "public", "mastodon" }, { "dm", "whatsapp" }, { "email", NULL }, { "letter", NULL },
                 { "form", NULL },         { "chat", NULL },     { "phone", NULL } };

  for (guint language = 0; language < G_N_ELEMENTS (languages); language++)
    for (guint ending = 0; ending < G_N_ELEMENTS (endings); ending++)
      for (guint place = 0; place < G_N_ELEMENTS (places); place++)
        check (languages[language], endings[ending],
               (HeedDraftOptions){ .channel = places[place].channel, .network = places[place].network, .now = NOW });
}

/* What is filled in and what is behind it. */
static void
test_filled (void)
{
  static const struct
  {
    const char *wording;
    const char *value;
    const char *filled;
  } cases[] = {
    { "Thanks to {x}.", "Ann R.", "Thanks to Ann R." },
    { "Thanks to {x}. Yours", "Ann R.", "Thanks to Ann R. Yours" },
    { "Thanks to {x}!", "Ann R.", "Thanks to Ann R.!" },
    { "Thanks to {x}.", "Ann", "Thanks to Ann." },
    { "About: {x}.", "Who are you?", "About: Who are you?" },
    { "About {x}?", "Who are you?", "About Who are you?" },
    { "About: {x}.", "“Help!”", "About: “Help!”" },
    { "About: {x}.", "«\u00a0Help!\u00a0»", "About: «\u00a0Help!\u00a0»" },
    { "About: {x}.", "so on…", "About: so on…" },
    { "About: {x}.", "Acme (Ltd.)", "About: Acme (Ltd.)." },
    { "About: {x}.", "the Roes’", "About: the Roes’." },
    { "About {x}, please.", "Ann R.", "About Ann R., please." },
    { "{x}.", "", "." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filled = heed_phrases_fill (cases[i].wording, "x", cases[i].value, NULL);
      g_assert_cmpstr (filled, ==, cases[i].filled);
    }
}

static void
test_close (void)
{
  static const char *const cases[][2] = {
    { "Mend it", "Mend it." },     { "Mend it.", "Mend it." },
    { "Mend it…", "Mend it…" },    { "„Halt!“", "„Halt!“" },
    { "«Basta.»", "«Basta.»" },    { "”Seis.”", "”Seis.”" },
    { "“So”", "“So”." },           { "‘So.’", "‘So.’" },
    { "(It is.)", "(It is.)" },    { "« Non ?\u00a0»", "« Non ?\u00a0»" },
    { "the Roes’", "the Roes’." }, { "״די.״", "״די.״" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *closed = heed_shorten_close (cases[i][0]);
      g_assert_cmpstr (closed, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stops/drafts", test_drafts);
  g_test_add_func ("/stops/filled", test_filled);
  g_test_add_func ("/stops/close", test_close);
  return g_test_run ();
}
