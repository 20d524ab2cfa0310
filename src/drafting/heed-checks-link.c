/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Links that a network will not take whole: it reads them only as far as its own rules go. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-checks-private.h"
#include "heed-link-finder.h"

/* What a link may hold as it is, beside letters and digits. All else is escaped, and then every network reads on. */
#define SAFE "/?&=#;:+,.~-_%!*'@$"

static gboolean
starts_link (const char *at)
{
  return g_ascii_strncasecmp (at, "http://", 7) == 0 || g_ascii_strncasecmp (at, "https://", 8) == 0;
}

/* The end of what the user means to be the link: up to a blank, without the signs that end a sentence or a bracket. */
static const char *
find_meant_end (const char *start)
{
  const char *end = start;
  gboolean has_bracket = FALSE;

  for (; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    has_bracket |= *end == '(';
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar character = g_utf8_get_char (last);
      gboolean is_bracket = character == ')' && !has_bracket;
      GUnicodeType type = g_unichar_type (character);
      if (!is_bracket && type != G_UNICODE_FINAL_PUNCTUATION && character != 0x2026
          && (character >= 0x80 || strchr (".,;:!?'\"]}>", (int) character) == NULL))
        break;
      end = last;
    }
  return end;
}

static const HeedSpan *
find_span (const GArray *spans, gsize start)
{
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, HeedSpan, i).start == start)
      return &g_array_index (spans, HeedSpan, i);
  return NULL;
}

/* Whether the name of the host can be one: "https://acme..com/", "https://-acme.com". What follows it may be anything.
 */
static gboolean
has_good_host (const char *start, const char *end)
{
  gsize scheme = (gsize) (strstr (start, "://") + 3 - start);
  gsize length = MIN (scheme + strcspn (start + scheme, "/?#"), (gsize) (end - start));
  g_autofree char *origin = g_strndup (start, length);

  return heed_link_is_valid (origin);
}

static void
check_link (const HeedCheck *check, const GArray *spans, const char *at, const char *end)
{
  gsize start = (gsize) (at - check->text);
  const HeedSpan *span = find_span (spans, start);

  if (!has_good_host (at, end))
    {
      heed_check_warn (check, "link-broken", start, (gsize) (end - check->text),
                       _ ("There can be no such address; copy the link once more."), NULL);
      return;
    }

  if (span == NULL && start > 0 && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
    heed_check_warn (check, "link-cut", start, start, _ ("Glued to a word, this is no link; put a blank before it."),
                     g_strdup (" "));
  if (span == NULL || check->text + span->end >= end)
    return;
  g_autofree char *rest = g_strndup (check->text + span->end, (gsize) (end - check->text) - span->end);
  heed_check_warn (check, "link-cut", span->end, (gsize) (end - check->text),
                   _ ("The link is cut here, and the rest of it becomes text; written so, it stays whole."),
                   g_uri_escape_string (rest, SAFE, FALSE));
}

/* By which rules a network finds links; FALSE where that is not published. */
static gboolean
get_rules (const char *network, HeedLinkRules *rules)
{
  static const struct
  {
    const char *network;
    HeedLinkRules rules;
  } known[] = { { "x", HEED_LINK_RULES_X },
                { "mastodon", HEED_LINK_RULES_MASTODON },
                { "bluesky", HEED_LINK_RULES_BLUESKY } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (network, known[i].network) == 0)
      {
        *rules = known[i].rules;
        return TRUE;
      }
  return FALSE;
}

/** heed_check_links: finds links that X, Mastodon and Bluesky cut; how the others find theirs is not published. */
void
heed_check_links (const HeedCheck *check)
{
  HeedLinkRules rules;

  if (!get_rules (check->options->network, &rules) || strstr (check->text, "://") == NULL)
    return;

  g_autoptr (GArray) spans = heed_link_finder_find (check->text, rules);
  for (const char *at = check->text; *at != '\0';)
    {
      if (!starts_link (at))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      const char *end = find_meant_end (at);
      check_link (check, spans, at, end);
      at = MAX (end, at + 1);
    }
}
