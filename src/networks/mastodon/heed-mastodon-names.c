/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "heed-mastodon-private.h"

/* Networks whose profile pages have addresses of the same form, and which speak another language. */
static const char *const elsewhere[] = { "x.com",       "twitter.com",  "bsky.app",      "threads.net",
                                         "threads.com", "facebook.com", "instagram.com", "linkedin.com",
                                         "reddit.com",  "youtube.com",  "tiktok.com",    "pinterest.com",
                                         "medium.com",  "t.me",         "github.com",    "twitch.tv",
                                         NULL };

void
heed_mastodon_name_clear (HeedMastodonName *name)
{
  g_clear_pointer (&name->scheme, g_free);
  g_clear_pointer (&name->host, g_free);
  g_clear_pointer (&name->user, g_free);
}

static gboolean
is_user (const char *user)
{
  return *user != '\0' && strlen (user) <= 100
         && strspn (user, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_.-") == strlen (user);
}

static gboolean
is_loopback (const char *host)
{
  gsize length = strcspn (host, ":");

  return g_ascii_strncasecmp (host, "localhost", MAX (length, strlen ("localhost"))) == 0
         || (length > strlen (".localhost")
             && g_ascii_strncasecmp (host + length - strlen (".localhost"), ".localhost", strlen (".localhost")) == 0)
         || strncmp (host, "127.0.0.1", MAX (length, strlen ("127.0.0.1"))) == 0;
}

static gboolean
is_port (const char *port)
{
  return *port != '\0' && strlen (port) <= 5 && strspn (port, G_CSET_DIGITS) == strlen (port);
}

static gboolean
is_elsewhere (const char *host)
{
  return g_strv_contains (elsewhere, g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

static gboolean
is_server (const char *host, gboolean allow_loopback)
{
  if (*host == '\0' || strlen (host) > 253 || strspn (host, G_CSET_a_2_z G_CSET_DIGITS ".-") != strlen (host))
    return FALSE;
  return is_loopback (host) ? allow_loopback : strchr (host, '.') != NULL && !is_elsewhere (host);
}

/* The host as the wire has it, or NULL when @text is none. */
static char *
dup_host (const char *text, gboolean allow_loopback)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_autofree char *ascii = parts[0] != NULL ? g_hostname_to_ascii (parts[0]) : NULL;
  g_autofree char *host = ascii != NULL ? g_ascii_strdown (ascii, -1) : NULL;

  if (host == NULL || !is_server (host, allow_loopback))
    return NULL;
  if (parts[1] == NULL)
    return g_steal_pointer (&host);
  return is_port (parts[1]) ? g_strconcat (host, ":", parts[1], NULL) : NULL;
}

static gboolean
take (HeedMastodonName *name, const char *scheme, const char *user, const char *host, guint certainty,
      gboolean allow_loopback)
{
  g_autofree char *good_host = is_user (user) ? dup_host (host, allow_loopback) : NULL;

  if (good_host == NULL)
    return FALSE;
  if (scheme == NULL)
    scheme = is_loopback (good_host) ? "http" : "https";
  if (g_str_equal (scheme, "http") && !is_loopback (good_host))
    scheme = "https";
  name->scheme = g_strdup (scheme);
  name->host = g_steal_pointer (&good_host);
  name->user = g_strdup (user);
  name->certainty = certainty;
  return TRUE;
}

/**
 * heed_mastodon_name_parse_acct: reads "user@host", with or without "@" or "acct:" before it.
 * @allow_loopback: whether this machine may be named, as tests do
 */
gboolean
heed_mastodon_name_parse_acct (const char *acct, gboolean allow_loopback, HeedMastodonName *name)
{
  if (g_str_has_prefix (acct, "acct:"))
    acct += strlen ("acct:");
  if (*acct == '@')
    acct++;

  g_auto (GStrv) parts = g_strsplit (acct, "@", 3);
  return g_strv_length (parts) == 2 && take (name, NULL, parts[0], parts[1], 2, allow_loopback);
}

/* /@user, /@user@other, /users/user, /user; more may follow, as below a post's address. */
static gboolean
parse_path (const char *scheme, const char *host, const char *path, gboolean allow_loopback, HeedMastodonName *name)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint n = g_strv_length (parts);

  while (n > 1 && *parts[n - 1] == '\0')
    n--;
  if (n < 2)
    return FALSE;
  if (*parts[1] == '@' && strchr (parts[1] + 1, '@') != NULL)
    return heed_mastodon_name_parse_acct (parts[1], allow_loopback, name);
  if (*parts[1] == '@')
    return take (name, scheme, parts[1] + 1, host, 2, allow_loopback);
  if (g_str_equal (parts[1], "users") && n > 2)
    return take (name, scheme, parts[2], host, 2, allow_loopback);
  return n == 2 && take (name, scheme, parts[1], host, 1, allow_loopback);
}

/**
 * heed_mastodon_name_parse: reads what a person typed: a handle or the address of a profile page.
 *
 * Returns: %FALSE when it is neither
 */
gboolean
heed_mastodon_name_parse (const char *address, gboolean allow_loopback, HeedMastodonName *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (address));

  if (strstr (trimmed, "://") == NULL && !g_str_has_prefix (trimmed, "www.") && strchr (trimmed, '/') == NULL)
    return heed_mastodon_name_parse_acct (trimmed, allow_loopback, name);

  const char *start = strstr (trimmed, "://");
  g_autofree char *scheme = start != NULL ? g_ascii_strdown (trimmed, start - trimmed) : g_strdup ("https");
  if (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return FALSE;
  start = start != NULL ? start + strlen ("://") : trimmed;
  g_autofree char *host = g_strndup (start, strcspn (start, "/?#"));
  g_autofree char *path = g_strndup (start + strlen (host), strcspn (start + strlen (host), "?#"));
  return parse_path (scheme, host, path, allow_loopback, name);
}
