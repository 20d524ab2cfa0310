/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-grapheme.h"

#include "heed-grapheme-table.h"

#define HANGUL_FIRST 0xAC00
#define HANGUL_LAST 0xD7A3
#define HANGUL_TRAILS 28

/* What must be remembered of the cluster so far to judge the next boundary. */
typedef struct
{
  guint8 previous;
  gboolean in_emoji;
  gboolean after_emoji_zwj;
  gboolean odd_indicator;
  gboolean in_conjunct;
  gboolean conjunct_linked;
} Cluster;

static guint8
look_up (gunichar character)
{
  if (character >= HANGUL_FIRST && character <= HANGUL_LAST)
    return (character - HANGUL_FIRST) % HANGUL_TRAILS == 0 ? GCB_LV : GCB_LVT;
  if (character >= GRAPHEME_LOW_END)
    {
      if (character < GRAPHEME_HIGH_START || character >= GRAPHEME_HIGH_END)
        return GCB_OTHER;
      character = GRAPHEME_LOW_END + (character - GRAPHEME_HIGH_START);
    }
  return grapheme_blocks[grapheme_index[character / GRAPHEME_BLOCK] * GRAPHEME_BLOCK + character % GRAPHEME_BLOCK];
}

static gboolean
is_control (guint8 class)
{
  return class == GCB_CR || class == GCB_LF || class == GCB_CONTROL;
}

/* GB6, GB7 and GB8: a Hangul syllable stays whole. */
static gboolean
joins_hangul (guint8 before, guint8 after)
{
  switch (before)
    {
    case GCB_L:
      return after == GCB_L || after == GCB_V || after == GCB_LV || after == GCB_LVT;
    case GCB_LV:
    case GCB_V:
      return after == GCB_V || after == GCB_T;
    case GCB_LVT:
    case GCB_T:
      return after == GCB_T;
    default:
      return FALSE;
    }
}

/* Whether @value belongs to the cluster so far: the rules GB3 to GB999 of UAX 29 in their order. */
static gboolean
joins (const Cluster *cluster, guint8 value)
{
  guint8 before = cluster->previous & GCB_MASK;
  guint8 after = value & GCB_MASK;

  if (before == GCB_CR && after == GCB_LF)
    return TRUE;
  if (is_control (before) || is_control (after))
    return FALSE;
  if (joins_hangul (before, after))
    return TRUE;
  if (after == GCB_EXTEND || after == GCB_ZWJ || after == GCB_SPACINGMARK || before == GCB_PREPEND)
    return TRUE;
  if (cluster->conjunct_linked && (value & IS_CONSONANT) != 0)
    return TRUE;
  if (cluster->after_emoji_zwj && (value & IS_PICTOGRAPHIC) != 0)
    return TRUE;
  return cluster->odd_indicator && after == GCB_REGIONAL_INDICATOR;
}

static void
take (Cluster *cluster, guint8 value)
{
  guint8 class = value & GCB_MASK;

  cluster->after_emoji_zwj = cluster->in_emoji && class == GCB_ZWJ;
  cluster->in_emoji = (value & IS_PICTOGRAPHIC) != 0 || (cluster->in_emoji && class == GCB_EXTEND);
  cluster->odd_indicator = class == GCB_REGIONAL_INDICATOR && !cluster->odd_indicator;

  gboolean keeps = (value & (IS_LINKER | IS_CONJUNCT_EXTEND)) != 0;
  cluster->conjunct_linked = cluster->in_conjunct && keeps && (cluster->conjunct_linked || (value & IS_LINKER) != 0);
  cluster->in_conjunct = (value & IS_CONSONANT) != 0 || (cluster->in_conjunct && keeps);
  cluster->previous = value;
}

/**
 * heed_grapheme_next: finds the end of the first extended grapheme cluster.
 * @text: valid UTF-8
 *
 * After UAX 29, with rule GB9c of Unicode 15.1, which Pango of Debian 12 does not know and which networks that
 * count with newer tables apply.
 *
 * Returns: where the next cluster starts; @text itself at its end
 */
const char *
heed_grapheme_next (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return text;

  Cluster cluster = { 0 };
  take (&cluster, look_up (g_utf8_get_char (text)));
  for (text = g_utf8_next_char (text); *text != '\0'; text = g_utf8_next_char (text))
    {
      guint8 value = look_up (g_utf8_get_char (text));
      if (!joins (&cluster, value))
        break;
      take (&cluster, value);
    }
  return text;
}

/** heed_grapheme_count: the number of extended grapheme clusters in @text, which is valid UTF-8. */
gint64
heed_grapheme_count (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  gint64 count = 0;
  for (; *text != '\0'; text = heed_grapheme_next (text))
    count++;
  return count;
}

/** heed_grapheme_is_pictographic: the property Extended_Pictographic. */
gboolean
heed_grapheme_is_pictographic (gunichar character)
{
  return (look_up (character) & IS_PICTOGRAPHIC) != 0;
}
