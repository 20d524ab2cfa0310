/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds numbers that say who somebody is, by the forms of data/identifiers/numbers.json. */

#include "heed-id-finder.h"

#include <string.h>

#include "heed-numbers.h"

/* How far before a number the word for it may stand. In signs. */
#define REACH 30
#define OTHER_REACH 14

/* What starts at a place of a text, as far as an id could go: its letters, and where it is parted by what. */
typedef struct
{
  char letters[HEED_NUMBERS_LONGEST_ID + 1];
  gsize places[HEED_NUMBERS_LONGEST_ID];
  gsize count;
} Candidate;

static void
read_candidate (const char *text, gsize start, Candidate *candidate)
{
  candidate->count = 0;
  for (gsize at = start; candidate->count < HEED_NUMBERS_LONGEST_ID; at++)
    {
      if (text[at] != '\0' && strchr (" \n-+./", text[at]) != NULL && candidate->count > 0
          && g_ascii_isalnum (text[at + 1]))
        continue;
      if (!g_ascii_isalnum (text[at]))
        break;
      candidate->places[candidate->count] = at;
      candidate->letters[candidate->count++] = g_ascii_toupper (text[at]);
    }
  candidate->letters[candidate->count] = '\0';
}

static gboolean
fits_pattern (const HeedIdForm *form, const Candidate *candidate)
{
  if (candidate->count < form->length)
    return FALSE;
  for (gsize i = 0; i < form->length; i++)
    {
      char wanted = form->pattern[i];
      char letter = candidate->letters[i];
      if ((wanted == '9' && !g_ascii_isdigit (letter)) || (wanted == 'A' && !g_ascii_isalpha (letter)))
        return FALSE;
    }
  return TRUE;
}

static void
append_number (GString *shape, gsize number)
{
  if (number >= 10)
    g_string_append_c (shape, (char) ('0' + number / 10));
  g_string_append_c (shape, (char) ('0' + number % 10));
}

/* How the first @length letters are parted, such as "3-2-4"; a line may break where a blank could stand. */
static void
describe_shape (const char *text, const Candidate *candidate, gsize length, GString *shape)
{
  gsize group = 1;

  g_string_truncate (shape, 0);
  for (gsize i = 1; i < length; i++)
    {
      char sign = text[candidate->places[i] - 1];

      if (candidate->places[i] == candidate->places[i - 1] + 1)
        {
          group++;
          continue;
        }
      append_number (shape, group);
      g_string_append_c (shape, sign == '\n' ? ' ' : sign);
      group = 1;
    }
  append_number (shape, group);
}

static gboolean
fits_shape (const char *text, const HeedIdForm *form, const Candidate *candidate, GString *shape)
{
  g_assert (form->length > 0 && form->length <= candidate->count);

  gsize end = candidate->places[form->length - 1] + 1;

  if (g_ascii_isalnum (text[end]))
    return FALSE;
  if (form->shapes == NULL)
    return TRUE;
  /* A part of a longer number, parted in the same way, is none. */
  if (text[end] != '\0' && strchr ("-./", text[end]) != NULL && g_ascii_isdigit (text[end + 1]))
    return FALSE;
  describe_shape (text, candidate, form->length, shape);
  return g_strv_contains ((const char *const *) form->shapes, shape->str);
}

/* Small letters that a blank parts from the digits are words of their own: "at 123456 a". */
static gboolean
has_loose_words (const char *text, const HeedIdForm *form, const Candidate *candidate)
{
  gboolean is_parted = FALSE;

  for (gsize at = candidate->places[0]; at < candidate->places[form->length - 1]; at++)
    is_parted |= g_ascii_isspace (text[at]);
  for (gsize i = 0; is_parted && i < form->length; i++)
    if (g_ascii_islower (text[candidate->places[i]]))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (const HeedReader *reader, const HeedIdForm *form, gsize start)
{
  /* What fits by its form alone may as well be what the word before it says: "order 123-45-6789". */
  if (form->words == NULL)
    return !heed_reader_follows (reader, start, "not_phone", OTHER_REACH);
  for (guint i = 0; form->words[i] != NULL; i++)
    if (heed_reader_follows (reader, start, form->words[i], REACH))
      return TRUE;
  return FALSE;
}

static gboolean
fits (const HeedReader *reader, const HeedIdForm *form, const Candidate *candidate, GString *shape)
{
  char letters[HEED_NUMBERS_LONGEST_ID + 1];

  if (!fits_pattern (form, candidate) || !fits_shape (reader->plain->text, form, candidate, shape)
      || (has_loose_words (reader->plain->text, form, candidate)
          && !heed_reader_follows (reader, candidate->places[0], "tax_id", REACH)))
    return FALSE;
  memcpy (letters, candidate->letters, form->length);
  letters[form->length] = '\0';
  return (form->prefixes == NULL || heed_numbers_has_prefix (letters, form->prefixes))
         && (form->birth == NULL || heed_check_digits_is_birth (form->birth, letters)) && form->check (form, letters)
         && is_named (reader, form, candidate->places[0]);
}

static gboolean
may_start (const char *text, gsize at)
{
  if (!g_ascii_isalnum (text[at]))
    return FALSE;
  return at == 0
         || (!g_ascii_isalnum (text[at - 1])
             && (strchr ("-./", text[at - 1]) == NULL || at < 2 || !g_ascii_isalnum (text[at - 2])));
}

/* The digits that every form holds at the least. */
static guint
count_least_digits (const GPtrArray *forms)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < forms->len; i++)
    {
      const HeedIdForm *form = forms->pdata[i];
      guint digits = 0;

      for (gsize k = 0; k < form->length; k++)
        digits += form->pattern[k] == '9';
      least = MIN (least, digits);
    }
  return least;
}

/* The digits from @start up to @end, which are moved on through the text. */
typedef struct
{
  gsize start;
  gsize end;
  guint digits;
} Window;

/* Counts the digits within the reach of a candidate that starts at @start; one sign parts its letters at most. */
static guint
count_ahead (Window *window, const HeedPlain *plain, gsize start)
{
  const gsize end = MIN (start + 2 * HEED_NUMBERS_LONGEST_ID, plain->length);

  for (; window->end < end; window->end++)
    window->digits += g_ascii_isdigit (plain->text[window->end]);
  for (; window->start < start; window->start++)
    window->digits -= g_ascii_isdigit (plain->text[window->start]);
  return window->digits;
}

/**
 * heed_id_finder_find: finds numbers of persons and accounts of many countries, by their form and check digits.
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_id_finder_find (const HeedReader *reader, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  const GPtrArray *forms = heed_numbers_get_ids ();
  const char *text = reader->plain->text;
  const guint least_digits = count_least_digits (forms);
  g_autoptr (GString) shape = g_string_new (NULL);
  Candidate candidate;
  Window window = { 0 };

  for (gsize at = 0; text[at] != '\0'; at++)
    {
      if (!may_start (text, at) || count_ahead (&window, reader->plain, at) < least_digits)
        continue;
      read_candidate (text, at, &candidate);
      for (guint i = 0; i < forms->len; i++)
        {
          const HeedIdForm *form = forms->pdata[i];
          if (!fits (reader, form, &candidate, shape))
            continue;
          heed_reader_add_span (reader, spans, at, candidate.places[form->length - 1] + 1, (int) form->kind);
          break;
        }
    }
}
