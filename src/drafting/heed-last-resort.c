/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shorter ways to say what has to be there, for where it does not fit in any proper one. A person with 160 signs to
 * write in does the same: no accents, the number without its word, the request in its first words. */

#include "heed-last-resort.h"

#include <string.h>

#include "heed-count.h"
#include "heed-sentences.h"
#include "heed-shorten.h"

static gboolean
is_in_alphabet (gunichar character)
{
  char text[8] = "";
  gint64 limit, parts;

  text[g_unichar_to_utf8 (character, text)] = '\0';
  heed_count_sms (text, &limit, &parts);
  return limit == 160;
}

/* One letter that the alphabet of text messages lacks more than halves what a message holds, so people write it without
 * its sign there; what has no such form stays. */
static char *
dup_bare (const char *text)
{
  GString *bare = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { 0 };

      if (character == 0x0142 || character == 0x0141)
        parts[0] = character == 0x0142 ? 'l' : 'L';
      else if (!is_in_alphabet (character))
        g_unichar_fully_decompose (character, FALSE, parts, G_N_ELEMENTS (parts));
      g_string_append_unichar (bare, parts[0] != 0 && parts[0] < 0x80 ? parts[0] : character);
    }
  return g_string_free (bare, FALSE);
}

static void
add (const HeedWriter *writer, HeedPiece *piece, const char *wording)
{
  if (g_strcmp0 (writer->options->network, "sms") == 0)
    heed_piece_add_wording (writer, piece, dup_bare (wording));
  heed_piece_add_wording (writer, piece, g_strdup (wording));
}

static void
add_bare_wordings (const HeedWriter *writer, HeedPiece *piece)
{
  for (guint i = 0, count = piece->wordings->len; i < count; i++)
    heed_piece_add_wording (writer, piece, dup_bare (piece->wordings->pdata[i]));
}

static void
add_reference (const HeedWriter *writer, HeedPiece *piece)
{
  const HeedReference *reference = heed_sentence_get_main_reference (writer);
  g_autofree char *value = reference != NULL ? heed_shorten_close (reference->value) : NULL;

  if (value != NULL)
    add (writer, piece, value);
}

/**
 * heed_last_resort_start: adds the request without accents, and the main reference without its word.
 * @pieces: (element-type HeedPiece): those of a message that does not fit
 *
 * Returns: (transfer none) (nullable): the piece of the request
 */
HeedPiece *
heed_last_resort_start (const HeedWriter *writer, GPtrArray *pieces)
{
  g_return_val_if_fail (writer != NULL && pieces != NULL, NULL);

  HeedPiece *want = NULL;
  for (guint i = 0; i < pieces->len; i++)
    {
      HeedPiece *piece = pieces->pdata[i];
      gboolean is_want = g_strcmp0 (piece->name, "want") == 0;
      if (!piece->is_required || g_strcmp0 (piece->name, "mention") == 0)
        continue;
      if (g_strcmp0 (writer->options->network, "sms") == 0)
        add_bare_wordings (writer, piece);
      if (is_want)
        want = piece;
      else if (piece->name != NULL && g_str_has_suffix (piece->name, "reference"))
        add_reference (writer, piece);
    }
  return want;
}

/**
 * heed_last_resort_cut: puts the request cut to some of its words in the place of all wordings of it.
 * @length: the most that it may have, in characters
 *
 * Returns: %FALSE when there is no place so near its beginning to cut it
 */
gboolean
heed_last_resort_cut (const HeedWriter *writer, HeedPiece *want, glong length)
{
  g_return_val_if_fail (writer != NULL && want != NULL, FALSE);

  g_autofree char *whole = heed_shorten_capitalise (writer->facts->want);
  g_autofree char *cut = heed_shorten_cut (whole, length);

  g_ptr_array_set_size (want->wordings, 0);
  if (cut != NULL)
    add (writer, want, cut);
  return want->wordings->len > 0;
}
