/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-line-row.h"

struct _HeedLineRow
{
  AdwPreferencesRow parent_instance;

  GtkText *text;
};

enum
{
  PROP_0,
  PROP_INPUT_PURPOSE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkEditable *
heed_line_row_get_delegate (GtkEditable *editable)
{
  return GTK_EDITABLE (HEED_LINE_ROW (editable)->text);
}

static void
heed_line_row_editable_init (GtkEditableInterface *iface)
{
  iface->get_delegate = heed_line_row_get_delegate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HeedLineRow, heed_line_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, heed_line_row_editable_init))

static void
pressed_cb (HeedLineRow *self)
{
  gtk_text_grab_focus_without_selecting (self->text);
}

static gboolean
heed_line_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEED_LINE_ROW (widget)->text));
}

static void
heed_line_row_dispose (GObject *object)
{
  HeedLineRow *self = HEED_LINE_ROW (object);

  if (self->text != NULL)
    gtk_editable_finish_delegate (GTK_EDITABLE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_LINE_ROW);
  G_OBJECT_CLASS (heed_line_row_parent_class)->dispose (object);
}

static void
heed_line_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedLineRow *self = HEED_LINE_ROW (object);

  if (gtk_editable_delegate_get_property (object, id, value, pspec))
    return;
  if (id == PROP_INPUT_PURPOSE)
    g_value_set_enum (value, gtk_text_get_input_purpose (self->text));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_line_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedLineRow *self = HEED_LINE_ROW (object);

  if (gtk_editable_delegate_set_property (object, id, value, pspec))
    return;
  if (id == PROP_INPUT_PURPOSE)
    {
      if (gtk_text_get_input_purpose (self->text) == (GtkInputPurpose) g_value_get_enum (value))
        return;
      gtk_text_set_input_purpose (self->text, g_value_get_enum (value));
      g_object_notify_by_pspec (object, pspec);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_line_row_class_init (HeedLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_line_row_dispose;
  object_class->get_property = heed_line_row_get_property;
  object_class->set_property = heed_line_row_set_property;
  widget_class->grab_focus = heed_line_row_grab_focus;
  properties[PROP_INPUT_PURPOSE] = g_param_spec_enum (
    "input-purpose", NULL, NULL, GTK_TYPE_INPUT_PURPOSE, GTK_INPUT_PURPOSE_FREE_FORM,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_editable_install_properties (object_class, N_PROPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/composer/heed-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedLineRow, text);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
heed_line_row_init (HeedLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_init_delegate (GTK_EDITABLE (self));
}
