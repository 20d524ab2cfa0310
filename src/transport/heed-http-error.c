/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-error.h"
#include "heed-http-private.h"

/* heed_http_error_from_curl: says in one sentence what went wrong with a transfer. Only the host is named: the rest
 * of an address may say more about the person than belongs in a log. */
GError *
heed_http_error_from_curl (CURLcode code, const HeedTransfer *transfer)
{
  const char *host = transfer->host->name;

  if (transfer->too_long || code == CURLE_FILESIZE_EXCEEDED)
    return g_error_new (HEED_ERROR, HEED_ERROR_MALFORMED,
                        _ ("%s sent far more than was asked for, so Heed stopped reading; check the address."), host);
  switch ((int) code)
    {
    case CURLE_COULDNT_RESOLVE_HOST:
      return g_error_new (HEED_ERROR, HEED_ERROR_OFFLINE,
                          _ ("The server %s was not found; check the spelling and the internet connection."), host);
    case CURLE_COULDNT_CONNECT:
      return g_error_new (
        HEED_ERROR, HEED_ERROR_OFFLINE,
        _ ("%s takes no connections at the moment; check the internet connection or try again later."), host);
    case CURLE_OPERATION_TIMEDOUT:
      return g_error_new (HEED_ERROR, HEED_ERROR_OFFLINE, _ ("%s did not answer in time; try again later."), host);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_ISSUER_ERROR:
      return g_error_new (HEED_ERROR, HEED_ERROR_REFUSED,
                          _ ("%s cannot prove that it is %s: its certificate is not valid, so Heed sent it nothing; "
                             "try from another internet connection, or later."),
                          host, host);
    case CURLE_SSL_CONNECT_ERROR:
      return g_error_new (HEED_ERROR, HEED_ERROR_OFFLINE,
                          _ ("No secure connection to %s could be made; try again later."), host);
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return g_error_new (HEED_ERROR, HEED_ERROR_SERVER,
                          _ ("%s broke off in the middle of its answer; try again later."), host);
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WRITE_ERROR:
      return g_error_new (HEED_ERROR, HEED_ERROR_MALFORMED,
                          _ ("%s answered with something that cannot be read; check the address."), host);
    default:
      return g_error_new (HEED_ERROR, HEED_ERROR_OFFLINE, _ ("%s could not be reached (%s); try again later."), host,
                          curl_easy_strerror (code));
    }
}

/* heed_http_error_rate_limited: @wait_s of 0 when the host did not say how long. */
GError *
heed_http_error_rate_limited (const char *host, gint64 wait_s)
{
  int minutes = (int) ((wait_s + 59) / 60);

  if (wait_s <= 0)
    return heed_error_new_rate_limited (0, _ ("%s asks for a pause; try again in a few minutes."), host);
  return heed_error_new_rate_limited (wait_s,
                                      ngettext ("%s asks for a pause; try again in %d minute.",
                                                "%s asks for a pause; try again in %d minutes.", (gulong) minutes),
                                      host, minutes);
}

GError *
heed_http_error_redirects (const char *host)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_MALFORMED,
                      _ ("%s only sends Heed from one address to the next; check the address."), host);
}

GError *
heed_http_error_inward (const char *host)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_REFUSED,
                      _ ("%s sends Heed to an address inside your own network, where it has no business; check the "
                         "address."),
                      host);
}

GError *
heed_http_error_not_json (const char *host)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_MALFORMED,
                      _ ("%s answered with a web page instead of data; check the address or try again later."), host);
}
