/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-mastodon-private.h"

void
heed_mastodon_answer_free (HeedMastodonAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->root, json_node_unref);
  g_free (answer->next);
  g_free (answer);
}

/**
 * heed_mastodon_dup_host: (transfer full): the host of @url, with a port where it names one.
 */
char *
heed_mastodon_dup_host (const char *url)
{
  const char *start = strstr (url, "://");

  start = start != NULL ? start + 3 : url;
  return g_strndup (start, strcspn (start, "/?#"));
}

/**
 * heed_mastodon_find_next_link: reads a Link header (RFC 8288) as far as paging needs it.
 *
 * Returns: (transfer full) (nullable): the address of the next page
 */
char *
heed_mastodon_find_next_link (const char *header)
{
  g_autoptr (GRegex) pattern = g_regex_new ("<([^<>]*)>((?:\\s*;\\s*[\\w*]+=(?:\"[^\"]*\"|[^\\s\",;]+))*)", 0, 0, NULL);
  g_autoptr (GRegex)
    next = g_regex_new (";\\s*rel=(?:\"(?:[^\"]* )?next(?: [^\"]*)?\"|next\\b)", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (header == NULL)
    return NULL;
  for (g_regex_match (pattern, header, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *rest = g_match_info_fetch (match, 2);

      if (g_regex_match (next, rest, 0, NULL))
        return g_match_info_fetch (match, 1);
    }
  return NULL;
}

/**
 * heed_mastodon_get_async: asks a server of the Mastodon API as a visitor.
 * @urgent: more questions depend on the answer
 */
void
heed_mastodon_get_async (HeedHttp *http, const char *url, gboolean urgent, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  HeedHttpRequest request = { .url = url, .expect_json = TRUE, .urgent = urgent };

  heed_http_send_async (http, &request, cancellable, callback, user_data);
}

static gint64
get_number (const HeedHttpResponse *response, const char *name)
{
  const char *value = heed_http_response_get_header (response, name);

  return value != NULL && g_ascii_isdigit (*value) ? g_ascii_strtoll (value, NULL, 10) : -1;
}

/** heed_mastodon_get_finish: (transfer full): the answer, or why there is none, in words for the person. */
HeedMastodonAnswer *
heed_mastodon_get_finish (HeedHttp *http, GAsyncResult *result, GError **error)
{
  g_autoptr (HeedHttpResponse) response = heed_http_send_finish (http, result, error);
  if (response == NULL)
    return NULL;

  if (response->status < 200 || response->status > 299)
    {
      g_autofree char *host = heed_mastodon_dup_host (response->url);

      g_propagate_error (error, heed_mastodon_error_from_status (response->status, host));
      return NULL;
    }

  g_autoptr (JsonNode) root = heed_json_parse (response->body, error);
  if (root == NULL)
    return NULL;

  const char *link = heed_http_response_get_header (response, "link");
  HeedMastodonAnswer *answer = g_new0 (HeedMastodonAnswer, 1);
  answer->root = g_steal_pointer (&root);
  answer->has_links = link != NULL;
  answer->next = heed_mastodon_find_next_link (link);
  answer->remaining = get_number (response, "x-ratelimit-remaining");
  answer->limit = get_number (response, "x-ratelimit-limit");
  return answer;
}
