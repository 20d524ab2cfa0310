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

struct _HeedSegment
{
  HeedWords *words;
  GMutex lock;       /* the messages are made by several threads */
  GHashTable *found; /* lists of words → what of them is in it, which does not change any more */
};

static void
segment_free (gpointer data)
{
  HeedSegment *segment = data;

  heed_words_free (segment->words);
  g_hash_table_unref (segment->found);
  g_mutex_clear (&segment->lock);
  g_free (segment);
}

static const HeedSegment *
get_segment (const HeedWordsPart *part)
{
  return g_bytes_get_data (part->segment, NULL);
}

static void
clear_part (gpointer data)
{
  g_bytes_unref (((HeedWordsPart *) data)->segment);
}

/* Whether the sign before the blank at @at keeps the words on its two sides from being one phrase, as joins() says: a
 * dot does so behind a word that is too long to be shortened. */
static gboolean
parts_phrases (const char *text, const char *at)
{
  if (at == text || (*at != ' ' && *at != '\n'))
    return FALSE;
  if (at[-1] == '!' || at[-1] == '?')
    return TRUE;
  if (*at == '\n' && strchr (",;:", at[-1]) != NULL)
    return TRUE;
  if (at[-1] != '.' || at - text <= LONGEST_SHORT + 1)
    return FALSE;
  for (guint i = 0; i <= LONGEST_SHORT; i++)
    if (!g_ascii_isalnum (at[-2 - (int) i]))
      return FALSE;
  return TRUE;
}

/* The end of the first segment of @text: behind the blanks that follow it. */
static const char *
find_segment_end (const char *text)
{
  const char *at = text;

  while (*at != '\0' && !parts_phrases (text, at))
    at++;
  while (*at == ' ' || *at == '\n')
    at++;
  return at;
}

static GBytes *
read_segment (const char *text, gsize length, HeedMemory *memory)
{
  g_autofree char *own = g_strndup (text, length);
  g_autofree char *key = g_strconcat ("words ", own, NULL);
  GBytes *known = heed_memory_recall (memory, key);

  if (known != NULL)
    return known;
  HeedSegment *segment = g_new0 (HeedSegment, 1);
  segment->words = heed_words_new (own);
  g_mutex_init (&segment->lock);
  segment->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  GBytes *bytes = g_bytes_new_with_free_func (segment, sizeof *segment, segment_free, segment);
  heed_memory_keep_bytes (memory, key, bytes, sizeof *segment + segment->words->words->len * 2 * sizeof (HeedWord));
  return bytes;
}

/**
 * heed_words_new_with_memory: cuts a text into words; most of its sentences were cut before.
 * @text: valid UTF-8
 * @memory: (nullable): keeps the words of each sentence, and what is found among them
 *
 * Returns: (transfer full): as heed_words_new()
 */
HeedWords *
heed_words_new_with_memory (const char *text, HeedMemory *memory)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (memory == NULL)
    return heed_words_new (text);

  HeedWords *words = g_new0 (HeedWords, 1);
  words->words = g_array_sized_new (FALSE, FALSE, sizeof (HeedWord), (guint) strlen (text) / 4);
  words->parts = g_array_new (FALSE, FALSE, sizeof (HeedWordsPart));
  g_array_set_clear_func (words->parts, clear_part);
  for (const char *at = text; *at != '\0';)
    {
      const char *end = find_segment_end (at);
      HeedWordsPart part = { read_segment (at, (gsize) (end - at), memory), (gsize) (at - text), words->words->len };
      const GArray *known = get_segment (&part)->words->words;

      g_array_append_val (words->parts, part);
      g_array_append_vals (words->words, known->data, known->len);
      for (guint i = part.first; i < words->words->len; i++)
        {
          HeedWord *word = &g_array_index (words->words, HeedWord, i);
          word->start += part.start;
          word->end += part.start;
        }
      at = end;
    }
  return words;
}

/** heed_words_part_get_words: (transfer none): the words of a part, with their places in it. */
const HeedWords *
heed_words_part_get_words (const HeedWordsPart *part)
{
  g_return_val_if_fail (part != NULL, NULL);
  return get_segment (part)->words;
}

/** heed_words_part_get_found: (transfer none) (nullable): what was noted of @lists with heed_words_part_set_found(). */
const GArray *
heed_words_part_get_found (const HeedWordsPart *part, gconstpointer lists)
{
  g_return_val_if_fail (part != NULL && lists != NULL, NULL);

  HeedSegment *segment = (HeedSegment *) get_segment (part);
  g_mutex_lock (&segment->lock);
  const GArray *found = g_hash_table_lookup (segment->found, lists);
  g_mutex_unlock (&segment->lock);
  return found;
}

/**
 * heed_words_part_set_found: notes what of @lists is in a part; what is noted already stays.
 * @found: (transfer full)
 *
 * Returns: (transfer none): what is noted
 */
const GArray *
heed_words_part_set_found (const HeedWordsPart *part, gconstpointer lists, GArray *found)
{
  g_return_val_if_fail (part != NULL && lists != NULL && found != NULL, NULL);

  HeedSegment *segment = (HeedSegment *) get_segment (part);
  g_mutex_lock (&segment->lock);
  GArray *noted = g_hash_table_lookup (segment->found, lists);
  if (noted == NULL)
    g_hash_table_insert (segment->found, (gpointer) lists, g_array_ref (noted = found));
  g_mutex_unlock (&segment->lock);
  g_array_unref (found);
  return noted;
}

void
heed_words_free (HeedWords *words)
{
  if (words == NULL)
    return;
  g_array_unref (words->words);
  if (words->letters != NULL)
    g_string_free (words->letters, TRUE);
  g_clear_pointer (&words->parts, g_array_unref);
  g_free (words);
}
