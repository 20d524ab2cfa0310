/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds e-mail addresses, also those that are written so that no machine should read them: "ada at mail dot example",
 * "ada [at] mail.example", "ada @ mail . example". */

#include "heed-mail-finder.h"

#include <string.h>

#include "heed-link-finder.h"
#include "heed-numbers.h"
#include "heed-privacy.h"

#define MOST_LABELS 6

/* The most bytes of a name and a password in a link. */
#define LONGEST_LOGIN 256

/* Brackets that people put around the word for a sign. */
#define OPENING "([{<*_"
#define CLOSING ")]}>*_"

/* What stands between two words in the place of "@" or a dot. */
typedef enum
{
  SIGN_NONE,
  SIGN_PLAIN,   /* the sign itself, without blanks */
  SIGN_LOOSE,   /* the sign itself, with blanks */
  SIGN_SAID,    /* a word for it */
  SIGN_BRACKET, /* a word or the sign in brackets */
} Sign;

typedef struct
{
  const HeedReader *reader;
  guint first; /* of the words of the address */
  guint last;
  Sign at;
  gboolean is_dot_said;
} Address;

static const HeedWord *
get_word (const HeedReader *reader, guint index)
{
  return index < reader->words->words->len ? heed_words_get (reader->words, index) : NULL;
}

/* What stands between two neighbouring words: nothing but blanks, brackets and @sign. */
static Sign
read_between (const char *text, const HeedWord *before, const HeedWord *after, char sign)
{
  guint signs = 0;
  gboolean has_blank = FALSE;
  gboolean has_bracket = FALSE;

  if (after->start - before->end > 5)
    return SIGN_NONE;
  for (gsize at = before->end; at < after->start; at++)
    {
      if (text[at] == sign)
        signs++;
      else if (text[at] == ' ')
        has_blank = TRUE;
      else if (strchr (OPENING CLOSING, text[at]) != NULL)
        has_bracket = TRUE;
      else
        return SIGN_NONE;
    }
  if (signs != 1)
    return SIGN_NONE;
  return has_bracket ? SIGN_BRACKET : has_blank ? SIGN_LOOSE : SIGN_PLAIN;
}

/* Whether only blanks, and perhaps one bracket of @brackets, stand between two neighbouring words. */
static gboolean
is_beside (const char *text, const HeedWord *before, const HeedWord *after, const char *brackets, gboolean *has_bracket)
{
  if (after->start - before->end > 3)
    return FALSE;
  for (gsize at = before->end; at < after->start; at++)
    {
      if (strchr (brackets, text[at]) != NULL)
        *has_bracket = TRUE;
      else if (text[at] != ' ')
        return FALSE;
    }
  return TRUE;
}

/* The sign behind word @index, which is @next words further on; a word for it is one of these. */
static Sign
read_sign (const HeedReader *reader, guint index, char sign, gboolean (*is_said) (const char *word), guint *next)
{
  const HeedWord *word = get_word (reader, index);
  const HeedWord *middle = get_word (reader, index + 1);
  const HeedWord *after = get_word (reader, index + 2);
  gboolean has_bracket = FALSE;

  if (middle == NULL)
    return SIGN_NONE;
  if (after != NULL && is_said (middle->folded) && is_beside (reader->text, word, middle, OPENING, &has_bracket)
      && is_beside (reader->text, middle, after, CLOSING, &has_bracket))
    {
      *next = index + 2;
      return has_bracket ? SIGN_BRACKET : SIGN_SAID;
    }
  *next = index + 1;
  return read_between (reader->text, word, middle, sign);
}

/* Whether what joins two words of a name is "." or "-" alone. */
static gboolean
is_one_name (const HeedReader *reader, guint index)
{
  const HeedWord *word = get_word (reader, index);
  const HeedWord *next = get_word (reader, index + 1);

  return next->start == word->end + 1 && strchr (".-+", reader->text[word->end]) != NULL;
}

/* Back over "ada.lovelace" and "ada dot lovelace". */
static void
read_name (Address *address)
{
  guint next;

  while (address->first > 0 && is_one_name (address->reader, address->first - 1))
    address->first--;
  if (address->first > 1
      && read_sign (address->reader, address->first - 2, '.', heed_numbers_is_mail_dot, &next) >= SIGN_SAID
      && next == address->first)
    address->first -= 2;
}

/* On over the labels of the host; whether it ends in a domain that exists. */
static gboolean
read_host (Address *address, guint index)
{
  g_autoptr (GString) host = g_string_new (get_word (address->reader, index)->folded);
  gboolean is_found = FALSE;

  for (guint labels = 1; labels < MOST_LABELS; labels++)
    {
      guint next = 0;
      const HeedWord *word = get_word (address->reader, index);
      const HeedWord *after = get_word (address->reader, index + 1);
      gboolean has_dash = after != NULL && after->start == word->end + 1 && address->reader->text[word->end] == '-';
      Sign dot = has_dash ? SIGN_NONE : read_sign (address->reader, index, '.', heed_numbers_is_mail_dot, &next);

      if (has_dash)
        next = index + 1;
      /* "mail. Thanks": a sentence ends here. */
      if (!has_dash && (dot == SIGN_NONE || (dot == SIGN_LOOSE && address->reader->text[word->end] == '.')))
        break;
      g_string_append_printf (host, "%c%s", has_dash ? '-' : '.', get_word (address->reader, next)->folded);
      index = next;
      if (!has_dash && heed_link_finder_ends_in_tld (host->str))
        {
          is_found = TRUE;
          address->last = index;
          address->is_dot_said |= dot >= SIGN_SAID;
        }
    }
  return is_found;
}

/* "look at shop.example" is no address: without a bracket or a spoken dot the name or the host must look like one. */
static gboolean
is_address (const Address *address, guint name, guint host)
{
  return address->at == SIGN_BRACKET || address->is_dot_said
         || heed_numbers_is_mail_host (get_word (address->reader, host)->folded) || address->first < name
         || strpbrk (get_word (address->reader, name)->folded, "0123456789_") != NULL;
}

static void
find_address (const HeedReader *reader, guint name, GArray *spans)
{
  const HeedWord *word = get_word (reader, name);
  Address address = { .reader = reader, .first = name };
  guint host = 0;

  address.at = read_sign (reader, name, '@', heed_numbers_is_mail_at, &host);
  /* "hello @somebody" is a handle. */
  if (address.at == SIGN_NONE || address.at == SIGN_PLAIN
      || strspn (word->folded, "0123456789") == strlen (word->folded)
      || (address.at == SIGN_LOOSE && reader->text[get_word (reader, host)->start - 1] == '@'
          && !heed_numbers_is_mail_host (get_word (reader, host)->folded)))
    return;
  if (!read_host (&address, host))
    return;
  read_name (&address);
  if (!is_address (&address, name, host))
    return;
  HeedPrivateSpan span = { get_word (reader, address.first)->start, get_word (reader, address.last)->end,
                           HEED_PRIVATE_EMAIL };
  g_array_append_val (spans, span);
}

static gboolean
is_mail_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (".!#$%&'*+/=?^_`{|}~-", c) != NULL) || (c & 0x80) != 0;
}

static gboolean
is_mail_host_char (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '-' || (c & 0x80) != 0;
}

/* Whether an "@" ends the name and password of a link, "https://user:secret@host". */
static gboolean
is_in_link (const char *text, const char *at)
{
  const char *start = at;

  while (start > text && at - start < LONGEST_LOGIN && start[-1] != '/' && !g_ascii_isspace (start[-1]))
    start--;
  return start - text >= 3 && strncmp (start - 3, "://", 3) == 0;
}

/* Any e-mail address in its usual form; "@user@host" of the Fediverse is none. */
static void
find_plain (const char *text, const char *company_email, GArray *spans)
{
  gsize floor = 0;

  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@'))
    {
      gsize start = (gsize) (at - text);
      gsize end = start + 1;

      while (start > floor && is_mail_char (text[start - 1]))
        start--;
      while (is_mail_host_char (text[end]))
        end++;
      while (end > 0 && strchr (".-", text[end - 1]) != NULL)
        end--;
      floor = (gsize) (at - text) + 1;
      g_autofree char *address = g_strndup (text + start, MAX (end, start) - start);
      if (text + start == at || (start > 0 && text[start - 1] == '@') || is_in_link (text, at)
          || memchr (at, '.', (gsize) MAX (text + end - at, 0)) == NULL
          || (company_email != NULL && g_ascii_strcasecmp (address, company_email) == 0))
        continue;
      HeedPrivateSpan span = { start, end, HEED_PRIVATE_EMAIL };
      g_array_append_val (spans, span);
    }
}

/**
 * heed_mail_finder_find: finds e-mail addresses, also with their signs in words, in brackets or with blanks.
 * @company_email: (nullable): is none of a person
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_mail_finder_find (const HeedReader *reader, const char *company_email, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  for (guint i = 0; i < reader->words->words->len; i++)
    find_address (reader, i, spans);
  find_plain (reader->text, company_email, spans);
}
