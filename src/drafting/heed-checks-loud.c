/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-checks-private.h"

/* Capitals are shouting from here on: letters of a single word, and of several in a row. */
#define LOUD_WORD 7
#define LOUD_WORDS 8

static char *
dup_calm (const char *text, const char *start, const char *end)
{
  g_autofree char *calm = g_utf8_strdown (start, end - start);
  const char *before = start;

  while (before > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before))))
    before = g_utf8_prev_char (before);
  if (before > text && strchr (".!?", before[-1]) == NULL)
    return g_steal_pointer (&calm);

  g_autofree char *first = g_utf8_substring (calm, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);
  return g_strconcat (capital, g_utf8_next_char (calm), NULL);
}

/* A row of words in capitals. Names of the company and its products are often written so. */
typedef struct
{
  const char *start;
  const char *end;
  guint words;
  guint letters;
} Row;

static gboolean
is_own_name (const HeedCheck *check, const char *start, const char *end)
{
  g_autofree char *words = g_strndup (start, (gsize) (end - start));
  const char *const names[] = { check->facts->company, check->facts->product };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && strstr (names[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
end_row (const HeedCheck *check, Row *row)
{
  gboolean is_loud = row->words > 1 ? row->letters >= LOUD_WORDS : row->letters >= LOUD_WORD;

  if (row->words > 0 && is_loud && !is_own_name (check, row->start, row->end))
    heed_check_warn (check, "shouting", (gsize) (row->start - check->text), (gsize) (row->end - check->text),
                     _ ("Capitals read as shouting; small letters are heard better."),
                     dup_calm (check->text, row->start, row->end));
  *row = (Row){ 0 };
}

/* Reads one word. Returns its letters when all are capitals, 0 otherwise; numbers and addresses are no words. */
static guint
read_capitals (const char *word, const char **end)
{
  guint letters = 0;
  gboolean is_loud = TRUE;

  for (*end = word; **end != '\0'; *end = g_utf8_next_char (*end))
    {
      /* Most letters are these; behind one only the end of the word matters. */
      if (g_ascii_islower (**end) || (!is_loud && g_ascii_isgraph (**end)))
        {
          is_loud = FALSE;
          continue;
        }
      gunichar character = g_utf8_get_char (*end);
      if (g_unichar_isspace (character))
        break;
      if (g_unichar_isupper (character))
        letters++;
      else if (g_unichar_isalnum (character) || strchr ("@#/_", (int) MIN (character, 0x7F)) != NULL)
        is_loud = FALSE;
    }
  return is_loud ? letters : 0;
}

/** heed_check_capitals: finds words that shout. */
void
heed_check_capitals (const HeedCheck *check)
{
  Row row = { 0 };

  for (const char *at = check->text; *at != '\0';)
    {
      if (*at == ' ' || g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      const char *end;
      guint letters = read_capitals (at, &end);
      if (letters < 2)
        end_row (check, &row);
      else
        {
          row.start = row.start != NULL ? row.start : at;
          row.end = end;
          row.words++;
          row.letters += letters;
        }
      at = end;
    }
  end_row (check, &row);
}

static gsize
measure_mark (const char *at, gboolean *is_question)
{
  if ((*at & 0x80) == 0 && *at != '!' && *at != '?')
    return 0;

  gunichar character = g_utf8_get_char (at);

  *is_question |= character == '?' || character == 0xFF1F || character == 0x2047 || character == 0x2048
                  || character == 0x2049;
  if (character == '!' || character == '?')
    return 1;
  return character == 0xFF01 || character == 0xFF1F || character == 0x203C
             || (character >= 0x2047 && character <= 0x2049)
           ? (gsize) (g_utf8_next_char (at) - at)
           : 0;
}

/** heed_check_exclamations: finds runs of "!" and "?", full-width ones too, and the "1" of a missed shift key. */
void
heed_check_exclamations (const HeedCheck *check)
{
  for (const char *at = check->text; *at != '\0';)
    {
      if (g_ascii_isalnum (*at) || *at == ' ')
        {
          at++;
          continue;
        }
      const char *start = at;
      gboolean is_question = FALSE;
      guint marks = 0;

      for (gsize size = measure_mark (at, &is_question); size > 0; size = measure_mark (at, &is_question))
        {
          at += size;
          marks++;
        }
      while (marks > 1 && *at == '1')
        at++;
      if (marks > 1)
        heed_check_warn (check, "shouting", (gsize) (start - check->text), (gsize) (at - check->text),
                         _ ("One mark is enough."), g_strdup (is_question ? "?" : "!"));
      if (at == start)
        at = g_utf8_next_char (at);
    }
}
