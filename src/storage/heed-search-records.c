/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-search-records.h"

#include "heed-database.h"

/* More words than anybody types, so that a pasted page is no work of minutes. */
#define MAX_WORDS 16

/* The newest entries of an index are looked at, and of these the latest by their own time are shown: ranking all would
 * take as long as the store is large, and who looks for something old types another letter. */
#define NEWEST(index)                                                                                                  \
  "SELECT rowid AS found, snippet (" index ", -1, char (2), char (3), '…', 14) AS words FROM " index " WHERE " index   \
  " MATCH ?1 ORDER BY rowid DESC LIMIT 50"

static const char *const queries[] = {
  [HEED_FOUND_CASE] = "WITH newest AS (" NEWEST (
    "cases_search") ") "
                    "SELECT id, 0, 0, NULL, title, company, NULL, words, created_at, 0 "
                    "FROM newest JOIN cases ON id = found ORDER BY created_at DESC, id DESC LIMIT ?2",
  [HEED_FOUND_REFERENCE] = "WITH newest AS (" NEWEST (
    "case_references_search") ") "
                              "SELECT cases.id, 0, 0, NULL, title, company, kind, words, created_at, is_private "
                              "FROM newest JOIN case_references AS reference ON reference.id = found "
                              "JOIN cases ON cases.id = case_id ORDER BY created_at DESC, found DESC LIMIT ?2",
  [HEED_FOUND_EVENT] = "WITH newest AS (" NEWEST (
    "events_search") ") "
                     "SELECT case_id, found, 0, NULL, title, company, NULL, words, at, 0 "
                     "FROM newest JOIN events ON events.id = found "
                     "JOIN cases ON cases.id = case_id ORDER BY at DESC, found DESC LIMIT ?2",
  [HEED_FOUND_POST] = "WITH newest AS (" NEWEST (
    "posts_search") ") "
                    "SELECT 0, 0, account_id, posts.id, coalesce (company, handle), coalesce (company, handle), "
                    "author_handle, words, posts.created_at, 0 "
                    "FROM newest JOIN posts ON posts.rowid = found "
                    "JOIN accounts ON accounts.id = account_id ORDER BY posts.created_at DESC, found DESC LIMIT ?2",
};

void
heed_found_free (HeedFound *found)
{
  if (found == NULL)
    return;
  g_free (found->post_id);
  g_free (found->title);
  g_free (found->company);
  g_free (found->detail);
  g_free (found->text);
  g_free (found);
}

static gboolean
is_of_word (const char *c)
{
  return g_unichar_isalnum (g_utf8_get_char (c)) || g_unichar_ismark (g_utf8_get_char (c));
}

/* Each word typed has to occur, if only as the beginning of one: "NB-47" is "nb" followed by what begins with "47".
 * Nothing but letters and digits gets into the query, so nothing in it is an operator. */
static char *
dup_query (const char *typed)
{
  g_autoptr (GString) query = g_string_new (NULL);
  guint n_words = 0;

  for (const char *c = typed; *c != '\0' && n_words < MAX_WORDS;)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (; *c != '\0' && !g_unichar_isspace (g_utf8_get_char (c)); c = g_utf8_next_char (c))
        if (is_of_word (c))
          g_string_append_unichar (word, g_utf8_get_char (c));
        else if (word->len > 0 && word->str[word->len - 1] != ' ')
          g_string_append_c (word, ' ');
      while (*c != '\0' && g_unichar_isspace (g_utf8_get_char (c)))
        c = g_utf8_next_char (c);
      if (word->len == 0)
        continue;
      g_string_append_printf (query, "%s\"%s\" *", n_words > 0 ? " " : "", g_strchomp (word->str));
      n_words++;
    }
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

static HeedFound *
take_found (HeedStatement *statement, HeedFoundKind kind)
{
  HeedFound *found = g_new0 (HeedFound, 1);

  found->kind = kind;
  found->case_id = heed_statement_take_int (statement);
  found->event_id = heed_statement_take_int (statement);
  found->account_id = heed_statement_take_int (statement);
  found->post_id = heed_statement_take_text (statement);
  found->title = heed_statement_take_text (statement);
  found->company = heed_statement_take_text (statement);
  found->detail = heed_statement_take_text (statement);
  found->text = heed_statement_take_text (statement);
  found->at = heed_statement_take_int (statement);
  found->is_private = heed_statement_take_int (statement) != 0;
  return found;
}

static gboolean
find_kind (HeedDatabase *database, HeedFoundKind kind, const char *query, guint most, GPtrArray *all, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, queries[kind], error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_text (statement, query);
  heed_statement_bind_int (statement, most);
  while (heed_statement_next (statement, &failure))
    g_ptr_array_add (all, take_found (statement, kind));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * heed_search_records_find: looks for what was typed in cases, references, timelines and the companies' conversations.
 * @typed: anything; every word of it has to occur in one place, at least as the beginning of a word, whatever its case
 *   and accents. Signs are no operators
 * @most: of each kind
 * @cancellable: (nullable): stops it between the kinds
 *
 * Returns: (transfer full) (element-type HeedFound): by kind, the latest first; empty when @typed has no word
 */
GPtrArray *
heed_search_records_find (HeedDatabase *database, const char *typed, guint most, GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (database != NULL && typed != NULL, NULL);

  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_found_free);
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *query = dup_query (valid);

  for (HeedFoundKind kind = 0; query != NULL && kind < HEED_N_FOUND; kind++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !find_kind (database, kind, query, most, all, error))
      return NULL;
  return g_steal_pointer (&all);
}
