/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reply-lexicon.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-lexicon-error.h"
#include "heed-reply-reading.h"

static gboolean
refuse_word (GError **error, const char *name, const char *key, const char *word)
{
  g_autofree char *where = g_strdup_printf ("%s, “%s”", key, word);

  return heed_lexicon_refuse (error, name, where,
                              _ ("write one word in lower case, or its first letters, at least three, and a star"));
}

/* The list of strings called @key, or %NULL with an error. */
static JsonArray *
get_list (JsonObject *object, const char *key, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  heed_lexicon_refuse (error, name, key, _ ("a list of words is missing here"));
  return NULL;
}

static const char *
get_word (JsonArray *list, guint i, const char *key, const char *name, GError **error)
{
  JsonNode *node = json_array_get_element (list, i);

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  g_autofree char *where = g_strdup_printf ("%s, %u", key, i + 1);
  heed_lexicon_refuse (error, name, where, _ ("this is not a string"));
  return NULL;
}

static gboolean
add_phrases (HeedPhraseFinder *finder, const char *name, JsonObject *lists, const char *key, HeedPhraseRole role,
             guint mark, GError **error)
{
  JsonArray *list = get_list (lists, key, name, error);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      g_autoptr (GError) problem = NULL;
      const char *phrase = get_word (list, i, key, name, error);

      if (phrase == NULL)
        return FALSE;
      if (!heed_phrase_finder_add (finder, phrase, role, mark, &problem))
        {
          g_autofree char *where = g_strdup_printf ("%s, “%s”", key, phrase);
          return heed_lexicon_refuse (error, name, where, problem->message);
        }
    }
  return list != NULL;
}

/* The phrases of one mark: "name" for those that say so, "not_name" for those that take it back. */
static gboolean
add_mark (HeedPhraseFinder *finder, const char *name, JsonObject *lists, HeedPhraseRole role, guint mark,
          GError **error)
{
  const char *key = heed_reply_mark_to_string (mark);
  g_autofree char *not_key = g_strconcat ("not_", key, NULL);

  return add_phrases (finder, name, lists, key, role, mark, error)
         && (!json_object_has_member (lists, not_key)
             || add_phrases (finder, name, lists, not_key, HEED_PHRASE_DENIES, mark, error));
}

/* Groups are what phrases have in common: a name and its words, which phrases write as "{name}". */
static gboolean
add_groups (HeedPhraseFinder *finder, const char *name, JsonObject *groups, GError **error)
{
  g_autoptr (GList) keys = json_object_get_members (groups);

  for (GList *item = keys; item != NULL; item = item->next)
    {
      JsonArray *list = get_list (groups, item->data, name, error);

      for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
        {
          const char *word = get_word (list, i, item->data, name, error);

          if (word == NULL)
            return FALSE;
          if (!heed_phrase_finder_add_to_group (finder, item->data, word))
            return refuse_word (error, name, item->data, word);
        }
      if (list == NULL)
        return FALSE;
    }
  return TRUE;
}

static JsonObject *
get_object (JsonObject *object, const char *key, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  heed_lexicon_refuse (error, name, key, _ ("lists of words under their names are missing here"));
  return NULL;
}

/* The lists of @key, one for each of the marks from @first up to @end. */
static gboolean
add_marks (HeedPhraseFinder *finder, const char *name, JsonObject *object, const char *key, HeedPhraseRole role,
           guint first, guint end, GError **error)
{
  JsonObject *lists = get_object (object, key, name, error);

  for (guint mark = first; lists != NULL && mark < end; mark++)
    if (!add_mark (finder, name, lists, role, mark, error))
      return FALSE;
  return lists != NULL;
}

typedef gboolean (*AddWord) (HeedVocabulary *vocabulary, const char *word, guint language);

/* Gives each word of the list @key to @add. */
static gboolean
add_words (HeedVocabulary *vocabulary, const char *name, JsonObject *object, const char *key, AddWord add,
           guint language, GError **error)
{
  JsonArray *list = get_list (object, key, name, error);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      const char *word = get_word (list, i, key, name, error);

      if (word == NULL)
        return FALSE;
      if (!add (vocabulary, word, language))
        return refuse_word (error, name, key, word);
    }
  return list != NULL;
}

static gboolean
add_closing (HeedVocabulary *vocabulary, const char *word, guint language G_GNUC_UNUSED)
{
  return heed_vocabulary_add_closing (vocabulary, word);
}

static gboolean
add_introduction (HeedVocabulary *vocabulary, const char *word, guint language G_GNUC_UNUSED)
{
  return heed_vocabulary_add_introduction (vocabulary, word);
}

static gboolean
add_prefix (HeedVocabulary *vocabulary, const char *word, guint language G_GNUC_UNUSED)
{
  return heed_vocabulary_add_prefix (vocabulary, word);
}

/* The phrases; what opens a request comes before what is requested: the finder looks in this order. */
static gboolean
add_all (HeedPhraseFinder *finder, const char *name, JsonObject *object, GError **error)
{
  for (guint mark = HEED_REPLY_MARK_DETAILS; mark < HEED_REPLY_MARK_TARGETS; mark++)
    heed_phrase_finder_set_parent (finder, mark, (guint) g_bit_nth_lsf (HEED_REPLY_ASKS_DETAILS, -1));
  heed_phrase_finder_set_parent (finder, HEED_REPLY_MARK_FEEDBACK, (guint) g_bit_nth_lsf (HEED_REPLY_ACKNOWLEDGES, -1));
  heed_phrase_finder_set_parent (finder, HEED_REPLY_MARK_UNDERWAY, (guint) g_bit_nth_lsf (HEED_REPLY_ACTS, -1));
  heed_phrase_finder_set_parent (finder, HEED_REPLY_MARK_LINKED, (guint) g_bit_nth_lsf (HEED_REPLY_REDIRECTS, -1));
  for (guint mark = HEED_REPLY_MARK_TARGETS; mark < HEED_REPLY_MARK_DEADLINE; mark++)
    heed_phrase_finder_set_parent (finder, mark, (guint) g_bit_nth_lsf (HEED_REPLY_REDIRECTS, -1));
  return add_mark (finder, name, object, HEED_PHRASE_OPENS, HEED_REPLY_MARK_REQUESTS, error)
         && (!json_object_has_member (object, "questions")
             || add_phrases (finder, name, object, "questions", HEED_PHRASE_ASKS, HEED_REPLY_MARK_REQUESTS, error))
         && add_marks (finder, name, object, "kinds", HEED_PHRASE_SAYS, HEED_REPLY_MARK_KINDS, HEED_REPLY_MARK_DETAILS,
                       error)
         && add_marks (finder, name, object, "details", HEED_PHRASE_NAMES, HEED_REPLY_MARK_DETAILS,
                       HEED_REPLY_MARK_TARGETS, error)
         && add_marks (finder, name, object, "redirect_to", HEED_PHRASE_SAYS, HEED_REPLY_MARK_TARGETS,
                       HEED_REPLY_MARK_DEADLINE, error)
         && add_marks (finder, name, object, "facts", HEED_PHRASE_SAYS, HEED_REPLY_MARK_DEADLINE, HEED_REPLY_MARK_HOURS,
                       error)
         && add_marks (finder, name, object, "posts", HEED_PHRASE_SAYS, HEED_REPLY_MARK_OPENING,
                       HEED_REPLY_MARK_CONFIRMS, error)
         && add_mark (finder, name, object, HEED_PHRASE_SAYS, HEED_REPLY_MARK_COURTESY, error)
         && (!json_object_has_member (object, "feedback")
             || add_mark (finder, name, object, HEED_PHRASE_SAYS, HEED_REPLY_MARK_FEEDBACK, error))
         && (!json_object_has_member (object, "underway")
             || add_mark (finder, name, object, HEED_PHRASE_SAYS, HEED_REPLY_MARK_UNDERWAY, error))
         && (!json_object_has_member (object, "linked")
             || add_mark (finder, name, object, HEED_PHRASE_SAYS, HEED_REPLY_MARK_LINKED, error));
}

/* Two finders more: for what customers say, and for their thanks. */
static void
add_finders (HeedCustomerFinders *customers, HeedVocabulary *vocabulary)
{
  g_ptr_array_add (customers->confirms, heed_phrase_finder_new (vocabulary));
  g_ptr_array_add (customers->thanks, heed_phrase_finder_new (vocabulary));
}

static HeedPhraseFinder *
get_last (GPtrArray *finders)
{
  return g_ptr_array_index (finders, finders->len - 1);
}

/* What customers of one language say, for the finders added last; what they thank with may be left out. */
static gboolean
add_customers (HeedCustomerFinders *customers, const char *name, JsonObject *object, const char *key, GError **error)
{
  JsonObject *lists = get_object (object, key, name, error);

  return lists != NULL
         && add_mark (get_last (customers->confirms), name, lists, HEED_PHRASE_SAYS, HEED_REPLY_MARK_CONFIRMS, error)
         && (!json_object_has_member (lists, heed_reply_mark_to_string (HEED_REPLY_MARK_THANKS))
             || add_mark (get_last (customers->thanks), name, lists, HEED_PHRASE_SAYS, HEED_REPLY_MARK_THANKS, error));
}

/* Notes that the words which come next are those of @code. */
static gboolean
add_language (GPtrArray *languages, const char *name, const char *code, GError **error)
{
  const gsize length = strlen (code);

  if (length < 2 || length > 3 || strspn (code, "abcdefghijklmnopqrstuvwxyz") != length)
    return heed_lexicon_refuse (error, name, code, _ ("this is no code of a language, such as “en”"));
  if (g_ptr_array_find_with_equal_func (languages, code, g_str_equal, NULL))
    return heed_lexicon_refuse (error, name, code, _ ("another list has the words of this language"));
  if (languages->len == HEED_MAX_LANGUAGES)
    return heed_lexicon_refuse (error, name, code, _ ("there are more languages than can be told apart"));
  g_ptr_array_add (languages, g_strdup (code));
  return TRUE;
}

static gboolean
read_language (GPtrArray *languages, const char *name, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "language");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return heed_lexicon_refuse (error, name, "language", _ ("the code of the language is missing here"));
  return add_language (languages, name, json_node_get_string (node), error);
}

/* The words that are not in phrases. */
static gboolean
add_all_words (HeedVocabulary *vocabulary, const char *name, JsonObject *object, guint language, GError **error)
{
  return add_words (vocabulary, name, object, "common_words", heed_vocabulary_add_common, language, error)
         && add_words (vocabulary, name, object, "closings", add_closing, language, error)
         && (!json_object_has_member (object, "introductions")
             || add_words (vocabulary, name, object, "introductions", add_introduction, language, error))
         && (!json_object_has_member (object, "prefixes")
             || add_words (vocabulary, name, object, "prefixes", add_prefix, language, error))
         && (!json_object_has_member (object, "endings")
             || add_words (vocabulary, name, object, "endings", heed_vocabulary_add_ending, language, error));
}

/**
 * heed_reply_lexicon_parse: parses a word list. Needs nothing else, so that several can be parsed at once.
 * @name: the file's name, for messages
 * @json: its text
 * @length: in bytes, -1 for zero-terminated
 *
 * Returns: (transfer full): with an object as its root; %NULL with %HEED_ERROR_MALFORMED
 */
JsonParser *
heed_reply_lexicon_parse (const char *name, const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (name != NULL && json != NULL, NULL);

  if (!json_parser_load_from_data (parser, json, length, &problem))
    {
      heed_lexicon_refuse (error, name, "JSON", problem->message);
      return NULL;
    }
  JsonNode *root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return g_steal_pointer (&parser);
  heed_lexicon_refuse (error, name, "{}", _ ("the file holds no JSON object"));
  return NULL;
}

/**
 * heed_reply_lexicon_read: reads the word list of one language.
 * @vocabulary: gets its words
 * @languages: (element-type utf8): gets its code, at the number that its common words are counted under
 * @customers: gets finders of what customers say
 * @hours: (out) (nullable) (transfer full): the words for hours, %NULL where the list has none
 * @name: the file's name, for messages
 * @object: what it holds
 *
 * Returns: (transfer full): looks for its phrases; %NULL with %HEED_ERROR_MALFORMED, naming file, entry and reason,
 *   for a broken list
 */
HeedPhraseFinder *
heed_reply_lexicon_read (HeedVocabulary *vocabulary, GPtrArray *languages, HeedCustomerFinders *customers,
                         HeedHoursWords **hours, const char *name, JsonObject *object, GError **error)
{
  g_return_val_if_fail (vocabulary != NULL && languages != NULL && customers != NULL, NULL);
  g_return_val_if_fail (hours != NULL && name != NULL && object != NULL, NULL);

  g_autoptr (HeedPhraseFinder) finder = heed_phrase_finder_new (vocabulary);
  *hours = NULL;
  add_finders (customers, vocabulary);
  heed_phrase_finder_share_groups (get_last (customers->confirms), finder);
  heed_phrase_finder_share_groups (get_last (customers->thanks), finder);
  JsonObject *groups = read_language (languages, name, object, error) ? get_object (object, "groups", name, error)
                                                                      : NULL;
  if (groups == NULL || !add_groups (finder, name, groups, error)
      || !add_all_words (vocabulary, name, object, languages->len - 1, error) || !add_all (finder, name, object, error)
      || !add_customers (customers, name, object, "customers", error)
      || !heed_hours_words_new_for_object (name, object, hours, error))
    return NULL;
  return g_steal_pointer (&finder);
}

/* What customers say in languages without a word list of their own, which has no groups. */
static gboolean
read_customers (HeedVocabulary *vocabulary, HeedCustomerFinders *customers, const char *name, JsonObject *object,
                GError **error)
{
  JsonObject *lists = get_object (object, "customers", name, error);
  g_autoptr (GList) keys = lists != NULL ? json_object_get_members (lists) : NULL;

  add_finders (customers, vocabulary);
  for (GList *item = keys; item != NULL; item = item->next)
    if (!add_customers (customers, name, lists, item->data, error))
      return FALSE;
  return lists != NULL;
}

/**
 * heed_reply_lexicon_read_languages: reads the common words of languages that have no word list, and what customers
 * say in them.
 *
 * Returns: %FALSE with %HEED_ERROR_MALFORMED as above
 */
gboolean
heed_reply_lexicon_read_languages (HeedVocabulary *vocabulary, GPtrArray *languages, HeedCustomerFinders *customers,
                                   const char *name, JsonObject *object, GError **error)
{
  g_return_val_if_fail (vocabulary != NULL && languages != NULL && customers != NULL, FALSE);
  g_return_val_if_fail (name != NULL && object != NULL, FALSE);

  JsonObject *words = get_object (object, "common_words", name, error);
  if (words == NULL)
    return FALSE;
  g_autoptr (GList) keys = json_object_get_members (words);
  for (GList *item = keys; item != NULL; item = item->next)
    if (!add_language (languages, name, item->data, error)
        || !add_words (vocabulary, name, words, item->data, heed_vocabulary_add_unread, languages->len - 1, error))
      return FALSE;
  return read_customers (vocabulary, customers, name, object, error);
}
