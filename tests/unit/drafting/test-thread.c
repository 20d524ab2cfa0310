/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Row S81: several posts only where one would lose a fact, each of which stands by itself. */

#include <string.h>

#include "heed-count.h"
#include "heed-error.h"
#include "heed-rendition.h"

#define NOW G_GINT64_CONSTANT (1795176000) /* 2026-11-20T12:00:00Z */

static HeedFacts *
new_facts (const char *story)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Nordlicht");
  g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("nordlicht"));
  g_hash_table_insert (facts->handles, g_strdup ("bluesky"), g_strdup ("nordlicht.example"));
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@nordlicht.example"));
  facts->my_name = g_strdup ("Jane Roe");
  facts->what_happened = g_strdup (story);
  facts->want = g_strdup ("repair the line");
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711", FALSE));
  return facts;
}

static HeedRendition *
draft (const HeedFacts *facts, const char *network, gboolean may_thread)
{
  HeedDraftOptions options = { .channel = "public", .network = network, .now = NOW, .may_thread = may_thread };
  g_autoptr (GError) error = NULL;
  HeedRendition *rendition = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  return rendition;
}

/* What a part says beside mention, reference and number. */
static char *
dup_middle (const char *part, const char *mention, guint number, guint count)
{
  g_autofree char *mark = g_strdup_printf (" Case C-4711. (%u/%u)", number, count);

  g_test_message ("%s", part);
  g_assert_true (g_str_has_prefix (part, mention));
  g_assert_true (g_str_has_suffix (part, mark));
  return g_strndup (part + strlen (mention), strlen (part) - strlen (mention) - strlen (mark));
}

static void
assert_thread (const HeedFacts *facts, const HeedRendition *thread, const char *mention)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *joined = g_strjoinv ("\n\n", thread->parts);
  guint count = g_strv_length (thread->parts);
  gint64 longest = 0;
  HeedCount length;

  g_assert_cmpstr (thread->text, ==, joined);
  g_assert_cmpuint (count, >, 1);
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *middle = dup_middle (thread->parts[i], mention, i + 1, count);
      g_assert_true (heed_count (thread->network, thread->parts[i], &length, NULL));
      g_assert_true (length.is_valid);
      longest = MAX (longest, length.length);
      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", middle);
      g_assert_null (strstr (middle, "Jane"));
    }
  g_assert_cmpint (thread->length, ==, longest);
  g_assert_cmpuint (thread->dropped->len, ==, 0);

  /* Nothing is lost and no word is cut: without the ellipses the parts are the story. */
  g_string_replace (all, "…", "", 0);
  g_assert_nonnull (strstr (all->str, facts->what_happened));
}

static char *
tell_story (guint sentences)
{
  GString *story = g_string_new (NULL);

  for (guint i = 0; i < sentences; i++)
    g_string_append_printf (
      story, "%sOn day %u the box blinked, and https://status.nordlicht.example/lines/%u said all is well.",
      i > 0 ? " " : "", i + 1, 1000 + i);
  return g_string_free (story, FALSE);
}

static void
test_parts (void)
{
  const struct
  {
    const char *network;
    const char *mention;
  } cases[] = { { "x", "@nordlicht " },
                { "bluesky", "@nordlicht.example " },
                { "mastodon", "@care@nordlicht.example " } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *story = tell_story (10);
      g_autoptr (HeedFacts) facts = new_facts (story);
      g_autoptr (HeedRendition) thread = draft (facts, cases[i].network, TRUE);
      assert_thread (facts, thread, cases[i].mention);
    }
}

/* A sentence too long for any post is cut between words; numbers stay with what they count. */
static void
test_long_sentence (void)
{
  GString *story = g_string_new ("My line");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (story, " failed %u times", i + 2);
  g_string_append_c (story, '.');
  g_autofree char *text = g_string_free (story, FALSE);
  g_autoptr (HeedFacts) facts = new_facts (text);
  g_autoptr (HeedRendition) thread = draft (facts, "x", TRUE);

  assert_thread (facts, thread, "@nordlicht ");
  for (guint i = 0; thread->parts[i] != NULL; i++)
    g_assert_null (g_regex_match_simple ("[0-9]…", thread->parts[i], 0, 0) ? thread->parts[i] : NULL);
}

/* The last resort: one post where all fits, and where nobody asked for more. */
static void
test_single (void)
{
  g_autofree char *story = tell_story (10);
  g_autoptr (HeedFacts) brief = new_facts ("My line is dead");
  g_autoptr (HeedRendition) whole = draft (brief, "x", TRUE);
  g_autoptr (HeedFacts) wordy = new_facts (story);
  wordy->product = g_strdup (
    "A product whose name is as long as this, and then as long as this again, to no end at all");
  g_autoptr (HeedRendition) one = draft (wordy, "x", FALSE);

  g_assert_cmpuint (g_strv_length (whole->parts), ==, 1);
  g_assert_null (strstr (whole->text, "(1/"));
  g_assert_cmpuint (g_strv_length (one->parts), ==, 1);
}

/* A hundred kilobytes are shortened to what somebody would read. */
static void
test_endless (void)
{
  g_autofree char *story = tell_story (1500);
  g_autoptr (HeedFacts) facts = new_facts (story);
  facts->product = g_strdup ("Fibre 100, on a line that was laid in the year before, with the box that came with it");
  g_autoptr (HeedRendition) thread = draft (facts, "x", TRUE);

  g_assert_cmpuint (g_strv_length (thread->parts), <=, 10);
}

/* A request of one endless word fits nowhere and is never cut. */
static void
test_endless_word (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("My line is dead");
  HeedDraftOptions options = { .channel = "public", .network = "x", .now = NOW, .may_thread = TRUE };
  g_autoptr (GError) error = NULL;

  g_free (facts->want);
  facts->want = g_strnfill (600, 'w');
  g_assert_null (heed_rendition_new (facts, &options, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
}

/* A request that one post cannot hold goes over several. */
static void
test_long_request (void)
{
  g_autoptr (HeedFacts) facts = new_facts ("My line is dead");
  GString *want = g_string_new ("please");
  for (guint i = 0; i < 60; i++)
    g_string_append (want, " repair what is broken");
  g_free (facts->want);
  facts->want = g_string_free (want, FALSE);

  g_autoptr (HeedRendition) thread = draft (facts, "x", TRUE);
  g_assert_cmpuint (g_strv_length (thread->parts), >, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thread/parts", test_parts);
  g_test_add_func ("/thread/long-sentence", test_long_sentence);
  g_test_add_func ("/thread/single", test_single);
  g_test_add_func ("/thread/endless", test_endless);
  g_test_add_func ("/thread/endless-word", test_endless_word);
  g_test_add_func ("/thread/long-request", test_long_request);
  return g_test_run ();
}
