/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-reference-item.h"

struct _HeedReferenceItem
{
  GObject parent_instance;

  char *kind;
  char *value;
  gboolean is_private;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_VALUE,
  PROP_IS_PRIVATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedReferenceItem, heed_reference_item, G_TYPE_OBJECT)

static void
set_text (HeedReferenceItem *self, char **field, const GValue *value, GParamSpec *pspec)
{
  const char *text = g_value_get_string (value);

  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
heed_reference_item_finalize (GObject *object)
{
  HeedReferenceItem *self = HEED_REFERENCE_ITEM (object);

  g_free (self->kind);
  g_free (self->value);
  G_OBJECT_CLASS (heed_reference_item_parent_class)->finalize (object);
}

static void
heed_reference_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedReferenceItem *self = HEED_REFERENCE_ITEM (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_IS_PRIVATE:
      g_value_set_boolean (value, self->is_private);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_reference_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedReferenceItem *self = HEED_REFERENCE_ITEM (object);

  switch (id)
    {
    case PROP_KIND:
      set_text (self, &self->kind, value, pspec);
      break;
    case PROP_VALUE:
      set_text (self, &self->value, value, pspec);
      break;
    case PROP_IS_PRIVATE:
      if (self->is_private == g_value_get_boolean (value))
        return;
      self->is_private = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_reference_item_class_init (HeedReferenceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = heed_reference_item_finalize;
  object_class->get_property = heed_reference_item_get_property;
  object_class->set_property = heed_reference_item_set_property;
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_IS_PRIVATE] = g_param_spec_boolean ("is-private", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_reference_item_init (HeedReferenceItem *self)
{
}

/** heed_reference_item_new: (transfer full): an identifier; the strings are copied. */
HeedReferenceItem *
heed_reference_item_new (const char *kind, const char *value, gboolean is_private)
{
  g_return_val_if_fail (kind != NULL && value != NULL, NULL);

  HeedReferenceItem *self = g_object_new (HEED_TYPE_REFERENCE_ITEM, NULL);
  self->kind = g_strdup (kind);
  self->value = g_strdup (value);
  self->is_private = is_private;
  return self;
}

/** heed_reference_item_get_kind: (transfer none): what it identifies. */
const char *
heed_reference_item_get_kind (HeedReferenceItem *self)
{
  g_return_val_if_fail (HEED_IS_REFERENCE_ITEM (self), NULL);
  return self->kind;
}

/** heed_reference_item_get_value: (transfer none): the identifier as the company wrote it. */
const char *
heed_reference_item_get_value (HeedReferenceItem *self)
{
  g_return_val_if_fail (HEED_IS_REFERENCE_ITEM (self), NULL);
  return self->value;
}

/** heed_reference_item_get_is_private: it never appears in a public text. */
gboolean
heed_reference_item_get_is_private (HeedReferenceItem *self)
{
  g_return_val_if_fail (HEED_IS_REFERENCE_ITEM (self), FALSE);
  return self->is_private;
}

static gboolean
is_same (GListStore *items, const HeedFacts *facts)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (items)) != facts->references->len)
    return FALSE;
  for (guint i = 0; i < facts->references->len; i++)
    {
      g_autoptr (HeedReferenceItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);
      const HeedReference *reference = facts->references->pdata[i];

      if (g_strcmp0 (item->kind, reference->kind) != 0 || g_strcmp0 (item->value, reference->value) != 0
          || item->is_private != reference->is_private)
        return FALSE;
    }
  return TRUE;
}

/** heed_reference_items_update: makes @items (of HeedReferenceItem) the references of @facts. */
void
heed_reference_items_update (GListStore *items, const HeedFacts *facts)
{
  g_return_if_fail (G_IS_LIST_STORE (items) && facts != NULL);

  if (is_same (items, facts))
    return;
  g_list_store_remove_all (items);
  for (guint i = 0; i < facts->references->len; i++)
    {
      const HeedReference *reference = facts->references->pdata[i];
      g_autoptr (HeedReferenceItem)
        item = heed_reference_item_new (reference->kind, reference->value, reference->is_private);

      g_list_store_append (items, item);
    }
}

/** heed_reference_items_store: makes the references of @facts what @items hold; those without a value are left out. */
void
heed_reference_items_store (GListModel *items, HeedFacts *facts)
{
  g_return_if_fail (G_IS_LIST_MODEL (items) && facts != NULL);

  g_ptr_array_set_size (facts->references, 0);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HeedReferenceItem) item = g_list_model_get_item (items, i);
      g_autofree char *value = g_strstrip (g_strdup (item->value));

      if (*value != '\0')
        g_ptr_array_add (facts->references, heed_reference_new (item->kind, value, item->is_private));
    }
}
