/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copying a file into a case, when it is large or the disk is slow: nothing stands still, and Cancel leaves nothing. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "heed-document-files.h"
#include "heed-document-list.h"
#include "heed-dropped-picture.h"
#include "heed-test-pages.h"

#define CHUNK_US (20 * 1000)
#define SLOW_BYTES (16 * 1024 * 1024)

/* A file on a disk that needs a fiftieth of a second for whatever is asked of it at once. */
typedef struct
{
  GFileInputStream parent_instance;
  gsize left;
} SlowStream;

typedef GFileInputStreamClass SlowStreamClass;

static GType slow_stream_get_type (void);
G_DEFINE_TYPE (SlowStream, slow_stream, G_TYPE_FILE_INPUT_STREAM)

static gssize
slow_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  SlowStream *self = (SlowStream *) stream;
  const gsize n = MIN (count, self->left);

  g_usleep (CHUNK_US);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  memset (buffer, 'x', n);
  self->left -= n;
  return (gssize) n;
}

static void
slow_stream_class_init (SlowStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = slow_stream_read;
}

static void
slow_stream_init (SlowStream *self)
{
  self->left = SLOW_BYTES;
}

typedef struct
{
  GObject parent_instance;
} SlowFile;

typedef GObjectClass SlowFileClass;

static GFileInfo *
slow_file_query_info (GFile *file, const char *attributes, GFileQueryInfoFlags flags, GCancellable *cancellable,
                      GError **error)
{
  GFileInfo *info = g_file_info_new ();

  g_file_info_set_file_type (info, G_FILE_TYPE_REGULAR);
  g_file_info_set_display_name (info, "film.mp4");
  g_file_info_set_content_type (info, "video/mp4");
  g_file_info_set_size (info, SLOW_BYTES);
  return info;
}

static GFileInputStream *
slow_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  return g_object_new (slow_stream_get_type (), NULL);
}

static void
slow_file_iface_init (GFileIface *iface)
{
  iface->query_info = slow_file_query_info;
  iface->read_fn = slow_file_read;
}

static GType slow_file_get_type (void);
G_DEFINE_TYPE_WITH_CODE (SlowFile, slow_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, slow_file_iface_init))

static void
slow_file_class_init (SlowFileClass *klass)
{
}

static void
slow_file_init (SlowFile *self)
{
}

typedef struct
{
  HeedLibrary *library;
  HeedCaseItem *item;
  HeedDocumentList *list;
  GtkWidget *window;
  guint n_idle;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, "Line down");
  fixture->list = g_object_new (HEED_TYPE_DOCUMENT_LIST, "library", fixture->library, "item", fixture->item, NULL);
  fixture->window = heed_test_present (GTK_WIDGET (fixture->list), 360, 640);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_test_close_page (fixture->window, fixture->list);
  g_assert_finalize_object (fixture->library);
}

static GtkWidget *
find_bar (Fixture *fixture)
{
  return heed_test_find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_PROGRESS_BAR, NULL);
}

static gboolean
has_progress (gpointer data)
{
  GtkWidget *bar = find_bar (data);

  return bar != NULL && gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) > 0;
}

static gboolean
has_no_progress (gpointer data)
{
  return find_bar (data) == NULL;
}

static gboolean
has_document (gpointer data)
{
  return heed_case_item_get_case (((Fixture *) data)->item)->documents->len == 1;
}

static guint
count_files (Fixture *fixture)
{
  const char *folder = heed_context_get_data_folder (heed_library_get_context (fixture->library));
  g_autofree char *path = heed_document_files_dup_path (folder, heed_case_item_get_id (fixture->item), "");
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (files != NULL && g_dir_read_name (files) != NULL)
    n++;
  return n;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_object_new (slow_file_get_type (), NULL);

  heed_document_list_add_file (fixture->list, file);
  /* What takes a moment does not flash. */
  g_assert_null (find_bar (fixture));
  heed_test_wait_until (has_progress, fixture);
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_LABEL, "Copying 1 file"));
  g_assert_cmpuint (heed_test_check_names (GTK_WIDGET (fixture->list)), ==, 2);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  GtkWidget *cancel = heed_test_find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_BUTTON, "C_ancel");
  gtk_widget_activate (cancel);
  heed_test_wait_until (has_no_progress, fixture);
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_assert_false (has_document (fixture));
  /* Who cancelled knows, and needs no sentence. */
  g_assert_null (heed_test_find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_LABEL, "film.mp4"));

  /* The next one is not cancelled with it. */
  heed_document_list_add_file (fixture->list, file);
  heed_test_wait_until (has_progress, fixture);
  heed_test_wait_until (has_document, fixture);
  heed_test_settle ();
  g_assert_null (find_bar (fixture));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* Closed in the midst of it, the file is in the case all the same. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_object_new (slow_file_get_type (), NULL);

  heed_document_list_add_file (fixture->list, file);
  heed_test_wait_until (has_progress, fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  heed_test_wait_until (has_document, fixture);
  heed_test_settle ();
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static gboolean
idle_cb (gpointer data)
{
  ((Fixture *) data)->n_idle++;
  return G_SOURCE_CONTINUE;
}

static void
drop (GtkWidget *target, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (target);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 0.0, 0.0, &is_taken);
    }
  g_assert_true (is_taken);
}

/* What may lie about on a desktop; .link leads to itself, .lost nowhere. */
static void
make_strange (const char *folder)
{
  static const char *const names[] = { "album", "film.mp4", "secret.pdf", "a.link", "b.lost", "pipe", "heed.desktop" };
  char *paths[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    paths[i] = g_build_filename (folder, names[i], NULL);
  g_assert_cmpint (g_mkdir (paths[0], 0700), ==, 0);
  for (guint i = 1; i <= 2; i++)
    g_assert_true (g_file_set_contents (paths[i], "%PDF-1.4", -1, NULL));
  g_assert_cmpint (truncate (paths[1], G_GINT64_CONSTANT (4) << 30), ==, 0);
  g_assert_cmpint (g_chmod (paths[2], 0), ==, 0);
  g_assert_cmpint (symlink (paths[3], paths[3]), ==, 0);
  g_assert_cmpint (symlink ("/no/such/file", paths[4]), ==, 0);
  g_assert_cmpint (mkfifo (paths[5], 0600), ==, 0);
  g_assert_true (g_file_set_contents (paths[6], "[Desktop Entry]\nType=Application\nExec=true\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (paths[i]);
}

static void
drop_files (GtkWidget *target, const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  GSList *files = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  for (const char *name = g_dir_read_name (names); name != NULL; name = g_dir_read_name (names))
    files = g_slist_prepend (files, g_file_new_build_filename (folder, name, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  drop (target, &value);
  g_slist_free_full (files, g_object_unref);
}

static char *
dup_problem (GtkWidget *root)
{
  g_autoptr (GString) all = g_string_new (NULL);
  GtkWidget *list = heed_test_find_widget (root, HEED_TYPE_DOCUMENT_LIST, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && gtk_widget_get_mapped (child))
      g_string_append (all, gtk_label_get_label (GTK_LABEL (child)));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* All of the folder were looked at: one became a document, and one more where nothing is forbidden. */
static gboolean
is_all_said (gpointer data)
{
  static const char *const names[] = { "“album” is a folder.", "“film.mp4” is larger than 25.0", "“a.link” is a link",
                                       "“b.lost” is a link", "“pipe” is no file." };
  g_autofree char *problem = dup_problem (data);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (problem, names[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_all (gpointer data)
{
  Fixture *fixture = data;
  const gboolean is_forbidden = geteuid () != 0;

  return heed_case_item_get_case (fixture->item)->documents->len == (is_forbidden ? 1 : 2);
}

/* Whatever is dropped is either a document then, or has a sentence that says why not. */
static void
test_strange (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-test-XXXXXX", NULL);

  make_strange (folder);
  heed_document_list_accept_drops (fixture->list, fixture->window);
  drop_files (fixture->window, folder);
  heed_test_wait_until (is_all_said, fixture->window);
  heed_test_wait_until (has_all, fixture);
  heed_test_settle ();
  g_assert_cmpuint (count_files (fixture), ==, heed_case_item_get_case (fixture->item)->documents->len);
  g_autofree char *problem = dup_problem (fixture->window);
  g_auto (GStrv) lines = g_strsplit (problem, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, geteuid () != 0 ? 6 : 5);
  g_assert_null (strstr (problem, "heed.desktop"));
}

/* The largest there may be: the main loop runs on meanwhile. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.pdf", NULL);
  g_autofree char *content = g_malloc0 (HEED_DOCUMENT_MOST_BYTES);
  g_assert_true (g_file_set_contents (path, content, HEED_DOCUMENT_MOST_BYTES, NULL));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint source = g_idle_add (idle_cb, fixture);

  heed_document_list_add_file (fixture->list, file);
  g_assert_false (has_document (fixture));
  heed_test_wait_until (has_document, fixture);
  g_source_remove (source);
  g_assert_cmpuint (fixture->n_idle, >, 10);
  const HeedDocument *document = heed_case_item_get_case (fixture->item)->documents->pdata[0];
  g_assert_cmpint (document->size, ==, HEED_DOCUMENT_MOST_BYTES);
}

static GdkTexture *
new_texture (void)
{
  const guint8 pixels[4 * 4 * 4] = { 255, 0, 0, 255 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);

  return gdk_memory_texture_new (4, 4, GDK_MEMORY_R8G8B8A8, bytes, 16);
}

static void
drop_texture (GtkWidget *target, GdkTexture *texture)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_value_set_object (&value, texture);
  drop (target, &value);
}

/* It is for the case in sight when it was dropped. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = new_texture ();

  heed_document_list_accept_drops (fixture->list, fixture->window);
  drop_texture (fixture->window, texture);
  g_object_set (fixture->list, "item", heed_test_get_case (fixture->library, "Wrong bill"), NULL);
  heed_test_wait_until (has_document, fixture);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GFile **) user_data = heed_dropped_picture_save_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* A picture that is dropped without a file becomes one, which is gone once it is copied. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = new_texture ();
  GFile *file = NULL;

  heed_dropped_picture_save_async (texture, saved_cb, &file);
  g_assert_null (file);
  heed_test_wait_until (is_set, &file);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = g_path_get_dirname (path);
  g_assert_true (g_str_has_suffix (path, "/Picture.png"));
  heed_document_list_add_file (fixture->list, file);
  g_object_unref (file);
  heed_test_wait_until (has_document, fixture);
  heed_test_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  const HeedDocument *document = heed_case_item_get_case (fixture->item)->documents->pdata[0];
  g_assert_cmpstr (document->name, ==, "Picture.png");
  g_assert_cmpstr (document->type, ==, "image/png");
}

#define ADD(name, func) g_test_add ("/display/documents/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);
  ADD ("large", test_large);
  ADD ("drop", test_drop);
  ADD ("picture", test_picture);
  ADD ("strange", test_strange);
  return g_test_run ();
}
