/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-network.h"

#include "heed-data.h"
#include "heed-error.h"
#include "heed-json.h"

typedef struct
{
  HeedHttp *http;
  const HeedClock *clock;
} HeedNetworkPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HeedNetwork, heed_network, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HTTP,
  PROP_CLOCK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
heed_network_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HeedNetworkPrivate *priv = heed_network_get_instance_private (HEED_NETWORK (object));

  switch (prop_id)
    {
    case PROP_HTTP:
      priv->http = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      priv->clock = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
heed_network_finalize (GObject *object)
{
  HeedNetworkPrivate *priv = heed_network_get_instance_private (HEED_NETWORK (object));

  g_clear_object (&priv->http);
  G_OBJECT_CLASS (heed_network_parent_class)->finalize (object);
}

static void
heed_network_class_init (HeedNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = heed_network_set_property;
  object_class->finalize = heed_network_finalize;

  properties[PROP_HTTP] = g_param_spec_object ("http", NULL, NULL, HEED_TYPE_HTTP,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLOCK] = g_param_spec_pointer ("clock", NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_network_init (HeedNetwork *self)
{
}

/** heed_network_get_name: (transfer none): the network's name in the store and on the command line. */
const char *
heed_network_get_name (HeedNetwork *self)
{
  g_return_val_if_fail (HEED_IS_NETWORK (self), NULL);
  return HEED_NETWORK_GET_CLASS (self)->name;
}

/** heed_network_get_title: (transfer none): how people call the network. */
const char *
heed_network_get_title (HeedNetwork *self)
{
  g_return_val_if_fail (HEED_IS_NETWORK (self), NULL);
  return HEED_NETWORK_GET_CLASS (self)->title;
}

/** heed_network_dup_servers: (transfer full): whom it asks, as a sentence. */
char *
heed_network_dup_servers (HeedNetwork *self)
{
  g_return_val_if_fail (HEED_IS_NETWORK (self), NULL);
  return HEED_NETWORK_GET_CLASS (self)->dup_servers (self);
}

/** heed_network_get_http: (transfer none): the session its requests go through. */
HeedHttp *
heed_network_get_http (HeedNetwork *self)
{
  HeedNetworkPrivate *priv = heed_network_get_instance_private (self);

  g_return_val_if_fail (HEED_IS_NETWORK (self), NULL);
  return priv->http;
}

/** heed_network_get_clock: (transfer none): the clock it was handed. */
const HeedClock *
heed_network_get_clock (HeedNetwork *self)
{
  HeedNetworkPrivate *priv = heed_network_get_instance_private (self);

  g_return_val_if_fail (HEED_IS_NETWORK (self), NULL);
  return priv->clock;
}

/** heed_network_matches: 0 when @address is none of this network's, 1 perhaps, 2 surely. Makes no request. */
guint
heed_network_matches (HeedNetwork *self, const char *address)
{
  g_return_val_if_fail (HEED_IS_NETWORK (self) && address != NULL, 0);
  return HEED_NETWORK_GET_CLASS (self)->matches (self, address);
}

/** heed_network_dup_handle: (transfer full) (nullable): the handle in @address, when it is one of this network's. */
char *
heed_network_dup_handle (HeedNetwork *self, const char *address)
{
  g_return_val_if_fail (HEED_IS_NETWORK (self) && address != NULL, NULL);
  return HEED_NETWORK_GET_CLASS (self)->dup_handle (self, address);
}

/**
 * heed_network_resolve_async: finds the account that @address names.
 * @address: a handle or profile URL as a person typed it
 */
void
heed_network_resolve_async (HeedNetwork *self, const char *address, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_NETWORK (self) && address != NULL);
  HEED_NETWORK_GET_CLASS (self)->resolve_async (self, address, cancellable, callback, user_data);
}

/** heed_network_resolve_finish: (transfer full): the account, or one of #HeedError. */
HeedAccount *
heed_network_resolve_finish (HeedNetwork *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (HEED_IS_NETWORK (self), NULL);
  return HEED_NETWORK_GET_CLASS (self)->resolve_finish (self, result, error);
}

/**
 * heed_network_read_async: reads what an account did in public.
 *
 * Posts go to @options as they arrive; @options is copied, but its newer_than
 * and user_data must live until the end.
 */
void
heed_network_read_async (HeedNetwork *self, const HeedAccount *account, const HeedReadOptions *options,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_NETWORK (self) && account != NULL && options != NULL && options->posts != NULL);
  HEED_NETWORK_GET_CLASS (self)->read_async (self, account, options, cancellable, callback, user_data);
}

/** heed_network_read_finish: (transfer full): how the reading ended, or why it could not begin. */
HeedReading *
heed_network_read_finish (HeedNetwork *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (HEED_IS_NETWORK (self), NULL);
  return HEED_NETWORK_GET_CLASS (self)->read_finish (self, result, error);
}

/**
 * heed_network_load_limit: a network's manners, as data/limits/networks.json has them.
 * @name: as heed_network_get_name()
 * @limit: (out): for heed_http_set_limit()
 *
 * Returns: %FALSE with %HEED_ERROR_MALFORMED when the file does not name the network or says no sensible numbers
 */
gboolean
heed_network_load_limit (const char *name, HeedHttpLimit *limit, GError **error)
{
  g_return_val_if_fail (name != NULL && limit != NULL, FALSE);

  g_autoptr (GBytes) bytes = heed_data_lookup ("limits/networks.json", error);
  g_autoptr (JsonNode) root = bytes != NULL ? heed_json_parse (bytes, error) : NULL;
  if (root == NULL)
    return FALSE;

  JsonObject *file = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *entry = heed_json_get_object (heed_json_get_object (file, "networks"), name);
  gint64 concurrent = heed_json_get_int (entry, "concurrent", 0);
  gint64 tries = heed_json_get_int (entry, "tries", 0);
  if (concurrent < 1 || concurrent > 64 || tries < 1 || tries > 10)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, "data/limits/networks.json has no limits for %s.", name);
      return FALSE;
    }
  limit->concurrent = (guint) concurrent;
  limit->tries = (guint) tries;
  return TRUE;
}

/** heed_reading_new: (transfer full): a reading that has read nothing yet. */
HeedReading *
heed_reading_new (void)
{
  HeedReading *reading = g_new0 (HeedReading, 1);

  reading->why = g_ptr_array_new_with_free_func (g_free);
  return reading;
}

void
heed_reading_free (HeedReading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->cursor);
  g_strfreev (reading->pinned);
  g_ptr_array_unref (reading->why);
  g_free (reading);
}
