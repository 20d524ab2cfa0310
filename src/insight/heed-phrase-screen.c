/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-phrase-screen.h"

#include "heed-phrase-finder-private.h"

/* Under a word: @finder has phrases that begin with it; @next as in HeedPhraseCandidate, of all of them. */
typedef struct
{
  guint64 next;
  guint finder;
} Beginning;

/* The beginnings with the word of a number stand from @first of it on, up to those of the next number. */
struct _HeedPhraseScreen
{
  guint32 *first;
  GArray *beginnings;
};

static void
add_beginning (HeedPhraseScreen *screen, const HeedPhraseFinder *finder, guint32 number, guint i)
{
  const HeedPhraseIndex *index = &finder->index;
  Beginning beginning = { .finder = i };

  for (guint32 candidate = index->first[number]; candidate < index->first[number + 1]; candidate++)
    beginning.next |= index->candidates[candidate].next;
  if (beginning.next != 0)
    g_array_append_val (screen->beginnings, beginning);
}

/**
 * heed_phrase_screen_new: makes one index of the first words of all phrases of several finders.
 * @finders: (element-type HeedPhraseFinder): sealed, at most %HEED_MAX_SCREENED, all of @vocabulary
 */
HeedPhraseScreen *
heed_phrase_screen_new (const HeedVocabulary *vocabulary, GPtrArray *finders)
{
  g_return_val_if_fail (vocabulary != NULL && finders != NULL && finders->len <= HEED_MAX_SCREENED, NULL);

  const guint size = heed_vocabulary_get_size (vocabulary);
  HeedPhraseScreen *screen = g_new0 (HeedPhraseScreen, 1);
  screen->first = g_new (guint32, size + 1);
  screen->beginnings = g_array_new (FALSE, FALSE, sizeof (Beginning));
  for (guint32 number = 0; number < size; number++)
    {
      screen->first[number] = screen->beginnings->len;
      for (guint i = 0; i < finders->len; i++)
        add_beginning (screen, g_ptr_array_index (finders, i), number, i);
    }
  screen->first[size] = screen->beginnings->len;
  return screen;
}

void
heed_phrase_screen_free (HeedPhraseScreen *screen)
{
  if (screen == NULL)
    return;
  g_free (screen->first);
  g_array_unref (screen->beginnings);
  g_free (screen);
}

/**
 * heed_phrase_screen_look: which finders can find anything but how sentences are made.
 *
 * Returns: a bit each, in their order; without the bit, none of the finder's phrases stands in the text
 */
guint64
heed_phrase_screen_look (const HeedPhraseScreen *screen, const HeedTokens *tokens)
{
  const Beginning *beginnings = (const Beginning *) (void *) screen->beginnings->data;
  guint64 finders = 0;

  for (guint i = 0; i < tokens->n; i++)
    {
      const guint32 number = tokens->tokens[i].number;
      const guint32 after = i + 1 < tokens->n ? tokens->tokens[i + 1].number : HEED_TOKEN_OTHER;

      for (guint32 at = screen->first[number]; at < screen->first[number + 1]; at++)
        if (beginnings[at].next & heed_phrase_get_remainder_bit (after))
          finders |= G_GUINT64_CONSTANT (1) << beginnings[at].finder;
    }
  return finders;
}
