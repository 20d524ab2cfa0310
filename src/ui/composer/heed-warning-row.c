/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-warning-row.h"

#include "heed-scrolling.h"

struct _HeedWarningRow
{
  GtkListBoxRow parent_instance;

  HeedWarningItem *item;

  GtkRevealer *revealer;
  GtkEntry *entry;
  GtkWidget *repair_button;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedWarningRow, heed_warning_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
has_text (HeedWarningRow *self, const char *text)
{
  return text != NULL;
}

static void
repair_clicked_cb (HeedWarningRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "draft.repair", "i",
                              gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
}

static void
fill_clicked_cb (HeedWarningRow *self)
{
  heed_warning_row_ask (self);
}

static void
filled_cb (HeedWarningRow *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*typed != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "draft.fill", "(is)",
                                gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)), typed);
}

static void
revealed_cb (HeedWarningRow *self)
{
  if (gtk_revealer_get_child_revealed (self->revealer))
    heed_scrolling_reach (GTK_WIDGET (self->entry));
}

static void
heed_warning_row_dispose (GObject *object)
{
  HeedWarningRow *self = HEED_WARNING_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_WARNING_ROW);
  G_OBJECT_CLASS (heed_warning_row_parent_class)->dispose (object);
}

static void
heed_warning_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedWarningRow *self = HEED_WARNING_ROW (object);

  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_warning_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedWarningRow *self = HEED_WARNING_ROW (object);

  switch (id)
    {
    case PROP_ITEM:
      g_set_object (&self->item, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_warning_row_class_init (HeedWarningRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_warning_row_dispose;
  object_class->get_property = heed_warning_row_get_property;
  object_class->set_property = heed_warning_row_set_property;
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_WARNING_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/composer/heed-warning-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedWarningRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, HeedWarningRow, entry);
  gtk_widget_class_bind_template_child (widget_class, HeedWarningRow, repair_button);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, fill_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filled_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_clicked_cb);
}

static void
heed_warning_row_init (HeedWarningRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_warning_row_new: (transfer floating): a row for @item. */
GtkWidget *
heed_warning_row_new (HeedWarningItem *item)
{
  return g_object_new (HEED_TYPE_WARNING_ROW, "item", item, NULL);
}

/** heed_warning_row_ask: opens the entry for what is missing, and puts the cursor into it. */
void
heed_warning_row_ask (HeedWarningRow *self)
{
  g_return_if_fail (HEED_IS_WARNING_ROW (self));

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/** heed_warning_row_offer_repair: puts the keys on the button that mends it, which there must be. */
void
heed_warning_row_offer_repair (HeedWarningRow *self)
{
  g_return_if_fail (HEED_IS_WARNING_ROW (self));
  gtk_widget_grab_focus (self->repair_button);
}
