/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into the search is found wherever it stands, and nowhere that it does not stand any more. */

#include "heed-account-records.h"
#include "heed-case-records.h"
#include "heed-database.h"
#include "heed-migrations.h"
#include "heed-search-records.h"

typedef struct
{
  HeedDatabase *database;
  HeedCase *the_case;
  gint64 account_id;
} Fixture;

static void
add_event (HeedCase *the_case, gint64 at, const char *text)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_RECEIVED, at);

  event->text = g_strdup (text);
  g_ptr_array_add (the_case->events, event);
}

static HeedPost *
post_new (const char *id, gint64 at, const char *text)
{
  HeedPost *post = heed_post_new ();

  post->id = g_strdup (id);
  post->author = g_strdup_printf ("https://nettle.example/users/%s", id);
  post->author_handle = g_strdup_printf ("%s@nettle.example", id);
  post->text = g_strdup (text);
  post->created_at = at;
  return post;
}

static void
add_posts (Fixture *fixture, HeedPost *first, HeedPost *second)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);

  g_ptr_array_add (posts, first);
  if (second != NULL)
    g_ptr_array_add (posts, second);
  heed_post_records_add (fixture->database, fixture->account_id, posts, &error);
  g_assert_no_error (error);
}

static void
save (Fixture *fixture)
{
  GError *error = NULL;

  heed_case_records_save (fixture->database, fixture->the_case, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  HeedAccount *account = heed_account_new ();

  fixture->database = heed_database_open (":memory:", heed_migrations_get_newest (), &error);
  g_assert_no_error (error);
  heed_migrations_run (fixture->database, &error);
  g_assert_no_error (error);

  HeedCase *the_case = fixture->the_case = heed_case_new ();
  the_case->title = g_strdup ("Wohnung ohne Wärme");
  the_case->created_at = 100;
  the_case->facts->company = g_strdup ("Nettle Broadband");
  the_case->facts->what_happened = g_strdup ("It's cold since Monday.");
  the_case->facts->want = g_strdup ("Mend the café's heating");
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  g_ptr_array_add (the_case->facts->references, heed_reference_new ("account", "8850 1234", TRUE));
  add_event (the_case, 200, "A fitter calls tomorrow.");
  add_event (the_case, 300, "The fitter could not come (Straße gesperrt).");
  save (fixture);

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://nettle.example/users/care");
  account->handle = g_strdup ("care@nettle.example");
  g_autoptr (HeedObservation) observation = heed_observation_new (account);
  observation->company = g_strdup ("Nettle Broadband");
  heed_account_records_save (fixture->database, observation, &error);
  g_assert_no_error (error);
  fixture->account_id = observation->account_id;
  add_posts (fixture, post_new ("ann", 400, "My router blinks red"), post_new ("bob", 500, "Red router again!"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  static const char *const checks[] = {
    "INSERT INTO cases_search (cases_search) VALUES ('integrity-check')",
    "INSERT INTO case_references_search (case_references_search) VALUES ('integrity-check')",
    "INSERT INTO events_search (events_search) VALUES ('integrity-check')",
    "INSERT INTO posts_search (posts_search) VALUES ('integrity-check')",
  };

  /* SQLite compares the index with what it is about. */
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      heed_database_execute (fixture->database, checks[i], &error);
      g_assert_no_error (error);
    }
  heed_case_free (fixture->the_case);
  heed_database_free (fixture->database);
}

/* What was found, as "kind:text" with the marks shown as brackets. */
static char *
find_most (Fixture *fixture, const char *typed, guint most)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) found = heed_search_records_find (fixture->database, typed, most, NULL, &error);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const HeedFound *one = found->pdata[i];

      g_string_append_printf (all, "%s%c:%s", i > 0 ? "|" : "", "crep"[one->kind], one -> text);
    }
  return g_strdelimit (g_strdelimit (g_string_free (g_steal_pointer (&all), FALSE), "\002", '['), "\003", ']');
}

static void
assert_found (Fixture *fixture, const char *typed, const char *expected)
{
  g_autofree char *found = find_most (fixture, typed, 20);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) events = heed_search_records_find (fixture->database, "tomorrow", 20, NULL, &error);
  g_autoptr (GPtrArray) posts = heed_search_records_find (fixture->database, "blinks", 20, NULL, &error);
  g_autoptr (GPtrArray) references = heed_search_records_find (fixture->database, "8850", 20, NULL, &error);

  assert_found (fixture, "monday", "c:It's cold since [Monday].");
  assert_found (fixture, "fitter", "e:The [fitter] could not come (Straße gesperrt).|e:A [fitter] calls tomorrow.");
  assert_found (fixture, "ROUT", "p:Red [router] again!|p:My [router] blinks red");

  g_assert_cmpuint (events->len, ==, 1);
  const HeedFound *event = events->pdata[0];
  g_assert_cmpint (event->case_id, ==, fixture->the_case->id);
  g_assert_cmpint (event->event_id, ==, ((HeedEvent *) fixture->the_case->events->pdata[0])->id);
  g_assert_cmpstr (event->title, ==, "Wohnung ohne Wärme");
  g_assert_cmpstr (event->company, ==, "Nettle Broadband");
  g_assert_cmpint (event->at, ==, 200);
  g_assert_cmpuint (posts->len, ==, 1);
  const HeedFound *post = posts->pdata[0];
  g_assert_cmpint (post->account_id, ==, fixture->account_id);
  g_assert_cmpstr (post->post_id, ==, "ann");
  g_assert_cmpstr (post->title, ==, "Nettle Broadband");
  g_assert_cmpstr (post->detail, ==, "ann@nettle.example");
  g_assert_cmpuint (references->len, ==, 1);
  const HeedFound *reference = references->pdata[0];
  g_assert_true (reference->is_private);
  g_assert_cmpstr (reference->detail, ==, "account");
}

/* Beginnings of words, several words, other cases and no accents; a number with its signs or without. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "w", "c:[Wohnung] ohne [Wärme]");
  assert_found (fixture, "warme", "c:Wohnung ohne [Wärme]");
  assert_found (fixture, "WÄRME wohn", "c:[Wohnung] ohne [Wärme]");
  assert_found (fixture, "cafe", "c:Mend the [café]'s heating");
  assert_found (fixture, "cafe\u0301", "c:Mend the [café]'s heating");
  assert_found (fixture, "strasse", "");
  assert_found (fixture, "straß", "e:The fitter could not come ([Straße] gesperrt).");
  assert_found (fixture, "NB-47", "r:[NB-4711]");
  assert_found (fixture, "4711", "r:NB-[4711]");
  assert_found (fixture, "47-NB", "");
  assert_found (fixture, "fitter router", "");
  assert_found (fixture, "itter", "");
}

/* Whatever is typed is looked for and is no command. */
static void
test_signs (Fixture *fixture, gconstpointer data)
{
  static const char *const nothing[] = { "",     " ",      "\"",    "*",      "-",        "()",          "\"\"\" ***",
                                         "\xff", "^:{}[]", "NEAR(", "a OR b", "title:zz", "xyz AND NOT", "\002\003" };
  static const char *const tomorrow[] = { "tomorrow\"",  "\"tomorrow", "tomorrow*", "(tomorrow", "-tomorrow",
                                          "tomorrow - ", "+tomorrow",  "^tomorrow", "tomorrow '" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_found (fixture, nothing[i], "");
  for (guint i = 0; i < G_N_ELEMENTS (tomorrow); i++)
    assert_found (fixture, tomorrow[i], "e:A fitter calls [tomorrow].");
  assert_found (fixture, "it's", "c:[It's] cold since Monday.");

  g_autofree char *page = g_strnfill (100000, '"');
  assert_found (fixture, page, "");
  g_autofree char *word = g_strnfill (100000, 'x');
  assert_found (fixture, word, "");
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = find_most (fixture, "fitter", 1);

  g_assert_cmpstr (one, ==, "e:The [fitter] could not come (Straße gesperrt).");
}

/* Every way to write keeps it current; tear_down() compares all of it once more. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  HeedEvent *event = fixture->the_case->events->pdata[0];

  g_free (event->text);
  event->text = g_strdup ("A plumber calls tomorrow.");
  g_free (fixture->the_case->title);
  fixture->the_case->title = g_strdup ("Boiler");
  g_ptr_array_set_size (fixture->the_case->facts->references, 1);
  save (fixture);
  assert_found (fixture, "fitter", "e:The [fitter] could not come (Straße gesperrt).");
  assert_found (fixture, "plumber", "e:A [plumber] calls tomorrow.");
  assert_found (fixture, "wohnung", "");
  assert_found (fixture, "boiler", "c:[Boiler]");
  assert_found (fixture, "8850", "");

  add_posts (fixture, post_new ("ann", 400, "My router blinks green"), NULL);
  assert_found (fixture, "blinks", "p:My router [blinks] green");
  assert_found (fixture, "ann red", "");

  heed_case_records_delete_event (fixture->database, event->id, &error);
  g_assert_no_error (error);
  assert_found (fixture, "plumber", "");
  heed_case_records_delete (fixture->database, fixture->the_case->id, &error);
  g_assert_no_error (error);
  assert_found (fixture, "fitter", "");
  assert_found (fixture, "nb", "");
  assert_found (fixture, "boiler", "");
  heed_account_records_delete (fixture->database, fixture->account_id, &error);
  g_assert_no_error (error);
  assert_found (fixture, "router", "");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (heed_search_records_find (fixture->database, "fitter", 20, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("kinds", test_kinds);
  ADD ("words", test_words);
  ADD ("signs", test_signs);
  ADD ("most", test_most);
  ADD ("changes", test_changes);
  ADD ("cancelled", test_cancelled);
#undef ADD
  return g_test_run ();
}
