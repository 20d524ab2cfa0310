/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-context.h"

#include <glib/gi18n.h>

#include "heed-bluesky.h"
#include "heed-error.h"
#include "heed-mastodon.h"

struct _HeedContext
{
  GObject parent_instance;

  HeedClock *clock;
  HeedHttp *http;
  HeedStore *store;
  GTimeZone *timezone;
  GPtrArray *networks;
};

G_DEFINE_FINAL_TYPE (HeedContext, heed_context, G_TYPE_OBJECT)

static void
heed_context_finalize (GObject *object)
{
  HeedContext *self = HEED_CONTEXT (object);

  g_clear_pointer (&self->networks, g_ptr_array_unref);
  g_clear_object (&self->http);
  g_clear_object (&self->store);
  g_clear_pointer (&self->timezone, g_time_zone_unref);
  g_clear_pointer (&self->clock, heed_clock_free);
  G_OBJECT_CLASS (heed_context_parent_class)->finalize (object);
}

static void
heed_context_class_init (HeedContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_context_finalize;
}

static void
heed_context_init (HeedContext *self)
{
}

#ifdef HEED_DEBUG
/* Tests put servers on this machine in the place of the public ones. */
static void
use_test_servers (HeedContext *self)
{
  const char *appview = g_getenv ("HEED_BLUESKY_APPVIEW");
  const char *plc = g_getenv ("HEED_BLUESKY_PLC");

  heed_http_set_allow_loopback (self->http, g_getenv ("HEED_ALLOW_LOOPBACK") != NULL);
  if (appview != NULL && plc != NULL)
    heed_bluesky_set_hosts (HEED_BLUESKY (heed_context_find_network (self, "bluesky")), appview, plc);
}
#endif

/**
 * heed_context_new: opens the user's data and everything that works on it.
 * @clock: (transfer full): what time it is
 * @data_folder: made when it is missing
 *
 * Returns: (transfer full): the context, or the reason the store gave
 */
HeedContext *
heed_context_new (HeedClock *clock, const char *data_folder, GError **error)
{
  g_return_val_if_fail (clock != NULL && data_folder != NULL, NULL);

  g_autoptr (HeedContext) self = g_object_new (HEED_TYPE_CONTEXT, NULL);
  g_autofree char *path = g_build_filename (data_folder, "heed.db", NULL);

  self->clock = clock;
  self->store = heed_store_open (path, error);
  if (self->store == NULL)
    return NULL;
  self->timezone = g_time_zone_new_local ();
  self->http = heed_http_new (self->clock);
  self->networks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->networks, heed_mastodon_new (self->http, self->clock));
  g_ptr_array_add (self->networks, heed_bluesky_new (self->http, self->clock));
#ifdef HEED_DEBUG
  use_test_servers (self);
#endif
  return g_steal_pointer (&self);
}

/** heed_context_get_clock: (transfer none): the clock. */
const HeedClock *
heed_context_get_clock (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->clock;
}

/** heed_context_now: Unix seconds by the clock of @self. */
gint64
heed_context_now (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), 0);
  return heed_clock_now (self->clock);
}

/** heed_context_get_http: (transfer none): the HTTP session. */
HeedHttp *
heed_context_get_http (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->http;
}

/** heed_context_get_store: (transfer none): the user's data. */
HeedStore *
heed_context_get_store (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->store;
}

/** heed_context_get_timezone: (transfer none): where the user is. */
GTimeZone *
heed_context_get_timezone (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->timezone;
}

/** heed_context_find_network: (transfer none): the connector called @name, or %NULL. */
HeedNetwork *
heed_context_find_network (HeedContext *self, const char *name)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);

  for (guint i = 0; i < self->networks->len; i++)
    if (g_strcmp0 (heed_network_get_name (self->networks->pdata[i]), name) == 0)
      return self->networks->pdata[i];
  return NULL;
}

/**
 * heed_context_match_network: finds the connector for what a person typed.
 *
 * Returns: (transfer none): the surest one, or %HEED_ERROR_REFUSED when none knows such an address
 */
HeedNetwork *
heed_context_match_network (HeedContext *self, const char *address, GError **error)
{
  HeedNetwork *best = NULL;
  guint best_match = 0;

  g_return_val_if_fail (HEED_IS_CONTEXT (self) && address != NULL, NULL);

  for (guint i = 0; i < self->networks->len; i++)
    {
      guint match = heed_network_matches (self->networks->pdata[i], address);

      if (match > best_match)
        {
          best_match = match;
          best = self->networks->pdata[i];
        }
    }
  if (best == NULL)
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                 _ ("“%s” is no account Heed can read. Write it as @name@server for Mastodon, as name.example.com for "
                    "Bluesky, or paste the address of the profile page."),
                 address);
  return best;
}
