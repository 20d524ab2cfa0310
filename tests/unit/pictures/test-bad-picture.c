/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are no picture, or one too many, and folders that nothing can be written to (S95). */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "heed-error.h"
#include "picture.h"

static void
assert_refused (GFile *file, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCleanPicture) picture = heed_clean_picture_read (file, "bill.jpg", NULL, &error);

  g_assert_error (error, HEED_ERROR, code);
  g_assert_null (picture);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "“bill.jpg”"));
}

static long
get_peak_kb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* A few hundred bytes that claim to be 3.6 thousand million points. */
static void
test_bombs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GByteArray) png = encode (noise, "png");
  g_autoptr (GByteArray) jpeg = encode (noise, "jpeg");
  g_autoptr (GByteArray) bmp = encode (noise, "bmp");
  const long before = get_peak_kb ();

  memcpy (png->data + 16, "\0\0\xea\x60\0\0\xea\x60", 8);
  const guint32 crc = GUINT32_TO_BE (compute_crc (png->data + 12, 17));
  memcpy (png->data + 29, &crc, 4);
  guint8 *frame = memmem (jpeg->data, jpeg->len, "\xff\xc0", 2);
  memcpy (frame + 5, "\xea\x60\xea\x60", 4);
  memcpy (bmp->data + 18, "\x60\xea\0\0\x60\xea\0\0", 8);

  g_autoptr (GFile) png_file = put_file (fixture, "bomb.png", png);
  g_autoptr (GFile) jpeg_file = put_file (fixture, "bomb.jpg", jpeg);
  g_autoptr (GFile) bmp_file = put_file (fixture, "bomb.bmp", bmp);
  assert_refused (png_file, HEED_ERROR_REFUSED, "too large");
  assert_refused (jpeg_file, HEED_ERROR_REFUSED, "too large");
  assert_refused (bmp_file, HEED_ERROR_REFUSED, "too large");
  g_assert_cmpint (get_peak_kb () - before, <, 64 * 1024);
}

static void
test_too_many_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GByteArray) png = encode (noise, "png");
  g_autoptr (GFile) file = put_file (fixture, "long.png", png);

  g_assert_cmpint (truncate (g_file_peek_path (file), HEED_CLEAN_PICTURE_MOST_BYTES + 1), ==, 0);
  assert_refused (file, HEED_ERROR_REFUSED, "too large");
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "png", "jpeg", "bmp", "tiff" };
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GByteArray) bytes = encode (noise, types[i]);

      for (guint tenths = 1; tenths <= 9; tenths++)
        {
          g_autoptr (GByteArray) part = g_byte_array_new ();

          g_byte_array_append (part, bytes->data, bytes->len * tenths / 10);
          g_autoptr (GFile) file = put_file (fixture, "part", part);
          g_test_message ("%s, %u tenths", types[i], tenths);
          assert_refused (file, HEED_ERROR_MALFORMED, "is damaged");
        }
    }
}

/* Whatever a file holds, it is a picture or there is a sentence. */
static void
test_garbled (Fixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "png", "jpeg", "bmp", "tiff", "ico" };
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GRand) random = g_rand_new_with_seed (95);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) bytes = encode (noise, types[round % G_N_ELEMENTS (types)]);

      for (guint i = 0; i < 8; i++)
        bytes->data[g_rand_int_range (random, 0, (gint32) MIN (bytes->len, 600))] = (guint8) g_rand_int (random);
      g_autoptr (GFile) file = put_file (fixture, "garbled", bytes);
      g_autoptr (HeedCleanPicture) picture = heed_clean_picture_read (file, "garbled", NULL, &error);
      g_assert_true (picture != NULL || error->domain == HEED_ERROR);
    }
}

static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GByteArray) empty = g_byte_array_new ();
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_byte_array_append (text, (const guint8 *) "Dear all, this is no picture.\n", 30);
  g_byte_array_append (pdf, (const guint8 *) "%PDF-1.7\n1 0 obj\n", 17);
  g_autoptr (GFile) empty_file = put_file (fixture, "empty.jpg", empty);
  g_autoptr (GFile) text_file = put_file (fixture, "text.jpg", text);
  g_autoptr (GFile) pdf_file = put_file (fixture, "bill.pdf", pdf);
  g_autoptr (GFile) gone = g_file_get_child (empty_file, "gone.jpg");

  assert_refused (empty_file, HEED_ERROR_MALFORMED, "is empty");
  assert_refused (text_file, HEED_ERROR_MALFORMED, "no picture");
  assert_refused (pdf_file, HEED_ERROR_MALFORMED, "no picture");
  assert_refused (gone, HEED_ERROR_NOT_FOUND, "cannot be read");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GByteArray) png = encode (noise, "png");
  g_autoptr (GFile) file = put_file (fixture, "a.png", png);
  g_autoptr (GFile) target = put_file (fixture, "b.png", png);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);

  g_cancellable_cancel (cancellable);
  g_assert_null (heed_clean_picture_read (file, "a.png", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (heed_clean_picture_save (picture, NULL, 0, target, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nothing is lost where nothing can be written. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GByteArray) png = encode (noise, "png");
  g_autoptr (GFile) file = put_file (fixture, "a.png", png);
  g_autoptr (GFile) below = g_file_get_child (file, "b.png");
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  const uid_t user = geteuid ();

  g_assert_false (heed_clean_picture_save (picture, NULL, 0, below, NULL, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_clear_error (&error);

  /* Root may write anywhere: somebody else has to try. */
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0444), ==, 0);
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_false (heed_clean_picture_save (picture, NULL, 0, file, NULL, &error));
  if (user == 0)
    g_assert_cmpint (seteuid (user), ==, 0);
  g_chmod (fixture->folder, 0755);
  g_assert_error (error, HEED_ERROR, HEED_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Choose another folder"));

  g_autofree char *content = NULL;
  gsize size;
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, &size, NULL));
  g_assert_cmpmem (content, size, png->data, png->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/bad-picture/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("bombs", test_bombs);
  ADD ("too-many-bytes", test_too_many_bytes);
  ADD ("truncated", test_truncated);
  ADD ("garbled", test_garbled);
  ADD ("no-picture", test_no_picture);
  ADD ("cancelled", test_cancelled);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
