/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a text into words once, so that every list of words is looked up in the same pass. */

#include "heed-words.h"

#include <string.h>

#define RIGHT_QUOTE 0x2019

static gboolean
is_word_char (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character) || character == '_';
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* An apostrophe belongs to a word when letters stand on both sides of it. In a list "d'*" is every word that starts so.
 */
static const char *
find_end (const char *at)
{
  while (TRUE)
    {
      while (g_ascii_isalnum (*at))
        at++;
      gunichar character = g_utf8_get_char (at);
      gboolean is_apostrophe = character == '\'' || character == RIGHT_QUOTE;
      gunichar next = is_apostrophe ? g_utf8_get_char (g_utf8_next_char (at)) : 0;
      if (!is_word_char (character) && !(is_apostrophe && (g_unichar_isalpha (next) || next == '*')))
        return at;
      at = g_utf8_next_char (at);
    }
}

static void
fold (GString *letters, const char *start, const char *end)
{
  gboolean is_ascii = TRUE;

  for (const char *at = start; at < end; at++)
    is_ascii = is_ascii && (*at & 0x80) == 0;
  if (is_ascii)
    {
      gsize before = letters->len;
      g_string_append_len (letters, start, end - start);
      for (char *at = letters->str + before; *at != '\0'; at++)
        *at = g_ascii_tolower (*at);
    }
  else
    {
      g_autofree char *composed = g_utf8_normalize (start, end - start, G_NORMALIZE_NFC);
      g_autofree char *folded = g_utf8_casefold (composed, -1);
      gsize before = letters->len;
      g_string_append (letters, folded);
      for (char *quote = strstr (letters->str + before, "’"); quote != NULL; quote = strstr (quote, "’"))
        {
          gsize place = (gsize) (quote - letters->str);
          *quote = '\'';
          g_string_erase (letters, (gssize) place + 1, (gssize) strlen ("’") - 1);
          quote = letters->str + place;
        }
    }
  g_string_append_c (letters, '\0');
}

#define GERESH 0x05F3
#define GERSHAYIM 0x05F4
#define DEGREE 0x00B0

/* A dot behind so short a word may only shorten it. In letters. */
#define LONGEST_SHORT 3

static gboolean
is_hebrew (gunichar character)
{
  return character >= 0x05D0 && character <= 0x05EA;
}

/* Whether a dot shortens the word of so many letters before it, "d.o.b.", "Kd.-Nr.", "réf. client": behind a longer one
 * than a letter, a word with a capital starts a sentence. */
static gboolean
is_shortening_dot (gunichar next, gunichar first, glong letters)
{
  return letters == 1 || (letters <= LONGEST_SHORT && (next == '-' || !g_unichar_isupper (first)));
}

/* What shortens a word may stand between two of one phrase: a dot, "n° client", and in Hebrew a quotation mark before
 * the last letter or behind it. */
static gboolean
is_shortening (gunichar character, gunichar next, gunichar before, glong letters)
{
  if (character == '/' || character == DEGREE)
    return letters == 1;
  if (character == '\'' || character == GERESH)
    return is_hebrew (before);
  return (character == '"' || character == GERSHAYIM) && is_hebrew (before) && is_hebrew (next);
}

/* Between two words of one phrase stand blanks, one dash, and what shortens the first. */
static gboolean
joins (const char *from, const char *to, glong letters)
{
  const gunichar before = g_utf8_get_char (g_utf8_prev_char (from));
  guint dashes = 0;

  for (; from < to; from = g_utf8_next_char (from))
    {
      gunichar character = g_utf8_get_char (from);
      gunichar next = g_utf8_get_char (g_utf8_next_char (from));
      gboolean is_short = character == '.' ? is_shortening_dot (next, g_utf8_get_char (to), letters)
                                           : is_shortening (character, next, before, letters);
      if (character == '-' || character == 0x2010 || character == 0x2011)
        dashes++;
      else if (!g_unichar_isspace (character) && !is_short)
        return FALSE;
    }
  return dashes <= 1;
}

/**
 * heed_words_new: cuts a text into words: letters, digits, marks and “_” without anything between them.
 * @text: valid UTF-8
 *
 * Returns: (transfer full)
 */
HeedWords *
heed_words_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  HeedWords *words = g_new0 (HeedWords, 1);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *before = text;
  glong letters = 0;

  words->words = g_array_new (FALSE, FALSE, sizeof (HeedWord));
  words->letters = g_string_sized_new (strlen (text) + 1);
  for (const char *at = text; *at != '\0';)
    {
      gunichar character = g_utf8_get_char (at);
      if (!is_word_char (character))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      const char *end = find_end (at);
      gsize offset = words->letters->len;
      HeedWord word = { .start = (gsize) (at - text),
                        .end = (gsize) (end - text),
                        .is_joined = words->words->len > 0 && joins (before, at, letters),
                        .has_capital = g_unichar_isupper (character) };
      fold (words->letters, at, end);
      g_array_append_val (words->words, word);
      g_array_append_val (offsets, offset);
      letters = g_utf8_strlen (at, end - at);
      before = at = end;
    }
  /* Only now does the buffer stay where it is. */
  for (guint i = 0; i < words->words->len; i++)
    g_array_index (words->words, HeedWord, i).folded = words->letters->str + g_array_index (offsets, gsize, i);
  return words;
}

void
heed_words_free (HeedWords *words)
{
  if (words == NULL)
    return;
  g_array_unref (words->words);
  g_string_free (words->letters, TRUE);
  g_free (words);
}
