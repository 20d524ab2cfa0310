/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-channel-item.h"

#include <glib/gi18n.h>

#include "heed-case-words.h"

struct _HeedChannelItem
{
  GObject parent_instance;

  char *channel;
  char *network;
  char *account;
  char *title;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedChannelItem, heed_channel_item, G_TYPE_OBJECT)

/* The networks a message can be made for, in the order in which they are offered. */
static const char *const networks[] = { "mastodon", "bluesky", "x", "threads" };

static const char *
get_subtitle (HeedChannelItem *self)
{
  if (self->account != NULL)
    return self->account;
  if (self->network != NULL)
    return _ ("No account known");
  if (g_strcmp0 (self->channel, "email") == 0)
    return _ ("No address known");
  return "";
}

static void
heed_channel_item_finalize (GObject *object)
{
  HeedChannelItem *self = HEED_CHANNEL_ITEM (object);

  g_free (self->channel);
  g_free (self->network);
  g_free (self->account);
  g_free (self->title);
  G_OBJECT_CLASS (heed_channel_item_parent_class)->finalize (object);
}

static void
heed_channel_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedChannelItem *self = HEED_CHANNEL_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, get_subtitle (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, heed_words_channel_icon (self->channel));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_channel_item_class_init (HeedChannelItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = heed_channel_item_finalize;
  object_class->get_property = heed_channel_item_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_channel_item_init (HeedChannelItem *self)
{
}

/**
 * heed_channel_item_new: a channel to choose.
 * @network: (nullable): for the channels that live on one
 * @account: (nullable): the company's handle or address there
 */
HeedChannelItem *
heed_channel_item_new (const char *channel, const char *network, const char *account)
{
  g_return_val_if_fail (channel != NULL, NULL);

  HeedChannelItem *self = g_object_new (HEED_TYPE_CHANNEL_ITEM, NULL);
  self->channel = g_strdup (channel);
  self->network = g_strdup (network);
  self->account = g_strdup (account);
  self->title = heed_words_dup_channel (channel, network);
  return self;
}

/** heed_channel_item_get_channel: (transfer none): the channel's word. */
const char *
heed_channel_item_get_channel (HeedChannelItem *self)
{
  g_return_val_if_fail (HEED_IS_CHANNEL_ITEM (self), NULL);
  return self->channel;
}

/** heed_channel_item_get_network: (transfer none) (nullable): the network it lives on. */
const char *
heed_channel_item_get_network (HeedChannelItem *self)
{
  g_return_val_if_fail (HEED_IS_CHANNEL_ITEM (self), NULL);
  return self->network;
}

/** heed_channel_item_get_account: (transfer none) (nullable): the company's handle or address there. */
const char *
heed_channel_item_get_account (HeedChannelItem *self)
{
  g_return_val_if_fail (HEED_IS_CHANNEL_ITEM (self), NULL);
  return self->account;
}

static void
append_channel (GListStore *items, const char *channel, const char *network, const char *account)
{
  g_autoptr (HeedChannelItem) item = heed_channel_item_new (channel, network, account);

  g_list_store_append (items, item);
}

static void
append_networks (GListStore *items, const HeedFacts *facts, gboolean known)
{
  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      const char *handle = g_hash_table_lookup (facts->handles, networks[i]);

      if ((handle != NULL) != known)
        continue;
      append_channel (items, "public", networks[i], handle);
      if (known)
        append_channel (items, "dm", networks[i], handle);
    }
}

/* Where the company wrote in public, one can answer below it. */
static void
append_replies (GListStore *items, const HeedFacts *facts, const GPtrArray *events)
{
  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    if (heed_channel_find_post (events, networks[i]) != NULL)
      append_channel (items, "reply", networks[i], g_hash_table_lookup (facts->handles, networks[i]));
}

/**
 * heed_channel_find_post: (transfer none) (nullable): the newest public post of the company among @events on a network.
 * @events: (element-type HeedEvent): oldest first
 */
const HeedEvent *
heed_channel_find_post (const GPtrArray *events, const char *network)
{
  g_return_val_if_fail (events != NULL, NULL);

  for (guint i = events->len; i-- > 0;)
    {
      const HeedEvent *event = events->pdata[i];

      if (event->kind == HEED_EVENT_RECEIVED && g_strcmp0 (event->channel, "public") == 0
          && g_strcmp0 (event->network, network) == 0)
        return event;
    }
  return NULL;
}

/**
 * heed_channel_items_new_for_writing: (transfer full): what a message can be made for; first where the company is known
 * to be.
 * @events: (element-type HeedEvent): of the case
 */
GListStore *
heed_channel_items_new_for_writing (const HeedFacts *facts, const GPtrArray *events)
{
  static const char *const others[] = { "letter", "form", "chat", "phone" };
  GListStore *items = g_list_store_new (HEED_TYPE_CHANNEL_ITEM);

  g_return_val_if_fail (facts != NULL && events != NULL, items);
  append_networks (items, facts, TRUE);
  append_replies (items, facts, events);
  append_channel (items, "email", NULL, facts->company_email);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    append_channel (items, others[i], NULL, NULL);
  append_networks (items, facts, FALSE);
  return items;
}

/**
 * heed_channel_items_new_for_logging: (transfer full): where an answer can have come from, or a message have gone to.
 * @kind: of what is logged; nobody writes by phone, that is a call
 */
GListStore *
heed_channel_items_new_for_logging (const HeedFacts *facts, HeedEventKind kind)
{
  static const char *const others[] = { "letter", "phone", "chat", "form", "shop" };
  GListStore *items = g_list_store_new (HEED_TYPE_CHANNEL_ITEM);

  g_return_val_if_fail (facts != NULL, items);
  append_networks (items, facts, TRUE);
  append_channel (items, "email", NULL, facts->company_email);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kind != HEED_EVENT_SENT || !g_str_equal (others[i], "phone"))
      append_channel (items, others[i], NULL, NULL);
  append_networks (items, facts, FALSE);
  return items;
}

/** heed_channel_items_find: the position of a channel, or %GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint
heed_channel_items_find (GListModel *items, const char *channel, const char *network)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (items), G_MAXUINT);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HeedChannelItem) item = g_list_model_get_item (items, i);

      if (g_strcmp0 (item->channel, channel) == 0 && g_strcmp0 (item->network, network) == 0)
        return i;
    }
  return G_MAXUINT;
}
