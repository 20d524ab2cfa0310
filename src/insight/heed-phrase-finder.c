/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-phrase-finder.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "heed-error.h"
#include "heed-phrase-finder-private.h"

#define MAX_STEPS 16

/**
 * heed_phrase_finder_new: (transfer full): nothing to look for yet.
 * @vocabulary: gets the words of the phrases; it is not owned and has to live longer
 */
HeedPhraseFinder *
heed_phrase_finder_new (HeedVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);

  HeedPhraseFinder *finder = g_new0 (HeedPhraseFinder, 1);
  finder->vocabulary = vocabulary;
  finder->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  finder->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  finder->steps = g_array_new (FALSE, FALSE, sizeof (HeedPhraseStep));
  finder->phrases = g_array_new (FALSE, FALSE, sizeof (HeedPhrase));
  for (guint mark = 0; mark < HEED_MAX_MARKS; mark++)
    finder->parents[mark] = mark;
  finder->opening = HEED_MAX_MARKS;
  return finder;
}

static void
clear_index (HeedPhraseIndex *index)
{
  g_free (index->first);
  g_free (index->candidates);
}

void
heed_phrase_finder_free (HeedPhraseFinder *finder)
{
  if (finder == NULL)
    return;
  g_hash_table_unref (finder->groups);
  g_array_unref (finder->pool);
  g_array_unref (finder->steps);
  g_array_unref (finder->phrases);
  clear_index (&finder->index);
  clear_index (&finder->denials);
  g_free (finder->sets.first);
  g_free (finder->sets.numbers);
  g_free (finder);
}

/* Ends the part of @text that begins there at the next @separator. Returns what is behind it, %NULL for nothing. */
static char *
cut_part (char *text, char separator)
{
  char *end = strchr (text, separator);

  if (end != NULL)
    *end++ = '\0';
  return end;
}

/* Appends the words of one step, such as "a|b" or "{group}", to the pool. %FALSE when it is not well written. */
static gboolean
add_words (HeedPhraseFinder *finder, char *step)
{
  for (char *part = step, *next; part != NULL; part = next)
    {
      next = cut_part (part, '|');
      const GArray *group = part[0] == '{' ? g_hash_table_lookup (finder->groups, part) : NULL;
      guint32 number;

      if (group != NULL)
        g_array_append_vals (finder->pool, group->data, group->len);
      else if (strpbrk (part, "(){}") == NULL
               && (number = heed_vocabulary_add (finder->vocabulary, part)) != HEED_TOKEN_OTHER)
        g_array_append_val (finder->pool, number);
      else
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_step (HeedPhraseFinder *finder, char *text)
{
  const gsize length = strlen (text);
  HeedPhraseStep step = { .first = finder->pool->len };

  step.may_be_missing = length > 2 && text[0] == '(' && text[length - 1] == ')';
  if (step.may_be_missing)
    text[length - 1] = '\0';
  if (!add_words (finder, step.may_be_missing ? text + 1 : text))
    return FALSE;
  step.n = finder->pool->len - step.first;
  for (guint i = step.first; i < finder->pool->len; i++)
    step.is_gap |= g_array_index (finder->pool, guint32, i) == HEED_TOKEN_GAP;
  g_array_append_val (finder->steps, step);
  return TRUE;
}

static HeedPhraseStep *
get_step (const HeedPhraseFinder *finder, guint i)
{
  return &g_array_index (finder->steps, HeedPhraseStep, i);
}

/* Cuts off what may be missing at the start, which changes nothing. %FALSE when no word is left there. */
static gboolean
trim_phrase (const HeedPhraseFinder *finder, HeedPhrase *phrase)
{
  while (phrase->n_steps > 0 && get_step (finder, phrase->first_step)->may_be_missing)
    {
      phrase->first_step++;
      phrase->n_steps--;
    }
  return phrase->n_steps > 0 && !get_step (finder, phrase->first_step)->is_gap;
}

static int
compare_words (const void *a, const void *b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/* Appends the words of @step to @pool in order: those written, and the known ones that begin with its stems. */
static void
append_words (const HeedPhraseFinder *finder, HeedPhraseStep *step, GArray *pool)
{
  const guint first = pool->len, n = step->n;
  guint end = first;

  for (guint i = 0; i < n; i++)
    {
      guint32 number = g_array_index (finder->pool, guint32, step->first + i);

      g_array_append_val (pool, number);
      heed_vocabulary_append_beginning (finder->vocabulary, number, pool);
    }
  guint32 *words = &g_array_index (pool, guint32, 0);
  qsort (words + first, pool->len - first, sizeof (guint32), compare_words);
  for (guint i = first; i < pool->len; i++)
    if (i == first || words[i] != words[end - 1])
      {
        step->remainders |= heed_phrase_get_remainder_bit (words[i]);
        words[end++] = words[i];
      }
  g_array_set_size (pool, end);
  step->first = first;
  step->n = end - first;
  step->only = words[first];
}

/* Lets @step have its words in @pool. @done has the steps before it by their words as written: phrases have many in
 * common. */
static void
seal_step (const HeedPhraseFinder *finder, HeedPhraseStep *step, GArray *pool, GHashTable *done)
{
  const guint32 *words = &g_array_index (finder->pool, guint32, step->first);
  g_autoptr (GBytes) written = g_bytes_new_static (words, step->n * sizeof *words);
  const HeedPhraseStep *same = g_hash_table_lookup (done, written);

  if (same == NULL)
    {
      append_words (finder, step, pool);
      g_hash_table_insert (done, g_steal_pointer (&written), step);
      return;
    }
  step->remainders = same->remainders;
  step->first = same->first;
  step->n = same->n;
  step->only = same->only;
}

/* The remainders of the words that can be second in @phrase. */
static guint64
get_next (const HeedPhraseFinder *finder, const HeedPhrase *phrase)
{
  guint64 next = 0;

  for (guint i = 1; i < phrase->n_steps; i++)
    {
      const HeedPhraseStep *step = get_step (finder, phrase->first_step + i);

      if (step->is_gap)
        return G_MAXUINT64;
      next |= step->remainders;
      if (!step->may_be_missing)
        return next;
    }
  return G_MAXUINT64;
}

/* The step behind the first one with the fewest words that @phrase cannot do without, %NULL for none.
 * @window: (out): where it may stand, as in HeedPhraseCandidate */
static const HeedPhraseStep *
get_needed (const HeedPhraseFinder *finder, const HeedPhrase *phrase, guint32 *window)
{
  const HeedPhraseStep *needed = NULL;
  guint least = 1, most = 1;

  *window = G_MAXUINT32;
  for (guint i = 1; i < phrase->n_steps; i++)
    {
      const HeedPhraseStep *step = get_step (finder, phrase->first_step + i);
      const gboolean must_stand = !step->is_gap && !step->may_be_missing;

      if (must_stand && (needed == NULL || step->n <= needed->n))
        {
          needed = step;
          *window = (2u << most) - (1u << least);
        }
      least += must_stand ? 1 : 0;
      most += step->is_gap ? HEED_GAP_WORDS : 1;
    }
  return needed;
}

/* The sets that phrases need: a step with each, from number 1 on, and the numbers by where the words begin in the
 * pool. */
typedef struct
{
  GPtrArray *steps;
  guint16 *numbers;
} Needed;

/* The number of the set of the words of @step, which may be %NULL. */
static guint16
get_set (Needed *needed, const HeedPhraseStep *step)
{
  if (step == NULL)
    return 0;
  guint16 *number = &needed->numbers[step->first];
  if (*number == 0 && needed->steps->len < HEED_MAX_SETS)
    {
      *number = (guint16) needed->steps->len;
      g_ptr_array_add (needed->steps, (gpointer) step);
    }
  return *number;
}

/* The first step of phrase @i, %NULL when it denies and the others are wanted, or the other way round. */
static const HeedPhraseStep *
get_first_step (const HeedPhraseFinder *finder, guint i, gboolean denies)
{
  const HeedPhrase *phrase = &g_array_index (finder->phrases, HeedPhrase, i);

  return (phrase->role == HEED_PHRASE_DENIES) == denies ? get_step (finder, phrase->first_step) : NULL;
}

/* Turns @first, which has how many there are under each of @size numbers, into where those of each number end. */
static void
add_up (guint32 *first, guint size)
{
  for (guint number = 0; number < size; number++)
    first[number + 1] += first[number];
}

/* Notes the phrases that deny, or all others, under each word that they can begin with, in the order they were added:
 * first how many there are under each word, then where those of each word end, then, from the last on, themselves. */
static void
fill_index (const HeedPhraseFinder *finder, HeedPhraseIndex *index, gboolean denies, Needed *needed)
{
  const guint size = heed_vocabulary_get_size (finder->vocabulary);
  const guint32 *pool = (const guint32 *) (void *) finder->pool->data;
  const HeedPhraseStep *step;

  index->first = g_new0 (guint32, size + 1);
  for (guint i = 0; i < finder->phrases->len; i++)
    if ((step = get_first_step (finder, i, denies)) != NULL)
      for (guint word = 0; word < step->n; word++)
        index->first[pool[step->first + word]]++;
  add_up (index->first, size);
  index->candidates = g_new (HeedPhraseCandidate, MAX (index->first[size], 1));
  for (guint i = finder->phrases->len; i-- > 0;)
    if ((step = get_first_step (finder, i, denies)) != NULL)
      {
        const HeedPhrase *phrase = &g_array_index (finder->phrases, HeedPhrase, i);
        HeedPhraseCandidate candidate = { .next = get_next (finder, phrase), .number = (guint16) i };

        candidate.needed = get_set (needed, get_needed (finder, phrase, &candidate.window));
        for (guint word = 0; word < step->n; word++)
          index->candidates[--index->first[pool[step->first + word]]] = candidate;
      }
}

/* Notes under each word which of the sets that phrases need have it. */
static void
fill_sets (HeedPhraseFinder *finder, const GPtrArray *steps)
{
  const guint size = heed_vocabulary_get_size (finder->vocabulary);
  const guint32 *pool = (const guint32 *) (void *) finder->pool->data;
  HeedPhraseSets *sets = &finder->sets;

  sets->n = steps->len;
  sets->first = g_new0 (guint32, size + 1);
  for (guint set = 1; set < steps->len; set++)
    {
      const HeedPhraseStep *step = steps->pdata[set];

      for (guint word = 0; word < step->n; word++)
        sets->first[pool[step->first + word]]++;
    }
  add_up (sets->first, size);
  sets->numbers = g_new (guint16, MAX (sets->first[size], 1));
  for (guint set = 1; set < steps->len; set++)
    {
      const HeedPhraseStep *step = steps->pdata[set];

      for (guint word = 0; word < step->n; word++)
        sets->numbers[--sets->first[pool[step->first + word]]] = (guint16) set;
    }
}

/**
 * heed_phrase_finder_add_to_group: puts @word into a group, which phrases added later write as "{name}".
 *
 * Returns: %FALSE when it is not written as heed_vocabulary_add() takes it
 */
gboolean
heed_phrase_finder_add_to_group (HeedPhraseFinder *finder, const char *name, const char *word)
{
  g_return_val_if_fail (finder != NULL && name != NULL && word != NULL, FALSE);

  g_autofree char *key = g_strconcat ("{", name, "}", NULL);
  guint32 number = heed_vocabulary_add (finder->vocabulary, word);
  GArray *group = g_hash_table_lookup (finder->groups, key);
  if (number == HEED_TOKEN_OTHER)
    return FALSE;
  if (group == NULL)
    {
      group = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (finder->groups, g_steal_pointer (&key), group);
    }
  g_array_append_val (group, number);
  return TRUE;
}

/** heed_phrase_finder_share_groups: has phrases added later use the groups of @other, of the same vocabulary. */
void
heed_phrase_finder_share_groups (HeedPhraseFinder *finder, HeedPhraseFinder *other)
{
  g_return_if_fail (finder != NULL && other != NULL && finder->vocabulary == other->vocabulary);

  g_hash_table_ref (other->groups);
  g_hash_table_unref (finder->groups);
  finder->groups = other->groups;
}

/** heed_phrase_finder_set_parent: what takes @parent back takes @mark back, too. */
void
heed_phrase_finder_set_parent (HeedPhraseFinder *finder, guint mark, guint parent)
{
  g_return_if_fail (finder != NULL && mark < HEED_MAX_MARKS && parent < HEED_MAX_MARKS);

  finder->parents[mark] = parent;
}

/**
 * heed_phrase_finder_add: looks for @phrase from now on.
 * @phrase: words as heed_vocabulary_add() takes them between single spaces. "a|b" is one or the other, "(a)" may be
 *   missing, "{name}" is any word of a group, "…" is up to four other words of the same sentence, at the end all that
 *   are left of it
 * @role: what its standing in a text means
 * @mark: what it is about, below %HEED_MAX_MARKS
 *
 * Returns: %FALSE with %HEED_ERROR_MALFORMED when it is not written like that; the message tells how it should be
 */
gboolean
heed_phrase_finder_add (HeedPhraseFinder *finder, const char *phrase, HeedPhraseRole role, guint mark, GError **error)
{
  g_return_val_if_fail (finder != NULL && phrase != NULL && mark < HEED_MAX_MARKS, FALSE);

  g_autofree char *copy = g_strdup (phrase);
  HeedPhrase added = { .first_step = finder->steps->len, .mark = mark, .role = role };
  gboolean is_good = TRUE;
  guint n_gaps = 0;

  for (char *step = copy, *next; is_good && step != NULL; step = next)
    {
      next = cut_part (step, ' ');
      n_gaps += g_str_equal (step, "…") ? 1 : 0;
      is_good = ++added.n_steps <= MAX_STEPS && add_step (finder, step) && n_gaps <= HEED_MAX_GAPS;
    }
  if (is_good && trim_phrase (finder, &added))
    {
      if (role == HEED_PHRASE_OPENS)
        finder->opening = mark;
      g_array_append_val (finder->phrases, added);
      return TRUE;
    }
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                       _ ("write lower-case words between single spaces, “abc*” for what begins so, “a|b” for a "
                          "choice, “(a)” for a word that may be missing, “{name}” for a group that exists, “…” for a "
                          "gap between two words; at most 16 of these"));
  return FALSE;
}

/** heed_phrase_finder_seal: makes it ready to find; call it when all phrases of all finders of the vocabulary are added
 * and the vocabulary itself is sealed. Later calls do nothing, so that what is not always needed is sealed by the first
 * of several threads that needs it. */
void
heed_phrase_finder_seal (HeedPhraseFinder *finder)
{
  g_return_if_fail (finder != NULL);

  if (!g_once_init_enter (&finder->is_sealed))
    return;
  g_autoptr (GHashTable)
    done = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < finder->steps->len; i++)
    seal_step (finder, get_step (finder, i), pool, done);
  g_hash_table_remove_all (done);
  g_array_unref (finder->pool);
  finder->pool = g_steal_pointer (&pool);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree guint16 *numbers = g_new0 (guint16, MAX (finder->pool->len, 1));
  Needed needed = { steps, numbers };
  g_assert (finder->phrases->len <= G_MAXUINT16);
  g_ptr_array_add (steps, NULL);
  fill_index (finder, &finder->index, FALSE, &needed);
  fill_index (finder, &finder->denials, TRUE, &needed);
  fill_sets (finder, steps);
  g_once_init_leave (&finder->is_sealed, 1);
}
