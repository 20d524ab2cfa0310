/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-snippet-records.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-database.h"
#include "heed-error.h"

/* What is pasted brings ends of lines of other systems, and signs that nobody sees and some networks refuse. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);
      const GUnicodeType type = g_unichar_type (character);

      if ((character == '\r' && at[1] != '\n') || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        g_string_append_c (clean, '\n');
      else if (character == '\n' || character == '\t' || !g_unichar_iscntrl (character))
        g_string_append_unichar (clean, character);
    }
  return g_strchomp (g_string_free (clean, FALSE));
}

/* One line, with single spaces. */
static char *
clean_name (const char *name)
{
  g_autofree char *text = clean_text (name);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (clean, "%s%s", clean->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static void
mend (HeedSnippet *snippet)
{
  char *name = clean_name (snippet->name);
  char *text = clean_text (snippet->text);

  g_free (snippet->name);
  snippet->name = name;
  g_free (snippet->text);
  snippet->text = text;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
check_words (const HeedSnippet *snippet, GError **error)
{
  const glong name_length = g_utf8_strlen (snippet->name, -1);
  const glong text_length = g_utf8_strlen (snippet->text, -1);
  g_autofree char *sentence = NULL;

  if (name_length == 0)
    return refuse (error, _ ("Give it a name, to find it by."));
  if (snippet->text[strspn (snippet->text, " \t\n")] == '\0')
    return refuse (error, _ ("Write the text that it puts into a message."));
  if (name_length > HEED_SNIPPET_MOST_NAME)
    sentence = g_strdup_printf (ngettext ("The name has %1$d character; shorten it to %2$d.",
                                          "The name has %1$d characters; shorten it to %2$d.", (gulong) name_length),
                                (int) name_length, HEED_SNIPPET_MOST_NAME);
  else if (text_length > HEED_SNIPPET_MOST_TEXT)
    sentence = g_strdup_printf (ngettext ("The text has %1$d character; shorten it to %2$d, or make several of it.",
                                          "The text has %1$d characters; shorten it to %2$d, or make several of it.",
                                          (gulong) text_length),
                                (int) text_length, HEED_SNIPPET_MOST_TEXT);
  return sentence == NULL || refuse (error, sentence);
}

static char *
dup_key (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal, -1);
}

/* Two of one name could not be told apart. */
static gboolean
check_name (HeedDatabase *database, const HeedSnippet *snippet, GError **error)
{
  GError *failure = NULL;
  g_autofree char *key = dup_key (snippet->name);
  g_autoptr (HeedStatement)
    statement = heed_database_prepare (database, "SELECT name FROM snippets WHERE id <> ?", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, snippet->id);
  while (heed_statement_next (statement, &failure))
    {
      g_autofree char *name = heed_statement_take_text (statement);
      g_autofree char *other = dup_key (name);

      if (g_str_equal (key, other))
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                       _ ("There is a snippet called “%s” already. Give one of the two another name."), name);
          return FALSE;
        }
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/**
 * heed_snippet_records_save: stores a snippet, in the place of the one that has its id.
 *
 * @snippet is given its id, and its texts as they are stored: without control characters. Fails with
 * %HEED_ERROR_REFUSED and a sentence for the person when a text is missing or too long, or the name is taken.
 */
gboolean
heed_snippet_records_save (HeedDatabase *database, HeedSnippet *snippet, GError **error)
{
  g_return_val_if_fail (database != NULL && snippet != NULL, FALSE);

  mend (snippet);
  if (!check_words (snippet, error) || !check_name (database, snippet, error))
    return FALSE;
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "INSERT INTO snippets (id, name, text, language, is_private) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text, language = excluded.language, "
    "is_private = excluded.is_private",
    error);
  if (statement == NULL)
    return FALSE;
  heed_statement_bind_id (statement, snippet->id);
  heed_statement_bind_text (statement, snippet->name);
  heed_statement_bind_text (statement, snippet->text);
  heed_statement_bind_text (statement, snippet->language);
  heed_statement_bind_int (statement, snippet->is_private);
  if (!heed_statement_run (statement, error))
    return FALSE;
  if (snippet->id == 0)
    snippet->id = heed_database_get_last_id (database);
  return TRUE;
}

/** heed_snippet_records_delete: forgets a snippet, or fails with %HEED_ERROR_NOT_FOUND. */
gboolean
heed_snippet_records_delete (HeedDatabase *database, gint64 id, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, "DELETE FROM snippets WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, id);
  if (!heed_statement_run (statement, error))
    return FALSE;
  if (heed_database_get_changes (database) > 0)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND, _ ("That snippet is gone already; there is nothing to do."));
  return FALSE;
}

/** heed_snippet_records_load_all: (transfer full) (element-type HeedSnippet): every snippet, oldest first. */
GPtrArray *
heed_snippet_records_load_all (HeedDatabase *database, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) snippets = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_snippet_free);
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database, "SELECT id, name, text, language, is_private FROM snippets ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  while (heed_statement_next (statement, &failure))
    {
      HeedSnippet *snippet = g_new0 (HeedSnippet, 1);

      snippet->id = heed_statement_take_int (statement);
      snippet->name = heed_statement_take_text (statement);
      snippet->text = heed_statement_take_text (statement);
      snippet->language = heed_statement_take_text (statement);
      snippet->is_private = heed_statement_take_int (statement) != 0;
      g_ptr_array_add (snippets, snippet);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&snippets);
}
