/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-store fill FILE CASES EVENTS: makes a store of so many invented cases with so many entries in all.
 * bench-store type FILE: types some words into its search, a letter at a time, and prints the microseconds each letter
 * took, from its key to its results on the main loop: of the clock and of the processor. */

#include <locale.h>
#include <time.h>

#include "heed-case-records.h"
#include "heed-search-records.h"

/* As in what people write, few words are in nearly everything, and most in little. */
static const char *const words[] = {
  "the",      "line",      "is",      "down",     "again",    "since",   "monday",  "nobody",  "called",  "back",
  "router",   "blinks",    "red",     "engineer", "promised", "friday",  "bill",    "charged", "twice",   "refund",
  "parcel",   "never",     "came",    "driver",   "said",     "address", "wrong",   "number",  "account", "closed",
  "contract", "cancelled", "in",      "march",    "letter",   "answer",  "please",  "help",    "with",    "this",
  "booking",  "flight",    "delayed", "luggage",  "missing",  "counter", "receipt", "café",    "straße",  "größe",
};

typedef struct
{
  guint n_cases;
  guint n_events;
} Amount;

static char *
dup_text (GRand *rand, guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 8, 40); n > 0; n--)
    {
      const double u = g_rand_double (rand);

      g_string_append_printf (text, "%s ", words[(guint) (u * u * u * G_N_ELEMENTS (words))]);
    }
  g_string_append_printf (text, "case NB-%u.", 100000 + i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
fill_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  const Amount *amount = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  const guint per_case = amount->n_events / amount->n_cases;

  for (guint i = 0; i < amount->n_cases; i++)
    {
      g_autoptr (HeedCase) the_case = heed_case_new ();

      the_case->title = g_strdup_printf ("%s %s %u", words[i % G_N_ELEMENTS (words)],
                                         words[i * 7 % G_N_ELEMENTS (words)], i);
      the_case->state = i % 3 == 0 ? HEED_CASE_OPEN : HEED_CASE_CLOSED;
      the_case->created_at = 1700000000 + i * 3600;
      the_case->facts->company = g_strdup_printf ("Company %u", i % 40);
      the_case->facts->what_happened = dup_text (rand, i);
      the_case->facts->want = g_strdup ("A refund");
      for (guint k = 0; k < per_case; k++)
        {
          HeedEvent *event = heed_event_new (k % 2 == 0 ? HEED_EVENT_SENT : HEED_EVENT_RECEIVED,
                                             the_case->created_at + k * 7200);

          event->text = dup_text (rand, i * per_case + k);
          g_ptr_array_add (the_case->events, event);
        }
      if (!heed_case_records_save (database, the_case, error))
        return NULL;
    }
  return NULL;
}

typedef struct
{
  gint64 start;
  gint64 processor_start;
  gboolean is_done;
} Key;

static gint64
get_processor_us (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return (gint64) used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static gpointer
find_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_search_records_find (database, data, 20, NULL, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = heed_store_run_finish (HEED_STORE (source), result, &error);
  Key *key = user_data;

  if (found == NULL)
    g_error ("%s", error->message);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - key->start,
           get_processor_us () - key->processor_start);
  key->is_done = TRUE;
}

static void
type (HeedStore *store, const char *text)
{
  for (const char *end = g_utf8_next_char (text);; end = g_utf8_next_char (end))
    {
      Key key = { .start = g_get_monotonic_time (), .processor_start = get_processor_us () };

      heed_store_run_async (store, find_in_store, g_strndup (text, end - text), g_free,
                            (GDestroyNotify) g_ptr_array_unref, NULL, found_cb, &key);
      while (!key.is_done)
        g_main_context_iteration (NULL, TRUE);
      if (*end == '\0')
        return;
    }
}

int
main (int argc, char **argv)
{
  static const char *const typed[] = { "the line is down again",
                                       "refund",
                                       "engineer promised friday",
                                       "NB-142857",
                                       "cafe strasse",
                                       "xylophone",
                                       "company 12",
                                       "nobody called back since monday",
                                       "142",
                                       "t",
                                       "größe wrong account closed" };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3)
    g_error ("bench-store fill FILE CASES EVENTS | bench-store type FILE");
  g_autoptr (HeedStore) store = heed_store_open (argv[2], &error);
  if (store == NULL)
    g_error ("%s", error->message);
  if (g_str_equal (argv[1], "fill") && argc == 5)
    {
      Amount amount = { (guint) atoi (argv[3]), (guint) atoi (argv[4]) };

      heed_store_run (store, fill_in_store, &amount, NULL, &error);
      if (error != NULL)
        g_error ("%s", error->message);
      return 0;
    }
  for (int round = 0; round < 5; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      type (store, typed[i]);
  return 0;
}
