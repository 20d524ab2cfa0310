/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the finders of streets and of postcodes have in common. */

#include "heed-address-private.h"

#include <string.h>

/** heed_address_get_word: (transfer none) (nullable): a word of the text; %NULL behind its end. */
const HeedWord *
heed_address_get_word (const HeedAddressFinder *finder, guint index)
{
  return index < finder->reader->words->words->len ? heed_words_get (finder->reader->words, index) : NULL;
}

/** heed_address_is_house_number: whether a word is the number of a house: up to @most digits, then perhaps a letter.
 * @word: (nullable) */
gboolean
heed_address_is_house_number (const HeedWord *word, gsize most)
{
  gsize digits = word != NULL ? strspn (word->folded, "0123456789") : 0;

  if (digits == 0 || digits > most || word->folded[0] == '0')
    return FALSE;
  return word->folded[digits] == '\0' || (g_ascii_isalpha (word->folded[digits]) && word->folded[digits + 1] == '\0');
}

/** heed_address_is_near: whether two words may be of one address: between them stand blanks, a comma, a dot, a dash,
 * "No." or, in Hebrew, the sign of an abbreviation at most. */
gboolean
heed_address_is_near (const HeedAddressFinder *finder, const HeedWord *before, const HeedWord *after)
{
  const char *text = finder->reader->text;

  if (before == NULL || after == NULL || after->start - before->end > 3)
    return FALSE;
  for (gsize at = before->end; at < after->start; at++)
    if (strchr (" .,\n-/\r'\xC2\xA0\xD7\xB3", text[at]) == NULL)
      return FALSE;
  return TRUE;
}

/** heed_address_add: notes the words from @first to @last as private. */
void
heed_address_add (const HeedAddressFinder *finder, const HeedWord *first, const HeedWord *last, HeedPrivateKind kind)
{
  HeedPrivateSpan span = { first->start, last->end, kind };

  g_array_append_val (finder->spans, span);
}
