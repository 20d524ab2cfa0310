/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-http-private.h"

#define MAX_REDIRECTS 5
#define LONGEST_BACKOFF_MS (300 * 1000)

/* Lets go of @transfer and hands its outcome over: @error, or else @response. */
static void
end_transfer (HeedTransfer *transfer, HeedHttpResponse *response, GError *error)
{
  g_autoptr (HeedHttp) self = g_object_ref (transfer->http);
  g_autoptr (GTask) task = g_object_ref (transfer->task);

  heed_http_clear_source (&transfer->cancelled);
  heed_http_clear_source (&transfer->asleep);
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
  heed_http_pump_host (self, host);
  return G_SOURCE_REMOVE;
}

HeedHttpHost *
heed_http_ensure_host (HeedHttp *self, const char *authority)
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

void
heed_http_host_free (gpointer data)
{
  HeedHttpHost *host = data;

  g_assert (host->running == 0 && g_queue_is_empty (&host->waiting));
  heed_http_clear_source (&host->wake);
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

  heed_http_clear_source (&host->wake);
  heed_http_pump_host (self, host);
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
void
heed_http_pump_host (HeedHttp *self, HeedHttpHost *host)
{
  while (host->waiting.length > 0 && host->running < host->limit.concurrent)
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
  g_autoptr (HeedHttp) self = g_object_ref (transfer->http);

  heed_http_clear_source (&transfer->asleep);
  g_queue_push_head (&transfer->host->waiting, transfer);
  heed_http_pump_host (self, transfer->host);
  return G_SOURCE_REMOVE;
}

/* Waits and tries again: as long as the host asked, else twice as long as the last time, a little spread. */
static void
retry_later (HeedHttp *self, HeedTransfer *transfer, gint64 wait_s)
{
  gint64 backoff_ms = MIN ((gint64) self->backoff_ms << MIN (transfer->n_tries - 1, 16), LONGEST_BACKOFF_MS);
  double delay_ms = (double) (wait_s > 0 ? wait_s * 1000 : backoff_ms) * g_random_double_range (1.0, 1.2);

  heed_transfer_drop_easy (transfer);
  transfer->asleep = heed_http_add_source (self, g_timeout_source_new ((guint) delay_ms), transfer_slept_cb, transfer);
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

/* heed_http_check_redirect: a host out there must not make Heed ask the machines around the person. */
gboolean
heed_http_check_redirect (const char *from, const char *to, gboolean allow_loopback, HeedAddress *address,
                          GError **error)
{
  g_auto (HeedAddress) before = { NULL };

  if (!heed_address_parse (from, allow_loopback, &before, error)
      || !heed_address_parse (to, allow_loopback, address, error))
    return FALSE;
  if (before.is_near || !address->is_near)
    return TRUE;
  g_propagate_error (error, heed_http_error_inward (before.authority));
  return FALSE;
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
    heed_http_check_redirect (transfer->url, target, self->allow_loopback, &address, &error);
  if (error != NULL)
    {
      end_transfer (transfer, NULL, g_steal_pointer (&error));
      return;
    }
  g_free (transfer->url);
  transfer->url = g_strdup (target);
  transfer->n_tries = 0;
  transfer->host = heed_http_ensure_host (self, address.authority);
  g_queue_push_head (&transfer->host->waiting, transfer);
  heed_http_pump_host (self, transfer->host);
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
void
heed_http_finish_tries (HeedHttp *self)
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
      heed_http_pump_host (self, host);
    }
}

/* heed_http_begin_transfer: puts @transfer into its host's queue; an urgent one in front. */
void
heed_http_begin_transfer (HeedHttp *self, HeedTransfer *transfer, GCancellable *cancellable)
{
  if (cancellable != NULL)
    transfer->cancelled = heed_http_add_source (self, g_cancellable_source_new (cancellable),
                                                G_SOURCE_FUNC (transfer_cancelled_cb), transfer);
  if (transfer->urgent)
    g_queue_push_head (&transfer->host->waiting, transfer);
  else
    g_queue_push_tail (&transfer->host->waiting, transfer);
  heed_http_pump_host (self, transfer->host);
}
