/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-essence.h"

#include <string.h>

void
heed_essence_free (HeedEssence *essence)
{
  if (essence == NULL)
    return;
  g_array_unref (essence->letters);
  g_array_unref (essence->places);
  g_free (essence);
}

/* Letters of other scripts that look like Latin ones: a code copied from somewhere may hold them (UTS #39). */
static gunichar
reduce_look (gunichar letter)
{
  static const gunichar looks[][2] = {
    { 0x0430, 'a' }, { 0x0432, 'b' }, { 0x0435, 'e' }, { 0x043A, 'k' }, { 0x043C, 'm' }, { 0x043D, 'h' },
    { 0x043E, 'o' }, { 0x0440, 'p' }, { 0x0441, 'c' }, { 0x0442, 't' }, { 0x0443, 'y' }, { 0x0445, 'x' },
    { 0x0455, 's' }, { 0x0456, 'i' }, { 0x0458, 'j' }, { 0x03B1, 'a' }, { 0x03B2, 'b' }, { 0x03B5, 'e' },
    { 0x03B6, 'z' }, { 0x03B7, 'h' }, { 0x03B9, 'i' }, { 0x03BA, 'k' }, { 0x03BC, 'm' }, { 0x03BD, 'n' },
    { 0x03BF, 'o' }, { 0x03C1, 'p' }, { 0x03C4, 't' }, { 0x03C5, 'y' }, { 0x03C7, 'x' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i][0] == letter)
      return looks[i][1];
  return letter;
}

/* The base letter in lower case, 0 for what only parts or adorns. */
static gunichar
reduce (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char) character) ? (gunichar) g_ascii_tolower ((char) character) : 0;

  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  if (g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts)) > 0)
    character = parts[0];
  if (!g_unichar_isalnum (character))
    return 0;
  return g_unichar_isdigit (character) ? '0' + (gunichar) g_unichar_digit_value (character)
                                       : reduce_look (g_unichar_tolower (character));
}

/** heed_essence_new: (transfer full): reduces @text. */
HeedEssence *
heed_essence_new (const char *text)
{
  HeedEssence *essence = g_new0 (HeedEssence, 1);

  const guint most = (guint) strlen (text);
  guint count = 0;

  /* No character becomes more than one letter. */
  essence->letters = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), most);
  essence->places = g_array_sized_new (FALSE, FALSE, sizeof (gsize), most);
  g_array_set_size (essence->letters, most);
  g_array_set_size (essence->places, most);
  gunichar *letters = (gunichar *) (gpointer) essence->letters->data;
  gsize *places = (gsize *) (gpointer) essence->places->data;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = reduce ((*at & 0x80) == 0 ? (gunichar) *at : g_utf8_get_char (at));

      if (letter == 0)
        continue;
      letters[count] = letter;
      places[count++] = (gsize) (at - text);
    }
  g_array_set_size (essence->letters, count);
  g_array_set_size (essence->places, count);
  return essence;
}

/** heed_essence_end_of: where in @text letter @index ends, with the accents that follow it. */
gsize
heed_essence_end_of (const char *text, const HeedEssence *essence, guint index)
{
  const char *at = g_utf8_next_char (text + g_array_index (essence->places, gsize, index));

  while (g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return (gsize) (at - text);
}
