/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-emoji.h"

#include <string.h>

#include "heed-data.h"
#include "heed-grapheme.h"

#define ZERO_WIDTH_JOINER 0x200D
#define TEXT_STYLE 0xFE0E
#define EMOJI_STYLE 0xFE0F
#define KEYCAP 0x20E3

/* No sequence of Unicode 15 has more than ten characters; this leaves room. */
#define LONGEST 16

static GHashTable *sequences;

static void
read_sequences (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = heed_data_lookup ("limits/emoji.txt", &error);
  if (bytes == NULL)
    g_error ("emoji.txt: %s", error->message);

  /* The lines stay in memory as the keys of the table. */
  char *lines = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  sequences = g_hash_table_new (g_str_hash, g_str_equal);
  for (char *line = strtok_r (lines, "\n", &lines); line != NULL; line = strtok_r (NULL, "\n", &lines))
    if (!g_str_has_prefix (line, "# "))
      g_hash_table_add (sequences, line);
  g_once_init_leave (&once, 1);
}

static gboolean
is_indicator (gunichar character)
{
  return character >= 0x1F1E6 && character <= 0x1F1FF;
}

static gboolean
is_skin_tone (gunichar character)
{
  return character >= 0x1F3FB && character <= 0x1F3FF;
}

static gboolean
may_start (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isdigit ((char) character) || character == '#' || character == '*';
  return heed_grapheme_is_pictographic (character) || is_indicator (character) || is_skin_tone (character);
}

static gboolean
may_follow (gunichar previous, gunichar character)
{
  return character == EMOJI_STYLE || character == ZERO_WIDTH_JOINER || character == KEYCAP || is_skin_tone (character)
         || (character >= 0xE0020 && character <= 0xE007F) || (is_indicator (previous) && is_indicator (character))
         || previous == ZERO_WIDTH_JOINER;
}

/**
 * heed_emoji_length: measures the emoji that @text starts with, the longest known sequence.
 * @text: valid UTF-8
 *
 * An emoji that U+FE0E behind it turns into a plain sign is none; nor are bare digits, © and ®.
 *
 * Returns: its bytes, 0 when @text starts with something else
 */
gsize
heed_emoji_length (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  gunichar previous = g_utf8_get_char (text);
  if (!may_start (previous))
    return 0;
  read_sequences ();

  char buffer[LONGEST * 4 + 1];
  gsize ends[LONGEST];
  guint count = 0;
  const char *end = g_utf8_next_char (text);
  ends[count++] = (gsize) (end - text);
  while (count < LONGEST && may_follow (previous, g_utf8_get_char (end)))
    {
      previous = g_utf8_get_char (end);
      end = g_utf8_next_char (end);
      ends[count++] = (gsize) (end - text);
    }

  memcpy (buffer, text, ends[count - 1]);
  while (count-- > 0)
    {
      buffer[ends[count]] = '\0';
      if (g_hash_table_contains (sequences, buffer))
        return g_utf8_get_char (text + ends[count]) == TEXT_STYLE ? 0 : ends[count];
    }
  return 0;
}
