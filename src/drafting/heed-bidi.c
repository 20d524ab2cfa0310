/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Values that run against the sentence they are put into. Without a mark, signs and numbers beside such a value are
 * drawn on its wrong side (UAX 9, rules W7 and N1), so that a reference is read back to front. */

#include "heed-bidi.h"

#include <string.h>

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"

typedef enum
{
  NEITHER,
  LTR,
  RTL,
} Direction;

/* Letters of the blocks that Unicode gives to scripts written from right to left. */
static gboolean
is_rtl_letter (gunichar character)
{
  return (character >= 0x0590 && character <= 0x08FF) || (character >= 0xFB1D && character <= 0xFDFF)
         || (character >= 0xFE70 && character <= 0xFEFF) || (character >= 0x10800 && character <= 0x10FFF)
         || (character >= 0x1E800 && character <= 0x1EFFF);
}

/* The direction of the first letter. */
static Direction
find_direction (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      if (g_unichar_isalpha (character))
        return is_rtl_letter (character) ? RTL : LTR;
    }
  return NEITHER;
}

/* Digits with single signs between them, such as 1,234.50 or 09:30, are one number in either direction. */
static gboolean
is_plain_number (const char *value)
{
  gboolean is_digit = FALSE;

  for (; *value != '\0'; value = g_utf8_next_char (value))
    {
      gboolean was_digit = is_digit;
      is_digit = g_unichar_isdigit (g_utf8_get_char (value));
      if (!is_digit && (!was_digit || strchr (".,:/-", *value) == NULL))
        return FALSE;
    }
  return is_digit;
}

/** heed_bidi_is_rtl: whether the first letter of @text is of a script written from right to left. */
gboolean
heed_bidi_is_rtl (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return find_direction (text) == RTL;
}

/**
 * heed_bidi_mark: gives a text the direction that most of its letters have.
 *
 * A message from right to left often begins with a name or an address that is not, which would turn the paragraph.
 *
 * Returns: (transfer full): @text behind a mark of its direction, where its first letter does not tell it
 */
char *
heed_bidi_mark (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  guint counts[] = { [NEITHER] = 0, [LTR] = 0, [RTL] = 0 };
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      counts[is_rtl_letter (g_utf8_get_char (at)) ? RTL : LTR]++;

  Direction direction = counts[RTL] > counts[LTR] ? RTL : LTR;
  gboolean is_told = counts[RTL] + counts[LTR] == 0 || find_direction (text) == direction;
  return g_strconcat (is_told ? "" : direction == RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, text, NULL);
}

/**
 * heed_bidi_needs_isolation: whether a value has to be isolated in a sentence.
 * @in_rtl: the sentence is written from right to left
 *
 * A link or a mention never is: networks look for a blank before it.
 */
gboolean
heed_bidi_needs_isolation (const char *value, gboolean in_rtl)
{
  g_return_val_if_fail (value != NULL, FALSE);

  Direction direction = find_direction (value);
  if (*value == '@' || g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://"))
    return FALSE;
  if (direction != NEITHER)
    return (direction == RTL) != in_rtl;
  return in_rtl && strpbrk (value, "0123456789") != NULL && !is_plain_number (value);
}

/** heed_bidi_isolate: (transfer full): @value between U+2068 and U+2069. */
char *
heed_bidi_isolate (const char *value)
{
  g_return_val_if_fail (value != NULL, NULL);
  return g_strconcat (FIRST_STRONG_ISOLATE, value, POP_ISOLATE, NULL);
}
