/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing of what was kept is left in any file of the data folder; and the store goes on, empty. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "heed-case-records.h"
#include "heed-database.h"
#include "heed-environment.h"
#include "heed-erase.h"
#include "heed-error.h"
#include "heed-identity-records.h"
#include "heed-migrations.h"

#define SECRET "Quillfeather"

typedef struct
{
  char *folder;
  HeedContext *context;
} Fixture;

static gpointer
fill_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_new ();
  g_autoptr (HeedIdentity) identity = heed_identity_new ();

  the_case->title = g_strdup ("Late parcel for " SECRET);
  for (int i = 0; i < 200; i++)
    {
      HeedEvent *event = heed_event_new (HEED_EVENT_NOTE, i);

      event->text = g_strdup_printf ("%d: I rang and said that my name is " SECRET ".", i);
      g_ptr_array_add (the_case->events, event);
    }
  identity->name = g_strdup (SECRET);
  if (heed_identity_records_save (database, identity, error))
    heed_case_records_save (database, the_case, error);
  return NULL;
}

static gpointer
count_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, error);
  g_autoptr (HeedIdentity) identity = heed_identity_records_load (database, error);

  return cases != NULL && identity != NULL ? GUINT_TO_POINTER (cases->len + (identity->name != NULL ? 100 : 0)) : NULL;
}

static void
run (Fixture *fixture, HeedStoreFunc func, guint expected)
{
  GError *error = NULL;
  gpointer n = heed_store_run (heed_context_get_store (fixture->context), func, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, expected);
}

static void
write_file (Fixture *fixture, const char *folder, const char *name)
{
  g_autofree char *full = g_build_filename (fixture->folder, folder, NULL);
  g_autofree char *path = g_build_filename (full, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (full, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "A picture of " SECRET, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  fixture->folder = g_dir_make_tmp ("heed-erase-XXXXXX", NULL);
  fixture->context = heed_context_new (heed_clock_new_fixed (1000), fixture->folder, &error);
  g_assert_no_error (error);
  run (fixture, fill_in_store, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->context);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_secret_left (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  gboolean is_left = FALSE;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      /* The index of the search folds the case. */
      if (g_file_get_contents (path, &bytes, &length, NULL))
        is_left = is_left || memmem (bytes, length, SECRET, strlen (SECRET)) != NULL
                  || memmem (bytes, length, "quillfeather", strlen (SECRET)) != NULL;
    }
  return is_left;
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
erase (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  heed_erase_async (fixture->context, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return heed_erase_finish (fixture->context, result, error);
}

static void
test_everything (Fixture *fixture, gconstpointer data)
{
  g_autofree char *documents = g_build_filename (fixture->folder, "documents", NULL);
  g_autofree char *beside = g_build_filename (fixture->folder, "mine.txt", NULL);
  g_autofree char *link = g_build_filename (documents, "1", "link", NULL);
  GError *error = NULL;

  write_file (fixture, "documents/1", "a.png");
  write_file (fixture, "documents/2", "b.png");
  g_autofree char *copies = heed_environment_dup_copies_folder ();
  g_autofree char *copy = g_build_filename (copies, "c.png", NULL);
  g_assert_cmpint (g_mkdir_with_parents (copies, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, SECRET, -1, NULL));
  g_assert_true (g_file_set_contents (beside, "not Heed's", -1, NULL));
  g_assert_cmpint (symlink (fixture->folder, link), ==, 0);
  run (fixture, count_in_store, 101);
  g_assert_true (is_secret_left (fixture));

  g_assert_true (erase (fixture, &error));
  g_assert_no_error (error);
  g_assert_false (is_secret_left (fixture));
  g_assert_false (g_file_test (documents, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (copies, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));

  run (fixture, count_in_store, 0);
  run (fixture, fill_in_store, 0);
  run (fixture, count_in_store, 101);
}

/* What another program still reads cannot be taken away from under it; Heed says so, and a second try does it. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "heed.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDatabase) other = heed_database_open (path, heed_migrations_get_newest (), &error);
  HeedStatement *reading;

  g_assert_no_error (error);
  heed_database_execute (other, "PRAGMA cache_size = 2; BEGIN", &error);
  reading = heed_database_prepare (other, "SELECT id FROM events", &error);
  g_assert_true (heed_statement_next (reading, &error));
  g_assert_false (erase (fixture, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_clear_error (&error);
  heed_store_run (heed_context_get_store (fixture->context), count_in_store, NULL, NULL, &error);
  g_assert_no_error (error);

  heed_statement_release (reading);
  heed_database_execute (other, "COMMIT", &error);
  g_clear_pointer (&other, heed_database_free);
  g_assert_true (erase (fixture, &error));
  g_assert_no_error (error);
  g_assert_false (is_secret_left (fixture));
  run (fixture, count_in_store, 0);
}

int
main (int argc, char **argv)
{
  /* The copies that the user of this machine handed out stay. */
  g_autofree char *runtime = g_dir_make_tmp ("heed-runtime-XXXXXX", NULL);

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/erase/everything", Fixture, NULL, set_up, test_everything, tear_down);
  g_test_add ("/erase/busy", Fixture, NULL, set_up, test_busy, tear_down);
  const int status = g_test_run ();
  g_rmdir (runtime);
  return status;
}
