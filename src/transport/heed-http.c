/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "heed-transport"

#include "heed-http.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "heed-error.h"
#include "heed-http-private.h"

#define MAX_REDIRECTS 5
#define LONGEST_BACKOFF_MS (300 * 1000)

/*
 * libcurl tells which sockets and which timeout it waits for; they become
 * sources of the main context that was the thread's default when the first of
 * the transfers now under way began.
 */
struct _HeedHttp
{
  GObject parent_instance;

  const HeedClock *clock;
  gboolean allow_loopback;
  char *ca_file;
  guint connect_ms;
  guint timeout_ms;
  guint backoff_ms;

  CURLM *multi;
  GMainContext *context;
  GSource *timer;
  GHashTable *watches;
  GHashTable *hosts;
  guint n_transfers;
};

G_DEFINE_FINAL_TYPE (HeedHttp, heed_http, G_TYPE_OBJECT)

static void pump_host (HeedHttp *self, HeedHttpHost *host);
static void finish_tries (HeedHttp *self);

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
destroy_source (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static GSource *
add_source (HeedHttp *self, GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_callback (source, callback, data, NULL);
  g_source_attach (source, self->context);
  return source;
}

static gboolean
socket_ready_cb (int fd, GIOCondition condition, gpointer user_data)
{
  g_autoptr (HeedHttp) self = g_object_ref (HEED_HTTP (user_data));
  int flags = 0, running;

  /* An end or an error is found by reading, where libcurl has the words for it. */
  if (condition & (G_IO_IN | G_IO_HUP | G_IO_ERR))
    flags |= CURL_CSELECT_IN;
  if (condition & (G_IO_OUT | G_IO_ERR))
    flags |= CURL_CSELECT_OUT;
  curl_multi_socket_action (self->multi, fd, flags, &running);
  finish_tries (self);
  return G_SOURCE_CONTINUE;
}

static int
socket_changed_cb (CURL *easy, curl_socket_t fd, int what, void *user_data, void *socket_data)
{
  HeedHttp *self = user_data;
  GIOCondition condition = G_IO_HUP | G_IO_ERR;

  g_hash_table_remove (self->watches, GINT_TO_POINTER (fd));
  if (what == CURL_POLL_REMOVE)
    return 0;
  if (what & CURL_POLL_IN)
    condition |= G_IO_IN;
  if (what & CURL_POLL_OUT)
    condition |= G_IO_OUT;
  GSource *watch = g_unix_fd_source_new (fd, condition);
  add_source (self, watch, G_SOURCE_FUNC (socket_ready_cb), self);
  g_hash_table_insert (self->watches, GINT_TO_POINTER (fd), watch);
  return 0;
}

static gboolean
timer_fired_cb (gpointer user_data)
{
  g_autoptr (HeedHttp) self = g_object_ref (HEED_HTTP (user_data));
  int running;

  clear_source (&self->timer);
  curl_multi_socket_action (self->multi, CURL_SOCKET_TIMEOUT, 0, &running);
  finish_tries (self);
  return G_SOURCE_REMOVE;
}

static int
timer_changed_cb (CURLM *multi, long timeout_ms, void *user_data)
{
  HeedHttp *self = user_data;

  clear_source (&self->timer);
  if (timeout_ms >= 0)
    self->timer = add_source (self, g_timeout_source_new ((guint) timeout_ms), timer_fired_cb, self);
  return 0;
}

/* Lets go of @transfer and hands its outcome over: @error, or else @response. */
static void
end_transfer (HeedTransfer *transfer, HeedHttpResponse *response, GError *error)
{
  g_autoptr (HeedHttp) self = g_object_ref (transfer->http);
  g_autoptr (GTask) task = g_object_ref (transfer->task);

  clear_source (&transfer->cancelled);
  clear_source (&transfer->asleep);
  heed_transfer_free (transfer);
  self->n_transfers--;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, response, (GDestroyNotify) heed_http_response_free);
}

static void
stop_try (HeedHttp *self, HeedTransfer *transfer)
{
  g_assert (transfer->easy != NULL && transfer->host->running > 0);

  curl_multi_remove_handle (self->multi, transfer->easy);
  transfer->host->running--;
}

static gboolean
transfer_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  HeedTransfer *transfer = user_data;
  g_autoptr (HeedHttp) self = g_object_ref (transfer->http);
  HeedHttpHost *host = transfer->host;

  if (transfer->easy != NULL)
    stop_try (self, transfer);
  else
    g_queue_remove (&host->waiting, transfer);
  end_transfer (transfer, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped.")));
  pump_host (self, host);
  return G_SOURCE_REMOVE;
}

static HeedHttpHost *
ensure_host (HeedHttp *self, const char *authority)
{
  HeedHttpHost *host = g_hash_table_lookup (self->hosts, authority);

  if (host != NULL)
    return host;
  host = g_new0 (HeedHttpHost, 1);
  host->name = g_strdup (authority);
  host->limit.concurrent = 2;
  host->limit.tries = 3;
  g_queue_init (&host->waiting);
  g_hash_table_insert (self->hosts, host->name, host);
  return host;
}

static void
host_free (gpointer data)
{
  HeedHttpHost *host = data;

  g_assert (host->running == 0 && g_queue_is_empty (&host->waiting));
  clear_source (&host->wake);
  g_free (host->name);
  g_free (host);
}

static void
start_try (HeedHttp *self, HeedTransfer *transfer)
{
  g_auto (HeedAddress) address = { NULL };
  g_autoptr (GError) error = NULL;

  if (!heed_address_parse (transfer->url, self->allow_loopback, &address, &error))
    {
      end_transfer (transfer, NULL, g_steal_pointer (&error));
      return;
    }
  if (!heed_transfer_prepare (transfer, &address, self->ca_file, self->connect_ms)
      || curl_multi_add_handle (self->multi, transfer->easy) != CURLM_OK)
    {
      error = heed_http_error_from_curl (CURLE_FAILED_INIT, transfer);
      end_transfer (transfer, NULL, g_steal_pointer (&error));
      return;
    }
  transfer->host->running++;
}

typedef struct
{
  HeedHttp *http;
  HeedHttpHost *host;
} Wake;

static gboolean
host_woken_cb (gpointer user_data)
{
  Wake *wake = user_data;
  g_autoptr (HeedHttp) self = g_object_ref (wake->http);
  HeedHttpHost *host = wake->host;

  clear_source (&host->wake);
  pump_host (self, host);
  return G_SOURCE_REMOVE;
}

/* Comes back to @host when it may be asked again. */
static void
wake_later (HeedHttp *self, HeedHttpHost *host, gint64 wait_us)
{
  if (host->wake != NULL)
    return;
  Wake *wake = g_new (Wake, 1);
  wake->http = self;
  wake->host = host;
  host->wake = g_timeout_source_new ((guint) (wait_us / 1000 + 1));
  g_source_set_callback (host->wake, host_woken_cb, wake, g_free);
  g_source_attach (host->wake, self->context);
}

/* Starts what @host has room for, unless it asked for a pause. */
static void
pump_host (HeedHttp *self, HeedHttpHost *host)
{
  while (!g_queue_is_empty (&host->waiting) && host->running < host->limit.concurrent)
    {
      gint64 wait_us = host->blocked_until - g_get_monotonic_time ();

      if (wait_us > (gint64) HEED_HTTP_LONGEST_SLEEP_S * G_USEC_PER_SEC)
        {
          end_transfer (g_queue_pop_head (&host->waiting), NULL,
                        heed_http_error_rate_limited (host->name, wait_us / G_USEC_PER_SEC));
        }
      else if (wait_us > 0)
        {
          wake_later (self, host, wait_us);
          return;
        }
      else
        {
          start_try (self, g_queue_pop_head (&host->waiting));
        }
    }
}

static gboolean
transfer_slept_cb (gpointer user_data)
{
  HeedTransfer *transfer = user_data;

  clear_source (&transfer->asleep);
  g_queue_push_head (&transfer->host->waiting, transfer);
  pump_host (transfer->http, transfer->host);
  return G_SOURCE_REMOVE;
}

/* Waits and tries again: as long as the host asked, else twice as long as the last time, a little spread. */
static void
retry_later (HeedHttp *self, HeedTransfer *transfer, gint64 wait_s)
{
  gint64 backoff_ms = MIN ((gint64) self->backoff_ms << MIN (transfer->n_tries - 1, 16), LONGEST_BACKOFF_MS);
  double delay_ms = (double) (wait_s > 0 ? wait_s * 1000 : backoff_ms) * g_random_double_range (1.0, 1.2);

  heed_transfer_drop_easy (transfer);
  transfer->asleep = add_source (self, g_timeout_source_new ((guint) delay_ms), transfer_slept_cb, transfer);
}

static gboolean
may_retry (const HeedTransfer *transfer)
{
  return g_str_equal (transfer->method, "GET") && transfer->n_tries < transfer->host->limit.tries;
}

static gboolean
is_passing_failure (CURLcode code)
{
  return code == CURLE_PARTIAL_FILE || code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR
         || code == CURLE_HTTP2 || code == CURLE_HTTP2_STREAM || code == CURLE_OPERATION_TIMEDOUT;
}

static gboolean
is_passing_status (guint status)
{
  return status == 429 || status == 502 || status == 503 || status == 504;
}

/* The host is busy: tries later, or tells how long to wait, or hands the answer over as it is. */
static void
settle_busy (HeedHttp *self, HeedTransfer *transfer, HeedHttpResponse *response)
{
  HeedHttpHost *host = transfer->host;
  gint64 wait_s = heed_http_response_get_wait (response, heed_clock_now (self->clock));

  if (wait_s > 0)
    host->blocked_until = g_get_monotonic_time () + wait_s * G_USEC_PER_SEC;
  if (may_retry (transfer) && wait_s <= HEED_HTTP_LONGEST_SLEEP_S)
    {
      heed_http_response_free (response);
      retry_later (self, transfer, wait_s);
    }
  else if (response->status == 429 || wait_s > 0)
    {
      heed_http_response_free (response);
      end_transfer (transfer, NULL, heed_http_error_rate_limited (host->name, wait_s));
    }
  else
    {
      end_transfer (transfer, response, NULL);
    }
}

static void
follow_redirect (HeedHttp *self, HeedTransfer *transfer, const char *target)
{
  g_auto (HeedAddress) address = { NULL };
  g_autoptr (GError) error = NULL;

  heed_transfer_drop_easy (transfer);
  g_ptr_array_add (transfer->seen, g_strdup (transfer->url));
  if (transfer->seen->len > MAX_REDIRECTS
      || g_ptr_array_find_with_equal_func (transfer->seen, target, g_str_equal, NULL))
    error = heed_http_error_redirects (transfer->host->name);
  else
    heed_address_parse (target, self->allow_loopback, &address, &error);
  if (error != NULL)
    {
      end_transfer (transfer, NULL, g_steal_pointer (&error));
      return;
    }
  g_free (transfer->url);
  transfer->url = g_strdup (target);
  transfer->n_tries = 0;
  transfer->host = ensure_host (self, address.authority);
  g_queue_push_head (&transfer->host->waiting, transfer);
  pump_host (self, transfer->host);
}

static gboolean
is_json (const HeedHttpResponse *response)
{
  const char *type = heed_http_response_get_header (response, "content-type");
  g_autofree char *lower = g_ascii_strdown (type != NULL ? type : "", -1);
  g_auto (GStrv) parts = g_strsplit (lower, ";", 2);

  return parts[0] != NULL && g_strrstr (parts[0], "json") != NULL;
}

static void
settle_response (HeedHttp *self, HeedTransfer *transfer)
{
  g_autoptr (HeedHttpResponse) response = heed_transfer_take_response (transfer);
  g_autofree char *target = heed_transfer_get_redirect (transfer, response);

  if (is_passing_status (response->status))
    settle_busy (self, transfer, g_steal_pointer (&response));
  else if (target != NULL)
    follow_redirect (self, transfer, target);
  else if (transfer->expect_json && response->status >= 200 && response->status < 300 && !is_json (response))
    end_transfer (transfer, NULL, heed_http_error_not_json (transfer->host->name));
  else
    end_transfer (transfer, g_steal_pointer (&response), NULL);
}

/* Looks which tries libcurl has done with. What is called from here may begin and stop others. */
static void
finish_tries (HeedHttp *self)
{
  CURLMsg *message;
  int left;

  while ((message = curl_multi_info_read (self->multi, &left)) != NULL)
    {
      HeedTransfer *transfer = NULL;
      CURLcode code = message->data.result;

      if (message->msg != CURLMSG_DONE)
        continue;
      curl_easy_getinfo (message->easy_handle, CURLINFO_PRIVATE, (char **) &transfer);
      HeedHttpHost *host = transfer->host;
      stop_try (self, transfer);
      if (code == CURLE_OK)
        settle_response (self, transfer);
      else if (!transfer->too_long && is_passing_failure (code) && may_retry (transfer))
        retry_later (self, transfer, 0);
      else
        end_transfer (transfer, NULL, heed_http_error_from_curl (code, transfer));
      pump_host (self, host);
    }
}

/* From now on things happen in @context; what still waited in another one begins anew there. */
static void
adopt_context (HeedHttp *self, GMainContext *context)
{
  GHashTableIter iter;
  gpointer host;

  if (context == self->context)
    return;
  clear_source (&self->timer);
  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, NULL, &host))
    clear_source (&((HeedHttpHost *) host)->wake);
  g_clear_pointer (&self->context, g_main_context_unref);
  self->context = g_main_context_ref (context);
}

static void
heed_http_finalize (GObject *object)
{
  HeedHttp *self = HEED_HTTP (object);

  g_assert (self->n_transfers == 0);
  curl_multi_setopt (self->multi, CURLMOPT_SOCKETFUNCTION, NULL);
  curl_multi_setopt (self->multi, CURLMOPT_TIMERFUNCTION, NULL);
  curl_multi_cleanup (self->multi);
  clear_source (&self->timer);
  g_clear_pointer (&self->watches, g_hash_table_unref);
  g_clear_pointer (&self->hosts, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->ca_file);
  G_OBJECT_CLASS (heed_http_parent_class)->finalize (object);
}

static void
heed_http_class_init (HeedHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_http_finalize;
  curl_global_init (CURL_GLOBAL_DEFAULT);
}

static void
heed_http_init (HeedHttp *self)
{
  self->connect_ms = 10 * 1000;
  self->timeout_ms = 30 * 1000;
  self->backoff_ms = 2 * 1000;
  self->watches = g_hash_table_new_full (NULL, NULL, NULL, destroy_source);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, host_free);
  self->multi = curl_multi_init ();
  g_assert (self->multi != NULL);
  curl_multi_setopt (self->multi, CURLMOPT_SOCKETFUNCTION, socket_changed_cb);
  curl_multi_setopt (self->multi, CURLMOPT_SOCKETDATA, self);
  curl_multi_setopt (self->multi, CURLMOPT_TIMERFUNCTION, timer_changed_cb);
  curl_multi_setopt (self->multi, CURLMOPT_TIMERDATA, self);
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
  ensure_host (self, authority)->limit = *limit;
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
    adopt_context (self, g_task_get_context (task));
  g_return_if_fail (g_task_get_context (task) == self->context);

  HeedTransfer *transfer = heed_transfer_new (self, request, self->timeout_ms, task);
  self->n_transfers++;
  transfer->origin = g_strdup (address.origin);
  transfer->host = ensure_host (self, address.authority);
  if (cancellable != NULL)
    transfer->cancelled = add_source (self, g_cancellable_source_new (cancellable),
                                      G_SOURCE_FUNC (transfer_cancelled_cb), transfer);
  if (transfer->urgent)
    g_queue_push_head (&transfer->host->waiting, transfer);
  else
    g_queue_push_tail (&transfer->host->waiting, transfer);
  pump_host (self, transfer->host);
}

/** heed_http_send_finish: (transfer full): what the server answered, whatever its status; or one of #HeedError. */
HeedHttpResponse *
heed_http_send_finish (HeedHttp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
