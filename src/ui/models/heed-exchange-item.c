/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-item.h"

#include <glib/gi18n.h>

#include "heed-classifier.h"
#include "heed-format.h"

struct _HeedExchangeItem
{
  GObject parent_instance;

  HeedExchangeList *list;
  guint32 index;
};

G_DEFINE_FINAL_TYPE (HeedExchangeItem, heed_exchange_item, G_TYPE_OBJECT)

static const HeedExchangeSet *
get_set (HeedExchangeItem *self)
{
  return heed_account_item_get_checked (heed_exchange_list_get_account (self->list))->set;
}

static const HeedPost *
get_post (HeedExchangeItem *self, guint32 index)
{
  const HeedExchangeSet *set = get_set (self);

  return set->posts != NULL && index < set->posts->len ? set->posts->pdata[index] : NULL;
}

static void
heed_exchange_item_finalize (GObject *object)
{
  g_clear_object (&HEED_EXCHANGE_ITEM (object)->list);
  G_OBJECT_CLASS (heed_exchange_item_parent_class)->finalize (object);
}

static void
heed_exchange_item_class_init (HeedExchangeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_exchange_item_finalize;
}

static void
heed_exchange_item_init (HeedExchangeItem *self)
{
}

/** heed_exchange_item_new: (transfer full): an exchange of the account of @list. @index: in the account's set */
HeedExchangeItem *
heed_exchange_item_new (HeedExchangeList *list, guint32 index)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_LIST (list), NULL);

  HeedExchangeItem *self = g_object_new (HEED_TYPE_EXCHANGE_ITEM, NULL);

  self->list = g_object_ref (list);
  self->index = index;
  return self;
}

/** heed_exchange_item_get_exchange: (transfer none): the exchange itself. */
const HeedExchange *
heed_exchange_item_get_exchange (HeedExchangeItem *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_ITEM (self), NULL);
  return &g_array_index (get_set (self)->exchanges, HeedExchange, self->index);
}

/** heed_exchange_item_get_message: (transfer none) (nullable): what the customer wrote, where it was kept. */
const HeedPost *
heed_exchange_item_get_message (HeedExchangeItem *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_ITEM (self), NULL);
  return get_post (self, heed_exchange_item_get_exchange (self)->message);
}

/** heed_exchange_item_get_reply: (transfer none) (nullable): what the company replied, where it was kept. */
const HeedPost *
heed_exchange_item_get_reply (HeedExchangeItem *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_ITEM (self), NULL);
  return get_post (self, heed_exchange_item_get_exchange (self)->reply);
}

/** heed_exchange_item_dup_asked: (transfer full): who asked, and when. */
char *
heed_exchange_item_dup_asked (HeedExchangeItem *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_ITEM (self), NULL);

  const HeedPost *post = heed_exchange_item_get_message (self);
  g_autofree char *when = heed_format_day_time (heed_exchange_item_get_exchange (self)->asked_at,
                                                heed_exchange_list_get_now (self->list),
                                                heed_exchange_list_get_zone (self->list));

  if (post == NULL || post->author_handle == NULL)
    return g_steal_pointer (&when);
  return g_strdup_printf ("@%s · %s", post->author_handle, when);
}

/** heed_exchange_item_dup_answered: (transfer full): after what time it was answered, or that no answer was seen. */
char *
heed_exchange_item_dup_answered (HeedExchangeItem *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_ITEM (self), NULL);

  const HeedExchange *exchange = heed_exchange_item_get_exchange (self);
  if (exchange->answered_at == HEED_NEVER)
    return g_strdup (_ ("No public reply seen"));
  g_autofree char *lag = heed_format_duration ((double) (exchange->answered_at - exchange->asked_at));
  return g_strdup_printf (_ ("Answered after %s"), lag);
}

/**
 * heed_exchange_item_read_reply: reads the reply again, for the words that show what it does.
 * @reading: (out caller-allocates): to be cleared where it was read
 */
gboolean
heed_exchange_item_read_reply (HeedExchangeItem *self, HeedReplyReading *reading)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_ITEM (self) && reading != NULL, FALSE);

  const HeedPost *reply = heed_exchange_item_get_reply (self);
  const HeedClassifier *classifier = reply != NULL && reply->text != NULL ? heed_classifier_get_default (NULL) : NULL;
  if (classifier == NULL)
    return FALSE;
  heed_classifier_read (classifier, reply->text, reading);
  return TRUE;
}
