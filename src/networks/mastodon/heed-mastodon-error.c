/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "heed-error.h"
#include "heed-mastodon-private.h"

/* heed_mastodon_error_from_status: an HTTP status of the Mastodon API, as the person can use it. Visitors never send a
 * token, so 401 and 403 mean that the server keeps to itself. Source: Mastodon documentation, api/guidelines, and
 * networks.md 3.5. */
GError *
heed_mastodon_error_from_status (guint status, const char *host)
{
  switch (status)
    {
    case 401:
    case 403:
      return g_error_new (HEED_ERROR, HEED_ERROR_CLOSED,
                          _ ("%s shows nothing to visitors; look at the company’s account on another network."), host);
    case 404:
      return g_error_new (HEED_ERROR, HEED_ERROR_NOT_FOUND, _ ("%s knows no such account; check the spelling."), host);
    case 410:
      return g_error_new (HEED_ERROR, HEED_ERROR_NOT_FOUND,
                          _ ("This account is no longer on %s: it was deleted or suspended; look for another one."),
                          host);
    case 400:
    case 422:
      return g_error_new (HEED_ERROR, HEED_ERROR_REFUSED,
                          _ ("%s does not take this question; it may be too old or no Mastodon server."), host);
    default:
      return g_error_new (HEED_ERROR, HEED_ERROR_SERVER,
                          _ ("%s has trouble at the moment (status %u); try again later."), host, status);
    }
}

/* heed_mastodon_error_unexpected: good JSON, but not what was asked for. */
GError *
heed_mastodon_error_unexpected (const char *host)
{
  return g_error_new (HEED_ERROR, HEED_ERROR_MALFORMED,
                      _ ("%s does not answer as a Mastodon server would; check the address."), host);
}
