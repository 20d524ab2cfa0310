/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-archive-text.h"

#include <string.h>

/* The names that networks and exporters write. The first three are what X escapes; the others come from web pages. */
static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },       { "lt", "<" },     { "gt", ">" },    { "quot", "\"" }, { "apos", "'" },
  { "nbsp", "\u00a0" }, { "hellip", "…" }, { "ndash", "–" }, { "mdash", "—" }, { "lsquo", "‘" },
  { "rsquo", "’" },     { "ldquo", "“" },  { "rdquo", "”" }, { "pound", "£" }, { "euro", "€" },
  { "cent", "¢" },      { "yen", "¥" },    { "copy", "©" },  { "reg", "®" },   { "trade", "™" },
  { "deg", "°" },       { "middot", "·" }, { "bull", "•" },  { "laquo", "«" }, { "raquo", "»" },
};

/* Reads what stands between "&#" and ";". 0 when that is no character. */
static gunichar
read_character_number (const char *p, gsize length)
{
  gboolean hex = length > 0 && (p[0] == 'x' || p[0] == 'X');
  gunichar c = 0;

  if (length == (hex ? 1 : 0) || length > 8)
    return 0;
  for (gsize i = hex ? 1 : 0; i < length; i++)
    {
      int digit = hex ? g_ascii_xdigit_value (p[i]) : g_ascii_digit_value (p[i]);

      if (digit < 0)
        return 0;
      c = c * (hex ? 16 : 10) + digit;
    }
  return g_unichar_validate (c) ? c : 0;
}

/* Decodes the entity at @p, if there is one. Returns the bytes read; 0 for none. */
static gsize
decode_entity (const char *p, const char *end, char **out)
{
  const char *semicolon = memchr (p, ';', MIN (end - p, 12));
  gsize length = semicolon != NULL ? semicolon - p - 1 : 0;

  if (length < 2)
    return 0;
  if (p[1] == '#')
    {
      gunichar c = read_character_number (p + 2, length - 1);

      *out += c != 0 ? g_unichar_to_utf8 (c, *out) : 0;
      return c != 0 ? length + 2 : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length && memcmp (p + 1, entities[i].name, length) == 0)
      {
        *out = g_stpcpy (*out, entities[i].text);
        return length + 2;
      }
  return 0;
}

/* Every sequence that is no UTF-8, and every NUL, becomes U+FFFD, byte by byte. */
static gsize
repair (const char *p, gsize length, char *out)
{
  const char *end = p + length;
  char *to = out;

  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, end - p, &stop);
      memmove (to, p, stop - p);
      to += stop - p;
      p = stop;
      if (p < end)
        {
          to = g_stpcpy (to, "\uFFFD");
          p++;
        }
    }
  return to - out;
}

/**
 * heed_archive_text_clean: makes plain text of a field: quotes single, HTML entities decoded, valid UTF-8.
 * @out: room for HEED_ARCHIVE_TEXT_GROWTH times the length, twice, and one byte more
 *
 * Returns: the length of what was written, without the NUL after it
 */
gsize
heed_archive_text_clean (HeedArchiveValue value, char *out)
{
  const char *p = value.text;
  const char *end = p + value.length;
  char *to = out;

  while (p < end)
    {
      const char *special = p;

      while (special < end && *special != '&' && *special != '"')
        special++;
      memcpy (to, p, special - p);
      to += special - p;
      p = special;
      if (p == end)
        break;
      gsize n = *p == '&' ? decode_entity (p, end, &to) : 0;
      p += n;
      if (n > 0)
        continue;
      if (value.quoted && *p == '"' && p + 1 < end && p[1] == '"')
        p++;
      *to++ = *p++;
    }
  gsize length = to - out;

  if (!g_utf8_validate_len (out, length, NULL))
    {
      /* Repaired text is longer, so it is written behind the text and then moved in place. */
      gsize repaired = repair (out, length, out + length);
      memmove (out, out + length, repaired);
      length = repaired;
    }
  out[length] = '\0';
  return length;
}
