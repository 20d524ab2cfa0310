/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds hashtags and the marks of shares ("$BT.A") as X and Bluesky do: twitter-text, and the rich text of the AT
 * protocol's library. Elsewhere they are taken as X takes them. */

#include "heed-tag-finder.h"

#include <string.h>

#define FULL_WIDTH_HASH 0xFF03
#define TEXT_STYLE 0xFE0E
#define EMOJI_STYLE 0xFE0F
#define KEYCAP 0x20E3
#define LONGEST_BLUESKY_TAG 64
#define LONGEST_X_SHARE 6
#define LONGEST_X_SHARE_CLASS 2
#define LONGEST_BLUESKY_SHARE 5

static gunichar
get_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
is_one_of (gunichar character, const gunichar *set)
{
  for (; *set != 0; set++)
    if (*set == character)
      return TRUE;
  return FALSE;
}

static gboolean
is_letter (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

/* What stands within a word of some script without being a letter. */
static gboolean
is_special (gunichar character)
{
  static const gunichar special[] = { '_',    0x200C, 0x200D, 0xA67E, 0x05BE, 0x05F3, 0x05F4, 0xFF5E, 0x301C,
                                      0x309B, 0x309C, 0x30A0, 0x30FB, 0x3003, 0x0F0B, 0x0F0C, 0x00B7, 0 };

  return is_one_of (character, special);
}

static gboolean
is_x_char (gunichar character)
{
  return is_letter (character) || g_unichar_type (character) == G_UNICODE_DECIMAL_NUMBER || is_special (character);
}

static void
add_span (GArray *spans, const char *text, const char *start, const char *end)
{
  HeedSpan span = { (gsize) (start - text), (gsize) (end - text) };

  g_array_append_val (spans, span);
}

/* The end of the hashtag at @at, NULL when it is none: at least one letter, and not glued to what is before. */
static const char *
read_x (const char *text, const char *at)
{
  gunichar before = get_before (text, at);
  const char *end = g_utf8_next_char (at);
  gunichar first = g_utf8_get_char (end);
  gboolean has_letter = FALSE;

  if (before != TEXT_STYLE && before != EMOJI_STYLE && (is_x_char (before) || before == '&'))
    return NULL;
  if (first == EMOJI_STYLE || first == KEYCAP)
    return NULL;
  for (; is_x_char (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    has_letter |= is_letter (g_utf8_get_char (end));

  gunichar after = g_utf8_get_char (end);
  if (!has_letter || after == '#' || after == FULL_WIDTH_HASH || g_str_has_prefix (end, "://"))
    return NULL;
  return end;
}

/* Unicode's punctuation; g_unichar_ispunct() has the symbols with it. */
static gboolean
is_punctuation (gunichar character)
{
  switch ((int) g_unichar_type (character))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
ends_bluesky (gunichar character)
{
  static const gunichar stops[] = { 0x00AD, 0x2060, 0x200A, 0x200B, 0x200C, 0x200D, 0x20E2, 0 };

  return character == 0 || g_unichar_isspace (character) || is_one_of (character, stops);
}

/* Behind a blank: up to the next one, without the punctuation at its end, and something else than figures. */
static const char *
read_bluesky (const char *text, const char *at)
{
  const char *start = g_utf8_next_char (at);
  const char *end = start;
  gboolean has_letter = FALSE;
  gsize units = 0;

  if ((at > text && !g_unichar_isspace (get_before (text, at))) || g_utf8_get_char (start) == EMOJI_STYLE)
    return NULL;
  for (gunichar character = g_utf8_get_char (end); !ends_bluesky (character); character = g_utf8_get_char (end))
    {
      has_letter |= !is_punctuation (character) && !(character < 0x80 && g_ascii_isdigit ((char) character));
      end = g_utf8_next_char (end);
    }
  while (end > start && is_punctuation (get_before (start, end)))
    end = g_utf8_prev_char (end);
  for (const char *letter = start; letter < end; letter = g_utf8_next_char (letter))
    units += g_utf8_get_char (letter) > 0xFFFF ? 2 : 1;
  return has_letter && units > 0 && units <= LONGEST_BLUESKY_TAG ? end : NULL;
}

static gboolean
is_in_link (const GArray *links, gsize place)
{
  for (guint i = 0; i < links->len; i++)
    {
      const HeedSpan *link = &g_array_index (links, HeedSpan, i);
      if (place >= link->start && place < link->end)
        return TRUE;
    }
  return FALSE;
}

/**
 * heed_tag_finder_find: finds the hashtags of a text.
 * @text: valid UTF-8
 * @network: such as "x"
 *
 * Returns: (transfer full) (element-type HeedSpan): each from its "#" on, in order
 */
GArray *
heed_tag_finder_find (const char *text, const char *network)
{
  g_return_val_if_fail (text != NULL && network != NULL, NULL);

  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HeedSpan));
  const gboolean is_bluesky = g_str_equal (network, "bluesky");
  g_autoptr (GArray) links = heed_link_finder_find (text, HEED_LINK_RULES_X);

  for (const char *at = text; *at != '\0';)
    {
      gunichar sign = g_utf8_get_char (at);
      const char *end = NULL;
      if (sign == '#' || sign == FULL_WIDTH_HASH)
        end = is_bluesky ? read_bluesky (text, at) : read_x (text, at);
      if (end != NULL && (is_bluesky || !is_in_link (links, (gsize) (at - text))))
        add_span (spans, text, at, end);
      at = end != NULL ? end : g_utf8_next_char (at);
    }
  return spans;
}

static const char *
skip_letters (const char *at, gsize most)
{
  const char *start = at;

  while (g_ascii_isalpha (*at) && (gsize) (at - start) < most)
    at++;
  return at;
}

/* One to six letters, perhaps a class of one or two behind a dot or a line, and then no more of them. */
static const char *
read_x_share (const char *text, const char *at)
{
  const char *end = skip_letters (at + 1, LONGEST_X_SHARE);
  gunichar before = get_before (text, at);

  if (end == at + 1 || (before != 0 && !g_unichar_isspace (before) && g_unichar_type (before) != G_UNICODE_FORMAT))
    return NULL;
  if ((*end == '.' || *end == '_') && g_ascii_isalpha (end[1]))
    {
      const char *class = skip_letters (end + 1, LONGEST_X_SHARE_CLASS);
      if (!g_ascii_isalnum (*class))
        end = class;
    }
  gunichar after = g_utf8_get_char (end);
  return after == 0 || g_unichar_isspace (after) || (after < 0x80 && g_ascii_ispunct ((char) after)) ? end : NULL;
}

static const char *
read_bluesky_share (const char *text, const char *at)
{
  gunichar before = get_before (text, at);
  const char *end = at + 1;

  if ((before != 0 && !g_unichar_isspace (before) && before != '(') || !g_ascii_isalpha (*end))
    return NULL;
  while (g_ascii_isalnum (*end) && end - at <= LONGEST_BLUESKY_SHARE)
    end++;
  gunichar after = g_utf8_get_char (end);
  gboolean may_follow = after == 0 || g_unichar_isspace (after) || after == 0x2019
                        || (after < 0x80 && strchr (".,;:!?)\"'", (int) after) != NULL);
  return may_follow ? end : NULL;
}

/**
 * heed_tag_finder_find_cashtags: finds the marks of shares in a text, which networks make links of as well.
 *
 * Returns: (transfer full) (element-type HeedSpan): each from its "$" on, in order
 */
GArray *
heed_tag_finder_find_cashtags (const char *text, const char *network)
{
  g_return_val_if_fail (text != NULL && network != NULL, NULL);

  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HeedSpan));
  const gboolean is_bluesky = g_str_equal (network, "bluesky");

  for (const char *at = strchr (text, '$'); at != NULL; at = strchr (at + 1, '$'))
    {
      const char *end = is_bluesky ? read_bluesky_share (text, at) : read_x_share (text, at);
      if (end != NULL)
        add_span (spans, text, at, end);
    }
  return spans;
}
