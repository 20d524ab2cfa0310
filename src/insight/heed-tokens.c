/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a text into what phrases are made of. */

#include "heed-tokens.h"

#include <string.h>

/* Bytes of a text that are read at most: broken text without words costs no more than other text. */
#define MAX_BYTES 16384

/* No link or address is read further than this, so that text without spaces costs no more than other text. */
#define MAX_SPECIAL 512
#define MAX_CODE 32
#define MIN_PHONE_DIGITS 7
#define MIN_CODE 5

/* What stands for nothing: spaces, commas. */
#define TOKEN_NONE G_MAXUINT32

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '\'' || (c & 0x80) != 0;
}

static gboolean
is_link (const char *text, gsize length)
{
  if ((text[0] | 0x20) != 'h' && (text[0] | 0x20) != 'w')
    return FALSE;
  return g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0
         || (length > 4 && g_ascii_strncasecmp (text, "www.", 4) == 0);
}

/* The digits of a day or a month at @text, one or two; 0 for anything else. */
static gsize
read_day (const char *text)
{
  gsize length = strspn (text, "0123456789");

  return length <= 2 && g_ascii_strtoull (text, NULL, 10) <= 31 ? length : 0;
}

/* The digits of a year of these two centuries, four; 0 for anything else. */
static gsize
read_year (const char *text)
{
  gboolean is_year = g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20");

  return is_year && strspn (text, "0123456789") == 4 ? 4 : 0;
}

/* "24.05.2026", "24-5-2026" or "2026-05-24", which has as many digits as a telephone number. Returns its length, 0 when
 * there is none. */
static gsize
read_date (const char *text)
{
  gsize first = read_day (text), year = read_year (text);
  gsize second = first > 0 ? first : year;
  const char mark = text[second];

  if (second == 0 || (mark != '-' && mark != '.'))
    return 0;
  gsize middle = read_day (text + second + 1);
  gsize last = second + 1 + middle + 1;
  if (middle == 0 || text[last - 1] != mark)
    return 0;
  gsize length = year > 0 ? read_day (text + last) : read_year (text + last);
  return length > 0 ? last + length : 0;
}

/* A run of digits with the usual marks between them: a telephone number when it is long, else a number. */
static gsize
read_number (const char *text, guint32 *token)
{
  gsize i = 0, end = read_date (text);
  guint digits = 0;

  *token = HEED_TOKEN_NUMBER;
  if (end > 0)
    return end;
  for (; g_ascii_isdigit (text[i]) || (text[i] != '\0' && strchr ("+-.() ", text[i]) != NULL); i++)
    if (g_ascii_isdigit (text[i]))
      {
        digits++;
        end = i + 1;
      }
    else if (i > end + 1)
      break;
  *token = digits >= MIN_PHONE_DIGITS ? HEED_TOKEN_PHONE : digits >= MIN_CODE ? HEED_TOKEN_CODE : HEED_TOKEN_NUMBER;
  return end;
}

/* Capitals and digits mixed, or six capitals: how cases and bookings are numbered. */
static gboolean
is_code (const char *text, gsize length)
{
  guint capitals = 0, digits = 0;
  gsize i = 0;

  for (; i < length && (g_ascii_isalnum (text[i]) || text[i] == '-'); i++)
    {
      capitals += g_ascii_isupper (text[i]) ? 1 : 0;
      digits += g_ascii_isdigit (text[i]) ? 1 : 0;
    }
  return i == length && capitals > 0
         && ((length >= MIN_CODE && digits >= 2) || (length == 6 && capitals + digits == 6));
}

/* Alef to tav, two bytes each. */
static gboolean
is_hebrew_letter (const char *text)
{
  return (guchar) text[0] == 0xD7 && (guchar) text[1] >= 0x90 && (guchar) text[1] <= 0xAA;
}

/* "שלח/י" and "מוזמן.ת" are addressed to women and men: a mark in a word before an ending of one letter or two. It is
 * left out, so that a word with such an ending begins as others of its stem do. */
static gboolean
is_before_ending (const char *text, gsize i)
{
  gsize letters = 0;

  if ((text[i] != '/' && text[i] != '.') || i < 4 || !is_hebrew_letter (text + i - 2)
      || !is_hebrew_letter (text + i - 4))
    return FALSE;
  while (letters < 3 && is_hebrew_letter (text + i + 1 + 2 * letters))
    letters++;
  return letters > 0 && letters < 3;
}

/* The parts of words beyond ASCII, in lower case and with plain marks. What is broken is a letter nobody knows, one
 * byte long. Returns its length, 0 for what is no part of a word; @letter is 0 for broken bytes. */
static gsize
read_letter (const char *text, gunichar *letter)
{
  gunichar c = g_utf8_get_char_validated (text, -1);

  *letter = 0;
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return 1;
  if (c == 0x2019 || c == 0xB4 || c == 0x5F3)
    *letter = '\'';
  else if (c == 0x5F4)
    *letter = '"';
  else if (g_unichar_isalnum (c) || (g_unichar_ismark (c) && !(c >= 0xFE00 && c <= 0xFE0F)))
    *letter = g_unichar_tolower (c);
  else
    return 0;
  return g_unichar_to_utf8 (c, NULL);
}

/* A word as far as it is looked at. */
typedef struct
{
  char text[HEED_MAX_WORD + 1];
  gsize length;
  gboolean has_letter;
} Word;

/* Adds the plain letters and digits that begin at @text. Returns how many there are. */
static gsize
read_plain_run (const char *text, Word *word)
{
  gsize i = 0, length = word->length;
  gboolean has_letter = word->has_letter;

  for (;; i++)
    {
      const guchar c = (guchar) text[i];
      const gboolean is_letter = (guchar) ((c | 0x20) - 'a') < 26;

      if (!is_letter && (guchar) (c - '0') > 9 && c != '\'')
        break;
      if (length < HEED_MAX_WORD)
        word->text[length++] = is_letter ? (char) (c | 0x20) : (char) c;
      has_letter = has_letter || is_letter;
    }
  word->length = length;
  word->has_letter = has_letter;
  return i;
}

/* Adds what begins at @text + @i and is part of a word. Returns its length, 0 when there is none. */
static gsize
read_part (const char *text, gsize i, Word *word)
{
  gunichar letter;
  char c = text[i];

  if (is_before_ending (text, i))
    return 1;
  if ((c & 0x80) == 0)
    {
      gboolean is_mark = c == '"' && i >= 2 && is_hebrew_letter (text + i - 2) && is_hebrew_letter (text + i + 1);

      if (!is_mark)
        return read_plain_run (text + i, word);
      if (word->length < HEED_MAX_WORD)
        word->text[word->length++] = c;
      return 1;
    }
  gsize length = read_letter (text + i, &letter);
  if (length == 0)
    return 0;
  if (letter == 0 && word->length < HEED_MAX_WORD)
    word->text[word->length++] = c;
  else if (letter != 0 && word->length + (gsize) g_unichar_to_utf8 (letter, NULL) <= HEED_MAX_WORD)
    word->length += (gsize) g_unichar_to_utf8 (letter, word->text + word->length);
  word->has_letter = word->has_letter || g_unichar_isalpha (letter);
  return length;
}

static void
count_word (HeedTokens *tokens, guint32 languages)
{
  tokens->n_words++;
  for (; languages != 0; languages &= languages - 1)
    tokens->n_common[__builtin_ctz (languages)]++;
}

/* One word, looked up. Returns its length, 0 when there is none. */
static gsize
read_word (HeedTokens *tokens, const HeedVocabulary *vocabulary, const char *text, HeedToken *token)
{
  Word word;
  gsize i = 0, length;
  guint32 languages;

  word.length = 0;
  word.has_letter = FALSE;
  while ((length = read_part (text, i, &word)) > 0)
    i += length;
  if (i == 0)
    return 0;
  word.text[word.length] = '\0';
  token->number = heed_vocabulary_look_up (vocabulary, word.text, word.length, &languages);
  token->is_word = word.has_letter;
  if (word.has_letter && languages == 0)
    languages = heed_vocabulary_look_up_ending (vocabulary, word.text, word.length);
  if (word.has_letter)
    count_word (tokens, languages);
  if (token->number == HEED_TOKEN_OTHER && is_code (text, i))
    token->number = HEED_TOKEN_CODE;
  return i;
}

/* "AB-123-XYZ", which would fall apart as words; "1-AB12XYZ" is one, too, but "9AM-5PM" is not. Returns its length, 0
 * when there is none. */
static gsize
read_hyphened_code (const char *text)
{
  gsize length = 0;

  while (length < MAX_CODE && (g_ascii_isalnum (text[length]) || text[length] == '-'))
    length++;
  gboolean is_time = g_ascii_isdigit (text[0]) && length > 0 && g_ascii_toupper (text[length - 1]) == 'M';
  return !is_time && memchr (text, '-', length) != NULL && is_code (text, length) ? length : 0;
}

/* The mark behind a link is that of the sentence. */
static gsize
cut_marks (const char *text, gsize length)
{
  while (length > 0 && strchr ("?!.,;:)", text[length - 1]) != NULL)
    length--;
  return length;
}

/* What stands between two spaces and is no plain word. Returns its length, 0 when it is one. */
static gsize
read_special (const char *text, guint32 *token)
{
  gsize length = 0;
  gboolean has_at = FALSE, has_hyphen = FALSE;

  while (g_ascii_isalpha (text[length]))
    length++;
  if (length > 0 && length < MAX_SPECIAL && (text[length] == ' ' || text[length] == '\0'))
    return 0;
  for (; length < MAX_SPECIAL && text[length] != '\0' && !g_ascii_isspace (text[length]); length++)
    {
      has_at = has_at || text[length] == '@';
      has_hyphen = has_hyphen || text[length] == '-';
    }
  if (is_link (text, length))
    {
      *token = HEED_TOKEN_LINK;
      return cut_marks (text, length);
    }
  const char *at = has_at ? memchr (text, '@', length) : NULL;
  if (at != NULL && at > text && memchr (at, '.', length - (gsize) (at - text)) != NULL && is_word_byte (text[0]))
    {
      *token = HEED_TOKEN_EMAIL;
      return length;
    }
  gsize code = has_hyphen ? read_hyphened_code (text) : 0;
  if (code > 0)
    {
      *token = HEED_TOKEN_CODE;
      return code;
    }
  if (text[0] == '@' && length > 1)
    {
      *token = HEED_TOKEN_ACCOUNT;
      return 1 + strspn (text + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    }
  if (g_ascii_isdigit (text[0]) || (text[0] == '+' && g_ascii_isdigit (text[1])))
    return read_number (text, token);
  return 0;
}

/* Whether @token adds nothing to what it follows: one more end, one more picture. */
static gboolean
repeats (const HeedToken *last, const HeedToken *token)
{
  return token->number == last->number && !token->is_word
         && (token->number == HEED_TOKEN_END
             || (token->number == HEED_TOKEN_OTHER && !last->is_word && last->end == token->start));
}

static void
append_token (HeedTokens *tokens, const HeedToken *token)
{
  HeedToken *last = tokens->n > 0 ? &tokens->tokens[tokens->n - 1] : NULL;

  /* "In our dept.?" is a question all the same. */
  if (last != NULL && last->number == HEED_TOKEN_END && token->number == HEED_TOKEN_QUESTION
      && last->end == token->start)
    *last = *token;
  else if (last == NULL || !repeats (last, token))
    tokens->tokens[tokens->n++] = *token;
  else if (token->number == HEED_TOKEN_OTHER)
    last->end = token->end;
}

/* Posts are often stored as they stand in web pages. */
static gsize
get_entity_length (const char *text)
{
  static const char *const entities[] = { "&amp;", "&gt;", "&lt;" };

  for (guint i = 0; text[0] == '&' && i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (text, entities[i]))
      return strlen (entities[i]);
  return 1;
}

/** heed_tokens_is_picture: whether @c is a picture, or joins or colours pictures. */
gboolean
heed_tokens_is_picture (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL || type == G_UNICODE_UNASSIGNED
         || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

static gboolean
is_exclamation (const char *text)
{
  return text[0] == '!' || ((text[0] & 0x80) != 0 && g_str_has_prefix (text, "！"));
}

/* Marks beyond ASCII: dashes and the ellipsis end a part of a sentence; a picture stands for a word nobody knows. */
static gsize
read_wide_mark (const char *text, guint32 *number)
{
  gunichar c = g_utf8_get_char (text);

  if (c == 0x61F || c == 0xFF1F)
    *number = HEED_TOKEN_QUESTION;
  else if (c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0xFF01 || c == 0x3002)
    *number = HEED_TOKEN_END;
  else
    *number = heed_tokens_is_picture (c) ? HEED_TOKEN_OTHER : TOKEN_NONE;
  return (gsize) g_unichar_to_utf8 (c, NULL);
}

/* What is no word, and valid UTF-8. */
static gsize
read_mark (const char *text, guint32 *number)
{
  if ((text[0] & 0x80) != 0)
    return read_wide_mark (text, number);
  if (text[0] == '?')
    *number = HEED_TOKEN_QUESTION;
  else
    *number = text[0] == '.' || text[0] == '!' || text[0] == ';' || text[0] == '\n' ? HEED_TOKEN_END : TOKEN_NONE;
  return get_entity_length (text);
}

/** heed_tokens_cut: cuts @text, UTF-8 or not, up to its first thousand words, and counts what it is made of. */
void
heed_tokens_cut (HeedTokens *tokens, const HeedVocabulary *vocabulary, const char *text)
{
  gboolean at_start = TRUE;

  g_return_if_fail (tokens != NULL && vocabulary != NULL && text != NULL);

  tokens->n = 0;
  tokens->n_words = 0;
  memset (tokens->n_common, 0, sizeof tokens->n_common);
  for (gsize i = 0; text[i] != '\0' && i < MAX_BYTES && tokens->n < HEED_MAX_TOKENS;)
    {
      if (text[i] == ' ')
        {
          at_start = TRUE;
          i++;
          continue;
        }
      HeedToken token = { .start = (guint32) i };
      gsize length = at_start || text[i] == '@' ? read_special (text + i, &token.number) : 0;

      if (length == 0)
        length = read_word (tokens, vocabulary, text + i, &token);
      at_start = length == 0;
      if (length == 0)
        {
          length = read_mark (text + i, &token.number);
          token.is_exclamation = is_exclamation (text + i);
        }
      i += length;
      token.end = (guint32) i;
      /* The handles a reply begins with are no part of what it says. */
      if (token.number != TOKEN_NONE && (token.number != HEED_TOKEN_ACCOUNT || tokens->n > 0))
        append_token (tokens, &token);
    }
}
