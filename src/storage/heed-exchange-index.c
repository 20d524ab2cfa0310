/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-index.h"

#include <glib/gi18n.h>

#include "heed-database.h"
#include "heed-error.h"

/* Beyond so many words a description of a problem says nothing new, and a search would take long. */
#define MAX_WORDS 64

/* So many of the most alike are looked at; those much less alike than the best one are left out. */
#define MAX_CANDIDATES 40
#define MIN_RELATIVE_SCORE 0.7

struct _HeedExchangeIndex
{
  HeedDatabase *database;
};

void
heed_similar_free (HeedSimilar *similar)
{
  if (similar == NULL)
    return;
  g_free (similar->company);
  g_free (similar->customer);
  g_free (similar->reply);
  g_free (similar->url);
  g_free (similar);
}

/**
 * heed_exchange_index_new: an index of posts that lasts as long as the program.
 *
 * SQLite keeps it in a temporary file that nobody else can open and that is gone with the program, however it ends;
 * memory does not grow with the texts.
 *
 * Returns: (transfer full)
 */
HeedExchangeIndex *
heed_exchange_index_new (GError **error)
{
  g_autoptr (HeedDatabase) database = heed_database_open ("", 0, error);

  if (database == NULL
      || !heed_database_execute (database,
                                 "PRAGMA journal_mode = OFF;"
                                 "PRAGMA synchronous = OFF;"
                                 "PRAGMA secure_delete = OFF;"
                                 "PRAGMA cache_size = -65536;"
                                 "CREATE TABLE posts (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, author TEXT "
                                 "NOT NULL COLLATE NOCASE, from_company INTEGER NOT NULL, at INTEGER NOT NULL, text "
                                 "TEXT NOT NULL, url TEXT);"
                                 "CREATE TABLE links (child INTEGER NOT NULL, parent TEXT NOT NULL);"
                                 "CREATE VIRTUAL TABLE words USING fts5 (customer, reply, content = '', "
                                 "tokenize = 'porter unicode61 remove_diacritics 2');"
                                 "BEGIN",
                                 error))
    return NULL;

  HeedExchangeIndex *self = g_new0 (HeedExchangeIndex, 1);
  self->database = g_steal_pointer (&database);
  return self;
}

void
heed_exchange_index_free (HeedExchangeIndex *index)
{
  if (index == NULL)
    return;
  heed_database_free (index->database);
  g_free (index);
}

/** heed_exchange_index_add: takes in one post, in any order; of those with one id the first counts. */
gboolean
heed_exchange_index_add (HeedExchangeIndex *self, const HeedPost *post, GError **error)
{
  g_return_val_if_fail (self != NULL && post != NULL && post->id != NULL && post->author != NULL, FALSE);

  g_autoptr (HeedStatement) insert = heed_database_prepare (
    self->database, "INSERT OR IGNORE INTO posts (id, author, from_company, at, text, url) VALUES (?, ?, ?, ?, ?, ?)",
    error);
  g_autoptr (HeedStatement)
    link = heed_database_prepare (self->database, "INSERT INTO links (child, parent) VALUES (?, ?)", error);
  if (insert == NULL || link == NULL)
    return FALSE;

  heed_statement_bind_text (insert, post->id);
  heed_statement_bind_text (insert, post->author);
  heed_statement_bind_int (insert, post->from_company);
  heed_statement_bind_int (insert, post->created_at);
  heed_statement_bind_text (insert, post->text != NULL ? post->text : "");
  heed_statement_bind_text (insert, post->url);
  if (!heed_statement_run (insert, error))
    return FALSE;
  if (heed_database_get_changes (self->database) == 0)
    return TRUE;
  gint64 number = heed_database_get_last_id (self->database);
  for (char **parent = post->parents; parent != NULL && *parent != NULL; parent++)
    {
      heed_statement_bind_int (link, number);
      heed_statement_bind_text (link, *parent);
      if (!heed_statement_run (link, error))
        return FALSE;
    }
  return TRUE;
}

/* What a person typed as words of which any may occur: in quotes nothing is an operator of the search. */
static char *
dup_query (const char *problem)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) query = g_string_new (NULL);

  for (const char *c = problem; *c != '\0' && g_hash_table_size (seen) < MAX_WORDS;)
    {
      const char *start = c;

      while (*c != '\0' && (g_unichar_isalnum (g_utf8_get_char (c)) || g_unichar_ismark (g_utf8_get_char (c))))
        c = g_utf8_next_char (c);
      g_autofree char *word = g_utf8_strdown (start, c - start);
      if (word[0] != '\0' && g_hash_table_add (seen, g_strdup (word)))
        g_string_append_printf (query, "%s\"%s\"", query->len > 0 ? " OR " : "", word);
      if (*c != '\0')
        c = g_utf8_next_char (c);
    }
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

/* Which customer's message was answered first by which reply of the company, and the words of both. */
static gboolean
link_exchanges (HeedExchangeIndex *self, const char *company, GError **error)
{
  if (!heed_database_execute (self->database,
                              "CREATE INDEX links_by_parent ON links (parent);"
                              "CREATE TABLE exchanges (message INTEGER PRIMARY KEY, reply INTEGER NOT NULL)",
                              error))
    return FALSE;

  g_autoptr (HeedStatement) statement = heed_database_prepare (
    self->database,
    "INSERT INTO exchanges SELECT message, reply FROM (SELECT message.number AS message, reply.number AS reply, "
    "min (reply.at) FROM posts AS reply JOIN links ON links.child = reply.number "
    "JOIN posts AS message ON message.id = links.parent WHERE reply.from_company AND NOT message.from_company "
    "AND message.author != reply.author AND (?1 IS NULL OR reply.author = ?1) GROUP BY message.number)",
    error);
  if (statement == NULL)
    return FALSE;
  heed_statement_bind_text (statement, company);
  return heed_statement_run (statement, error)
         && heed_database_execute (self->database,
                                   "INSERT INTO words (rowid, customer, reply) SELECT message.number, message.text, "
                                   "reply.text FROM exchanges JOIN posts AS message ON message.number = message "
                                   "JOIN posts AS reply ON reply.number = reply;"
                                   "COMMIT",
                                   error);
}

static gboolean
has_company (HeedExchangeIndex *self, const char *company, gboolean *has, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    self->database, "SELECT 1 FROM posts WHERE from_company AND author = ? LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_text (statement, company);
  *has = heed_statement_next (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* One exchange that is alike, before what became of it is known. */
typedef struct
{
  gint64 message;
  gint64 reply;
  double score;
} Candidate;

static GArray *
find_candidates (HeedExchangeIndex *self, const char *query, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    self->database,
    "SELECT words.rowid, exchanges.reply, -bm25 (words, 1.0, 0.4) AS score FROM words JOIN exchanges ON "
    "exchanges.message = words.rowid WHERE words MATCH ? ORDER BY score DESC, words.rowid LIMIT ?",
    error);
  if (statement == NULL)
    return NULL;
  heed_statement_bind_text (statement, query);
  heed_statement_bind_int (statement, MAX_CANDIDATES);
  while (heed_statement_next (statement, &failure))
    {
      Candidate candidate;

      candidate.message = heed_statement_take_int (statement);
      candidate.reply = heed_statement_take_int (statement);
      candidate.score = heed_statement_take_double (statement);
      if (candidates->len > 0 && candidate.score < MIN_RELATIVE_SCORE * g_array_index (candidates, Candidate, 0).score)
        break;
      g_array_append_val (candidates, candidate);
    }
  if (failure == NULL)
    return g_steal_pointer (&candidates);
  g_propagate_error (error, failure);
  return NULL;
}

/* Follows the conversation below the first reply: where the customer thanks, what it thanks for is what helped. */
static gboolean
find_thanks (HeedExchangeIndex *self, Candidate *candidate, HeedIsThanks is_thanks, gpointer user_data,
             gboolean *thanked, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    self->database,
    "WITH RECURSIVE below (number, parent) AS (SELECT ?2, ?1 UNION SELECT links.child, below.number FROM below "
    "JOIN posts AS upper ON upper.number = below.number JOIN links ON links.parent = upper.id LIMIT 200) "
    "SELECT post.text, parent.number, parent.from_company FROM below JOIN posts AS post ON post.number = below.number "
    "JOIN posts AS parent ON parent.number = below.parent, posts AS message WHERE message.number = ?1 "
    "AND post.author = message.author AND NOT post.from_company AND post.number != ?1 ORDER BY post.at, post.number",
    error);
  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, candidate->message);
  heed_statement_bind_int (statement, candidate->reply);
  *thanked = FALSE;
  while (!*thanked && heed_statement_next (statement, &failure))
    {
      g_autofree char *text = heed_statement_take_text (statement);
      gint64 parent = heed_statement_take_int (statement);
      gboolean by_company = heed_statement_take_int (statement) != 0;

      *thanked = is_thanks (text, user_data);
      if (*thanked && by_company)
        candidate->reply = parent;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static HeedSimilar *
load_similar (HeedExchangeIndex *self, const Candidate *candidate, gboolean thanked, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    self->database,
    "SELECT reply.author, message.text, reply.text, reply.url, reply.at FROM posts AS message, posts AS reply "
    "WHERE message.number = ? AND reply.number = ?",
    error);
  if (statement == NULL)
    return NULL;
  heed_statement_bind_int (statement, candidate->message);
  heed_statement_bind_int (statement, candidate->reply);
  if (!heed_statement_next (statement, error))
    return NULL;

  HeedSimilar *similar = g_new0 (HeedSimilar, 1);
  similar->company = heed_statement_take_text (statement);
  similar->customer = heed_statement_take_text (statement);
  similar->reply = heed_statement_take_text (statement);
  similar->url = heed_statement_take_text (statement);
  similar->at = heed_statement_take_int (statement);
  similar->thanked = thanked;
  similar->score = candidate->score;
  return similar;
}

static int
compare_similar (gconstpointer a, gconstpointer b)
{
  const HeedSimilar *first = *(HeedSimilar *const *) a, *second = *(HeedSimilar *const *) b;

  if (first->thanked != second->thanked)
    return first->thanked ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->at > second->at ? -1 : first->at < second->at;
}

static GPtrArray *
load_all (HeedExchangeIndex *self, GArray *candidates, HeedIsThanks is_thanks, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_similar_free);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gboolean thanked;

      if (!find_thanks (self, candidate, is_thanks, user_data, &thanked, error))
        return NULL;
      /* Two messages of one conversation may have been helped by one reply. */
      if (!g_hash_table_add (shown, g_memdup2 (&candidate->reply, sizeof candidate->reply)))
        continue;
      HeedSimilar *similar = load_similar (self, candidate, thanked, error);
      if (similar == NULL)
        return NULL;
      g_ptr_array_add (found, similar);
    }
  g_ptr_array_sort (found, compare_similar);
  return g_steal_pointer (&found);
}

/**
 * heed_exchange_index_search: the exchanges most like a problem (S14, S15).
 * @company: (nullable): only this one's replies, in any case
 * @problem: what a person wrote; none of it is taken for the language of the search
 * @n: at most so many
 * @is_thanks: tells from a customer's message whether it ended well (S54)
 *
 * Both the customer's words and, less, those of the reply count. To be called once, after all posts were added.
 *
 * Returns: (transfer full) (element-type HeedSimilar): those that ended well first, then the most alike; may be empty.
 *   %NULL with %HEED_ERROR_REFUSED where @problem has no word, %HEED_ERROR_NOT_FOUND where there is no such company
 */
GPtrArray *
heed_exchange_index_search (HeedExchangeIndex *self, const char *company, const char *problem, guint n,
                            HeedIsThanks is_thanks, gpointer user_data, GError **error)
{
  g_return_val_if_fail (self != NULL && problem != NULL && is_thanks != NULL, NULL);

  g_autofree char *query = dup_query (problem);
  gboolean has = TRUE;
  if (query == NULL)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("There is no word to look for. Say in a few words what is wrong."));
      return NULL;
    }
  if (company != NULL && !has_company (self, company, &has, error))
    return NULL;
  if (!has)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                   _ ("There is no company “%s” in this archive; “heedctl check --archive” lists those there are."),
                   company);
      return NULL;
    }
  g_autoptr (GArray) candidates = link_exchanges (self, company, error) ? find_candidates (self, query, error) : NULL;
  GPtrArray *found = candidates != NULL ? load_all (self, candidates, is_thanks, user_data, error) : NULL;
  if (found != NULL && found->len > n)
    g_ptr_array_set_size (found, n);
  return found;
}
