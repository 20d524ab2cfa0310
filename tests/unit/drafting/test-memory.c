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
  g_test_add_func ("/memory/shared", test_shared);
  g_test_add_func ("/memory/privacy", test_privacy);
  g_test_add_func ("/memory/count", test_count);
  g_test_add_func ("/memory/threads", test_threads);
  return g_test_run ();
}
