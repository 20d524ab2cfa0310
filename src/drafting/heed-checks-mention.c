/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the company is told of a post: only a real mention does that, in public one near its start. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-checks-private.h"
#include "heed-handle.h"
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
      const char *other = heed_handle_skip_sign (value);
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
names (const char *mention, gsize length, const char *name)
{
  return strlen (name) == length && g_ascii_strncasecmp (mention, name, length) == 0;
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

/* The company's whole handle on the Fediverse, where the sheet has one for @user; NULL where it has none. */
static const char *
find_whole (const HeedCheck *check, const char *user)
{
  GHashTableIter iter;
  gpointer network;
  gpointer value;

  g_hash_table_iter_init (&iter, check->facts->handles);
  while (g_hash_table_iter_next (&iter, &network, &value))
    {
      const char *handle = heed_handle_skip_sign (value);
      const char *at = strchr (handle, '@');
      if (heed_handle_is_fediverse (network) && at != NULL && names (handle, (gsize) (at - handle), user))
        return handle;
    }
  return NULL;
}

/* On the Fediverse a name alone is somebody on the server that it is written on. */
static gboolean
warn_of_short (const HeedCheck *check, const char *handle)
{
  g_autofree char *user = g_strndup (handle, strcspn (handle, "@"));
  const char *whole = strchr (handle, '@') != NULL ? handle : find_whole (check, user);
  const char *mention = find_mention (check, user);
  if (mention == NULL)
    return FALSE;

  gsize start = (gsize) (mention - check->text);
  heed_check_warn (check, "short-mention", start, start + 1 + strlen (user),
                   _ ("Write the whole handle, @name@server: without its server it reaches nobody on another one."),
                   whole != NULL ? g_strconcat ("@", whole, NULL) : NULL);
  return TRUE;
}

/* Behind the name at @at, with all that any network may have in one. */
static const char *
skip_address (const char *at)
{
  while (*at != '\0' && (is_name_char (g_utf8_get_char (at)) || strchr ("@.-", *at) != NULL))
    at = g_utf8_next_char (at);
  return at;
}

/* On Bluesky an address without a dot, elsewhere one with a server or of Bluesky. "@name-team" is a name with more text
 * behind it. */
static gboolean
has_foreign_form (const char *network, const char *address)
{
  return heed_handle_judge (network, address) == HEED_HANDLE_IS_FOREIGN
         && (g_str_equal (network, "bluesky") || strchr (address + 1, '@') != NULL
             || heed_link_finder_ends_in_tld (address));
}

/* An address in the form of another network. With a @handle it is mended to that. */
static gboolean
warn_of_form (const HeedCheck *check, const char *handle)
{
  gboolean is_found = FALSE;

  for (const char *at = strchr (check->text, '@'), *behind; at != NULL; at = strchr (behind, '@'))
    {
      behind = skip_address (at + 1);
      const char *end = behind;
      while (end > at && strchr ("@.-", end[-1]) != NULL)
        end--;
      g_autofree char *address = g_strndup (at, (gsize) (end - at));
      gboolean is_mail = at > check->text && is_name_char (g_utf8_get_char (g_utf8_find_prev_char (check->text, at)));
      if (end == at || is_mail || !has_foreign_form (check->options->network, address))
        continue;
      heed_check_warn (check, "foreign-mention", (gsize) (at - check->text), (gsize) (end - check->text),
                       _ ("This is an address of another network; here it reaches nobody, or somebody else."),
                       handle != NULL && !is_found ? g_strconcat ("@", handle, NULL) : NULL);
      is_found = TRUE;
    }
  return is_found;
}

/* Whether what is written reaches nobody without an address in it. On Reddit a post in the company's place does. */
static gboolean
needs_mention (const HeedCheck *check)
{
  const char *network = check->options->network;

  if (network == NULL || g_str_equal (network, "reddit"))
    return FALSE;
  return check->is_public || (heed_handle_is_fediverse (network) && g_str_equal (check->options->channel, "dm"));
}

/* A mention that is there, but late, or of nobody. */
static void
check_found (const HeedCheck *check, const char *mention, const char *handle)
{
  if (heed_handle_is_fediverse (check->options->network) && strchr (handle, '@') == NULL)
    warn_of_short (check, handle);
  else if (check->is_public && g_utf8_pointer_to_offset (check->text, mention) > LATEST_MENTION)
    warn_of_buried (check, mention, handle);
  warn_of_form (check, NULL);
}

static void
check_missing (const HeedCheck *check, const char *handle)
{
  gboolean is_fediverse = heed_handle_is_fediverse (check->options->network);

  if (!warn_of_tag (check, handle) && !(is_fediverse && warn_of_short (check, handle))
      && !warn_of_foreign (check, handle) && !warn_of_form (check, handle))
    heed_check_warn (check, "no-mention", 0, 0, _ ("The company is not told of this post; start with its address."),
                     g_strconcat ("@", handle, " ", NULL));
}

/** heed_check_mention: whether the company is told of a post. */
void
heed_check_mention (const HeedCheck *check)
{
  g_return_if_fail (check != NULL && check->text != NULL);

  const char *handle = needs_mention (check) ? heed_handle_find (check->facts, check->options->network) : NULL;
  if (handle == NULL)
    return;

  handle = heed_handle_skip_sign (handle);
  const char *mention = find_mention (check, handle);
  if (heed_handle_judge (check->options->network, handle) == HEED_HANDLE_IS_FOREIGN)
    warn_of_form (check, NULL);
  else if (mention != NULL)
    check_found (check, mention, handle);
  else
    check_missing (check, handle);
}
