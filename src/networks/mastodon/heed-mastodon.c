/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-mastodon.h"

#include <glib/gi18n.h>

#include "heed-mastodon-private.h"

struct _HeedMastodon
{
  HeedNetwork parent_instance;
};

G_DEFINE_FINAL_TYPE (HeedMastodon, heed_mastodon, HEED_TYPE_NETWORK)

static char *
heed_mastodon_dup_servers (HeedNetwork *network)
{
  return g_strdup (_ ("Asks the server that an account is on"));
}

static guint
heed_mastodon_matches (HeedNetwork *network, const char *address)
{
  g_auto (HeedMastodonName) name = { NULL };
  gboolean allow_loopback = heed_http_get_allow_loopback (heed_network_get_http (network));

  return heed_mastodon_name_parse (address, allow_loopback, &name) ? name.certainty : 0;
}

static char *
heed_mastodon_dup_handle (HeedNetwork *network, const char *address)
{
  g_auto (HeedMastodonName) name = { NULL };
  gboolean allow_loopback = heed_http_get_allow_loopback (heed_network_get_http (network));

  if (!heed_mastodon_name_parse (address, allow_loopback, &name))
    return NULL;
  return g_strdup_printf ("%s@%s", name.user, name.host);
}

static void
heed_mastodon_class_init (HeedMastodonClass *klass)
{
  HeedNetworkClass *network_class = HEED_NETWORK_CLASS (klass);

  network_class->name = "mastodon";
  network_class->title = "Mastodon";
  network_class->dup_servers = heed_mastodon_dup_servers;
  network_class->matches = heed_mastodon_matches;
  network_class->dup_handle = heed_mastodon_dup_handle;
  network_class->resolve_async = heed_mastodon_resolve_async;
  network_class->resolve_finish = heed_mastodon_resolve_finish;
  network_class->read_async = heed_mastodon_read_async;
  network_class->read_finish = heed_mastodon_read_finish;
}

static void
heed_mastodon_init (HeedMastodon *self)
{
}

/**
 * heed_mastodon_new: the connector to Mastodon and what speaks its API.
 * @http: kept
 * @clock: borrowed; must live as long as the connector
 *
 * Returns: (transfer full): the connector
 */
HeedNetwork *
heed_mastodon_new (HeedHttp *http, const HeedClock *clock)
{
  g_return_val_if_fail (HEED_IS_HTTP (http) && clock != NULL, NULL);

  return g_object_new (HEED_TYPE_MASTODON, "http", http, "clock", clock, NULL);
}
