/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names on the AT Protocol, by its specifications of handles, DIDs and at:// addresses (atproto.com/specs). */

#include <string.h>

#include "heed-bluesky-private.h"

#define MAX_HANDLE 253
#define MAX_LABEL 63
#define MAX_DID 2048

static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > MAX_LABEL || label[0] == '-' || label[length - 1] == '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (label[i]) && label[i] != '-')
      return FALSE;
  return TRUE;
}

/** heed_bluesky_is_handle: whether @text has the syntax of a handle, a domain name whose last part begins with a
 * letter. */
gboolean
heed_bluesky_is_handle (const char *text)
{
  if (text == NULL || strlen (text) > MAX_HANDLE)
    return FALSE;

  g_auto (GStrv) labels = g_strsplit (text, ".", -1);
  guint n = g_strv_length (labels);

  for (guint i = 0; i < n; i++)
    if (!is_label (labels[i]))
      return FALSE;
  return n >= 2 && g_ascii_isalpha (labels[n - 1][0]);
}

/** heed_bluesky_is_did: whether @text has the syntax of a DID. */
gboolean
heed_bluesky_is_did (const char *text)
{
  if (text == NULL || strlen (text) > MAX_DID || !g_str_has_prefix (text, "did:"))
    return FALSE;

  const char *method = text + strlen ("did:");
  const char *value = strchr (method, ':');
  if (value == NULL || value == method || value[1] == '\0')
    return FALSE;
  for (const char *p = method; p < value; p++)
    if (!g_ascii_islower (*p))
      return FALSE;
  for (const char *p = value + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("._:%-", *p) == NULL)
      return FALSE;
  return strchr (":%", value[strlen (value) - 1]) == NULL;
}

/** heed_bluesky_is_by: whether the record @uri lies in the repository of @did. */
gboolean
heed_bluesky_is_by (const char *uri, const char *did)
{
  const char *rest = uri != NULL && g_str_has_prefix (uri, "at://") ? uri + strlen ("at://") : NULL;

  return rest != NULL && g_str_has_prefix (rest, did) && rest[strlen (did)] == '/';
}

/* Names that no server on the internet has; ".test" is for tests only. */
static gboolean
has_reserved_ending (const char *handle, gboolean test_names)
{
  static const char *const reserved[] = { "alt",   "arpa",      "example", "internal", "invalid",
                                          "local", "localhost", "onion",   NULL };
  const char *ending = strrchr (handle, '.') + 1;

  return g_strv_contains (reserved, ending) || (g_str_equal (ending, "test") && !test_names);
}

/* Copying a name out of an app brings white space and marks of direction along. */
static char *
dup_visible (const char *text)
{
  GString *visible = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c >= (gunichar) -2)
        break;
      if (g_unichar_type (c) != G_UNICODE_FORMAT && !g_unichar_iscntrl (c))
        g_string_append_unichar (visible, c);
    }
  g_strstrip (visible->str);
  return g_string_free (visible, FALSE);
}

/* The name in the address of a profile page or record, NULL where it is none of this network's. */
static char *
dup_name_in_address (const char *text)
{
  static const char *const beginnings[] = { "https://bsky.app/profile/", "http://bsky.app/profile/",
                                            "https://www.bsky.app/profile/", "bsky.app/profile/", "at://" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_strncasecmp (text, beginnings[i], strlen (beginnings[i])) == 0)
      {
        const char *name = text + strlen (beginnings[i]);
        g_autofree char *escaped = g_strndup (name, strcspn (name, "/?#"));

        return g_uri_unescape_string (escaped, NULL);
      }
  return NULL;
}

/**
 * heed_bluesky_parse_address: finds the handle or DID in what a person typed.
 * @test_names: whether names ending in ".test" are accepted
 * @certainty: (out) (optional): 2 when it can only be of this network, 1 for a bare domain name, else 0
 *
 * Returns: (transfer full) (nullable): a handle in lower case, a DID, or %NULL
 */
char *
heed_bluesky_parse_address (const char *address, gboolean test_names, guint *certainty)
{
  g_return_val_if_fail (address != NULL, NULL);

  g_autofree char *text = dup_visible (address);
  g_autofree char *named = dup_name_in_address (text);
  gboolean sure = named != NULL;
  const char *name = sure ? named : text;

  if (certainty != NULL)
    *certainty = 0;
  if (*name == '@')
    name++;
  if (g_str_has_prefix (name, "did:"))
    {
      if (!heed_bluesky_is_did (name))
        return NULL;
      if (certainty != NULL)
        *certainty = 2;
      return g_strdup (name);
    }
  if (!heed_bluesky_is_handle (name))
    return NULL;

  g_autofree char *handle = g_ascii_strdown (name, -1);
  if (has_reserved_ending (handle, test_names))
    return NULL;
  if (certainty != NULL)
    *certainty = sure || g_str_has_suffix (handle, ".bsky.social") ? 2 : 1;
  return g_steal_pointer (&handle);
}

/** heed_bluesky_dup_post_url: (transfer full) (nullable): where a person can see the post @uri of @handle, a handle or
 * DID. */
char *
heed_bluesky_dup_post_url (const char *uri, const char *handle)
{
  const char *key = strrchr (uri, '/');

  return key != NULL && key[1] != '\0' ? g_strdup_printf ("https://bsky.app/profile/%s/post/%s", handle, key + 1)
                                       : NULL;
}
