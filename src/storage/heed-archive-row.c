/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-archive-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-archive-text.h"
#include "heed-archive-time.h"

const char *const heed_archive_column_names[HEED_ARCHIVE_N_COLUMNS] = {
  [HEED_ARCHIVE_ID] = "tweet_id",     [HEED_ARCHIVE_AUTHOR] = "author_id",
  [HEED_ARCHIVE_INBOUND] = "inbound", [HEED_ARCHIVE_CREATED_AT] = "created_at",
  [HEED_ARCHIVE_TEXT] = "text",       [HEED_ARCHIVE_PARENTS] = "in_response_to_tweet_id",
};

/* The post handed out points into @arena, which is used again for the next row: reading costs no allocation a row. */
struct _HeedArchiveRow
{
  HeedPost post;
  char *arena;
  gsize size;
  gsize used;
  GPtrArray *parents;
  GPtrArray *addressees;
};

static gboolean
is_separator (char c)
{
  return c == ',' || c == ';' || c == '|' || c == '[' || c == ']' || c == '"' || c == '\'' || (guchar) c <= ' ';
}

static HeedArchiveValue
trim (HeedArchiveValue value)
{
  while (value.length > 0 && is_separator (value.text[0]))
    {
      value.text++;
      value.length--;
    }
  while (value.length > 0 && is_separator (value.text[value.length - 1]))
    value.length--;
  return value;
}

static gboolean
equals (HeedArchiveValue value, const char *word)
{
  return value.length == strlen (word) && g_ascii_strncasecmp (value.text, word, value.length) == 0;
}

/* What programs write where there is nothing. */
static gboolean
is_nothing (HeedArchiveValue value)
{
  return value.length == 0 || equals (value, "nan") || equals (value, "null") || equals (value, "none")
         || equals (value, "<na>");
}

/* "3.0" is what is left of the id 3 after a table program took the column for numbers. */
static gsize
get_id_length (HeedArchiveValue value)
{
  gsize digits = 0;

  while (digits < value.length && g_ascii_isdigit (value.text[digits]))
    digits++;
  if (digits == 0 || digits + 1 >= value.length || value.text[digits] != '.')
    return value.length;
  for (gsize i = digits + 1; i < value.length; i++)
    if (value.text[i] != '0')
      return value.length;
  return digits;
}

/** heed_archive_value_is_id: whether it can be the id of one message: no blanks, nothing but visible ASCII. */
gboolean
heed_archive_value_is_id (HeedArchiveValue value)
{
  value = trim (value);
  if (is_nothing (value) || value.length > 512)
    return FALSE;
  for (gsize i = 0; i < value.length; i++)
    if (is_separator (value.text[i]) || (guchar) value.text[i] >= 0x7f)
      return FALSE;
  return TRUE;
}

/** heed_archive_value_is_id_list: whether it can be a list of numbers or nothing, as the columns after the text hold.
 */
gboolean
heed_archive_value_is_id_list (HeedArchiveValue value)
{
  value = trim (value);
  if (is_nothing (value))
    return TRUE;
  for (gsize i = 0; i < value.length; i++)
    if (!g_ascii_isdigit (value.text[i]) && value.text[i] != '.' && !is_separator (value.text[i]))
      return FALSE;
  return TRUE;
}

/** heed_archive_value_parse_inbound: reads True, False, 1, 0 and their like. */
gboolean
heed_archive_value_parse_inbound (HeedArchiveValue value, gboolean *inbound)
{
  static const char *const yes[] = { "true", "1", "1.0", "t", "yes", "y" };
  static const char *const no[] = { "false", "0", "0.0", "f", "no", "n" };

  value = trim (value);
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (equals (value, yes[i]) || equals (value, no[i]))
      {
        *inbound = equals (value, yes[i]);
        return TRUE;
      }
  return FALSE;
}

/**
 * heed_archive_value_parse_time: reads `Tue Oct 31 22:10:47 +0000 2017` or RFC 3339; without an offset it is UTC.
 * @time: (out): Unix seconds
 */
gboolean
heed_archive_value_parse_time (HeedArchiveValue value, gint64 *time)
{
  value = trim (value);
  return heed_archive_parse_time (value.text, value.length, time);
}

static char *
keep (HeedArchiveRow *row, const char *text, gsize length)
{
  char *kept = row->arena + row->used;

  g_assert (row->used + length < row->size);
  memcpy (kept, text, length);
  kept[length] = '\0';
  row->used += length + 1;
  return kept;
}

static void
read_parents (HeedArchiveRow *row, HeedArchiveValue value)
{
  const char *p = value.text;
  const char *end = p + value.length;

  g_ptr_array_set_size (row->parents, 0);
  while (p < end)
    {
      HeedArchiveValue id = { .text = p };

      while (p < end && !is_separator (*p))
        p++;
      id.length = p - id.text;
      if (!is_nothing (id))
        g_ptr_array_add (row->parents, keep (row, id.text, get_id_length (id)));
      if (p < end)
        p++;
    }
  g_ptr_array_add (row->parents, NULL);
  row->post.parents = row->parents->len > 1 ? (char **) row->parents->pdata : NULL;
}

static gboolean
is_handle_char (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Handles as the network has them. An @ inside a word belongs to a mail address. */
static void
read_addressees (HeedArchiveRow *row)
{
  const char *text = row->post.text;

  g_ptr_array_set_size (row->addressees, 0);
  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@'))
    {
      gsize length = 0;

      if (at > text && is_handle_char (at[-1]))
        continue;
      while (is_handle_char (at[1 + length]))
        length++;
      if (length > 0)
        g_ptr_array_add (row->addressees, keep (row, at + 1, length));
    }
  g_ptr_array_add (row->addressees, NULL);
  row->post.addressees = row->addressees->len > 1 ? (char **) row->addressees->pdata : NULL;
}

/* Everything a row can need is asked for at once, so that nothing moves while the post points at it. */
static void
empty_arena (HeedArchiveRow *row, const HeedArchiveValue *values)
{
  gsize need = 64;

  for (guint i = 0; i < HEED_ARCHIVE_N_COLUMNS; i++)
    need += 2 * values[i].length + 2;
  need += 2 * HEED_ARCHIVE_TEXT_GROWTH * values[HEED_ARCHIVE_TEXT].length;
  if (need > row->size)
    {
      row->size = MAX (need, 2 * row->size);
      row->arena = g_realloc (row->arena, row->size);
    }
  row->used = 0;
}

/**
 * heed_archive_row_read: makes a post of a row's fields.
 * @values: by #HeedArchiveColumn; length 0 where the row has none
 * @why: (out): what is missing, as a sentence
 *
 * Returns: (transfer none) (nullable): the post, good until the next call; %NULL when it holds no usable message
 */
const HeedPost *
heed_archive_row_read (HeedArchiveRow *row, const HeedArchiveValue *values, const char **why)
{
  HeedArchiveValue id = trim (values[HEED_ARCHIVE_ID]);
  HeedArchiveValue author = trim (values[HEED_ARCHIVE_AUTHOR]);
  gboolean inbound = FALSE;

  empty_arena (row, values);
  if (author.length > 0 && author.text[0] == '@')
    author = (HeedArchiveValue){ .text = author.text + 1, .length = author.length - 1 };

  if (!heed_archive_value_is_id (id))
    *why = _ ("The row has no message id.");
  else if (is_nothing (author))
    *why = _ ("The row does not say who wrote.");
  else if (!heed_archive_value_parse_inbound (values[HEED_ARCHIVE_INBOUND], &inbound))
    *why = _ ("The row does not say whether a customer or a company wrote.");
  else if (!heed_archive_value_parse_time (values[HEED_ARCHIVE_CREATED_AT], &row->post.created_at))
    *why = _ ("The row has no time, or one that cannot be read.");
  else
    *why = NULL;
  if (*why != NULL)
    return NULL;

  row->post.id = keep (row, id.text, get_id_length (id));
  row->post.author = keep (row, author.text, get_id_length (author));
  if (!g_utf8_validate (row->post.author, -1, NULL))
    g_strcanon (row->post.author, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-.:/", '_');
  row->post.author_handle = row->post.author;
  row->post.from_company = !inbound;

  row->post.text = row->arena + row->used;
  row->used += heed_archive_text_clean (values[HEED_ARCHIVE_TEXT], row->post.text) + 1;
  read_parents (row, values[HEED_ARCHIVE_PARENTS]);
  read_addressees (row);
  return &row->post;
}

HeedArchiveRow *
heed_archive_row_new (void)
{
  HeedArchiveRow *row = g_new0 (HeedArchiveRow, 1);

  row->parents = g_ptr_array_new ();
  row->addressees = g_ptr_array_new ();
  return row;
}

void
heed_archive_row_free (HeedArchiveRow *row)
{
  if (row == NULL)
    return;
  g_ptr_array_unref (row->parents);
  g_ptr_array_unref (row->addressees);
  g_free (row->arena);
  g_free (row);
}
