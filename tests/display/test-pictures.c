/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of a case on its way out (S95): boxes drawn by keys alone and by the pointer, as the X server sends them,
 * and copies in which they are black. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "heed-attach-list.h"
#include "heed-clean-picture.h"
#include "heed-composer.h"
#include "heed-document-files.h"
#include "heed-picture-canvas.h"
#include "heed-picture-dialog.h"
#include "heed-test-pages.h"

#define WIDTH 400
#define HEIGHT 300

typedef struct
{
  HeedLibrary *library;
  HeedCaseItem *item;
  GtkWidget *parent;
  HeedPictureDialog *dialog;
  HeedPictureCanvas *canvas;
  char *folder;
} Fixture;

static void
put_document (Fixture *fixture, const char *name, const char *data, gsize size)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  heed_test_add_document (fixture->library, fixture->item, file);
}

static void
put_picture (Fixture *fixture, const char *name, int width, int height)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autofree char *data = NULL;
  gsize size;

  gdk_pixbuf_fill (pixels, 0xf0e0d0ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixels, &data, &size, "png", NULL, NULL));
  put_document (fixture, name, data, size);
}

static const HeedDocument *
get_document (Fixture *fixture, guint index)
{
  const GPtrArray *documents = heed_case_item_get_case (fixture->item)->documents;

  g_assert_cmpuint (index, <, documents->len);
  return documents->pdata[index];
}

static GFile *
new_document_file (Fixture *fixture, guint index)
{
  const char *folder = heed_context_get_data_folder (heed_library_get_context (fixture->library));
  g_autofree char *path = heed_document_files_dup_path (folder, heed_case_item_get_id (fixture->item),
                                                        get_document (fixture, index)->file);

  return g_file_new_for_path (path);
}

static gboolean
is_ready (gpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (((Fixture *) data)->dialog);
  GtkStack *stack = GTK_STACK (heed_test_find_widget (dialog, GTK_TYPE_STACK, NULL));
  GtkWidget *page = gtk_stack_get_visible_child (stack);

  return gtk_window_is_active (GTK_WINDOW (dialog)) && heed_test_find_widget (page, GTK_TYPE_SPINNER, NULL) == NULL;
}

static void
open_picture (Fixture *fixture, guint index)
{
  fixture->dialog = heed_picture_dialog_new (GTK_WINDOW (fixture->parent), fixture->library, fixture->item,
                                             get_document (fixture, index));
  g_object_ref (fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  heed_test_wait_until (is_ready, fixture);
  heed_test_settle ();
  fixture->canvas = HEED_PICTURE_CANVAS (
    heed_test_find_widget (GTK_WIDGET (fixture->dialog), HEED_TYPE_PICTURE_CANVAS, NULL));
}

static void
close_picture (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  heed_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->dialog));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("heed-pictures-XXXXXX", NULL);
  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, "Line down");
  fixture->parent = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->parent), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->parent));
  heed_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    close_picture (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  heed_test_settle ();
  g_assert_finalize_object (fixture->library);
  g_free (fixture->folder);
}

/* From a point of the picture to another, with the button held; keys are pressed half way. */
static void
drag_with_keys (Fixture *fixture, int x1, int y1, int x2, int y2, const char *keys)
{
  GtkWidget *dialog = GTK_WIDGET (fixture->dialog), *canvas = GTK_WIDGET (fixture->canvas);
  const double scale = MIN ((double) gtk_widget_get_width (canvas) / WIDTH, 1);
  const double left = (gtk_widget_get_width (canvas) - WIDTH * scale) / 2;
  const double top = (gtk_widget_get_height (canvas) - HEIGHT * scale) / 2;
  double frame_x, frame_y, x, y;

  gtk_native_get_surface_transform (GTK_NATIVE (dialog), &frame_x, &frame_y);
  g_assert_true (gtk_widget_translate_coordinates (canvas, dialog, left + frame_x, top + frame_y, &x, &y));
  const int from_x = (int) (x + x1 * scale), from_y = (int) (y + y1 * scale);
  const int to_x = (int) (x + x2 * scale), to_y = (int) (y + y2 * scale);
  heed_test_run_xdotool (
    "getactivewindow mousemove --window %%1 %d %d sleep 0.05 mousedown 1 sleep 0.05 mousemove --window %%1 %d %d"
    "%s mousemove --window %%1 %d %d sleep 0.05 mouseup 1",
    from_x, from_y, (from_x + to_x) / 2, (from_y + to_y) / 2, keys, to_x, to_y);
}

static void
drag (Fixture *fixture, int x1, int y1, int x2, int y2)
{
  drag_with_keys (fixture, x1, y1, x2, y2, "");
}

static guint
count_boxes (Fixture *fixture)
{
  guint n;

  heed_black_boxes_get (heed_picture_canvas_get_boxes (fixture->canvas), &n);
  return n;
}

static HeedBlackBox
get_box (Fixture *fixture, guint index)
{
  guint n;
  const HeedBlackBox *boxes = heed_black_boxes_get (heed_picture_canvas_get_boxes (fixture->canvas), &n);

  g_assert_cmpuint (index, <, n);
  return boxes[index];
}

static void
assert_near (int value, int wanted)
{
  g_assert_cmpint (ABS (value - wanted), <=, 2);
}

static void
assert_box (Fixture *fixture, guint index, int x, int y, int width, int height)
{
  const HeedBlackBox box = get_box (fixture, index);

  g_test_message ("box %u: %d, %d, %d × %d", index, box.x, box.y, box.width, box.height);
  assert_near (box.x, x);
  assert_near (box.y, y);
  assert_near (box.width, width);
  assert_near (box.height, height);
}

static GdkPixbuf *
load_pixels (GFile *file)
{
  GdkPixbuf *pixels = gdk_pixbuf_new_from_file (g_file_peek_path (file), NULL);

  g_assert_nonnull (pixels);
  return pixels;
}

static guint
count_black (GdkPixbuf *pixels)
{
  guint n = 0;

  for (int y = 0; y < gdk_pixbuf_get_height (pixels); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixels); x++)
      {
        const guchar *point = gdk_pixbuf_get_pixels (pixels) + y * gdk_pixbuf_get_rowstride (pixels)
                              + x * gdk_pixbuf_get_n_channels (pixels);

        n += point[0] == 0 && point[1] == 0 && point[2] == 0;
      }
  return n;
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
has_two_documents (gpointer data)
{
  return heed_case_item_get_case (((Fixture *) data)->item)->documents->len == 2;
}

static gboolean
has_clipboard (gpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (((Fixture *) data)->parent);

  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png");
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GdkPixbuf **) user_data = gdk_pixbuf_new_from_stream_finish (result, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  gdk_pixbuf_new_from_stream_async (stream, NULL, decoded_cb, user_data);
}

static gboolean
has_pixels (gpointer data)
{
  return *(GdkPixbuf **) data != NULL;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);
  g_assert_cmpuint (count_boxes (fixture), ==, 0);

  heed_test_run_xdotool ("key ctrl+b");
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
  const HeedBlackBox first = get_box (fixture, 0);
  heed_test_run_xdotool ("key Left Left Up shift+Right shift+Right shift+Down");
  assert_box (fixture, 0, first.x - 20, first.y - 10, first.width + 20, first.height + 10);
  heed_test_run_xdotool ("key ctrl+Right");
  g_assert_cmpint (get_box (fixture, 0).x, ==, first.x - 19);

  /* Held keys are one step; moving and pulling are two. */
  heed_test_run_xdotool ("key ctrl+z ctrl+z");
  assert_box (fixture, 0, first.x - 20, first.y - 10, first.width, first.height);
  heed_test_run_xdotool ("key ctrl+z");
  assert_box (fixture, 0, first.x, first.y, first.width, first.height);
  heed_test_run_xdotool ("key ctrl+shift+z");
  assert_box (fixture, 0, first.x - 20, first.y - 10, first.width, first.height);

  /* A second one; the first is reached with Tab, and taken away. */
  heed_test_run_xdotool ("key ctrl+b");
  g_assert_cmpuint (count_boxes (fixture), ==, 2);
  heed_test_run_xdotool ("key shift+Tab Delete");
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
  assert_box (fixture, 0, first.x, first.y, first.width, first.height);
  heed_test_run_xdotool ("key Delete");
  g_assert_cmpuint (count_boxes (fixture), ==, 0);
  heed_test_run_xdotool ("key ctrl+z");
  g_assert_cmpuint (count_boxes (fixture), ==, 1);

  heed_test_run_xdotool ("key ctrl+c");
  heed_test_wait_until (has_clipboard, fixture);
  g_autoptr (GdkPixbuf) pixels = NULL;
  gdk_clipboard_read_async (gtk_widget_get_clipboard (fixture->parent), (const char *[]){ "image/png", NULL }, 0, NULL,
                            read_cb, &pixels);
  heed_test_wait_until (has_pixels, &pixels);
  g_assert_cmpuint (count_black (pixels), ==, (guint) (first.width * first.height));
  heed_test_run_xdotool ("key Escape");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog)));
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);

  drag (fixture, 40, 50, 140, 90);
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
  assert_box (fixture, 0, 40, 50, 100, 40);
  /* By its middle it moves, by its corner it grows. */
  drag (fixture, 90, 70, 190, 170);
  assert_box (fixture, 0, 140, 150, 100, 40);
  drag (fixture, 238, 188, 288, 218);
  assert_box (fixture, 0, 140, 150, 150, 70);
  /* From the lower right to the upper left, and out of the picture. */
  drag (fixture, 60, 60, -60, -40);
  assert_box (fixture, 1, 0, 0, 60, 60);
  /* A click draws nothing. */
  drag (fixture, 350, 20, 351, 20);
  g_assert_cmpuint (count_boxes (fixture), ==, 2);
  /* The box that was pressed has the keys. */
  drag (fixture, 200, 180, 200, 180);
  heed_test_run_xdotool ("key Delete");
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
  assert_box (fixture, 0, 0, 0, 60, 60);
  heed_test_run_xdotool ("key ctrl+z ctrl+z ctrl+z ctrl+z");
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
  assert_box (fixture, 0, 40, 50, 100, 40);
}

/* What the pointer holds is there until it lets go, whatever is pressed meanwhile. */
static void
test_keys_in_drag (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);
  drag_with_keys (fixture, 40, 50, 140, 90, " sleep 0.05 key ctrl+z sleep 0.05");
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
  assert_box (fixture, 0, 40, 50, 100, 40);
  drag_with_keys (fixture, 90, 70, 190, 170, " sleep 0.05 key Delete Left sleep 0.05");
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
  assert_box (fixture, 0, 140, 150, 100, 40);
  heed_test_run_xdotool ("key ctrl+z");
  assert_box (fixture, 0, 40, 50, 100, 40);
  heed_test_run_xdotool ("key ctrl+z");
  g_assert_cmpuint (count_boxes (fixture), ==, 0);
}

/* A picture is not mirrored where reading goes to the left. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);
  drag (fixture, 20, 50, 120, 90);
  assert_box (fixture, 0, 20, 50, 100, 40);
  heed_test_run_xdotool ("key Left");
  assert_box (fixture, 0, 10, 50, 100, 40);
  heed_test_run_xdotool ("key ctrl+plus ctrl+plus");
  heed_test_run_xdotool ("key ctrl+b");
  g_assert_cmpuint (count_boxes (fixture), ==, 2);
  close_picture (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "large.png", 3000, 2000);
  open_picture (fixture, 0);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (fixture->canvas), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  const double room = gtk_adjustment_get_page_size (across);

  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, room);
  heed_test_run_xdotool ("key ctrl+b ctrl+plus ctrl+plus ctrl+plus ctrl+plus");
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, 4 * room);
  /* The chosen box stays in sight, also when keys move it far. */
  const double before = gtk_adjustment_get_value (across);
  g_assert_cmpfloat (before, >, room);
  heed_test_run_xdotool ("key ctrl+b");
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, before);
  assert_near (get_box (fixture, 1).x + get_box (fixture, 1).width / 2, 1500);
  heed_test_run_xdotool ("key --repeat 80 --delay 1 Right");
  g_assert_cmpfloat (gtk_adjustment_get_value (across), >, before + room / 2);
  heed_test_run_xdotool ("key ctrl+0");
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, room);
}

static void
assert_name (GtkWidget *widget, const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                               name);

  g_assert_cmpstr (other, ==, NULL);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);
  drag (fixture, 40, 30, 240, 60);
  drag (fixture, 20, 150, 60, 180);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  assert_name (first, "Black box 1: 10 % from the left, 10 % from the top, 50 % wide, 10 % high");
  assert_name (gtk_widget_get_next_sibling (first),
               "Black box 2: 5 % from the left, 50 % from the top, 10 % wide, 10 % high");
  g_assert_cmpuint (heed_test_check_names (GTK_WIDGET (fixture->dialog)), >=, 11);
  g_assert_cmpuint (heed_test_check_flows (GTK_WIDGET (fixture->dialog)), ==, 1);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.png", NULL);
  g_autofree char *below = g_build_filename (path, "out.png", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path (below);

  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);
  drag (fixture, 40, 50, 140, 90);
  const HeedBlackBox box = get_box (fixture, 0);
  heed_picture_dialog_save (fixture->dialog, target);
  heed_test_wait_until (is_there, path);
  heed_test_settle ();
  g_autoptr (GdkPixbuf) copy = load_pixels (target);
  g_assert_cmpuint (count_black (copy), ==, (guint) (box.width * box.height));
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, "The copy was saved"));
  /* The document is as it was. */
  g_autoptr (GFile) original = new_document_file (fixture, 0);
  g_autoptr (GdkPixbuf) pixels = load_pixels (original);
  g_assert_cmpuint (count_black (pixels), ==, 0);

  heed_picture_dialog_save (fixture->dialog, nowhere);
  heed_test_settle ();
  g_assert_cmpuint (count_boxes (fixture), ==, 1);
}

static gboolean
is_first_left_out (gpointer data)
{
  return get_document (data, 0)->is_left_out;
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "IMG_20260303_home_address.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);
  drag (fixture, 40, 50, 140, 90);
  const HeedBlackBox box = get_box (fixture, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "picture.keep", NULL);
  heed_test_wait_until (has_two_documents, fixture);
  g_assert_cmpstr (get_document (fixture, 1)->name, ==, "IMG_20260303_home_address (blacked out).png");
  g_assert_cmpstr (get_document (fixture, 1)->type, ==, "image/png");
  g_autoptr (GFile) file = new_document_file (fixture, 1);
  g_autoptr (GdkPixbuf) pixels = load_pixels (file);
  g_assert_cmpuint (count_black (pixels), ==, (guint) (box.width * box.height));

  /* What leaves the case is called by nothing that the original said. */
  const HeedCase *the_case = heed_case_item_get_case (fixture->item);
  g_autofree char *name = heed_document_dup_sent_name (the_case->documents, get_document (fixture, 1));
  g_assert_cmpstr (name, ==, "picture-2.png");

  /* The copy is what is sent now. */
  heed_test_wait_until (is_first_left_out, fixture);
  g_assert_false (get_document (fixture, 1)->is_left_out);
}

/* Boxes wait for whoever closes the window and opens it again, and so does Undo. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  put_picture (fixture, "other.png", WIDTH, HEIGHT);
  open_picture (fixture, 0);
  drag (fixture, 40, 50, 140, 90);
  close_picture (fixture);
  open_picture (fixture, 1);
  g_assert_cmpuint (count_boxes (fixture), ==, 0);
  close_picture (fixture);
  open_picture (fixture, 0);
  assert_box (fixture, 0, 40, 50, 100, 40);
  /* Nobody chose it yet, so it is the newest that goes. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "picture.remove-box", NULL));
  g_assert_cmpuint (count_boxes (fixture), ==, 0);
  heed_test_run_xdotool ("key ctrl+z");
  assert_box (fixture, 0, 40, 50, 100, 40);
  heed_test_run_xdotool ("key ctrl+z");
  g_assert_cmpuint (count_boxes (fixture), ==, 0);
}

/* What cannot be cleaned says so in a sentence; nothing that would leave the case is allowed. */
static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  put_document (fixture, "photo.webp", "RIFF\x10\0\0\0WEBPVP8 ", 16);
  g_assert_true (heed_picture_dialog_shows (get_document (fixture, 0)));
  open_picture (fixture, 0);
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, "“photo.webp”"));
  heed_test_run_xdotool ("key ctrl+c ctrl+s ctrl+b ctrl+z ctrl+plus Delete");
  g_assert_cmpuint (heed_case_item_get_case (fixture->item)->documents->len, ==, 1);
  heed_test_check_names (GTK_WIDGET (fixture->dialog));
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

/* Closed in the middle: what was being read is left, what was being written is finished, and nobody keeps the window.
 */
static void
test_closed_early (Fixture *fixture, gconstpointer data)
{
  put_picture (fixture, "large.png", 3000, 2000);
  fixture->dialog = heed_picture_dialog_new (GTK_WINDOW (fixture->parent), fixture->library, fixture->item,
                                             get_document (fixture, 0));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  open_picture (fixture, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "picture.keep", NULL);
  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, "Making the copy"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "picture.cancel", NULL);
  heed_test_wait_until (is_ready, fixture);
  g_assert_cmpuint (heed_case_item_get_case (fixture->item)->documents->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "picture.keep", NULL);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog)));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_object_unref (fixture->dialog);
  heed_test_wait_until (is_gone, fixture);
  g_assert_cmpuint (heed_case_item_get_case (fixture->item)->documents->len, ==, 2);
}

/* Beside a message stands what may go with it: a picture leads to its clean copy, of the rest the sentence is there. */
static void
test_attach (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = heed_composer_new ();

  put_document (fixture, "contract.pdf", "%PDF-1.7 ", 9);
  put_picture (fixture, "bill.png", WIDTH, HEIGHT);
  g_object_set (page, "library", fixture->library, "item", fixture->item, "channel", "dm", "network", "mastodon", NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->parent), page);
  heed_test_settle ();
  GtkWidget *attach = heed_test_find_widget (page, HEED_TYPE_ATTACH_LIST, NULL);
  g_assert_nonnull (attach);
  GtkWidget *list = heed_test_find_widget (attach, GTK_TYPE_LIST_BOX, NULL);
  GtkListBoxRow *pdf = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  GtkListBoxRow *picture = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1);

  g_assert_nonnull (heed_test_find_widget (GTK_WIDGET (pdf), GTK_TYPE_LABEL, "Take a screenshot"));
  g_assert_false (gtk_list_box_row_get_activatable (pdf));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_signal_emit_by_name (list, "row-activated", picture);
  heed_test_settle ();
  GtkWidget *dialog = heed_test_find_window (HEED_TYPE_PICTURE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_object_set (page, "channel", "phone", "network", "", NULL);
  heed_test_settle ();
  g_assert_false (gtk_widget_get_visible (attach));
  gtk_window_set_child (GTK_WINDOW (fixture->parent), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/pictures/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("keys", test_keys);
  ADD ("pointer", test_pointer);
  ADD ("keys-in-drag", test_keys_in_drag);
  ADD ("right-to-left", test_right_to_left);
  ADD ("zoom", test_zoom);
  ADD ("names", test_names);
  ADD ("save", test_save);
  ADD ("keep", test_keep);
  ADD ("reopened", test_reopened);
  ADD ("no-picture", test_no_picture);
  ADD ("closed-early", test_closed_early);
  ADD ("attach", test_attach);
  return g_test_run ();
}
