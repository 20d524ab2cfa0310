/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-http.h"

#include <signal.h>

#include "heed-http-private.h"

G_DEFINE_FINAL_TYPE (HeedHttp, heed_http, G_TYPE_OBJECT)

static void
heed_http_finalize (GObject *object)
{
  HeedHttp *self = HEED_HTTP (object);

  g_assert (self->n_transfers == 0);
  heed_http_loop_clear (self);
  g_clear_pointer (&self->hosts, g_hash_table_unref);
  g_free (self->ca_file);
  G_OBJECT_CLASS (heed_http_parent_class)->finalize (object);
}

static void
heed_http_class_init (HeedHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_http_finalize;
  curl_global_init (CURL_GLOBAL_DEFAULT);
  /* A host that hangs up while it is written to is an error, no reason to die; GIO's sockets do the same. */
  signal (SIGPIPE, SIG_IGN);
}

static void
heed_http_init (HeedHttp *self)
{
  self->connect_ms = 10 * 1000;
  self->timeout_ms = 30 * 1000;
  self->backoff_ms = 2 * 1000;
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, heed_http_host_free);
  heed_http_loop_init (self);
}

/**
 * heed_http_new: a session that keeps connections and each host's queue.
 * @clock: borrowed; must live as long as the session
 *
 * Returns: (transfer full): the session
 */
HeedHttp *
heed_http_new (const HeedClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);

  HeedHttp *self = g_object_new (HEED_TYPE_HTTP, NULL);
  self->clock = clock;
  return self;
}

/** heed_http_set_allow_loopback: whether http without TLS may be spoken to this machine itself, as tests do. */
void
heed_http_set_allow_loopback (HeedHttp *self, gboolean allow)
{
  g_return_if_fail (HEED_IS_HTTP (self));
  self->allow_loopback = allow;
}

/** heed_http_get_allow_loopback: whether a connector may take a handle on this machine for an http one. */
gboolean
heed_http_get_allow_loopback (HeedHttp *self)
{
  g_return_val_if_fail (HEED_IS_HTTP (self), FALSE);
  return self->allow_loopback;
}

/** heed_http_set_ca_file: trusts the certificates in @path (PEM) instead of the system's; %NULL for the system's. */
void
heed_http_set_ca_file (HeedHttp *self, const char *path)
{
  g_return_if_fail (HEED_IS_HTTP (self));
  g_free (self->ca_file);
  self->ca_file = g_strdup (path);
}

/**
 * heed_http_set_timing: how patient the session is; 0 leaves a value as it is.
 * @connect_ms: until a connection stands (10 s unless set)
 * @timeout_ms: for one try of a request that names no time of its own (30 s)
 * @backoff_ms: before the first retry, doubled before each further one (2 s)
 */
void
heed_http_set_timing (HeedHttp *self, guint connect_ms, guint timeout_ms, guint backoff_ms)
{
  g_return_if_fail (HEED_IS_HTTP (self));

  if (connect_ms != 0)
    self->connect_ms = connect_ms;
  if (timeout_ms != 0)
    self->timeout_ms = timeout_ms;
  if (backoff_ms != 0)
    self->backoff_ms = backoff_ms;
}

/**
 * heed_http_set_limit: sets a network's manners towards one host; 2 at once and 3 tries unless set.
 * @host: as in the URL, with the port where it is not the scheme's own: "example.social", "localhost:8001"
 */
void
heed_http_set_limit (HeedHttp *self, const char *host, const HeedHttpLimit *limit)
{
  g_return_if_fail (HEED_IS_HTTP (self) && host != NULL);
  g_return_if_fail (limit != NULL && limit->concurrent > 0 && limit->tries > 0);

  g_autofree char *authority = g_ascii_strdown (host, -1);
  heed_http_ensure_host (self, authority)->limit = *limit;
}

/**
 * heed_http_send_async: asks a server, when its queue has room.
 *
 * A read is tried again when it failed for a passing reason; a pause the
 * server asks for is kept up to a minute and is %HEED_ERROR_RATE_LIMITED beyond
 * that. All transfers under way at once must come from one main context. A
 * cancelled transfer is cut off at once.
 */
void
heed_http_send_async (HeedHttp *self, const HeedHttpRequest *request, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_HTTP (self) && request != NULL && request->url != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_auto (HeedAddress) address = { NULL };
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, heed_http_send_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (!heed_address_parse (request->url, self->allow_loopback, &address, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (self->n_transfers == 0)
    heed_http_loop_adopt (self, g_task_get_context (task));
  g_return_if_fail (g_task_get_context (task) == self->context);

  HeedTransfer *transfer = heed_transfer_new (self, request, self->timeout_ms, task);
  self->n_transfers++;
  transfer->origin = g_strdup (address.origin);
  transfer->host = heed_http_ensure_host (self, address.authority);
  heed_http_begin_transfer (self, transfer, cancellable);
}

/** heed_http_send_finish: (transfer full): what the server answered, whatever its status; or one of #HeedError. */
HeedHttpResponse *
heed_http_send_finish (HeedHttp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
