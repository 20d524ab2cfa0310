/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-item.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "heed-format.h"

/* Texts are made when a row asks for them: an account can have thousands of exchanges, and a screen shows ten. */
struct _HeedExchangeItem
{
  GObject parent_instance;

  HeedAccountItem *account;
  guint index;
  gint64 now;
  GTimeZone *zone;
};

enum
{
  PROP_ASKED = 1,
  PROP_QUESTION,
  PROP_ANSWERED,
  PROP_REPLY,
  PROP_HAS_REPLY,
  PROP_URL,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedExchangeItem, heed_exchange_item, G_TYPE_OBJECT)

static const HeedExchange *
get_exchange (HeedExchangeItem *self)
{
  const HeedExchangeSet *set = heed_account_item_get_checked (self->account)->set;

  return &g_array_index (set->exchanges, HeedExchange, self->index);
}

static const HeedPost *
get_post (HeedExchangeItem *self, guint index)
{
  const HeedExchangeSet *set = heed_account_item_get_checked (self->account)->set;

  return set->posts != NULL && index < set->posts->len ? set->posts->pdata[index] : NULL;
}

static char *
dup_asked (HeedExchangeItem *self)
{
  const HeedPost *post = get_post (self, get_exchange (self)->message);
  g_autofree char *when = heed_format_day_time (get_exchange (self)->asked_at, self->now, self->zone);

  if (post == NULL || post->author_handle == NULL)
    return g_steal_pointer (&when);
  return g_strdup_printf ("@%s · %s", post->author_handle, when);
}

static char *
dup_answered (HeedExchangeItem *self)
{
  const HeedExchange *exchange = get_exchange (self);

  if (exchange->answered_at == HEED_NEVER)
    return g_strdup (_ ("No public reply seen"));
  g_autofree char *lag = heed_format_duration ((double) (exchange->answered_at - exchange->asked_at));
  return g_strdup_printf (_ ("Answered after %s"), lag);
}

static const char *
get_text (HeedExchangeItem *self, guint index)
{
  const HeedPost *post = get_post (self, index);

  return post != NULL && post->text != NULL ? post->text : "";
}

static const char *
get_url (HeedExchangeItem *self)
{
  const HeedPost *reply = get_post (self, get_exchange (self)->reply);
  const HeedPost *message = get_post (self, get_exchange (self)->message);

  if (reply != NULL && reply->url != NULL)
    return reply->url;
  return message != NULL ? message->url : NULL;
}

static void
heed_exchange_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedExchangeItem *self = HEED_EXCHANGE_ITEM (object);

  switch (id)
    {
    case PROP_ASKED:
      g_value_take_string (value, dup_asked (self));
      break;
    case PROP_QUESTION:
      g_value_set_string (value, get_text (self, get_exchange (self)->message));
      break;
    case PROP_ANSWERED:
      g_value_take_string (value, dup_answered (self));
      break;
    case PROP_REPLY:
      g_value_set_string (value, get_text (self, get_exchange (self)->reply));
      break;
    case PROP_HAS_REPLY:
      g_value_set_boolean (value, *get_text (self, get_exchange (self)->reply) != '\0');
      break;
    case PROP_URL:
      g_value_set_string (value, get_url (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_exchange_item_finalize (GObject *object)
{
  HeedExchangeItem *self = HEED_EXCHANGE_ITEM (object);

  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (heed_exchange_item_parent_class)->finalize (object);
}

static void
heed_exchange_item_class_init (HeedExchangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = heed_exchange_item_get_property;
  object_class->finalize = heed_exchange_item_finalize;

  props[PROP_ASKED] = g_param_spec_string ("asked", NULL, NULL, NULL, flags);
  props[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, NULL, flags);
  props[PROP_ANSWERED] = g_param_spec_string ("answered", NULL, NULL, NULL, flags);
  props[PROP_REPLY] = g_param_spec_string ("reply", NULL, NULL, NULL, flags);
  props[PROP_HAS_REPLY] = g_param_spec_boolean ("has-reply", NULL, NULL, FALSE, flags);
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_exchange_item_init (HeedExchangeItem *self)
{
}

static int
compare_newest_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 at_a = get_exchange ((HeedExchangeItem *) a)->asked_at;
  gint64 at_b = get_exchange ((HeedExchangeItem *) b)->asked_at;

  return (at_a < at_b) - (at_a > at_b);
}

/**
 * heed_exchange_item_list_new: all exchanges of an account, newest first.
 * @now: Unix seconds
 * @zone: whose clock the times are for
 *
 * Returns: (transfer full): of #HeedExchangeItem
 */
GListModel *
heed_exchange_item_list_new (HeedAccountItem *account, gint64 now, GTimeZone *zone)
{
  g_return_val_if_fail (HEED_IS_ACCOUNT_ITEM (account) && zone != NULL, NULL);

  GListStore *list = g_list_store_new (HEED_TYPE_EXCHANGE_ITEM);
  const HeedExchangeSet *set = heed_account_item_get_checked (account)->set;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < set->exchanges->len; i++)
    {
      HeedExchangeItem *item = g_object_new (HEED_TYPE_EXCHANGE_ITEM, NULL);

      item->account = g_object_ref (account);
      item->index = i;
      item->now = now;
      item->zone = g_time_zone_ref (zone);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
  g_list_store_sort (list, compare_newest_first, NULL);
  return G_LIST_MODEL (list);
}
