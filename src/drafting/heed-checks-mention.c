/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the company is told of a public post: only a real mention, near its start, does that. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-checks-private.h"
#include "heed-mention-finder.h"
#include "heed-tag-finder.h"

/* A mention further in than this is read as talk about the company, not to it. In characters. */
#define LATEST_MENTION 20

static gboolean
is_name_char (gunichar character)
{
  return g_unichar_isalnum (character) || character == '_';
}

/* Where "@" and @name stand as a whole word; NULL when they do not. Names on networks know no case. */
static const char *
find_handle (const char *text, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@'))
    if (g_ascii_strncasecmp (at + 1, name, length) == 0 && !is_name_char (g_utf8_get_char (at + 1 + length))
        && (at == text || !is_name_char (g_utf8_get_char (g_utf8_find_prev_char (text, at)))))
      return at;
  return NULL;
}

/* The company's name as a hashtag would be made of it. */
static char *
dup_tag (const char *company)
{
  GString *tag = g_string_new (NULL);

  for (const char *at = company; *at != '\0'; at = g_utf8_next_char (at))
    if (is_name_char (g_utf8_get_char (at)))
      g_string_append_unichar (tag, g_utf8_get_char (at));
  return g_string_free (tag, FALSE);
}

static const char *
skip_sign (const char *handle)
{
  return *handle == '@' ? handle + 1 : handle;
}

static gboolean
names_company (const char *tag, gsize length, const char *const *names)
{
  for (; *names != NULL; names++)
    if (length > 0 && strlen (*names) == length && g_ascii_strncasecmp (tag, *names, length) == 0)
      return TRUE;
  return FALSE;
}

/* "#BT" or "$BT" instead of "@BT". */
static gboolean
warn_of_tag (const HeedCheck *check, const char *handle)
{
  g_autofree char *company = dup_tag (check->facts->company != NULL ? check->facts->company : "");
  g_autofree char *user = g_strndup (handle, strcspn (handle, "@."));
  const char *const names[] = { handle, user, company, NULL };
  g_autoptr (GArray) tags = heed_tag_finder_find (check->text, check->options->network);
  g_autoptr (GArray) shares = heed_tag_finder_find_cashtags (check->text, check->options->network);

  g_array_append_vals (tags, shares->data, shares->len);
  for (guint i = 0; i < tags->len; i++)
    {
      HeedSpan tag = g_array_index (tags, HeedSpan, i);
      const char *name = g_utf8_next_char (check->text + tag.start);
      if (!names_company (name, (gsize) (check->text + tag.end - name), names))
        continue;
      heed_check_warn (check, "hashtag", tag.start, tag.end,
                       _ ("A hashtag does not reach the company; write its address instead."),
                       g_strconcat ("@", handle, NULL));
      return TRUE;
    }
  return FALSE;
}

/* The company's handle of another network names nobody here, or somebody else. */
static gboolean
warn_of_foreign (const HeedCheck *check, const char *handle)
{
  GHashTableIter iter;
  gpointer value;
  const char *found = NULL;
  gsize length = 0;

  g_hash_table_iter_init (&iter, check->facts->handles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const char *other = skip_sign (value);
      const char *at = g_ascii_strcasecmp (other, handle) != 0 ? find_handle (check->text, other) : NULL;
      /* "@bt" is found in "@bt@server" as well: the longest is meant. */
      if (at != NULL && strlen (other) > length)
        {
          found = at;
          length = strlen (other);
        }
    }
  if (found == NULL)
    return FALSE;
  gsize start = (gsize) (found - check->text);
  heed_check_warn (check, "foreign-mention", start, start + 1 + length,
                   _ ("This is the company's address on another network; here it reaches nobody."),
                   g_strconcat ("@", handle, NULL));
  return TRUE;
}

static gboolean
names (const char *mention, gsize length, const char *handle)
{
  return strlen (handle) == length && g_ascii_strncasecmp (mention, handle, length) == 0;
}

/* The company's own mention as the network finds it; NULL when it finds none. */
static const char *
find_mention (const HeedCheck *check, const char *handle)
{
  g_autoptr (GArray) mentions = heed_mention_finder_find (check->text, check->options->network);

  for (guint i = 0; i < mentions->len; i++)
    {
      HeedSpan span = g_array_index (mentions, HeedSpan, i);
      const char *name = g_utf8_next_char (check->text + span.start);
      if (names (name, (gsize) (check->text + span.end - name), handle))
        return check->text + span.start;
    }
  return NULL;
}

/* Moves the mention to the front; what stood before it follows, without the comma that led to it. */
static void
warn_of_buried (const HeedCheck *check, const char *mention, const char *handle)
{
  gsize start = (gsize) (mention - check->text);
  gsize end = start + 1 + strlen (handle);
  g_autofree char *before = g_strndup (check->text, start);
  gsize length = strlen (g_strchomp (before));

  if (length > 0 && before[length - 1] == ',')
    before[length - 1] = '\0';
  heed_check_warn (check, "buried-mention", 0, end,
                   _ ("Start with the company's address, so that it is spoken to and not about."),
                   g_strconcat ("@", handle, " ", before, NULL));
}

/** heed_check_mention: whether the company is told of a public post. */
void
heed_check_mention (const HeedCheck *check)
{
  g_return_if_fail (check != NULL && check->text != NULL);

  const char *network = check->options->network;
  const char *handle = network != NULL ? g_hash_table_lookup (check->facts->handles, network) : NULL;

  /* The Fediverse is one: a handle for one of its kinds of server serves the others. */
  if (handle == NULL && g_strcmp0 (network, "gotosocial") == 0)
    handle = g_hash_table_lookup (check->facts->handles, "mastodon");
  /* On Reddit a post in the company's place reaches it without a mention. */
  if (!check->is_public || handle == NULL || g_strcmp0 (network, "reddit") == 0)
    return;

  handle = skip_sign (handle);
  const char *mention = find_mention (check, handle);
  if (mention != NULL)
    {
      if (g_utf8_pointer_to_offset (check->text, mention) > LATEST_MENTION)
        warn_of_buried (check, mention, handle);
      return;
    }
  if (!warn_of_tag (check, handle) && !warn_of_foreign (check, handle))
    heed_check_warn (check, "no-mention", 0, 0, _ ("The company is not told of this post; start with its address."),
                     g_strconcat ("@", handle, " ", NULL));
}
