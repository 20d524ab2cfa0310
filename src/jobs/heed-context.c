/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-context.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-bluesky.h"
#include "heed-error.h"
#include "heed-mastodon.h"

/* Characters of an address that a message quotes. */
#define MOST_QUOTED 80

struct _HeedContext
{
  GObject parent_instance;

  HeedClock *clock;
  HeedHttp *http;
  HeedStore *store;
  GTimeZone *timezone;
  GPtrArray *past_timezones;
  HeedSettings *settings;
  GPtrArray *networks;
  char *data_folder;
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
  g_clear_pointer (&self->past_timezones, g_ptr_array_unref);
  g_clear_pointer (&self->clock, heed_clock_free);
  g_clear_pointer (&self->settings, heed_settings_free);
  g_free (self->data_folder);
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
  self->data_folder = g_strdup (data_folder);
  self->store = heed_store_open (path, error);
  if (self->store == NULL)
    return NULL;
  self->timezone = g_time_zone_new_local ();
  self->past_timezones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);
  self->settings = heed_settings_new_from_locale ();
  self->http = heed_http_new (self->clock);
  self->networks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->networks, heed_mastodon_new (self->http, self->clock));
  g_ptr_array_add (self->networks, heed_bluesky_new (self->http, self->clock));
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

/** heed_context_get_data_folder: (transfer none): where the user's data are; the files of cases lie beside the store.
 */
const char *
heed_context_get_data_folder (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->data_folder;
}

/** heed_context_get_timezone: (transfer none): where the user is. */
GTimeZone *
heed_context_get_timezone (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->timezone;
}

/**
 * heed_context_update_timezone: looks where the user is now.
 *
 * Returns: whether that is another zone than before; the one before stays for whoever still counts by it
 */
gboolean
heed_context_update_timezone (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), FALSE);

  g_autoptr (GTimeZone) now = g_time_zone_new_local ();
  if (g_strcmp0 (g_time_zone_get_identifier (now), g_time_zone_get_identifier (self->timezone)) == 0)
    return FALSE;
  g_ptr_array_add (self->past_timezones, self->timezone);
  self->timezone = g_steal_pointer (&now);
  return TRUE;
}

/** heed_context_get_settings: (transfer none): what the user chose, until it is set anew; else what their locale tells.
 */
const HeedSettings *
heed_context_get_settings (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->settings;
}

/** heed_context_set_settings: takes a copy of @settings, on the thread that the context is used on. */
void
heed_context_set_settings (HeedContext *self, const HeedSettings *settings)
{
  g_return_if_fail (HEED_IS_CONTEXT (self) && settings != NULL);

  HeedSettings *copy = heed_settings_copy (settings);
  heed_settings_free (self->settings);
  self->settings = copy;
}

/** heed_context_get_networks: (transfer none) (element-type HeedNetwork): those that can be read. */
GPtrArray *
heed_context_get_networks (HeedContext *self)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (self), NULL);
  return self->networks;
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

/* What was pasted by mistake may be a whole page. */
static void
set_unknown_error (const char *address, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (address, -1);
  g_autofree char *start = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MOST_QUOTED));

  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("“%s%s” is no account Heed can read. It reads Mastodon and Bluesky: write it as @name@server for "
                  "Mastodon, as name.example.com for Bluesky, or paste the address of the profile page."),
               start, strlen (start) < strlen (valid) ? "…" : "");
}

static gboolean
is_unread (HeedContext *self, HeedNetwork *network)
{
  return g_strv_contains ((const char *const *) self->settings->unread_networks, heed_network_get_name (network));
}

/**
 * heed_context_match_network: finds the connector for what a person typed.
 *
 * Returns: (transfer none): the surest one, or %HEED_ERROR_REFUSED when none knows such an address or the user does not
 *   want that network to be read
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
    set_unknown_error (address, error);
  else if (is_unread (self, best))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("Reading %s is switched off. Switch it on in the preferences, then look again."),
                   heed_network_get_title (best));
      return NULL;
    }
  return best;
}
