/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-phrase-finder.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "heed-error.h"

/* Longer texts are read up to here: what a reply does is said early, and time stays bounded. */
#define MAX_TOKENS 1000
#define MAX_BYTES 16384

/* No link or address is read further than this, so that text without spaces costs no more than other text. */
#define MAX_SPECIAL 512
#define MAX_WORD 32
#define MAX_STEPS 16
#define MAX_GAP 4
#define MAX_GAPS 3
#define MIN_PHONE_DIGITS 7

/* What stands for nothing: spaces, commas. */
#define TOKEN_NONE G_MAXUINT32

/* The first words of the table are no words. */
enum
{
  TOKEN_OTHER,
  TOKEN_END,
  TOKEN_QUESTION,
  TOKEN_LINK,
  TOKEN_PHONE,
  TOKEN_NUMBER,
  TOKEN_EMAIL,
  TOKEN_ACCOUNT,
  TOKEN_GAP,
  N_TOKENS,
};

static const char *const token_names[N_TOKENS] = { NULL,       ".",       "?",         "<link>", "<phone>",
                                                   "<number>", "<email>", "<account>", "…" };

/* One place of a phrase: one of @n words, from @first on in the pool and in order of their numbers. */
typedef struct
{
  guint first;
  guint n;
  gboolean may_be_missing;
} Step;

typedef struct
{
  guint first_step;
  guint n_steps;
  guint32 mark;
} Phrase;

struct _HeedPhraseFinder
{
  GHashTable *words;
  GHashTable *common;
  GHashTable *groups;
  GArray *pool;
  GArray *steps;
  GArray *phrases;
  GPtrArray *by_first_word;
};

/** heed_phrase_finder_new: (transfer full): nothing to look for yet. */
HeedPhraseFinder *
heed_phrase_finder_new (void)
{
  HeedPhraseFinder *finder = g_new0 (HeedPhraseFinder, 1);

  finder->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  finder->common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  finder->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  finder->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  finder->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  finder->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  finder->by_first_word = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 1; i < N_TOKENS; i++)
    g_hash_table_insert (finder->words, g_strdup (token_names[i]), GUINT_TO_POINTER (i));
  return finder;
}

void
heed_phrase_finder_free (HeedPhraseFinder *finder)
{
  if (finder == NULL)
    return;
  g_hash_table_unref (finder->words);
  g_hash_table_unref (finder->common);
  g_hash_table_unref (finder->groups);
  g_array_unref (finder->pool);
  g_array_unref (finder->steps);
  g_array_unref (finder->phrases);
  g_ptr_array_unref (finder->by_first_word);
  g_free (finder);
}

/** heed_phrase_finder_add_common: counts @word, in lower case, where it stands in a text. */
void
heed_phrase_finder_add_common (HeedPhraseFinder *finder, const char *word)
{
  g_return_if_fail (finder != NULL && word != NULL);

  g_hash_table_add (finder->common, g_strdup (word));
}

/** heed_phrase_finder_is_common: whether the @length bytes at @word are a common word, in any case. */
gboolean
heed_phrase_finder_is_common (const HeedPhraseFinder *finder, const char *word, gsize length)
{
  g_return_val_if_fail (finder != NULL && word != NULL, FALSE);

  g_autofree char *lower = g_ascii_strdown (word, (gssize) length);
  return g_hash_table_contains (finder->common, lower);
}

static guint32
intern_word (HeedPhraseFinder *finder, const char *word)
{
  gpointer id = g_hash_table_lookup (finder->words, word);

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (g_hash_table_size (finder->words) + 1);
      g_hash_table_insert (finder->words, g_strdup (word), id);
    }
  return GPOINTER_TO_UINT (id);
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

/* Cuts off what may be missing at either end, which changes nothing. %FALSE when no word is left there. */
static gboolean
trim_phrase (HeedPhraseFinder *finder, Phrase *phrase)
{
  while (phrase->n_steps > 0 && get_step (finder, phrase->first_step)->may_be_missing)
    {
      phrase->first_step++;
      phrase->n_steps--;
    }
  while (phrase->n_steps > 0 && get_step (finder, phrase->first_step + phrase->n_steps - 1)->may_be_missing)
    phrase->n_steps--;
  return phrase->n_steps > 0 && !step_has (finder, get_step (finder, phrase->first_step), TOKEN_GAP)
         && !step_has (finder, get_step (finder, phrase->first_step + phrase->n_steps - 1), TOKEN_GAP);
}

/* Notes the phrase under each word that it can begin with. */
static void
index_phrase (HeedPhraseFinder *finder, const Phrase *phrase)
{
  const Step *step = get_step (finder, phrase->first_step);
  guint32 index = finder->phrases->len;

  for (guint word = 0; word < step->n; word++)
    {
      guint32 id = g_array_index (finder->pool, guint32, step->first + word);

      while (finder->by_first_word->len <= id)
        g_ptr_array_add (finder->by_first_word, g_array_new (FALSE, FALSE, sizeof (guint32)));
      g_array_append_val (finder->by_first_word->pdata[id], index);
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

/**
 * heed_phrase_finder_add: looks for @phrase from now on.
 * @phrase: words in lower case between single spaces. "a|b" is one or the other, "(a)" may be missing, "{name}" is any
 *   word of a group, "…" is up to four other words of the same sentence; "?", ".", "<link>", "<phone>", "<number>",
 *   "<email>", "<account>" are what they say
 * @mark: what to or into the result
 *
 * Returns: %FALSE with %HEED_ERROR_MALFORMED when it is not written like that; the message tells how it should be
 */
gboolean
heed_phrase_finder_add (HeedPhraseFinder *finder, const char *phrase, guint32 mark, GError **error)
{
  g_return_val_if_fail (finder != NULL && phrase != NULL, FALSE);

  g_auto (GStrv) steps = g_strsplit (phrase, " ", -1);
  Phrase added = { .first_step = finder->steps->len, .n_steps = g_strv_length (steps), .mark = mark };
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

/* A text cut into the numbers of its words. */
typedef struct
{
  guint32 tokens[MAX_TOKENS];
  guint n;
} Tokens;

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '\'' || (c & 0x80) != 0;
}

/* Dashes and the ellipsis, three bytes each, end a part of a sentence. */
static gboolean
is_dash (const char *text)
{
  return strncmp (text, "–", 3) == 0 || strncmp (text, "—", 3) == 0 || strncmp (text, "…", 3) == 0;
}

static gboolean
is_link (const char *text, gsize length)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0
         || (length > 4 && g_ascii_strncasecmp (text, "www.", 4) == 0);
}

/* A run of digits with the usual marks between them: a telephone number when it is long, else a number. */
static gsize
read_number (const char *text, guint32 *token)
{
  gsize i = 0, end = 0;
  guint digits = 0;

  for (; g_ascii_isdigit (text[i]) || (text[i] != '\0' && strchr ("+-.() ", text[i]) != NULL); i++)
    if (g_ascii_isdigit (text[i]))
      {
        digits++;
        end = i + 1;
      }
    else if (i > end + 1)
      break;
  *token = digits >= MIN_PHONE_DIGITS ? TOKEN_PHONE : TOKEN_NUMBER;
  return end;
}

/* One word, in lower case and with plain apostrophes, looked up. */
static gsize
read_word (const HeedPhraseFinder *finder, const char *text, HeedPhraseFindings *found, guint32 *token)
{
  char word[MAX_WORD];
  gsize length = 0, i = 0;
  gboolean has_letter = FALSE;

  while (is_word_byte (text[i]))
    {
      gboolean is_quote = strncmp (text + i, "’", 3) == 0;

      if (is_dash (text + i))
        break;
      if (length < MAX_WORD - 1)
        word[length++] = is_quote ? '\'' : g_ascii_tolower (text[i]);
      has_letter = has_letter || g_ascii_isalpha (text[i]);
      i += is_quote ? 3 : 1;
    }
  word[length] = '\0';
  *token = GPOINTER_TO_UINT (g_hash_table_lookup (finder->words, word));
  found->n_words += has_letter ? 1 : 0;
  found->n_common += g_hash_table_contains (finder->common, word) ? 1 : 0;
  return i;
}

/* What stands between two spaces and is no plain word. Returns its length, 0 when it is one. */
static gsize
read_special (const char *text, guint32 *token)
{
  gsize length = 0;

  while (length < MAX_SPECIAL && text[length] != '\0' && !g_ascii_isspace (text[length]))
    length++;
  if (is_link (text, length))
    {
      *token = TOKEN_LINK;
      return length;
    }
  const char *at = memchr (text, '@', length);
  if (at != NULL && at > text && memchr (at, '.', length - (gsize) (at - text)) != NULL && is_word_byte (text[0]))
    {
      *token = TOKEN_EMAIL;
      return length;
    }
  if (text[0] == '@' && length > 1)
    {
      *token = TOKEN_ACCOUNT;
      return 1 + strspn (text + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    }
  if (g_ascii_isdigit (text[0]) || (text[0] == '+' && g_ascii_isdigit (text[1])))
    return read_number (text, token);
  return 0;
}

static void
append_token (Tokens *tokens, guint32 token)
{
  gboolean repeats_end = token == TOKEN_END && tokens->n > 0 && tokens->tokens[tokens->n - 1] == TOKEN_END;

  if (!repeats_end && tokens->n < MAX_TOKENS)
    tokens->tokens[tokens->n++] = token;
}

static guint32
read_mark (char c)
{
  if (c == '?')
    return TOKEN_QUESTION;
  return strchr (".!;\n", c) != NULL ? TOKEN_END : TOKEN_NONE;
}

/* Reads what begins at @text. Returns its length, 0 for a mark or a space. */
static gsize
read_token (const HeedPhraseFinder *finder, const char *text, gboolean at_start, HeedPhraseFindings *found,
            guint32 *token)
{
  gsize length = at_start || text[0] == '@' ? read_special (text, token) : 0;

  if (length > 0)
    return length;
  if (is_dash (text))
    {
      *token = TOKEN_END;
      return strlen ("–");
    }
  *token = TOKEN_OTHER;
  return is_word_byte (text[0]) ? read_word (finder, text, found, token) : 0;
}

static void
cut (const HeedPhraseFinder *finder, const char *text, Tokens *tokens, HeedPhraseFindings *found)
{
  gboolean at_start = TRUE;

  for (gsize i = 0; text[i] != '\0' && i < MAX_BYTES && tokens->n < MAX_TOKENS;)
    {
      guint32 token = TOKEN_OTHER;
      gsize length = read_token (finder, text + i, at_start, found, &token);

      at_start = length == 0;
      if (length == 0)
        {
          token = read_mark (text[i]);
          length = 1;
        }
      found->n_links += token == TOKEN_LINK ? 1 : 0;
      found->n_questions += token == TOKEN_QUESTION ? 1 : 0;
      /* The handles a reply begins with are no part of what it says. */
      if (token != TOKEN_NONE && (token != TOKEN_ACCOUNT || tokens->n > 0))
        append_token (tokens, token);
      i += length;
    }
}

/* Whether the steps from @step up to @end stand at @position. The depth is bounded by the number of steps. */
static gboolean
stands_at (const HeedPhraseFinder *finder, guint step, guint end, const Tokens *tokens, guint position)
{
  for (; step < end; step++)
    {
      const Step *this_step = &g_array_index (finder->steps, Step, step);
      guint32 token = position < tokens->n ? tokens->tokens[position] : TOKEN_OTHER;

      if (step_has (finder, this_step, TOKEN_GAP))
        {
          for (guint skip = 0; skip <= MAX_GAP && position < tokens->n; skip++, position++)
            if (stands_at (finder, step + 1, end, tokens, position))
              return TRUE;
            else if (tokens->tokens[position] == TOKEN_END || tokens->tokens[position] == TOKEN_QUESTION)
              return FALSE;
          return FALSE;
        }
      if (this_step->may_be_missing)
        {
          if (step_has (finder, this_step, token) && stands_at (finder, step + 1, end, tokens, position + 1))
            return TRUE;
          continue;
        }
      if (!step_has (finder, this_step, token))
        return FALSE;
      position++;
    }
  return TRUE;
}

/* The marks of the phrases that begin at @position. */
static guint32
find_at (const HeedPhraseFinder *finder, const Tokens *tokens, guint position, guint32 known)
{
  guint32 token = tokens->tokens[position];
  const GArray *candidates = token < finder->by_first_word->len ? finder->by_first_word->pdata[token] : NULL;

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const Phrase *phrase = &g_array_index (finder->phrases, Phrase, g_array_index (candidates, guint32, i));

      if ((known & phrase->mark) != phrase->mark
          && stands_at (finder, phrase->first_step, phrase->first_step + phrase->n_steps, tokens, position))
        known |= phrase->mark;
    }
  return known;
}

/**
 * heed_phrase_finder_find: what stands in @text; in one pass, in time bounded by its length.
 * @text: UTF-8
 */
void
heed_phrase_finder_find (const HeedPhraseFinder *finder, const char *text, HeedPhraseFindings *found)
{
  Tokens tokens;

  g_return_if_fail (finder != NULL && text != NULL && found != NULL);

  memset (found, 0, sizeof *found);
  tokens.n = 0;
  cut (finder, text, &tokens, found);
  for (guint i = 0; i < tokens.n; i++)
    found->marks = find_at (finder, &tokens, i, found->marks);
}
