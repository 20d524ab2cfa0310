/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-http.h"

/* 2026-03-01T10:00:00Z */
#define NOW 1772359200

typedef struct
{
  guint status;
  const char *headers[7];
  gint64 wait;
} Row;

static const Row rows[] = {
  /* Retry-After: seconds or a date, before anything else. */
  { 429, { "retry-after", "30" }, 30 },
  { 503, { "retry-after", "30" }, 30 },
  { 429, { "retry-after", "Sun, 01 Mar 2026 10:02:00 GMT" }, 120 },
  { 429, { "retry-after", "5", "x-ratelimit-reset", "2026-03-01T10:04:00.000Z" }, 5 },
  /* Mastodon: an ISO 8601 time. */
  { 429, { "x-ratelimit-reset", "2026-03-01T10:04:00.123456Z" }, 240 },
  /* Bluesky and X: Unix seconds. */
  { 429, { "ratelimit-reset", "1772359290" }, 90 },
  { 429, { "x-rate-limit-reset", "1772359290" }, 90 },
  { 429, { "x-ratelimit-reset", "1772359290000" }, 90 },
  /* Reddit: seconds to go. */
  { 429, { "x-ratelimit-reset", "47.0" }, 47 },
  /* An allowance that is not used up asks for nothing. */
  { 200, { "x-ratelimit-remaining", "299", "x-ratelimit-reset", "2026-03-01T10:04:00Z" }, 0 },
  { 503, { "x-ratelimit-remaining", "12", "x-ratelimit-reset", "2026-03-01T10:04:00Z" }, 0 },
  { 200, { "x-ratelimit-remaining", "0", "x-ratelimit-reset", "2026-03-01T10:04:00Z" }, 240 },
  /* The server's clock decides, not ours. */
  { 429, { "date", "Sun, 01 Mar 2026 10:03:00 GMT", "x-ratelimit-reset", "2026-03-01T10:04:00Z" }, 60 },
  { 429, { "date", "Sun, 01 Mar 2026 09:59:00 GMT", "ratelimit-reset", "1772359290" }, 150 },
  /* Over, far away, or nonsense. */
  { 429, { "x-ratelimit-reset", "2026-03-01T09:00:00Z" }, 0 },
  { 429, { "retry-after", "86400" }, 3600 },
  { 429, { "retry-after", "soon" }, 0 },
  { 429, { "retry-after", "-5" }, 0 },
  { 429, { "retry-after", "" }, 0 },
  { 429, { NULL }, 0 },
};

static void
test_wait (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedHttpResponse) response = g_new0 (HeedHttpResponse, 1);

      response->status = rows[i].status;
      response->headers = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint j = 0; rows[i].headers[j] != NULL; j += 2)
        g_hash_table_insert (response->headers, (char *) rows[i].headers[j], (char *) rows[i].headers[j + 1]);
      g_test_message ("row %u", i);
      g_assert_cmpint (heed_http_response_get_wait (response, NOW), ==, rows[i].wait);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/response/wait", test_wait);
  return g_test_run ();
}
