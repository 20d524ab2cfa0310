/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-mastodon-private.h"

/* Clocks differ a little; a post from further ahead than this was not written when it says. */
#define CLOCK_SLACK_S 300

static char **
dup_proven_links (JsonArray *fields)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < heed_json_array_length (fields); i++)
    {
      JsonObject *field = heed_json_array_get_object (fields, i);
      const char *value = heed_json_get_string (field, "value");
      gint64 verified_at;

      if (value == NULL || !heed_time_parse (heed_json_get_string (field, "verified_at"), &verified_at))
        continue;
      g_autofree char *link = heed_mastodon_html_find_link (value);
      if (link == NULL && g_str_has_prefix (value, "https://"))
        link = g_strdup (value);
      if (link != NULL)
        g_strv_builder_add (builder, link);
    }

  char **links = g_strv_builder_end (builder);
  if (links[0] == NULL)
    g_clear_pointer (&links, g_strfreev);
  return links;
}

static char *
dup_full_acct (const char *acct, const char *host)
{
  if (acct == NULL)
    return NULL;
  return strchr (acct, '@') != NULL ? g_strdup (acct) : g_strconcat (acct, "@", host, NULL);
}

/**
 * heed_mastodon_account_from_json: an Account of the API.
 * @actor: the actor's address, from WebFinger
 * @handle: "user@host", from WebFinger
 * @server: the base URL it was read from
 *
 * Returns: (transfer full) (nullable): the account; %NULL when it has no id
 */
HeedAccount *
heed_mastodon_account_from_json (JsonObject *json, const char *actor, const char *handle, const char *server)
{
  const char *id = heed_json_get_string (json, "id");
  g_autofree char *host = heed_mastodon_dup_host (server);

  if (id == NULL || *id == '\0')
    return NULL;

  HeedAccount *account = heed_account_new ();
  account->network = g_strdup ("mastodon");
  account->id = g_strdup (actor);
  account->handle = g_strdup (handle);
  account->server = g_strdup (server);
  account->server_id = g_strdup (id);
  account->url = g_strdup (heed_json_get_string (json, "url"));
  account->display_name = g_strdup (heed_json_get_string (json, "display_name"));
  account->bio = heed_mastodon_html_to_bio (heed_json_get_string (json, "note"));
  account->proven_links = dup_proven_links (heed_json_get_array (json, "fields"));
  account->moved_to = dup_full_acct (heed_json_get_string (heed_json_get_object (json, "moved"), "acct"), host);
  heed_time_parse (heed_json_get_string (json, "created_at"), &account->created_at);
  heed_time_parse (heed_json_get_string (json, "last_status_at"), &account->last_post_at);
  account->automated = heed_json_get_boolean (json, "bot");
  return account;
}

/** heed_mastodon_dup_post_id: (transfer full): an id of one server made one of the whole network. */
char *
heed_mastodon_dup_post_id (const HeedAccount *company, const char *status_id)
{
  g_autofree char *host = heed_mastodon_dup_host (company->server);

  return g_strconcat (host, "/", status_id, NULL);
}

static gboolean
is_company (JsonObject *account, const HeedAccount *company)
{
  return g_strcmp0 (heed_json_get_string (account, "id"), company->server_id) == 0;
}

/* Actor address where the server tells it (4.2 and later), else the page. */
static const char *
get_author_id (JsonObject *account, const HeedAccount *company)
{
  const char *uri = heed_json_get_string (account, "uri");

  if (is_company (account, company))
    return company->id;
  return uri != NULL && *uri != '\0' ? uri : heed_json_get_string (account, "url");
}

/* A mention has no actor address, and its id is not to be trusted everywhere: the page or the handle decide. */
static gboolean
mentions_company (JsonObject *mention, const HeedAccount *company, const char *host)
{
  const char *url = heed_json_get_string (mention, "url");
  g_autofree char *acct = dup_full_acct (heed_json_get_string (mention, "acct"), host);

  if (url != NULL && (g_strcmp0 (url, company->url) == 0 || g_strcmp0 (url, company->id) == 0))
    return TRUE;
  return acct != NULL && company->handle != NULL && g_ascii_strcasecmp (acct, company->handle) == 0;
}

static void
add_once (GPtrArray *list, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (list, id, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (id));
}

static char **
dup_addressees (JsonObject *status, const HeedAccount *company, const char *author)
{
  JsonArray *mentions = heed_json_get_array (status, "mentions");
  g_autofree char *host = heed_mastodon_dup_host (company->server);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < heed_json_array_length (mentions); i++)
    {
      JsonObject *mention = heed_json_array_get_object (mentions, i);

      add_once (list, mentions_company (mention, company, host) ? company->id : heed_json_get_string (mention, "url"));
    }
  /* Who answers the company speaks to it, also without writing its name. */
  if (g_strcmp0 (heed_json_get_string (status, "in_reply_to_account_id"), company->server_id) == 0
      && g_strcmp0 (author, company->id) != 0)
    add_once (list, company->id);
  if (list->len == 0)
    return NULL;
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

static gboolean
is_meant (JsonObject *status)
{
  const char *visibility = heed_json_get_string (status, "visibility");

  return heed_json_get_object (status, "reblog") == NULL && g_strcmp0 (visibility, "private") != 0
         && g_strcmp0 (visibility, "direct") != 0;
}

static char *
dup_text (JsonObject *status)
{
  const char *warning = heed_json_get_string (status, "spoiler_text");
  g_autofree char *text = heed_mastodon_html_to_text (heed_json_get_string (status, "content"));

  if (warning == NULL || *warning == '\0')
    return g_steal_pointer (&text);
  return g_strconcat (warning, "\n\n", text, NULL);
}

/**
 * heed_mastodon_post_from_json: a Status of the API.
 * @company: whose account is read, on the server that was asked
 * @now: Unix seconds; a time a little ahead becomes now, one far ahead is left out
 * @oddity: (out): why there is no post
 *
 * Returns: (transfer full) (nullable): the post
 */
HeedPost *
heed_mastodon_post_from_json (JsonObject *status, const HeedAccount *company, gint64 now, HeedMastodonOddity *oddity)
{
  JsonObject *account = heed_json_get_object (status, "account");
  const char *id = heed_json_get_string (status, "id");
  const char *parent = heed_json_get_string (status, "in_reply_to_id");
  const char *author = account != NULL ? get_author_id (account, company) : NULL;
  g_autofree char *host = heed_mastodon_dup_host (company->server);
  gint64 created_at;

  *oddity = HEED_MASTODON_UNREADABLE;
  if (id == NULL || *id == '\0' || author == NULL
      || !heed_time_parse (heed_json_get_string (status, "created_at"), &created_at))
    return NULL;
  *oddity = HEED_MASTODON_NOT_MEANT;
  if (!is_meant (status))
    return NULL;
  *oddity = HEED_MASTODON_FUTURE;
  if (created_at > now + CLOCK_SLACK_S)
    return NULL;
  *oddity = HEED_MASTODON_FINE;

  HeedPost *post = heed_post_new ();
  post->id = heed_mastodon_dup_post_id (company, id);
  if (parent != NULL && *parent != '\0')
    {
      post->parents = g_new0 (char *, 2);
      post->parents[0] = heed_mastodon_dup_post_id (company, parent);
    }
  post->author = g_strdup (author);
  post->author_handle = dup_full_acct (heed_json_get_string (account, "acct"), host);
  post->addressees = dup_addressees (status, company, author);
  post->text = dup_text (status);
  post->url = g_strdup (heed_json_get_string (status, "url"));
  if (post->url == NULL)
    post->url = g_strdup (heed_json_get_string (status, "uri"));
  post->language = g_strdup (heed_json_get_string (status, "language"));
  post->created_at = MIN (created_at, now);
  post->from_company = is_company (account, company);
  post->pinned = heed_json_get_boolean (status, "pinned");
  return post;
}
