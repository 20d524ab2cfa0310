/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <curl/curl.h>

#include "heed-http.h"

#define LONGEST_WAIT_S 3600

void
heed_http_response_free (HeedHttpResponse *response)
{
  if (response == NULL)
    return;
  g_clear_pointer (&response->headers, g_hash_table_unref);
  g_clear_pointer (&response->body, g_bytes_unref);
  g_free (response->url);
  g_free (response);
}

/** heed_http_response_get_header: (nullable) (transfer none): the value of the header @name, in lower case. */
const char *
heed_http_response_get_header (const HeedHttpResponse *response, const char *name)
{
  g_return_val_if_fail (response != NULL && name != NULL, NULL);

  return g_hash_table_lookup (response->headers, name);
}

static const char *
get_first_header (const HeedHttpResponse *response, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = heed_http_response_get_header (response, names[i]);

      if (value != NULL)
        return value;
    }
  return NULL;
}

/* Plain digits, perhaps with a fraction ("47.0"); nothing else. */
static gboolean
parse_number (const char *text, gint64 *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  double value = g_ascii_strtod (text, &end);
  if (*end != '\0' || value > 1e15)
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

/*
 * Services write "when again" as a date, as an ISO 8601 time, as Unix seconds
 * or milliseconds, or as seconds to go. No service means a wait of thirty
 * years, so the size of a number tells which it is.
 */
static gint64
parse_wait (const char *text, gint64 now)
{
  gint64 number;

  if (parse_number (text, &number))
    {
      if (number >= 1000000000000)
        return number / 1000 - now;
      return number >= 1000000000 ? number - now : number;
    }
  if (heed_time_parse (text, &number))
    return number - now;
  time_t date = curl_getdate (text, NULL);
  return date != -1 ? (gint64) date - now : 0;
}

/**
 * heed_http_response_get_wait: how long the host asks to be left alone.
 * @now: Unix seconds, used where the answer carries no Date of its own
 *
 * Retry-After is obeyed always; the time at which an allowance is renewed only
 * when the allowance is used up, since some hosts send it with every answer.
 *
 * Returns: seconds, at most an hour; 0 when it may be asked at once, or does not say
 */
gint64
heed_http_response_get_wait (const HeedHttpResponse *response, gint64 now)
{
  static const char *const resets[] = { "x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset", NULL };
  static const char *const remainings[] = { "x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining",
                                            NULL };

  g_return_val_if_fail (response != NULL, 0);

  const char *date = heed_http_response_get_header (response, "date");
  time_t server_now = date != NULL ? curl_getdate (date, NULL) : -1;
  gint64 here = server_now != -1 ? (gint64) server_now : now;
  const char *remaining = get_first_header (response, remainings);
  const char *text = heed_http_response_get_header (response, "retry-after");
  gint64 left;

  if (text == NULL && (response->status == 429 || (remaining != NULL && parse_number (remaining, &left) && left == 0)))
    text = get_first_header (response, resets);
  return text != NULL ? CLAMP (parse_wait (text, here), 0, LONGEST_WAIT_S) : 0;
}
