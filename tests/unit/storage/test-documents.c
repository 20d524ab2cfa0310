/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of cases: copied whole or not at all, kept as long as they are wanted, and no longer. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "heed-case-records.h"
#include "heed-database.h"
#include "heed-document-files.h"
#include "heed-document-records.h"
#include "heed-error.h"
#include "heed-migrations.h"

typedef struct
{
  char *data;
  char *home;
  HeedDatabase *database;
  HeedCase *the_case;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->data = g_dir_make_tmp ("heed-data-XXXXXX", NULL);
  fixture->home = g_dir_make_tmp ("heed-home-XXXXXX", NULL);
  fixture->database = heed_database_open (":memory:", heed_migrations_get_newest (), NULL);
  g_assert_true (heed_migrations_run (fixture->database, NULL));
  fixture->the_case = heed_case_new ();
  g_assert_true (heed_case_records_save (fixture->database, fixture->the_case, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_case_free (fixture->the_case);
  heed_database_free (fixture->database);
  g_free (fixture->data);
  g_free (fixture->home);
}

static GFile *
new_file (Fixture *fixture, const char *name, gsize size)
{
  g_autofree char *path = g_build_filename (fixture->home, name, NULL);
  g_autofree char *content = g_malloc (size);

  memset (content, 'x', size);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  return g_file_new_for_path (path);
}

static HeedDocument *
copy (Fixture *fixture, GFile *file, GError **error)
{
  return heed_document_files_copy (file, fixture->data, fixture->the_case->id, 1000, NULL, NULL, NULL, error);
}

static guint
count_copies (Fixture *fixture)
{
  g_autofree char *path = heed_document_files_dup_path (fixture->data, fixture->the_case->id, "");
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* The name is the user's, however odd; the copy's own name is ours, and nobody else may read it. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *ending;
  } names[] = {
    { "bill.pdf", ".pdf" }, { "..photo.JPG", ".JPG" },       { "no ending", "" },
    { "odd.a b", "" },      { "long.endingthatisnone", "" }, { "Rechnung März – 2.png", ".png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = new_file (fixture, names[i].name, 70000);
      g_autoptr (HeedDocument) document = copy (fixture, file, &error);
      GStatBuf status;

      g_assert_no_error (error);
      g_assert_cmpstr (document->name, ==, names[i].name);
      g_assert_cmpuint (strlen (document->file), ==, 36 + strlen (names[i].ending));
      g_assert_true (g_str_has_suffix (document->file, names[i].ending));
      g_assert_cmpint (document->size, ==, 70000);
      g_assert_cmpint (document->added_at, ==, 1000);
      g_autofree char *path = heed_document_files_dup_path (fixture->data, fixture->the_case->id, document->file);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, ==, 70000);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
  g_assert_cmpuint (count_copies (fixture), ==, G_N_ELEMENTS (names));
}

static void
assert_refused (Fixture *fixture, GFile *file, HeedError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDocument) document = copy (fixture, file, &error);

  g_assert_null (document);
  g_assert_error (error, HEED_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_cmpuint (count_copies (fixture), ==, 0);
}

/* Each says what to do, and leaves nothing behind. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->home);
  g_autoptr (GFile) gone = g_file_get_child (folder, "gone.png");
  g_autoptr (GFile) large = new_file (fixture, "film.mp4", HEED_DOCUMENT_MOST_BYTES + 1);
  g_autoptr (GFile) largest = new_file (fixture, "fits.mp4", HEED_DOCUMENT_MOST_BYTES);
  g_autofree char *pipe_path = g_build_filename (fixture->home, "pipe", NULL);
  g_autoptr (GFile) pipe = g_file_new_for_path (pipe_path);
  /* It tells no size before it is read, and then too much. */
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");

  assert_refused (fixture, folder, HEED_ERROR_REFUSED, "is a folder");
  assert_refused (fixture, gone, HEED_ERROR_NOT_FOUND, "“gone.png” is no longer there");
  assert_refused (fixture, large, HEED_ERROR_REFUSED, "is larger than 25");
  assert_refused (fixture, endless, HEED_ERROR_REFUSED, "is no file");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (fixture, pipe, HEED_ERROR_REFUSED, "is no file");

  g_autoptr (HeedDocument) document = copy (fixture, largest, NULL);
  g_assert_nonnull (document);
  g_assert_cmpint (document->size, ==, HEED_DOCUMENT_MOST_BYTES);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_file (fixture, "secret.png", 10);

  if (geteuid () == 0)
    {
      g_test_skip ("the superuser may read everything");
      return;
    }
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  assert_refused (fixture, file, HEED_ERROR_REFUSED, "may not be read");
}

/* The disk gives out in the middle of the file. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_file (fixture, "photo.png", 300000);
  struct rlimit limit, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 100000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_refused (fixture, file, HEED_ERROR_REFUSED, "“photo.png” could not be copied");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

#define LARGE (20 * 1024 * 1024)

typedef struct
{
  GCancellable *cancellable;
  goffset cancel_after;
  goffset done;
} Watch;

static void
progress_made_cb (goffset done, goffset all, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpint (done, >, watch->done);
  g_assert_cmpint (all, ==, LARGE);
  watch->done = done;
  if (done >= watch->cancel_after)
    g_cancellable_cancel (watch->cancellable);
}

/* How far it is can be told all the while; in the midst of it, Cancel leaves nothing. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = new_file (fixture, "film.mp4", LARGE);
  g_autoptr (GError) error = NULL;
  Watch watch = { cancellable, G_MAXINT64, 0 };
  g_autoptr (HeedDocument) document = heed_document_files_copy (file, fixture->data, fixture->the_case->id, 1000,
                                                                progress_made_cb, &watch, cancellable, &error);

  g_assert_no_error (error);
  g_assert_cmpint (document->size, ==, LARGE);
  g_assert_cmpint (watch.done, ==, LARGE);
  g_assert_cmpuint (count_copies (fixture), ==, 1);

  watch = (Watch){ cancellable, LARGE / 2, 0 };
  g_assert_null (heed_document_files_copy (file, fixture->data, fixture->the_case->id, 1000, progress_made_cb, &watch,
                                           cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (watch.done, <, LARGE);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = new_file (fixture, "photo.png", 10);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
    heed_document_files_copy (file, fixture->data, fixture->the_case->id, 1000, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_copies (fixture), ==, 0);
}

/* What was stored comes back with its case; what was taken out can be put back under its number. */
static void
test_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDocument) bill = heed_document_new ("bill; DROP TABLE documents; --.pdf", "a.pdf");
  g_autoptr (HeedDocument) photo = heed_document_new ("photo.png", "b.png");
  const gint64 case_id = fixture->the_case->id;
  gboolean has;

  bill->type = g_strdup ("application/pdf");
  bill->size = 17;
  bill->added_at = 1000;
  g_assert_true (heed_document_records_add (fixture->database, case_id, bill, &error));
  g_assert_true (heed_document_records_add (fixture->database, case_id, photo, &error));
  g_assert_no_error (error);
  g_assert_true (heed_document_records_set_note (fixture->database, bill->id, "The bill of March", &error));
  g_assert_true (heed_document_records_set_left_out (fixture->database, bill->id, TRUE, &error));
  g_autoptr (HeedCase) stored = heed_case_records_load (fixture->database, case_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored->documents->len, ==, 2);
  g_assert_false (((HeedDocument *) stored->documents->pdata[1])->is_left_out);
  const HeedDocument *loaded = stored->documents->pdata[0];
  g_assert_cmpint (loaded->id, ==, bill->id);
  g_assert_cmpstr (loaded->name, ==, bill->name);
  g_assert_cmpstr (loaded->file, ==, "a.pdf");
  g_assert_cmpstr (loaded->type, ==, "application/pdf");
  g_assert_cmpint (loaded->size, ==, 17);
  g_assert_cmpint (loaded->added_at, ==, 1000);
  g_assert_cmpstr (loaded->note, ==, "The bill of March");
  g_assert_true (loaded->is_left_out);

  /* Saving the case leaves them alone. */
  g_autoptr (HeedCase) copied = heed_case_copy (stored);
  g_assert_cmpuint (copied->documents->len, ==, 2);
  copied->left_at = 2;
  g_assert_true (heed_case_records_save (fixture->database, copied, &error));
  g_assert_true (heed_document_records_delete (fixture->database, bill->id, &error));
  g_assert_false (heed_document_records_delete (fixture->database, bill->id, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (heed_document_records_set_left_out (fixture->database, bill->id, FALSE, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (heed_document_records_has (fixture->database, case_id, "a.pdf", &has, &error));
  g_assert_false (has);
  bill->is_left_out = TRUE;
  g_assert_true (heed_document_records_add (fixture->database, case_id, bill, &error));
  g_autoptr (HeedCase) again = heed_case_records_load (fixture->database, case_id, &error);
  g_assert_cmpuint (again->documents->len, ==, 2);
  g_assert_cmpint (((HeedDocument *) again->documents->pdata[0])->id, ==, bill->id);
  g_assert_true (((HeedDocument *) again->documents->pdata[0])->is_left_out);
  g_assert_cmpuint (again->left_at, ==, 2);

  /* They go with the case. */
  g_assert_true (heed_case_records_delete (fixture->database, case_id, &error));
  g_assert_true (heed_document_records_has (fixture->database, case_id, "b.png", &has, &error));
  g_assert_false (has);
}

/* A file goes with its document, once there is nothing left to undo; files of others and other folders stay. */
static void
test_sweep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = new_file (fixture, "photo.png", 10);
  g_autoptr (HeedDocument) kept = copy (fixture, file, &error);
  g_autoptr (HeedDocument) removed = copy (fixture, file, &error);
  g_autofree char *stranger = g_build_filename (fixture->data, "documents", "mine", NULL);
  const gint64 case_id = fixture->the_case->id;

  g_assert_no_error (error);
  g_assert_cmpstr (removed->file, !=, kept->file);
  g_assert_cmpuint (count_copies (fixture), ==, 2);
  g_assert_cmpint (g_mkdir (stranger, 0700), ==, 0);
  g_assert_true (heed_document_records_add (fixture->database, case_id, kept, &error));
  g_assert_true (heed_document_files_sweep (fixture->database, fixture->data, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  g_autofree char *path = heed_document_files_dup_path (fixture->data, case_id, kept->file);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (heed_case_records_delete (fixture->database, case_id, &error));
  g_assert_true (heed_document_files_sweep (fixture->database, fixture->data, &error));
  g_autofree char *folder = g_path_get_dirname (path);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (stranger, G_FILE_TEST_IS_DIR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/documents/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("copy", test_copy);
  ADD ("refused", test_refused);
  ADD ("unreadable", test_unreadable);
  ADD ("full", test_full);
  ADD ("cancel", test_cancel);
  ADD ("progress", test_progress);
  ADD ("records", test_records);
  ADD ("sweep", test_sweep);
#undef ADD
  return g_test_run ();
}
