/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to the file: migrations, and every trouble a disk or another program can make. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "heed-account-records.h"
#include "heed-case-records.h"
#include "heed-database.h"
#include "heed-error.h"
#include "heed-migrations.h"
#include "heed-search-records.h"
#include "heed-snippet-records.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_dir_make_tmp ("heed-XXXXXX", NULL);

  fixture->folder = g_build_filename (parent, "data", NULL);
  fixture->path = g_build_filename (fixture->folder, "heed.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  g_chmod (fixture->folder, 0700);
  remove_tree (fixture->folder);
  remove_tree (parent);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static HeedDatabase *
open_database (Fixture *fixture)
{
  GError *error = NULL;
  HeedDatabase *database = heed_database_open (fixture->path, heed_migrations_get_newest (), &error);

  g_assert_no_error (error);
  heed_migrations_run (database, &error);
  g_assert_no_error (error);
  return database;
}

/* Opens the way the store does, and expects it to fail. */
static void
assert_cannot_open (Fixture *fixture, HeedError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDatabase) database = heed_database_open (fixture->path, heed_migrations_get_newest (), &error);

  if (database != NULL)
    g_assert_false (heed_migrations_run (database, &error));
  g_assert_error (error, HEED_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static gint64
save_case (HeedDatabase *database, const char *title)
{
  GError *error = NULL;
  g_autoptr (HeedCase) the_case = heed_case_new ();

  the_case->title = g_strdup (title);
  heed_case_records_save (database, the_case, &error);
  g_assert_no_error (error);
  return the_case->id;
}

static void
assert_titles (HeedDatabase *database, guint n, const char *first)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, n);
  if (n > 0)
    g_assert_cmpstr (((HeedCase *) cases->pdata[0])->title, ==, first);
}

static int
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  mode_t old_mask = umask (0);
  g_autoptr (HeedDatabase) database = open_database (fixture);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  save_case (database, "Line down");
  umask (old_mask);
  g_assert_cmpint (get_mode (fixture->folder), ==, 0700);
  g_assert_cmpint (get_mode (fixture->path), ==, 0600);
  g_assert_cmpint (get_mode (log), ==, 0600);
  g_clear_pointer (&database, heed_database_free);

  /* A file that was made readable for all, by a copy say, is closed again. */
  g_chmod (fixture->path, 0644);
  database = open_database (fixture);
  g_assert_cmpint (get_mode (fixture->path), ==, 0600);
}

static char *
read_all (const char *path, gsize *length)
{
  GError *error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/* A file of a later version is refused, and not one byte of it changes. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedDatabase) database = open_database (fixture);
  gsize before_length, after_length;

  save_case (database, "Line down");
  g_assert_true (heed_database_execute (database, "PRAGMA user_version = 9999", NULL));
  g_clear_pointer (&database, heed_database_free);

  g_autofree char *before = read_all (fixture->path, &before_length);
  assert_cannot_open (fixture, HEED_ERROR_REFUSED, "newer Heed");
  g_autofree char *after = read_all (fixture->path, &after_length);
  g_assert_cmpmem (before, before_length, after, after_length);
}

static void
test_not_a_database (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Dear diary, this is no database, however long it may be read for.";
  gsize length;

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  assert_cannot_open (fixture, HEED_ERROR_MALFORMED, "damaged");
  g_autofree char *after = read_all (fixture->path, &length);
  g_assert_cmpstr (after, ==, text);
}

static void
test_folder_in_the_way (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  assert_cannot_open (fixture, HEED_ERROR_REFUSED, "HEED_DATA_HOME");
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
}

/* Pages in the middle overwritten, as a failing disk does: the file opens, reading says what is wrong. */
static void
test_corrupt_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedDatabase) database = open_database (fixture);
  g_autoptr (GError) error = NULL;
  gsize length;

  for (guint i = 0; i < 500; i++)
    save_case (database, "A case with a title that takes some room in the file, so that there are several pages");
  g_clear_pointer (&database, heed_database_free);

  g_autofree char *bytes = read_all (fixture->path, &length);
  g_assert_cmpuint (length, >, 25 * 4096);
  memset (bytes + length - 8 * 4096, 0xa5, 8 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));

  database = open_database (fixture);
  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, &error);
  g_assert_null (cases);
  g_assert_error (error, HEED_ERROR, HEED_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, "damaged"));
}

/* Cut off in the middle of the first page. */
static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  gsize length;

  heed_database_free (open_database (fixture));
  g_autofree char *bytes = read_all (fixture->path, &length);
  g_assert_true (g_file_set_contents (fixture->path, bytes, 700, NULL));
  assert_cannot_open (fixture, HEED_ERROR_MALFORMED, "damaged");
}

/* Another process holds the file for itself, until it is told to go. */
static pid_t
lock_from_another_process (const char *path, int *release_fd)
{
  int ready[2], release[2];
  char byte;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (release), ==, 0);
  pid_t child = fork ();
  if (child == 0)
    {
      sqlite3 *handle;

      close (release[1]);
      sqlite3_open (path, &handle);
      sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE mine (x); COMMIT", NULL,
                    NULL, NULL);
      if (write (ready[1], "", 1) == 1)
        (void) !read (release[0], &byte, 1);
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  close (ready[1]);
  close (release[0]);
  *release_fd = release[1];
  return child;
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedDatabase) database = open_database (fixture);
  int release_fd;

  save_case (database, "Line down");
  g_clear_pointer (&database, heed_database_free);

  pid_t child = lock_from_another_process (fixture->path, &release_fd);
  assert_cannot_open (fixture, HEED_ERROR_REFUSED, "Another program");
  close (release_fd);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  database = open_database (fixture);
  assert_titles (database, 1, "Line down");
}

/* A disk that is full stops the saving, keeps what was there, and saving goes on once there is room. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedDatabase) database = open_database (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCase) big = heed_case_new ();

  save_case (database, "Line down");
  big->title = g_strnfill (200000, 'x');
  g_assert_true (heed_database_execute (database, "PRAGMA max_page_count = 40", NULL));
  g_assert_true (heed_database_begin (database, NULL));
  g_assert_false (heed_case_records_save (database, big, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "no room"));
  heed_database_roll_back (database);
  assert_titles (database, 1, "Line down");

  g_assert_true (heed_database_execute (database, "PRAGMA max_page_count = 4000", NULL));
  big->id = 0;
  g_assert_true (heed_case_records_save (database, big, NULL));
  assert_titles (database, 2, "Line down");
}

/* Permissions mean nothing to root: the test then goes on as somebody else. */
static void
become_ordinary (Fixture *fixture)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (parent, 65534, 65534), ==, 0);
  g_assert_cmpint (setegid (65534), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_root_again (void)
{
  if (getuid () != 0)
    return;
  g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (setegid (0), ==, 0);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  become_ordinary (fixture);
  g_autoptr (HeedDatabase) database = open_database (fixture);
  save_case (database, "Line down");
  g_clear_pointer (&database, heed_database_free);

  g_chmod (fixture->path, 0400);
  assert_cannot_open (fixture, HEED_ERROR_REFUSED, "may not write");
  g_chmod (fixture->path, 0600);
  database = open_database (fixture);
  assert_titles (database, 1, "Line down");
  become_root_again ();
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  become_ordinary (fixture);
  g_autoptr (HeedDatabase) database = open_database (fixture);
  save_case (database, "Line down");
  g_clear_pointer (&database, heed_database_free);

  g_chmod (fixture->folder, 0500);
  assert_cannot_open (fixture, HEED_ERROR_REFUSED, "may not write");
  g_chmod (fixture->folder, 0700);
  database = open_database (fixture);
  assert_titles (database, 1, "Line down");
  become_root_again ();
}

static int
get_version (HeedDatabase *database)
{
  int version = -1;

  g_assert_true (heed_database_get_version (database, &version, NULL));
  return version;
}

/* A step that fails half-way leaves the version before it; the next start takes it from there. */
static void
test_failed_migration (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[] = { "CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE a (x)", NULL };
  static const char *const mended[] = { "CREATE TABLE a (x)", "CREATE TABLE b (x)", "CREATE TABLE c (x)", NULL };
  g_autoptr (HeedDatabase) database = heed_database_open (fixture->path, 3, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (heed_migrations_run_steps (database, broken, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_cmpint (get_version (database), ==, 1);
  g_assert_false (heed_database_execute (database, "SELECT * FROM b", NULL));
  g_assert_true (heed_migrations_run_steps (database, mended, NULL));
  g_assert_cmpint (get_version (database), ==, 3);
  g_assert_true (heed_database_execute (database, "SELECT * FROM a, b, c", NULL));
  g_assert_true (heed_migrations_run_steps (database, mended, NULL));
}

/* The program is killed in the middle of a step. */
static void
test_killed_migration (Fixture *fixture, gconstpointer data)
{
  pid_t child = fork ();

  if (child == 0)
    {
      HeedDatabase *database = heed_database_open (fixture->path, 1, NULL);

      heed_database_begin (database, NULL);
      heed_database_execute (database, "PRAGMA cache_spill = 1; PRAGMA user_version = 1; CREATE TABLE cases (mine)",
                             NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  g_autoptr (HeedDatabase) database = heed_database_open (fixture->path, 1, NULL);
  g_assert_cmpint (get_version (database), ==, 0);
  g_clear_pointer (&database, heed_database_free);
  database = open_database (fixture);
  save_case (database, "Line down");
  assert_titles (database, 1, "Line down");
}

static char *
dump_schema (HeedDatabase *database)
{
  g_autoptr (HeedStatement)
    statement = heed_database_prepare (database,
                                       "SELECT group_concat (type || ' ' || name || ' ' || sql, char (10)) FROM "
                                       "(SELECT * FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name)",
                                       NULL);

  g_assert_true (heed_statement_next (statement, NULL));
  return heed_statement_take_text (statement);
}

static void
assert_found (HeedDatabase *database, const char *typed, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = heed_search_records_find (database, typed, 20, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n);
}

/* Files as earlier versions wrote them, kept as text: each opens for ever, with everything in it, as a file made today
 * is. */
static void
test_old_version (Fixture *fixture, gconstpointer data)
{
  const int version = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *text_path = g_test_build_filename (G_TEST_DIST, "unit", "storage", name, NULL);
  g_autofree char *sql = read_all (text_path, NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_autoptr (HeedDatabase) database = open_database (fixture);
  g_assert_cmpint (get_version (database), ==, heed_migrations_get_newest ());
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (the_case->title, ==, "Line down since Tuesday");
  g_assert_cmpuint (the_case->events->len, ==, 2);
  const HeedEvent *reply = the_case->events->pdata[1];
  g_assert_cmpint (reply->promise->due, ==, 1772841600);
  g_assert_cmpstr (g_hash_table_lookup (the_case->facts->handles, "mastodon"), ==, "care@norfolk.example");

  g_autoptr (GPtrArray) posts = heed_post_records_load (database, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (posts->len, ==, version == 1 ? 2 : 3);
  const HeedPost *post = posts->pdata[1];
  g_assert_cmpstr (post->text, ==, "Sorry. ^Claire");
  g_assert_false (post->pinned);
  assert_found (database, "norfolk tuesday", 1);
  assert_found (database, "nb-47", 2);
  assert_found (database, "engineer", 2);
  assert_found (database, "claire", 2);
  if (version > 1)
    g_assert_true (((const HeedPost *) posts->pdata[2])->pinned);
  /* Since version 4. */
  g_assert_cmpuint (the_case->documents->len, ==, version < 4 ? 0 : 1);
  /* Since version 8. */
  if (version >= 4)
    g_assert_cmpint (((HeedDocument *) the_case->documents->pdata[0])->is_left_out, ==, version >= 8);
  g_assert_cmpuint (the_case->left_at, ==, version < 4 ? 0 : 2);
  /* Since version 5. */
  g_assert_cmpint (the_case->facts->asks_when, ==, version < 5 ? HEED_ASKING_AUTO : HEED_ASKING_YES);
  g_assert_cmpint (the_case->facts->call.is_wanted, ==, version >= 5);
  g_assert_cmpstr (the_case->facts->consequence, ==, version < 5 ? NULL : "I work from home");
  /* Since version 6. */
  g_autoptr (GPtrArray) snippets = heed_snippet_records_load_all (database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (snippets->len, ==, 0);
  g_autoptr (HeedSnippet) snippet = heed_snippet_new ("Closing", "Kind regards");
  g_assert_true (heed_snippet_records_save (database, snippet, NULL));

  g_autoptr (HeedDatabase) fresh = heed_database_open (":memory:", heed_migrations_get_newest (), NULL);
  g_assert_true (heed_migrations_run (fresh, NULL));
  g_autofree char *old_schema = dump_schema (database);
  g_autofree char *new_schema = dump_schema (fresh);
  g_assert_cmpstr (old_schema, ==, new_schema);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/database/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("modes", test_modes);
  ADD ("newer", test_newer);
  ADD ("not-a-database", test_not_a_database);
  ADD ("folder-in-the-way", test_folder_in_the_way);
  ADD ("corrupt-page", test_corrupt_page);
  ADD ("truncated", test_truncated);
  ADD ("locked", test_locked);
  ADD ("full", test_full);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("failed-migration", test_failed_migration);
  ADD ("killed-migration", test_killed_migration);
#undef ADD
  g_test_add ("/database/version-1", Fixture, GINT_TO_POINTER (1), set_up, test_old_version, tear_down);
  g_test_add ("/database/version-2", Fixture, GINT_TO_POINTER (2), set_up, test_old_version, tear_down);
  g_test_add ("/database/version-5", Fixture, GINT_TO_POINTER (5), set_up, test_old_version, tear_down);
  return g_test_run ();
}
