/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-error.h"
#include "heed-mastodon-private.h"

/*
 * From a handle to an account: WebFinger at the host of the handle tells the
 * actor; where its subject names another host, that one must say the same.
 * Then the actor's own server is asked for the account, since it alone knows
 * every reply that the account sent.
 */
typedef struct
{
  HeedHttp *http;
  HeedMastodonName typed;
  HeedMastodonName asked;
  char *actor;
  char *server;
  guint lookup;
} Resolve;

static void ask_webfinger (GTask *task);
static void look_up (GTask *task);

static void
resolve_free (Resolve *resolve)
{
  g_object_unref (resolve->http);
  heed_mastodon_name_clear (&resolve->typed);
  heed_mastodon_name_clear (&resolve->asked);
  g_free (resolve->actor);
  g_free (resolve->server);
  g_free (resolve);
}

static char *
dup_handle (const HeedMastodonName *name)
{
  return g_strconcat (name->user, "@", name->host, NULL);
}

static GError *
new_not_found (const Resolve *resolve)
{
  g_autofree char *handle = dup_handle (&resolve->typed);

  return g_error_new (HEED_ERROR, HEED_ERROR_NOT_FOUND, _ ("There is no account @%s; check the spelling."), handle);
}

/* The actor's address: the link of WebFinger that names it, on a host Heed may ask. */
static const char *
find_actor (JsonObject *answer)
{
  JsonArray *links = heed_json_get_array (answer, "links");

  for (guint i = 0; i < heed_json_array_length (links); i++)
    {
      JsonObject *link = heed_json_array_get_object (links, i);
      const char *type = heed_json_get_string (link, "type");
      const char *href = heed_json_get_string (link, "href");

      if (g_strcmp0 (heed_json_get_string (link, "rel"), "self") != 0 || type == NULL || href == NULL)
        continue;
      if (g_str_has_prefix (type, "application/activity+json") || g_str_has_prefix (type, "application/ld+json"))
        return href;
    }
  return NULL;
}

static char *
dup_origin (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "https") && !g_str_equal (g_uri_get_scheme (uri), "http"))
    return NULL;
  return g_strndup (url, strcspn (strstr (url, "://") + strlen ("://"), "/?#")
                           + (gsize) (strstr (url, "://") + strlen ("://") - url));
}

static gboolean
names_equal (const HeedMastodonName *a, const HeedMastodonName *b)
{
  return g_ascii_strcasecmp (a->user, b->user) == 0 && g_ascii_strcasecmp (a->host, b->host) == 0;
}

static GError *
new_disagreement (const Resolve *resolve)
{
  g_autofree char *handle = dup_handle (&resolve->typed);

  return g_error_new (HEED_ERROR, HEED_ERROR_REFUSED,
                      _ ("%s and %s do not agree on who @%s is, so Heed trusts neither; check the handle."),
                      resolve->typed.host, resolve->asked.host, handle);
}

/* Takes what a host says about the handle: either it is enough, or the host it names is asked too. */
static void
take_webfinger (GTask *task, JsonObject *answer)
{
  Resolve *resolve = g_task_get_task_data (task);
  const char *subject = heed_json_get_string (answer, "subject");
  const char *actor = answer != NULL ? find_actor (answer) : NULL;
  g_autofree char *server = actor != NULL ? dup_origin (actor) : NULL;
  g_auto (HeedMastodonName) named = { NULL };
  gboolean is_second = resolve->actor != NULL;

  if (server == NULL || subject == NULL
      || !heed_mastodon_name_parse_acct (subject, heed_http_get_allow_loopback (resolve->http), &named))
    {
      g_task_return_error (task, heed_mastodon_error_unexpected (resolve->asked.host));
      return;
    }
  if (is_second && (g_strcmp0 (actor, resolve->actor) != 0 || !names_equal (&named, &resolve->asked)))
    {
      g_task_return_error (task, new_disagreement (resolve));
      return;
    }
  if (!is_second)
    {
      resolve->actor = g_strdup (actor);
      resolve->server = g_steal_pointer (&server);
    }
  if (!is_second && g_ascii_strcasecmp (named.host, resolve->asked.host) != 0)
    {
      heed_mastodon_name_clear (&resolve->asked);
      resolve->asked = named;
      named = (HeedMastodonName){ NULL };
      ask_webfinger (task);
      return;
    }
  g_free (resolve->asked.user);
  resolve->asked.user = g_strdup (named.user);
  look_up (task);
}

static void
webfinger_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_get_finish (HEED_HTTP (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    take_webfinger (task, JSON_NODE_HOLDS_OBJECT (answer->root) ? json_node_get_object (answer->root) : NULL);
}

static void
ask_webfinger (GTask *task)
{
  Resolve *resolve = g_task_get_task_data (task);
  g_autofree char *handle = dup_handle (&resolve->asked);
  g_autofree char *resource = g_uri_escape_string (handle, "@:", FALSE);
  g_autofree char *url = g_strconcat (resolve->asked.scheme, "://", resolve->asked.host,
                                      "/.well-known/webfinger?resource=acct:", resource, NULL);

  heed_mastodon_get_async (resolve->http, url, TRUE, g_task_get_cancellable (task), webfinger_cb, g_object_ref (task));
}

/* Servers differ in how they let an account be looked up; these are tried in turn. */
static char *
dup_lookup_url (const Resolve *resolve)
{
  g_autofree char *handle = dup_handle (&resolve->asked);

  switch (resolve->lookup)
    {
    case 0:
      return g_strconcat (resolve->server, "/api/v1/accounts/lookup?acct=", resolve->asked.user, NULL);
    case 1:
      return g_strconcat (resolve->server, "/api/v1/accounts/lookup?acct=", handle, NULL);
    case 2:
      return g_strconcat (resolve->server, "/api/v1/accounts/", resolve->asked.user, NULL);
    default:
      return NULL;
    }
}

static gboolean
is_same_actor (JsonObject *json, const char *actor)
{
  const char *uri = heed_json_get_string (json, "uri");

  return uri == NULL || *uri == '\0' || g_str_equal (uri, actor);
}

static void
take_account (GTask *task, JsonObject *json)
{
  Resolve *resolve = g_task_get_task_data (task);
  g_autofree char *handle = dup_handle (&resolve->asked);
  g_autofree char *host = heed_mastodon_dup_host (resolve->server);

  if (heed_json_get_boolean (json, "suspended"))
    {
      g_task_return_error (task, heed_mastodon_error_from_status (410, host));
      return;
    }
  HeedAccount *account = is_same_actor (json, resolve->actor)
                           ? heed_mastodon_account_from_json (json, resolve->actor, handle, resolve->server)
                           : NULL;
  if (account == NULL)
    g_task_return_error (task, heed_mastodon_error_unexpected (host));
  else
    g_task_return_pointer (task, account, (GDestroyNotify) heed_account_free);
}

static void
account_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Resolve *resolve = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMastodonAnswer) answer = heed_mastodon_get_finish (HEED_HTTP (source), result, &error);

  if (g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_FOUND))
    {
      resolve->lookup++;
      look_up (task);
    }
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    take_account (task, JSON_NODE_HOLDS_OBJECT (answer->root) ? json_node_get_object (answer->root) : NULL);
}

static void
look_up (GTask *task)
{
  Resolve *resolve = g_task_get_task_data (task);
  g_autofree char *url = dup_lookup_url (resolve);

  if (url == NULL)
    g_task_return_error (task, new_not_found (resolve));
  else
    heed_mastodon_get_async (resolve->http, url, TRUE, g_task_get_cancellable (task), account_cb, g_object_ref (task));
}

void
heed_mastodon_resolve_async (HeedNetwork *network, const char *address, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (network, cancellable, callback, user_data);
  Resolve *resolve = g_new0 (Resolve, 1);

  g_task_set_source_tag (task, heed_mastodon_resolve_async);
  resolve->http = g_object_ref (heed_network_get_http (network));
  g_task_set_task_data (task, resolve, (GDestroyNotify) resolve_free);
  if (!heed_mastodon_name_parse (address, heed_http_get_allow_loopback (resolve->http), &resolve->typed))
    {
      g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_REFUSED,
                               _ ("“%s” is no Mastodon account; write it as @name@server."), address);
      return;
    }
  resolve->asked.scheme = g_strdup (resolve->typed.scheme);
  resolve->asked.host = g_strdup (resolve->typed.host);
  resolve->asked.user = g_strdup (resolve->typed.user);
  ask_webfinger (task);
}

HeedAccount *
heed_mastodon_resolve_finish (HeedNetwork *network, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, network), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
