/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-large: counts and checks texts that are made to take long, and prints for each the milliseconds of the
 * processor that 50 KB and 100 KB of it take. What grows with the text takes twice as long; fourfold would be
 * quadratic. */

#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "heed-count.h"
#include "heed-rendition.h"
#include "units.h"

#define HALF 50000

static double
read_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static void
count (const char *text)
{
  static const char *const networks[] = { "x", "mastodon", "threads" };
  HeedCount counted;

  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    heed_count (networks[i], text, &counted, NULL);
}

static void
check (const char *text)
{
  g_autoptr (HeedFacts) facts = heed_facts_new ();

  facts->company = g_strdup ("Acme");
  g_hash_table_insert (facts->handles, g_strdup ("x"), g_strdup ("@AcmeCare"));
  facts->my_name = g_strdup ("Jane Roe");
  facts->what_happened = g_strdup ("My parcel has not moved.");
  facts->want = g_strdup ("Refund 89.90 EUR");
  g_ptr_array_add (facts->references, heed_reference_new ("account", "99 88 77", TRUE));
  g_ptr_array_unref (heed_rendition_check_text (facts, "public", "x", text));
}

static double
measure (void (*work) (const char *text), const char *unit, gsize bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < bytes)
    g_string_append (text, unit);
  double start = read_clock ();
  work (text->str);
  return read_clock () - start;
}

static void
print (const char *name, void (*work) (const char *text), const char *const *units, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      double half = measure (work, units[i], HALF);
      double whole = measure (work, units[i], 2 * (gsize) HALF);
      printf ("%-6s %-18s %8.1f ms %8.1f ms  ×%.1f\n", name, units[i], half, whole, whole / MAX (half, 0.001));
    }
}

int
main (void)
{
  setlocale (LC_ALL, "");
  check ("The lists are read once.");
  print ("count", count, counted_units, G_N_ELEMENTS (counted_units));
  print ("check", check, checked_units, G_N_ELEMENTS (checked_units));
  return 0;
}
