/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of all word lists under numbers, so that a text is cut once, whatever language it turns out to be in. */

#include "heed-vocabulary.h"

#include <string.h>

#define MIN_STEM 3
#define MAX_PREFIX 16
#define MAX_ENDING 16
#define NO_STEM G_MAXUINT32

/* The bits of a word's number beside its hash. */
#define NUMBER_MASK ((1u << 20) - 1)

static const char *const token_names[HEED_N_TOKENS] = { NULL,       ".",      "?",       "<link>",    "<phone>",
                                                        "<number>", "<code>", "<email>", "<account>", "…" };

typedef enum
{
  CLOSES_NOT,
  CLOSES_WITH_COMMA,
  CLOSES,
} Closing;

/* What is known of the word of one number. A stem's @text is without the star. */
typedef struct
{
  const char *text;
  guint32 languages;
  Closing closing;
  gboolean introduces;
  gboolean is_stem;
} Word;

/* One of the stems in order; @shorter is the longest other one that it begins with. */
typedef struct
{
  const char *text;
  gsize length;
  guint32 number;
  guint32 shorter;
} Stem;

/* @texts has the bytes of all words, one after the other, as those that texts often have were added one after the
 * other.
 * @slots has the words of @words once it is sealed, each under its hash or the next free place: its number and, above
 * that, as much of its hash as has room; 0 where none is. @endings has the languages that have them, a bit each, and
 * @longest_ending the bytes of the longest one that ends with a byte; @unread has the languages that have no phrases.
 * @in_order has the numbers of words and stems in the order of their bytes; the stems that begin with a byte are those
 * from @first_stem of it up to the next one's. */
struct _HeedVocabulary
{
  GStringChunk *texts;
  GHashTable *words;
  guint32 *slots;
  guint32 slot_mask;
  GHashTable *stems;
  GArray *known;
  GArray *in_order;
  GArray *stems_in_order;
  guint first_stem[257];
  GPtrArray *prefixes;
  gboolean begins_prefix[256];
  GHashTable *endings;
  guint8 longest_ending[256];
  guint32 unread;
};

static Word *
get_word (const HeedVocabulary *vocabulary, guint32 number)
{
  return &g_array_index (vocabulary->known, Word, number);
}

static guint32
intern (HeedVocabulary *vocabulary, GHashTable *table, const char *text)
{
  gpointer number = g_hash_table_lookup (table, text);

  if (number == NULL)
    {
      char *key = g_string_chunk_insert (vocabulary->texts, text);
      const Word word = { .text = key, .is_stem = table == vocabulary->stems };

      number = GUINT_TO_POINTER (vocabulary->known->len);
      g_array_append_val (vocabulary->known, word);
      g_hash_table_insert (table, key, number);
    }
  return GPOINTER_TO_UINT (number);
}

/** heed_vocabulary_new: (transfer full): knows no words yet, but links, numbers and marks. */
HeedVocabulary *
heed_vocabulary_new (void)
{
  HeedVocabulary *vocabulary = g_new0 (HeedVocabulary, 1);
  const Word other = { .text = "" };

  vocabulary->texts = g_string_chunk_new (1 << 14);
  vocabulary->words = g_hash_table_new (g_str_hash, g_str_equal);
  vocabulary->stems = g_hash_table_new (g_str_hash, g_str_equal);
  vocabulary->known = g_array_new (FALSE, TRUE, sizeof (Word));
  vocabulary->in_order = g_array_new (FALSE, FALSE, sizeof (guint32));
  vocabulary->stems_in_order = g_array_new (FALSE, FALSE, sizeof (Stem));
  vocabulary->prefixes = g_ptr_array_new_with_free_func (g_free);
  vocabulary->endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (vocabulary->known, other);
  for (guint i = 1; i < HEED_N_TOKENS; i++)
    intern (vocabulary, vocabulary->words, token_names[i]);
  return vocabulary;
}

void
heed_vocabulary_free (HeedVocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;
  g_string_chunk_free (vocabulary->texts);
  g_hash_table_unref (vocabulary->words);
  g_free (vocabulary->slots);
  g_hash_table_unref (vocabulary->stems);
  g_array_unref (vocabulary->known);
  g_array_unref (vocabulary->in_order);
  g_array_unref (vocabulary->stems_in_order);
  g_ptr_array_unref (vocabulary->prefixes);
  g_hash_table_unref (vocabulary->endings);
  g_free (vocabulary);
}

/* Lower case without spaces. One character at a time, because g_utf8_strdown() depends on the locale. */
static gboolean
is_well_written (const char *word)
{
  if (*word == '\0' || !g_utf8_validate (word, -1, NULL))
    return FALSE;
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)) || g_unichar_tolower (g_utf8_get_char (c)) != g_utf8_get_char (c))
      return FALSE;
  return TRUE;
}

/* As words of a text are looked up: with the plain marks of a typewriter. */
static GString *
new_plain (const char *word)
{
  static const char *const marks[][2] = { { "’", "'" }, { "´", "'" }, { "׳", "'" }, { "״", "\"" } };
  GString *plain = g_string_new (word);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (plain, marks[i][0], marks[i][1], 0);
  return plain;
}

/**
 * heed_vocabulary_add: knows @word from now on.
 * @word: in lower case; "abc*" is a stem, which stands for every word that begins so; "?", ".", "…", "<link>",
 *   "<phone>", "<number>", "<code>", "<email>", "<account>" are what they say
 *
 * Returns: its number, %HEED_TOKEN_OTHER when it is not written like that
 */
guint32
heed_vocabulary_add (HeedVocabulary *vocabulary, const char *word)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL, HEED_TOKEN_OTHER);

  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->words, word));
  if (number != HEED_TOKEN_OTHER || !is_well_written (word))
    return number;
  g_autoptr (GString) plain = new_plain (word);
  const char *star = strchr (plain->str, '*');
  if (plain->str[0] == '<' && !g_hash_table_contains (vocabulary->words, plain->str))
    return HEED_TOKEN_OTHER;
  if (star == NULL)
    return intern (vocabulary, vocabulary->words, plain->str);
  if (star[1] != '\0' || g_utf8_strlen (plain->str, star - plain->str) < MIN_STEM)
    return HEED_TOKEN_OTHER;
  g_string_truncate (plain, plain->len - 1);
  number = intern (vocabulary, vocabulary->stems, plain->str);
  /* No word of a text has a star: this only makes it faster to find again. */
  g_hash_table_insert (vocabulary->words, g_string_chunk_insert (vocabulary->texts, word), GUINT_TO_POINTER (number));
  return number;
}

/**
 * heed_vocabulary_add_common: counts @word, or the words that begin with a stem, for a language.
 * @language: below %HEED_MAX_LANGUAGES
 *
 * Returns: %FALSE when @word is not well written
 */
gboolean
heed_vocabulary_add_common (HeedVocabulary *vocabulary, const char *word, guint language)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL && language < HEED_MAX_LANGUAGES, FALSE);

  guint32 number = heed_vocabulary_add (vocabulary, word);
  if (number < HEED_N_TOKENS)
    return FALSE;
  get_word (vocabulary, number)->languages |= 1u << language;
  return TRUE;
}

/**
 * heed_vocabulary_add_unread: counts @word for a language whose replies are not read: it tells the language alone, and
 * may be somebody's name in another.
 * @language: below %HEED_MAX_LANGUAGES
 *
 * Returns: %FALSE when @word is not well written
 */
gboolean
heed_vocabulary_add_unread (HeedVocabulary *vocabulary, const char *word, guint language)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL && language < HEED_MAX_LANGUAGES, FALSE);

  vocabulary->unread |= 1u << language;
  return heed_vocabulary_add_common (vocabulary, word, language);
}

/**
 * heed_vocabulary_add_closing: takes @word for one that closes a letter, so that a name may follow.
 * @word: in lower case; "cheers," closes only where a comma follows
 *
 * Returns: %FALSE when it is not well written
 */
gboolean
heed_vocabulary_add_closing (HeedVocabulary *vocabulary, const char *word)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL, FALSE);

  gboolean has_comma = g_str_has_suffix (word, ",");
  g_autofree char *bare = g_strndup (word, strlen (word) - (has_comma ? 1 : 0));
  guint32 number = strchr (bare, '*') == NULL ? heed_vocabulary_add (vocabulary, bare) : HEED_TOKEN_OTHER;
  if (number < HEED_N_TOKENS)
    return FALSE;
  Closing *closing = &get_word (vocabulary, number)->closing;
  *closing = MAX (*closing, has_comma ? CLOSES_WITH_COMMA : CLOSES);
  return TRUE;
}

/**
 * heed_vocabulary_add_introduction: takes @word for one that, behind a name, says who writes: "Claire here".
 * @word: in lower case
 *
 * Returns: %FALSE when it is not well written
 */
gboolean
heed_vocabulary_add_introduction (HeedVocabulary *vocabulary, const char *word)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL, FALSE);

  guint32 number = strchr (word, '*') == NULL ? heed_vocabulary_add (vocabulary, word) : HEED_TOKEN_OTHER;
  if (number < HEED_N_TOKENS)
    return FALSE;
  get_word (vocabulary, number)->introduces = TRUE;
  return TRUE;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a), second = strlen (*(const char *const *) b);

  return first > second ? -1 : first < second;
}

/**
 * heed_vocabulary_add_prefix: looks a word that nobody knows up without @prefix, too, such as "l'" of "l'adresse".
 * @prefix: in lower case
 *
 * Returns: %FALSE when it is not well written
 */
gboolean
heed_vocabulary_add_prefix (HeedVocabulary *vocabulary, const char *prefix)
{
  g_return_val_if_fail (vocabulary != NULL && prefix != NULL, FALSE);

  if (!is_well_written (prefix) || strlen (prefix) > MAX_PREFIX || strchr (prefix, '*') != NULL)
    return FALSE;
  g_autoptr (GString) plain = new_plain (prefix);
  vocabulary->begins_prefix[(guchar) plain->str[0]] = TRUE;
  if (!g_ptr_array_find_with_equal_func (vocabulary->prefixes, plain->str, g_str_equal, NULL))
    g_ptr_array_add (vocabulary->prefixes, g_strdup (plain->str));
  return TRUE;
}

/**
 * heed_vocabulary_add_ending: counts words that nobody knows for a language when they end so, such as "ssa" of
 * "talossa".
 * @ending: in lower case
 * @language: below %HEED_MAX_LANGUAGES
 *
 * Returns: %FALSE when it is not well written
 */
gboolean
heed_vocabulary_add_ending (HeedVocabulary *vocabulary, const char *ending, guint language)
{
  g_return_val_if_fail (vocabulary != NULL && ending != NULL && language < HEED_MAX_LANGUAGES, FALSE);

  if (!is_well_written (ending) || strlen (ending) > MAX_ENDING || strchr (ending, '*') != NULL)
    return FALSE;
  const gsize length = strlen (ending);
  guint8 *longest = &vocabulary->longest_ending[(guchar) ending[length - 1]];
  *longest = (guint8) MAX (*longest, length);
  guint languages = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->endings, ending));
  g_hash_table_insert (vocabulary->endings, g_strdup (ending), GUINT_TO_POINTER (languages | 1u << language));
  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const HeedVocabulary *vocabulary = user_data;

  return strcmp (get_word (vocabulary, *(const guint32 *) a)->text, get_word (vocabulary, *(const guint32 *) b)->text);
}

/* The first place in order of a word that begins with @text, or would stand behind it. */
static guint
find_place (const HeedVocabulary *vocabulary, const char *text)
{
  guint low = 0, high = vocabulary->in_order->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (get_word (vocabulary, g_array_index (vocabulary->in_order, guint32, middle))->text, text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/** heed_vocabulary_append_beginning: appends the numbers of all known words and stems that begin with @stem to @words,
 * none when it is no stem. Seal the vocabulary before. */
void
heed_vocabulary_append_beginning (const HeedVocabulary *vocabulary, guint32 stem, GArray *words)
{
  g_return_if_fail (vocabulary != NULL && stem < vocabulary->known->len && words != NULL);

  const Word *beginning = get_word (vocabulary, stem);
  if (!beginning->is_stem)
    return;
  for (guint i = find_place (vocabulary, beginning->text); i < vocabulary->in_order->len; i++)
    {
      guint32 number = g_array_index (vocabulary->in_order, guint32, i);

      if (!g_str_has_prefix (get_word (vocabulary, number)->text, beginning->text))
        return;
      g_array_append_val (words, number);
    }
}

static void
append_stem (HeedVocabulary *vocabulary, guint32 number)
{
  const char *text = get_word (vocabulary, number)->text;
  guint32 shorter = vocabulary->stems_in_order->len > 0 ? vocabulary->stems_in_order->len - 1 : NO_STEM;

  while (shorter != NO_STEM && !g_str_has_prefix (text, g_array_index (vocabulary->stems_in_order, Stem, shorter).text))
    shorter = g_array_index (vocabulary->stems_in_order, Stem, shorter).shorter;
  const Stem stem = { text, strlen (text), number, shorter };
  g_array_append_val (vocabulary->stems_in_order, stem);
  for (guint byte = (guchar) text[0] + 1u; byte < G_N_ELEMENTS (vocabulary->first_stem); byte++)
    vocabulary->first_stem[byte] = vocabulary->stems_in_order->len;
}

/* A word is common where one of the stems that it begins with is. */
static void
spread_languages (HeedVocabulary *vocabulary, guint32 stem)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));

  heed_vocabulary_append_beginning (vocabulary, stem, words);
  for (guint i = 0; i < words->len; i++)
    get_word (vocabulary, g_array_index (words, guint32, i))->languages |= get_word (vocabulary, stem)->languages;
}

/* FNV-1a (Fowler, Noll, Vo). */
static guint32
hash_word (const char *word, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;
  return hash ^ hash >> 16;
}

/* Puts all words, but no stems, where those of texts are looked up. */
static void
fill_slots (HeedVocabulary *vocabulary)
{
  const guint32 n = 1u << g_bit_storage (vocabulary->known->len + vocabulary->known->len / 2);

  g_assert (vocabulary->known->len <= NUMBER_MASK);
  vocabulary->slots = g_new0 (guint32, n);
  vocabulary->slot_mask = n - 1;
  for (guint32 number = 1; number < vocabulary->known->len; number++)
    {
      const Word *word = get_word (vocabulary, number);
      const guint32 hash = hash_word (word->text, strlen (word->text));
      guint32 i = hash & vocabulary->slot_mask;

      if (word->is_stem)
        continue;
      while (vocabulary->slots[i] != 0)
        i = (i + 1) & vocabulary->slot_mask;
      vocabulary->slots[i] = (hash & ~NUMBER_MASK) | number;
    }
}

/** heed_vocabulary_seal: makes it ready to be looked up in; call it once, when all words are added. */
void
heed_vocabulary_seal (HeedVocabulary *vocabulary)
{
  g_return_if_fail (vocabulary != NULL && vocabulary->in_order->len == 0);

  for (guint32 number = HEED_N_TOKENS; number < vocabulary->known->len; number++)
    g_array_append_val (vocabulary->in_order, number);
  g_array_sort_with_data (vocabulary->in_order, compare_words, vocabulary);
  g_ptr_array_sort (vocabulary->prefixes, compare_lengths);
  fill_slots (vocabulary);
  for (guint i = 0; i < vocabulary->in_order->len; i++)
    {
      guint32 number = g_array_index (vocabulary->in_order, guint32, i);

      if (!get_word (vocabulary, number)->is_stem)
        continue;
      append_stem (vocabulary, number);
      spread_languages (vocabulary, number);
    }
}

/** heed_vocabulary_get_size: all numbers are below this one. */
guint
heed_vocabulary_get_size (const HeedVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, 0);
  return vocabulary->known->len;
}

/* The longest stem that @word begins with. What stands between that stem and the word in order begins with it, too, so
 * that the shorter ones of the last stem before the word lead to it. */
static guint32
find_stem (const HeedVocabulary *vocabulary, const char *word)
{
  const Stem *stems = (const Stem *) (void *) vocabulary->stems_in_order->data;
  const guint first = vocabulary->first_stem[(guchar) word[0]];
  guint low = first, high = vocabulary->first_stem[(guchar) word[0] + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (stems[middle].text, word) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low > first ? low - 1 : NO_STEM; i != NO_STEM; i = stems[i].shorter)
    if (strncmp (word, stems[i].text, stems[i].length) == 0)
      return stems[i].number;
  return HEED_TOKEN_OTHER;
}

/* The number of the very word. */
static guint32
find_known (const HeedVocabulary *vocabulary, const char *word, gsize length)
{
  const guint32 hash = hash_word (word, length);
  guint32 slot;

  for (guint32 i = hash & vocabulary->slot_mask; (slot = vocabulary->slots[i]) != 0;
       i = (i + 1) & vocabulary->slot_mask)
    if (((slot ^ hash) & ~NUMBER_MASK) == 0 && strcmp (get_word (vocabulary, slot & NUMBER_MASK)->text, word) == 0)
      return slot & NUMBER_MASK;
  return HEED_TOKEN_OTHER;
}

static guint32
find_word (const HeedVocabulary *vocabulary, const char *word, gsize length)
{
  guint32 number = find_known (vocabulary, word, length);

  return number != HEED_TOKEN_OTHER ? number : find_stem (vocabulary, word);
}

/**
 * heed_vocabulary_look_up: the number of a word of a text. Seal the vocabulary before.
 * @word: in lower case, with plain marks, zero-terminated
 * @length: its bytes
 * @languages: (out): those it is common in, a bit each
 *
 * Returns: that of the word, or of the longest stem it begins with, or of what remains without the longest prefix that
 *   leaves something known; %HEED_TOKEN_OTHER for a word nobody knows
 */
guint32
heed_vocabulary_look_up (const HeedVocabulary *vocabulary, const char *word, gsize length, guint32 *languages)
{
  guint32 number = find_word (vocabulary, word, length);

  if (number == HEED_TOKEN_OTHER && vocabulary->begins_prefix[(guchar) word[0]])
    for (guint i = 0; i < vocabulary->prefixes->len && number == HEED_TOKEN_OTHER; i++)
      {
        const char *prefix = g_ptr_array_index (vocabulary->prefixes, i);
        const gsize n = strlen (prefix);

        if (n < length && strncmp (word, prefix, n) == 0)
          number = find_word (vocabulary, word + n, length - n);
      }
  *languages = get_word (vocabulary, number)->languages;
  return number;
}

/**
 * heed_vocabulary_look_up_ending: the languages that the longest ending of @word tells, a bit each, 0 for none.
 * @word: in lower case, zero-terminated
 * @length: its bytes
 */
guint32
heed_vocabulary_look_up_ending (const HeedVocabulary *vocabulary, const char *word, gsize length)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL, 0);

  const gsize longest = length > 0 ? vocabulary->longest_ending[(guchar) word[length - 1]] : 0;
  for (gsize i = length - MIN (length, longest); i < length; i++)
    {
      guint32 languages = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->endings, word + i));

      if (languages != 0)
        return languages;
    }
  return 0;
}

static char *
dup_lower (const char *word, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (word, (gssize) length);
  g_autoptr (GString) lower = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (c)));
  g_autoptr (GString) plain = new_plain (lower->str);
  return g_strdup (plain->str);
}

/* A word of a text in any case, as it is looked up: in @plain where it is short and plain, else in @copy. */
typedef struct
{
  char plain[HEED_MAX_WORD + 1];
  char *copy;
} Lower;

static const char *
lower_init (Lower *lower, const char *word, gsize length)
{
  gsize i = 0;

  for (; i < length && length <= HEED_MAX_WORD && (word[i] & 0x80) == 0; i++)
    lower->plain[i] = g_ascii_tolower (word[i]);
  lower->plain[i] = '\0';
  lower->copy = i < length ? dup_lower (word, length) : NULL;
  return lower->copy != NULL ? lower->copy : lower->plain;
}

/* What is known of a word in any case, as it stands. */
static const Word *
find_in_any_case (const HeedVocabulary *vocabulary, const char *word, gsize length)
{
  Lower lower;
  const char *text = lower_init (&lower, word, length);
  const Word *known = get_word (vocabulary, find_known (vocabulary, text, strlen (text)));

  g_free (lower.copy);
  return known;
}

/** heed_vocabulary_is_common: whether the @length bytes at @word are a common word of any language that is read, in any
 * case. */
gboolean
heed_vocabulary_is_common (const HeedVocabulary *vocabulary, const char *word, gsize length)
{
  guint32 languages;
  Lower lower;

  g_return_val_if_fail (vocabulary != NULL && word != NULL, FALSE);

  const char *text = lower_init (&lower, word, length);
  heed_vocabulary_look_up (vocabulary, text, strlen (text), &languages);
  g_free (lower.copy);
  return (languages & ~vocabulary->unread) != 0;
}

/** heed_vocabulary_closes: whether a letter may close with the @length bytes at @word, before a comma or a name. */
gboolean
heed_vocabulary_closes (const HeedVocabulary *vocabulary, const char *word, gsize length, gboolean has_comma)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL, FALSE);

  return find_in_any_case (vocabulary, word, length)->closing >= (has_comma ? CLOSES_WITH_COMMA : CLOSES);
}

/** heed_vocabulary_introduces: whether the @length bytes at @word, behind a name, say who writes. */
gboolean
heed_vocabulary_introduces (const HeedVocabulary *vocabulary, const char *word, gsize length)
{
  g_return_val_if_fail (vocabulary != NULL && word != NULL, FALSE);

  return find_in_any_case (vocabulary, word, length)->introduces;
}
