/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-exchange-list.h"

#include "heed-exchange-item.h"
#include "heed-week.h"

/* A frame lasts 16 ms, and drawing needs its part of it. The time is looked at after so many exchanges. */
#define SLICE_US 4000
#define PER_LOOK 32

struct _HeedExchangeList
{
  GObject parent_instance;

  HeedAccountItem *account;
  gint64 now;
  GTimeZone *zone;
  GTimeZone *company_zone;

  /* Indices of exchanges: all of them, newest first, and those that fit, of the first @n_looked_at. */
  GArray *order;
  GArray *matches;
  guint n_looked_at;
  guint source;

  HeedExchangeFilter filter;
  char *text;
  gboolean *is_agent;
  gboolean sees_silence;

  /* HeedTraits of the conversation that each of the kept posts opens; made when it is first asked for. */
  guint16 *traits;
};

enum
{
  PROP_FILTERING = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void heed_exchange_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeedExchangeList, heed_exchange_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, heed_exchange_list_init_model))

static const HeedExchangeSet *
get_set (HeedExchangeList *self)
{
  return heed_account_item_get_checked (self->account)->set;
}

static gboolean
post_holds (HeedExchangeList *self, guint32 index)
{
  const HeedExchangeSet *set = get_set (self);

  if (set->posts == NULL || index >= set->posts->len)
    return FALSE;
  const HeedPost *post = set->posts->pdata[index];
  g_autofree char *text = post->text != NULL ? g_utf8_casefold (post->text, -1) : NULL;
  if (text != NULL && strstr (text, self->text) != NULL)
    return TRUE;
  g_autofree char *author = post->author_handle != NULL ? g_utf8_casefold (post->author_handle, -1) : NULL;
  return author != NULL && strstr (author, self->text) != NULL;
}

/* The hours of the week count what docs/statistics.md says: only messages whose silence could have been seen, or else
 * the answered ones. */
static gboolean
is_in_hour (HeedExchangeList *self, const HeedExchange *exchange)
{
  guint day, hour;

  if (self->filter.day < 0 && self->filter.hour < 0)
    return TRUE;
  if (self->sees_silence ? exchange->found_by_answer : exchange->answered_at == HEED_NEVER)
    return FALSE;
  heed_week_get_cell (self->company_zone, exchange->asked_at, &day, &hour);
  return (self->filter.day < 0 || (guint) self->filter.day == day)
         && (self->filter.hour < 0 || (guint) self->filter.hour == hour);
}

static void
ensure_traits (HeedExchangeList *self)
{
  const HeedExchangeSet *set = get_set (self);
  const GArray *traits = heed_account_item_get_checked (self->account)->scorecard->traits;
  guint n_posts = set->posts != NULL ? set->posts->len : 0;

  if (self->traits != NULL)
    return;
  self->traits = g_new0 (guint16, n_posts + 1);
  for (guint i = 0; i < MIN (traits->len, set->conversations->len); i++)
    {
      guint32 message = g_array_index (set->conversations, HeedConversation, i).message;

      if (message < n_posts)
        self->traits[message] = g_array_index (traits, guint16, i);
    }
}

static gboolean
has_trait (HeedExchangeList *self, const HeedExchange *exchange)
{
  const GPtrArray *posts = get_set (self)->posts;

  return posts != NULL && exchange->message < posts->len && (self->traits[exchange->message] & self->filter.trait) != 0;
}

static gboolean
fits (HeedExchangeList *self, const HeedExchange *exchange)
{
  const HeedExchangeFilter *filter = &self->filter;

  if (filter->answered != HEED_ANSWERED_ANY
      && (exchange->answered_at != HEED_NEVER) != (filter->answered == HEED_ANSWERED_YES))
    return FALSE;
  if (filter->kind != 0 && (exchange->answered_at == HEED_NEVER || (exchange->kinds & filter->kind) == 0))
    return FALSE;
  if (filter->is_signed && exchange->agent == HEED_NO_AGENT)
    return FALSE;
  if (self->is_agent != NULL && (exchange->agent == HEED_NO_AGENT || !self->is_agent[exchange->agent]))
    return FALSE;
  if (!is_in_hour (self, exchange))
    return FALSE;
  if (filter->trait != 0 && !has_trait (self, exchange))
    return FALSE;
  return self->text == NULL || post_holds (self, exchange->message) || post_holds (self, exchange->reply);
}

/* Looks on until the time is up or all is seen. */
static void
look_on (HeedExchangeList *self)
{
  const HeedExchangeSet *set = get_set (self);
  gint64 end = g_get_monotonic_time () + SLICE_US;
  guint before = self->matches->len;

  while (self->n_looked_at < self->order->len)
    {
      guint32 index = g_array_index (self->order, guint32, self->n_looked_at);

      if (fits (self, &g_array_index (set->exchanges, HeedExchange, index)))
        g_array_append_val (self->matches, index);
      if (++self->n_looked_at % PER_LOOK == 0 && g_get_monotonic_time () >= end)
        break;
    }
  if (self->matches->len > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->matches->len - before);
}

static gboolean
look_on_cb (gpointer user_data)
{
  HeedExchangeList *self = user_data;

  look_on (self);
  if (self->n_looked_at < self->order->len)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTERING]);
  return G_SOURCE_REMOVE;
}

static void
start (HeedExchangeList *self)
{
  guint n = self->matches->len;

  g_clear_handle_id (&self->source, g_source_remove);
  g_array_set_size (self->matches, 0);
  self->n_looked_at = 0;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  look_on (self);
  if (self->n_looked_at < self->order->len)
    self->source = g_idle_add (look_on_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTERING]);
}

/* Names that differ only in case are one agent. */
static gboolean *
find_agents (HeedExchangeList *self, const char *name)
{
  const GPtrArray *agents = get_set (self)->agents;
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gboolean *found = g_new0 (gboolean, agents->len + 1);

  for (guint i = 0; i < agents->len; i++)
    {
      g_autofree char *agent = g_utf8_casefold (agents->pdata[i], -1);

      found[i] = g_str_equal (agent, folded);
    }
  return found;
}

static GType
heed_exchange_list_get_item_type (GListModel *model)
{
  return HEED_TYPE_EXCHANGE_ITEM;
}

static guint
heed_exchange_list_get_n_items (GListModel *model)
{
  return HEED_EXCHANGE_LIST (model)->matches->len;
}

static gpointer
heed_exchange_list_get_item (GListModel *model, guint position)
{
  HeedExchangeList *self = HEED_EXCHANGE_LIST (model);

  if (position >= self->matches->len)
    return NULL;
  return heed_exchange_item_new (self, g_array_index (self->matches, guint32, position));
}

static void
heed_exchange_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = heed_exchange_list_get_item_type;
  iface->get_n_items = heed_exchange_list_get_n_items;
  iface->get_item = heed_exchange_list_get_item;
}

static void
heed_exchange_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FILTERING)
    g_value_set_boolean (value, HEED_EXCHANGE_LIST (object)->source != 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_exchange_list_finalize (GObject *object)
{
  HeedExchangeList *self = HEED_EXCHANGE_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->account);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->company_zone, g_time_zone_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->text);
  g_free (self->is_agent);
  g_free (self->traits);
  G_OBJECT_CLASS (heed_exchange_list_parent_class)->finalize (object);
}

static void
heed_exchange_list_class_init (HeedExchangeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = heed_exchange_list_get_property;
  object_class->finalize = heed_exchange_list_finalize;
  props[PROP_FILTERING] = g_param_spec_boolean ("filtering", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_exchange_list_init (HeedExchangeList *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->matches = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->filter = HEED_EXCHANGE_FILTER_ALL;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GArray *exchanges = user_data;
  gint64 at_a = g_array_index (exchanges, HeedExchange, *(const guint32 *) a).asked_at;
  gint64 at_b = g_array_index (exchanges, HeedExchange, *(const guint32 *) b).asked_at;

  return (at_a < at_b) - (at_a > at_b);
}

/* They usually come oldest first: to sort a hundred thousand for that would keep the main loop. */
static void
fill_order (HeedExchangeList *self, GArray *exchanges)
{
  const HeedExchange *all = (const HeedExchange *) (gpointer) exchanges->data;
  gboolean is_sorted = TRUE;

  g_array_set_size (self->order, exchanges->len);
  for (guint32 i = 0; i < exchanges->len; i++)
    {
      self->sees_silence |= !all[i].found_by_answer;
      is_sorted &= i == 0 || all[i - 1].asked_at <= all[i].asked_at;
      g_array_index (self->order, guint32, exchanges->len - 1 - i) = i;
    }
  if (!is_sorted)
    g_array_sort_with_data (self->order, compare_newest_first, exchanges);
}

/**
 * heed_exchange_list_new: all exchanges of an account.
 * @now: Unix seconds
 * @zone: whose clock the times are shown on
 *
 * Returns: (transfer full): the list
 */
HeedExchangeList *
heed_exchange_list_new (HeedAccountItem *account, gint64 now, GTimeZone *zone)
{
  g_return_val_if_fail (HEED_IS_ACCOUNT_ITEM (account) && zone != NULL, NULL);

  HeedExchangeList *self = g_object_new (HEED_TYPE_EXCHANGE_LIST, NULL);
  const HeedChecked *checked = heed_account_item_get_checked (account);

  self->account = g_object_ref (account);
  self->now = now;
  self->zone = g_time_zone_ref (zone);
  self->company_zone = heed_week_new_zone (checked->scorecard->timezone);
  fill_order (self, checked->set->exchanges);
  start (self);
  return self;
}

/** heed_exchange_list_set_filter: shows only what fits @filter, of which nothing is kept. */
void
heed_exchange_list_set_filter (HeedExchangeList *self, const HeedExchangeFilter *filter)
{
  g_return_if_fail (HEED_IS_EXCHANGE_LIST (self) && filter != NULL);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->is_agent, g_free);
  self->filter = *filter;
  self->filter.text = self->filter.agent = NULL;
  if (filter->text != NULL && *filter->text != '\0')
    self->text = g_utf8_casefold (filter->text, -1);
  if (filter->agent != NULL)
    self->is_agent = find_agents (self, filter->agent);
  if (filter->trait != 0)
    ensure_traits (self);
  start (self);
}

/** heed_exchange_list_get_n_all: how many there are without a filter. */
guint
heed_exchange_list_get_n_all (HeedExchangeList *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_LIST (self), 0);
  return self->order->len;
}

/** heed_exchange_list_is_filtering: there is more to look at. */
gboolean
heed_exchange_list_is_filtering (HeedExchangeList *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_LIST (self), FALSE);
  return self->source != 0;
}

/** heed_exchange_list_get_account: (transfer none): whose exchanges these are. */
HeedAccountItem *
heed_exchange_list_get_account (HeedExchangeList *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_LIST (self), NULL);
  return self->account;
}

/** heed_exchange_list_get_now: Unix seconds, as it was made. */
gint64
heed_exchange_list_get_now (HeedExchangeList *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_LIST (self), 0);
  return self->now;
}

/** heed_exchange_list_get_zone: (transfer none): whose clock the times are shown on. */
GTimeZone *
heed_exchange_list_get_zone (HeedExchangeList *self)
{
  g_return_val_if_fail (HEED_IS_EXCHANGE_LIST (self), NULL);
  return self->zone;
}
