/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-phrase-finder.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "heed-error.h"
#include "heed-phrase-finder-private.h"

#define MAX_STEPS 16
#define MAX_GAP 4
#define MAX_GAPS 3
#define MAX_DENIALS 64

static const char *const token_names[N_TOKENS] = { NULL,       ".",      "?",       "<link>",    "<phone>",
                                                   "<number>", "<code>", "<email>", "<account>", "…" };

/* One place of a phrase: one of @n words, from @first on in the pool and in order of their numbers. @remainders has a
 * bit for each remainder of these numbers: it rules most other words out at once. */
typedef struct
{
  guint64 remainders;
  guint first;
  guint n;
  gboolean may_be_missing;
  gboolean is_gap;
} Step;

typedef struct
{
  guint first_step;
  guint n_steps;
  guint mark;
  HeedPhraseRole role;
} Phrase;

/* A phrase under a word that it can begin with. @next tells most words that cannot follow there: a bit for each
 * remainder of their numbers, so that few phrases have to be looked at. */
typedef struct
{
  guint64 next;
  guint number;
} Candidate;

/* Where a phrase that takes @mark back stands, in tokens. */
typedef struct
{
  guint mark;
  guint start;
  guint end;
} Denial;

struct _HeedPhraseFinder
{
  GHashTable *words;
  GHashTable *groups;
  GArray *languages;
  GArray *pool;
  GArray *steps;
  GArray *phrases;
  GPtrArray *by_first_word;
  GPtrArray *denials_by_first_word;
  guint parents[HEED_MAX_MARKS];
};

/** heed_phrase_finder_new: (transfer full): nothing to look for yet. */
HeedPhraseFinder *
heed_phrase_finder_new (void)
{
  HeedPhraseFinder *finder = g_new0 (HeedPhraseFinder, 1);

  finder->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  finder->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  finder->languages = g_array_new (FALSE, TRUE, sizeof (guint32));
  finder->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  finder->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  finder->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  finder->by_first_word = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  finder->denials_by_first_word = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 1; i < N_TOKENS; i++)
    g_hash_table_insert (finder->words, g_strdup (token_names[i]), GUINT_TO_POINTER (i));
  g_array_set_size (finder->languages, N_TOKENS);
  for (guint mark = 0; mark < HEED_MAX_MARKS; mark++)
    finder->parents[mark] = mark;
  return finder;
}

void
heed_phrase_finder_free (HeedPhraseFinder *finder)
{
  if (finder == NULL)
    return;
  g_hash_table_unref (finder->words);
  g_array_unref (finder->languages);
  g_hash_table_unref (finder->groups);
  g_array_unref (finder->pool);
  g_array_unref (finder->steps);
  g_array_unref (finder->phrases);
  g_ptr_array_unref (finder->by_first_word);
  g_ptr_array_unref (finder->denials_by_first_word);
  g_free (finder);
}

static guint32
intern_word (HeedPhraseFinder *finder, const char *word)
{
  gpointer id = g_hash_table_lookup (finder->words, word);

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (finder->languages->len);
      g_array_set_size (finder->languages, finder->languages->len + 1);
      g_hash_table_insert (finder->words, g_strdup (word), id);
    }
  return GPOINTER_TO_UINT (id);
}

/* The number of @word, TOKEN_OTHER for one that no phrase has, and the languages it is common in, a bit each. */
guint32
heed_phrase_finder_get_word (const HeedPhraseFinder *finder, const char *word, guint32 *languages)
{
  guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (finder->words, word));

  *languages = g_array_index (finder->languages, guint32, id);
  return id;
}

/**
 * heed_phrase_finder_add_common: counts @word, in lower case, where it stands in a text.
 * @language: below %HEED_MAX_LANGUAGES
 */
void
heed_phrase_finder_add_common (HeedPhraseFinder *finder, const char *word, guint language)
{
  g_return_if_fail (finder != NULL && word != NULL && language < HEED_MAX_LANGUAGES);

  guint32 id = intern_word (finder, word);
  g_array_index (finder->languages, guint32, id) |= 1u << language;
}

/** heed_phrase_finder_is_common: whether the @length bytes at @word are a common word of any language, in any case. */
gboolean
heed_phrase_finder_is_common (const HeedPhraseFinder *finder, const char *word, gsize length)
{
  guint32 languages;

  g_return_val_if_fail (finder != NULL && word != NULL, FALSE);

  g_autofree char *lower = g_ascii_strdown (word, (gssize) length);
  heed_phrase_finder_get_word (finder, lower, &languages);
  return languages != 0;
}

static guint64
get_remainder_bit (guint32 word)
{
  return G_GUINT64_CONSTANT (1) << (word % 64);
}

static int
compare_words (const void *a, const void *b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/* The words of one step as written: "a|b", "(a)", "{group}"; NULL when it is not well written. */
static char **
split_step (const HeedPhraseFinder *finder, const char *step, gboolean *may_be_missing)
{
  gsize length = strlen (step);

  *may_be_missing = length > 2 && step[0] == '(' && step[length - 1] == ')';
  g_autofree char *inner = *may_be_missing ? g_strndup (step + 1, length - 2) : g_strdup (step);
  g_auto (GStrv) parts = g_strsplit (inner, "|", -1);
  g_autoptr (GString) all = g_string_new (NULL);
  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *lower = g_ascii_strdown (*part, -1);
      const char *group = g_hash_table_lookup (finder->groups, *part);

      if (**part == '\0' || !g_str_equal (lower, *part) || (group == NULL && strpbrk (*part, "(){}") != NULL))
        return NULL;
      g_string_append_printf (all, "%s%s", all->len > 0 ? "|" : "", group != NULL ? group : *part);
    }
  return g_strsplit (all->str, "|", -1);
}

static gboolean
add_step (HeedPhraseFinder *finder, const char *text)
{
  Step step = { .first = finder->pool->len };
  g_auto (GStrv) words = split_step (finder, text, &step.may_be_missing);

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      guint32 id = intern_word (finder, *word);
      g_array_append_val (finder->pool, id);
      step.remainders |= get_remainder_bit (id);
      step.is_gap = step.is_gap || id == TOKEN_GAP;
      step.n++;
    }
  if (step.n > 1)
    qsort (&g_array_index (finder->pool, guint32, step.first), step.n, sizeof (guint32), compare_words);
  if (step.n > 0)
    g_array_append_val (finder->steps, step);
  return step.n > 0;
}

/* Hot: most steps hold one word or a few. */
static inline gboolean
step_has (const HeedPhraseFinder *finder, const Step *step, guint32 token)
{
  const guint32 *words = (const guint32 *) (void *) finder->pool->data + step->first;
  guint low = 0, high = step->n;

  if ((step->remainders & get_remainder_bit (token)) == 0)
    return FALSE;
  while (high - low > 4)
    {
      guint middle = low + (high - low) / 2;

      if (words[middle] <= token)
        low = middle;
      else
        high = middle;
    }
  for (; low < high; low++)
    if (words[low] == token)
      return TRUE;
  return FALSE;
}

static Step *
get_step (HeedPhraseFinder *finder, guint i)
{
  return &g_array_index (finder->steps, Step, i);
}

/* Cuts off what may be missing at the start, which changes nothing. %FALSE when no word is left there. */
static gboolean
trim_phrase (HeedPhraseFinder *finder, Phrase *phrase)
{
  while (phrase->n_steps > 0 && get_step (finder, phrase->first_step)->may_be_missing)
    {
      phrase->first_step++;
      phrase->n_steps--;
    }
  return phrase->n_steps > 0 && !get_step (finder, phrase->first_step)->is_gap
         && !get_step (finder, phrase->first_step + phrase->n_steps - 1)->is_gap;
}

/* The remainders of the words that can be second in @phrase. */
static guint64
get_next (HeedPhraseFinder *finder, const Phrase *phrase)
{
  guint64 next = 0;

  for (guint i = 1; i < phrase->n_steps; i++)
    {
      const Step *step = get_step (finder, phrase->first_step + i);

      if (step->is_gap)
        return G_MAXUINT64;
      next |= step->remainders;
      if (!step->may_be_missing)
        return next;
    }
  return G_MAXUINT64;
}

/* Notes the phrase under each word that it can begin with. */
static void
index_phrase (HeedPhraseFinder *finder, const Phrase *phrase)
{
  const Step *step = get_step (finder, phrase->first_step);
  GPtrArray *index = phrase->role == HEED_PHRASE_DENIES ? finder->denials_by_first_word : finder->by_first_word;
  const Candidate candidate = { get_next (finder, phrase), finder->phrases->len };

  for (guint word = 0; word < step->n; word++)
    {
      guint32 id = g_array_index (finder->pool, guint32, step->first + word);

      while (index->len <= id)
        g_ptr_array_add (index, g_array_new (FALSE, FALSE, sizeof (Candidate)));
      g_array_append_val (index->pdata[id], candidate);
    }
  g_array_append_val (finder->phrases, *phrase);
}

/**
 * heed_phrase_finder_add_group: gives a list of words a name, to be written as "{name}" in phrases added later.
 * @words: in lower case, with "|" between them
 */
void
heed_phrase_finder_add_group (HeedPhraseFinder *finder, const char *name, const char *words)
{
  g_return_if_fail (finder != NULL && name != NULL && words != NULL);

  g_hash_table_insert (finder->groups, g_strdup_printf ("{%s}", name), g_strdup (words));
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
 * @phrase: words in lower case between single spaces. "a|b" is one or the other, "(a)" may be missing, "{name}" is any
 *   word of a group, "…" is up to four other words of the same sentence; "?", ".", "<link>", "<phone>", "<number>",
 *   "<code>", "<email>", "<account>" are what they say
 * @role: what its standing in a text means
 * @mark: what it is about, below %HEED_MAX_MARKS
 *
 * Returns: %FALSE with %HEED_ERROR_MALFORMED when it is not written like that; the message tells how it should be
 */
gboolean
heed_phrase_finder_add (HeedPhraseFinder *finder, const char *phrase, HeedPhraseRole role, guint mark, GError **error)
{
  g_return_val_if_fail (finder != NULL && phrase != NULL && mark < HEED_MAX_MARKS, FALSE);

  g_auto (GStrv) steps = g_strsplit (phrase, " ", -1);
  Phrase added = { .first_step = finder->steps->len, .n_steps = g_strv_length (steps), .mark = mark, .role = role };
  gboolean is_good = added.n_steps > 0 && added.n_steps <= MAX_STEPS;
  guint n_gaps = 0;

  for (char **step = steps; is_good && *step != NULL; step++)
    {
      n_gaps += g_str_equal (*step, token_names[TOKEN_GAP]) ? 1 : 0;
      is_good = add_step (finder, *step) && n_gaps <= MAX_GAPS;
    }
  if (is_good && trim_phrase (finder, &added))
    {
      index_phrase (finder, &added);
      return TRUE;
    }
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                       _ ("write lower-case words between single spaces, “a|b” for a choice, “(a)” for a word that may "
                          "be missing, “{name}” for a group that exists, “…” for a gap between two words"));
  return FALSE;
}

/* Where the steps from @step up to @end that stand at @position end, 0 where they do not stand there. The depth is
 * bounded by the number of steps, the work by the number of gaps. */
static guint
match (const HeedPhraseFinder *finder, guint step, guint end, const HeedTokens *tokens, guint position)
{
  for (; step < end; step++)
    {
      const Step *this_step = &g_array_index (finder->steps, Step, step);
      guint32 token = position < tokens->n ? tokens->tokens[position].token : TOKEN_OTHER;

      if (this_step->is_gap)
        {
          for (guint skip = 0; skip <= MAX_GAP && position < tokens->n; skip++, position++)
            {
              const Step *next = this_step + 1;
              token = tokens->tokens[position].token;
              guint matched = next->may_be_missing || step_has (finder, next, token)
                                ? match (finder, step + 1, end, tokens, position)
                                : 0;

              if (matched > 0 || token == TOKEN_END || token == TOKEN_QUESTION)
                return matched;
            }
          return 0;
        }
      if (this_step->may_be_missing)
        {
          guint matched = step_has (finder, this_step, token) ? match (finder, step + 1, end, tokens, position + 1) : 0;

          if (matched > 0)
            return matched;
          continue;
        }
      if (!step_has (finder, this_step, token))
        return 0;
      position++;
    }
  return position;
}

typedef struct
{
  const HeedPhraseFinder *finder;
  const HeedTokens *tokens;
  HeedPhraseFindings *found;
  Denial denials[MAX_DENIALS];
  guint n_denials;
  guint64 denied;
  gboolean is_open;
} Search;

static guint
match_phrase (const Search *search, const Phrase *phrase, guint position)
{
  return match (search->finder, phrase->first_step, phrase->first_step + phrase->n_steps, search->tokens, position);
}

static const GArray *
get_candidates (const GPtrArray *index, guint32 token)
{
  return token < index->len ? index->pdata[token] : NULL;
}

/* The next phrase from @i on that the word behind @position does not rule out, NULL at the end. */
static const Phrase *
get_likely (const Search *search, const GArray *candidates, guint position, guint *i)
{
  guint64 next = get_remainder_bit (position + 1 < search->tokens->n ? search->tokens->tokens[position + 1].token
                                                                     : TOKEN_OTHER);

  for (; candidates != NULL && *i < candidates->len; (*i)++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, *i);

      if (candidate->next & next)
        {
          (*i)++;
          return &g_array_index (search->finder->phrases, Phrase, candidate->number);
        }
    }
  return NULL;
}

static void
find_denials_at (Search *search, guint position)
{
  const GArray *candidates = get_candidates (search->finder->denials_by_first_word,
                                             search->tokens->tokens[position].token);
  const Phrase *phrase;
  guint i = 0;

  while (search->n_denials < MAX_DENIALS && (phrase = get_likely (search, candidates, position, &i)) != NULL)
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
takes_back (const Denial *denial, const Phrase *phrase, guint start, guint end)
{
  if (phrase->role == HEED_PHRASE_NAMES)
    return denial->start <= start && end <= denial->end;
  return denial->start < end && start < denial->end;
}

static gboolean
is_denied (const Search *search, const Phrase *phrase, guint start, guint end)
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

/* Of what a mark stands for the first place is kept, and there the longest. */
static gboolean
is_settled (const HeedPhraseFindings *found, const HeedToken *here, guint mark)
{
  return (found->marks >> mark & 1) != 0 && found->spans[mark].start != here->start;
}

static void
keep (Search *search, const Phrase *phrase, guint start, guint end)
{
  const HeedToken *tokens = search->tokens->tokens;
  HeedPhraseSpan *span = &search->found->spans[phrase->mark];

  /* The stop behind a sentence is no part of what it says. */
  while (end > start + 1 && tokens[end - 1].token == TOKEN_END)
    end--;
  gboolean is_new = (search->found->marks >> phrase->mark & 1) == 0;

  search->found->marks |= G_GUINT64_CONSTANT (1) << phrase->mark;
  if (is_new || tokens[end - 1].end > span->end)
    *span = (HeedPhraseSpan){ tokens[start].start, tokens[end - 1].end, tokens[end - 1].start };
}

/* What the phrases that begin at @position say. Openers come before what they open, as they were added. */
static void
find_at (Search *search, guint position)
{
  const HeedToken *here = &search->tokens->tokens[position];
  const GArray *candidates = get_candidates (search->finder->by_first_word, here->token);
  const Phrase *phrase;
  guint next = 0;

  if (here->token == TOKEN_END || here->token == TOKEN_QUESTION)
    search->is_open = FALSE;
  while ((phrase = get_likely (search, candidates, position, &next)) != NULL)
    {
      gboolean opens = phrase->role == HEED_PHRASE_OPENS;

      if (opens ? search->is_open : is_settled (search->found, here, phrase->mark))
        continue;
      if (phrase->role == HEED_PHRASE_NAMES && !search->is_open)
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

/**
 * heed_phrase_finder_find: what stands in @text; in two passes, in time bounded by its length.
 * @text: UTF-8; broken bytes are words nobody knows
 */
void
heed_phrase_finder_find (const HeedPhraseFinder *finder, const char *text, HeedPhraseFindings *found)
{
  HeedTokens tokens;
  Search search = { .finder = finder, .tokens = &tokens, .found = found };

  g_return_if_fail (finder != NULL && text != NULL && found != NULL);

  memset (found, 0, sizeof *found);
  tokens.n = 0;
  heed_phrase_finder_cut (finder, text, &tokens, found);
  for (guint i = 0; i < tokens.n; i++)
    find_denials_at (&search, i);
  for (guint i = 0; i < tokens.n; i++)
    find_at (&search, i);
}
