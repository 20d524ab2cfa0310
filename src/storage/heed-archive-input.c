/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-archive-input.h"

#include <glib/gi18n.h>
#include <lzma.h>
#include <string.h>

#include "heed-error.h"

#define RAW_SIZE (128 * 1024)
#define PLAIN_SIZE (4 * HEED_ARCHIVE_WINDOW)

/* More than any xz preset asks for when it unpacks (65 MiB at -9); a file that wants more is no archive of ours. */
#define XZ_MEMORY_LIMIT (256 * 1024 * 1024)

typedef enum
{
  PACKING_NONE,
  PACKING_GZIP,
  PACKING_XZ,
} Packing;

struct _HeedArchiveInput
{
  char *name;
  GInputStream *stream;
  guint64 done;
  guint64 size;
  Packing packing;
  GConverter *inflater;
  lzma_stream xz;

  guint8 *raw;
  gsize raw_start;
  gsize raw_end;
  gboolean raw_at_end;

  char *plain;
  gsize start;
  gsize end;
  gboolean at_end;
  const char *damage;
};

static const struct
{
  const char *magic;
  gsize length;
  const char *name;
} foreign[] = {
  { "PK\003\004", 4, "zip" },          { "BZh", 3, "bzip2" },
  { "\x28\xb5\x2f\xfd", 4, "zstd" },   { "7z\xbc\xaf\x27\x1c", 6, "7z" },
  { "SQLite format 3", 15, "SQLite" }, { "%PDF-", 5, "PDF" },
};

static gboolean
read_raw (HeedArchiveInput *input, GCancellable *cancellable, GError **error)
{
  if (input->raw_start > 0)
    {
      memmove (input->raw, input->raw + input->raw_start, input->raw_end - input->raw_start);
      input->raw_end -= input->raw_start;
      input->raw_start = 0;
    }

  g_autoptr (GError) reason = NULL;
  gssize n = g_input_stream_read (input->stream, input->raw + input->raw_end, RAW_SIZE - input->raw_end, cancellable,
                                  &reason);
  if (n < 0)
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        g_set_error (error, HEED_ERROR, HEED_ERROR_SERVER,
                     _ ("“%s” could not be read: %s. Check the disk it is on, then try again."), input->name,
                     reason->message);
      return FALSE;
    }
  input->raw_end += n;
  input->done += n;
  input->raw_at_end = n == 0;
  return TRUE;
}

static void
stop_at_damage (HeedArchiveInput *input, const char *why)
{
  input->damage = why;
  input->at_end = TRUE;
}

static void
unpack_none (HeedArchiveInput *input)
{
  gsize n = MIN (input->raw_end - input->raw_start, PLAIN_SIZE - input->end);

  memcpy (input->plain + input->end, input->raw + input->raw_start, n);
  input->raw_start += n;
  input->end += n;
  input->at_end = input->raw_at_end && input->raw_start == input->raw_end;
}

/* A .gz may be several streams one after the other, as parallel compressors and "cat a.gz b.gz" make them. */
static void
next_gzip_member (HeedArchiveInput *input)
{
  gsize left = input->raw_end - input->raw_start;
  const guint8 *raw = input->raw + input->raw_start;

  if (left >= 2 && raw[0] == 0x1f && raw[1] == 0x8b)
    g_converter_reset (input->inflater);
  else if (left > 0 || input->raw_at_end)
    input->at_end = TRUE;
}

static void
unpack_gzip (HeedArchiveInput *input)
{
  g_autoptr (GError) error = NULL;
  gsize n_read = 0;
  gsize n_written = 0;
  GConverterResult result = g_converter_convert (
    input->inflater, input->raw + input->raw_start, input->raw_end - input->raw_start, input->plain + input->end,
    PLAIN_SIZE - input->end, input->raw_at_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, &n_written,
    &error);

  if (result == G_CONVERTER_ERROR)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
        stop_at_damage (input, N_ ("The compressed file is damaged; what follows the damage could not be read."));
      else if (input->raw_at_end)
        stop_at_damage (input, N_ ("The compressed file ends early; what should follow is missing."));
      return;
    }
  input->raw_start += n_read;
  input->end += n_written;
  if (result == G_CONVERTER_FINISHED)
    next_gzip_member (input);
}

static void
unpack_xz (HeedArchiveInput *input)
{
  lzma_stream *xz = &input->xz;

  xz->next_in = input->raw + input->raw_start;
  xz->avail_in = input->raw_end - input->raw_start;
  xz->next_out = (guint8 *) input->plain + input->end;
  xz->avail_out = PLAIN_SIZE - input->end;
  lzma_ret result = lzma_code (xz, input->raw_at_end ? LZMA_FINISH : LZMA_RUN);
  input->raw_start = input->raw_end - xz->avail_in;
  input->end = PLAIN_SIZE - xz->avail_out;

  if (result == LZMA_STREAM_END)
    input->at_end = TRUE;
  else if (result == LZMA_BUF_ERROR && input->raw_at_end && xz->avail_out > 0)
    stop_at_damage (input, N_ ("The compressed file ends early; what should follow is missing."));
  else if (result != LZMA_OK && result != LZMA_BUF_ERROR)
    stop_at_damage (input, N_ ("The compressed file is damaged; what follows the damage could not be read."));
}

static void
unpack (HeedArchiveInput *input)
{
  switch (input->packing)
    {
    case PACKING_GZIP:
      unpack_gzip (input);
      break;
    case PACKING_XZ:
      unpack_xz (input);
      break;
    case PACKING_NONE:
    default:
      unpack_none (input);
    }
}

/* Names lie, first bytes do not. */
static gboolean
detect_packing (HeedArchiveInput *input, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (input->raw_end >= foreign[i].length && memcmp (input->raw, foreign[i].magic, foreign[i].length) == 0)
      {
        g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                     _ ("“%s” is a %s file. Unpack it or export it as CSV or JSON lines, then give that file."),
                     input->name, foreign[i].name);
        return FALSE;
      }

  if (input->raw_end >= 2 && memcmp (input->raw, "\x1f\x8b", 2) == 0)
    {
      input->packing = PACKING_GZIP;
      input->inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
    }
  else if (input->raw_end >= 6
           && memcmp (input->raw,
                      "\xfd"
                      "7zXZ",
                      6)
                == 0)
    {
      input->packing = PACKING_XZ;
      if (lzma_stream_decoder (&input->xz, XZ_MEMORY_LIMIT, LZMA_CONCATENATED) != LZMA_OK)
        g_error ("There is no memory to unpack with");
    }
  return TRUE;
}

static GInputStream *
open_stream (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GInputStream *stream = G_INPUT_STREAM (g_file_read (file, cancellable, &reason));

  if (stream != NULL || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (stream == NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      return stream;
    }
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND, _ ("There is no file “%s”. Check how it is spelt."), name);
  else
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED, _ ("“%s” cannot be read: %s. Give a file you may read."), name,
                 reason->message);
  return NULL;
}

/**
 * heed_archive_input_open: opens a file, plain or packed by gzip or xz, whatever its name says.
 *
 * Returns: (transfer full): the input, or %HEED_ERROR_NOT_FOUND, %HEED_ERROR_REFUSED (no permission, a folder),
 *   %HEED_ERROR_MALFORMED (a format that is surely another), %HEED_ERROR_SERVER (the disk failed)
 */
HeedArchiveInput *
heed_archive_input_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (HeedArchiveInput) input = g_new0 (HeedArchiveInput, 1);

  input->name = g_file_get_parse_name (file);
  input->xz = (lzma_stream) LZMA_STREAM_INIT;
  input->raw = g_malloc (RAW_SIZE);
  input->plain = g_malloc (PLAIN_SIZE);
  input->stream = open_stream (file, input->name, cancellable, error);
  if (input->stream == NULL)
    return NULL;

  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (input->stream),
                                                               G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL)
    input->size = MAX (g_file_info_get_size (info), 0);

  /* A pipe may hand over its first bytes one by one. */
  while (!input->raw_at_end && input->raw_end < 16)
    if (!read_raw (input, cancellable, error))
      return NULL;
  return detect_packing (input, error) ? g_steal_pointer (&input) : NULL;
}

/**
 * heed_archive_input_fill: sees to it that a whole window can be looked at, or all that is left.
 *
 * Returns: %FALSE when the file cannot be read on, or on cancellation
 */
gboolean
heed_archive_input_fill (HeedArchiveInput *input, GCancellable *cancellable, GError **error)
{
  if (input->at_end || input->end - input->start >= HEED_ARCHIVE_WINDOW)
    return TRUE;

  memmove (input->plain, input->plain + input->start, input->end - input->start);
  input->end -= input->start;
  input->start = 0;
  while (!input->at_end && input->end < PLAIN_SIZE)
    {
      gsize before = input->raw_end - input->raw_start + input->end;

      unpack (input);
      if (input->at_end || input->end == PLAIN_SIZE)
        break;
      gsize after = input->raw_end - input->raw_start + input->end;
      if ((input->raw_start == input->raw_end || before == after) && !input->raw_at_end
          && !read_raw (input, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/** heed_archive_input_peek: (transfer none): what lies ahead; @at_end says that nothing comes after it. */
const char *
heed_archive_input_peek (const HeedArchiveInput *input, gsize *length, gboolean *at_end)
{
  *length = input->end - input->start;
  *at_end = input->at_end;
  return input->plain + input->start;
}

void
heed_archive_input_skip (HeedArchiveInput *input, gsize n)
{
  g_assert (n <= input->end - input->start);
  input->start += n;
}

/** heed_archive_input_get_progress: bytes of the file read so far, and its size, 0 when not known. */
void
heed_archive_input_get_progress (const HeedArchiveInput *input, guint64 *done, guint64 *size)
{
  *done = input->done;
  *size = input->size;
}

/** heed_archive_input_get_damage: (transfer none) (nullable): the sentence, untranslated, that says why it ends early.
 */
const char *
heed_archive_input_get_damage (const HeedArchiveInput *input)
{
  return input->damage;
}

void
heed_archive_input_free (HeedArchiveInput *input)
{
  if (input == NULL)
    return;
  g_free (input->name);
  g_clear_object (&input->stream);
  g_clear_object (&input->inflater);
  lzma_end (&input->xz);
  g_free (input->raw);
  g_free (input->plain);
  g_free (input);
}
