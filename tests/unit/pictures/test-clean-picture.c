/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Clean copies of pictures (S95): of what a camera or a program wrote into a file nothing is left, what was made black
 * is gone, and everything else is as it was. The files are made here, segment by segment, and read here again. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <lcms2.h>
#include <string.h>
#include <utime.h>

#include "picture.h"

/* Stands in everything that is to be left behind. */
#define SECRET "Harbour-Lane-7"
/* Red to the left, blue to the right; the upper left corner is green. */
static GdkPixbuf *
create_flag (void)
{
  GdkPixbuf *pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  g_autoptr (GdkPixbuf) right = gdk_pixbuf_new_subpixbuf (pixels, WIDTH / 2, 0, WIDTH / 2, HEIGHT);
  g_autoptr (GdkPixbuf) corner = gdk_pixbuf_new_subpixbuf (pixels, 0, 0, 32, 32);

  gdk_pixbuf_fill (pixels, 0xff0000ff);
  gdk_pixbuf_fill (right, 0x0000ffff);
  gdk_pixbuf_fill (corner, 0x00ff00ff);
  return pixels;
}

static void
put_u8 (GByteArray *bytes, guint value)
{
  guint8 byte = (guint8) value;

  g_byte_array_append (bytes, &byte, 1);
}

static void
put_u16 (GByteArray *bytes, guint value)
{
  put_u8 (bytes, value >> 8);
  put_u8 (bytes, value & 0xff);
}

static void
put_u32 (GByteArray *bytes, guint32 value)
{
  put_u16 (bytes, value >> 16);
  put_u16 (bytes, value & 0xffff);
}

static void
put_text (GByteArray *bytes, const char *text, gsize size)
{
  g_byte_array_append (bytes, (const guint8 *) text, (guint) size);
}

static void
put_entry (GByteArray *tiff, guint tag, guint type, guint32 count, guint32 value)
{
  put_u16 (tiff, tag);
  put_u16 (tiff, type);
  put_u32 (tiff, count);
  put_u32 (tiff, value);
}

/* An EXIF part in big-endian TIFF: turned by a quarter, maker, time, serial number, place, and a picture of the whole.
 */
static GByteArray *
create_exif (guint orientation)
{
  static const char when[] = "2026:03:03 08:15:00";
  const guint32 ifd0 = 8, ifd_exif = ifd0 + 2 + 5 * 12 + 4, ifd_gps = ifd_exif + 2 + 2 * 12 + 4;
  const guint32 ifd1 = ifd_gps + 2 + 2 * 12 + 4, data = ifd1 + 2 + 2 * 12 + 4;
  const guint32 secret_size = sizeof SECRET, when_at = data + secret_size, place_at = when_at + sizeof when;
  const guint32 thumbnail_at = place_at + 24;
  g_autoptr (GdkPixbuf) small = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 16, 16);
  gdk_pixbuf_fill (small, 0x123456ff);
  g_autoptr (GByteArray) thumbnail = encode (small, "jpeg");
  GByteArray *tiff = g_byte_array_new ();

  put_text (tiff, "MM\0\x2a", 4);
  put_u32 (tiff, ifd0);
  put_u16 (tiff, 5);
  put_entry (tiff, 0x010f, 2, secret_size, data);
  put_entry (tiff, 0x0112, 3, 1, orientation << 16);
  put_entry (tiff, 0x0132, 2, sizeof when, when_at);
  put_entry (tiff, 0x8769, 4, 1, ifd_exif);
  put_entry (tiff, 0x8825, 4, 1, ifd_gps);
  put_u32 (tiff, ifd1);
  put_u16 (tiff, 2);
  put_entry (tiff, 0x9003, 2, sizeof when, when_at);
  put_entry (tiff, 0xa431, 2, secret_size, data);
  put_u32 (tiff, 0);
  put_u16 (tiff, 2);
  put_entry (tiff, 0x0001, 2, 2, (guint32) 'N' << 24);
  put_entry (tiff, 0x0002, 5, 3, place_at);
  put_u32 (tiff, 0);
  put_u16 (tiff, 2);
  put_entry (tiff, 0x0201, 4, 1, thumbnail_at);
  put_entry (tiff, 0x0202, 4, 1, thumbnail->len);
  put_u32 (tiff, 0);
  g_assert_cmpuint (tiff->len, ==, data);
  put_text (tiff, SECRET, secret_size);
  put_text (tiff, when, sizeof when);
  for (guint i = 0; i < 3; i++)
    {
      put_u32 (tiff, 51 + i);
      put_u32 (tiff, 1);
    }
  g_byte_array_append (tiff, thumbnail->data, thumbnail->len);
  return tiff;
}

static void
put_segment (GByteArray *jpeg, guint marker, const char *head, gsize head_size, const guint8 *data, guint size)
{
  put_u16 (jpeg, 0xff00 | marker);
  put_u16 (jpeg, (guint) (2 + head_size + size));
  put_text (jpeg, head, head_size);
  g_byte_array_append (jpeg, data, size);
}

/* All that a JPEG can carry beside its points, behind its beginning and after its end. */
static GByteArray *
create_jpeg (GdkPixbuf *pixels, guint orientation, const GByteArray *profile)
{
  static const char exif_head[] = "Exif\0", xmp_head[] = "http://ns.adobe.com/xap/1.0/";
  static const char iptc_head[] = "Photoshop 3.0", icc_head[] = "ICC_PROFILE\0\1\1";
  const guint8 *secret = (const guint8 *) SECRET;
  g_autoptr (GByteArray) plain = encode (pixels, "jpeg");
  g_autoptr (GByteArray) exif = create_exif (orientation);
  GByteArray *jpeg = g_byte_array_new ();

  g_byte_array_append (jpeg, plain->data, 2);
  put_segment (jpeg, 0xe1, exif_head, sizeof exif_head, exif->data, exif->len);
  put_segment (jpeg, 0xe1, xmp_head, sizeof xmp_head, secret, sizeof SECRET);
  put_segment (jpeg, 0xed, iptc_head, sizeof iptc_head, secret, sizeof SECRET);
  put_segment (jpeg, 0xfe, "", 0, secret, sizeof SECRET);
  if (profile != NULL)
    put_segment (jpeg, 0xe2, icc_head, sizeof icc_head - 1, profile->data, profile->len);
  g_byte_array_append (jpeg, plain->data + 2, plain->len - 2);
  /* Where telephones put a film. */
  put_text (jpeg, SECRET, sizeof SECRET);
  return jpeg;
}

static void
put_chunk (GByteArray *png, const char *type, const guint8 *data, guint size)
{
  const guint start = png->len;

  put_u32 (png, size);
  put_text (png, type, 4);
  g_byte_array_append (png, data, size);
  put_u32 (png, compute_crc (png->data + start + 4, size + 4));
}

static void
put_text_chunk (GByteArray *png, const char *type, const char *head, gsize head_size)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  put_text (data, head, head_size);
  put_text (data, SECRET, strlen (SECRET));
  put_chunk (png, type, data->data, data->len);
}

#define PNG_HEADER (8 + 12 + 13)

static GByteArray *
create_png (GdkPixbuf *pixels)
{
  static const guint8 when[] = { 0x07, 0xea, 3, 3, 8, 15, 0 };
  g_autoptr (GByteArray) plain = encode (pixels, "png");
  g_autoptr (GByteArray) exif = create_exif (1);
  GByteArray *png = g_byte_array_new ();

  g_byte_array_append (png, plain->data, PNG_HEADER);
  put_text_chunk (png, "tEXt", "Author\0", 7);
  put_text_chunk (png, "iTXt", "XML:com.adobe.xmp\0\0\0\0\0", 22);
  put_chunk (png, "eXIf", exif->data, exif->len);
  put_chunk (png, "tIME", when, sizeof when);
  put_text_chunk (png, "prVt", "", 0);
  g_byte_array_append (png, plain->data + PNG_HEADER, plain->len - PNG_HEADER);
  put_text (png, SECRET, sizeof SECRET);
  return png;
}

static guint
get_u16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

/* Tables, the frame, the scan and the mark of JFIF without a small picture: everything a decoder needs, no more. */
static void
assert_clean_jpeg (GBytes *bytes)
{
  gsize size, at = 2;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (get_u16 (data), ==, 0xffd8);
  for (guint marker = 0; marker != 0xffda;)
    {
      g_assert_cmpuint (at + 4, <, size);
      marker = get_u16 (data + at);
      if (marker == 0xffe0)
        {
          g_assert_cmpuint (get_u16 (data + at + 2), ==, 16);
          g_assert_cmpmem (data + at + 4, 5, "JFIF", 5);
        }
      else if (marker != 0xffdb && marker != 0xffc0 && marker != 0xffc4 && marker != 0xffda)
        g_error ("there is a segment %x", marker);
      at += 2 + get_u16 (data + at + 2);
    }
  /* In a scan no marker follows but its end, which is the end of the file. */
  for (; at + 2 < size; at++)
    g_assert_false (data[at] == 0xff && data[at + 1] != 0);
  g_assert_cmpuint (get_u16 (data + size - 2), ==, 0xffd9);
  g_assert_null (memmem (data, size, SECRET, strlen (SECRET)));
}

static void
assert_clean_png (GBytes *bytes)
{
  gsize size, at = 8;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  while (at < size)
    {
      const char *type = (const char *) data + at + 4;

      if (strncmp (type, "sBIT", 4) == 0)
        /* Eight bits a colour, as in the header. */
        g_assert_cmpmem (type + 4, get_u16 (data + at + 2), "\x8\x8\x8", 3);
      else if (strncmp (type, "IHDR", 4) != 0 && strncmp (type, "IDAT", 4) != 0 && strncmp (type, "IEND", 4) != 0)
        g_error ("there is a chunk %.4s", type);
      at += 12 + ((gsize) get_u16 (data + at) << 16 | get_u16 (data + at + 2));
    }
  g_assert_cmpuint (at, ==, size);
  g_assert_cmpmem (data + size - 8, 4, "IEND", 4);
  g_assert_null (memmem (data, size, SECRET, strlen (SECRET)));
}

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  GdkPixbuf *pixels = gdk_pixbuf_new_from_stream (stream, NULL, NULL);

  g_assert_nonnull (pixels);
  return pixels;
}

static GBytes *
encode_copy (HeedCleanPicture *picture, const HeedBlackBox *boxes, guint n_boxes, const char *suffix)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = heed_clean_picture_encode (picture, boxes, n_boxes, suffix, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* JPEG and PNG come close to the colour, or meet it. */
static void
assert_point (GdkPixbuf *pixels, int x, int y, int red, int green, int blue)
{
  const guchar *point = get_point (pixels, x, y);

  g_assert_cmpint (abs (point[0] - red), <, 12);
  g_assert_cmpint (abs (point[1] - green), <, 12);
  g_assert_cmpint (abs (point[2] - blue), <, 12);
}

static void
test_jpeg (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) flag = create_flag ();
  g_autoptr (GByteArray) jpeg = create_jpeg (flag, 6, NULL);
  g_autoptr (GFile) file = put_file (fixture, "IMG_20260303_" SECRET ".jpg", jpeg);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  g_autoptr (GBytes) copy = encode_copy (picture, NULL, 0, "jpg");

  g_assert_nonnull (memmem (jpeg->data, jpeg->len, SECRET, strlen (SECRET)));
  g_assert_cmpint (heed_clean_picture_get_traces (picture), ==, HEED_PICTURE_TRACES_PLACE | HEED_PICTURE_TRACES_TIME);
  g_assert_cmpstr (heed_clean_picture_get_suffix (picture), ==, "jpg");
  assert_clean_jpeg (copy);

  /* Turned by a quarter to the right: what was to the left is above, the corner to the right. */
  g_autoptr (GdkPixbuf) seen = decode (copy);
  g_assert_cmpint (gdk_pixbuf_get_width (seen), ==, HEIGHT);
  g_assert_cmpint (gdk_pixbuf_get_height (seen), ==, WIDTH);
  assert_point (seen, HEIGHT - 8, 8, 0, 255, 0);
  assert_point (seen, 8, 8, 255, 0, 0);
  assert_point (seen, 8, WIDTH - 8, 0, 0, 255);
}

static void
test_orientations (Fixture *fixture, gconstpointer data)
{
  /* Where each of the eight puts the upper left corner: 1 if it is to the right, 2 if it is below. */
  static const int corners[] = { 0, 1, 3, 2, 0, 1, 3, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      g_autoptr (GdkPixbuf) flag = create_flag ();
      g_autoptr (GByteArray) jpeg = create_jpeg (flag, i + 1, NULL);
      g_autoptr (GFile) file = put_file (fixture, "turned.jpg", jpeg);
      g_autoptr (HeedCleanPicture) picture = read_picture (file);
      g_autoptr (GBytes) copy = encode_copy (picture, NULL, 0, "png");
      g_autoptr (GdkPixbuf) seen = decode (copy);
      const int width = gdk_pixbuf_get_width (seen), height = gdk_pixbuf_get_height (seen);

      g_assert_cmpint (width, ==, i < 4 ? WIDTH : HEIGHT);
      assert_point (seen, (corners[i] & 1) != 0 ? width - 8 : 8, (corners[i] & 2) != 0 ? height - 8 : 8, 0, 255, 0);
    }
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  const HeedBlackBox boxes[] = { { 0, 0, 10, 5 }, { 30, 20, 1, 1 }, { 60, 40, WIDTH - 60, HEIGHT - 40 } };
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GByteArray) png = create_png (noise);
  g_autoptr (GFile) file = put_file (fixture, "screenshot.png", png);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  g_autoptr (GBytes) copy = encode_copy (picture, boxes, G_N_ELEMENTS (boxes), "png");
  g_autoptr (GdkPixbuf) seen = decode (copy);
  guint n_black = 0;

  g_assert_cmpstr (heed_clean_picture_get_suffix (picture), ==, "png");
  assert_clean_png (copy);
  g_assert_false (gdk_pixbuf_get_has_alpha (seen));
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        gboolean is_black = FALSE;

        for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
          is_black |= x >= boxes[i].x && x < boxes[i].x + boxes[i].width && y >= boxes[i].y
                      && y < boxes[i].y + boxes[i].height;
        n_black += is_black;
        g_assert_cmpmem (get_point (seen, x, y), 3, is_black ? (const guchar *) "\0\0\0" : get_point (noise, x, y), 3);
      }
  g_assert_cmpuint (n_black, ==, 50 + 1 + (WIDTH - 60) * (HEIGHT - 40));
  /* The picture itself stays as it was: the next copy may have other boxes. */
  g_autoptr (GBytes) whole = encode_copy (picture, NULL, 0, "png");
  g_autoptr (GdkPixbuf) whole_seen = decode (whole);
  g_assert_cmpmem (get_point (whole_seen, 0, 0), 3, get_point (noise, 0, 0), 3);
}

/* What was made invisible by transparency is still in the file, and must not be in the copy. */
static void
test_hidden_colors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) noise = create_noise (TRUE);
  get_point (noise, 5, 5)[3] = 0;
  g_autoptr (GByteArray) png = encode (noise, "png");
  g_autoptr (GFile) file = put_file (fixture, "erased.png", png);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  g_autoptr (GBytes) copy = encode_copy (picture, NULL, 0, "png");
  g_autoptr (GdkPixbuf) seen = decode (copy);

  g_assert_cmpmem (get_point (seen, 5, 5), 3, "\xff\xff\xff", 3);
  g_assert_cmpmem (get_point (seen, 6, 5), 3, get_point (noise, 6, 5), 3);
}

static GByteArray *
create_profile (void)
{
  /* The primaries of a screen with a wide range. */
  const cmsCIExyY white = { 0.3127, 0.3290, 1 };
  const cmsCIExyYTRIPLE primaries = { { 0.64, 0.33, 1 }, { 0.21, 0.71, 1 }, { 0.15, 0.06, 1 } };
  cmsToneCurve *curve = cmsBuildGamma (NULL, 2.2);
  cmsToneCurve *curves[] = { curve, curve, curve };
  cmsHPROFILE profile = cmsCreateRGBProfile (&white, &primaries, curves);
  cmsUInt32Number size = 0;

  g_assert_true (cmsSaveProfileToMem (profile, NULL, &size));
  GByteArray *bytes = g_byte_array_new ();
  g_byte_array_set_size (bytes, size);
  g_assert_true (cmsSaveProfileToMem (profile, bytes->data, &size));
  cmsCloseProfile (profile);
  cmsFreeToneCurve (curve);
  return bytes;
}

/* The profile goes, what it says about the colours does not. */
static void
test_profile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) even = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  gdk_pixbuf_fill (even, 0x64b464ff);
  g_autoptr (GByteArray) profile = create_profile ();
  g_autoptr (GByteArray) jpeg = create_jpeg (even, 1, profile);
  g_autoptr (GFile) file = put_file (fixture, "wide.jpg", jpeg);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  g_autoptr (GBytes) copy = encode_copy (picture, NULL, 0, "jpg");
  g_autoptr (GdkPixbuf) seen = decode (copy);

  assert_clean_jpeg (copy);
  /* 100, 180, 100 in Adobe RGB lies near 41, 181, 96 in sRGB: red is clearly less. */
  g_assert_cmpint (get_point (seen, 50, 30)[0], <, 70);
  g_assert_cmpint (get_point (seen, 50, 30)[1], >, 170);
}

/* A profile stands packed in a chunk of its own, behind its name and the kind of packing. */
static GByteArray *
create_png_with_profile (GdkPixbuf *pixels, const GByteArray *profile)
{
  static const guint8 head[] = { 'w', 0, 0 };
  g_autoptr (GByteArray) plain = encode (pixels, "png");
  g_autoptr (GOutputStream) packed = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (packed, G_CONVERTER (packer));
  GByteArray *png = g_byte_array_new ();

  g_assert_true (g_output_stream_write_all (packed, head, sizeof head, NULL, NULL, NULL));
  g_assert_true (g_output_stream_write_all (out, profile->data, profile->len, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  g_byte_array_append (png, plain->data, PNG_HEADER);
  put_chunk (png, "iCCP", g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (packed)),
             (guint) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (packed)));
  g_byte_array_append (png, plain->data + PNG_HEADER, plain->len - PNG_HEADER);
  return png;
}

/* A screenshot that can be seen through and names a profile: each point is converted, none is mixed with the next. */
static void
test_profile_alpha (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) even = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, WIDTH, HEIGHT);
  gdk_pixbuf_fill (even, 0x64b464ff);
  g_autoptr (GByteArray) profile = create_profile ();
  g_autoptr (GByteArray) bytes = create_png_with_profile (even, profile);
  g_autoptr (GFile) file = put_file (fixture, "wide.png", bytes);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  g_autoptr (GBytes) copy = encode_copy (picture, NULL, 0, "png");
  g_autoptr (GdkPixbuf) seen = decode (copy);

  assert_clean_png (copy);
  g_assert_false (gdk_pixbuf_get_has_alpha (seen));
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmpmem (get_point (seen, x, y), 3, get_point (seen, 0, 0), 3);
  g_assert_cmpint (get_point (seen, 0, 0)[0], <, 70);
  g_assert_cmpint (get_point (seen, 0, 0)[1], >, 170);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GByteArray) jpeg = create_jpeg (noise, 1, NULL);
  g_autoptr (GFile) file = put_file (fixture, "a.jpg", jpeg);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  static const char *const names[] = { "copy.PNG", "copy.jpeg", "copy", "copy.webp" };
  GStatBuf saved;

  /* A copy has its own time, not that of the picture. */
  g_assert_cmpint (g_utime (g_file_peek_path (file), &(struct utimbuf){ 1000, 1000 }), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GFile) target = g_file_new_for_path (path);
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (heed_clean_picture_save (picture, NULL, 0, target, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &saved), ==, 0);
      g_assert_cmpint (saved.st_mtime, >, 1000);
      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      g_autoptr (GBytes) bytes = g_bytes_new (content, size);
      if (i == 0)
        assert_clean_png (bytes);
      else
        assert_clean_jpeg (bytes);
    }
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) noise = create_noise (FALSE);
  g_autoptr (GByteArray) png = encode (noise, "png");
  g_autoptr (GFile) file = put_file (fixture, "a.png", png);
  g_autoptr (HeedCleanPicture) picture = read_picture (file);
  g_autoptr (GdkPixbuf) small = heed_clean_picture_new_preview (picture, WIDTH / 2);
  g_autoptr (GdkPixbuf) whole = heed_clean_picture_new_preview (picture, 10 * WIDTH);

  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, WIDTH / 2);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, HEIGHT / 2);
  g_assert_cmpint (gdk_pixbuf_get_width (whole), ==, WIDTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/clean-picture/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("jpeg", test_jpeg);
  ADD ("orientations", test_orientations);
  ADD ("png", test_png);
  ADD ("hidden-colors", test_hidden_colors);
  ADD ("profile", test_profile);
  ADD ("profile-alpha", test_profile_alpha);
  ADD ("save", test_save);
  ADD ("preview", test_preview);
  return g_test_run ();
}
