/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <curl/curl.h>

#include "heed-http.h"
#include "heed-redactor.h"

G_BEGIN_DECLS

/* What is asked for longer than this is not slept through but handed to the person. */
#define HEED_HTTP_LONGEST_SLEEP_S 60

/**
 * HeedHttpHost: the queue of one host.
 * @blocked_until: monotonic microseconds before which the host asked not to be called, 0 for none
 */
typedef struct
{
  char *name;
  HeedHttpLimit limit;
  guint running;
  GQueue waiting;
  gint64 blocked_until;
  GSource *wake;
} HeedHttpHost;

/**
 * HeedTransfer: one request on its way, over all its tries and redirects.
 * @url: what is asked now; changes with a redirect
 * @origin: scheme, host and port that were asked first: only there the caller's headers go
 * @seen: the addresses so far, so that a loop is noticed
 */
typedef struct
{
  HeedHttp *http;
  GTask *task;
  HeedHttpHost *host;

  char *method;
  char *url;
  char *origin;
  char *token;
  char **extra_headers;
  char *content_type;
  GBytes *body;
  gsize max_bytes;
  guint timeout_ms;
  gboolean expect_json;
  gboolean urgent;

  CURL *easy;
  struct curl_slist *sent_headers;
  HeedRedactor *log;
  GHashTable *headers;
  gsize header_bytes;
  GByteArray *received;
  gboolean too_long;

  guint n_tries;
  GPtrArray *seen;
  GSource *cancelled;
  GSource *asleep;
} HeedTransfer;

/**
 * HeedAddress: what of a URL decides how it may be asked.
 * @authority: lower-case host, with the port where it is not the scheme's own: names the queue
 * @is_near: this machine, or one of the network it stands in
 */
typedef struct
{
  char *authority;
  char *origin;
  gboolean is_https;
  gboolean is_loopback;
  gboolean is_near;
} HeedAddress;

gboolean heed_address_parse (const char *url, gboolean allow_loopback, HeedAddress *address, GError **error);
void heed_address_clear (HeedAddress *address);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedAddress, heed_address_clear)

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

void heed_http_loop_init (HeedHttp *self);
void heed_http_loop_adopt (HeedHttp *self, GMainContext *context);
void heed_http_loop_clear (HeedHttp *self);
GSource *heed_http_add_source (HeedHttp *self, GSource *source, GSourceFunc callback, gpointer data);
void heed_http_clear_source (GSource **source);

HeedHttpHost *heed_http_ensure_host (HeedHttp *self, const char *authority);
void heed_http_host_free (gpointer host);
void heed_http_begin_transfer (HeedHttp *self, HeedTransfer *transfer, GCancellable *cancellable);
void heed_http_pump_host (HeedHttp *self, HeedHttpHost *host);
void heed_http_finish_tries (HeedHttp *self);
gboolean heed_http_check_redirect (const char *from, const char *to, gboolean allow_loopback, HeedAddress *address,
                                   GError **error);

GError *heed_http_error_from_curl (CURLcode code, const HeedTransfer *transfer);
GError *heed_http_error_rate_limited (const char *host, gint64 wait_s);
GError *heed_http_error_redirects (const char *host);
GError *heed_http_error_inward (const char *host);
GError *heed_http_error_not_json (const char *host);

HeedTransfer *heed_transfer_new (HeedHttp *http, const HeedHttpRequest *request, guint timeout_ms, GTask *task);
void heed_transfer_free (HeedTransfer *transfer);
gboolean heed_transfer_prepare (HeedTransfer *transfer, const HeedAddress *address, const char *ca_file,
                                guint connect_ms);
void heed_transfer_drop_easy (HeedTransfer *transfer);
HeedHttpResponse *heed_transfer_take_response (HeedTransfer *transfer);
char *heed_transfer_get_redirect (const HeedTransfer *transfer, const HeedHttpResponse *response);

G_END_DECLS
