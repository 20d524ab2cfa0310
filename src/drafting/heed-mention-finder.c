/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the accounts that a text names, by the rules of each network: only who is found so is told of the post. */

#include "heed-mention-finder.h"

#include <string.h>

#define FULL_WIDTH_AT 0xFF20
#define LONGEST_X_NAME 20
#define LONGEST_X_LIST 25
#define LONGEST_BLUESKY_NAME 253

/* The longest name of a server: RFC 1035. Mastodon shortens no mention beyond it. */
#define LONGEST_DOMAIN 253

static gunichar
get_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
}

static gboolean
is_name (char character)
{
  return g_ascii_isalnum (character) || character == '_';
}

static gboolean
is_word (gunichar character)
{
  return character == '_' || g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* Whether "RT" or "RT:", which X lets stand right before a mention, ends at @at as a word of its own. */
static gboolean
follows_repost (const char *text, const char *at)
{
  gsize before = (gsize) (at - text);

  if (before > 0 && text[before - 1] == ':')
    before--;
  if (before < 2 || g_ascii_strncasecmp (text + before - 2, "rt", 2) != 0)
    return FALSE;
  return before == 2 || !(is_name (text[before - 3]) || strchr ("+~.-", text[before - 3]) != NULL);
}

static gboolean
is_accented_latin (gunichar c)
{
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x36F)
         || (c >= 0x1E00 && c <= 0x1EFF);
}

/* twitter-text: "@name", or "@name/list", of ASCII letters, not glued to an "@", an accented letter or "://". */
static const char *
read_x (const char *text, const char *at)
{
  gunichar before = get_before (text, at);
  const char *name = g_utf8_next_char (at);
  const char *end = name;

  if (((before < 0x80 && is_name ((char) before)) || (before < 0x80 && strchr ("!#$%&*@", (int) before) != NULL)
       || before == FULL_WIDTH_AT)
      && !follows_repost (text, at))
    return NULL;
  while (is_name (*end) && end - name < LONGEST_X_NAME)
    end++;
  if (end == name)
    return NULL;
  if (*end == '/' && g_ascii_isalpha (end[1]))
    {
      const char *list = end + 1;
      for (end = list; (is_name (*end) || *end == '-') && end - list < LONGEST_X_LIST; end++)
        ;
    }
  gunichar after = g_utf8_get_char (end);
  if (after == '@' || after == FULL_WIDTH_AT || is_accented_latin (after) || g_str_has_prefix (end, "://"))
    return NULL;
  return end;
}

/* Behind an "@": the end of a user's name, which may hold dots and dashes but not end with one. */
static const char *
read_user (const char *at)
{
  const char *last = NULL;

  if (!is_name (*at))
    return NULL;
  for (; is_name (*at) || *at == '.' || *at == '-'; at++)
    if (is_name (*at))
      last = at + 1;
  return last;
}

static const char *
read_domain (const char *at)
{
  const char *last = NULL;

  for (; is_word (g_utf8_get_char (at)) || *at == '.' || *at == '-'; at = g_utf8_next_char (at))
    if (is_word (g_utf8_get_char (at)))
      last = g_utf8_next_char (at);
  return last;
}

/**
 * heed_mention_finder_read_fediverse: reads "@user@host".
 * @at: an "@" in @text
 * @user_end: (out): the end of "@user", %NULL when there is not even that
 *
 * Returns: (nullable): the end of the whole; %NULL when it is no such mention
 */
const char *
heed_mention_finder_read_fediverse (const char *text, const char *at, const char **user_end)
{
  gunichar before = get_before (text, at);

  *user_end = NULL;
  if (before == '=' || before == '/' || is_word (before))
    return NULL;
  *user_end = read_user (at + 1);
  if (*user_end == NULL || **user_end != '@')
    return NULL;

  const char *domain = *user_end + 1;
  const char *end = read_domain (domain);
  if (end == NULL || end - domain > LONGEST_DOMAIN || *end == '@' || g_str_has_prefix (end, "://"))
    return NULL;
  return end;
}

static const char *
read_fediverse (const char *text, const char *at)
{
  const char *user_end;
  const char *end = heed_mention_finder_read_fediverse (text, at, &user_end);

  return end != NULL ? end : user_end;
}

/* Bluesky: behind a blank or "(", and the name is that of a host. */
static const char *
read_bluesky (const char *text, const char *at)
{
  gunichar before = get_before (text, at);
  const char *name = at + 1;
  const char *end = name;

  if (*at != '@' || (!g_unichar_isspace (before) && before != '('))
    return NULL;
  while (g_ascii_isalnum (*end) || *end == '.' || *end == '-')
    end++;
  while (end > name && !g_ascii_isalnum (end[-1]))
    end--;
  if (end == name || end - name > LONGEST_BLUESKY_NAME)
    return NULL;
  g_autofree char *host = g_strndup (name, (gsize) (end - name));
  /* The names that RFC 2606 sets aside stand for real ones, in samples and tests. */
  gboolean is_sample = g_str_has_suffix (host, ".test") || g_str_has_suffix (host, ".example");
  return is_sample || heed_link_finder_ends_in_tld (host) ? end : NULL;
}

/* Elsewhere: a name of letters, digits, dots and lines that starts a word. */
static const char *
read_plain (const char *text, const char *at)
{
  return is_word (get_before (text, at)) ? NULL : read_user (at + 1);
}

/**
 * heed_mention_finder_find: finds whom a text mentions.
 * @text: valid UTF-8
 * @network: such as "x"; of one whose rules are not known, plain ones are taken
 *
 * Returns: (transfer full) (element-type HeedSpan): each from its "@" on, in order
 */
GArray *
heed_mention_finder_find (const char *text, const char *network)
{
  g_return_val_if_fail (text != NULL && network != NULL, NULL);

  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HeedSpan));
  const gboolean is_x = g_str_equal (network, "x");
  const char *(*read) (const char *, const char *) = read_plain;

  if (is_x)
    read = read_x;
  else if (g_str_equal (network, "mastodon") || g_str_equal (network, "gotosocial"))
    read = read_fediverse;
  else if (g_str_equal (network, "bluesky"))
    read = read_bluesky;
  for (const char *at = text; *at != '\0';)
    {
      gboolean is_sign = *at == '@' || (is_x && g_utf8_get_char (at) == FULL_WIDTH_AT);
      const char *end = is_sign ? read (text, at) : NULL;
      if (end != NULL)
        {
          HeedSpan span = { (gsize) (at - text), (gsize) (end - text) };
          g_array_append_val (spans, span);
        }
      at = end != NULL ? end : g_utf8_next_char (at);
    }
  return spans;
}
