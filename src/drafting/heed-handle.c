/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The company's address on a network, and whether it has the form of one there: what is written for one network names
 * nobody on another. */

#include "heed-handle.h"

#include <string.h>

#include "heed-link-finder.h"

/** heed_handle_is_fediverse: whether the accounts of a network have a server in their handle. */
gboolean
heed_handle_is_fediverse (const char *network)
{
  return g_strcmp0 (network, "mastodon") == 0 || g_strcmp0 (network, "gotosocial") == 0;
}

/** heed_handle_skip_sign: (transfer none): @handle without the "@" that it may begin with. */
const char *
heed_handle_skip_sign (const char *handle)
{
  g_return_val_if_fail (handle != NULL, NULL);
  return *handle == '@' ? handle + 1 : handle;
}

/** heed_handle_find: (transfer none) (nullable): the company's handle on @network. The Fediverse is one: a handle for
 * one of its kinds of server serves the others. */
const char *
heed_handle_find (const HeedFacts *facts, const char *network)
{
  g_return_val_if_fail (facts != NULL && network != NULL, NULL);

  const char *handle = g_hash_table_lookup (facts->handles, network);

  if (handle == NULL && g_str_equal (network, "gotosocial"))
    handle = g_hash_table_lookup (facts->handles, "mastodon");
  return handle;
}

/* "@name.bsky.social" is one of Bluesky; a name of the Fediverse has no dots on most servers. */
static HeedHandleFit
judge_fediverse (const char *name, const char *at)
{
  if (at == NULL)
    return heed_link_finder_ends_in_tld (name) ? HEED_HANDLE_IS_FOREIGN : HEED_HANDLE_LACKS_SERVER;
  return at > name && at[1] != '\0' && strchr (at + 1, '@') == NULL ? HEED_HANDLE_FITS : HEED_HANDLE_IS_FOREIGN;
}

/** heed_handle_judge: whether @handle, with its "@" or without, has the form of the accounts of @network. */
HeedHandleFit
heed_handle_judge (const char *network, const char *handle)
{
  g_return_val_if_fail (network != NULL && handle != NULL, HEED_HANDLE_IS_FOREIGN);

  const char *name = heed_handle_skip_sign (handle);
  const char *at = strchr (name, '@');
  gboolean fits = at == NULL;

  for (const char *sign = name; *sign != '\0'; sign = g_utf8_next_char (sign))
    if (g_unichar_type (g_utf8_get_char (sign)) == G_UNICODE_FORMAT || strchr ("/\\<>\"", *sign) != NULL)
      return HEED_HANDLE_IS_FOREIGN;
  if (heed_handle_is_fediverse (network))
    return judge_fediverse (name, at);
  if (g_str_equal (network, "bluesky"))
    fits = at == NULL && strchr (name, '.') != NULL;
  else if (g_str_equal (network, "x"))
    fits = strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_") == strlen (name);
  return fits ? HEED_HANDLE_FITS : HEED_HANDLE_IS_FOREIGN;
}
