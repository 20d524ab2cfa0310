/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-classifier.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "heed-data.h"
#include "heed-error.h"
#include "heed-phrase-finder.h"
#include "heed-sign-off.h"

#define LEXICON "lexicons/en.json"

/* Phrases that say that a kind is not meant although its phrases stand there use the upper half of the marks. */
#define NOT_SHIFT 16

/* A text is in the lexicon's language when this share of its words is among the language's common ones. */
#define MIN_COMMON_SHARE 0.25

/* What may stand beside a pleasantry (docs/codebook.md). */
#define BESIDE_PLEASANTRY (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES | HEED_REPLY_PLEASANTRY)

struct _HeedClassifier
{
  HeedPhraseFinder *finder;
};

void
heed_classifier_free (HeedClassifier *classifier)
{
  if (classifier == NULL)
    return;
  heed_phrase_finder_free (classifier->finder);
  g_free (classifier);
}

static gboolean
refuse (GError **error, const char *name, const char *where, const char *why)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
               /* Translators: a file, an entry of it, and what is wrong with that entry. */
               _ ("The word list %s cannot be used: %s: %s."), name, where, why);
  return FALSE;
}

/* The list of strings called @key, or %NULL with an error. */
static JsonArray *
get_list (JsonObject *object, const char *key, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  refuse (error, name, key, _ ("a list of words is missing here"));
  return NULL;
}

static const char *
get_word (JsonArray *list, guint i, const char *key, const char *name, GError **error)
{
  JsonNode *node = json_array_get_element (list, i);

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  g_autofree char *where = g_strdup_printf ("%s, %u", key, i + 1);
  refuse (error, name, where, _ ("this is not a string"));
  return NULL;
}

static gboolean
add_phrases (HeedClassifier *self, const char *name, JsonObject *lists, const char *key, guint32 mark, GError **error)
{
  JsonArray *list = get_list (lists, key, name, error);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      g_autoptr (GError) problem = NULL;
      const char *phrase = get_word (list, i, key, name, error);

      if (phrase == NULL)
        return FALSE;
      if (!heed_phrase_finder_add (self->finder, phrase, mark, &problem))
        {
          g_autofree char *where = g_strdup_printf ("%s, “%s”", key, phrase);
          return refuse (error, name, where, problem->message);
        }
    }
  return list != NULL;
}

/* The phrases of one kind: "name" for those that say so, "not_name", which may be missing, for those that do not. */
static gboolean
add_kind (HeedClassifier *self, const char *name, JsonObject *kinds, HeedReplyKinds kind, GError **error)
{
  const char *key = heed_reply_kind_to_string (kind);
  g_autofree char *not_key = g_strconcat ("not_", key, NULL);

  return add_phrases (self, name, kinds, key, kind, error)
         && (!json_object_has_member (kinds, not_key)
             || add_phrases (self, name, kinds, not_key, (guint32) kind << NOT_SHIFT, error));
}

/* Groups are what phrases have in common: a name and its words, which phrases write as "{name}". */
static gboolean
add_groups (HeedClassifier *self, const char *name, JsonObject *groups, GError **error)
{
  g_autoptr (GList) keys = json_object_get_members (groups);

  for (GList *item = keys; item != NULL; item = item->next)
    {
      JsonArray *list = get_list (groups, item->data, name, error);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
        {
          const char *word = get_word (list, i, item->data, name, error);

          if (word == NULL)
            return FALSE;
          g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", word);
        }
      if (list == NULL)
        return FALSE;
      heed_phrase_finder_add_group (self->finder, item->data, words->str);
    }
  return TRUE;
}

static JsonObject *
get_object (JsonObject *object, const char *key, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  refuse (error, name, key, _ ("lists of words under their names are missing here"));
  return NULL;
}

static gboolean
load (HeedClassifier *self, const char *name, JsonNode *root, GError **error)
{
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return refuse (error, name, "{}", _ ("the file holds no JSON object"));

  JsonObject *object = json_node_get_object (root);
  JsonObject *groups = get_object (object, "groups", name, error);
  if (groups == NULL || !add_groups (self, name, groups, error))
    return FALSE;
  JsonObject *kinds = get_object (object, "kinds", name, error);
  JsonArray *common = kinds != NULL ? get_list (object, "common_words", name, error) : NULL;
  if (common == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (common); i++)
    {
      const char *word = get_word (common, i, "common_words", name, error);

      if (word == NULL)
        return FALSE;
      heed_phrase_finder_add_common (self->finder, word);
    }
  for (guint i = 0; i < HEED_N_REPLY_KINDS; i++)
    if (!add_kind (self, name, kinds, 1u << i, error))
      return FALSE;
  return TRUE;
}

/**
 * heed_classifier_new_for_lexicon: a classifier that knows the phrases of one lexicon.
 * @name: the file's name, for messages
 * @json: its text
 * @length: in bytes, -1 for zero-terminated
 *
 * Returns: (transfer full): %NULL with %HEED_ERROR_MALFORMED, naming file, entry and reason, for a broken lexicon
 */
HeedClassifier *
heed_classifier_new_for_lexicon (const char *name, const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (name != NULL && json != NULL, NULL);

  g_autoptr (HeedClassifier) self = g_new0 (HeedClassifier, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) problem = NULL;

  self->finder = heed_phrase_finder_new ();
  if (!json_parser_load_from_data (parser, json, length, &problem))
    {
      refuse (error, name, "JSON", problem->message);
      return NULL;
    }
  return load (self, name, json_parser_get_root (parser), error) ? g_steal_pointer (&self) : NULL;
}

/** heed_classifier_new: (transfer full): a classifier with the word list that comes with Heed. */
HeedClassifier *
heed_classifier_new (GError **error)
{
  g_autoptr (GBytes) bytes = heed_data_lookup (LEXICON, error);
  gsize length;

  if (bytes == NULL)
    return NULL;
  const char *json = g_bytes_get_data (bytes, &length);
  return heed_classifier_new_for_lexicon (LEXICON, json, (gssize) length, error);
}

/* What a reply in the lexicon's language does that none of the phrases names. */
static guint32
guess_unnamed (const HeedPhraseFindings *found)
{
  if (found->n_questions > 0)
    return HEED_REPLY_ASKS_DETAILS;
  return HEED_REPLY_ANSWERS;
}

/**
 * heed_classifier_read_kinds: a first guess at what a reply does, from its words alone.
 * @reply: its text
 *
 * The kinds are those of docs/codebook.md.
 *
 * Returns: #HeedReplyKinds; 0 when the text is not in the language of the lexicon, or says nothing
 */
guint32
heed_classifier_read_kinds (const HeedClassifier *classifier, const char *reply)
{
  HeedPhraseFindings found;

  g_return_val_if_fail (classifier != NULL && reply != NULL, 0);

  heed_phrase_finder_find (classifier->finder, reply, &found);
  if (found.n_words == 0 || found.n_common < MIN_COMMON_SHARE * found.n_words)
    return 0;

  guint32 kinds = found.marks & ((1u << NOT_SHIFT) - 1) & ~(found.marks >> NOT_SHIFT);
  if ((kinds & ~(guint32) (HEED_REPLY_APOLOGISES | HEED_REPLY_ACKNOWLEDGES)) == 0 && found.n_questions > 0)
    kinds |= guess_unnamed (&found);
  if (kinds == 0)
    kinds = guess_unnamed (&found);
  if ((kinds & ~(guint32) BESIDE_PLEASANTRY) != 0)
    kinds &= ~(guint32) HEED_REPLY_PLEASANTRY;
  return kinds;
}

static gboolean
is_common_word (const char *word, gsize length, gpointer user_data)
{
  const HeedClassifier *classifier = user_data;

  return heed_phrase_finder_is_common (classifier->finder, word, length);
}

/**
 * heed_classifier_read_signature: who signed a reply.
 *
 * Returns: (transfer full) (nullable): the name or the initials, as written
 */
char *
heed_classifier_read_signature (const HeedClassifier *classifier, const char *reply)
{
  g_return_val_if_fail (classifier != NULL && reply != NULL, NULL);

  return heed_sign_off_read (reply, is_common_word, (gpointer) classifier);
}
