/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A classifier from its word lists to its end; heed-classifier-read.c reads with it. */

#include <stdlib.h>
#include <string.h>

#include "heed-classifier-private.h"
#include "heed-data.h"

#define FOLDER "lexicons"
#define LANGUAGES "languages.json"

/* Where two languages have as many words of a text, it is taken to be in the one read first. */
#define FIRST "en.json"

void
heed_classifier_free (HeedClassifier *classifier)
{
  if (classifier == NULL)
    return;
  g_ptr_array_unref (classifier->finders);
  g_ptr_array_unref (classifier->hours);
  g_ptr_array_unref (classifier->customers.confirms);
  g_ptr_array_unref (classifier->customers.thanks);
  heed_phrase_screen_free (classifier->confirms);
  heed_phrase_screen_free (classifier->thanks);
  g_ptr_array_unref (classifier->languages);
  heed_vocabulary_free (classifier->vocabulary);
  g_free (classifier);
}

static HeedClassifier *
new_empty (void)
{
  HeedClassifier *self = g_new0 (HeedClassifier, 1);

  self->vocabulary = heed_vocabulary_new ();
  self->finders = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_phrase_finder_free);
  self->hours = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_hours_words_free);
  self->customers.confirms = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_phrase_finder_free);
  self->customers.thanks = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_phrase_finder_free);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gboolean
add_lexicon (HeedClassifier *self, const char *name, JsonObject *object, GError **error)
{
  HeedHoursWords *hours = NULL;
  HeedPhraseFinder *finder = heed_reply_lexicon_read (self->vocabulary, self->languages, &self->customers, &hours, name,
                                                      object, error);

  if (finder == NULL)
    return FALSE;
  g_ptr_array_add (self->finders, finder);
  g_ptr_array_add (self->hours, hours);
  return TRUE;
}

static JsonObject *
get_object (JsonParser *parser)
{
  return json_node_get_object (json_parser_get_root (parser));
}

static void
seal_all (GPtrArray *finders)
{
  for (guint i = 0; i < finders->len; i++)
    heed_phrase_finder_seal (g_ptr_array_index (finders, i));
}

static void
seal (HeedClassifier *self)
{
  heed_vocabulary_seal (self->vocabulary);
  seal_all (self->customers.confirms);
  seal_all (self->customers.thanks);
  self->confirms = heed_phrase_screen_new (self->vocabulary, self->customers.confirms);
  self->thanks = heed_phrase_screen_new (self->vocabulary, self->customers.thanks);
}

/**
 * heed_classifier_new_for_lexicons: a classifier that knows the phrases of some languages, and no other language.
 * @lexicons: word lists, each of another language
 *
 * Returns: (transfer full): %NULL with %HEED_ERROR_MALFORMED, naming file, entry and reason, for a broken list
 */
HeedClassifier *
heed_classifier_new_for_lexicons (const HeedLexiconText *lexicons, guint n_lexicons, GError **error)
{
  g_return_val_if_fail (lexicons != NULL || n_lexicons == 0, NULL);

  g_autoptr (HeedClassifier) self = new_empty ();
  for (guint i = 0; i < n_lexicons; i++)
    {
      const HeedLexiconText *text = &lexicons[i];
      g_autoptr (JsonParser) parser = heed_reply_lexicon_parse (text->name, text->json, text->length, error);

      if (parser == NULL || !add_lexicon (self, text->name, get_object (parser), error))
        return NULL;
    }
  seal (self);
  return g_steal_pointer (&self);
}

/**
 * heed_classifier_new_for_lexicon: a classifier that knows the phrases of one language, and no other.
 * @name: the file's name, for messages
 * @json: its text
 * @length: in bytes, -1 for zero-terminated
 *
 * Returns: (transfer full): as above
 */
HeedClassifier *
heed_classifier_new_for_lexicon (const char *name, const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (name != NULL && json != NULL, NULL);

  return heed_classifier_new_for_lexicons (&(HeedLexiconText){ name, json, length }, 1, error);
}

/* One of the word lists that come with Heed. Its file takes as long to parse as its words to add: one is parsed while
 * the one before it is added. */
typedef struct
{
  char *name;
  JsonParser *parser;
  GError *error;
  GThread *thread;
} List;

static gpointer
parse_list (gpointer data)
{
  List *list = data;
  g_autoptr (GBytes) bytes = heed_data_lookup (list->name, &list->error);
  gsize length;

  if (bytes == NULL)
    return NULL;
  const char *json = g_bytes_get_data (bytes, &length);
  list->parser = heed_reply_lexicon_parse (list->name, json, (gssize) length, &list->error);
  return NULL;
}

static void
list_begin (List *list, const char *file)
{
  list->name = g_strconcat (FOLDER "/", file, NULL);
  list->thread = g_thread_try_new ("heed-list", parse_list, list, NULL);
  if (list->thread == NULL)
    parse_list (list);
}

static void
list_wait (List *list)
{
  if (list->thread != NULL)
    g_thread_join (g_steal_pointer (&list->thread));
}

static void
list_clear (List *list)
{
  list_wait (list);
  g_free (list->name);
  g_clear_object (&list->parser);
  g_clear_error (&list->error);
}

static gboolean
add_list (HeedClassifier *self, List *list, GError **error)
{
  list_wait (list);
  if (list->parser == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&list->error));
      return FALSE;
    }
  if (g_str_equal (list->name, FOLDER "/" LANGUAGES))
    return heed_reply_lexicon_read_languages (self->vocabulary, self->languages, &self->customers, list->name,
                                              get_object (list->parser), error);
  return add_lexicon (self, list->name, get_object (list->parser), error);
}

/* The languages without a list are the last, so that those with one have the numbers of their finders. */
static int
compare_files (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  int order = (int) g_str_equal (second, FIRST) - (int) g_str_equal (first, FIRST);

  if (order == 0)
    order = (int) g_str_equal (first, LANGUAGES) - (int) g_str_equal (second, LANGUAGES);
  return order != 0 ? order : strcmp (first, second);
}

/**
 * heed_classifier_new: a classifier with the word lists that come with Heed.
 *
 * It can be used by several threads at once. Most callers want heed_classifier_get_default(), which loads them once.
 *
 * Returns: (transfer full): %NULL when a word list is broken
 */
HeedClassifier *
heed_classifier_new (GError **error)
{
  g_autoptr (HeedClassifier) self = new_empty ();
  g_auto (GStrv) files = heed_data_list (FOLDER);

  const guint n = g_strv_length (files);
  g_autoptr (GArray) lists = g_array_sized_new (FALSE, TRUE, sizeof (List), n);
  g_array_set_clear_func (lists, (GDestroyNotify) list_clear);
  g_array_set_size (lists, n);
  qsort (files, n, sizeof *files, compare_files);
  for (guint i = 0; i < n; i++)
    list_begin (&g_array_index (lists, List, i), files[i]);
  for (guint i = 0; i < n; i++)
    if (!add_list (self, &g_array_index (lists, List, i), error))
      return NULL;
  seal (self);
  return g_steal_pointer (&self);
}

/**
 * heed_classifier_get_default: the classifier of heed_classifier_new() that all share, in all threads.
 *
 * The first call loads it, which takes some hundredths of a second; others wait for it meanwhile.
 *
 * Returns: (transfer none): kept until the program ends; %NULL when a word list is broken
 */
const HeedClassifier *
heed_classifier_get_default (GError **error)
{
  static gsize is_loaded;
  static HeedClassifier *classifier;
  static GError *problem;

  if (g_once_init_enter (&is_loaded))
    {
      classifier = heed_classifier_new (&problem);
      g_once_init_leave (&is_loaded, 1);
    }
  if (classifier == NULL)
    g_propagate_error (error, g_error_copy (problem));
  return classifier;
}
