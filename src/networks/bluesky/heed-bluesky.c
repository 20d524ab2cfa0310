/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-bluesky-private.h"
#include "heed-error.h"

#define APPVIEW "https://public.api.bsky.app"
#define PLC "https://plc.directory"

/*
 * Bluesky, the read side: everything public is asked of the AppView without a
 * sign-in, and the directory of DIDs tells whether an account and its name
 * belong together.
 */
struct _HeedBluesky
{
  HeedNetwork parent_instance;

  char *appview;
  char *plc;
  gboolean test_names;
  HeedHttpLimit limit;
};

G_DEFINE_FINAL_TYPE (HeedBluesky, heed_bluesky, HEED_TYPE_NETWORK)

const char *
heed_bluesky_get_appview (HeedBluesky *self)
{
  return self->appview;
}

const char *
heed_bluesky_get_plc (HeedBluesky *self)
{
  return self->plc;
}

/* Whether names that exist in tests only are accepted. */
gboolean
heed_bluesky_get_test_names (HeedBluesky *self)
{
  return self->test_names;
}

guint
heed_bluesky_get_concurrent (HeedBluesky *self)
{
  return self->limit.concurrent;
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedHttpResponse) response = heed_http_send_finish (HEED_HTTP (source), result, &error);
  HeedNetwork *network = g_task_get_source_object (task);
  gint64 now = heed_clock_now (heed_network_get_clock (network));
  JsonNode *root = response != NULL ? heed_bluesky_read_answer (response, now, &error) : NULL;

  if (root != NULL)
    g_task_return_pointer (task, root, (GDestroyNotify) json_node_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * heed_bluesky_get_async: asks for a JSON object.
 * @urgent: other requests depend on the answer
 */
void
heed_bluesky_get_async (HeedBluesky *self, const char *url, gboolean urgent, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  HeedHttpRequest request = { .method = "GET", .url = url, .expect_json = TRUE, .urgent = urgent };

  g_task_set_source_tag (task, heed_bluesky_get_async);
  heed_http_send_async (heed_network_get_http (HEED_NETWORK (self)), &request, cancellable, got_cb, task);
}

/** heed_bluesky_get_finish: (transfer full): the root, surely an object; or one of #HeedError. */
JsonNode *
heed_bluesky_get_finish (HeedBluesky *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static const char *
get_host (const char *base)
{
  const char *host = strstr (base, "://");

  return host != NULL ? host + 3 : base;
}

static char *
heed_bluesky_dup_servers (HeedNetwork *network)
{
  HeedBluesky *self = HEED_BLUESKY (network);

  /* Translators: names of two servers. */
  return g_strdup_printf (_ ("Asks %1$s, and %2$s for who is who"), get_host (self->appview), get_host (self->plc));
}

static guint
heed_bluesky_matches (HeedNetwork *network, const char *address)
{
  guint certainty;
  g_autofree char *name = heed_bluesky_parse_address (address, HEED_BLUESKY (network)->test_names, &certainty);

  return name != NULL ? certainty : 0;
}

static char *
heed_bluesky_dup_handle (HeedNetwork *network, const char *address)
{
  g_autofree char *name = heed_bluesky_parse_address (address, HEED_BLUESKY (network)->test_names, NULL);

  return name != NULL && !g_str_has_prefix (name, "did:") ? g_steal_pointer (&name) : NULL;
}

static void
set_host (HeedBluesky *self, char **host, const char *base)
{
  g_autoptr (GUri) uri = g_uri_parse (base, G_URI_FLAGS_NONE, NULL);

  g_free (*host);
  *host = g_strdup (base);
  if (uri == NULL || heed_network_get_http (HEED_NETWORK (self)) == NULL)
    return;
  g_autofree char *authority = g_uri_get_port (uri) > 0
                                 ? g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri))
                                 : g_strdup (g_uri_get_host (uri));
  heed_http_set_limit (heed_network_get_http (HEED_NETWORK (self)), authority, &self->limit);
}

static void
heed_bluesky_constructed (GObject *object)
{
  HeedBluesky *self = HEED_BLUESKY (object);
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (heed_bluesky_parent_class)->constructed (object);

  /* The file is compiled in: that it does not say so is a bug of the build, and one at a time is always polite. */
  if (!heed_network_load_limit ("bluesky", &self->limit, &error))
    {
      g_critical ("%s", error->message);
      self->limit = (HeedHttpLimit){ .concurrent = 1, .tries = 1 };
    }
  set_host (self, &self->appview, APPVIEW);
  set_host (self, &self->plc, PLC);
}

static void
heed_bluesky_finalize (GObject *object)
{
  HeedBluesky *self = HEED_BLUESKY (object);

  g_free (self->appview);
  g_free (self->plc);
  G_OBJECT_CLASS (heed_bluesky_parent_class)->finalize (object);
}

static void
heed_bluesky_class_init (HeedBlueskyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HeedNetworkClass *network_class = HEED_NETWORK_CLASS (klass);

  object_class->constructed = heed_bluesky_constructed;
  object_class->finalize = heed_bluesky_finalize;

  network_class->name = "bluesky";
  network_class->title = "Bluesky";
  network_class->dup_servers = heed_bluesky_dup_servers;
  network_class->matches = heed_bluesky_matches;
  network_class->dup_handle = heed_bluesky_dup_handle;
  network_class->resolve_async = heed_bluesky_resolve_async;
  network_class->resolve_finish = heed_bluesky_resolve_finish;
  network_class->read_async = heed_bluesky_read_async;
  network_class->read_finish = heed_bluesky_read_finish;
}

static void
heed_bluesky_init (HeedBluesky *self)
{
}

/** heed_bluesky_new: (transfer full): the connector to the public network. */
HeedNetwork *
heed_bluesky_new (HeedHttp *http, const HeedClock *clock)
{
  g_return_val_if_fail (HEED_IS_HTTP (http) && clock != NULL, NULL);
  return g_object_new (HEED_TYPE_BLUESKY, "http", http, "clock", clock, NULL);
}

/**
 * heed_bluesky_set_hosts: lets tests put servers of their own in the place of the public ones.
 * @appview: base URL, without a slash at the end
 * @plc: base URL of the directory of DIDs
 *
 * Names that end in ".test" are accepted from then on.
 */
void
heed_bluesky_set_hosts (HeedBluesky *self, const char *appview, const char *plc)
{
  g_return_if_fail (HEED_IS_BLUESKY (self) && appview != NULL && plc != NULL);

  set_host (self, &self->appview, appview);
  set_host (self, &self->plc, plc);
  self->test_names = TRUE;
}
