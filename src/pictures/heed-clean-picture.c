/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file is decoded to points, and a copy is encoded from these points alone. So nothing has to be found in order to be
 * removed: what Heed does not know of a format is left behind as surely as what it knows. */

#include "heed-clean-picture.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <lcms2.h>
#include <string.h>

#include "heed-error.h"

#define CHUNK_BYTES (64 * 1024)
#define ROWS_AT_ONCE 256
/* Of 100: what cameras use, so that small print stays legible. */
#define JPEG_QUALITY "92"

struct _HeedCleanPicture
{
  GObject parent_instance;

  GdkPixbuf *pixels;
  HeedPictureTraces traces;
  const char *suffix;
};

/* What the loader told while it read. */
typedef struct
{
  gboolean is_too_large;
  int height;
  guint8 *has_row;
  int n_rows;
} Reading;

typedef struct
{
  GByteArray *bytes;
  GCancellable *cancellable;
} Sink;

G_DEFINE_FINAL_TYPE (HeedCleanPicture, heed_clean_picture, G_TYPE_OBJECT)

static void
set_damaged (const char *name, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
               _ ("“%s” is damaged and cannot be read to its end. Add it again from where it came, or add a screenshot "
                  "of it."),
               name);
}

static void
set_too_large (const char *name, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("“%s” is too large to clean. Make it smaller, or add a screenshot of the part that matters."), name);
}

/* The loader's own reasons are for programmers. */
static void
set_decoding_error (const char *name, const GError *reason, GError **error)
{
  g_debug ("%s", reason->message);
  if (g_error_matches (reason, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                 _ ("“%s” is no picture that can be read here, so Heed cannot clean it. Take a screenshot of what it "
                    "shows and add that."),
                 name);
  else if (g_error_matches (reason, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    set_too_large (name, error);
  else
    set_damaged (name, error);
}

static GBytes *
read_bytes (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, &reason);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gssize n = in != NULL ? 1 : -1;

  while (n > 0 && bytes->len <= HEED_CLEAN_PICTURE_MOST_BYTES)
    {
      n = g_input_stream_read (G_INPUT_STREAM (in), chunk, CHUNK_BYTES, cancellable, &reason);
      if (n > 0)
        g_byte_array_append (bytes, chunk, (guint) n);
    }
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (n < 0)
    /* Translators: the second is the system's own reason. */
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                 _ ("“%1$s” cannot be read: %2$s. Add it again from where it came."), name, reason->message);
  else if (bytes->len > HEED_CLEAN_PICTURE_MOST_BYTES)
    set_too_large (name, error);
  else if (bytes->len == 0)
    g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("“%s” is empty. Add it again from where it came."), name);
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return NULL;
}

/* Before any memory is taken for the points: a small file can unfold to more than the machine has. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  Reading *reading = user_data;

  reading->is_too_large |= (gint64) width * height > HEED_CLEAN_PICTURE_MOST_POINTS;
  if (reading->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (reading->has_row == NULL)
    {
      reading->height = height;
      reading->has_row = g_malloc0 ((gsize) height);
    }
}

/* Some loaders take the end of a file for the end of the picture, and some begin below. */
static void
area_updated_cb (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer user_data)
{
  Reading *reading = user_data;

  for (int row = y; reading->has_row != NULL && row < MIN (y + height, reading->height); row++)
    {
      reading->n_rows += reading->has_row[row] == 0;
      reading->has_row[row] = 1;
    }
}

/* Closes the loader in any case, as it has to be. */
static gboolean
feed (GdkPixbufLoader *loader, const Reading *reading, GBytes *file, GCancellable *cancellable, GError **error)
{
  gsize size, done = 0;
  const guchar *data = g_bytes_get_data (file, &size);

  while (done < size && !reading->is_too_large)
    {
      gsize n = MIN (size - done, CHUNK_BYTES);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !gdk_pixbuf_loader_write (loader, data + done, n, error))
        {
          gdk_pixbuf_loader_close (loader, NULL);
          return FALSE;
        }
      done += n;
    }
  return gdk_pixbuf_loader_close (loader, error);
}

/* Of a JPEG that breaks off the loader makes the rest grey, so its end is looked for: behind the segments, one of which
 * may hold a small picture with an end of its own. No other two bytes among the points are the same. */
static gboolean
has_jpeg_end (GBytes *file)
{
  gsize size, at = 2;
  const guchar *data = g_bytes_get_data (file, &size);

  while (at + 4 <= size && data[at] == 0xff && data[at + 1] != 0xda)
    at += data[at + 1] == 0xff ? 1 : 2 + (gsize) ((data[at + 2] << 8) + data[at + 3]);
  return at < size && memmem (data + at, size - at, "\xff\xd9", 2) != NULL;
}

static GdkPixbuf *
decode (GBytes *file, const char *name, gboolean *is_jpeg, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) reason = NULL;
  Reading reading = { FALSE };

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &reading);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), &reading);
  const gboolean is_read = feed (loader, &reading, file, cancellable, &reason);
  g_clear_pointer (&reading.has_row, g_free);
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *format_name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  GdkPixbuf *pixels = gdk_pixbuf_loader_get_pixbuf (loader);

  *is_jpeg = g_strcmp0 (format_name, "jpeg") == 0;
  if (reading.is_too_large)
    set_too_large (name, error);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (!is_read)
    set_decoding_error (name, reason, error);
  else if (pixels == NULL || reading.n_rows < reading.height || (*is_jpeg && !has_jpeg_end (file)))
    set_damaged (name, error);
  else
    return g_object_ref (pixels);
  return NULL;
}

/* Under points that cannot be seen lies whatever was there before they were made so. White is what shows there. What
 * comes out has red, green and blue alone, as the colours are converted so. */
static GdkPixbuf *
create_flat (GdkPixbuf *pixels)
{
  if (!gdk_pixbuf_get_has_alpha (pixels))
    return g_object_ref (pixels);

  const int width = gdk_pixbuf_get_width (pixels), height = gdk_pixbuf_get_height (pixels);
  GdkPixbuf *flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (pixels, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return flat;
}

static void
transform_rows (cmsHTRANSFORM transform, GdkPixbuf *pixels, GCancellable *cancellable)
{
  const int height = gdk_pixbuf_get_height (pixels), stride = gdk_pixbuf_get_rowstride (pixels);
  guchar *data = gdk_pixbuf_get_pixels (pixels);

  for (int y = 0; y < height && !g_cancellable_is_cancelled (cancellable); y += ROWS_AT_ONCE)
    for (int row = y; row < MIN (y + ROWS_AT_ONCE, height); row++)
      cmsDoTransform (transform, data + (gsize) row * (gsize) stride, data + (gsize) row * (gsize) stride,
                      (cmsUInt32Number) gdk_pixbuf_get_width (pixels));
}

/* A profile names the device it was measured for. The copy has none, so its colours become those that are meant where
 * none is named: sRGB. @profile: (nullable): in base64 */
static void
convert_colors (GdkPixbuf *pixels, const char *profile, GCancellable *cancellable)
{
  gsize size = 0;
  g_autofree guchar *data = profile != NULL ? g_base64_decode (profile, &size) : NULL;
  cmsHPROFILE from = size > 0 && size <= G_MAXUINT32 ? cmsOpenProfileFromMem (data, (cmsUInt32Number) size) : NULL;

  if (from == NULL)
    return;
  if (cmsGetColorSpace (from) == cmsSigRgbData)
    {
      cmsHPROFILE to = cmsCreate_sRGBProfile ();
      cmsHTRANSFORM transform = cmsCreateTransform (from, TYPE_RGB_8, to, TYPE_RGB_8, INTENT_PERCEPTUAL, 0);

      if (transform != NULL)
        {
          transform_rows (transform, pixels, cancellable);
          cmsDeleteTransform (transform);
        }
      cmsCloseProfile (to);
    }
  cmsCloseProfile (from);
}

static void
heed_clean_picture_finalize (GObject *object)
{
  g_clear_object (&HEED_CLEAN_PICTURE (object)->pixels);
  G_OBJECT_CLASS (heed_clean_picture_parent_class)->finalize (object);
}

static void
heed_clean_picture_class_init (HeedCleanPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_clean_picture_finalize;
}

static void
heed_clean_picture_init (HeedCleanPicture *self)
{
}

/**
 * heed_clean_picture_read: decodes a picture as it is meant to be seen: upright, on white, in the colours of sRGB.
 * @name: how the person knows the file
 *
 * Reads whatever the platform's loaders of gdk-pixbuf read; of a moving picture the first image. Blocks, so it is for a
 * thread. Returns: (transfer full): the picture; or one sentence: %HEED_ERROR_NOT_FOUND for what is gone or may not be
 * read, %HEED_ERROR_MALFORMED for what is empty, damaged or no picture, %HEED_ERROR_REFUSED for more than
 * %HEED_CLEAN_PICTURE_MOST_BYTES or %HEED_CLEAN_PICTURE_MOST_POINTS.
 */
HeedCleanPicture *
heed_clean_picture_read (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && name != NULL, NULL);

  gboolean is_jpeg = FALSE;
  g_autoptr (GBytes) bytes = read_bytes (file, name, cancellable, error);
  g_autoptr (GdkPixbuf) decoded = bytes != NULL ? decode (bytes, name, &is_jpeg, cancellable, error) : NULL;
  g_autoptr (GdkPixbuf) upright = decoded != NULL ? gdk_pixbuf_apply_embedded_orientation (decoded) : NULL;
  g_autoptr (GdkPixbuf) flat = upright != NULL ? create_flat (upright) : NULL;

  if (decoded == NULL)
    return NULL;
  if (flat == NULL)
    {
      set_too_large (name, error);
      return NULL;
    }
  convert_colors (flat, gdk_pixbuf_get_option (decoded, "icc-profile"), cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  HeedCleanPicture *self = g_object_new (HEED_TYPE_CLEAN_PICTURE, NULL);
  self->pixels = g_steal_pointer (&flat);
  self->traces = heed_picture_traces_read (bytes);
  self->suffix = is_jpeg ? "jpg" : "png";
  return self;
}

int
heed_clean_picture_get_width (HeedCleanPicture *self)
{
  g_return_val_if_fail (HEED_IS_CLEAN_PICTURE (self), 0);
  return gdk_pixbuf_get_width (self->pixels);
}

int
heed_clean_picture_get_height (HeedCleanPicture *self)
{
  g_return_val_if_fail (HEED_IS_CLEAN_PICTURE (self), 0);
  return gdk_pixbuf_get_height (self->pixels);
}

/** heed_clean_picture_get_traces: what the original carries, and a copy does not. */
HeedPictureTraces
heed_clean_picture_get_traces (HeedCleanPicture *self)
{
  g_return_val_if_fail (HEED_IS_CLEAN_PICTURE (self), HEED_PICTURE_TRACES_NONE);
  return self->traces;
}

/** heed_clean_picture_get_suffix: (transfer none): "jpg" for what came as JPEG, else "png", which loses nothing. */
const char *
heed_clean_picture_get_suffix (HeedCleanPicture *self)
{
  g_return_val_if_fail (HEED_IS_CLEAN_PICTURE (self), NULL);
  return self->suffix;
}

/** heed_clean_picture_new_preview: (transfer full): the picture with at most @most points a side, for the screen. */
GdkPixbuf *
heed_clean_picture_new_preview (HeedCleanPicture *self, int most)
{
  g_return_val_if_fail (HEED_IS_CLEAN_PICTURE (self) && most > 0, NULL);

  const int width = gdk_pixbuf_get_width (self->pixels), height = gdk_pixbuf_get_height (self->pixels);
  const double scale = (double) most / MAX (width, height);
  if (scale >= 1)
    return g_object_ref (self->pixels);
  return gdk_pixbuf_scale_simple (self->pixels, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1),
                                  GDK_INTERP_BILINEAR);
}

static gboolean
write_cb (const char *data, gsize size, GError **error, gpointer user_data)
{
  Sink *sink = user_data;

  if (g_cancellable_set_error_if_cancelled (sink->cancellable, error))
    return FALSE;
  g_byte_array_append (sink->bytes, (const guint8 *) data, (guint) size);
  return TRUE;
}

/* The points themselves are black afterwards: there is nothing that could be lifted off. */
static GdkPixbuf *
create_blackened (GdkPixbuf *pixels, const HeedBlackBox *boxes, guint n_boxes)
{
  if (n_boxes == 0)
    return g_object_ref (pixels);
  GdkPixbuf *copy = gdk_pixbuf_copy (pixels);
  for (guint i = 0; copy != NULL && i < n_boxes; i++)
    {
      g_autoptr (GdkPixbuf)
        part = gdk_pixbuf_new_subpixbuf (copy, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);

      gdk_pixbuf_fill (part, 0x000000ff);
    }
  return copy;
}

/**
 * heed_clean_picture_encode: the picture as a file that holds its points, black under the boxes, and nothing else.
 * @boxes: (array length=n_boxes) (nullable): all within the picture
 * @suffix: "jpg" or "png"
 *
 * Blocks. Returns: (transfer full): the file; or %HEED_ERROR_REFUSED where the memory does not suffice.
 */
GBytes *
heed_clean_picture_encode (HeedCleanPicture *self, const HeedBlackBox *boxes, guint n_boxes, const char *suffix,
                           GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (HEED_IS_CLEAN_PICTURE (self) && (boxes != NULL || n_boxes == 0) && suffix != NULL, NULL);

  g_autoptr (GdkPixbuf) pixels = create_blackened (self->pixels, boxes, n_boxes);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) reason = NULL;
  Sink sink = { bytes, cancellable };
  gboolean is_written = FALSE;

  if (pixels != NULL && g_strcmp0 (suffix, "jpg") == 0)
    is_written = gdk_pixbuf_save_to_callback (pixels, write_cb, &sink, "jpeg", &reason, "quality", JPEG_QUALITY, NULL);
  else if (pixels != NULL)
    is_written = gdk_pixbuf_save_to_callback (pixels, write_cb, &sink, "png", &reason, NULL);
  if (is_written)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_REFUSED,
                         _ ("There is not enough memory for the copy. Close other programs and try it again."));
  return NULL;
}

static const char *
get_suffix_for (HeedCleanPicture *self, GFile *target)
{
  g_autofree char *name = g_file_get_basename (target);
  g_autofree char *folded = g_ascii_strdown (name != NULL ? name : "", -1);

  if (g_str_has_suffix (folded, ".png"))
    return "png";
  if (g_str_has_suffix (folded, ".jpg") || g_str_has_suffix (folded, ".jpeg"))
    return "jpg";
  return self->suffix;
}

static void
set_writing_error (const GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
           || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_REFUSED,
                         _ ("Nothing may be written there. Choose another folder."));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error_literal (error, HEED_ERROR, HEED_ERROR_REFUSED,
                         _ ("There is no room left on the disk. Make room or choose another one."));
  else
    /* Translators: the system's own reason. */
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                 _ ("The copy could not be written: %s. Choose another folder or name."), reason->message);
}

/**
 * heed_clean_picture_save: writes what heed_clean_picture_encode() makes, in the format that the name of @target ends
 * with, else in the own one.
 *
 * Blocks. A file that was there stays as it was unless all of the copy could be written: %HEED_ERROR_REFUSED says why.
 */
gboolean
heed_clean_picture_save (HeedCleanPicture *self, const HeedBlackBox *boxes, guint n_boxes, GFile *target,
                         GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (HEED_IS_CLEAN_PICTURE (self) && G_IS_FILE (target), FALSE);

  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes)
    bytes = heed_clean_picture_encode (self, boxes, n_boxes, get_suffix_for (self, target), cancellable, error);

  if (bytes == NULL)
    return FALSE;
  if (g_file_replace_contents (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                               G_FILE_CREATE_NONE, NULL, cancellable, &reason))
    return TRUE;
  set_writing_error (reason, error);
  return FALSE;
}
