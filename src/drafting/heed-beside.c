/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-beside.h"

#include <string.h>

#include "heed-privacy.h"
#include "heed-word-list.h"

/* No entry of data/checks/ takes more signs. */
#define LONGEST_WORDS 60

/**
 * heed_reader_new: reads a text.
 * @text: valid UTF-8; must outlive what is returned
 * @memory: (nullable): keeps what is read in each sentence
 *
 * Returns: (transfer full)
 */
HeedReader *
heed_reader_new (const char *text, HeedMemory *memory)
{
  g_return_val_if_fail (text != NULL, NULL);

  HeedReader *reader = g_new0 (HeedReader, 1);
  reader->text = text;
  reader->plain = heed_plain_new (text);
  reader->words = heed_words_new_with_memory (text, memory);
  reader->beside = g_array_new (FALSE, FALSE, sizeof (HeedBesideWord));

  g_autoptr (GArray) matches = heed_word_list_find_beside (text, reader->words);
  for (guint i = 0; i < matches->len; i++)
    {
      const HeedWordMatch *match = heed_word_match_get (matches, i);
      HeedBesideWord word = { .list = match->list,
                              .start = heed_plain_find (reader->plain, match->start),
                              .end = heed_plain_find (reader->plain, match->end),
                              .first = match->first,
                              .last = match->last };
      g_array_append_val (reader->beside, word);
    }
  return reader;
}

void
heed_reader_free (HeedReader *reader)
{
  if (reader == NULL)
    return;
  heed_plain_free (reader->plain);
  heed_words_free (reader->words);
  g_array_unref (reader->beside);
  g_free (reader);
}

/* The number of words that start before @at. */
static guint
count_before (const HeedReader *reader, gsize at)
{
  guint low = 0;
  guint high = reader->beside->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (reader->beside, HeedBesideWord, middle).start < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Where something is does not say what a number is: "call me in Leeds at". */
static gboolean
says_what (const char *list)
{
  return strncmp (list, "street", strlen ("street")) != 0 && !g_str_equal (list, "place") && !g_str_equal (list, "unit")
         && !g_str_equal (list, "home") && !g_str_equal (list, "address_field");
}

/**
 * heed_reader_follows: whether a word of @list ends at most @reach signs before @at, in plain signs.
 *
 * The nearest words decide: behind "account" and "order" a number is an order's, and "my number of the case" is none to
 * call, though "my number" is.
 */
gboolean
heed_reader_follows (const HeedReader *reader, gsize at, const char *list, gsize reach)
{
  g_return_val_if_fail (reader != NULL && list != NULL, FALSE);

  gsize nearest = 0;
  gboolean is_found = FALSE;
  for (guint i = count_before (reader, at); i-- > 0;)
    {
      const HeedBesideWord *word = &g_array_index (reader->beside, HeedBesideWord, i);
      if (word->start + reach + LONGEST_WORDS < at)
        break;
      if (word->end > at || at - word->end > reach || word->end < nearest)
        continue;
      gboolean is_listed = g_str_equal (word->list, list);
      if (!is_listed && !says_what (word->list))
        continue;
      is_found = is_listed || (is_found && word->end == nearest);
      nearest = word->end;
    }
  return is_found;
}

/** heed_reader_has_word: whether a word of @list starts at word @index of the text. */
gboolean
heed_reader_has_word (const HeedReader *reader, guint index, const char *list)
{
  g_return_val_if_fail (reader != NULL && list != NULL, FALSE);

  const GArray *beside = reader->beside;
  guint low = 0;
  guint high = beside->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (beside, HeedBesideWord, middle).first < index)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < beside->len && g_array_index (beside, HeedBesideWord, low).first == index; low++)
    if (g_str_equal (g_array_index (beside, HeedBesideWord, low).list, list))
      return TRUE;
  return FALSE;
}

/** heed_reader_add_span: adds a private span, given in plain signs. */
void
heed_reader_add_span (const HeedReader *reader, GArray *spans, gsize start, gsize end, int kind)
{
  g_return_if_fail (reader != NULL && spans != NULL && start <= end);

  HeedPrivateSpan span = { heed_plain_get_place (reader->plain, start), heed_plain_get_place (reader->plain, end),
                           (HeedPrivateKind) kind };
  g_array_append_val (spans, span);
}
