/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-bidi.h"
#include "heed-data.h"
#include "heed-error.h"
#include "heed-json-text.h"
#include "heed-phrases-private.h"
#include "heed-phrases-schema.h"
#include "heed-plural.h"
#include "heed-shorten.h"
#include "heed-word.h"

static const char *const tone_words[] = {
  [HEED_TONE_FRIENDLY] = "friendly",
  [HEED_TONE_FIRM] = "firm",
  [HEED_TONE_FINAL] = "final",
};

static GHashTable *languages; /* code → HeedPhrases */

/**
 * heed_phrases_new_from_json: reads one file of sentences.
 * @name: of the file, for messages
 * @length: −1 when @json ends with a zero byte
 *
 * Returns: (transfer full): the sentences; %HEED_ERROR_MALFORMED, naming file, entry and reason, when one is missing,
 * lacks what is filled in, or is asked for by nobody
 */
HeedPhrases *
heed_phrases_new_from_json (const char *name, const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (name != NULL && json != NULL, NULL);

  g_autoptr (JsonNode) node = heed_json_text_parse (json, length < 0 ? strlen (json) : (gsize) length, error);
  if (node == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("%s: It must be an object between { and }."), name);
      return NULL;
    }
  JsonObject *root = json_node_get_object (node);
  if (!heed_phrases_schema_check (name, root, error))
    return NULL;

  HeedPhrases *phrases = g_new0 (HeedPhrases, 1);
  phrases->root = json_object_ref (root);
  phrases->sentences = json_object_get_object_member (root, "phrases");
  phrases->dates = json_object_get_object_member (root, "dates");
  phrases->money = json_object_get_object_member (root, "money");
  JsonObject *grammar = json_object_get_object_member (root, "grammar");
  phrases->plural = json_object_get_string_member (grammar, "plural");
  phrases->is_rtl = g_str_equal (json_object_get_string_member (grammar, "direction"), "rtl");
  return phrases;
}

void
heed_phrases_free (HeedPhrases *phrases)
{
  if (phrases == NULL)
    return;
  json_object_unref (phrases->root);
  g_free (phrases);
}

/* The files are part of the program, so what is wrong in one is a bug and ends the program. */
static HeedPhrases *
load (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("phrases/", file, NULL);
  g_autoptr (GBytes) bytes = heed_data_lookup (name, &error);
  HeedPhrases *phrases = bytes != NULL ? heed_phrases_new_from_json (name, g_bytes_get_data (bytes, NULL),
                                                                     (gssize) g_bytes_get_size (bytes), &error)
                                       : NULL;

  if (phrases == NULL)
    g_error ("%s", error->message);
  return phrases;
}

static void
load_all (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  g_auto (GStrv) files = heed_data_list ("phrases");
  languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; files[i] != NULL; i++)
    g_hash_table_insert (languages, g_strndup (files[i], strcspn (files[i], ".")), load (files[i]));
  g_once_init_leave (&once, 1);
}

/** heed_phrases_knows: whether there are sentences in @language, an ISO 639-1 code. */
gboolean
heed_phrases_knows (const char *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  load_all ();
  return g_hash_table_contains (languages, language);
}

static int
compare_names (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

/** heed_phrases_list_languages: (transfer full): the codes of the languages there are, sorted. */
char **
heed_phrases_list_languages (void)
{
  load_all ();

  guint count;
  char **names = (char **) g_hash_table_get_keys_as_array (languages, &count);
  for (guint i = 0; i < count; i++)
    names[i] = g_strdup (names[i]);
  qsort (names, count, sizeof (char *), compare_names);
  return names;
}

/**
 * heed_phrases_get: the sentences of one language.
 *
 * Returns: (transfer none): %HEED_ERROR_NOT_FOUND, naming the known ones, when there are none
 */
const HeedPhrases *
heed_phrases_get (const char *language, GError **error)
{
  g_return_val_if_fail (language != NULL, NULL);

  load_all ();
  const HeedPhrases *phrases = g_hash_table_lookup (languages, language);
  if (phrases == NULL)
    {
      g_auto (GStrv) names = heed_phrases_list_languages ();
      g_autofree char *known = g_strjoinv (", ", names);
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                   _ ("There are no sentences in the language “%s” yet. Choose one of: %s."), language, known);
    }
  return phrases;
}

/** heed_phrases_get_word: (transfer none): a word of a group such as "channels"; @word itself where there is none. */
const char *
heed_phrases_get_word (const HeedPhrases *phrases, const char *group, const char *word)
{
  g_return_val_if_fail (phrases != NULL && group != NULL && word != NULL, NULL);

  JsonObject *words = json_object_get_object_member (phrases->root, group);
  return json_object_get_string_member_with_default (words, word, word);
}

static char **
dup_array (JsonArray *array)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;
  char **strings = g_new0 (char *, length + 1);

  for (guint i = 0; i < length; i++)
    strings[i] = g_strdup (json_array_get_string_element (array, i));
  return strings;
}

/**
 * heed_phrases_dup_wordings: the ways to say something, from long to short.
 * @key: such as "want"
 *
 * Returns: (transfer full): empty where this tone leaves it unsaid
 */
char **
heed_phrases_dup_wordings (const HeedPhrases *phrases, const char *key, HeedTone tone)
{
  g_return_val_if_fail (phrases != NULL && key != NULL && (guint) tone < G_N_ELEMENTS (tone_words), NULL);

  JsonNode *node = json_object_get_member (phrases->sentences, key);
  g_return_val_if_fail (node != NULL, g_new0 (char *, 1));

  if (JSON_NODE_HOLDS_ARRAY (node))
    return dup_array (json_node_get_array (node));
  return dup_array (json_object_get_array_member (json_node_get_object (node), tone_words[tone]));
}

/**
 * heed_phrases_dup_counted: the ways to say something of a number of things, from long to short.
 * @key: such as "attempts_count"
 *
 * Returns: (transfer full): in the form that the language has for this number
 */
char **
heed_phrases_dup_counted (const HeedPhrases *phrases, const char *key, guint count)
{
  g_return_val_if_fail (phrases != NULL && key != NULL, NULL);

  JsonObject *forms = json_object_get_object_member (phrases->sentences, key);
  g_return_val_if_fail (forms != NULL, g_new0 (char *, 1));
  return dup_array (json_object_get_array_member (forms, heed_plural_choose (phrases->plural, count)));
}

/** heed_phrases_is_rtl: whether the language is written from right to left. */
gboolean
heed_phrases_is_rtl (const HeedPhrases *phrases)
{
  g_return_val_if_fail (phrases != NULL, FALSE);
  return phrases->is_rtl;
}

/** heed_phrases_dup_list: (transfer full): a list of words such as "request_words"; empty where the language has none.
 */
char **
heed_phrases_dup_list (const HeedPhrases *phrases, const char *name)
{
  g_return_val_if_fail (phrases != NULL && name != NULL, NULL);

  if (!json_object_has_member (phrases->root, name))
    return g_new0 (char *, 1);
  return dup_array (json_object_get_array_member (phrases->root, name));
}

/* The names and values of a call, in a table. */
static GHashTable *
collect (va_list args)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  /* The analyser of clang 14 does not see that va_start() has set it up. */
  /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
  for (const char *name = va_arg (args, const char *); name != NULL; name = va_arg (args, const char *))
    /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
    g_hash_table_insert (values, (gpointer) name, va_arg (args, char *));
  return values;
}

/* Whether the sign behind a value ends what the value has ended already, as the stop behind "Anna R." would. */
static gboolean
is_ended (const char *value, char sign)
{
  gunichar end = strchr (".!?", sign) != NULL ? heed_shorten_get_end (value) : 0;

  return end != 0 && sign != '\0' && (sign == '.' || end == (gunichar) sign);
}

/* @phrases is NULL where the values are put in as they are. */
static char *
fill (const HeedPhrases *phrases, const char *wording, GHashTable *values)
{
  GString *filled = g_string_new (NULL);

  for (const char *at = wording; *at != '\0'; at++)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;
      const char *value = name != NULL ? g_hash_table_lookup (values, name) : NULL;
      if (value == NULL)
        {
          g_string_append_c (filled, *at);
          continue;
        }
      g_autofree char *isolated = phrases != NULL ? heed_phrases_isolate (phrases, value) : g_strdup (value);
      g_string_append (filled, isolated);
      at = is_ended (value, end[1]) ? end + 1 : end;
    }
  return g_string_free (filled, FALSE);
}

/**
 * heed_phrases_fill: puts values into a wording.
 * @wording: such as "Since {date}."
 * @...: names and values, ended by %NULL; values are put in as they are, "{…}" in them stays
 *
 * Returns: (transfer full): the sentence
 */
char *
heed_phrases_fill (const char *wording, ...)
{
  g_return_val_if_fail (wording != NULL, NULL);

  va_list args;
  va_start (args, wording);
  g_autoptr (GHashTable) values = collect (args);
  va_end (args);
  return fill (NULL, wording, values);
}

/**
 * heed_phrases_say: the same, with each value that runs against the direction of the language isolated.
 *
 * For what people and companies wrote: names, numbers, texts. What was put together of such already is for
 * heed_phrases_fill().
 */
char *
heed_phrases_say (const HeedPhrases *phrases, const char *wording, ...)
{
  g_return_val_if_fail (phrases != NULL && wording != NULL, NULL);

  va_list args;
  va_start (args, wording);
  g_autoptr (GHashTable) values = collect (args);
  va_end (args);
  return fill (phrases, wording, values);
}

/** heed_phrases_isolate: (transfer full): @value, isolated where it runs against the direction of the language. */
char *
heed_phrases_isolate (const HeedPhrases *phrases, const char *value)
{
  g_return_val_if_fail (phrases != NULL && value != NULL, NULL);

  return heed_bidi_needs_isolation (value, phrases->is_rtl) ? heed_bidi_isolate (value) : g_strdup (value);
}

/** heed_tone_from_string: reads "friendly", "firm" or "final"; %FALSE when @word is none of them. */
gboolean
heed_tone_from_string (const char *word, HeedTone *tone)
{
  guint index;

  g_return_val_if_fail (tone != NULL, FALSE);

  if (!heed_word_find (tone_words, G_N_ELEMENTS (tone_words), word, &index))
    return FALSE;
  *tone = index;
  return TRUE;
}
