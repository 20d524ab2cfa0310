/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a text into what phrases are made of. */

#include <string.h>

#include "heed-phrase-finder-private.h"

/* Bytes of a text that are read at most: broken text without words costs no more than other text. */
#define MAX_BYTES 16384

/* No link or address is read further than this, so that text without spaces costs no more than other text. */
#define MAX_SPECIAL 512
#define MAX_WORD 32
#define MIN_PHONE_DIGITS 7
#define MIN_CODE 5

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '\'' || (c & 0x80) != 0;
}

/* Dashes and the ellipsis, three bytes each, end a part of a sentence. */
static gboolean
is_dash (const char *text)
{
  return strncmp (text, "–", 3) == 0 || strncmp (text, "—", 3) == 0 || strncmp (text, "…", 3) == 0;
}

static gboolean
is_link (const char *text, gsize length)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0
         || (length > 4 && g_ascii_strncasecmp (text, "www.", 4) == 0);
}

/* A run of digits with the usual marks between them: a telephone number when it is long, else a number. */
static gsize
read_number (const char *text, guint32 *token)
{
  gsize i = 0, end = 0;
  guint digits = 0;

  for (; g_ascii_isdigit (text[i]) || (text[i] != '\0' && strchr ("+-.() ", text[i]) != NULL); i++)
    if (g_ascii_isdigit (text[i]))
      {
        digits++;
        end = i + 1;
      }
    else if (i > end + 1)
      break;
  *token = digits >= MIN_PHONE_DIGITS ? TOKEN_PHONE : digits >= MIN_CODE ? TOKEN_CODE : TOKEN_NUMBER;
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

/* The first byte of a letter of a living script: ASCII, or two and three bytes, without signs and pictures. */
static gboolean
is_letter (char c)
{
  guchar byte = (guchar) c;

  return g_ascii_isalpha (c) || (byte >= 0xC3 && byte <= 0xE1) || (byte >= 0xE3 && byte <= 0xED);
}

static void
count_word (HeedPhraseFindings *found, guint32 languages)
{
  found->n_words++;
  for (; languages != 0; languages &= languages - 1)
    found->n_common[g_bit_nth_lsf (languages, -1)]++;
}

/* One word, in lower case and with plain apostrophes, looked up. */
static gsize
read_word (const HeedPhraseFinder *finder, const char *text, HeedPhraseFindings *found, guint32 *token)
{
  char word[MAX_WORD];
  gsize length = 0, i = 0;
  gboolean has_letter = FALSE;
  guint32 languages;

  while (is_word_byte (text[i]))
    {
      gboolean is_quote = strncmp (text + i, "’", 3) == 0;

      if (is_dash (text + i))
        break;
      if (length < MAX_WORD - 1)
        word[length++] = is_quote ? '\'' : g_ascii_tolower (text[i]);
      has_letter = has_letter || is_letter (text[i]);
      i += is_quote ? 3 : 1;
    }
  word[length] = '\0';
  *token = heed_phrase_finder_get_word (finder, word, &languages);
  if (has_letter)
    count_word (found, languages);
  if (*token == TOKEN_OTHER && is_code (text, i))
    *token = TOKEN_CODE;
  return i;
}

/* "AB-123-XYZ", which would fall apart as words. Returns its length, 0 when there is none. */
static gsize
read_hyphened_code (const char *text)
{
  gsize length = 0;

  while (length < MAX_WORD && (g_ascii_isalnum (text[length]) || text[length] == '-'))
    length++;
  return !g_ascii_isdigit (text[0]) && memchr (text, '-', length) != NULL && is_code (text, length) ? length : 0;
}

/* What stands between two spaces and is no plain word. Returns its length, 0 when it is one. */
static gsize
read_special (const char *text, guint32 *token)
{
  gsize length = 0;

  while (length < MAX_SPECIAL && text[length] != '\0' && !g_ascii_isspace (text[length]))
    length++;
  if (is_link (text, length))
    {
      *token = TOKEN_LINK;
      return length;
    }
  const char *at = memchr (text, '@', length);
  if (at != NULL && at > text && memchr (at, '.', length - (gsize) (at - text)) != NULL && is_word_byte (text[0]))
    {
      *token = TOKEN_EMAIL;
      return length;
    }
  gsize code = read_hyphened_code (text);
  if (code > 0)
    {
      *token = TOKEN_CODE;
      return code;
    }
  if (text[0] == '@' && length > 1)
    {
      *token = TOKEN_ACCOUNT;
      return 1 + strspn (text + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    }
  if (g_ascii_isdigit (text[0]) || (text[0] == '+' && g_ascii_isdigit (text[1])))
    return read_number (text, token);
  return 0;
}

static void
append_token (HeedTokens *tokens, guint32 token, gsize start, gsize end)
{
  gboolean repeats_end = token == TOKEN_END && tokens->n > 0 && tokens->tokens[tokens->n - 1].token == TOKEN_END;

  if (!repeats_end && tokens->n < HEED_MAX_TOKENS)
    tokens->tokens[tokens->n++] = (HeedToken){ token, (guint32) start, (guint32) end };
}

static guint32
read_mark (char c)
{
  if (c == '?')
    return TOKEN_QUESTION;
  return strchr (".!;\n", c) != NULL ? TOKEN_END : TOKEN_NONE;
}

/* Reads what begins at @text. Returns its length, 0 for a mark or a space. */
static gsize
read_token (const HeedPhraseFinder *finder, const char *text, gboolean at_start, HeedPhraseFindings *found,
            guint32 *token)
{
  gsize length = at_start || text[0] == '@' ? read_special (text, token) : 0;

  if (length > 0)
    return length;
  if (is_dash (text))
    {
      *token = TOKEN_END;
      return strlen ("–");
    }
  *token = TOKEN_OTHER;
  return is_word_byte (text[0]) ? read_word (finder, text, found, token) : 0;
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

/* Cuts @text, UTF-8 or not, up to its first thousand words, and counts what it is made of. */
void
heed_phrase_finder_cut (const HeedPhraseFinder *finder, const char *text, HeedTokens *tokens, HeedPhraseFindings *found)
{
  gboolean at_start = TRUE;

  for (gsize i = 0; text[i] != '\0' && i < MAX_BYTES && tokens->n < HEED_MAX_TOKENS;)
    {
      guint32 token = TOKEN_OTHER;
      gsize length = read_token (finder, text + i, at_start, found, &token);

      at_start = length == 0 || token == TOKEN_END;
      if (length == 0)
        {
          token = read_mark (text[i]);
          length = get_entity_length (text + i);
        }
      found->n_links += token == TOKEN_LINK ? 1 : 0;
      found->n_exclamations += length == 1 && text[i] == '!' ? 1 : 0;
      found->n_questions += token == TOKEN_QUESTION ? 1 : 0;
      /* The handles a reply begins with are no part of what it says. */
      if (token != TOKEN_NONE && (token != TOKEN_ACCOUNT || tokens->n > 0))
        append_token (tokens, token, i, i + length);
      i += length;
    }
}
