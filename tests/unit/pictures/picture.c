/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures for the tests, and a folder to have them in. */

#include "picture.h"

#include <glib/gstdio.h>

void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("heed-pictures-XXXXXX", NULL);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *name;
  g_autoptr (GDir) files = g_dir_open (fixture->folder, 0, NULL);

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

GFile *
put_file (Fixture *fixture, const char *name, const GByteArray *bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  return g_file_new_for_path (path);
}

guchar *
get_point (GdkPixbuf *pixels, int x, int y)
{
  return gdk_pixbuf_get_pixels (pixels) + y * gdk_pixbuf_get_rowstride (pixels)
         + x * gdk_pixbuf_get_n_channels (pixels);
}

/* Every point differs from the one beside it, and none is black. */
GdkPixbuf *
create_noise (gboolean has_alpha)
{
  GdkPixbuf *pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, WIDTH, HEIGHT);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guchar *point = get_point (pixels, x, y);

        point[0] = (guchar) (1 + (x * 7 + y * 3) % 255);
        point[1] = (guchar) (1 + (x * 5 + y * 11) % 255);
        point[2] = (guchar) (1 + (x * 13 + y * 17) % 255);
        if (has_alpha)
          point[3] = 255;
      }
  return pixels;
}

GByteArray *
encode (GdkPixbuf *pixels, const char *type)
{
  char *data;
  gsize size;

  g_assert_true (gdk_pixbuf_save_to_buffer (pixels, &data, &size, type, NULL, NULL));
  return g_byte_array_new_take ((guint8 *) data, size);
}

guint32
compute_crc (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
  return ~crc;
}

HeedCleanPicture *
read_picture (GFile *file)
{
  g_autoptr (GError) error = NULL;
  HeedCleanPicture *picture = heed_clean_picture_read (file, "bill.jpg", NULL, &error);

  g_assert_no_error (error);
  return picture;
}
