/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A message in several posts, where one is too short for it. Whoever finds any of them alone sees whom it is for and
 * which matter it is about, so each has the mention and the reference. */

#include "heed-thread.h"

#include <string.h>

#include "heed-shorten.h"

/* Nobody reads more. */
#define MOST_PARTS 10

/* A thread in the making: @count is how many parts it is said to have, @now what the next part holds. */
typedef struct
{
  const HeedWorkshop *workshop;
  char *reference;
  guint count;
  GPtrArray *parts;
  GPtrArray *now;
} Thread;

/* The part that the sentences make, with its number. What is private is looked for before that is there: it would grow
 * together with the digits of a reference in front of it. */
static char *
dup_part (const Thread *thread, const GPtrArray *sentences)
{
  const HeedWriter *writer = &thread->workshop->writer;
  g_auto (GStrv) forms = heed_phrases_dup_wordings (writer->phrases, "thread_number", writer->options->tone);
  g_autofree char *number = g_strdup_printf ("%u", thread->parts->len + 1);
  g_autofree char *count = g_strdup_printf ("%u", thread->count);
  g_autofree char *mark = heed_phrases_fill (forms[0], "number", number, "count", count, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (thread->workshop->mention != NULL)
    g_ptr_array_add (all, thread->workshop->mention);
  for (guint i = 0; i < sentences->len; i++)
    g_ptr_array_add (all, sentences->pdata[i]);
  if (thread->reference != NULL)
    g_ptr_array_add (all, thread->reference);
  g_ptr_array_add (all, NULL);
  g_autofree char *text = heed_workshop_join (thread->workshop, (char *const *) all->pdata);
  return g_strconcat (text, " ", mark, NULL);
}

/* Whether the part that is being filled has room for @sentence, too. */
static gboolean
fits (Thread *thread, const char *sentence)
{
  HeedCount count;

  g_ptr_array_add (thread->now, (gpointer) sentence);
  g_autofree char *part = dup_part (thread, thread->now);
  heed_workshop_measure (thread->workshop->writer.options, part, &count);
  gpointer last = g_ptr_array_steal_index (thread->now, thread->now->len - 1);
  g_assert (last == sentence);
  return count.is_valid;
}

static void
end_part (Thread *thread)
{
  if (thread->now->len == 0)
    return;
  g_ptr_array_add (thread->parts, dup_part (thread, thread->now));
  g_ptr_array_set_size (thread->now, 0);
}

/* The longest beginning of a sentence that fits, and where the rest starts; NULL where none does. */
static char *
cut_beginning (Thread *thread, const char *sentence, const char **rest)
{
  char *best = NULL;
  glong least = 1;
  glong most = g_utf8_strlen (sentence, -1) - 1;

  while (least <= most)
    {
      glong middle = least + (most - least) / 2;
      const char *end = heed_shorten_find_break (sentence, middle);
      g_autofree char *beginning = end != NULL ? heed_shorten_end (sentence, end) : NULL;
      if (beginning != NULL && !fits (thread, beginning))
        {
          most = middle - 1;
          continue;
        }
      least = middle + 1;
      if (beginning == NULL)
        continue;
      g_free (best);
      best = g_steal_pointer (&beginning);
      *rest = end + strspn (end, " ");
    }
  return best;
}

/* Puts a sentence into the part that is being filled, else into the next; over several where it is too long for any. */
static gboolean
add_sentence (Thread *thread, const char *sentence)
{
  while (!fits (thread, sentence))
    {
      if (thread->parts->len >= MOST_PARTS)
        return FALSE;
      if (thread->now->len > 0)
        {
          end_part (thread);
          continue;
        }
      const char *rest;
      char *beginning = cut_beginning (thread, sentence, &rest);
      if (beginning == NULL)
        return FALSE;
      g_ptr_array_add (thread->now, beginning);
      end_part (thread);
      sentence = rest;
    }
  g_ptr_array_add (thread->now, g_strdup (sentence));
  return TRUE;
}

/* Says everything in parts numbered “of @count”. NULL when that cannot be. */
static GPtrArray *
fill_parts (const HeedWorkshop *workshop, const GPtrArray *sentences, const char *reference, guint count)
{
  Thread thread = { .workshop = workshop, .count = count };
  gboolean is_done = TRUE;

  thread.reference = g_strdup (reference);
  thread.parts = g_ptr_array_new_with_free_func (g_free);
  thread.now = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < sentences->len && is_done; i++)
    is_done = add_sentence (&thread, sentences->pdata[i]);
  end_part (&thread);
  g_free (thread.reference);
  g_ptr_array_unref (thread.now);
  if (is_done)
    return thread.parts;
  g_ptr_array_unref (thread.parts);
  return NULL;
}

static void
add_sentences (GPtrArray *sentences, const char *wording)
{
  g_autoptr (GPtrArray) list = heed_shorten_list_sentences (wording);

  g_ptr_array_extend_and_steal (sentences, g_steal_pointer (&list));
}

/* The fullest wording of each piece but the courtesies, and but the mention and the reference, which every part has;
 * the story in the wording @story. @reference is the shortest wording of the reference. */
static GPtrArray *
list_sentences (const GPtrArray *pieces, guint story, const char **reference)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pieces->len; i++)
    {
      const HeedPiece *piece = pieces->pdata[i];
      guint wordings = piece->wordings->len;
      if (wordings == 0 || piece->is_courtesy || g_strcmp0 (piece->name, "mention") == 0)
        continue;
      gboolean is_story = g_strcmp0 (piece->name, "what_happened") == 0;
      if (piece->is_required && g_strcmp0 (piece->name, "want") != 0 && *reference == NULL)
        *reference = piece->wordings->pdata[wordings - 1];
      else
        add_sentences (sentences, piece->wordings->pdata[is_story ? MIN (story, wordings - 1) : 0]);
    }
  return sentences;
}

/**
 * heed_thread_split: says everything in as few posts as can be, at most ten.
 *
 * Posts are cut between sentences, where one alone is too long between words. A story that would take more than ten
 * posts is shortened first.
 *
 * Returns: (transfer full) (nullable): the posts, %NULL where even that does not help
 */
char **
heed_thread_split (const HeedWorkshop *workshop, const GPtrArray *pieces)
{
  g_return_val_if_fail (workshop != NULL && pieces != NULL, NULL);

  for (guint story = 0; story < HEED_PACKER_WORDINGS; story++)
    {
      const char *reference = NULL;
      g_autoptr (GPtrArray) sentences = list_sentences (pieces, story, &reference);
      for (guint count = 1; count <= MOST_PARTS; count++)
        {
          g_autoptr (GPtrArray) parts = fill_parts (workshop, sentences, reference, count);
          if (parts == NULL)
            break;
          if (parts->len != count)
            continue;
          g_ptr_array_add (parts, NULL);
          return (char **) g_ptr_array_steal (parts, NULL);
        }
    }
  return NULL;
}
