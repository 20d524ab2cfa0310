/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds names of persons by what stands beside them: two to five words with capitals. */

#include "heed-name-finder.h"

#include <string.h>

#include "heed-privacy.h"
#include "heed-word-list.h"

#define MOST_NAMES 5

/* The index of the first word of the text that starts behind @word. */
static guint
find_word (const HeedReader *reader, const HeedBesideWord *word)
{
  gsize place = heed_plain_get_place (reader->plain, word->end);
  guint low = 0;
  guint high = reader->words->words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (heed_words_get (reader->words, middle)->start < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* "van der Berg", "de la Cruz": small words within a name. */
static gboolean
is_particle (const char *word)
{
  return heed_word_list_is_part ("name_particle", word, strlen (word));
}

/* Hebrew has no capitals: a first name and a last name are taken for one. */
static guint
count_hebrew (const HeedReader *reader, guint first)
{
  guint count = 0;

  while (count < 2 && first + count < reader->words->words->len)
    {
      const HeedWord *name = heed_words_get (reader->words, first + count);
      gunichar letter = g_utf8_get_char (reader->text + name->start);
      if (g_unichar_get_script (letter) != G_UNICODE_SCRIPT_HEBREW || (count > 0 && !name->is_joined))
        return 0;
      count++;
    }
  return count;
}

/* The words from word @first on that make a name: "Jane T. Roe", "Alice van der Berg". */
static guint
count_capitals (const HeedReader *reader, guint first)
{
  guint count = 0;

  while (first + count < reader->words->words->len && count < MOST_NAMES)
    {
      const HeedWord *name = heed_words_get (reader->words, first + count);
      if ((!name->has_capital && (count == 0 || !is_particle (name->folded))) || (count > 0 && !name->is_joined))
        break;
      count++;
    }
  while (count > 0 && !heed_words_get (reader->words, first + count - 1)->has_capital)
    count--;
  return count;
}

/**
 * heed_name_finder_find_behind: finds the name of a person that stands right behind @word, "my name is Jane Roe".
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_name_finder_find_behind (const HeedReader *reader, const HeedBesideWord *word, GArray *spans)
{
  g_return_if_fail (reader != NULL && word != NULL && spans != NULL);

  guint first = find_word (reader, word);
  guint count = MAX (count_hebrew (reader, first), count_capitals (reader, first));

  if (count < 2)
    return;
  const HeedWord *start = heed_words_get (reader->words, first);
  if (start->start - heed_plain_get_place (reader->plain, word->end) > 3)
    return;
  HeedPrivateSpan span = { start->start, heed_words_get (reader->words, first + count - 1)->end, HEED_PRIVATE_NAME };
  g_array_append_val (spans, span);
}

/**
 * heed_name_finder_find_before: finds the name of a person that stands right before word @index, which starts an
 * address or the words for a date of birth: "Jane Roe, 12 High Street", "Jane Roe, born on 1 May 1980".
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_name_finder_find_before (const HeedReader *reader, guint index, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  const HeedWords *words = reader->words;
  guint end = index;

  if (end > 0 && heed_reader_has_word (reader, end - 1, "place"))
    end--;
  guint first = end;
  while (first > 0 && end - first <= MOST_NAMES && (first == end || heed_words_get (words, first)->is_joined)
         && (heed_words_get (words, first - 1)->has_capital
             || (first < end && is_particle (heed_words_get (words, first - 1)->folded))))
    first--;
  while (first < end && !heed_words_get (words, first)->has_capital)
    first++;
  if (end - first < 2 || end - first > MOST_NAMES)
    return;
  const HeedWord *last = heed_words_get (words, end - 1);
  if (heed_words_get (words, end)->start - last->end > 3 || strchr (".!?:", reader->text[last->end]) != NULL)
    return;
  HeedPrivateSpan span = { heed_words_get (words, first)->start, last->end, HEED_PRIVATE_NAME };
  g_array_append_val (spans, span);
}
