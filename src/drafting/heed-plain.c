/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-plain.h"

#include <string.h>

#define OTHER '\x01'

/* The one ASCII sign that a character is another form of, such as a full-width digit or a dash that does not break;
 * 0 for what nobody sees, and a sign that parts everything for all the rest. */
static char
simplify (gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_isspace (character))
    return character == '\n' ? '\n' : ' ';
  /* Control characters other than blanks are shown as nothing by most programs. */
  if (character < 0x80)
    return g_ascii_iscntrl ((char) character) ? '\0' : (char) character;
  if (g_unichar_isdigit (character))
    return (char) ('0' + g_unichar_digit_value (character));
  switch ((int) g_unichar_type (character))
    {
    case G_UNICODE_DASH_PUNCTUATION:
      return '-';
    case G_UNICODE_FORMAT:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return '\0';
    default:
      if (character == 0x2212)
        return '-';
      g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
      if (g_unichar_isdigit (parts[0]))
        return (char) ('0' + g_unichar_digit_value (parts[0]));
      return parts[0] < 0x80 ? (char) parts[0] : OTHER;
    }
}

/** heed_plain_new: (transfer full): @text, which is valid UTF-8, in plain signs. */
HeedPlain *
heed_plain_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  HeedPlain *plain = g_new0 (HeedPlain, 1);
  const gsize most = strlen (text);

  /* No character becomes more than one sign. */
  plain->text = g_new (char, most + 1);
  plain->places = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) most + 1);
  g_array_set_size (plain->places, (guint) most + 1);
  gsize *places = (gsize *) (gpointer) plain->places->data;
  places[0] = 0;
  for (const char *at = text; *at != '\0';)
    {
      char sign = g_ascii_isprint (*at) ? *at : simplify (g_utf8_get_char (at));

      at = g_utf8_next_char (at);
      /* What nobody sees belongs to the sign behind it. */
      if (sign == '\0')
        continue;
      plain->text[plain->length++] = sign;
      places[plain->length] = (gsize) (at - text);
    }
  plain->text[plain->length] = '\0';
  g_array_set_size (plain->places, (guint) plain->length + 1);
  return plain;
}

void
heed_plain_free (HeedPlain *plain)
{
  if (plain == NULL)
    return;
  g_free (plain->text);
  g_array_unref (plain->places);
  g_free (plain);
}

/** heed_plain_find: the first sign at or behind @place, a byte of the text that @plain was made of. */
gsize
heed_plain_find (const HeedPlain *plain, gsize place)
{
  g_return_val_if_fail (plain != NULL, 0);

  /* So it is wherever nothing but ASCII stands before. */
  if (place <= plain->length && heed_plain_get_place (plain, place) == place)
    return place;

  gsize low = 0;
  gsize high = plain->length;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (heed_plain_get_place (plain, middle) < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
