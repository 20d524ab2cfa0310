/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a CSV file, good and bad.
 *
 * What is written as RFC 4180 says is read to the letter, whatever the texts
 * hold. Only where a row is not well-formed does the reader guess, and then
 * by one rule: a row begins at a line that has an id, a time and True or
 * False in their columns. So a stray quotation mark costs at most a few
 * characters of its own row, never the next row. */

#include "heed-archive-csv.h"

#include <string.h>

struct _HeedArchiveCsv
{
  char delimiter;
  gboolean cr_ends;
  guint n_columns;
  int columns[HEED_ARCHIVE_N_COLUMNS];
  int answers_column;
  guint n_head;
  GArray *fields;
};

typedef struct
{
  const char *next;
  gboolean broken;
  gboolean loose;
  gboolean many_lines;
} Scan;

static gboolean row_starts_at (const HeedArchiveCsv *csv, const char *p, const char *end);

static const char *
skip_line_end (const char *p, const char *end)
{
  if (p < end && *p == '\r')
    p++;
  else if (p < end && *p == '\n')
    return p + 1;
  return p < end && *p == '\n' ? p + 1 : p;
}

/* The first line break at or after @p; @end when there is none. */
static const char *
find_line_end (const HeedArchiveCsv *csv, const char *p, const char *end)
{
  const char *found = memchr (p, csv->cr_ends ? '\r' : '\n', end - p);

  if (found == NULL)
    return end;
  return found > p && *found == '\n' && found[-1] == '\r' ? found - 1 : found;
}

static void
add_field (HeedArchiveCsv *csv, const char *start, const char *end, gboolean quoted)
{
  HeedArchiveValue field = { .text = start, .length = end - start, .quoted = quoted };

  g_array_append_val (csv->fields, field);
}

/* Whether a carriage return outside quotes ends the row or is one that a text was written with. */
static gboolean
cr_ends_row (const HeedArchiveCsv *csv, const char *p, const char *end)
{
  return csv->cr_ends || p + 1 == end || p[1] == '\n' || row_starts_at (csv, p + 1, end);
}

static const char *
scan_plain (HeedArchiveCsv *csv, const char *p, const char *end, Scan *scan)
{
  const char *start = p;
  const char delimiter = csv->delimiter;

  for (; p < end && *p != delimiter && *p != '\n'; p++)
    {
      /* Letters of all scripts, and most else. */
      if ((guchar) *p > '"')
        continue;
      if (*p == '"')
        scan->loose = TRUE;
      else if (*p == '\r' && cr_ends_row (csv, p, end))
        break;
    }
  add_field (csv, start, p, FALSE);
  return p;
}

/* @p is behind the opening mark. Returns NULL when the field does not end as RFC 4180 says. */
static const char *
scan_quoted (HeedArchiveCsv *csv, const char *p, const char *end, Scan *scan)
{
  const char *start = p;

  for (;;)
    {
      p = memchr (p, '"', end - p);
      if (p == NULL)
        return NULL;
      if (p + 1 < end && p[1] == '"')
        {
          p += 2;
          continue;
        }
      if (p + 1 < end && p[1] != csv->delimiter && p[1] != '\n' && p[1] != '\r')
        return NULL;
      scan->many_lines |= memchr (start, csv->cr_ends ? '\r' : '\n', p - start) != NULL;
      add_field (csv, start, p, TRUE);
      return p + 1;
    }
}

/* Splits the row at @p as RFC 4180 says; stops with "broken" set where it is not written so. */
static Scan
scan_row (HeedArchiveCsv *csv, const char *p, const char *end)
{
  Scan scan = { 0 };

  g_array_set_size (csv->fields, 0);
  for (;;)
    {
      p = p < end && *p == '"' ? scan_quoted (csv, p + 1, end, &scan) : scan_plain (csv, p, end, &scan);
      if (p == NULL)
        {
          scan.broken = TRUE;
          return scan;
        }
      if (p == end || *p != csv->delimiter)
        break;
      p++;
    }
  scan.next = skip_line_end (p, end);
  return scan;
}

/* Where the quoted field at @p closes, if it does before @end. */
static const char *
find_closing_mark (const HeedArchiveCsv *csv, const char *p, const char *end)
{
  for (p = memchr (p + 1, '"', end - p - 1); p != NULL; p = memchr (p, '"', end - p))
    {
      if (p + 1 == end || p[1] == csv->delimiter)
        return p;
      p += p[1] == '"' ? 2 : 1;
    }
  return NULL;
}

/* Splits a row whose end is known; a mark that nothing closes is a character like others. */
static void
split_piece (HeedArchiveCsv *csv, const char *p, const char *end)
{
  gboolean can_close = TRUE;

  g_array_set_size (csv->fields, 0);
  for (;; p++)
    {
      const char *mark = can_close && p < end && *p == '"' ? find_closing_mark (csv, p, end) : NULL;

      if (mark != NULL)
        {
          add_field (csv, p + 1, mark, TRUE);
          p = mark + 1;
        }
      else
        {
          const char *stop = memchr (p, csv->delimiter, end - p);

          /* What one search to the end did not find, another need not look for. */
          can_close &= p == end || *p != '"';
          stop = stop != NULL ? stop : end;
          add_field (csv, p, stop, FALSE);
          p = stop;
        }
      if (p == end)
        return;
    }
}

static HeedArchiveValue
get_field (const HeedArchiveCsv *csv, int column)
{
  if (column < 0 || (guint) column >= csv->fields->len)
    return (HeedArchiveValue){ .text = "" };
  return g_array_index (csv->fields, HeedArchiveValue, column);
}

/* Reads one field of a line for row_starts_at(); FALSE when the line ends first. */
static gboolean
peek_field (const HeedArchiveCsv *csv, const char **p, const char *end, HeedArchiveValue *field)
{
  const char *start = *p;
  const char *stop = start;

  if (start < end && *start == '"')
    {
      stop = memchr (start + 1, '"', end - start - 1);
      while (stop != NULL && stop + 1 < end && stop[1] == '"')
        stop = memchr (stop + 2, '"', end - stop - 2);
      if (stop == NULL)
        return FALSE;
      *field = (HeedArchiveValue){ .text = start + 1, .length = stop - start - 1, .quoted = TRUE };
      stop++;
    }
  else
    {
      while (stop < end && *stop != csv->delimiter && *stop != '\n' && *stop != '\r')
        stop++;
      *field = (HeedArchiveValue){ .text = start, .length = stop - start };
    }
  *p = stop < end && *stop == csv->delimiter ? stop + 1 : end;
  return TRUE;
}

/* Whether a line looks like the head of a row: an id, a time, and who wrote. */
static gboolean
row_starts_at (const HeedArchiveCsv *csv, const char *p, const char *end)
{
  gint64 time;
  gboolean inbound;

  for (guint i = 0; i < csv->n_head; i++)
    {
      HeedArchiveValue field;

      if (p == end || !peek_field (csv, &p, end, &field))
        return FALSE;
      if ((int) i == csv->columns[HEED_ARCHIVE_ID] && !heed_archive_value_is_id (field))
        return FALSE;
      if ((int) i == csv->columns[HEED_ARCHIVE_INBOUND] && !heed_archive_value_parse_inbound (field, &inbound))
        return FALSE;
      if ((int) i == csv->columns[HEED_ARCHIVE_CREATED_AT] && !heed_archive_value_parse_time (field, &time))
        return FALSE;
    }
  return TRUE;
}

/* Finds where a row that is not well-formed ends, and splits it. */
static const char *
recover_row (HeedArchiveCsv *csv, const char *p, const char *end, gboolean at_end)
{
  const char *first = find_line_end (csv, p, end);
  const char *stop = first;

  if (row_starts_at (csv, p, end))
    while (stop < end && !row_starts_at (csv, skip_line_end (stop, end), end))
      stop = find_line_end (csv, skip_line_end (stop, end), end);
  split_piece (csv, p, first);
  if (stop == first || (stop == end && (!at_end || csv->fields->len >= csv->n_columns)))
    return skip_line_end (first, end);

  split_piece (csv, p, stop > p && stop[-1] == '\n' ? stop - 1 : stop);
  return skip_line_end (stop, end);
}

static gboolean
fits_column (const HeedArchiveCsv *csv, int column)
{
  HeedArchiveValue field = get_field (csv, column);
  gint64 time;
  gboolean inbound;

  if (column == csv->columns[HEED_ARCHIVE_PARENTS] || column == csv->answers_column)
    return heed_archive_value_is_id_list (field);
  if (column == csv->columns[HEED_ARCHIVE_ID])
    return heed_archive_value_is_id (field);
  if (column == csv->columns[HEED_ARCHIVE_INBOUND])
    return heed_archive_value_parse_inbound (field, &inbound);
  return column != csv->columns[HEED_ARCHIVE_CREATED_AT] || heed_archive_value_parse_time (field, &time);
}

static gboolean
columns_after_text_fit (const HeedArchiveCsv *csv)
{
  for (guint i = csv->columns[HEED_ARCHIVE_TEXT] + 1; i < csv->n_columns; i++)
    if (!fits_column (csv, i))
      return FALSE;
  return TRUE;
}

/* Commas that should have been inside quotes make columns too many; they belong to the text. */
static void
give_commas_to_text (HeedArchiveCsv *csv)
{
  guint text = csv->columns[HEED_ARCHIVE_TEXT];

  if (csv->fields->len <= csv->n_columns || columns_after_text_fit (csv))
    return;

  guint extra = csv->fields->len - csv->n_columns;
  HeedArchiveValue *first = &g_array_index (csv->fields, HeedArchiveValue, text);
  HeedArchiveValue *last = &g_array_index (csv->fields, HeedArchiveValue, text + extra);
  first->length = last->text + last->length - first->text;
  g_array_remove_range (csv->fields, text + 1, extra);
}

/* Whether the first line, taken alone, is a whole row and the next line begins another: then the mark that
 * joined them stood there by mistake, although another mistake further on closed it. */
static gboolean
first_line_is_row (HeedArchiveCsv *csv, const char *p, const char *end)
{
  const char *line_end = find_line_end (csv, p, end);

  if (!row_starts_at (csv, p, line_end) || !row_starts_at (csv, skip_line_end (line_end, end), end))
    return FALSE;
  split_piece (csv, p, line_end);
  give_commas_to_text (csv);
  return csv->fields->len >= csv->n_columns && columns_after_text_fit (csv);
}

/** heed_archive_csv_is_blank: whether the row read last is an empty line. */
gboolean
heed_archive_csv_is_blank (const HeedArchiveCsv *csv)
{
  HeedArchiveValue field = get_field (csv, 0);

  if (csv->fields->len != 1)
    return FALSE;
  for (gsize i = 0; i < field.length; i++)
    if (!g_ascii_isspace (field.text[i]))
      return FALSE;
  return TRUE;
}

/**
 * heed_archive_csv_read_row: reads the row at the start of @text.
 * @at_end: nothing follows @text
 * @values: (out): by #HeedArchiveColumn, pointing into @text
 *
 * Returns: the bytes read, at least 1
 */
gsize
heed_archive_csv_read_row (HeedArchiveCsv *csv, const char *text, gsize length, gboolean at_end,
                           HeedArchiveValue *values)
{
  const char *end = text + length;

  g_assert (length > 0);
  Scan scan = scan_row (csv, text, end);
  gboolean is_whole = !scan.broken && (scan.next < end || at_end)
                      && (csv->fields->len >= csv->n_columns || heed_archive_csv_is_blank (csv))
                      && !(scan.many_lines && scan.loose);

  if (!is_whole || (scan.many_lines && first_line_is_row (csv, text, end)))
    scan.next = recover_row (csv, text, end, at_end);
  else if (scan.many_lines)
    scan_row (csv, text, end);
  give_commas_to_text (csv);
  for (guint i = 0; i < HEED_ARCHIVE_N_COLUMNS; i++)
    values[i] = get_field (csv, csv->columns[i]);
  return scan.next - text;
}

static int
find_column (const HeedArchiveCsv *csv, const char *name)
{
  for (guint i = 0; i < csv->fields->len; i++)
    {
      HeedArchiveValue field = get_field (csv, i);
      g_autofree char *found = g_strndup (field.text, field.length);

      if (g_ascii_strcasecmp (g_strstrip (found), name) == 0)
        return i;
    }
  return -1;
}

static void
set_columns (HeedArchiveCsv *csv, const int *columns, int answers_column, guint n_columns)
{
  memcpy (csv->columns, columns, sizeof csv->columns);
  csv->answers_column = answers_column;
  csv->n_columns = n_columns;
  csv->n_head = 1
                + MAX (MAX (columns[HEED_ARCHIVE_ID], columns[HEED_ARCHIVE_INBOUND]), columns[HEED_ARCHIVE_CREATED_AT]);
}

/* The columns that the contract names, in its order, for a file whose first line is already a message. */
static gboolean
read_as_headless (HeedArchiveCsv *csv, const char *p, const char *end)
{
  static const int columns[] = {
    [HEED_ARCHIVE_ID] = 0,         [HEED_ARCHIVE_AUTHOR] = 1, [HEED_ARCHIVE_INBOUND] = 2,
    [HEED_ARCHIVE_CREATED_AT] = 3, [HEED_ARCHIVE_TEXT] = 4,   [HEED_ARCHIVE_PARENTS] = 6,
  };

  csv->delimiter = ',';
  set_columns (csv, columns, 5, 7);
  return row_starts_at (csv, p, end);
}

/* Returns how many of the columns it found with this delimiter. */
static guint
try_delimiter (HeedArchiveCsv *csv, char delimiter, const char *p, const char *end, const char **next, char **missing)
{
  int columns[HEED_ARCHIVE_N_COLUMNS];
  guint n_found = 0;
  g_autoptr (GString) lacks = g_string_new (NULL);

  csv->delimiter = delimiter;
  *next = scan_row (csv, p, end).next;
  for (guint i = 0; i < HEED_ARCHIVE_N_COLUMNS; i++)
    {
      columns[i] = find_column (csv, heed_archive_column_names[i]);
      n_found += columns[i] >= 0;
      if (columns[i] < 0)
        g_string_append_printf (lacks, "%s%s", lacks->len > 0 ? ", " : "", heed_archive_column_names[i]);
    }
  set_columns (csv, columns, find_column (csv, "response_tweet_id"), csv->fields->len);
  g_free (*missing);
  *missing = g_string_free (g_steal_pointer (&lacks), FALSE);
  return n_found;
}

/**
 * heed_archive_csv_read_header: learns from the first line where each column is.
 * @n_read: (out): bytes of the header; 0 when the first line is already a message
 * @missing: (out) (transfer full): the names of the columns that are not there
 *
 * Returns: whether rows can be read
 */
gboolean
heed_archive_csv_read_header (HeedArchiveCsv *csv, const char *text, gsize length, gsize *n_read, char **missing)
{
  static const char delimiters[] = { ',', ';', '\t' };
  const char *end = text + length;
  const char *first_break = text;
  const char *next = text;

  while (first_break < end && *first_break != '\n' && *first_break != '\r')
    first_break++;
  *n_read = 0;
  csv->cr_ends = first_break < end && *first_break == '\r' && (first_break + 1 == end || first_break[1] != '\n');
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (try_delimiter (csv, delimiters[i], text, end, &next, missing) == HEED_ARCHIVE_N_COLUMNS)
      {
        *n_read = next - text;
        return TRUE;
      }
  if (read_as_headless (csv, text, end))
    return TRUE;
  try_delimiter (csv, ',', text, end, &next, missing);
  return FALSE;
}

HeedArchiveCsv *
heed_archive_csv_new (void)
{
  HeedArchiveCsv *csv = g_new0 (HeedArchiveCsv, 1);

  csv->fields = g_array_new (FALSE, FALSE, sizeof (HeedArchiveValue));
  return csv;
}

void
heed_archive_csv_free (HeedArchiveCsv *csv)
{
  if (csv == NULL)
    return;
  g_array_unref (csv->fields);
  g_free (csv);
}
