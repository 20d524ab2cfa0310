/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The word lists of data/checks/: "word > other" offers another word, "word >" offers to take it out. "stem*" stands
 * for every word that starts so, "*ending" for every word that ends so and starts with something else. */

#include "heed-word-list.h"

#include <string.h>

#include "heed-data-object.h"
#include "heed-data.h"

/* One entry of a list. Each word may have an asterisk before or behind it. */
typedef struct
{
  const char *list;
  GPtrArray *words; /* char * */
  char *repair;
  gboolean takes_prefix; /* of Hebrew; where something comes instead, it would get lost */
} Entry;

/* Where to look for the entries that a word may begin; for stems and endings also which lengths there are. */
typedef struct
{
  GHashTable *whole;
  GHashTable *stems;
  GHashTable *endings;
  guint64 stem_lengths;
  guint64 ending_lengths;
} Index;

/* In bytes: no word of "parts" is longer. */
#define LONGEST_PART 32

static GHashTable *indexes;  /* language → Index of its "words" */
static GHashTable *requests; /* language → Index of those of its "words" that tell a request */
static GPtrArray *languages; /* NULL-terminated */
static GHashTable *parts;    /* list → its words, of all languages as well */
static Index *beside;        /* the "beside" of all languages: what stands beside a number does not tell its language */

static void
clear_match (gpointer data)
{
  g_free (((HeedWordMatch *) data)->repair);
}

static GArray *
create_matches (void)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (HeedWordMatch));

  g_array_set_clear_func (matches, clear_match);
  return matches;
}

static Index *
index_new (void)
{
  Index *index = g_new0 (Index, 1);

  index->whole = g_hash_table_new (g_str_hash, g_str_equal);
  index->stems = g_hash_table_new (g_str_hash, g_str_equal);
  index->endings = g_hash_table_new (g_str_hash, g_str_equal);
  return index;
}

/* The words of an entry with their asterisks, cut and folded as those of a text are. */
static GPtrArray *
read_words (const char *text)
{
  g_autoptr (HeedWords) words = heed_words_new (text);
  GPtrArray *read = g_ptr_array_new ();

  for (guint i = 0; i < words->words->len; i++)
    {
      const HeedWord *word = heed_words_get (words, i);
      gboolean is_ending = word->start > 0 && text[word->start - 1] == '*';
      gboolean is_stem = text[word->end] == '*';
      g_ptr_array_add (read, g_strconcat (is_ending ? "*" : "", word->folded, is_stem ? "*" : "", NULL));
    }
  return read;
}

/* @word: (transfer full) */
static void
add_to (GHashTable *table, char *word, Entry *entry)
{
  g_autofree char *key = word;
  GPtrArray *entries = g_hash_table_lookup (table, key);

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (table, g_steal_pointer (&key), entries);
    }
  g_ptr_array_add (entries, entry);
}

static void
add_entry (Index *index, const char *list, const char *line)
{
  g_auto (GStrv) sides = g_strsplit (line, ">", 2);
  GPtrArray *words = read_words (sides[0]);

  g_assert (words->len > 0);
  Entry *entry = g_new0 (Entry, 1);
  const char *first = words->pdata[0];
  gsize length = strlen (first);
  entry->list = list;
  entry->words = words;
  entry->takes_prefix = index == beside;
  entry->repair = sides[1] != NULL ? g_strdup (g_strstrip (sides[1])) : NULL;
  if (first[0] == '*')
    {
      add_to (index->endings, g_strdup (first + 1), entry);
      index->ending_lengths |= G_GUINT64_CONSTANT (1) << MIN (length - 1, 63);
    }
  else if (first[length - 1] == '*')
    {
      add_to (index->stems, g_strndup (first, length - 1), entry);
      index->stem_lengths |= G_GUINT64_CONSTANT (1) << MIN (length - 1, 63);
    }
  else
    add_to (index->whole, g_strdup (first), entry);
}

static void
add_list (JsonObject *lists, const char *name, JsonNode *node, gpointer index)
{
  JsonArray *lines = json_node_get_array (node);
  const char *list = g_intern_string (name);

  for (guint i = 0; i < json_array_get_length (lines); i++)
    add_entry (index, list, json_array_get_string_element (lines, i));
}

static void
add_request_list (JsonObject *lists, const char *name, JsonNode *node, gpointer index)
{
  if (strstr (name, "request") != NULL)
    add_list (lists, name, node, index);
}

static void
add_parts (JsonObject *lists, const char *name, JsonNode *node, gpointer user_data)
{
  JsonArray *words = json_node_get_array (node);
  GHashTable *set = g_hash_table_lookup (parts, name);

  if (set == NULL)
    {
      /* Languages share words. */
      set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (parts, g_strdup (name), set);
    }
  for (guint i = 0; i < json_array_get_length (words); i++)
    g_hash_table_add (set, g_utf8_casefold (json_array_get_string_element (words, i), -1));
}

static void
load_file (const char *file)
{
  g_autofree char *name = g_strconcat ("checks/", file, NULL);
  g_autoptr (JsonObject) root = heed_data_load_object (name);
  JsonObject *words = json_object_get_object_member (root, "words");
  char *language = g_strndup (file, strcspn (file, "."));
  Index *index = index_new ();
  Index *asking = index_new ();
  json_object_foreach_member (words, add_list, index);
  json_object_foreach_member (words, add_request_list, asking);
  json_object_foreach_member (json_object_get_object_member (root, "beside"), add_list, beside);
  json_object_foreach_member (json_object_get_object_member (root, "parts"), add_parts, NULL);
  g_hash_table_insert (indexes, language, index);
  g_hash_table_insert (requests, language, asking);
  g_ptr_array_add (languages, language);
}

static void
load_all (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  g_auto (GStrv) files = heed_data_list ("checks");
  indexes = g_hash_table_new (g_str_hash, g_str_equal);
  requests = g_hash_table_new (g_str_hash, g_str_equal);
  languages = g_ptr_array_new ();
  parts = g_hash_table_new (g_str_hash, g_str_equal);
  beside = index_new ();
  for (guint i = 0; files[i] != NULL; i++)
    load_file (files[i]);
  g_ptr_array_add (languages, NULL);
  g_once_init_leave (&once, 1);
}

/* Hebrew writes "the", "in", "to", "from", "and", "that" and "as" as one letter before the word. */
static const char *
skip_hebrew_prefix (const char *word)
{
  static const char *const prefixes[] = { "ה", "ב", "ל", "מ", "ו", "ש", "כ" };

  for (guint i = 0; (word[0] & 0x80) != 0 && i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (word, prefixes[i]) && strlen (word) >= 3 * strlen (prefixes[i]))
      return word + strlen (prefixes[i]);
  return NULL;
}

static gboolean
fits (const char *pattern, const char *word)
{
  gsize length = strlen (pattern);

  if (pattern[0] == '*')
    return strlen (word) > length - 1 && g_str_has_suffix (word, pattern + 1);
  if (pattern[length - 1] == '*')
    return strncmp (word, pattern, length - 1) == 0;
  return strcmp (word, pattern) == 0;
}

/* The number of words of @entry when they stand at @first, 0 otherwise. */
static guint
match_entry (const Entry *entry, const HeedWords *words, guint first)
{
  guint count = entry->words->len;

  if (first + count > words->words->len)
    return 0;
  for (guint i = 0; i < count; i++)
    {
      const HeedWord *word = heed_words_get (words, first + i);
      const char *bare = entry->takes_prefix ? skip_hebrew_prefix (word->folded) : NULL;
      if ((i > 0 && !word->is_joined)
          || (!fits (entry->words->pdata[i], word->folded) && (bare == NULL || !fits (entry->words->pdata[i], bare))))
        return 0;
    }
  return count;
}

/* Whether a word starts with a capital as a sentence does; all in capitals it shouts, and what comes instead does not.
 */
static gboolean
has_one_capital (const char *text, const HeedWord *word)
{
  const char *second = g_utf8_next_char (text + word->start);

  return word->has_capital && (second >= text + word->end || !g_unichar_isupper (g_utf8_get_char (second)));
}

/* The other word starts as the found one did; where nothing comes instead, the blank behind goes as well. */
static HeedWordMatch
make_match (const Entry *entry, const char *text, const HeedWords *words, guint first, guint count)
{
  HeedWordMatch match = { 0 };
  const char *repair = entry->repair;

  match.list = entry->list;
  match.first = first;
  match.last = first + count - 1;
  match.start = heed_words_get (words, first)->start;
  match.end = heed_words_get (words, match.last)->end;
  if (repair == NULL)
    return match;
  if (*repair == '\0' && text[match.end] == ' ')
    match.end++;
  if (*repair != '\0' && has_one_capital (text, heed_words_get (words, first)))
    {
      g_autofree char *letter = g_utf8_substring (repair, 0, 1);
      g_autofree char *capital = g_utf8_strup (letter, -1);
      match.repair = g_strconcat (capital, g_utf8_next_char (repair), NULL);
    }
  else
    match.repair = g_strdup (repair);
  return match;
}

/* Of each list the longest entry that stands at @first, unless a match of that list covers the place already. */
static void
take_entries (GArray *matches, const GPtrArray *entries, const char *text, const HeedWords *words, guint first)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];
      guint count = match_entry (entry, words, first);
      guint place = matches->len;

      for (guint j = matches->len; count > 0 && j-- > 0;)
        {
          const HeedWordMatch *other = heed_word_match_get (matches, j);
          if (other->list != entry->list)
            continue;
          if (other->last >= first && (other->first < first || other->last >= first + count - 1))
            count = 0;
          else if (other->first == first)
            place = j;
          break;
        }
      if (count == 0)
        continue;
      HeedWordMatch match = make_match (entry, text, words, first, count);
      if (place < matches->len)
        {
          clear_match (&g_array_index (matches, HeedWordMatch, place));
          g_array_index (matches, HeedWordMatch, place) = match;
        }
      else
        g_array_append_val (matches, match);
    }
}

static void
take_parts (GArray *matches, const Index *index, const char *text, const HeedWords *words, guint first)
{
  const char *word = heed_words_get (words, first)->folded;
  gsize length = strlen (word);
  char stem[64];

  for (gsize part = 1; part <= length && part < sizeof stem; part++)
    if ((index->stem_lengths >> part & 1) != 0)
      {
        memcpy (stem, word, part);
        stem[part] = '\0';
        take_entries (matches, g_hash_table_lookup (index->stems, stem), text, words, first);
      }
  for (gsize part = 1; part < length && part < sizeof stem; part++)
    if ((index->ending_lengths >> part & 1) != 0)
      take_entries (matches, g_hash_table_lookup (index->endings, word + length - part), text, words, first);
}

static GArray *
find_anew (const Index *index, const char *text, const HeedWords *words)
{
  GArray *matches = create_matches ();

  for (guint first = 0; index != NULL && first < words->words->len; first++)
    {
      const GPtrArray *entries = g_hash_table_lookup (index->whole, heed_words_get (words, first)->folded);
      const char *bare = index == beside ? skip_hebrew_prefix (heed_words_get (words, first)->folded) : NULL;
      take_entries (matches, entries, text, words, first);
      if (bare != NULL)
        take_entries (matches, g_hash_table_lookup (index->whole, bare), text, words, first);
      take_parts (matches, index, text, words, first);
    }
  return matches;
}

/* No match reaches out of a part, so each is looked through by itself, and once. */
static void
add_part (GArray *matches, const Index *index, const char *text, const HeedWordsPart *part)
{
  const GArray *found = heed_words_part_get_found (part, index);
  const guint before = matches->len;

  if (found == NULL)
    found = heed_words_part_set_found (part, index,
                                       find_anew (index, text + part->start, heed_words_part_get_words (part)));
  g_array_append_vals (matches, found->data, found->len);
  for (guint i = before; i < matches->len; i++)
    {
      HeedWordMatch *match = &g_array_index (matches, HeedWordMatch, i);

      match->start += part->start;
      match->end += part->start;
      match->first += part->first;
      match->last += part->first;
      match->repair = g_strdup (match->repair);
    }
}

static GArray *
find (const Index *index, const char *text, const HeedWords *words)
{
  if (index == NULL || words->parts == NULL)
    return find_anew (index, text, words);

  GArray *matches = create_matches ();
  for (guint i = 0; i < words->parts->len; i++)
    add_part (matches, index, text, &g_array_index (words->parts, HeedWordsPart, i));
  return matches;
}

/** heed_word_list_knows: whether there are word lists for @language, an ISO 639-1 code. */
gboolean
heed_word_list_knows (const char *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  load_all ();
  return g_hash_table_contains (indexes, language);
}

/**
 * heed_word_list_is_part: whether a word is one of a list of "parts", in any language.
 * @list: such as "name_particle"
 * @word: in any case
 * @length: in bytes
 */
gboolean
heed_word_list_is_part (const char *list, const char *word, gsize length)
{
  g_return_val_if_fail (list != NULL && word != NULL, FALSE);

  if (length > LONGEST_PART)
    return FALSE;

  load_all ();
  g_autofree char *folded = g_utf8_casefold (word, (gssize) length);
  return g_hash_table_contains (g_hash_table_lookup (parts, list), folded);
}

/**
 * heed_word_list_find: finds the words of all lists of a language, as whole words in any case.
 * @language: ISO 639-1; a language without lists has no words
 * @words: those of @text
 *
 * Returns: (transfer full) (element-type HeedWordMatch): in order; of one list none over another
 */
GArray *
heed_word_list_find (const char *language, const char *text, const HeedWords *words)
{
  g_return_val_if_fail (language != NULL && text != NULL && words != NULL, NULL);

  load_all ();
  return find (g_hash_table_lookup (indexes, language), text, words);
}

/**
 * heed_word_list_find_beside: finds the words that say what a number or a name beside them is, in every language.
 * @words: those of @text
 *
 * Returns: (transfer full) (element-type HeedWordMatch): as heed_word_list_find()
 */
GArray *
heed_word_list_find_beside (const char *text, const HeedWords *words)
{
  g_return_val_if_fail (text != NULL && words != NULL, NULL);

  load_all ();
  return find (beside, text, words);
}

/** heed_word_list_get_languages: (transfer none) (array zero-terminated=1): those with word lists. */
const char *const *
heed_word_list_get_languages (void)
{
  load_all ();
  return (const char *const *) languages->pdata;
}

/**
 * heed_word_list_find_requests: finds only the words that tell a request.
 * @language: one with word lists
 * @words: those of @text
 *
 * Returns: (transfer full) (element-type HeedWordMatch): as heed_word_list_find()
 */
GArray *
heed_word_list_find_requests (const char *language, const char *text, const HeedWords *words)
{
  g_return_val_if_fail (language != NULL && text != NULL && words != NULL, NULL);

  load_all ();
  return find (g_hash_table_lookup (requests, language), text, words);
}

/**
 * heed_word_list_is_first: whether the words of an entry are the first of a text.
 * @line: as in a list of data/checks/, without another to put there instead
 */
gboolean
heed_word_list_is_first (const char *line, const HeedWords *words)
{
  g_return_val_if_fail (line != NULL && words != NULL, FALSE);

  /* Most lines begin with another letter. */
  const char *first = words->words->len > 0 ? heed_words_get (words, 0)->folded : "";
  if (g_ascii_isalnum (*line) && (*first & 0x80) == 0 && g_ascii_tolower (*line) != *first)
    return FALSE;

  Entry entry = { .words = read_words (line) };
  g_ptr_array_set_free_func (entry.words, g_free);
  gboolean is_first = match_entry (&entry, words, 0) > 0;
  g_ptr_array_unref (entry.words);
  return is_first;
}
