/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds streets with their number, and what belongs to them. */

#include "heed-address-finder.h"

#include <string.h>

#include "heed-address-private.h"
#include "heed-name-finder.h"
#include "heed-word-list.h"

/* The most words between a number and the word for a street. */
#define MOST_NAMES 5
#define MOST_SMALL_NAMES 6

/* A dot behind so short a part of a name shortens it: "Jl. Jend. Sudirman". In bytes. */
#define LONGEST_SHORT 4

static gboolean
is_part_of_name (const HeedWord *word)
{
  /* "5th Avenue" */
  return word->has_capital
         || (g_ascii_isdigit (word->folded[0]) && g_ascii_isalpha (word->folded[strlen (word->folded) - 1]));
}

/* "5 m. 7", "5, dpto 7", "5 B": a word that says of the number behind it which flat it is. */
static gboolean
is_unit (const HeedAddressFinder *finder, guint index)
{
  const HeedWord *word = heed_address_get_word (finder, index);

  return heed_reader_has_word (finder->reader, index, "unit")
         || (strlen (word->folded) <= LONGEST_SHORT && finder->reader->text[word->end] == '.')
         || (strlen (word->folded) == 1 && word->has_capital);
}

/* "3º", behind which the door may stand. */
static gboolean
is_floor (const HeedWord *word)
{
  gsize digits = strspn (word->folded, "0123456789");

  return digits > 0 && (g_str_equal (word->folded + digits, "º") || g_str_equal (word->folded + digits, "ª"));
}

static gboolean
is_door (const HeedWord *word)
{
  return word != NULL && word->is_joined && strlen (word->folded) == 1 && word->has_capital;
}

/* "79 b" */
static gboolean
is_letter_of (const HeedAddressFinder *finder, const HeedWord *house, const HeedWord *next)
{
  const char *text = finder->reader->text;

  return strlen (next->folded) == 1 && next->folded[0] >= 'a' && next->folded[0] <= 'h' && house->end + 1 == next->start
         && text[house->end] == ' ' && g_ascii_isdigit (text[house->end - 1]);
}

/* The last word of an address whose house is word @house: a flat may stand behind it, "5/7", "5 m. 7", "5, dpto 7",
 * "5, 3. OG", "7, 3º B". */
static const HeedWord *
find_flat (const HeedAddressFinder *finder, guint house)
{
  const HeedWord *word = heed_address_get_word (finder, house);
  const HeedWord *next = heed_address_get_word (finder, house + 1);
  const HeedWord *last = heed_address_get_word (finder, house + 2);

  if (next == NULL)
    return word;
  if (heed_address_is_house_number (next, 4) && next->start == word->end + 1 && finder->reader->text[word->end] == '/')
    return next;
  if (heed_address_is_near (finder, word, next))
    {
      gboolean has_last = last != NULL && heed_address_is_near (finder, next, last);

      if (has_last && heed_address_is_house_number (next, 2)
          && heed_reader_has_word (finder->reader, house + 2, "unit"))
        return last;
      if (has_last && heed_address_is_house_number (last, 4) && is_unit (finder, house + 1))
        return last;
      if (is_floor (next))
        return is_door (last) ? last : next;
    }
  return is_letter_of (finder, word, next) ? next : word;
}

static guint
find_index (const HeedAddressFinder *finder, const HeedWord *word)
{
  return (guint) (word - heed_words_get (finder->reader->words, 0));
}

static void
add_address (const HeedAddressFinder *finder, const HeedWord *first, const HeedWord *last)
{
  heed_address_add (finder, first, last, HEED_PRIVATE_ADDRESS);
  heed_name_finder_find_before (finder->reader, find_index (finder, first), finder->spans);
}

/* "Flat 3, 12 High Street": the flat belongs to the address. */
static const HeedWord *
find_start (const HeedAddressFinder *finder, guint index)
{
  gboolean has_unit = index >= 2 && heed_reader_has_word (finder->reader, index - 2, "unit")
                      && heed_address_is_near (finder, heed_address_get_word (finder, index - 1),
                                               heed_address_get_word (finder, index));

  return heed_address_get_word (finder, has_unit ? index - 2 : index);
}

/* "12 high street", in small letters, with one word between that is not one for a street itself. */
static gboolean
is_small_street (const HeedAddressFinder *finder, guint index)
{
  if (index < 2)
    return FALSE;

  const HeedWord *name = heed_address_get_word (finder, index - 1);
  return heed_address_is_house_number (heed_address_get_word (finder, index - 2), 4) && strlen (name->folded) > 3
         && g_ascii_isalpha (name->folded[0]) && !heed_reader_has_word (finder->reader, index - 1, "street_after");
}

/* "12 High Street", "Flat 3, 12a Upper High St", "Long Street 5". */
static void
find_street_after (const HeedAddressFinder *finder, guint index, gboolean is_plain)
{
  const HeedWord *street = heed_address_get_word (finder, index);
  guint names = 0;

  /* "When I close 2 apps": only the plainest words for a street are one in small letters. */
  if (!is_plain && !street->has_capital)
    return;
  while (names < MOST_NAMES && index > names)
    {
      const HeedWord *word = heed_address_get_word (finder, index - names - 1);
      if (!heed_address_is_near (finder, word, heed_address_get_word (finder, index - names))
          || strchr (".\n", finder->reader->text[word->end]) != NULL)
        break;
      /* Five digits and a comma are a postcode, not a house. */
      gboolean has_comma = finder->reader->text[word->end] == ',';
      if (names > 0 && heed_address_is_house_number (word, has_comma ? 4 : 5) && (is_plain || !has_comma))
        {
          add_address (finder, find_start (finder, index - names - 1), find_flat (finder, index));
          heed_postcode_finder_find_behind (finder, index);
          return;
        }
      gboolean is_small = is_plain && names == 0 && is_small_street (finder, index);
      if (!is_part_of_name (word) && !is_small)
        break;
      names++;
    }
  const HeedWord *number = heed_address_get_word (finder, index + 1);
  if (is_plain && names > 0 && street->has_capital && heed_address_is_house_number (number, 4)
      && heed_address_is_near (finder, street, number))
    {
      add_address (finder, heed_address_get_word (finder, index - names), find_flat (finder, index + 1));
      heed_postcode_finder_find_behind (finder, index + 1);
    }
}

static gboolean
is_link_word (const HeedWord *word)
{
  return heed_word_list_is_part ("street_link", word->folded, strlen (word->folded));
}

/* The number right before a street, "12 rue" or "12 bis rue"; NULL when there is none. */
static const HeedWord *
find_number_before (const HeedAddressFinder *finder, guint index)
{
  static const char *const repeats[] = { "bis", "ter", "quater", NULL };

  if (index == 0)
    return NULL;
  guint number = index > 1 && g_strv_contains (repeats, heed_address_get_word (finder, index - 1)->folded) ? index - 2
                                                                                                           : index - 1;
  const HeedWord *word = heed_address_get_word (finder, number);
  return heed_address_is_house_number (word, 4)
             && heed_address_is_near (finder, heed_address_get_word (finder, index - 1),
                                      heed_address_get_word (finder, index))
           ? word
           : NULL;
}

/* Whether the street's name goes on with the word behind @at: a stop ends it, but for one behind a short word. */
static gboolean
goes_on (const HeedAddressFinder *finder, guint at, guint last, gboolean has_number)
{
  const HeedWord *previous = heed_address_get_word (finder, at);
  const HeedWord *word = heed_address_get_word (finder, at + 1);

  if (word == NULL || !heed_address_is_near (finder, previous, word))
    return FALSE;
  if (finder->reader->text[previous->end] != '.' || at == last || is_link_word (previous))
    return TRUE;
  return !has_number && strlen (previous->folded) <= LONGEST_SHORT;
}

/* Scripts without capitals name a street in any letters. */
static gboolean
is_street_name (const HeedAddressFinder *finder, const HeedWord *word)
{
  gunichar letter = g_utf8_get_char (finder->reader->text + word->start);

  return word->has_capital || (!g_unichar_islower (letter) && g_unichar_isalpha (letter));
}

/* In small letters, "ul. długa 5", a name is three letters long at least. */
static gboolean
is_small_name (const HeedWord *word)
{
  return g_utf8_strlen (word->folded, -1) >= 3 && g_unichar_isalpha (g_utf8_get_char (word->folded))
         && !is_link_word (word);
}

/* Streets are called after days, "ul. 3 Maja 28". */
static gboolean
is_day (const HeedAddressFinder *finder, guint index)
{
  const HeedWord *month = heed_address_get_word (finder, index + 1);

  return heed_address_is_house_number (heed_address_get_word (finder, index), 2) && month != NULL && month->has_capital;
}

/* "12 rue de la Paix", "Calle Mayor 5", "ul. Długa 5", "Jl. Sudirman No. 5", "רחוב הרצל 5". */
static void
find_street_before (const HeedAddressFinder *finder, guint first, guint last, gboolean needs_number)
{
  const HeedWord *before = find_number_before (finder, first);
  const gboolean has_number = before != NULL;
  const gboolean may_be_small = heed_reader_has_word (finder->reader, first, "street_before_small");
  guint end = 0;
  guint names = 0;
  guint at = last;

  if (needs_number && !has_number)
    return;
  /* "C/ Mayor 5", but not "vitamin C". */
  if (strlen (heed_address_get_word (finder, first)->folded) == 1
      && finder->reader->text[heed_address_get_word (finder, first)->end] != '/')
    return;
  while (at - last <= MOST_NAMES + 2 && goes_on (finder, at, last, has_number))
    {
      const HeedWord *word = heed_address_get_word (finder, ++at);
      if (names > 0 && heed_address_is_house_number (word, 4) && !(has_number && may_be_small))
        {
          add_address (finder, heed_address_get_word (finder, first), find_flat (finder, at));
          heed_postcode_finder_find_behind (finder, at);
          return;
        }
      if (names == 0 && !has_number && is_day (finder, at))
        continue;
      gboolean is_small = may_be_small && names < (has_number ? 1 : MOST_SMALL_NAMES) && is_small_name (word);
      gboolean is_name = is_street_name (finder, word) || is_small;
      if (!is_name && !is_link_word (word))
        break;
      names += is_name ? 1 : 0;
      end = is_name ? at : end;
    }
  if (end != 0 && has_number)
    {
      add_address (finder, before, heed_address_get_word (finder, end));
      heed_postcode_finder_find_behind (finder, end);
    }
}

/* "al. Jerozolimskie": what is short enough to be another word has to be shortened. */
static gboolean
is_dotted_street (const HeedAddressFinder *finder, const HeedBesideWord *match)
{
  return g_str_equal (match->list, "street_before_dotted")
         && finder->reader->text[heed_address_get_word (finder, match->last)->end] == '.';
}

/* "Karl-Marx-Allee": the word for the street is one of its own, held to the name by a dash. */
static gboolean
is_dashed (const HeedAddressFinder *finder, guint index)
{
  return index > 0 && heed_address_get_word (finder, index)->start == heed_address_get_word (finder, index - 1)->end + 1
         && finder->reader->text[heed_address_get_word (finder, index - 1)->end] == '-';
}

/* "Hauptstraße 5", "Karl-Marx-Allee 7", "Mannerheimintie 12": the word for the street ends its name. */
static void
find_street_ending (const HeedAddressFinder *finder, guint index, gboolean may_be_small)
{
  const HeedWord *street = heed_address_get_word (finder, index);
  const HeedWord *number = heed_address_get_word (finder, index + 1);
  guint first = index;

  if ((!may_be_small && !street->has_capital) || !heed_address_is_house_number (number, 4)
      || !heed_address_is_near (finder, street, number) || heed_reader_has_word (finder->reader, index, "street_not"))
    return;
  while (first > 0 && index - first < MOST_NAMES && heed_address_get_word (finder, first)->is_joined
         && (heed_address_get_word (finder, first - 1)->has_capital || is_dashed (finder, first)))
    first--;
  add_address (finder, heed_address_get_word (finder, first), find_flat (finder, index + 1));
  heed_postcode_finder_find_behind (finder, index + 1);
}

/* Whether an address may start at word @index: behind a word of place, a comma or the start of a line. */
static gboolean
starts_address (const HeedAddressFinder *finder, guint index)
{
  const HeedWord *word = heed_address_get_word (finder, index);
  const HeedWord *before = index > 0 ? heed_address_get_word (finder, index - 1) : NULL;

  if (before == NULL || heed_reader_has_word (finder->reader, index - 1, "place")
      || heed_reader_has_word (finder->reader, index - 1, "address_field"))
    return TRUE;
  for (gsize at = before->end; at < word->start; at++)
    if (strchr (",\n:", finder->reader->text[at]) != NULL)
      return TRUE;
  return FALSE;
}

/* "at 12 mill lane", "at 6 st john's close, leeds": in small letters a street has to stand where addresses do. */
static void
find_small_street (const HeedAddressFinder *finder, guint index, gboolean is_sure)
{
  const HeedWord *street = heed_address_get_word (finder, index);
  guint number = index;

  if (!is_sure && strchr (",\n", finder->reader->text[street->end]) == NULL)
    return;
  while (number > 0 && index - number < MOST_SMALL_NAMES
         && heed_address_is_near (finder, heed_address_get_word (finder, number - 1),
                                  heed_address_get_word (finder, number)))
    {
      const HeedWord *word = heed_address_get_word (finder, --number);
      if (index - number > 1 && heed_address_is_house_number (word, 4))
        {
          const HeedWord *start = find_start (finder, number);
          if (start == word && !starts_address (finder, number))
            return;
          add_address (finder, start, find_flat (finder, index));
          heed_postcode_finder_find_behind (finder, index);
          return;
        }
      /* "10 the crescent" is one, "at 9 down the road" none. */
      gboolean is_the = index - number == 1 && g_str_equal (word->folded, "the");
      if (word->has_capital || !g_unichar_isalpha (g_utf8_get_char (word->folded))
          || (!is_the && heed_reader_has_word (finder->reader, number, "street_not")))
        return;
    }
}

static gboolean
is_article (const HeedWord *word)
{
  return heed_word_list_is_part ("article", word->folded, strlen (word->folded));
}

/* As heed_address_is_near(), and a colon may part them. */
static gboolean
is_close (const HeedAddressFinder *finder, guint before, guint after)
{
  const HeedWord *one = heed_address_get_word (finder, before);
  const HeedWord *other = heed_address_get_word (finder, after);

  return heed_address_is_near (finder, one, other)
         || (finder->reader->text[one->end] == ':' && other->start - one->end <= 2);
}

/* "I live at Unter den Linden 3", "alamat: Griya Asri Blok C8 No. 8": behind the words for it any names and a number
 * are an address. */
static void
find_home (const HeedAddressFinder *finder, guint last)
{
  const gsize length = finder->reader->words->words->len;
  guint first = last + 1;
  guint names = 0;

  while (first < length && heed_reader_has_word (finder->reader, first, "place"))
    first++;
  for (guint at = first; at < length && at - first <= MOST_NAMES + 2 && is_close (finder, at - 1, at); at++)
    {
      const HeedWord *word = heed_address_get_word (finder, at);
      if (names > 0 && heed_address_is_house_number (word, 4))
        {
          add_address (finder, heed_address_get_word (finder, first), find_flat (finder, at));
          heed_postcode_finder_find_behind (finder, at);
          return;
        }
      if (!word->has_capital && !is_link_word (word) && !is_article (word))
        return;
      names++;
    }
}

/* "Am Markt 3, 99423 Weimar": a number, a comma, a number of five and a town, whatever the street is called. */
static void
find_town (const HeedAddressFinder *finder, guint index)
{
  const HeedWord *street = heed_address_get_word (finder, index);
  const HeedWord *number = heed_address_get_word (finder, index + 1);
  const HeedWord *code = heed_address_get_word (finder, index + 2);
  const HeedWord *town = heed_address_get_word (finder, index + 3);

  if (!street->has_capital || !heed_address_is_house_number (number, 3)
      || !heed_address_is_near (finder, street, number) || code == NULL || town == NULL || strlen (code->folded) != 5
      || strspn (code->folded, "0123456789") != 5 || finder->reader->text[number->end] != ','
      || !heed_address_is_near (finder, number, code) || !town->has_capital || town->start != code->end + 1)
    return;
  guint first = index;
  while (first > 0 && index - first < MOST_NAMES && heed_address_get_word (finder, first)->is_joined
         && (heed_address_get_word (finder, first - 1)->has_capital
             || is_article (heed_address_get_word (finder, first - 1))))
    first--;
  while (first < index && !heed_address_get_word (finder, first)->has_capital)
    first++;
  add_address (finder, heed_address_get_word (finder, first), number);
  heed_address_add (finder, code, town, HEED_PRIVATE_POSTCODE);
}

/**
 * heed_address_finder_find: finds streets with their number, and postcodes.
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_address_finder_find (const HeedReader *reader, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  const HeedAddressFinder finder = { reader, spans };

  for (guint i = 0; i < reader->beside->len; i++)
    {
      const HeedBesideWord *match = &g_array_index (reader->beside, HeedBesideWord, i);
      if (g_str_equal (match->list, "street_after"))
        {
          find_street_after (&finder, match->first, FALSE);
          if (!heed_address_get_word (&finder, match->first)->has_capital)
            find_small_street (&finder, match->first, heed_reader_has_word (reader, match->first, "street_plain"));
        }
      else if (g_str_equal (match->list, "street_plain"))
        find_street_after (&finder, match->first, TRUE);
      else if (g_str_equal (match->list, "street_before") || is_dotted_street (&finder, match))
        find_street_before (&finder, match->first, match->last, FALSE);
      else if (g_str_equal (match->list, "street_numbered"))
        find_street_before (&finder, match->first, match->last, TRUE);
      else if (g_str_equal (match->list, "street_ending"))
        find_street_ending (&finder, match->first, FALSE);
      else if (g_str_equal (match->list, "street_ending_small")
               || (g_str_equal (match->list, "street_dashed") && is_dashed (&finder, match->first)))
        find_street_ending (&finder, match->first, TRUE);
      else if (g_str_equal (match->list, "street_small"))
        find_small_street (&finder, match->first, TRUE);
      else if (g_str_equal (match->list, "home"))
        find_home (&finder, match->last);
    }
  for (guint i = 0; i < reader->words->words->len; i++)
    {
      heed_postcode_finder_find (&finder, i);
      find_town (&finder, i);
    }
}
