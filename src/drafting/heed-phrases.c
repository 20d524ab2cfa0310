/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-phrases.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "heed-data.h"
#include "heed-error.h"
#include "heed-word.h"

struct _HeedPhrases
{
  JsonParser *parser;
  JsonObject *root;
};

static const char *const tone_words[] = {
  [HEED_TONE_FRIENDLY] = "friendly",
  [HEED_TONE_FIRM] = "firm",
  [HEED_TONE_FINAL] = "final",
};

static GHashTable *languages; /* code → HeedPhrases */

/* The files are part of the program, so what is wrong in one is a bug and ends the program. */
static HeedPhrases *
load (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("phrases/", file, NULL);
  g_autoptr (GBytes) bytes = heed_data_lookup (name, &error);
  HeedPhrases *phrases = g_new0 (HeedPhrases, 1);

  phrases->parser = json_parser_new ();
  if (bytes == NULL
      || !json_parser_load_from_data (phrases->parser, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", name, error->message);
  phrases->root = json_node_get_object (json_parser_get_root (phrases->parser));
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

  JsonObject *all = json_object_get_object_member (phrases->root, "phrases");
  JsonNode *node = json_object_get_member (all, key);
  g_return_val_if_fail (node != NULL, g_new0 (char *, 1));

  if (JSON_NODE_HOLDS_ARRAY (node))
    return dup_array (json_node_get_array (node));
  return dup_array (json_object_get_array_member (json_node_get_object (node), tone_words[tone]));
}

/** heed_phrases_dup_list: (transfer full): a list of words such as "unkind"; empty where the language has none. */
char **
heed_phrases_dup_list (const HeedPhrases *phrases, const char *name)
{
  g_return_val_if_fail (phrases != NULL && name != NULL, NULL);

  if (!json_object_has_member (phrases->root, name))
    return g_new0 (char *, 1);
  return dup_array (json_object_get_array_member (phrases->root, name));
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

  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  va_list args;
  va_start (args, wording);
  /* The analyser of clang 14 does not see that va_start() sets it up. */
  /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
  for (const char *name = va_arg (args, const char *); name != NULL; name = va_arg (args, const char *))
    /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
    g_hash_table_insert (values, (gpointer) name, va_arg (args, char *));
  va_end (args);

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
      g_string_append (filled, value);
      at = end;
    }
  return g_string_free (filled, FALSE);
}

static GDateTime *
to_date (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);

  if (utc == NULL)
    return NULL;
  return zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
}

static const char *
get_month (const HeedPhrases *phrases, const char *list, GDateTime *date)
{
  return json_array_get_string_element (json_object_get_array_member (phrases->root, list),
                                        (guint) g_date_time_get_month (date) - 1);
}

static char *
format_date (const HeedPhrases *phrases, const char *form, GDateTime *date)
{
  g_autofree char *day = g_strdup_printf ("%d", g_date_time_get_day_of_month (date));
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (date));

  return heed_phrases_fill (json_object_get_string_member (phrases->root, form), "day", day, "month",
                            get_month (phrases, "months", date), "month_short",
                            get_month (phrases, "months_short", date), "year", year, NULL);
}

/** heed_phrases_format_date: (transfer full): a short date; the year is said where it is not that of @now. */
char *
heed_phrases_format_date (const HeedPhrases *phrases, gint64 time, GTimeZone *zone, gint64 now)
{
  g_return_val_if_fail (phrases != NULL, NULL);

  g_autoptr (GDateTime) date = to_date (time, zone);
  g_autoptr (GDateTime) today = to_date (now, zone);
  if (date == NULL || today == NULL)
    return g_strdup ("");

  gboolean this_year = g_date_time_get_year (date) == g_date_time_get_year (today);
  return format_date (phrases, this_year ? "date_short" : "date_short_year", date);
}

/** heed_phrases_format_long_date: (transfer full): a date in full; %NULL for @zone is UTC. */
char *
heed_phrases_format_long_date (const HeedPhrases *phrases, gint64 time, GTimeZone *zone)
{
  g_return_val_if_fail (phrases != NULL, NULL);

  g_autoptr (GDateTime) date = to_date (time, zone);
  return date != NULL ? format_date (phrases, "date", date) : g_strdup ("");
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
