/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* S127: texts of the user's own, kept as they wrote them; what cannot be kept is refused with a sentence. */

#include <string.h>

#include "heed-database.h"
#include "heed-error.h"
#include "heed-migrations.h"
#include "heed-snippet-records.h"

typedef struct
{
  HeedDatabase *database;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->database = heed_database_open (":memory:", heed_migrations_get_newest (), NULL);
  g_assert_true (heed_migrations_run (fixture->database, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_database_free (fixture->database);
}

static HeedSnippet *
put (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  HeedSnippet *snippet = heed_snippet_new (name, text);

  heed_snippet_records_save (fixture->database, snippet, &error);
  g_assert_no_error (error);
  return snippet;
}

static GPtrArray *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *snippets = heed_snippet_records_load_all (fixture->database, &error);

  g_assert_no_error (error);
  return snippets;
}

static void
assert_refused (Fixture *fixture, HeedSnippet *snippet, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = load (fixture);

  g_assert_false (heed_snippet_records_save (fixture->database, snippet, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_autoptr (GPtrArray) after = load (fixture);
  g_assert_cmpuint (after->len, ==, before->len);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedSnippet) reach = put (fixture, "How to reach me", "Please write; I cannot hear you on the phone.");
  g_autoptr (HeedSnippet) closing = heed_snippet_new ("Closing", "\nKind regards,\n\tAnn 🙂");
  g_autoptr (GError) error = NULL;

  closing->is_private = TRUE;
  g_free (closing->language);
  closing->language = g_strdup ("en");
  g_assert_true (heed_snippet_records_save (fixture->database, closing, NULL));
  g_assert_cmpint (closing->id, >, reach->id);

  g_autoptr (GPtrArray) both = load (fixture);
  g_assert_cmpuint (both->len, ==, 2);
  const HeedSnippet *first = both->pdata[0], *second = both->pdata[1];
  g_assert_cmpint (first->id, ==, reach->id);
  g_assert_cmpstr (first->language, ==, "");
  g_assert_false (first->is_private);
  g_assert_cmpstr (second->name, ==, "Closing");
  g_assert_cmpstr (second->text, ==, "\nKind regards,\n\tAnn 🙂");
  g_assert_cmpstr (second->language, ==, "en");
  g_assert_true (second->is_private);

  /* The same id is the same snippet. */
  g_free (reach->text);
  reach->text = g_strdup ("Please write.");
  g_assert_true (heed_snippet_records_save (fixture->database, reach, NULL));
  g_autoptr (GPtrArray) edited = load (fixture);
  g_assert_cmpuint (edited->len, ==, 2);
  g_assert_cmpstr (((HeedSnippet *) edited->pdata[0])->text, ==, "Please write.");

  /* What was removed comes back as it was, and its number is nobody else's. */
  g_assert_true (heed_snippet_records_delete (fixture->database, closing->id, NULL));
  g_autoptr (HeedSnippet) other = put (fixture, "Access", "I use a wheelchair.");
  g_assert_cmpint (other->id, >, closing->id);
  g_assert_false (heed_snippet_records_delete (fixture->database, closing->id, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_assert_true (heed_snippet_records_save (fixture->database, closing, NULL));
  g_autoptr (GPtrArray) again = load (fixture);
  g_assert_cmpuint (again->len, ==, 3);
  g_assert_cmpint (((HeedSnippet *) again->pdata[1])->id, ==, closing->id);
}

/* What nobody sees does not stay; what is written in any script does. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *kept_name;
    const char *kept_text;
  } snippets[] = {
    { "  One \t two\nthree ", "a\r\nb\rc\n\n", "One two three", "a\nb\nc" },
    { "Bell\a", "\001be\033ll\177\xc2\x9b.", "Bell", "bell." },
    { "Broken\xff", "caf\xe9", "Broken\xef\xbf\xbd", "caf\xef\xbf\xbd" },
    { "שלום", "\xe2\x80\x8fתודה, Ann", "שלום", "\xe2\x80\x8fתודה, Ann" },
    { "Lines",
      "a\xe2\x80\xa8"
      "b\xe2\x80\xa9"
      "c",
      "Lines", "a\nb\nc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (snippets); i++)
    {
      g_autoptr (HeedSnippet) snippet = put (fixture, snippets[i].name, snippets[i].text);
      g_autoptr (GPtrArray) all = load (fixture);
      const HeedSnippet *kept = all->pdata[i];

      g_assert_cmpstr (kept->name, ==, snippets[i].kept_name);
      g_assert_cmpstr (kept->text, ==, snippets[i].kept_text);
      g_assert_cmpstr (snippet->text, ==, snippets[i].kept_text);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedSnippet) closing = put (fixture, "Grüße", "Viele Grüße");
  g_autoptr (HeedSnippet) nameless = heed_snippet_new (" \n\001", "Kind regards");
  g_autoptr (HeedSnippet) empty = heed_snippet_new ("Empty", " \n\t\002 ");
  /* In capitals, with the accent apart. */
  g_autoptr (HeedSnippet) twin = heed_snippet_new (" GRU\xcc\x88SSE", "Bis bald");
  g_autofree char *long_word = g_strnfill (100 * 1024, 'x');
  g_autoptr (HeedSnippet) long_text = heed_snippet_new ("Long", long_word);
  g_autoptr (HeedSnippet) long_name = heed_snippet_new (long_word, "Long");

  assert_refused (fixture, nameless, "Give it a name");
  assert_refused (fixture, empty, "Write the text");
  assert_refused (fixture, twin, "“Grüße”");
  assert_refused (fixture, long_text, "The text has 102400 characters; shorten it to 5000");
  assert_refused (fixture, long_name, "The name has 102400 characters; shorten it to 60");

  /* Characters count, not bytes, and the longest fits. */
  g_autoptr (GString) signs = g_string_new (NULL);
  for (guint i = 0; i < HEED_SNIPPET_MOST_TEXT; i++)
    g_string_append (signs, "ж");
  g_autoptr (HeedSnippet) longest = put (fixture, "Longest", signs->str);
  g_string_append (signs, "ж");
  g_autoptr (HeedSnippet) longer = heed_snippet_new ("Longer", signs->str);
  assert_refused (fixture, longer, "5001");

  /* Its own name is no second one; another's is. */
  g_free (closing->name);
  closing->name = g_strdup ("GRÜSSE");
  g_assert_true (heed_snippet_records_save (fixture->database, closing, NULL));
  g_free (longest->name);
  longest->name = g_strdup ("grüsse");
  assert_refused (fixture, longest, "“GRÜSSE”");
}

/* A full disk leaves what there was, and says so. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  heed_snippet_free (put (fixture, "Closing", "Kind regards"));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (HEED_SNIPPET_MOST_TEXT, 'x');

  g_assert_true (heed_database_execute (fixture->database, "PRAGMA max_page_count = 1", NULL));
  g_assert_true (heed_database_begin (fixture->database, NULL));
  for (guint i = 0; error == NULL && i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Number %u", i);
      g_autoptr (HeedSnippet) snippet = heed_snippet_new (name, text);

      heed_snippet_records_save (fixture->database, snippet, &error);
    }
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "no room"));
  heed_database_roll_back (fixture->database);
  g_autoptr (GPtrArray) kept = load (fixture);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((HeedSnippet *) kept->pdata[0])->text, ==, "Kind regards");
}

/* Everything that is deleted takes these along. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  heed_snippet_free (put (fixture, "Closing", "Kind regards"));
  g_assert_true (heed_database_reset (fixture->database, NULL));
  g_assert_true (heed_migrations_run (fixture->database, NULL));
  g_autoptr (GPtrArray) kept = load (fixture);
  g_assert_cmpuint (kept->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/snippets/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("clean", test_clean);
  ADD ("refused", test_refused);
  ADD ("full", test_full);
  ADD ("erase", test_erase);
#undef ADD
  return g_test_run ();
}
