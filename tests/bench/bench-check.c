/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-check [ROUNDS]: counts and checks a text of 2,000 characters as the composer does for every key, and prints the
 * microseconds of the processor that each part took: in the median, at the 99th percentile, and the most. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "heed-count.h"
#include "heed-privacy.h"
#include "heed-rendition.h"

#define CHARACTERS 2000

/* As people write: words, some numbers, a link, an emoji, and something to mend here and there. */
static const char *const sentences[] = {
  "@swiftparcels My parcel has not moved since 3 November 2026, and nobody answers the phone. ",
  "I paid 129.99 EUR for order 302-9981 and the driver said that the address was wrong, which it is not! ",
  "See https://example.com/track?id=C-4711&lang=en for what your site says 📦. ",
  "Zwischen 14:30 und 16:45 war ich zu Hause; trotzdem lag nur eine Karte im Briefkasten. ",
  "I called three times, and each time a friendly person promised to call back soon. ",
  "Please tell me when it will be delivered, or refund it to the card I paid with. ",
};

static gint64
read_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static char *
dup_text (guint round)
{
  GString *text = g_string_new (NULL);

  for (guint i = round; g_utf8_strlen (text->str, -1) < CHARACTERS; i++)
    g_string_append (text, sentences[i % G_N_ELEMENTS (sentences)]);
  *g_utf8_offset_to_pointer (text->str, CHARACTERS) = '\0';
  return g_string_free (text, FALSE);
}

static HeedFacts *
make_facts (void)
{
  HeedFacts *facts = heed_facts_new ();

  facts->company = g_strdup ("Swift Parcels");
  g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("@swiftparcels"));
  facts->my_name = g_strdup ("Mara Lindqvist");
  facts->my_email = g_strdup ("mara@lindqvist.example");
  facts->my_phone = g_strdup ("+46 70 174 06 05");
  facts->my_postcode = g_strdup ("EH8 9YL");
  facts->my_address = g_strdup ("7 Saltmarket Wynd, Edinburgh");
  facts->what_happened = g_strdup ("My parcel has not moved.");
  facts->want = g_strdup ("Deliver it or refund 129.99 EUR");
  g_ptr_array_add (facts->references, heed_reference_new ("case", "C-4711", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("booking", "QX7R2P", TRUE));
  return facts;
}

static void
count (const HeedFacts *facts, const char *text)
{
  static const char *const networks[] = { "x", "mastodon", "bluesky", "threads", "sms" };
  HeedCount result;

  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    g_assert_true (heed_count (networks[i], text, &result, NULL));
}

static void
find_private (const HeedFacts *facts, const char *text)
{
  g_autoptr (HeedPrivacy) privacy = heed_privacy_new (facts);
  g_autoptr (GArray) spans = heed_privacy_find (privacy, text);

  g_assert_cmpuint (spans->len, ==, 0);
}

static void
check (const HeedFacts *facts, const char *text)
{
  const HeedDraftOptions options = { .channel = "public", .network = "x", .now = 1794528000 };
  g_autoptr (GPtrArray) warnings = heed_rendition_check (facts, &options, text);

  g_assert_cmpuint (warnings->len, >, 0);
}

static int
compare (const void *first, const void *second)
{
  const gint64 one = *(const gint64 *) first;
  const gint64 other = *(const gint64 *) second;

  return one < other ? -1 : one > other;
}

static void
run (const char *name, void (*part) (const HeedFacts *facts, const char *text), guint rounds)
{
  g_autoptr (HeedFacts) facts = make_facts ();
  g_autofree gint64 *times = g_new0 (gint64, rounds);

  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *text = dup_text (i);
      const gint64 start = read_clock ();
      part (facts, text);
      times[i] = read_clock () - start;
    }
  qsort (times, rounds, sizeof (gint64), compare);
  printf ("%-42s median %5.0f µs, p99 %5.0f µs, most %5.0f µs\n", name, (double) times[rounds / 2] / 1000,
          (double) times[rounds * 99 / 100] / 1000, (double) times[rounds - 1] / 1000);
}

int
main (int argc, char **argv)
{
  const guint rounds = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 500;

  setlocale (LC_ALL, "");
  run ("the first check, with reading the lists", check, 1);
  run ("check", check, rounds);
  run ("of it, what is private", find_private, rounds);
  run ("count as five networks do", count, rounds);
  return 0;
}
