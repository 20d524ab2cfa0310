/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds postcodes: by their own form where they have one, else behind a street or the word for them. */

#include <string.h>

#include "heed-address-private.h"
#include "heed-numbers.h"
#include "heed-word-list.h"

/* How far before a postcode its word may stand, in signs; how many words behind a street it may come; and how far
 * before a number its word stands when it is a number of that, in signs. */
#define WORD_REACH 12
#define STREET_REACH 4
#define NAMED_REACH 3

static gboolean
is_one_of (char letter, const char *letters)
{
  return letter != '\0' && strchr (letters, letter) != NULL;
}

/* British: one or two letters, one or two digits or a digit and a letter, then a digit and two letters. */
static gboolean
is_british (const char *letters, gsize length)
{
  if (length < 5 || length > 7 || !g_ascii_isdigit (letters[length - 3])
      || !is_one_of (letters[length - 2], "abdefghjlnpqrstuwxyz")
      || !is_one_of (letters[length - 1], "abdefghjlnpqrstuwxyz"))
    return FALSE;

  gsize out = length - 3;
  gsize area = g_ascii_isalpha (letters[1]) ? 2 : 1;
  if (!g_ascii_isalpha (letters[0]) || out - area < 1 || out - area > 2)
    return FALSE;
  return g_ascii_isdigit (letters[area]) && (out - area == 1 || g_ascii_isalnum (letters[area + 1]))
         && heed_numbers_is_british_area (letters, area);
}

static gboolean
is_canadian (const char *letters, gsize length)
{
  return length == 6 && is_one_of (letters[0], "abceghjklmnprstvxy") && g_ascii_isdigit (letters[1])
         && is_one_of (letters[2], "abceghjklmnprstvwxyz") && g_ascii_isdigit (letters[3])
         && is_one_of (letters[4], "abceghjklmnprstvwxyz") && g_ascii_isdigit (letters[5]);
}

static gboolean
is_in_capitals (const HeedAddressFinder *finder, const HeedWord *first, const HeedWord *last)
{
  for (gsize at = first->start; at < last->end; at++)
    if (g_ascii_islower (finder->reader->text[at]))
      return FALSE;
  return TRUE;
}

/* "EC1A 1BB", "K1A 0B1": in small letters only behind the word for it, or behind a street. */
static gboolean
find_parted_postcode (const HeedAddressFinder *finder, const HeedWord *word, const HeedWord *next, gboolean is_named)
{
  if (strlen (word->folded) > 4 || next == NULL || strlen (next->folded) != 3 || next->start != word->end + 1
      || (!is_named && !is_in_capitals (finder, word, next)))
    return FALSE;

  g_autofree char *both = g_strconcat (word->folded, next->folded, NULL);
  gsize length = strlen (both);
  if (!is_british (both, length) && !(is_canadian (both, length) && strlen (word->folded) == 3))
    return FALSE;
  heed_address_add (finder, word, next, HEED_PRIVATE_POSTCODE);
  return TRUE;
}

static gboolean
has_digit (const HeedWord *word)
{
  return word != NULL && strpbrk (word->folded, "0123456789") != NULL;
}

/* "kod 60-387": the word alone is one for many things. */
static gboolean
is_behind_code_word (const HeedAddressFinder *finder, guint index)
{
  const HeedWord *word = heed_address_get_word (finder, index);
  const HeedWord *next = heed_address_get_word (finder, index + 1);

  return next != NULL && next->start == word->end + 1 && strlen (word->folded) == 2 && strlen (next->folded) == 3
         && index > 0 && heed_reader_has_word (finder->reader, index - 1, "postcode_parted");
}

/** heed_postcode_finder_find_behind: finds a postcode behind the street that ends with word @index: four to six digits,
 * or two groups of them, with the name of a town before or behind. */
void
heed_postcode_finder_find_behind (const HeedAddressFinder *finder, guint index)
{
  for (guint i = index + 1; i <= index + STREET_REACH; i++)
    {
      const HeedWord *word = heed_address_get_word (finder, i);
      const HeedWord *last = word;
      if (word == NULL || word->start - heed_address_get_word (finder, i - 1)->end > 3
          || find_parted_postcode (finder, word, heed_address_get_word (finder, i + 1), TRUE))
        return;
      gsize digits = strspn (word->folded, "0123456789");
      if (digits < 2 || digits > 6 || word->folded[digits] != '\0')
        continue;

      const HeedWord *next = heed_address_get_word (finder, i + 1);
      if (digits <= 3 && next != NULL && next->start == word->end + 1 && heed_address_is_house_number (next, 3))
        {
          last = next;
          digits += strlen (next->folded);
          next = heed_address_get_word (finder, i + 2);
        }
      gboolean has_town = (next != NULL && next->has_capital && next->start <= last->end + 2)
                          || (i > index + 1 && heed_address_get_word (finder, i - 1)->has_capital)
                          || (digits == 5
                              && heed_numbers_is_american_state (heed_address_get_word (finder, i - 1)->folded));
      if (digits >= 4 && has_town)
        heed_address_add (finder, word, last, HEED_PRIVATE_POSTCODE);
      return;
    }
}

/* Behind the word for it: four digits and more, perhaps with letters, or two short groups: "12345", "1012 KL". */
static void
find_named_postcode (const HeedAddressFinder *finder, const HeedWord *word, const HeedWord *next)
{
  gsize length = strlen (word->folded);
  gsize digits = strspn (word->folded, "0123456789");

  if (length >= 4 && length <= 7 && digits >= 4)
    heed_address_add (finder, word, word, HEED_PRIVATE_POSTCODE);
  if (digits == length && length <= 4 && next != NULL && next->start == word->end + 1 && strlen (next->folded) <= 4)
    heed_address_add (finder, word, next, HEED_PRIVATE_POSTCODE);
}

/* "SW1A1AA", "M85EE": in small letters only behind the word for it. What is named otherwise, as in "order M85EE", is an
 * order's number. */
static gboolean
is_joined_postcode (const HeedAddressFinder *finder, const HeedWord *word, gboolean is_named)
{
  if (!is_british (word->folded, strlen (word->folded)))
    return FALSE;
  return is_named
         || (is_in_capitals (finder, word, word)
             && !heed_reader_follows (finder->reader, heed_plain_find (finder->reader->plain, word->start), "not_phone",
                                      NAMED_REACH));
}

/* "in ls2 7qt", "leeds ls2 7qt"; but not "on the m5 3rd lane". */
static gboolean
is_in_place (const HeedAddressFinder *finder, guint index)
{
  const HeedWord *next = heed_address_get_word (finder, index + 1);

  return index > 0 && next != NULL && strlen (next->folded) == 3
         && !heed_word_list_is_part ("digit_ending", next->folded + 1, 2)
         && heed_address_get_word (finder, index)->is_joined
         && (heed_reader_has_word (finder->reader, index - 1, "place")
             || heed_numbers_is_town (heed_address_get_word (finder, index - 1)->folded));
}

/** heed_postcode_finder_find: finds one or two words, from word @index on, that are a postcode by their form, or by the
 * word before them. */
void
heed_postcode_finder_find (const HeedAddressFinder *finder, guint index)
{
  const HeedWord *word = heed_address_get_word (finder, index);
  const HeedWord *next = heed_address_get_word (finder, index + 1);

  if (is_behind_code_word (finder, index))
    heed_address_add (finder, word, next, HEED_PRIVATE_POSTCODE);
  if (!has_digit (word) && !has_digit (next))
    return;
  gboolean is_named = heed_reader_follows (finder->reader, heed_plain_find (finder->reader->plain, word->start),
                                           "postcode", WORD_REACH);
  gboolean is_placed = is_named || is_in_place (finder, index);

  find_parted_postcode (finder, word, next, is_placed);
  if (is_joined_postcode (finder, word, is_named))
    heed_address_add (finder, word, word, HEED_PRIVATE_POSTCODE);
  if (is_named)
    find_named_postcode (finder, word, next);
}
