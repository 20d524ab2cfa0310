/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-company-item.h"

struct _HeedCompanyItem
{
  GObject parent_instance;

  char *name;
  GListStore *accounts;
};

enum
{
  PROP_ACCOUNTS = 1,
  PROP_NAME,
  PROP_VERDICT,
  PROP_SUMMARY,
  PROP_IS_SAMPLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedCompanyItem, heed_company_item, G_TYPE_OBJECT)

static const HeedScorecard *
get_scorecard (HeedAccountItem *account)
{
  return account != NULL ? heed_account_item_get_checked (account)->scorecard : NULL;
}

static void
heed_company_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedCompanyItem *self = HEED_COMPANY_ITEM (object);
  const HeedScorecard *scorecard = get_scorecard (heed_company_item_get_best (self));

  switch (id)
    {
    case PROP_ACCOUNTS:
      g_value_set_object (value, self->accounts);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_VERDICT:
      g_value_set_string (value, scorecard != NULL ? heed_verdict_get_word (scorecard->verdict) : "");
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, scorecard != NULL ? scorecard->summary : "");
      break;
    case PROP_IS_SAMPLE:
      g_value_set_boolean (value, heed_company_item_is_sample (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_company_item_finalize (GObject *object)
{
  HeedCompanyItem *self = HEED_COMPANY_ITEM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->accounts);
  G_OBJECT_CLASS (heed_company_item_parent_class)->finalize (object);
}

static void
heed_company_item_class_init (HeedCompanyItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = heed_company_item_get_property;
  object_class->finalize = heed_company_item_finalize;

  props[PROP_ACCOUNTS] = g_param_spec_object ("accounts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  props[PROP_IS_SAMPLE] = g_param_spec_boolean ("is-sample", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_company_item_init (HeedCompanyItem *self)
{
  self->accounts = g_list_store_new (HEED_TYPE_ACCOUNT_ITEM);
}

/** heed_company_item_new: (transfer full): a company of which no account is known yet. */
HeedCompanyItem *
heed_company_item_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  HeedCompanyItem *self = g_object_new (HEED_TYPE_COMPANY_ITEM, NULL);

  self->name = g_strdup (name);
  return self;
}

static void
notify_all (HeedCompanyItem *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_ACCOUNTS; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/** heed_company_item_put_account: adds @account, or takes it instead of an earlier look at the same one. */
void
heed_company_item_put_account (HeedCompanyItem *self, HeedAccountItem *account)
{
  g_return_if_fail (HEED_IS_COMPANY_ITEM (self) && HEED_IS_ACCOUNT_ITEM (account));

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->accounts));
  guint position = 0;
  for (; position < n; position++)
    {
      g_autoptr (HeedAccountItem) other = g_list_model_get_item (G_LIST_MODEL (self->accounts), position);

      if (heed_account_item_is_same_account (account, other))
        break;
    }
  g_list_store_splice (self->accounts, position, position < n ? 1 : 0, (gpointer *) &account, 1);
  notify_all (self);
}

static gboolean
is_among (HeedAccountItem *item, GPtrArray *checked)
{
  gint64 id = heed_account_item_get_checked (item)->observation->account_id;

  for (guint i = 0; i < checked->len; i++)
    if (((const HeedChecked *) checked->pdata[i])->observation->account_id == id)
      return TRUE;
  return FALSE;
}

/**
 * heed_company_item_keep_only: forgets the accounts that are not among @checked.
 * @checked: (element-type HeedChecked)
 *
 * Returns: an account is left
 */
gboolean
heed_company_item_keep_only (HeedCompanyItem *self, GPtrArray *checked)
{
  g_return_val_if_fail (HEED_IS_COMPANY_ITEM (self) && checked != NULL, FALSE);

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->accounts));
  guint left = n;
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (HeedAccountItem) account = g_list_model_get_item (G_LIST_MODEL (self->accounts), i - 1);

      if (is_among (account, checked))
        continue;
      g_list_store_remove (self->accounts, i - 1);
      left--;
    }
  if (left < n && left > 0)
    notify_all (self);
  return left > 0;
}

/** heed_company_item_get_name: (transfer none): the name the user knows it by. */
const char *
heed_company_item_get_name (HeedCompanyItem *self)
{
  g_return_val_if_fail (HEED_IS_COMPANY_ITEM (self), NULL);
  return self->name;
}

/** heed_company_item_is_called: @name is its name, in whatever case it is written. */
gboolean
heed_company_item_is_called (HeedCompanyItem *self, const char *name)
{
  g_return_val_if_fail (HEED_IS_COMPANY_ITEM (self), FALSE);

  if (name == NULL)
    return FALSE;
  g_autofree char *own = g_utf8_casefold (self->name, -1);
  g_autofree char *other = g_utf8_casefold (name, -1);
  return strcmp (own, other) == 0;
}

/** heed_company_item_get_accounts: (transfer none): of #HeedAccountItem. */
GListModel *
heed_company_item_get_accounts (HeedCompanyItem *self)
{
  g_return_val_if_fail (HEED_IS_COMPANY_ITEM (self), NULL);
  return G_LIST_MODEL (self->accounts);
}

static gboolean
says_more (const HeedScorecard *one, const HeedScorecard *other)
{
  gboolean is_known = one->verdict != HEED_VERDICT_UNKNOWN;
  gboolean other_is_known = other->verdict != HEED_VERDICT_UNKNOWN;

  return is_known != other_is_known ? is_known : one->all.messages > other->all.messages;
}

/**
 * heed_company_item_get_best: the account to look at first: where a verdict is known, and among those the one with the
 * largest sample.
 *
 * Returns: (transfer none) (nullable): until "accounts" is notified; %NULL when there is none
 */
HeedAccountItem *
heed_company_item_get_best (HeedCompanyItem *self)
{
  HeedAccountItem *best = NULL;

  g_return_val_if_fail (HEED_IS_COMPANY_ITEM (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->accounts)); i++)
    {
      g_autoptr (HeedAccountItem) account = g_list_model_get_item (G_LIST_MODEL (self->accounts), i);
      const HeedScorecard *one = get_scorecard (account);

      if (best == NULL || says_more (one, get_scorecard (best)))
        best = account;
    }
  return best;
}

/** heed_company_item_is_sample: everything known of it is invented. */
gboolean
heed_company_item_is_sample (HeedCompanyItem *self)
{
  HeedAccountItem *best = heed_company_item_get_best (self);

  return best != NULL && heed_account_item_get_checked (best)->observation->is_sample;
}
