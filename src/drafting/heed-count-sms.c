/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-count.h"

/* The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 section 6.2.1. */
static const char basic[] =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
  "abcdefghijklmnopqrstuvwxyzäöñüà";
static const char extension[] = "^{}\\[~]|€\f";

/* What one message holds: alone, and as a part of several, where a header takes room. */
enum
{
  SEPTETS_ALONE = 160,
  SEPTETS_IN_PART = 153,
  UNITS_ALONE = 70,
  UNITS_IN_PART = 67,
};

/* The septets of a character, 0 when the alphabet lacks it. */
static gint64
count_septets (gunichar character)
{
  if (g_utf8_strchr (basic, -1, character) != NULL)
    return 1;
  return g_utf8_strchr (extension, -1, character) != NULL ? 2 : 0;
}

static gint64
count_units (gunichar character)
{
  return character > 0xFFFF ? 2 : 1;
}

static gboolean
fits_alphabet (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (count_septets (g_utf8_get_char (text)) == 0)
      return FALSE;
  return TRUE;
}

/**
 * heed_count_sms: measures a text message.
 * @text: valid UTF-8
 * @limit: (out): what one message holds in the alphabet that @text needs
 * @parts: (out): the messages it takes; no character is split between two
 *
 * Returns: its length in septets, or in 16-bit units when a character is outside of the GSM alphabet
 */
gint64
heed_count_sms (const char *text, gint64 *limit, gint64 *parts)
{
  g_return_val_if_fail (text != NULL && limit != NULL && parts != NULL, 0);

  gboolean is_gsm = fits_alphabet (text);
  gint64 room = is_gsm ? SEPTETS_IN_PART : UNITS_IN_PART;
  gint64 length = 0;
  gint64 used = 0;

  *limit = is_gsm ? SEPTETS_ALONE : UNITS_ALONE;
  *parts = 1;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      gint64 size = is_gsm ? count_septets (character) : count_units (character);
      length += size;
      used += size;
      if (used > room)
        {
          *parts += 1;
          used = size;
        }
    }
  if (length <= *limit)
    *parts = 1;
  return length;
}
