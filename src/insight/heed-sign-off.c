/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-sign-off.h"

#include "heed-tokens.h"

#include <string.h>

#define MAX_NAME 16

/* Parts of sentences at the beginning in which somebody says who writes: "Hi, sorry about that, Claire here". */
#define MAX_PARTS 3

/* Letters of a word that is no beginning such as "non-" or "pre-". */
#define MIN_LONG 5

/* Cuts a part such as "1/2", "(2/2)" or a lone "1" off the end. */
static gsize
cut_part_mark (const char *text, gsize end)
{
  gsize i = end;

  if (i > 0 && text[i - 1] == ')')
    i--;
  gsize digits = i;
  while (i > 0 && (g_ascii_isdigit (text[i - 1]) || text[i - 1] == '/'))
    i--;
  gboolean is_mark = i < digits && digits - i <= 3 && i > 0
                     && (g_ascii_isspace (text[i - 1]) || text[i - 1] == '(' || digits - i == 3);
  if (!is_mark)
    return end;
  return i > 0 && text[i - 1] == '(' ? i - 1 : i;
}

static gsize
cut_spaces (const char *text, gsize end)
{
  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  return end;
}

/* Cuts a picture, or what joins and colours pictures, off the end. */
static gsize
cut_picture (const char *text, gsize end)
{
  const char *last = g_utf8_find_prev_char (text, text + end);
  gunichar c = last != NULL ? g_utf8_get_char_validated (last, text + end - last) : 0;

  return c >= 0x80 && c < 0x110000 && heed_tokens_is_picture (c) ? (gsize) (last - text) : end;
}

/* Cuts pictures, links, part marks and spaces off the end: the sign-off stands before them. */
static gsize
find_end (const char *text)
{
  gsize end = strlen (text), before;

  do
    {
      before = end;
      end = cut_picture (text, cut_spaces (text, end));
      gsize word = end;
      while (word > 0 && !g_ascii_isspace (text[word - 1]))
        word--;
      if (strncmp (text + word, "https://", 8) == 0 || strncmp (text + word, "http://", 7) == 0)
        end = word;
      end = cut_part_mark (text, end);
    }
  while (end != before);
  return end;
}

static gboolean
is_name_byte (char c)
{
  return g_ascii_isalpha (c) || (c & 0x80) != 0;
}

/* The bytes of the dash that ends at @end, 0 when there is none. */
static gsize
find_dash (const char *text, gsize end)
{
  static const char *const dashes[] = { "–", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (end >= strlen (dashes[i]) && strncmp (text + end - strlen (dashes[i]), dashes[i], strlen (dashes[i])) == 0)
      return strlen (dashes[i]);
  return 0;
}

/* Whether the apostrophe of a name such as "O'Neil", which ends at @last, stands before @at. */
static gboolean
is_apostrophe (const char *text, gsize at, gsize last)
{
  return at > 1 && at < last && text[at - 1] == '\'' && is_name_byte (text[at - 2]);
}

/* Where the word that ends at @end begins, over "J.P." and "Mary Ann" no further than one word. */
static gsize
find_name (const char *text, gsize end, gsize max)
{
  gsize start = end;

  while (start > 0 && (is_name_byte (text[start - 1]) || is_apostrophe (text, start, end)) && end - start < max
         && find_dash (text, start) == 0)
    start--;
  return start;
}

/* The mark before a name: "^", "/", "*", "~", "-" or a dash; its bytes, 0 for none. */
static gsize
find_mark (const char *text, gsize start)
{
  if (start > 0 && strchr ("^/*~-", text[start - 1]) != NULL)
    return 1;
  return find_dash (text, start);
}

/* Not where the bytes are broken. */
static gboolean
is_upper (const char *text)
{
  gunichar c = g_utf8_get_char_validated (text, -1);

  return c < 0x110000 && g_unichar_isupper (c);
}

/* A capital and a small letter. */
static gboolean
is_capitalised (const char *text)
{
  return is_upper (text) && g_unichar_islower (g_utf8_get_char_validated (g_utf8_next_char (text), -1));
}

/* Two capitals. */
static gboolean
is_initials (const char *text, gsize length)
{
  return length == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* A letter of a script without capitals, such as Hebrew. */
static gboolean
has_no_case (const char *text)
{
  gunichar c = g_utf8_get_char_validated (text, -1);

  return c < 0x110000 && g_unichar_type (c) == G_UNICODE_OTHER_LETTER;
}

/* Whether a dash or slash that ends at @mark is a sign-off and not a part of "e-mail" or "and/or". "Thanks-Ann" is one:
 * a closing or an ordinary or a long word before it, none behind. */
static gboolean
stands_apart (const char *text, gsize mark, gsize name, gsize length, const HeedVocabulary *vocabulary)
{
  if (text[mark] == '^' || text[mark] == '*' || text[mark] == '~')
    return TRUE;
  if (has_no_case (text + name))
    return (mark == 0 || g_ascii_isspace (text[mark - 1]))
           && !heed_vocabulary_is_common (vocabulary, text + name, length);
  if (!is_upper (text + name)
      || (is_capitalised (text + name) && heed_vocabulary_closes (vocabulary, text + name, length, TRUE)))
    return FALSE;
  if (mark == 0 || !g_ascii_isalnum (text[mark - 1]))
    return TRUE;
  gsize word = find_name (text, mark, MAX_NAME);
  if (heed_vocabulary_closes (vocabulary, text + word, mark - word, TRUE))
    return TRUE;
  return (mark - word >= MIN_LONG || heed_vocabulary_is_common (vocabulary, text + word, mark - word))
         && !heed_vocabulary_is_common (vocabulary, text + name, length);
}

/* Whether a word that closes a letter ends here. */
static gboolean
is_after_closing (const char *text, gsize end, const HeedVocabulary *vocabulary)
{
  gboolean has_comma = end > 0 && text[end - 1] == ',';

  end -= has_comma ? 1 : 0;
  gsize start = find_name (text, end, HEED_MAX_WORD);
  return end > start && heed_vocabulary_closes (vocabulary, text + start, end - start, has_comma);
}

/* Whether the word that ends at @end is a web address. */
static gboolean
is_after_link (const char *text, gsize end)
{
  while (end > 0 && !g_ascii_isspace (text[end - 1]))
    end--;
  return strncmp (text + end, "https://", 8) == 0 || strncmp (text + end, "http://", 7) == 0;
}

/* Whether a word alone at the very end, without a mark, is a name: one with a capital or two capitals behind a
 * sentence, a web address or a word that closes a letter; in a script without capitals only behind the latter. */
static gboolean
is_bare_name (const char *text, gsize start, gsize before, gsize length, const HeedVocabulary *vocabulary)
{
  if (before == start || heed_vocabulary_is_common (vocabulary, text + start, length))
    return FALSE;
  if (has_no_case (text + start))
    return is_after_closing (text, before, vocabulary);
  if (!is_capitalised (text + start) && !is_initials (text + start, length))
    return FALSE;
  return (before > 0 && strchr (".!?)", text[before - 1]) != NULL) || is_after_link (text, before)
         || is_after_closing (text, before, vocabulary);
}

/* Where a name begins whose last word begins at @start: "Mary-Ann" or "Mo Farid" behind a mark or a word that closes a
 * letter. Before a lone word, @start itself: "Thanks-Ann" is signed by Ann, and "4G / Wi-Fi" by nobody. */
static gsize
find_whole_name (const char *text, gsize start, const HeedVocabulary *vocabulary)
{
  const gboolean has_hyphen = start > 0 && text[start - 1] == '-';
  const gsize end = has_hyphen ? start - 1 : cut_spaces (text, start);
  const gsize first = find_name (text, end, MAX_NAME);
  const gsize before = cut_spaces (text, first);
  const char mark = before > 0 ? text[before - 1] : '\0';

  if (first == end || end == start || !is_capitalised (text + first) || !is_capitalised (text + start)
      || heed_vocabulary_is_common (vocabulary, text + first, end - first)
      || heed_vocabulary_closes (vocabulary, text + first, end - first, TRUE))
    return start;
  const gboolean is_marked = mark == '^' || mark == '*' || mark == '~'
                             || (has_hyphen && before < first && find_mark (text, before) > 0 && mark != '/');
  return is_marked || is_after_closing (text, before, vocabulary) ? first : start;
}

/* "(AB)" behind a sentence. */
static char *
read_bracketed (const char *text, gsize end)
{
  if (end < 4 || text[end - 1] != ')' || text[end - 4] != '(' || !is_initials (text + end - 3, 2))
    return NULL;
  const gsize before = cut_spaces (text, end - 4);
  return before > 0 && strchr (".!?", text[before - 1]) != NULL ? g_strndup (text + end - 3, 2) : NULL;
}

/* Handles and spaces. */
static gsize
skip_handles (const char *text)
{
  gsize i = strspn (text, " \t\r\n");

  while (text[i] == '@')
    {
      i += strcspn (text + i, " \t\r\n");
      i += strspn (text + i, " \t\r\n");
    }
  return i;
}

/* Whether the part of a sentence ends at @text, and not with a link: "Timetable here - https://example.com". */
static gboolean
ends_part (const char *text)
{
  text += strspn (text, " ");
  gboolean is_end = *text == '\0' || strchr (",.!;-\n", *text) != NULL || g_str_has_prefix (text, "–")
                    || g_str_has_prefix (text, "—");
  while (*text != '\0' && !is_name_byte (*text))
    text++;
  return is_end && !g_str_has_prefix (text, "http");
}

static gsize
get_word_length (const char *text)
{
  gsize length = 0;

  while (is_name_byte (text[length]) && find_dash (text, length) == 0)
    length++;
  return length;
}

/* "Claire here, " or "Hi Kim, Claire here!": a name that begins a part of the first sentences and a word that says that
 * this is who writes. */
static char *
read_introduction (const char *text, const HeedVocabulary *vocabulary)
{
  gsize i = skip_handles (text);

  for (guint part = 0; part < MAX_PARTS && text[i] != '\0'; part++)
    {
      const gsize length = get_word_length (text + i);
      const char *next = text + i + length + strspn (text + i + length, " ");
      const gsize next_length = get_word_length (next);

      if (length > 0 && length < MAX_NAME && next > text + i + length && is_capitalised (text + i)
          && ends_part (next + next_length) && heed_vocabulary_introduces (vocabulary, next, next_length)
          && !heed_vocabulary_is_common (vocabulary, text + i, length))
        return g_strndup (text + i, length);
      i += strcspn (text + i, ",.!?\n");
      i += strspn (text + i, ",.!? \n");
    }
  return NULL;
}

/**
 * heed_sign_off_read: the name or initials a reply is signed with (S64), such as "Danny" of "^Danny", else the name it
 * begins with: "Danny here".
 * @text: the reply
 * @vocabulary: tells ordinary words from names, and the words that close a letter, for sign-offs without a mark
 *
 * Returns: (transfer full) (nullable): without the mark, %NULL when nobody signed
 */
char *
heed_sign_off_read (const char *text, const HeedVocabulary *vocabulary)
{
  g_return_val_if_fail (text != NULL && vocabulary != NULL, NULL);

  gsize end = find_end (text);
  char *bracketed = read_bracketed (text, end);
  if (bracketed != NULL)
    return bracketed;
  const gboolean is_called = end > 0 && text[end - 1] == '!';
  end -= is_called || (end > 0 && text[end - 1] == '.') ? 1 : 0;
  gsize start = find_name (text, end, MAX_NAME);
  if (end - start == 0 || end - start >= MAX_NAME)
    return read_introduction (text, vocabulary);
  start = find_whole_name (text, start, vocabulary);

  gsize length = end - start;
  gsize before = cut_spaces (text, start);
  gsize mark = find_mark (text, before);
  if (mark > 0 && stands_apart (text, before - mark, start, length, vocabulary)
      && (!is_called || text[before - mark] == '^'))
    return g_strndup (text + start, length);

  if (is_called || !is_bare_name (text, start, before, length, vocabulary))
    return read_introduction (text, vocabulary);
  return g_strndup (text + start, length);
}
