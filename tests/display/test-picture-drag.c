/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of a case that is dragged out of the list beside a message (S95): what arrives is a clean copy, with the
 * boxes that were drawn. The pointer is moved as the X server sends it. */

#include <adwaita.h>
#include <string.h>

#include "heed-attach-list.h"
#include "heed-erase.h"
#include "heed-picture-boxes.h"
#include "heed-picture-drag.h"
#include "heed-test-pages.h"

#define WIDTH 400
#define HEIGHT 300
#define SECRET "taken at home"

static const HeedBlackBox box = { 20, 30, 50, 40 };

typedef struct
{
  HeedLibrary *library;
  HeedCaseItem *item;
  GtkWidget *window;
  GtkWidget *list;
  GtkWidget *place;
  GFile *dropped;
} Fixture;

static void
put_picture (Fixture *fixture)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  g_autofree char *folder = g_dir_make_tmp ("heed-drag-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "home.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gdk_pixbuf_fill (pixels, 0xf0e0d0ff);
  g_assert_true (gdk_pixbuf_save (pixels, path, "png", NULL, "tEXt::Comment", SECRET, NULL));
  heed_test_add_document (fixture->library, fixture->item, file);
}

static const HeedDocument *
get_document (Fixture *fixture)
{
  return heed_case_item_get_case (fixture->item)->documents->pdata[0];
}

static void
draw_box (Fixture *fixture)
{
  g_autoptr (HeedBlackBoxes) boxes = heed_black_boxes_new (WIDTH, HEIGHT);

  heed_black_boxes_add (boxes, &box);
  heed_picture_boxes_note (fixture->library, get_document (fixture)->id, boxes);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  g_assert_cmpuint (g_slist_length (files), ==, 1);
  ((Fixture *) user_data)->dropped = g_object_ref (files->data);
  g_slist_free (files);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, "Line down");
  put_picture (fixture);
  draw_box (fixture);
  fixture->list = g_object_new (HEED_TYPE_ATTACH_LIST, "library", fixture->library, "item", fixture->item, "channel",
                                "email", NULL);
  fixture->place = gtk_label_new ("Drop it here");
  gtk_widget_set_vexpand (fixture->place, TRUE);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), fixture);
  gtk_widget_add_controller (fixture->place, GTK_EVENT_CONTROLLER (target));
  gtk_box_append (GTK_BOX (both), fixture->list);
  gtk_box_append (GTK_BOX (both), fixture->place);
  fixture->window = heed_test_present (both, 500, 400);
  g_object_unref (both);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  heed_test_settle ();
  g_clear_object (&fixture->dropped);
  g_assert_finalize_object (fixture->library);
}

static guint
count_black (GFile *file)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new_from_file (g_file_peek_path (file), NULL);
  guint n = 0;

  g_assert_nonnull (pixels);
  for (int y = 0; y < gdk_pixbuf_get_height (pixels); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixels); x++)
      {
        const guchar *point = gdk_pixbuf_get_pixels (pixels) + y * gdk_pixbuf_get_rowstride (pixels)
                              + x * gdk_pixbuf_get_n_channels (pixels);

        n += point[0] == 0 && point[1] == 0 && point[2] == 0;
      }
  return n;
}

/* The points alone, with the box, under a name that tells nothing, where no other user looks. */
static void
assert_clean (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_load_contents (file, NULL, &bytes, &size, NULL, NULL));
  g_assert_null (memmem (bytes, size, SECRET, strlen (SECRET)));
  g_assert_cmpuint (count_black (file), ==, (guint) (box.width * box.height));
  g_assert_cmpstr (name, ==, "picture-1.png");
  g_assert_true (g_str_has_prefix (g_file_peek_path (file), g_get_user_runtime_dir ()));
}

/* Where the middle of @widget is in the window of the X server. */
static void
find_middle (Fixture *fixture, GtkWidget *widget, int *x, int *y)
{
  double frame_x, frame_y, left, top;

  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &frame_x, &frame_y);
  g_assert_true (gtk_widget_translate_coordinates (widget, fixture->window, gtk_widget_get_width (widget) / 2.0,
                                                   gtk_widget_get_height (widget) / 2.0, &left, &top));
  *x = (int) (left + frame_x);
  *y = (int) (top + frame_y);
}

static gboolean
is_dropped (gpointer data)
{
  return ((Fixture *) data)->dropped != NULL;
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = heed_test_find_widget (fixture->list, GTK_TYPE_LIST_BOX, NULL);
  int x, y, to_x, to_y;

  find_middle (fixture, GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)), &x, &y);
  find_middle (fixture, fixture->place, &to_x, &to_y);
  heed_test_run_xdotool ("getactivewindow mousemove --window %%1 %d %d", x, y);
  heed_test_run_xdotool ("mousedown 1");
  for (int i = 1; i <= 10; i++)
    heed_test_run_xdotool ("getactivewindow mousemove --window %%1 %d %d", x + (to_x - x) * i / 10,
                           y + (to_y - y) * i / 10);
  heed_test_run_xdotool ("mouseup 1");
  heed_test_wait_until (is_dropped, fixture);
  assert_clean (fixture->dropped);
}

typedef struct
{
  GError *error;
  gboolean is_done;
} Writing;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &writing->error);
  writing->is_done = TRUE;
}

static gboolean
is_written (gpointer data)
{
  return ((Writing *) data)->is_done;
}

static char *
write_as (GdkContentProvider *content, const char *type, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  Writing writing = { 0 };

  gdk_content_provider_write_mime_type_async (content, type, stream, G_PRIORITY_DEFAULT, NULL, written_cb, &writing);
  heed_test_wait_until (is_written, &writing);
  if (writing.error != NULL)
    {
      g_propagate_error (error, writing.error);
      return NULL;
    }
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (heed_erase_finish (HEED_CONTEXT (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_erased (gpointer data)
{
  return *(gboolean *) data;
}

/* Two programs that ask, as the one below the pointer and the one that it is dropped to, get one copy. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider)
    content = heed_picture_drag_new (fixture->library, fixture->item, get_document (fixture));
  g_autoptr (GError) error = NULL;
  g_autofree char *first = write_as (content, "text/uri-list", &error);
  g_assert_no_error (error);
  g_autofree char *second = write_as (content, "text/uri-list", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_suffix (first, "/picture-1.png\r\n"));

  /* It goes with all other data. */
  g_autofree char *uri = g_strstrip (g_strdup (first));
  g_autoptr (GFile) copy = g_file_new_for_uri (uri);
  g_assert_true (g_file_query_exists (copy, NULL));
  gboolean is_done = FALSE;
  heed_erase_async (heed_library_get_context (fixture->library), NULL, erased_cb, &is_done);
  heed_test_wait_until (is_erased, &is_done);
  g_assert_false (g_file_query_exists (copy, NULL));
  g_autofree char *none = write_as (content, "image/png", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_null (none);
}

static void
failed_cb (HeedPictureDrag *drag, const char *sentence, char **said)
{
  *said = g_strdup (sentence);
}

/* What is no picture any more says so in a sentence, and nothing arrives. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedDocument) document = heed_document_copy (get_document (fixture));
  g_autoptr (GError) error = NULL;

  g_free (document->file);
  document->file = g_strdup ("gone.png");
  g_autoptr (GdkContentProvider) content = heed_picture_drag_new (fixture->library, fixture->item, document);
  g_autofree char *said = NULL;
  g_signal_connect (content, "failed", G_CALLBACK (failed_cb), &said);
  g_autofree char *none = write_as (content, "text/uri-list", &error);
  g_assert_null (none);
  g_assert_nonnull (error);
  g_assert_cmpstr (said, ==, error->message);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(HeedDeletedCase **) user_data = heed_library_delete_case_finish (HEED_LIBRARY (source), result, NULL);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(HeedCaseItem **) user_data = heed_library_restore_case_finish (HEED_LIBRARY (source), result, NULL);
}

static gboolean
has_come (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* What was drawn is there again with a case that comes back. */
static void
test_restored (Fixture *fixture, gconstpointer data)
{
  HeedDeletedCase *deleted = NULL;
  g_autoptr (HeedCaseItem) restored = NULL;
  g_autoptr (GError) error = NULL;

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  heed_library_delete_case_async (fixture->library, fixture->item, NULL, deleted_cb, &deleted);
  heed_test_wait_until (has_come, &deleted);
  heed_library_restore_case_async (fixture->library, deleted, NULL, restored_cb, &restored);
  heed_test_wait_until (has_come, &restored);
  fixture->item = restored;
  g_autoptr (GdkContentProvider)
    content = heed_picture_drag_new (fixture->library, fixture->item, get_document (fixture));
  g_autofree char *list = write_as (content, "text/uri-list", &error);
  g_assert_no_error (error);
  g_autoptr (GFile) copy = g_file_new_for_uri (g_strstrip (list));
  assert_clean (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/picture-drag/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("drag", test_drag);
  ADD ("once", test_once);
  ADD ("broken", test_broken);
  ADD ("restored", test_restored);
  return g_test_run ();
}
