/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the user's own words become sentences of a message. */

#include <string.h>

#include "heed-error.h"
#include "heed-phrases.h"
#include "heed-rendition.h"
#include "sheet.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */

static HeedFacts *
load_facts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "facts", "telecom-short.json", NULL);

  return sheet_read_facts (path);
}

static char *
draft_text (const HeedFacts *facts, HeedTone tone)
{
  HeedDraftOptions options = { .channel = "public", .network = "mastodon", .tone = tone, .now = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  return g_strdup (rendition->text);
}

static void
test_sentences (void)
{
  const struct
  {
    const char *story;
    const char *want;
    const char *in;
  } cases[] = {
    { "my line is dead", "restore it", " My line is dead. What I ask for: restore it. " },
    { "my line is dead", "please restore it", " My line is dead. Please restore it. " },
    { "my line is dead", "could you restore it?", " My line is dead. Could you restore it? " },
    { "iPhone plan", "Pleased customers get 5 EUR", " iPhone plan. What I ask for: Pleased customers get 5 EUR. " },
    { "https://a.example/ is down", "I want my 5 EUR", " https://a.example/ is down. I want my 5 EUR. " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedFacts) facts = load_facts ();
      g_free (facts->what_happened);
      g_free (facts->want);
      facts->what_happened = g_strdup (cases[i].story);
      facts->want = g_strdup (cases[i].want);
      g_autofree char *text = draft_text (facts, HEED_TONE_FIRM);
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, cases[i].in));
    }
}

/* A name or code that is also the word before the case number must not cost the company the number. */
static void
test_private_word (void)
{
  g_autoptr (HeedFacts) facts = load_facts ();

  g_ptr_array_add (facts->references, heed_reference_new ("booking", "CASE", TRUE));
  g_autofree char *text = draft_text (facts, HEED_TONE_FIRM);
  g_assert_nonnull (strstr (text, " C-4711. "));
  g_assert_null (strstr (text, "Case"));
}

static void
test_invisible (void)
{
  g_autoptr (HeedFacts) facts = load_facts ();
  HeedDraftOptions options = { .channel = "email", .now = NOW };
  g_autoptr (GError) error = NULL;

  g_free (facts->want);
  facts->want = g_strdup (" \u200d\u2063\u200f ");
  g_assert_null (heed_rendition_new (facts, &options, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_CONFIGURED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/words", test_sentences);
  g_test_add_func ("/sentences/private-word", test_private_word);
  g_test_add_func ("/sentences/invisible", test_invisible);
  return g_test_run ();
}
