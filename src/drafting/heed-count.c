/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-count.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-emoji.h"
#include "heed-error.h"
#include "heed-grapheme.h"
#include "heed-limit.h"
#include "heed-link-finder.h"
#include "heed-mention-finder.h"

static gint64
weigh (const HeedWeights *weights, gunichar character)
{
  for (guint i = 0; i < weights->n_ranges; i++)
    if (character >= weights->ranges[i].first && character <= weights->ranges[i].last)
      return weights->ranges[i].weight;
  return weights->standard;
}

/**
 * heed_count_weighted: the length of a post on X, by configuration 3 of twitter-text.
 * @text: valid UTF-8
 * @parse_emoji: an emoji of several characters counts as one, which configuration 2 did not do
 */
gint64
heed_count_weighted (const char *text, gboolean parse_emoji)
{
  g_return_val_if_fail (text != NULL, 0);

  const HeedWeights *weights = heed_limit_get_weights ();
  const HeedLimit *limit = heed_limit_lookup ("x", "post");
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_return_val_if_fail (composed != NULL, 0);
  g_autoptr (GArray) links = heed_link_finder_find (composed, HEED_LINK_RULES_X);
  gint64 weight = 0;
  guint link = 0;

  for (const char *at = composed; *at != '\0';)
    {
      const HeedSpan *span = link < links->len ? &g_array_index (links, HeedSpan, link) : NULL;
      gsize emoji = parse_emoji ? heed_emoji_length (at) : 0;

      if (span != NULL && (gsize) (at - composed) == span->start)
        {
          weight += limit->url * weights->scale;
          at = composed + span->end;
          link++;
        }
      else if (emoji > 0)
        {
          weight += weights->standard;
          at += emoji;
        }
      else
        {
          weight += weigh (weights, g_utf8_get_char (at));
          at = g_utf8_next_char (at);
        }
    }
  return weight / weights->scale;
}

/* X refuses a text with one of these, wherever it stands. */
static gboolean
has_refused_character (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      if (character == 0xFFFE || character == 0xFEFF || character == 0xFFFF)
        return TRUE;
    }
  return FALSE;
}

/* The text as Mastodon measures it: links of a fixed length, mentions without their server. */
static char *
rewrite_for_mastodon (const char *text, const HeedLimit *limit)
{
  g_autoptr (GArray) links = heed_link_finder_find (text, HEED_LINK_RULES_MASTODON);
  g_autofree char *placeholder = g_strnfill ((gsize) limit->url, 'x');
  GString *rewritten = g_string_sized_new (strlen (text));
  guint link = 0;

  for (const char *at = text; *at != '\0';)
    {
      const HeedSpan *span = link < links->len ? &g_array_index (links, HeedSpan, link) : NULL;
      const char *user_end = NULL;
      const char *mention = *at == '@' && limit->short_mentions
                              ? heed_mention_finder_read_fediverse (text, at, &user_end)
                              : NULL;

      if (span != NULL && (gsize) (at - text) == span->start)
        {
          g_string_append (rewritten, placeholder);
          at = text + span->end;
          link++;
        }
      else if (mention != NULL && (span == NULL || (gsize) (mention - text) <= span->start))
        {
          g_string_append_len (rewritten, at, user_end - at);
          at = mention;
        }
      else
        {
          const char *next = g_utf8_next_char (at);
          g_string_append_len (rewritten, at, next - at);
          at = next;
        }
    }
  return g_string_free (rewritten, FALSE);
}

/* Of the content warning nothing is shortened, neither links nor mentions. */
static gint64
count_graphemes (const char *text, const HeedLimit *limit, const char *content_warning)
{
  if (limit->url == 0)
    return heed_grapheme_count (text);

  g_autofree char *rewritten = rewrite_for_mastodon (text, limit);
  g_autofree char *all = g_strconcat (content_warning, rewritten, NULL);
  return heed_grapheme_count (all);
}

static gint64
count_emoji_as_bytes (const char *text)
{
  gint64 length = 0;

  while (*text != '\0')
    {
      gsize emoji = heed_emoji_length (text);
      length += emoji > 0 ? (gint64) emoji : 1;
      text = emoji > 0 ? text + emoji : g_utf8_next_char (text);
    }
  return length;
}

static gint64
measure (const char *text, const HeedLimit *limit, const char *content_warning)
{
  switch (limit->unit)
    {
    case HEED_UNIT_GRAPHEMES:
      return count_graphemes (text, limit, content_warning);
    case HEED_UNIT_WEIGHTED:
      return heed_count_weighted (text, TRUE);
    case HEED_UNIT_EMOJI_BYTES:
      return count_emoji_as_bytes (text);
    case HEED_UNIT_SMS:
    case HEED_UNIT_CHARACTERS:
    default:
      return g_utf8_strlen (content_warning, -1) + g_utf8_strlen (text, -1);
    }
}

/* What else than the length makes a network refuse a text. */
static gboolean
is_acceptable (const char *text, const HeedLimit *limit)
{
  if (*text == '\0' || (limit->max_bytes > 0 && strlen (text) > (gsize) limit->max_bytes))
    return FALSE;
  if (limit->unit == HEED_UNIT_WEIGHTED && has_refused_character (text))
    return FALSE;
  if (limit->max_links > 0)
    {
      g_autoptr (GArray) links = heed_link_finder_find (text, HEED_LINK_RULES_X);
      return links->len <= (guint) limit->max_links;
    }
  return TRUE;
}

static const HeedLimit *
find_limit (const char *network, const char *kind, GError **error)
{
  const HeedLimit *limit = heed_limit_lookup (network, kind);

  if (limit == NULL)
    {
      g_auto (GStrv) names = heed_limit_list_networks ();
      g_autofree char *known = g_strjoinv (", ", names);
      g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                   _ ("How “%s” counts a message is not known. Choose one of: %s."), network, known);
    }
  return limit;
}

/**
 * heed_count_on_server: measures one kind of message as one server of a network does.
 * @network: such as "mastodon"
 * @kind: "post", "dm", "comment" or "title"
 * @server: (nullable): what this server says of itself; a network without servers of their own ignores the warning
 *
 * Fails with %HEED_ERROR_NOT_FOUND when no length is known for it and %HEED_ERROR_MALFORMED when @text is not UTF-8.
 */
gboolean
heed_count_on_server (const char *network, const char *kind, const HeedServerLimits *server, const char *text,
                      HeedCount *count, GError **error)
{
  g_return_val_if_fail (network != NULL && kind != NULL && text != NULL && count != NULL, FALSE);

  const HeedLimit *usual = find_limit (network, kind, error);
  const char *warning = server != NULL && server->content_warning != NULL ? server->content_warning : "";
  if (usual == NULL)
    return FALSE;
  if (!g_utf8_validate (text, -1, NULL) || !g_utf8_validate (warning, -1, NULL))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("The text is not valid UTF-8; save it as UTF-8."));
      return FALSE;
    }

  HeedLimit limit = *usual;
  if (server != NULL && server->max_characters > 0)
    limit.limit = server->max_characters;
  if (server != NULL && server->characters_per_url > 0 && limit.url > 0)
    limit.url = server->characters_per_url;
  if (!limit.has_warnings)
    warning = "";
  *count = (HeedCount){ .limit = limit.limit, .parts = 1 };
  count->length = limit.unit == HEED_UNIT_SMS ? heed_count_sms (text, &count->limit, &count->parts)
                                              : measure (text, &limit, warning);
  if (server != NULL && server->max_characters > 0)
    count->limit = server->max_characters;
  count->remaining = count->limit - count->length;
  count->is_valid = count->remaining >= 0 && is_acceptable (text, &limit);
  return TRUE;
}

/**
 * heed_count_kind: measures one kind of message of a network.
 *
 * Errors: as heed_count_on_server()
 */
gboolean
heed_count_kind (const char *network, const char *kind, const char *text, HeedCount *count, GError **error)
{
  return heed_count_on_server (network, kind, NULL, text, count, error);
}

/**
 * heed_count: measures a post, or a message where a network has no posts.
 *
 * Errors: as heed_count_on_server()
 */
gboolean
heed_count (const char *network, const char *text, HeedCount *count, GError **error)
{
  g_return_val_if_fail (network != NULL, FALSE);

  const char *kind = heed_limit_lookup (network, "post") != NULL ? "post" : "dm";
  return heed_count_kind (network, kind, text, count, error);
}

/** heed_count_list_networks: (transfer full): the networks whose way of counting is known, sorted. */
char **
heed_count_list_networks (void)
{
  return heed_limit_list_networks ();
}
