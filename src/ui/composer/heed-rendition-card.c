/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-rendition-card.h"

struct _HeedRenditionCard
{
  GtkFlowBoxChild parent_instance;

  HeedRenditionItem *item;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedRenditionCard, heed_rendition_card, GTK_TYPE_FLOW_BOX_CHILD)

static gboolean
has_text (HeedRenditionCard *self, const char *text)
{
  return text != NULL;
}

static void
clicked_cb (HeedRenditionCard *self)
{
  const char *network = heed_rendition_item_get_network (self->item);

  gtk_widget_activate_action (GTK_WIDGET (self), "draft.write-for", "(ss)",
                              heed_rendition_item_get_channel (self->item), network != NULL ? network : "");
}

static void
heed_rendition_card_dispose (GObject *object)
{
  HeedRenditionCard *self = HEED_RENDITION_CARD (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_RENDITION_CARD);
  G_OBJECT_CLASS (heed_rendition_card_parent_class)->dispose (object);
}

static void
heed_rendition_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HEED_RENDITION_CARD (object)->item);
}

static void
heed_rendition_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HEED_RENDITION_CARD (object)->item = g_value_dup_object (value);
}

static void
heed_rendition_card_class_init (HeedRenditionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_rendition_card_dispose;
  object_class->get_property = heed_rendition_card_get_property;
  object_class->set_property = heed_rendition_card_set_property;
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_RENDITION_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/composer/heed-rendition-card.ui");
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
heed_rendition_card_init (HeedRenditionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_rendition_card_new: (transfer floating): a card for @item. */
GtkWidget *
heed_rendition_card_new (HeedRenditionItem *item)
{
  return g_object_new (HEED_TYPE_RENDITION_CARD, "item", item, NULL);
}
