/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds phrases in a text that is cut. */

#include <string.h>

#include "heed-phrase-finder-private.h"

#define MAX_DENIALS 256

/* Steps of phrases that are looked at in one text, those that take back and the others each. Replies take some
 * hundreds; what would take more was written to take long. */
#define MAX_LOOKS 400000

/* Where a phrase that takes @mark back stands, in tokens. */
typedef struct
{
  guint mark;
  guint start;
  guint end;
} Denial;

/* The tokens from @start up to @end, which a gap skipped. */
typedef struct
{
  guint start;
  guint end;
} Gap;

/* @gaps are those of the phrase matched last, the last one first. @covered tells of each token whether a phrase that
 * was found holds it, and @places where words of each set stand, with a bit for each remainder of a place. @sentence is
 * the one that is read. */
typedef struct
{
  const HeedPhraseFinder *finder;
  const HeedTokens *tokens;
  HeedPhraseFindings *found;
  HeedPhraseSentence *sentence;
  guint looks;
  guint n_gaps;
  Gap gaps[HEED_MAX_GAPS];
  guint n_denials;
  Denial denials[MAX_DENIALS];
  guint64 denied;
  gboolean is_open;
  gboolean is_question;
  guint8 covered[HEED_MAX_TOKENS];
  guint64 places[HEED_MAX_SETS];
} Search;

/* Hot: most steps hold one word or a few. */
static inline gboolean
step_has (const HeedPhraseFinder *finder, const HeedPhraseStep *step, guint32 number)
{
  if (step->n == 1)
    return step->only == number;
  if ((step->remainders & heed_phrase_get_remainder_bit (number)) == 0)
    return FALSE;
  const guint32 *words = (const guint32 *) (void *) finder->pool->data + step->first;
  guint low = 0, high = step->n;
  while (high - low > 4)
    {
      guint middle = low + (high - low) / 2;

      if (words[middle] <= number)
        low = middle;
      else
        high = middle;
    }
  for (; low < high; low++)
    if (words[low] == number)
      return TRUE;
  return FALSE;
}

static inline guint32
get_number (const HeedTokens *tokens, guint position)
{
  return position < tokens->n ? tokens->tokens[position].number : HEED_TOKEN_OTHER;
}

static gboolean
ends_sentence (guint32 number)
{
  return number == HEED_TOKEN_END || number == HEED_TOKEN_QUESTION;
}

static guint match (Search *search, guint step, guint end, guint position);

/* As match(), where @step is a gap. The last one takes all that is left of the sentence. */
static guint
match_gap (Search *search, guint step, guint end, guint position)
{
  const HeedPhraseStep *next = (const HeedPhraseStep *) (void *) search->finder->steps->data + step + 1;
  const guint start = position;

  if (step + 1 == end)
    {
      while (position < search->tokens->n && !ends_sentence (search->tokens->tokens[position].number))
        position++;
      return position;
    }
  for (guint skip = 0; skip <= HEED_GAP_WORDS && position < search->tokens->n; skip++, position++)
    {
      guint32 number = search->tokens->tokens[position].number;
      guint matched = next->may_be_missing || step_has (search->finder, next, number)
                        ? match (search, step + 1, end, position)
                        : 0;

      if (matched > 0)
        search->gaps[search->n_gaps++] = (Gap){ start, position };
      if (matched > 0 || ends_sentence (number))
        return matched;
    }
  return 0;
}

/* Where the steps from @step up to @end that stand at @position end, 0 where they do not stand there, or when too much
 * was looked at. The depth is bounded by the number of steps. */
static guint
match (Search *search, guint step, guint end, guint position)
{
  const HeedPhraseStep *steps = (const HeedPhraseStep *) (void *) search->finder->steps->data;
  guint32 number = get_number (search->tokens, position);

  for (; step < end; step++)
    {
      if (search->looks == 0)
        return 0;
      search->looks--;
      if (steps[step].is_gap)
        return match_gap (search, step, end, position);
      if (!step_has (search->finder, &steps[step], number))
        {
          if (steps[step].may_be_missing)
            continue;
          return 0;
        }
      if (steps[step].may_be_missing)
        {
          guint matched = match (search, step + 1, end, position + 1);

          if (matched > 0)
            return matched;
          continue;
        }
      number = get_number (search->tokens, ++position);
    }
  return position;
}

/* As match(), for a phrase under the word at @position: the index has it that its first step stands there. */
static guint
match_phrase (Search *search, const HeedPhrase *phrase, guint position)
{
  search->n_gaps = 0;
  if (search->looks == 0)
    return 0;
  search->looks--;
  return match (search, phrase->first_step + 1, phrase->first_step + phrase->n_steps, position + 1);
}

static void
note_places (Search *search)
{
  const HeedPhraseSets *sets = &search->finder->sets;

  memset (search->places, 0, sets->n * sizeof *search->places);
  search->places[0] = G_MAXUINT64;
  for (guint position = 0; position < search->tokens->n; position++)
    {
      const guint32 number = search->tokens->tokens[position].number;

      for (guint32 i = sets->first[number]; i < sets->first[number + 1]; i++)
        search->places[sets->numbers[i]] |= G_GUINT64_CONSTANT (1) << position % 64;
    }
}

/* Whether a word that the phrase needs stands where it may, seen from @position. Places that are 64 apart look alike,
 * which no phrase is long enough to reach. */
static inline gboolean
has_needed (const Search *search, const HeedPhraseCandidate *candidate, guint position)
{
  const guint64 places = search->places[candidate->needed];
  const guint turn = position % 64;

  return ((places >> turn | places << (64 - turn) % 64) & candidate->window) != 0;
}

/* The next phrase from @i on under the word at @position that the words behind it do not rule out, NULL at the end. */
static const HeedPhrase *
get_likely (const Search *search, const HeedPhraseIndex *index, guint position, guint *i)
{
  const guint end = index->first[search->tokens->tokens[position].number + 1];
  const guint64 next = heed_phrase_get_remainder_bit (get_number (search->tokens, position + 1));

  for (; *i < end; (*i)++)
    if (index->candidates[*i].next & next && has_needed (search, &index->candidates[*i], position))
      return &g_array_index (search->finder->phrases, HeedPhrase, index->candidates[(*i)++].number);
  return NULL;
}

static void
find_denials_at (Search *search, guint position)
{
  const HeedPhraseIndex *index = &search->finder->denials;
  const HeedPhrase *phrase;
  guint i = index->first[search->tokens->tokens[position].number];

  while (search->n_denials < MAX_DENIALS && (phrase = get_likely (search, index, position, &i)) != NULL)
    {
      guint end = match_phrase (search, phrase, position);

      if (end == 0)
        continue;
      search->denied |= G_GUINT64_CONSTANT (1) << phrase->mark;
      search->denials[search->n_denials++] = (Denial){ phrase->mark, position, end };
    }
}

/* What is named is taken back only by what holds all of it: "the email" does not touch "email address". */
static gboolean
takes_back (const Denial *denial, const HeedPhrase *phrase, guint start, guint end)
{
  if (phrase->role == HEED_PHRASE_NAMES)
    return denial->start <= start && end <= denial->end;
  return denial->start < end && start < denial->end;
}

static gboolean
is_denied (const Search *search, const HeedPhrase *phrase, guint start, guint end)
{
  guint parent = search->finder->parents[phrase->mark];

  if (((search->denied >> phrase->mark | search->denied >> parent) & 1) == 0)
    return FALSE;
  for (guint i = 0; i < search->n_denials; i++)
    if ((search->denials[i].mark == phrase->mark || search->denials[i].mark == parent)
        && takes_back (&search->denials[i], phrase, start, end))
      return TRUE;
  return FALSE;
}

/* Marks what the phrase matched last holds from @start up to @end, without its gaps. */
static void
cover (Search *search, guint start, guint end)
{
  while (search->n_gaps > 0)
    {
      const Gap *gap = &search->gaps[--search->n_gaps];

      memset (search->covered + start, TRUE, gap->start - start);
      start = gap->end;
    }
  memset (search->covered + start, TRUE, end - start);
}

static void
keep (Search *search, const HeedPhrase *phrase, guint start, guint end)
{
  const HeedToken *tokens = search->tokens->tokens;
  HeedPhraseSpan *span = &search->found->spans[phrase->mark];
  const guint64 mark = G_GUINT64_CONSTANT (1) << phrase->mark;

  cover (search, start, end);
  /* The stop behind a sentence is no part of what it says. */
  while (end > start + 1 && tokens[end - 1].number == HEED_TOKEN_END)
    end--;
  /* Of what a mark stands for the first place is kept, and there the longest. */
  if ((search->found->marks & mark) == 0 || (span->start == tokens[start].start && span->end < tokens[end - 1].end))
    *span = (HeedPhraseSpan){ tokens[start].start, tokens[end - 1].end, tokens[end - 1].start };
  search->found->marks |= mark;
  search->sentence->marks |= mark;
}

/* Whether the request ends at @position: what takes a request back ends the one before, too. */
static gboolean
ends_request (const Search *search, guint position)
{
  for (guint i = 0; i < search->n_denials; i++)
    if (search->denials[i].mark == search->finder->opening && search->denials[i].start == position)
      return TRUE;
  return FALSE;
}

/* What the phrases that begin at @position say. Openers come before what they open, as they were added. */
static void
find_at (Search *search, guint position)
{
  const HeedPhraseIndex *index = &search->finder->index;
  const HeedPhrase *phrase;
  guint i = index->first[search->tokens->tokens[position].number];

  if (search->is_open && ends_request (search, position))
    search->is_open = FALSE;
  while ((phrase = get_likely (search, index, position, &i)) != NULL)
    {
      gboolean opens = phrase->role == HEED_PHRASE_OPENS || (phrase->role == HEED_PHRASE_ASKS && search->is_question);

      if (opens ? search->is_open : phrase->role == HEED_PHRASE_NAMES && !search->is_open)
        continue;
      if (phrase->role == HEED_PHRASE_ASKS && !opens)
        continue;
      guint end = match_phrase (search, phrase, position);
      if (end == 0 || is_denied (search, phrase, position, end))
        continue;
      if (opens)
        search->is_open = TRUE;
      else
        keep (search, phrase, position, end);
    }
}

static void
begin_sentence (Search *search)
{
  HeedPhraseFindings *found = search->found;

  search->is_open = FALSE;
  if (found->n_sentences == HEED_MAX_SENTENCES)
    return;
  search->sentence = &found->sentences[found->n_sentences++];
  *search->sentence = (HeedPhraseSentence){ 0 };
}

/* Counts what the sentence holds whose tokens are those from @start up to @end, and drops one that holds nothing. */
static void
end_sentence (Search *search, guint start, guint end)
{
  HeedPhraseSentence *sentence = search->sentence;

  for (guint i = start; i < end; i++)
    {
      const HeedToken *token = &search->tokens->tokens[i];

      sentence->n_words += token->is_word ? 1 : 0;
      sentence->n_uncovered += token->is_word && !search->covered[i] ? 1 : 0;
      sentence->n_links += token->number == HEED_TOKEN_LINK ? 1 : 0;
      search->found->n_links += token->number == HEED_TOKEN_LINK ? 1 : 0;
    }
  sentence->starts_with_link = get_number (search->tokens, start) == HEED_TOKEN_LINK;
  sentence->is_question = search->is_question;
  sentence->is_exclamation = search->tokens->tokens[end - 1].is_exclamation;
  if (sentence->n_words == 0 && sentence->n_links == 0 && sentence->marks == 0)
    search->found->n_sentences--;
}

static void
find_in_sentences (Search *search)
{
  const HeedTokens *tokens = search->tokens;
  guint end;

  for (guint start = 0; start < tokens->n; start = end)
    {
      begin_sentence (search);
      for (end = start; end < tokens->n && !ends_sentence (tokens->tokens[end].number);)
        end++;
      search->is_question = get_number (tokens, end) == HEED_TOKEN_QUESTION;
      for (guint i = start; i < end; i++)
        find_at (search, i);
      search->is_open = FALSE;
      if (end < tokens->n)
        find_at (search, end++);
      end_sentence (search, start, end);
    }
}

/**
 * heed_phrase_finder_find: what stands in a text; in two passes, in time bounded by its length.
 * @tokens: the text, cut with the vocabulary that the finder was made with
 * @found: (out): where a text takes too long, what was found so far
 */
void
heed_phrase_finder_find (const HeedPhraseFinder *finder, const HeedTokens *tokens, HeedPhraseFindings *found)
{
  Search search;

  g_return_if_fail (finder != NULL && finder->index.first != NULL && tokens != NULL && found != NULL);

  search.finder = finder;
  search.tokens = tokens;
  search.found = found;
  search.sentence = found->sentences;
  search.n_denials = 0;
  search.denied = 0;
  memset (search.covered, FALSE, tokens->n);
  memset (found, 0, G_STRUCT_OFFSET (HeedPhraseFindings, sentences));
  note_places (&search);
  search.looks = MAX_LOOKS;
  for (guint i = 0; i < tokens->n; i++)
    find_denials_at (&search, i);
  search.looks = MAX_LOOKS;
  find_in_sentences (&search);
}
