/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The word lists of data/phrases/: "word > other" offers another word, "word >" offers to take it out. */

#include "heed-word-list.h"

#include <string.h>

#include "heed-phrases.h"

typedef struct
{
  GRegex *regex; /* NULL when the list is empty */
  GHashTable *repairs;
} WordList;

static GMutex lock;
static GHashTable *lists; /* "language/name" → WordList */

void
heed_word_match_free (HeedWordMatch *match)
{
  if (match == NULL)
    return;
  g_free (match->repair);
  g_free (match);
}

/* One form of a word, however it is cased, spaced or apostrophed. */
static char *
normalise (const char *words, gssize length)
{
  g_autofree char *folded = g_utf8_casefold (words, length);
  GString *normal = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (!g_unichar_isspace (character))
        g_string_append_unichar (normal, character == 0x2019 ? '\'' : character);
      else if (normal->len == 0 || normal->str[normal->len - 1] != ' ')
        g_string_append_c (normal, ' ');
    }
  return g_string_free (normal, FALSE);
}

static int
compare_lengths (gconstpointer first, gconstpointer second)
{
  gsize one = strlen (*(const char *const *) first);
  gsize other = strlen (*(const char *const *) second);

  return one == other ? 0 : one > other ? -1 : 1;
}

static char *
make_pattern (GPtrArray *words)
{
  GString *pattern = g_string_new ("(?<![\\p{L}\\p{N}_])(?:");

  /* The longest first: the first that fits is taken. */
  g_ptr_array_sort (words, compare_lengths);
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (words->pdata[i], -1);
      g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", escaped);
    }
  g_string_append (pattern, ")(?![\\p{L}\\p{N}_])");
  g_string_replace (pattern, " ", "\\s+", 0);
  g_string_replace (pattern, "'", "['’]", 0);
  return g_string_free (pattern, FALSE);
}

static WordList *
load (const char *language, const char *name)
{
  g_auto (GStrv) entries = heed_phrases_dup_list (heed_phrases_get (language, NULL), name);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  WordList *list = g_new0 (WordList, 1);

  list->repairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (entries[i], ">", 2);
      char *word = normalise (g_strstrip (sides[0]), -1);
      g_ptr_array_add (words, word);
      if (sides[1] != NULL)
        g_hash_table_insert (list->repairs, g_strdup (word), g_strdup (g_strstrip (sides[1])));
    }
  if (words->len > 0)
    {
      g_autofree char *pattern = make_pattern (words);
      list->regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (list->regex != NULL);
    }
  return list;
}

static const WordList *
get_list (const char *language, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", language, name);

  g_mutex_lock (&lock);
  if (lists == NULL)
    lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WordList *list = g_hash_table_lookup (lists, key);
  if (list == NULL)
    {
      list = load (language, name);
      g_hash_table_insert (lists, g_steal_pointer (&key), list);
    }
  g_mutex_unlock (&lock);
  return list;
}

/* The other word starts as the found one did; where nothing comes instead, the blank behind goes as well. */
static HeedWordMatch *
make_match (const WordList *list, const char *text, gsize start, gsize end)
{
  g_autofree char *word = normalise (text + start, (gssize) (end - start));
  const char *repair = g_hash_table_lookup (list->repairs, word);
  HeedWordMatch *match = g_new0 (HeedWordMatch, 1);

  match->start = start;
  match->end = end;
  if (repair == NULL)
    return match;
  if (*repair == '\0' && text[end] == ' ')
    match->end++;
  if (*repair != '\0' && g_unichar_isupper (g_utf8_get_char (text + start)))
    {
      g_autofree char *first = g_utf8_substring (repair, 0, 1);
      g_autofree char *capital = g_utf8_strup (first, -1);
      match->repair = g_strconcat (capital, g_utf8_next_char (repair), NULL);
    }
  else
    match->repair = g_strdup (repair);
  return match;
}

/**
 * heed_word_list_find: finds the words of a list, as whole words in any case.
 * @language: ISO 639-1; a language without sentences has no words
 * @name: such as "unkind"
 *
 * Returns: (transfer full) (element-type HeedWordMatch): in order
 */
GPtrArray *
heed_word_list_find (const char *language, const char *name, const char *text)
{
  g_return_val_if_fail (language != NULL && name != NULL && text != NULL, NULL);

  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_word_match_free);
  const WordList *list = heed_phrases_knows (language) ? get_list (language, name) : NULL;
  g_autoptr (GMatchInfo) info = NULL;

  if (list == NULL || list->regex == NULL)
    return matches;
  for (gboolean found = g_regex_match (list->regex, text, 0, &info); found; found = g_match_info_next (info, NULL))
    {
      int start, end;
      g_match_info_fetch_pos (info, 0, &start, &end);
      g_ptr_array_add (matches, make_match (list, text, (gsize) start, (gsize) end));
    }
  return matches;
}
