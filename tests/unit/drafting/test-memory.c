/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-memory.h"

#include <string.h>

#include "heed-privacy.h"
#include "heed-rendition.h"
#include "heed-workshop.h"

#define NOW 1794528000

static void
assert_knows (HeedMemory *memory, const char *key, const char *value)
{
  g_autoptr (GBytes) known = heed_memory_recall (memory, key);

  g_assert_cmpint (known != NULL, ==, value != NULL);
  if (known != NULL)
    g_assert_cmpmem (g_bytes_get_data (known, NULL), g_bytes_get_size (known), value, strlen (value));
}

static void
test_keep (void)
{
  g_autoptr (HeedMemory) memory = heed_memory_new ();
  g_autofree char *longest = g_strnfill (HEED_MEMORY_LONGEST, 'a');
  g_autofree char *longer = g_strnfill (HEED_MEMORY_LONGEST + 1, 'a');

  assert_knows (memory, "one", NULL);
  heed_memory_keep (memory, "one", "abc", 3);
  heed_memory_keep (memory, "none", NULL, 0);
  heed_memory_keep (memory, longest, "l", 1);
  heed_memory_keep (memory, longer, "l", 1);
  assert_knows (memory, "one", "abc");
  assert_knows (memory, "none", "");
  assert_knows (memory, longest, "l");
  assert_knows (memory, longer, NULL);
  heed_memory_keep (memory, "one", "d", 1);
  assert_knows (memory, "one", "d");
}

/* However long somebody types, it stays small. */
static void
test_full (void)
{
  g_autoptr (HeedMemory) memory = heed_memory_new ();
  g_autofree char *text = g_strnfill (HEED_MEMORY_LONGEST - 8, 'a');
  g_autofree char *last = NULL;

  heed_memory_keep (memory, "first", "1", 1);
  for (guint i = 0; i < 1000; i++)
    {
      g_free (last);
      last = g_strdup_printf ("%u %s", i, text);
      heed_memory_keep (memory, last, "1", 1);
    }
  assert_knows (memory, "first", NULL);
  assert_knows (memory, last, "1");
}

/* What is asked for again and again stays, however much else is kept. */
static void
test_asked_for (void)
{
  g_autoptr (HeedMemory) memory = heed_memory_new ();
  g_autofree char *text = g_strnfill (HEED_MEMORY_LONGEST - 8, 'a');

  heed_memory_keep (memory, "first", "1", 1);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u %s", i, text);
      heed_memory_keep (memory, key, "1", 1);
      assert_knows (memory, "first", "1");
    }
}

/* One who goes leaves it to the others. */
static void
test_shared (void)
{
  HeedMemory *memory = heed_memory_new ();
  g_autoptr (HeedMemory) other = heed_memory_ref (memory);

  heed_memory_keep (memory, "one", "abc", 3);
  heed_memory_unref (memory);
  assert_knows (other, "one", "abc");
}

static HeedFacts *
new_facts (gboolean is_private)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Nettle");
  facts->what_happened = g_strdup ("Order QX-4711-77 never came. Write to jane@mail.example.");
  facts->want = g_strdup ("Please refund order QX-4711-77.");
  g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("NettleCare"));
  g_ptr_array_add (facts->references, heed_reference_new ("order", "QX-4711-77", is_private));
  return facts;
}

static char *
dup_post (const HeedFacts *facts, HeedMemory *memory)
{
  const HeedDraftOptions options = { .channel = "public", .network = "x", .now = NOW, .memory = memory };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, &options, &error);

  g_assert_no_error (error);
  return g_strdup_printf ("%s\n%d\n%u", rendition->text, (int) rendition->length, rendition->warnings->len);
}

/* What is private is told by the sheet as it is now, not by what was found for the sheet of a moment before. */
static void
test_privacy (void)
{
  g_autoptr (HeedMemory) memory = heed_memory_new ();

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (HeedFacts) facts = new_facts (i % 2 == 1);
      g_autofree char *remembered = dup_post (facts, memory);
      g_autofree char *fresh = dup_post (facts, NULL);

      g_assert_cmpstr (remembered, ==, fresh);
      g_assert_cmpint (strstr (fresh, "QX-4711-77") != NULL, ==, i % 2 == 0);
      g_assert_null (strstr (fresh, "jane@mail.example"));
    }
}

/* A warning that ends as a text begins is no other text. */
static void
test_count (void)
{
  g_autoptr (HeedMemory) memory = heed_memory_new ();
  HeedDraftOptions options = { .channel = "public", .network = "mastodon", .memory = memory };
  HeedCount count, fresh;
  static const char *const cases[][2] = { { "a", "b\nccc" }, { "a\nb", "ccc" }, { "a b", "ccc" },
                                          { "", "ccc" },     { NULL, "ccc" },   { "a", "b ccc" } };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      options.content_warning = cases[i / 2][0];
      options.memory = memory;
      heed_workshop_measure (&options, cases[i / 2][1], &count);
      options.memory = NULL;
      heed_workshop_measure (&options, cases[i / 2][1], &fresh);
      g_assert_cmpint (count.length, ==, fresh.length);
      g_assert_cmpint (count.remaining, ==, fresh.remaining);
      g_assert_cmpint (count.limit, ==, fresh.limit);
      g_assert_cmpint (count.is_valid, ==, fresh.is_valid);
    }
}

/* All that is said of a message. */
static char *
dup_message (const HeedFacts *facts, const HeedDraftOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedRendition) rendition = heed_rendition_new (facts, options, &error);
  GString *all = g_string_new (error != NULL ? error->message : "");

  if (rendition == NULL)
    return g_string_free (all, FALSE);
  g_string_append_printf (all, "%s\n%d of %d, %d", rendition->text, (int) rendition->length, (int) rendition->limit,
                          rendition->is_story_cut);
  for (guint i = 0; i < rendition->dropped->len; i++)
    g_string_append_printf (all, "\n- %s", (const char *) rendition->dropped->pdata[i]);
  for (guint i = 0; i < rendition->warnings->len; i++)
    {
      const HeedWarning *warning = rendition->warnings->pdata[i];
      g_string_append_printf (all, "\n%s %u %u %s [%s] %d", warning->kind, warning->start, warning->end,
                              warning->message, warning->repair, (int) warning->saved);
    }
  return g_string_free (all, FALSE);
}

/* What is typed: sentences that end in every way, and what is found across their ends. */
static const char *const typed[] = {
  "Order QX-4711-77 never came.",
  " I rang you on 0113 496 0000",
  "\n\n12 High Street\n",
  " My name is Jane Roe.",
  " Account no.\n1234 5678",
  " you idiots!!",
  " Please refund me",
  " as soon\nas possible.",
  " I live at\nUnter den Linden 3, 10115 Berlin",
  " Mr.",
  " Smith said no.",
  " 5 is fine?",
  " WHY IS NOBODY",
  " HELPING ME! ",
  "d.o.b. ",
  "1.2.1980",
  " [name]",
  " Ich möchte mein Geld zurück, sofort.",
  " password is",
  " Summer1!",
  "4111 1111 ",
  "1111 1111",
  "-",
  "a",
};

static void
edit (GRand *random, HeedFacts *facts)
{
  char **const fields[] = { &facts->what_happened, &facts->want, &facts->consequence, &facts->product };
  char **field = fields[g_rand_int_range (random, 0, G_N_ELEMENTS (fields))];
  const char *before = *field != NULL ? *field : "";
  const glong place = g_rand_int_range (random, 0, (gint32) g_utf8_strlen (before, -1) + 1);
  const char *words = typed[g_rand_int_range (random, 0, G_N_ELEMENTS (typed))];
  HeedReference *reference = facts->references->pdata[0];

  g_autofree char *start = g_utf8_substring (before, 0, place);
  char *edited = strlen (before) > 1500 ? g_strdup (words)
                                        : g_strconcat (start, words, g_utf8_offset_to_pointer (before, place), NULL);
  g_free (*field);
  *field = edited;
  reference->is_private = g_rand_boolean (random);
  g_free (facts->my_name);
  facts->my_name = g_rand_boolean (random) ? g_strdup ("Jane Roe") : NULL;
}

/* However a sheet is edited, what is remembered of the sheet before makes the same messages. */
static void
test_edits (void)
{
  static const char *const ways[][2] = { { "email", NULL }, { "letter", NULL },       { "public", "x" },
                                         { "dm", "sms" },   { "public", "mastodon" }, { "chat", NULL },
                                         { "phone", NULL } };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (HeedMemory) memory = heed_memory_new ();
  g_autoptr (HeedFacts) facts = new_facts (FALSE);

  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@nettle.example"));
  for (guint i = 0; i < 150; i++)
    {
      edit (random, facts);
      for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
        {
          HeedDraftOptions options = { .channel = ways[k][0], .network = ways[k][1], .now = NOW, .memory = memory };
          g_autofree char *remembered = dup_message (facts, &options);
          options.memory = NULL;
          g_autofree char *fresh = dup_message (facts, &options);
          g_assert_cmpstr (remembered, ==, fresh);
        }
    }
}

static gpointer
write_cb (gpointer user_data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (HeedFacts) facts = new_facts (i % 2 == 1);
      g_autofree char *remembered = dup_post (facts, user_data);
      g_autofree char *fresh = dup_post (facts, NULL);

      g_assert_cmpstr (remembered, ==, fresh);
    }
  return NULL;
}

/* The messages of all channels are made at the same time. */
static void
test_threads (void)
{
  g_autoptr (HeedMemory) memory = heed_memory_new ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("write", write_cb, memory);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory/keep", test_keep);
  g_test_add_func ("/memory/full", test_full);
  g_test_add_func ("/memory/asked-for", test_asked_for);
  g_test_add_func ("/memory/shared", test_shared);
  g_test_add_func ("/memory/privacy", test_privacy);
  g_test_add_func ("/memory/count", test_count);
  g_test_add_func ("/memory/edits", test_edits);
  g_test_add_func ("/memory/threads", test_threads);
  return g_test_run ();
}
