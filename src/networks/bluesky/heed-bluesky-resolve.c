/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From a name to the account behind it. A name counts only when both sides say
 * so: the name leads to the DID, and the DID's document calls itself by the
 * name (atproto.com/specs/handle). The order of the questions is explained in
 * docs/decisions.md.
 */

#include <string.h>

#include "heed-bluesky-private.h"
#include "heed-error.h"

#define MAX_WELL_KNOWN (8 * 1024)

/* One resolution under way. @typed is what the person gave, @handle what is to be proven, of @did. */
typedef struct
{
  char *typed;
  char *handle;
  char *did;
  JsonNode *document;
  JsonNode *profile;
  guint n_under_way;
  GError *failure;
} Resolve;

static void
resolve_free (Resolve *resolve)
{
  g_free (resolve->typed);
  g_free (resolve->handle);
  g_free (resolve->did);
  g_clear_pointer (&resolve->document, json_node_unref);
  g_clear_pointer (&resolve->profile, json_node_unref);
  g_clear_error (&resolve->failure);
  g_free (resolve);
}

static char *
dup_query_url (HeedBluesky *self, const char *method, const char *parameter, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, ":", FALSE);

  return g_strdup_printf ("%s/xrpc/%s?%s=%s", heed_bluesky_get_appview (self), method, parameter, escaped);
}

/* Where the document of a DID is kept; NULL for a method that the network does not have. */
static char *
dup_document_url (HeedBluesky *self, const char *did)
{
  if (g_str_has_prefix (did, "did:plc:"))
    return g_strdup_printf ("%s/%s", heed_bluesky_get_plc (self), did);
  if (!g_str_has_prefix (did, "did:web:"))
    return NULL;

  const char *host = did + strlen ("did:web:");
  return heed_bluesky_is_handle (host) ? g_strdup_printf ("https://%s/.well-known/did.json", host) : NULL;
}

/* Everything is known: judge it. @handle is %NULL where no name of the account could be proven. */
static void
return_account (GTask *task, const char *handle)
{
  Resolve *resolve = g_task_get_task_data (task);
  HeedBluesky *self = g_task_get_source_object (task);
  JsonObject *profile = json_node_get_object (resolve->profile);

  if (heed_bluesky_profile_is_closed (profile, resolve->did))
    g_task_return_error (task, heed_bluesky_error_hidden (handle != NULL ? handle : resolve->did));
  else
    g_task_return_pointer (task,
                           heed_bluesky_account_new (profile, resolve->did, handle, heed_bluesky_get_appview (self)),
                           (GDestroyNotify) heed_account_free);
}

/* The name that a DID gives itself was looked up: is it really its own? */
static void
own_name_resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Resolve *resolve = g_task_get_task_data (task);
  g_autoptr (JsonNode) root = heed_bluesky_get_finish (HEED_BLUESKY (source), result, &error);

  if (root == NULL && !g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  const char *did = root != NULL ? heed_json_get_string (json_node_get_object (root), "did") : NULL;
  return_account (task, g_strcmp0 (did, resolve->did) == 0 ? resolve->handle : NULL);
}

/* The person gave a DID, so the account is certain; which name it may be shown under is still to be seen. */
static void
prove_own_name (GTask *task)
{
  Resolve *resolve = g_task_get_task_data (task);
  HeedBluesky *self = g_task_get_source_object (task);

  resolve->handle = heed_bluesky_document_dup_handle (json_node_get_object (resolve->document));
  if (resolve->handle == NULL)
    {
      return_account (task, NULL);
      return;
    }
  g_autofree char *url = dup_query_url (self, "com.atproto.identity.resolveHandle", "handle", resolve->handle);
  heed_bluesky_get_async (self, url, TRUE, g_task_get_cancellable (task), own_name_resolved_cb, g_object_ref (task));
}

/* Document and profile are there, or one of them failed. */
static void
judge (GTask *task)
{
  Resolve *resolve = g_task_get_task_data (task);

  if (resolve->failure != NULL)
    {
      if (g_error_matches (resolve->failure, HEED_ERROR, HEED_ERROR_NOT_FOUND))
        g_task_return_error (task, heed_bluesky_error_no_account (resolve->typed));
      else
        g_task_return_error (task, g_steal_pointer (&resolve->failure));
      return;
    }

  JsonObject *document = json_node_get_object (resolve->document);
  JsonObject *profile = json_node_get_object (resolve->profile);
  if (g_strcmp0 (heed_json_get_string (document, "id"), resolve->did) != 0
      || g_strcmp0 (heed_json_get_string (profile, "did"), resolve->did) != 0)
    g_task_return_error (task, heed_bluesky_error_malformed ());
  else if (resolve->handle == NULL)
    prove_own_name (task);
  else if (!heed_bluesky_document_names (document, resolve->handle))
    g_task_return_error (task, heed_bluesky_error_not_theirs (resolve->handle));
  else
    return_account (task, resolve->handle);
}

static void
part_read (GTask *task, JsonNode **part, HeedBluesky *self, GAsyncResult *result)
{
  Resolve *resolve = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  *part = heed_bluesky_get_finish (self, result, &error);
  if (error != NULL && resolve->failure == NULL)
    resolve->failure = g_steal_pointer (&error);
  if (--resolve->n_under_way == 0)
    judge (task);
}

static void
document_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Resolve *resolve = g_task_get_task_data (task);

  part_read (task, &resolve->document, HEED_BLUESKY (source), result);
}

static void
profile_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Resolve *resolve = g_task_get_task_data (task);

  part_read (task, &resolve->profile, HEED_BLUESKY (source), result);
}

/* The DID is known: its document and the profile do not depend on each other, so both are asked for at once. */
static void
read_document_and_profile (GTask *task)
{
  Resolve *resolve = g_task_get_task_data (task);
  HeedBluesky *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autofree char *document_url = dup_document_url (self, resolve->did);
  g_autofree char *profile_url = dup_query_url (self, "app.bsky.actor.getProfile", "actor", resolve->did);

  if (document_url == NULL)
    {
      g_task_return_error (task, heed_bluesky_error_no_name (resolve->did));
      return;
    }
  resolve->n_under_way = 2;
  heed_bluesky_get_async (self, document_url, TRUE, cancellable, document_read_cb, g_object_ref (task));
  heed_bluesky_get_async (self, profile_url, TRUE, cancellable, profile_read_cb, g_object_ref (task));
}

static void
take_did (GTask *task, const char *did)
{
  Resolve *resolve = g_task_get_task_data (task);

  if (!heed_bluesky_is_did (did))
    {
      g_task_return_error (task, heed_bluesky_error_no_account (resolve->typed));
      return;
    }
  resolve->did = g_strdup (did);
  read_document_and_profile (task);
}

static void
well_known_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) response = heed_http_send_finish (HEED_HTTP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* Whatever a web server says that is no DID means that it knows of none. */
  gsize length = 0;
  const char *text = response != NULL && response->status == 200 ? g_bytes_get_data (response->body, &length) : NULL;
  g_autofree char *did = text != NULL ? g_strndup (text, length) : g_strdup ("");
  take_did (task, g_strstrip (did));
}

/* The AppView knows no such name: perhaps it is new, and the name's own site tells already. */
static void
ask_own_site (GTask *task)
{
  Resolve *resolve = g_task_get_task_data (task);
  HeedNetwork *network = g_task_get_source_object (task);
  g_autofree char *url = g_strdup_printf ("https://%s/.well-known/atproto-did", resolve->handle);
  HeedHttpRequest request = { .method = "GET", .url = url, .max_bytes = MAX_WELL_KNOWN, .timeout_s = 10 };

  if (g_str_has_suffix (resolve->handle, ".test"))
    take_did (task, NULL);
  else
    heed_http_send_async (heed_network_get_http (network), &request, g_task_get_cancellable (task), well_known_read_cb,
                          g_object_ref (task));
}

static void
handle_resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = heed_bluesky_get_finish (HEED_BLUESKY (source), result, &error);

  if (root != NULL)
    take_did (task, heed_json_get_string (json_node_get_object (root), "did"));
  else if (g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_FOUND))
    ask_own_site (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
heed_bluesky_resolve_async (HeedNetwork *network, const char *address, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  HeedBluesky *self = HEED_BLUESKY (network);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Resolve *resolve = g_new0 (Resolve, 1);

  g_task_set_source_tag (task, heed_bluesky_resolve_async);
  g_task_set_task_data (task, resolve, (GDestroyNotify) resolve_free);
  resolve->typed = heed_bluesky_parse_address (address, heed_bluesky_get_test_names (self), NULL);
  if (resolve->typed == NULL)
    {
      g_task_return_error (task, heed_bluesky_error_no_name (address));
      return;
    }
  if (heed_bluesky_is_did (resolve->typed))
    {
      take_did (task, resolve->typed);
      return;
    }
  resolve->handle = g_strdup (resolve->typed);
  g_autofree char *url = dup_query_url (self, "com.atproto.identity.resolveHandle", "handle", resolve->handle);
  heed_bluesky_get_async (self, url, TRUE, cancellable, handle_resolved_cb, g_steal_pointer (&task));
}

HeedAccount *
heed_bluesky_resolve_finish (HeedNetwork *network, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, network), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
