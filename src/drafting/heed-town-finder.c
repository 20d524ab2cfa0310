/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds postcodes that stand beside the name of their town: "10115 Berlin", "75-919 Zielona Góra", "1012 AB Amsterdam",
 * "Jakarta 12190", "Austin, TX 78701".
 * In German every noun has a capital, "in 12500 Fällen": the town is one that is known, or a place is spoken of. */

#include "heed-town-finder.h"

#include <string.h>

#include "heed-numbers.h"
#include "heed-privacy.h"

/* How far before a number a word says that it is something else, as "train". In signs. */
#define OTHER_REACH 14

static const HeedWord *
get_word (const HeedReader *reader, guint index)
{
  return index < reader->words->words->len ? heed_words_get (reader->words, index) : NULL;
}

static gboolean
is_digits (const HeedWord *word, gsize length)
{
  return word != NULL && strlen (word->folded) == length && strspn (word->folded, "0123456789") == length;
}

static gboolean
stands_behind (const HeedReader *reader, const HeedWord *before, const HeedWord *word, char sign)
{
  return word != NULL && word->start == before->end + 1 && reader->text[before->end] == sign;
}

/* The last word of the known town that starts at word @index; 0 when there is none. */
static guint
end_town (const HeedReader *reader, guint index)
{
  const HeedWord *word = get_word (reader, index);
  const HeedWord *next = get_word (reader, index + 1);

  if (word == NULL)
    return 0;
  if (heed_numbers_is_town_prefix (word->folded) && word->has_capital && next != NULL && next->has_capital
      && next->is_joined)
    return index + 1;
  return heed_numbers_is_town (word->folded) ? index : 0;
}

/* The last word of the postcode that starts at word @index, in one of the forms of Europe; −1 when there is none. */
static int
end_code (const HeedReader *reader, guint index)
{
  const HeedWord *word = get_word (reader, index);
  const HeedWord *next = get_word (reader, index + 1);

  if (is_digits (word, 5))
    return (int) index;
  if (is_digits (word, 2) && is_digits (next, 3) && stands_behind (reader, word, next, '-'))
    return (int) index + 1;
  if (is_digits (word, 3) && is_digits (next, 2) && stands_behind (reader, word, next, ' '))
    return (int) index + 1;
  if (is_digits (word, 4) && is_digits (next, 3) && stands_behind (reader, word, next, '-'))
    return (int) index + 1;
  if (is_digits (word, 4) && next != NULL && strlen (next->folded) == 2 && g_ascii_isalpha (next->folded[0])
      && g_ascii_isalpha (next->folded[1]) && stands_behind (reader, word, next, ' '))
    return (int) index + 1;
  return -1;
}

/* "in 10115 Berlin": a word of place, a round number of things apart; also behind the sign of a country, "D-10115". */
static gboolean
is_placed (const HeedReader *reader, guint index)
{
  const HeedWord *word = get_word (reader, index);
  const HeedWord *before = index > 0 ? get_word (reader, index - 1) : NULL;

  if (before == NULL || g_str_has_suffix (word->folded, "00"))
    return FALSE;
  if (before->has_capital && before->end - before->start <= 2 && stands_behind (reader, before, word, '-'))
    return TRUE;
  return word->is_joined && heed_reader_has_word (reader, index - 1, "place");
}

static void
find_town (const HeedReader *reader, guint index, GArray *spans)
{
  const HeedWord *code = get_word (reader, index);
  const gboolean is_short = is_digits (code, 4) && code->folded[0] != '0';
  int last = end_code (reader, index);

  if (last < 0 && !(is_short && is_placed (reader, index)))
    return;
  guint end = last < 0 ? index : (guint) last;
  const HeedWord *town = get_word (reader, end + 1);
  if (town == NULL || !town->is_joined || town->start != get_word (reader, end)->end + 1
      || heed_reader_follows (reader, heed_plain_find (reader->plain, code->start), "not_phone", OTHER_REACH))
    return;
  guint town_end = end_town (reader, end + 1);
  gboolean is_known = town_end != 0;
  gboolean is_likely = is_digits (code, 5) && town->has_capital && town->end - town->start >= 3
                       && is_placed (reader, index);
  if (!is_known && !is_likely)
    return;
  HeedPrivateSpan span = { code->start, get_word (reader, is_known ? town_end : end + 1)->end, HEED_PRIVATE_POSTCODE };
  g_array_append_val (spans, span);
}

/* "in Jakarta Selatan 12190": here the postcode stands behind the town. */
static void
find_code_behind (const HeedReader *reader, guint index, GArray *spans)
{
  const HeedWord *town = get_word (reader, index);
  const HeedWord *code = get_word (reader, index + 1);
  guint end = index + 1;

  if (index == 0 || code == NULL || !code->is_joined)
    return;
  if (code->has_capital)
    code = get_word (reader, ++end);
  if (!(is_digits (code, 5) || is_digits (code, 7)) || !code->is_joined || g_str_has_suffix (code->folded, "00")
      || !heed_numbers_is_town (town->folded)
      || !(heed_reader_has_word (reader, index - 1, "place") || reader->text[get_word (reader, index - 1)->end] == ','))
    return;
  HeedPrivateSpan span = { town->start, code->end, HEED_PRIVATE_POSTCODE };
  g_array_append_val (spans, span);
}

/* Whether a word has no small letter. */
static gboolean
is_shouted (const HeedReader *reader, const HeedWord *word)
{
  for (gsize at = word->start; at < word->end; at++)
    if (g_ascii_islower (reader->text[at]))
      return FALSE;
  return TRUE;
}

/* "Austin, TX 78701", "Austin, TX 78701-4321": the letters are a state's. */
static void
find_american (const HeedReader *reader, guint index, GArray *spans)
{
  const HeedWord *town = index > 0 ? get_word (reader, index - 1) : NULL;
  const HeedWord *state = get_word (reader, index);
  const HeedWord *code = get_word (reader, index + 1);
  const HeedWord *more = get_word (reader, index + 2);

  if (town == NULL || !is_digits (code, 5) || !code->is_joined || !is_shouted (reader, state) || !town->has_capital
      || is_shouted (reader, town) || !heed_numbers_is_american_state (state->folded))
    return;
  gboolean has_more = is_digits (more, 4) && stands_behind (reader, code, more, '-');
  HeedPrivateSpan span = { state->start, (has_more ? more : code)->end, HEED_PRIVATE_POSTCODE };
  g_array_append_val (spans, span);
}

/**
 * heed_town_finder_find: finds postcodes beside the name of a town or a state.
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_town_finder_find (const HeedReader *reader, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  for (guint i = 0; i < reader->words->words->len; i++)
    if (g_ascii_isdigit (get_word (reader, i)->folded[0]))
      find_town (reader, i, spans);
    else
      {
        find_code_behind (reader, i, spans);
        find_american (reader, i, spans);
      }
}
