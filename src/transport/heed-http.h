/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-clock.h"

G_BEGIN_DECLS

/**
 * HeedHttpRequest:
 * @method: "GET" or "POST"
 * @url: https only (http to loopback where heed_http_set_allow_loopback() was called)
 * @headers: (nullable): "Name: value" lines, %NULL-terminated
 * @body: (nullable): for a POST
 * @content_type: (nullable): of @body
 * @token: (nullable): sent as "Authorization: Bearer"; such a request follows no redirect
 * @max_bytes: the answer may be this long, 0 for the default of 8 MiB
 * @timeout_s: for one try, 0 for the session's own (see heed_http_set_timing())
 * @expect_json: a good answer of another Content-Type is %HEED_ERROR_MALFORMED
 * @urgent: goes before what else waits for the same host: more depends on it
 *
 * What is asked of a server. Borrowed during heed_http_send_async() only.
 */
typedef struct
{
  const char *method;
  const char *url;
  const char *const *headers;
  GBytes *body;
  const char *content_type;
  const char *token;
  gsize max_bytes;
  guint timeout_s;
  gboolean expect_json;
  gboolean urgent;
} HeedHttpRequest;

/**
 * HeedHttpResponse:
 * @status: the HTTP status; every status arrives here but 429, and 503 with a time to wait, which end as
 *   %HEED_ERROR_RATE_LIMITED once the tries are used up
 * @headers: lower-cased name → value (the last one of a name; links are joined)
 * @url: what was read in the end, after redirects
 */
typedef struct
{
  guint status;
  GHashTable *headers;
  GBytes *body;
  char *url;
} HeedHttpResponse;

/**
 * HeedHttpLimit: a network's manners towards one host.
 * @concurrent: requests under way at once, at most
 * @tries: of a read that fails for a passing reason (429, 502, 503, 504, cut connection); a POST is tried once
 */
typedef struct
{
  guint concurrent;
  guint tries;
} HeedHttpLimit;

#define HEED_TYPE_HTTP (heed_http_get_type ())
G_DECLARE_FINAL_TYPE (HeedHttp, heed_http, HEED, HTTP, GObject)

HeedHttp *heed_http_new (const HeedClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void heed_http_set_allow_loopback (HeedHttp *self, gboolean allow);
gboolean heed_http_get_allow_loopback (HeedHttp *self);
void heed_http_set_ca_file (HeedHttp *self, const char *path);
void heed_http_set_timing (HeedHttp *self, guint connect_ms, guint timeout_ms, guint backoff_ms);
void heed_http_set_limit (HeedHttp *self, const char *host, const HeedHttpLimit *limit);

void heed_http_send_async (HeedHttp *self, const HeedHttpRequest *request, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
HeedHttpResponse *heed_http_send_finish (HeedHttp *self, GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

void heed_http_response_free (HeedHttpResponse *response);
const char *heed_http_response_get_header (const HeedHttpResponse *response, const char *name);
gint64 heed_http_response_get_wait (const HeedHttpResponse *response, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHttpResponse, heed_http_response_free)

G_END_DECLS
