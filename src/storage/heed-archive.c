/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-archive.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-archive-csv.h"
#include "heed-archive-input.h"
#include "heed-archive-json.h"
#include "heed-error.h"

typedef struct
{
  const HeedArchiveFuncs *funcs;
  HeedArchiveInput *input;
  HeedArchiveRow *row;
  guint64 n_posts;
  const char *first_fault;
  guint64 reported;
} Reading;

static void
report_progress (Reading *reading)
{
  guint64 done, size;

  heed_archive_input_get_progress (reading->input, &done, &size);
  if (done == reading->reported || reading->funcs->progress == NULL)
    return;
  reading->reported = done;
  reading->funcs->progress (done, size, reading->funcs->user_data);
}

static void
leave_out (Reading *reading, const char *why)
{
  if (reading->first_fault == NULL)
    reading->first_fault = why;
  reading->funcs->left_out (why, 1, reading->funcs->user_data);
}

static void
take_row (Reading *reading, const HeedArchiveValue *values)
{
  const char *why = NULL;
  const HeedPost *post = heed_archive_row_read (reading->row, values, &why);

  if (post == NULL)
    {
      leave_out (reading, why);
      return;
    }
  reading->n_posts++;
  reading->funcs->post (post, reading->funcs->user_data);
}

/* Files that were put together from others repeat the line of column names. */
static gboolean
is_header (HeedArchiveValue id)
{
  const char *name = heed_archive_column_names[HEED_ARCHIVE_ID];

  return id.length >= strlen (name) && memcmp (id.text + id.length - strlen (name), name, strlen (name)) == 0;
}

static gboolean
read_csv (Reading *reading, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (HeedArchiveCsv) csv = heed_archive_csv_new ();
  g_autofree char *missing = NULL;
  gsize length, n;
  gboolean at_end;
  const char *text = heed_archive_input_peek (reading->input, &length, &at_end);

  if (!heed_archive_csv_read_header (csv, text, length, &n, &missing))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                   _ ("“%s” is no archive of messages: its first line does not name the columns %s. Give a CSV file "
                      "with these columns or JSON lines with these keys."),
                   name, missing);
      return FALSE;
    }

  for (;;)
    {
      HeedArchiveValue values[HEED_ARCHIVE_N_COLUMNS];

      heed_archive_input_skip (reading->input, n);
      if (!heed_archive_input_fill (reading->input, cancellable, error))
        return FALSE;
      report_progress (reading);
      text = heed_archive_input_peek (reading->input, &length, &at_end);
      if (length == 0)
        return TRUE;
      n = heed_archive_csv_read_row (csv, text, length, at_end, values);
      if (!heed_archive_csv_is_blank (csv) && !is_header (values[HEED_ARCHIVE_ID]))
        take_row (reading, values);
    }
}

static gboolean
read_json_lines (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (HeedArchiveJson) json = heed_archive_json_new ();

  for (;;)
    {
      HeedArchiveValue values[HEED_ARCHIVE_N_COLUMNS];
      gsize length;
      gboolean at_end;

      if (!heed_archive_input_fill (reading->input, cancellable, error))
        return FALSE;
      report_progress (reading);
      const char *text = heed_archive_input_peek (reading->input, &length, &at_end);
      if (length == 0)
        return TRUE;

      const char *line_end = memchr (text, '\n', length);
      gsize line_length = line_end != NULL ? (gsize) (line_end - text) : length;
      switch (heed_archive_json_read_line (json, text, line_length, values))
        {
        case HEED_ARCHIVE_LINE_ROW:
          take_row (reading, values);
          break;
        case HEED_ARCHIVE_LINE_DAMAGED:
          leave_out (reading, _ ("The line is no JSON object."));
          break;
        case HEED_ARCHIVE_LINE_BLANK:
        default:
          break;
        }
      heed_archive_input_skip (reading->input, MIN (line_length + 1, length));
    }
}

/* Skips a byte order mark; tells whether what follows is JSON lines. */
static gboolean
begins_with_brace (HeedArchiveInput *input)
{
  gsize length;
  gboolean at_end;
  const char *text = heed_archive_input_peek (input, &length, &at_end);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      heed_archive_input_skip (input, 3);
      text = heed_archive_input_peek (input, &length, &at_end);
    }
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return text[i] == '{';
  return FALSE;
}

static gboolean
read_messages (Reading *reading, const char *name, GCancellable *cancellable, GError **error)
{
  if (!heed_archive_input_fill (reading->input, cancellable, error))
    return FALSE;
  if (begins_with_brace (reading->input))
    return read_json_lines (reading, cancellable, error);
  return read_csv (reading, name, cancellable, error);
}

/* A file may end early or hold rows that are none; one of which nothing can be used is no archive. */
static gboolean
conclude (const Reading *reading, const char *name, GError **error)
{
  const char *damage = heed_archive_input_get_damage (reading->input);

  if (reading->n_posts > 0 && damage != NULL)
    reading->funcs->left_out (_ (damage), 1, reading->funcs->user_data);
  else if (damage != NULL)
    g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                 _ ("“%s” is damaged before its first message. Copy or download it again."), name);
  else if (reading->n_posts == 0 && reading->first_fault != NULL)
    g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                 /* Translators: a file, and a sentence on its first row. */
                 _ ("“%s” is no archive of messages: none of its rows can be used. %s"), name, reading->first_fault);
  return reading->n_posts > 0 || (damage == NULL && reading->first_fault == NULL);
}

/**
 * heed_archive_read: reads every message of a file, in the file's order, in memory that does not grow with it.
 * @file: CSV or JSON lines, plain or packed by gzip or xz; told apart by what they hold, not by name
 * @funcs: who is told; rows that occur twice are passed on twice
 *
 * A file that is cut off or damaged on the way is read up to there, and the rest is one thing left out.
 *
 * Returns: %FALSE with %HEED_ERROR_NOT_FOUND, %HEED_ERROR_REFUSED (cannot be opened), %HEED_ERROR_MALFORMED (no
 *   archive), %HEED_ERROR_SERVER (the disk failed) or %G_IO_ERROR_CANCELLED
 */
gboolean
heed_archive_read (GFile *file, const HeedArchiveFuncs *funcs, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && funcs != NULL, FALSE);

  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (HeedArchiveInput) input = heed_archive_input_open (file, cancellable, error);
  g_autoptr (HeedArchiveRow) row = heed_archive_row_new ();
  Reading reading = { .funcs = funcs, .input = input, .row = row };

  if (input == NULL || !read_messages (&reading, name, cancellable, error))
    return FALSE;
  return conclude (&reading, name, error);
}
