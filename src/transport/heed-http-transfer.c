/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "heed-transport"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-error.h"
#include "heed-http-private.h"

#define DEFAULT_MAX_BYTES (8 * 1024 * 1024)
#define MAX_HEADER_BYTES (64 * 1024)

/* The numeric address that @host is, however it is written ("127.1", "0x7f000001", "::ffff:127.0.0.1"); NULL for a
 * name. */
static GInetAddress *
dup_inet_address (const char *host)
{
  CURLU *parser = curl_url ();
  char *plain = NULL;
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  /* libcurl, which makes the connection, decides what the name means. */
  g_autofree char *url = g_strconcat ("https://", host, "/", NULL);
  if (address == NULL && curl_url_set (parser, CURLUPART_URL, url, 0) == CURLUE_OK
      && curl_url_get (parser, CURLUPART_HOST, &plain, 0) == CURLUE_OK)
    address = g_inet_address_new_from_string (plain);
  curl_free (plain);
  curl_url_cleanup (parser);

  const guint8 *bytes = address != NULL ? g_inet_address_to_bytes (address) : NULL;
  static const guint8 mapped[12] = { [10] = 0xFF, [11] = 0xFF };
  if (bytes != NULL && g_inet_address_get_native_size (address) == 16 && memcmp (bytes, mapped, sizeof mapped) == 0)
    return g_inet_address_new_from_bytes (bytes + sizeof mapped, G_SOCKET_FAMILY_IPV4);
  return g_steal_pointer (&address);
}

static gboolean
name_is_loopback (const char *host)
{
  return g_str_equal (host, "localhost") || g_str_has_suffix (host, ".localhost");
}

static gboolean
host_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address) : name_is_loopback (host);
}

/* Whether @host is this machine or one of the network it stands in (RFC 1918, 3927, 4193, 6762). */
static gboolean
host_is_near (const char *host)
{
  g_autofree char *name = g_str_has_suffix (host, ".") ? g_strndup (host, strlen (host) - 1) : g_strdup (host);
  g_autoptr (GInetAddress) address = dup_inet_address (name);

  if (address == NULL)
    return strchr (name, '.') == NULL || name_is_loopback (name) || g_str_has_suffix (name, ".local")
           || g_str_has_suffix (name, ".internal");

  const guint8 *bytes = g_inet_address_to_bytes (address);
  return g_inet_address_get_is_loopback (address) || g_inet_address_get_is_site_local (address)
         || g_inet_address_get_is_link_local (address) || bytes[0] == 0
         || (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 && (bytes[0] & 0xFE) == 0xFC);
}

/* heed_address_parse: tells whether @url may be asked at all, and which queue it belongs to. */
gboolean
heed_address_parse (const char *url, gboolean allow_loopback, HeedAddress *address, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                           _ ("This is not an internet address Heed can use; check how it is written."));
      return FALSE;
    }

  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  gboolean is_https = g_str_equal (scheme, "https");
  gboolean is_loopback = host_is_loopback (host);
  int port = g_uri_get_port (uri);

  if (!is_https && !(g_str_equal (scheme, "http") && is_loopback && allow_loopback))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("The connection to %s would not be encrypted, so Heed does not make it; use an https address."),
                   host);
      return FALSE;
    }
  if (port == (is_https ? 443 : 80))
    port = -1;

  g_autofree char *bracketed = strchr (host, ':') != NULL ? g_strdup_printf ("[%s]", host) : g_strdup (host);
  address->authority = port > 0 ? g_strdup_printf ("%s:%d", bracketed, port) : g_strdup (bracketed);
  address->origin = g_strconcat (scheme, "://", address->authority, NULL);
  address->is_https = is_https;
  address->is_loopback = is_loopback;
  address->is_near = host_is_near (host);
  return TRUE;
}

void
heed_address_clear (HeedAddress *address)
{
  g_clear_pointer (&address->authority, g_free);
  g_clear_pointer (&address->origin, g_free);
}

/* heed_transfer_new: takes a copy of @request; @timeout_ms holds where the request names none. */
HeedTransfer *
heed_transfer_new (HeedHttp *http, const HeedHttpRequest *request, guint timeout_ms, GTask *task)
{
  HeedTransfer *transfer = g_new0 (HeedTransfer, 1);

  transfer->http = g_object_ref (http);
  transfer->task = g_object_ref (task);
  transfer->method = g_strdup (request->method != NULL ? request->method : "GET");
  transfer->url = g_strdup (request->url);
  transfer->token = g_strdup (request->token);
  transfer->extra_headers = g_strdupv ((char **) request->headers);
  transfer->content_type = g_strdup (request->content_type);
  transfer->body = request->body != NULL ? g_bytes_ref (request->body) : NULL;
  transfer->max_bytes = request->max_bytes != 0 ? request->max_bytes : DEFAULT_MAX_BYTES;
  transfer->timeout_ms = request->timeout_s != 0 ? request->timeout_s * 1000 : timeout_ms;
  transfer->expect_json = request->expect_json;
  transfer->urgent = request->urgent;
  transfer->seen = g_ptr_array_new_with_free_func (g_free);
  return transfer;
}

/* heed_transfer_drop_easy: forgets the try that is over; the caller has taken it off the multi handle. */
void
heed_transfer_drop_easy (HeedTransfer *transfer)
{
  g_clear_pointer (&transfer->easy, curl_easy_cleanup);
  g_clear_pointer (&transfer->sent_headers, curl_slist_free_all);
  g_clear_pointer (&transfer->headers, g_hash_table_unref);
  g_clear_pointer (&transfer->received, g_byte_array_unref);
  g_clear_pointer (&transfer->log, heed_redactor_free);
}

void
heed_transfer_free (HeedTransfer *transfer)
{
  heed_transfer_drop_easy (transfer);
  g_assert (transfer->cancelled == NULL && transfer->asleep == NULL);
  g_free (transfer->method);
  g_free (transfer->url);
  g_free (transfer->origin);
  g_free (transfer->token);
  g_strfreev (transfer->extra_headers);
  g_free (transfer->content_type);
  g_clear_pointer (&transfer->body, g_bytes_unref);
  g_ptr_array_unref (transfer->seen);
  g_object_unref (transfer->task);
  g_object_unref (transfer->http);
  g_free (transfer);
}

static gsize
body_cb (char *data, gsize size, gsize count, void *user_data)
{
  HeedTransfer *transfer = user_data;
  gsize length = size * count;

  /* What arrives here is unpacked already, so a small answer that unfolds into a huge one stops here too. */
  if (length > transfer->max_bytes - transfer->received->len)
    {
      transfer->too_long = TRUE;
      return 0;
    }
  g_byte_array_append (transfer->received, (const guint8 *) data, (guint) length);
  return length;
}

static void
keep_header (HeedTransfer *transfer, const char *line, gsize length)
{
  const char *colon = memchr (line, ':', length);

  if (colon == NULL || colon == line)
    return;

  char *name = g_ascii_strdown (line, colon - line);
  char *value = g_strstrip (g_strndup (colon + 1, length - (gsize) (colon + 1 - line)));
  const char *before = g_hash_table_lookup (transfer->headers, name);

  /* Links may be told one by one; of everything else the last word counts. */
  if (before != NULL && g_str_equal (name, "link"))
    {
      char *both = g_strconcat (before, ", ", value, NULL);

      g_free (value);
      value = both;
    }
  g_hash_table_replace (transfer->headers, name, value);
}

static gsize
header_cb (char *data, gsize size, gsize count, void *user_data)
{
  HeedTransfer *transfer = user_data;
  gsize length = size * count;

  transfer->header_bytes += length;
  if (transfer->header_bytes > MAX_HEADER_BYTES)
    {
      transfer->too_long = TRUE;
      return 0;
    }
  /* A status line begins anew: what came before was an interim answer. */
  if (length > 5 && memcmp (data, "HTTP/", 5) == 0)
    g_hash_table_remove_all (transfer->headers);
  else
    keep_header (transfer, data, length);
  return length;
}

static int
debug_cb (CURL *easy, curl_infotype type, char *data, gsize length, void *user_data)
{
  HeedTransfer *transfer = user_data;

  if (type != CURLINFO_TEXT && type != CURLINFO_HEADER_IN && type != CURLINFO_HEADER_OUT)
    return 0;

  g_autoptr (GString) clean = g_string_new (NULL);
  heed_redactor_push (transfer->log, data, length, clean);
  if (clean->len > 0)
    {
      g_autofree char *text = g_utf8_make_valid (g_strchomp (clean->str), -1);

      g_debug ("%s", text);
    }
  return 0;
}

static void
add_header (HeedTransfer *transfer, const char *line)
{
  transfer->sent_headers = curl_slist_append (transfer->sent_headers, line);
}

static void
set_headers (HeedTransfer *transfer, gboolean same_origin)
{
  if (transfer->expect_json && (transfer->extra_headers == NULL || !same_origin))
    add_header (transfer, "Accept: application/json");
  if (transfer->content_type != NULL)
    {
      g_autofree char *line = g_strconcat ("Content-Type: ", transfer->content_type, NULL);

      add_header (transfer, line);
    }
  /* Whatever the caller gave was meant for the host it named, and for no other. */
  if (!same_origin)
    return;
  for (guint i = 0; transfer->extra_headers != NULL && transfer->extra_headers[i] != NULL; i++)
    add_header (transfer, transfer->extra_headers[i]);
  if (transfer->token != NULL)
    {
      g_autofree char *line = g_strconcat ("Authorization: Bearer ", transfer->token, NULL);

      add_header (transfer, line);
    }
}

static void
set_request (HeedTransfer *transfer, CURL *easy)
{
  if (g_str_equal (transfer->method, "POST"))
    {
      gsize length = 0;
      const char *data = transfer->body != NULL ? g_bytes_get_data (transfer->body, &length) : "";

      curl_easy_setopt (easy, CURLOPT_POST, 1L);
      curl_easy_setopt (easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t) length);
      curl_easy_setopt (easy, CURLOPT_POSTFIELDS, data);
      /* Do not wait for the host's leave to send a small body. */
      add_header (transfer, "Expect:");
    }
  else
    {
      curl_easy_setopt (easy, CURLOPT_HTTPGET, 1L);
    }
  curl_easy_setopt (easy, CURLOPT_HTTPHEADER, transfer->sent_headers);
}

static void
set_log (HeedTransfer *transfer, CURL *easy)
{
  if (g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, G_LOG_DOMAIN))
    return;
  transfer->log = heed_redactor_new ();
  curl_easy_setopt (easy, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt (easy, CURLOPT_DEBUGFUNCTION, debug_cb);
  curl_easy_setopt (easy, CURLOPT_DEBUGDATA, transfer);
}

/* heed_transfer_prepare: makes the handle of the next try. */
gboolean
heed_transfer_prepare (HeedTransfer *transfer, const HeedAddress *address, const char *ca_file, guint connect_ms)
{
  CURL *easy = curl_easy_init ();
  g_autofree char *agent = g_strdup_printf ("Heed/%s (%s) libcurl/%s", HEED_VERSION, HEED_APPLICATION_ID,
                                            curl_version_info (CURLVERSION_NOW)->version);

  if (easy == NULL)
    return FALSE;
  transfer->easy = easy;
  transfer->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  transfer->received = g_byte_array_new ();
  transfer->header_bytes = 0;
  transfer->too_long = FALSE;
  transfer->n_tries++;

  curl_easy_setopt (easy, CURLOPT_URL, transfer->url);
  curl_easy_setopt (easy, CURLOPT_PROTOCOLS_STR, address->is_https ? "https" : "http");
  curl_easy_setopt (easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (easy, CURLOPT_HTTP_VERSION, (long) CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt (easy, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (easy, CURLOPT_USERAGENT, agent);
  curl_easy_setopt (easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt (easy, CURLOPT_CONNECTTIMEOUT_MS, (long) connect_ms);
  curl_easy_setopt (easy, CURLOPT_TIMEOUT_MS, (long) transfer->timeout_ms);
  curl_easy_setopt (easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t) transfer->max_bytes);
  curl_easy_setopt (easy, CURLOPT_WRITEFUNCTION, body_cb);
  curl_easy_setopt (easy, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt (easy, CURLOPT_HEADERFUNCTION, header_cb);
  curl_easy_setopt (easy, CURLOPT_HEADERDATA, transfer);
  curl_easy_setopt (easy, CURLOPT_PRIVATE, transfer);
  if (address->is_loopback)
    curl_easy_setopt (easy, CURLOPT_PROXY, "");
  if (ca_file != NULL)
    curl_easy_setopt (easy, CURLOPT_CAINFO, ca_file);
  set_headers (transfer, g_strcmp0 (transfer->origin, address->origin) == 0);
  set_request (transfer, easy);
  set_log (transfer, easy);
  return TRUE;
}

/* heed_transfer_take_response: (transfer full): what the try that is over brought. */
HeedHttpResponse *
heed_transfer_take_response (HeedTransfer *transfer)
{
  HeedHttpResponse *response = g_new0 (HeedHttpResponse, 1);
  long status = 0;

  curl_easy_getinfo (transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  response->status = (guint) status;
  response->headers = g_steal_pointer (&transfer->headers);
  response->body = g_byte_array_free_to_bytes (g_steal_pointer (&transfer->received));
  response->url = g_strdup (transfer->url);
  return response;
}

/* heed_transfer_get_redirect: (nullable) (transfer full): where @response sends a read that carries no token. */
char *
heed_transfer_get_redirect (const HeedTransfer *transfer, const HeedHttpResponse *response)
{
  const char *location = heed_http_response_get_header (response, "location");
  guint status = response->status;

  if (location == NULL || transfer->token != NULL || !g_str_equal (transfer->method, "GET"))
    return NULL;
  if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308)
    return NULL;
  return g_uri_resolve_relative (transfer->url, location, G_URI_FLAGS_ENCODED, NULL);
}
