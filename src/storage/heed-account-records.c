/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-account-records.h"

#include <glib/gi18n.h>

#include "heed-database.h"
#include "heed-error.h"

#define ACCOUNT_COLUMNS                                                                                                \
  "id, network, remote_id, handle, server, server_id, url, display_name, bio, proven_links, moved_to, created_at, "    \
  "last_post_at, automated, company, observed_at, cursor, sees_unanswered, caveats, is_sample"

#define POST_COLUMNS                                                                                                   \
  "id, parents, author, author_handle, addressees, text, url, language, created_at, from_company, found_by_answer, "   \
  "pinned"

/** heed_observation_new: (transfer full): an account nobody looked at yet; takes @account. */
HeedObservation *
heed_observation_new (HeedAccount *account)
{
  g_return_val_if_fail (account != NULL, NULL);

  HeedObservation *observation = g_new0 (HeedObservation, 1);
  observation->account = account;
  return observation;
}

void
heed_observation_free (HeedObservation *observation)
{
  if (observation == NULL)
    return;
  g_free (observation->company);
  heed_account_free (observation->account);
  g_free (observation->cursor);
  g_strfreev (observation->caveats);
  g_free (observation);
}

static void
bind_observation (HeedStatement *statement, const HeedObservation *observation)
{
  const HeedAccount *account = observation->account;

  heed_statement_bind_id (statement, observation->account_id);
  heed_statement_bind_text (statement, account->network);
  heed_statement_bind_text (statement, account->id);
  heed_statement_bind_text (statement, account->handle);
  heed_statement_bind_text (statement, account->server);
  heed_statement_bind_text (statement, account->server_id);
  heed_statement_bind_text (statement, account->url);
  heed_statement_bind_text (statement, account->display_name);
  heed_statement_bind_text (statement, account->bio);
  heed_statement_bind_list (statement, account->proven_links);
  heed_statement_bind_text (statement, account->moved_to);
  heed_statement_bind_int (statement, account->created_at);
  heed_statement_bind_int (statement, account->last_post_at);
  heed_statement_bind_int (statement, account->automated);
  heed_statement_bind_text (statement, observation->company);
  heed_statement_bind_int (statement, observation->observed_at);
  heed_statement_bind_text (statement, observation->cursor);
  heed_statement_bind_int (statement, observation->sees_unanswered);
  heed_statement_bind_list (statement, observation->caveats);
  heed_statement_bind_int (statement, observation->is_sample);
}

/**
 * heed_account_records_save: stores an account as it was seen now; the network and its stable id say which one it is.
 *
 * @observation is given its account_id. A missing company name or cursor keeps the one that is stored.
 */
gboolean
heed_account_records_save (HeedDatabase *database, HeedObservation *observation, GError **error)
{
  g_return_val_if_fail (database != NULL && observation != NULL, FALSE);

  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "INSERT INTO accounts (" ACCOUNT_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (network, remote_id) DO UPDATE SET handle = excluded.handle, server = excluded.server, "
    "server_id = excluded.server_id, url = excluded.url, display_name = excluded.display_name, bio = excluded.bio, "
    "proven_links = excluded.proven_links, moved_to = excluded.moved_to, created_at = excluded.created_at, "
    "last_post_at = excluded.last_post_at, automated = excluded.automated, "
    "company = coalesce (excluded.company, company), observed_at = excluded.observed_at, "
    "cursor = coalesce (excluded.cursor, cursor), sees_unanswered = excluded.sees_unanswered, "
    "caveats = excluded.caveats, is_sample = excluded.is_sample "
    "RETURNING id",
    error);
  if (statement == NULL)
    return FALSE;

  bind_observation (statement, observation);
  if (!heed_statement_next (statement, error))
    return FALSE;
  observation->account_id = heed_statement_take_int (statement);
  /* A statement with RETURNING is done once it was stepped to its end. */
  return heed_statement_run (statement, error);
}

static HeedObservation *
take_observation (HeedStatement *statement)
{
  HeedAccount *account = heed_account_new ();
  HeedObservation *observation = heed_observation_new (account);

  observation->account_id = heed_statement_take_int (statement);
  account->network = heed_statement_take_text (statement);
  account->id = heed_statement_take_text (statement);
  account->handle = heed_statement_take_text (statement);
  account->server = heed_statement_take_text (statement);
  account->server_id = heed_statement_take_text (statement);
  account->url = heed_statement_take_text (statement);
  account->display_name = heed_statement_take_text (statement);
  account->bio = heed_statement_take_text (statement);
  account->proven_links = heed_statement_take_list (statement);
  account->moved_to = heed_statement_take_text (statement);
  account->created_at = heed_statement_take_int (statement);
  account->last_post_at = heed_statement_take_int (statement);
  account->automated = heed_statement_take_int (statement) != 0;
  observation->company = heed_statement_take_text (statement);
  observation->observed_at = heed_statement_take_int (statement);
  observation->cursor = heed_statement_take_text (statement);
  observation->sees_unanswered = heed_statement_take_int (statement) != 0;
  observation->caveats = heed_statement_take_list (statement);
  observation->is_sample = heed_statement_take_int (statement) != 0;
  return observation;
}

/** heed_account_records_find: (transfer full): the account with that stable id, or %HEED_ERROR_NOT_FOUND. */
HeedObservation *
heed_account_records_find (HeedDatabase *database, const char *network, const char *id, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database, "SELECT " ACCOUNT_COLUMNS " FROM accounts WHERE network = ? AND remote_id = ?", error);
  if (statement == NULL)
    return NULL;

  heed_statement_bind_text (statement, network);
  heed_statement_bind_text (statement, id);
  if (heed_statement_next (statement, &failure))
    return take_observation (statement);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND, _ ("The account “%s” was not looked at yet. Check it first."),
                 id);
  return NULL;
}

/** heed_account_records_load_all: (transfer full) (element-type HeedObservation): every account, by company and handle.
 */
GPtrArray *
heed_account_records_load_all (HeedDatabase *database, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) observations = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_observation_free);
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database, "SELECT " ACCOUNT_COLUMNS " FROM accounts ORDER BY coalesce (company, handle), network, handle", error);
  if (statement == NULL)
    return NULL;

  while (heed_statement_next (statement, &failure))
    g_ptr_array_add (observations, take_observation (statement));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&observations);
}

/** heed_account_records_delete: forgets an account and its posts, or fails with %HEED_ERROR_NOT_FOUND. */
gboolean
heed_account_records_delete (HeedDatabase *database, gint64 account_id, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, "DELETE FROM accounts WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, account_id);
  if (!heed_statement_run (statement, error))
    return FALSE;
  if (heed_database_get_changes (database) > 0)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
               _ ("That account is no longer stored; there is nothing to do."));
  return FALSE;
}

static void
bind_post (HeedStatement *statement, gint64 account_id, const HeedPost *post)
{
  heed_statement_bind_text (statement, post->id);
  heed_statement_bind_list (statement, post->parents);
  heed_statement_bind_text (statement, post->author);
  heed_statement_bind_text (statement, post->author_handle);
  heed_statement_bind_list (statement, post->addressees);
  heed_statement_bind_text (statement, post->text);
  heed_statement_bind_text (statement, post->url);
  heed_statement_bind_text (statement, post->language);
  heed_statement_bind_int (statement, post->created_at);
  heed_statement_bind_int (statement, post->from_company);
  heed_statement_bind_int (statement, post->found_by_answer);
  heed_statement_bind_int (statement, post->pinned);
  heed_statement_bind_int (statement, account_id);
}

/**
 * heed_post_records_add: stores posts seen with an account; one seen again adds to what is known of it.
 * @posts: (element-type HeedPost)
 *
 * A later look may show a post from another side: without its parents, or naming fewer accounts. So nothing known is
 * replaced by less. Once a post was seen by another way than through its answer, found_by_answer stays off; pinned
 * stays on until heed_post_records_set_pinned().
 */
gboolean
heed_post_records_add (HeedDatabase *database, gint64 account_id, GPtrArray *posts, GError **error)
{
  g_return_val_if_fail (database != NULL && posts != NULL, FALSE);

  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "INSERT INTO posts (" POST_COLUMNS ", account_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (account_id, id) DO UPDATE SET parents = coalesce (excluded.parents, parents), "
    "author = excluded.author, author_handle = coalesce (excluded.author_handle, author_handle), "
    "addressees = CASE WHEN json_array_length (coalesce (excluded.addressees, '[]')) >= "
    "json_array_length (coalesce (addressees, '[]')) THEN excluded.addressees ELSE addressees END, "
    "text = coalesce (excluded.text, text), url = coalesce (excluded.url, url), "
    "language = coalesce (excluded.language, language), created_at = excluded.created_at, "
    "from_company = max (from_company, excluded.from_company), "
    "found_by_answer = min (found_by_answer, excluded.found_by_answer), pinned = max (pinned, excluded.pinned)",
    error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < posts->len; i++)
    {
      bind_post (statement, account_id, posts->pdata[i]);
      if (!heed_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_with_ids (HeedDatabase *database, const char *sql, gint64 account_id, char **ids, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_list (statement, ids);
  heed_statement_bind_int (statement, account_id);
  return heed_statement_run (statement, error);
}

/**
 * heed_post_records_set_pinned: notes which posts an account keeps at the top of its profile now.
 * @ids: %NULL-terminated; all others are no longer pinned
 *
 * One that is pinned no longer and older than all else was never looked at for another reason: it is forgotten, or the
 * time that was looked at would seem to begin with it.
 */
gboolean
heed_post_records_set_pinned (HeedDatabase *database, gint64 account_id, char **ids, GError **error)
{
  g_return_val_if_fail (database != NULL && ids != NULL, FALSE);

  return run_with_ids (database,
                       "DELETE FROM posts WHERE account_id = ?2 AND pinned AND id NOT IN (SELECT value FROM json_each "
                       "(?1)) AND created_at < coalesce ((SELECT min (created_at) FROM posts WHERE account_id = ?2 AND "
                       "NOT pinned), created_at + 1)",
                       account_id, ids, error)
         && run_with_ids (database,
                          "UPDATE posts SET pinned = id IN (SELECT value FROM json_each (?1)) "
                          "WHERE account_id = ?2 AND pinned <> (id IN (SELECT value FROM json_each (?1)))",
                          account_id, ids, error);
}

static HeedPost *
take_post (HeedStatement *statement)
{
  HeedPost *post = heed_post_new ();

  post->id = heed_statement_take_text (statement);
  post->parents = heed_statement_take_list (statement);
  post->author = heed_statement_take_text (statement);
  post->author_handle = heed_statement_take_text (statement);
  post->addressees = heed_statement_take_list (statement);
  post->text = heed_statement_take_text (statement);
  post->url = heed_statement_take_text (statement);
  post->language = heed_statement_take_text (statement);
  post->created_at = heed_statement_take_int (statement);
  post->from_company = heed_statement_take_int (statement) != 0;
  post->found_by_answer = heed_statement_take_int (statement) != 0;
  post->pinned = heed_statement_take_int (statement) != 0;
  return post;
}

/** heed_post_records_load: (transfer full) (element-type HeedPost): the posts seen with an account, oldest first. */
GPtrArray *
heed_post_records_load (HeedDatabase *database, gint64 account_id, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database, "SELECT " POST_COLUMNS " FROM posts WHERE account_id = ? ORDER BY created_at, rowid", error);
  if (statement == NULL)
    return NULL;

  heed_statement_bind_int (statement, account_id);
  while (heed_statement_next (statement, &failure))
    g_ptr_array_add (posts, take_post (statement));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&posts);
}
