/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds streets with their number, and postcodes: by their own form where they have one, else beside a street or the
 * word for them. */

#include "heed-address-finder.h"

#include <string.h>

#include "heed-name-finder.h"
#include "heed-numbers.h"

/* The most words between a number and the word for a street. */
#define MOST_NAMES 5
#define MOST_SMALL_NAMES 6

/* How far before a postcode its word may stand, in signs; how many words behind a street it may come; and how far
 * before a number its word stands when it is a number of that, in signs. */
#define WORD_REACH 12
#define STREET_REACH 4
#define NAMED_REACH 3

/* A dot behind so short a part of a name shortens it: "Jl. Jend. Sudirman". In bytes. */
#define LONGEST_SHORT 4

typedef struct
{
  const HeedReader *reader;
  GArray *spans;
} Finder;

static const HeedWord *
get_word (const Finder *finder, guint index)
{
  return index < finder->reader->words->words->len ? heed_words_get (finder->reader->words, index) : NULL;
}

/* The number of a house: up to five digits, then perhaps a letter. */
static gboolean
is_house_number (const HeedWord *word, gsize most)
{
  gsize digits = word != NULL ? strspn (word->folded, "0123456789") : 0;

  if (digits == 0 || digits > most || word->folded[0] == '0')
    return FALSE;
  return word->folded[digits] == '\0' || (g_ascii_isalpha (word->folded[digits]) && word->folded[digits + 1] == '\0');
}

/* Between two words of an address stand blanks, a comma, a dot, a dash, "No." or, in Hebrew, the sign of an
 * abbreviation at most. */
static gboolean
is_near (const Finder *finder, const HeedWord *before, const HeedWord *after)
{
  const char *text = finder->reader->text;

  if (before == NULL || after == NULL || after->start - before->end > 3)
    return FALSE;
  for (gsize at = before->end; at < after->start; at++)
    if (strchr (" .,\n-/\r'\xC2\xA0\xD7\xB3", text[at]) == NULL)
      return FALSE;
  return TRUE;
}

static void
add (const Finder *finder, const HeedWord *first, const HeedWord *last, HeedPrivateKind kind)
{
  HeedPrivateSpan span = { first->start, last->end, kind };

  g_array_append_val (finder->spans, span);
}

static gboolean
is_part_of_name (const HeedWord *word)
{
  /* "5th Avenue" */
  return word->has_capital
         || (g_ascii_isdigit (word->folded[0]) && g_ascii_isalpha (word->folded[strlen (word->folded) - 1]));
}

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
is_in_capitals (const Finder *finder, const HeedWord *first, const HeedWord *last)
{
  for (gsize at = first->start; at < last->end; at++)
    if (g_ascii_islower (finder->reader->text[at]))
      return FALSE;
  return TRUE;
}

/* "EC1A 1BB", "K1A 0B1": in small letters only behind the word for it, or behind a street. */
static gboolean
find_parted_postcode (const Finder *finder, const HeedWord *word, const HeedWord *next, gboolean is_named)
{
  if (strlen (word->folded) > 4 || next == NULL || strlen (next->folded) != 3 || next->start != word->end + 1
      || (!is_named && !is_in_capitals (finder, word, next)))
    return FALSE;

  g_autofree char *both = g_strconcat (word->folded, next->folded, NULL);
  gsize length = strlen (both);
  if (!is_british (both, length) && !(is_canadian (both, length) && strlen (word->folded) == 3))
    return FALSE;
  add (finder, word, next, HEED_PRIVATE_POSTCODE);
  return TRUE;
}

/* A postcode behind a street: four to six digits, or two groups of them, with the name of a town before or behind. */
static void
find_postcode_behind (const Finder *finder, guint index)
{
  for (guint i = index + 1; i <= index + STREET_REACH; i++)
    {
      const HeedWord *word = get_word (finder, i);
      const HeedWord *last = word;
      if (word == NULL || word->start - get_word (finder, i - 1)->end > 3
          || find_parted_postcode (finder, word, get_word (finder, i + 1), TRUE))
        return;
      gsize digits = strspn (word->folded, "0123456789");
      if (digits < 2 || digits > 6 || word->folded[digits] != '\0')
        continue;

      const HeedWord *next = get_word (finder, i + 1);
      if (digits <= 3 && next != NULL && next->start == word->end + 1 && is_house_number (next, 3))
        {
          last = next;
          digits += strlen (next->folded);
          next = get_word (finder, i + 2);
        }
      gboolean has_town = (next != NULL && next->has_capital && next->start <= last->end + 2)
                          || (i > index + 1 && get_word (finder, i - 1)->has_capital)
                          || (digits == 5 && heed_numbers_is_american_state (get_word (finder, i - 1)->folded));
      if (digits >= 4 && has_town)
        add (finder, word, last, HEED_PRIVATE_POSTCODE);
      return;
    }
}

/* "5 m. 7", "5, dpto 7", "5 B": a word that says of the number behind it which flat it is. */
static gboolean
is_unit (const Finder *finder, guint index)
{
  const HeedWord *word = get_word (finder, index);

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
is_letter_of (const Finder *finder, const HeedWord *house, const HeedWord *next)
{
  const char *text = finder->reader->text;

  return strlen (next->folded) == 1 && next->folded[0] >= 'a' && next->folded[0] <= 'h' && house->end + 1 == next->start
         && text[house->end] == ' ' && g_ascii_isdigit (text[house->end - 1]);
}

/* The last word of an address whose house is word @house: a flat may stand behind it, "5/7", "5 m. 7", "5, dpto 7",
 * "5, 3. OG", "7, 3º B". */
static const HeedWord *
find_flat (const Finder *finder, guint house)
{
  const HeedWord *word = get_word (finder, house);
  const HeedWord *next = get_word (finder, house + 1);
  const HeedWord *last = get_word (finder, house + 2);

  if (next == NULL)
    return word;
  if (is_house_number (next, 4) && next->start == word->end + 1 && finder->reader->text[word->end] == '/')
    return next;
  if (is_near (finder, word, next))
    {
      gboolean has_last = last != NULL && is_near (finder, next, last);

      if (has_last && is_house_number (next, 2) && heed_reader_has_word (finder->reader, house + 2, "unit"))
        return last;
      if (has_last && is_house_number (last, 4) && is_unit (finder, house + 1))
        return last;
      if (is_floor (next))
        return is_door (last) ? last : next;
    }
  return is_letter_of (finder, word, next) ? next : word;
}

static guint
find_index (const Finder *finder, const HeedWord *word)
{
  return (guint) (word - heed_words_get (finder->reader->words, 0));
}

static void
add_address (const Finder *finder, const HeedWord *first, const HeedWord *last)
{
  add (finder, first, last, HEED_PRIVATE_ADDRESS);
  heed_name_finder_find_before (finder->reader, find_index (finder, first), finder->spans);
}

/* "Flat 3, 12 High Street": the flat belongs to the address. */
static const HeedWord *
find_start (const Finder *finder, guint index)
{
  gboolean has_unit = index >= 2 && heed_reader_has_word (finder->reader, index - 2, "unit")
                      && is_near (finder, get_word (finder, index - 1), get_word (finder, index));

  return get_word (finder, has_unit ? index - 2 : index);
}

/* "12 high street", in small letters, with one word between that is not one for a street itself. */
static gboolean
is_small_street (const Finder *finder, guint index)
{
  if (index < 2)
    return FALSE;

  const HeedWord *name = get_word (finder, index - 1);
  return is_house_number (get_word (finder, index - 2), 4) && strlen (name->folded) > 3
         && g_ascii_isalpha (name->folded[0]) && !heed_reader_has_word (finder->reader, index - 1, "street_after");
}

/* "12 High Street", "Flat 3, 12a Upper High St", "Long Street 5". */
static void
find_street_after (const Finder *finder, guint index, gboolean is_plain)
{
  const HeedWord *street = get_word (finder, index);
  guint names = 0;

  /* "When I close 2 apps": only the plainest words for a street are one in small letters. */
  if (!is_plain && !street->has_capital)
    return;
  while (names < MOST_NAMES && index > names)
    {
      const HeedWord *word = get_word (finder, index - names - 1);
      if (!is_near (finder, word, get_word (finder, index - names))
          || strchr (".\n", finder->reader->text[word->end]) != NULL)
        break;
      /* Five digits and a comma are a postcode, not a house. */
      gboolean has_comma = finder->reader->text[word->end] == ',';
      if (names > 0 && is_house_number (word, has_comma ? 4 : 5) && (is_plain || !has_comma))
        {
          add_address (finder, find_start (finder, index - names - 1), find_flat (finder, index));
          find_postcode_behind (finder, index);
          return;
        }
      gboolean is_small = is_plain && names == 0 && is_small_street (finder, index);
      if (!is_part_of_name (word) && !is_small)
        break;
      names++;
    }
  const HeedWord *number = get_word (finder, index + 1);
  if (is_plain && names > 0 && street->has_capital && is_house_number (number, 4) && is_near (finder, street, number))
    {
      add_address (finder, get_word (finder, index - names), find_flat (finder, index + 1));
      find_postcode_behind (finder, index + 1);
    }
}

static gboolean
is_link_word (const HeedWord *word)
{
  static const char *const links[] = { "de", "du", "des", "la", "le", "les", "del", "los",    "las",
                                       "el", "no", "nr",  "n",  "l",  "d",   "num", "numero", "número",
                                       "nº", "y",  "e",   "da", "do", "av",  "św",  NULL };

  return g_strv_contains (links, word->folded);
}

/* The number right before a street, "12 rue" or "12 bis rue"; NULL when there is none. */
static const HeedWord *
find_number_before (const Finder *finder, guint index)
{
  static const char *const repeats[] = { "bis", "ter", "quater", NULL };

  if (index == 0)
    return NULL;
  guint number = index > 1 && g_strv_contains (repeats, get_word (finder, index - 1)->folded) ? index - 2 : index - 1;
  const HeedWord *word = get_word (finder, number);
  return is_house_number (word, 4) && is_near (finder, get_word (finder, index - 1), get_word (finder, index)) ? word
                                                                                                               : NULL;
}

/* Whether the street's name goes on with the word behind @at: a stop ends it, but for one behind a short word. */
static gboolean
goes_on (const Finder *finder, guint at, guint last, gboolean has_number)
{
  const HeedWord *previous = get_word (finder, at);
  const HeedWord *word = get_word (finder, at + 1);

  if (word == NULL || !is_near (finder, previous, word))
    return FALSE;
  if (finder->reader->text[previous->end] != '.' || at == last || is_link_word (previous))
    return TRUE;
  return !has_number && strlen (previous->folded) <= LONGEST_SHORT;
}

/* Scripts without capitals name a street in any letters. */
static gboolean
is_street_name (const Finder *finder, const HeedWord *word)
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
is_day (const Finder *finder, guint index)
{
  const HeedWord *month = get_word (finder, index + 1);

  return is_house_number (get_word (finder, index), 2) && month != NULL && month->has_capital;
}

/* "12 rue de la Paix", "Calle Mayor 5", "ul. Długa 5", "Jl. Sudirman No. 5", "רחוב הרצל 5". */
static void
find_street_before (const Finder *finder, guint first, guint last, gboolean needs_number)
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
  if (strlen (get_word (finder, first)->folded) == 1 && finder->reader->text[get_word (finder, first)->end] != '/')
    return;
  while (at - last <= MOST_NAMES + 2 && goes_on (finder, at, last, has_number))
    {
      const HeedWord *word = get_word (finder, ++at);
      if (names > 0 && is_house_number (word, 4) && !(has_number && may_be_small))
        {
          add_address (finder, get_word (finder, first), find_flat (finder, at));
          find_postcode_behind (finder, at);
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
      add_address (finder, before, get_word (finder, end));
      find_postcode_behind (finder, end);
    }
}

/* "al. Jerozolimskie": what is short enough to be another word has to be shortened. */
static gboolean
is_dotted_street (const Finder *finder, const HeedBesideWord *match)
{
  return g_str_equal (match->list, "street_before_dotted")
         && finder->reader->text[get_word (finder, match->last)->end] == '.';
}

/* "Karl-Marx-Allee": the word for the street is one of its own, held to the name by a dash. */
static gboolean
is_dashed (const Finder *finder, guint index)
{
  return index > 0 && get_word (finder, index)->start == get_word (finder, index - 1)->end + 1
         && finder->reader->text[get_word (finder, index - 1)->end] == '-';
}

/* "Hauptstraße 5", "Karl-Marx-Allee 7", "Mannerheimintie 12": the word for the street ends its name. */
static void
find_street_ending (const Finder *finder, guint index, gboolean may_be_small)
{
  const HeedWord *street = get_word (finder, index);
  const HeedWord *number = get_word (finder, index + 1);
  guint first = index;

  if ((!may_be_small && !street->has_capital) || !is_house_number (number, 4) || !is_near (finder, street, number)
      || heed_reader_has_word (finder->reader, index, "street_not"))
    return;
  while (first > 0 && index - first < MOST_NAMES && get_word (finder, first)->is_joined
         && (get_word (finder, first - 1)->has_capital || is_dashed (finder, first)))
    first--;
  add_address (finder, get_word (finder, first), find_flat (finder, index + 1));
  find_postcode_behind (finder, index + 1);
}

/* Whether an address may start at word @index: behind a word of place, a comma or the start of a line. */
static gboolean
starts_address (const Finder *finder, guint index)
{
  const HeedWord *word = get_word (finder, index);
  const HeedWord *before = index > 0 ? get_word (finder, index - 1) : NULL;

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
find_small_street (const Finder *finder, guint index, gboolean is_sure)
{
  const HeedWord *street = get_word (finder, index);
  guint number = index;

  if (!is_sure && strchr (",\n", finder->reader->text[street->end]) == NULL)
    return;
  while (number > 0 && index - number < MOST_SMALL_NAMES
         && is_near (finder, get_word (finder, number - 1), get_word (finder, number)))
    {
      const HeedWord *word = get_word (finder, --number);
      if (index - number > 1 && is_house_number (word, 4))
        {
          const HeedWord *start = find_start (finder, number);
          if (start == word && !starts_address (finder, number))
            return;
          add_address (finder, start, find_flat (finder, index));
          find_postcode_behind (finder, index);
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
  static const char *const articles[] = { "der", "den", "dem", "die", "das", "im", "zum", "zur", "of", "the", NULL };

  return g_strv_contains (articles, word->folded);
}

/* As is_near(), and a colon may part them. */
static gboolean
is_close (const Finder *finder, guint before, guint after)
{
  const HeedWord *one = get_word (finder, before);
  const HeedWord *other = get_word (finder, after);

  return is_near (finder, one, other) || (finder->reader->text[one->end] == ':' && other->start - one->end <= 2);
}

/* "I live at Unter den Linden 3", "alamat: Griya Asri Blok C8 No. 8": behind the words for it any names and a number
 * are an address. */
static void
find_home (const Finder *finder, guint last)
{
  const gsize length = finder->reader->words->words->len;
  guint first = last + 1;
  guint names = 0;

  while (first < length && heed_reader_has_word (finder->reader, first, "place"))
    first++;
  for (guint at = first; at < length && at - first <= MOST_NAMES + 2 && is_close (finder, at - 1, at); at++)
    {
      const HeedWord *word = get_word (finder, at);
      if (names > 0 && is_house_number (word, 4))
        {
          add_address (finder, get_word (finder, first), find_flat (finder, at));
          find_postcode_behind (finder, at);
          return;
        }
      if (!word->has_capital && !is_link_word (word) && !is_article (word))
        return;
      names++;
    }
}

/* Behind the word for it: four digits and more, perhaps with letters, or two short groups: "12345", "1012 KL". */
static void
find_named_postcode (const Finder *finder, const HeedWord *word, const HeedWord *next)
{
  gsize length = strlen (word->folded);
  gsize digits = strspn (word->folded, "0123456789");

  if (length >= 4 && length <= 7 && digits >= 4)
    add (finder, word, word, HEED_PRIVATE_POSTCODE);
  if (digits == length && length <= 4 && next != NULL && next->start == word->end + 1 && strlen (next->folded) <= 4)
    add (finder, word, next, HEED_PRIVATE_POSTCODE);
}

/* "SW1A1AA", "M85EE": in small letters only behind the word for it. What is named otherwise, as in "order M85EE", is an
 * order's number. */
static gboolean
is_joined_postcode (const Finder *finder, const HeedWord *word, gboolean is_named)
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
is_in_place (const Finder *finder, guint index)
{
  static const char *const others[] = { "st", "nd", "rd", "th", "gb", "tb", NULL };
  const HeedWord *next = get_word (finder, index + 1);

  return index > 0 && next != NULL && strlen (next->folded) == 3 && !g_strv_contains (others, next->folded + 1)
         && get_word (finder, index)->is_joined
         && (heed_reader_has_word (finder->reader, index - 1, "place")
             || heed_numbers_is_town (get_word (finder, index - 1)->folded));
}

/* One or two words that are a postcode by their form, or by the word before them. */
static void
find_formed_postcode (const Finder *finder, guint index)
{
  const HeedWord *word = get_word (finder, index);
  const HeedWord *next = get_word (finder, index + 1);
  gboolean is_named = heed_reader_follows (finder->reader, heed_plain_find (finder->reader->plain, word->start),
                                           "postcode", WORD_REACH);
  gboolean is_placed = is_named || is_in_place (finder, index);

  find_parted_postcode (finder, word, next, is_placed);
  if (is_joined_postcode (finder, word, is_named))
    add (finder, word, word, HEED_PRIVATE_POSTCODE);
  if (is_named)
    find_named_postcode (finder, word, next);
  /* "kod 60-387": the word alone is one for many things. */
  if (index > 0 && heed_reader_has_word (finder->reader, index - 1, "postcode_parted") && strlen (word->folded) == 2
      && next != NULL && strlen (next->folded) == 3 && next->start == word->end + 1)
    add (finder, word, next, HEED_PRIVATE_POSTCODE);
}

/* "Am Markt 3, 99423 Weimar": a number, a comma, a number of five and a town, whatever the street is called. */
static void
find_town (const Finder *finder, guint index)
{
  const HeedWord *street = get_word (finder, index);
  const HeedWord *number = get_word (finder, index + 1);
  const HeedWord *code = get_word (finder, index + 2);
  const HeedWord *town = get_word (finder, index + 3);

  if (!street->has_capital || !is_house_number (number, 3) || !is_near (finder, street, number) || code == NULL
      || town == NULL || strlen (code->folded) != 5 || strspn (code->folded, "0123456789") != 5
      || finder->reader->text[number->end] != ',' || !is_near (finder, number, code) || !town->has_capital
      || town->start != code->end + 1)
    return;
  guint first = index;
  while (first > 0 && index - first < MOST_NAMES && get_word (finder, first)->is_joined
         && (get_word (finder, first - 1)->has_capital || is_article (get_word (finder, first - 1))))
    first--;
  while (first < index && !get_word (finder, first)->has_capital)
    first++;
  add_address (finder, get_word (finder, first), number);
  add (finder, code, town, HEED_PRIVATE_POSTCODE);
}

/**
 * heed_address_finder_find: finds streets with their number, and postcodes.
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_address_finder_find (const HeedReader *reader, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  const Finder finder = { reader, spans };

  for (guint i = 0; i < reader->beside->len; i++)
    {
      const HeedBesideWord *match = &g_array_index (reader->beside, HeedBesideWord, i);
      if (g_str_equal (match->list, "street_after"))
        {
          find_street_after (&finder, match->first, FALSE);
          if (!get_word (&finder, match->first)->has_capital)
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
      else if (g_str_equal (match->list, "street_ending_small"))
        find_street_ending (&finder, match->first, TRUE);
      else if (g_str_equal (match->list, "street_dashed") && is_dashed (&finder, match->first))
        find_street_ending (&finder, match->first, TRUE);
      else if (g_str_equal (match->list, "street_small"))
        find_small_street (&finder, match->first, TRUE);
      else if (g_str_equal (match->list, "home"))
        find_home (&finder, match->last);
    }
  for (guint i = 0; i < reader->words->words->len; i++)
    {
      find_formed_postcode (&finder, i);
      find_town (&finder, i);
    }
}
