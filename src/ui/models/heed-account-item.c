/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-account-item.h"

#include <glib/gi18n.h>

struct _HeedAccountItem
{
  GObject parent_instance;

  HeedChecked *checked;
};

enum
{
  PROP_HANDLE = 1,
  PROP_NETWORK,
  PROP_VERDICT,
  PROP_SUMMARY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedAccountItem, heed_account_item, G_TYPE_OBJECT)

static void
heed_account_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedAccountItem *self = HEED_ACCOUNT_ITEM (object);

  switch (id)
    {
    case PROP_HANDLE:
      g_value_take_string (value, g_strconcat ("@", self->checked->observation->account->handle, NULL));
      break;
    case PROP_NETWORK:
      g_value_set_string (value, heed_account_item_get_network_title (self));
      break;
    case PROP_VERDICT:
      g_value_set_string (value, heed_verdict_get_word (self->checked->scorecard->verdict));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->checked->scorecard->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_account_item_finalize (GObject *object)
{
  HeedAccountItem *self = HEED_ACCOUNT_ITEM (object);

  g_clear_pointer (&self->checked, heed_checked_free);
  G_OBJECT_CLASS (heed_account_item_parent_class)->finalize (object);
}

static void
heed_account_item_class_init (HeedAccountItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = heed_account_item_get_property;
  object_class->finalize = heed_account_item_finalize;

  props[PROP_HANDLE] = g_param_spec_string ("handle", NULL, NULL, NULL, flags);
  props[PROP_NETWORK] = g_param_spec_string ("network", NULL, NULL, NULL, flags);
  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_account_item_init (HeedAccountItem *self)
{
}

/**
 * heed_account_item_new: an account for the views.
 * @checked: (transfer full): with an observation
 *
 * Returns: (transfer full): the item
 */
HeedAccountItem *
heed_account_item_new (HeedChecked *checked)
{
  g_return_val_if_fail (checked != NULL && checked->observation != NULL, NULL);

  HeedAccountItem *self = g_object_new (HEED_TYPE_ACCOUNT_ITEM, NULL);

  self->checked = checked;
  return self;
}

/** heed_account_item_get_checked: (transfer none): the account with its exchanges and scorecard. */
const HeedChecked *
heed_account_item_get_checked (HeedAccountItem *self)
{
  g_return_val_if_fail (HEED_IS_ACCOUNT_ITEM (self), NULL);
  return self->checked;
}

/** heed_account_item_get_network_title: (transfer none): how people call the network. */
const char *
heed_account_item_get_network_title (HeedAccountItem *self)
{
  static const struct
  {
    const char *name;
    const char *title;
  } titles[] = { { "mastodon", "Mastodon" }, { "bluesky", "Bluesky" }, { "x", "X" }, { "threads", "Threads" } };

  g_return_val_if_fail (HEED_IS_ACCOUNT_ITEM (self), NULL);

  const char *name = self->checked->observation->account->network;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (name, titles[i].name) == 0)
      return titles[i].title;
  return name;
}

/** heed_account_item_is_same_account: both are looks at one account. */
gboolean
heed_account_item_is_same_account (HeedAccountItem *self, HeedAccountItem *other)
{
  g_return_val_if_fail (HEED_IS_ACCOUNT_ITEM (self) && HEED_IS_ACCOUNT_ITEM (other), FALSE);

  const HeedAccount *a = self->checked->observation->account;
  const HeedAccount *b = other->checked->observation->account;
  return g_strcmp0 (a->network, b->network) == 0 && g_strcmp0 (a->id, b->id) == 0;
}

/** heed_verdict_get_word: (transfer none): the verdict in one or two words, translated. */
const char *
heed_verdict_get_word (HeedVerdict verdict)
{
  switch (verdict)
    {
    case HEED_VERDICT_ANSWERS:
      return C_ ("verdict on a company", "answers");
    case HEED_VERDICT_SLOW:
      return C_ ("verdict on a company", "slow");
    case HEED_VERDICT_REDIRECTS:
      return C_ ("verdict on a company", "redirects");
    case HEED_VERDICT_AUTOMATED:
      return C_ ("verdict on a company", "automated");
    case HEED_VERDICT_SILENT:
      return C_ ("verdict on a company", "silent");
    case HEED_VERDICT_DORMANT:
      return C_ ("verdict on a company", "dormant");
    case HEED_VERDICT_UNKNOWN:
    default:
      return C_ ("verdict on a company", "unknown");
    }
}
