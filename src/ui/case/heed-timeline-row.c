/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-timeline-row.h"

#include "heed-fold-label.h"

struct _HeedTimelineRow
{
  AdwBin parent_instance;

  HeedEventItem *item;
  GtkWidget *promise_chip;
  GtkToggleButton *kept_button;
  gboolean updating;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedTimelineRow, heed_timeline_row, ADW_TYPE_BIN)

static gboolean
has_text (HeedTimelineRow *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
update_promise (HeedTimelineRow *self)
{
  const HeedPromise *promise = self->item != NULL ? heed_event_item_get_event (self->item)->promise : NULL;
  gboolean is_broken = FALSE;

  if (promise == NULL)
    return;
  g_object_get (self->item, "is-promise-broken", &is_broken, NULL);
  gtk_widget_remove_css_class (self->promise_chip, "warning");
  gtk_widget_remove_css_class (self->promise_chip, "accent");
  if (is_broken || promise->kept)
    gtk_widget_add_css_class (self->promise_chip, is_broken ? "warning" : "accent");
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->kept_button, promise->kept);
  self->updating = FALSE;
}

static void
kept_toggled_cb (HeedTimelineRow *self)
{
  if (self->updating || self->item == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "case.set-promise-kept", "(xb)",
                              heed_event_item_get_event (self->item)->id,
                              gtk_toggle_button_get_active (self->kept_button));
}

static void
open_clicked_cb (HeedTimelineRow *self)
{
  const char *url = heed_event_item_get_event (self->item)->url;

  gtk_widget_activate_action (GTK_WIDGET (self), "case.open-link", "s", url);
}

static void
open_document_clicked_cb (HeedTimelineRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "case.open-document", "x",
                              heed_event_item_get_document_id (self->item));
}

static void
heed_timeline_row_dispose (GObject *object)
{
  HeedTimelineRow *self = HEED_TIMELINE_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_TIMELINE_ROW);
  G_OBJECT_CLASS (heed_timeline_row_parent_class)->dispose (object);
}

static void
heed_timeline_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedTimelineRow *self = HEED_TIMELINE_ROW (object);

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
heed_timeline_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedTimelineRow *self = HEED_TIMELINE_ROW (object);

  switch (id)
    {
    case PROP_ITEM:
      if (!g_set_object (&self->item, g_value_get_object (value)))
        return;
      gtk_widget_remove_css_class (GTK_WIDGET (self), "found");
      gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
      update_promise (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_timeline_row_class_init (HeedTimelineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_timeline_row_dispose;
  object_class->get_property = heed_timeline_row_get_property;
  object_class->set_property = heed_timeline_row_set_property;
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_EVENT_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEED_TYPE_FOLD_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/case/heed-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedTimelineRow, promise_chip);
  gtk_widget_class_bind_template_child (widget_class, HeedTimelineRow, kept_button);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, kept_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_document_clicked_cb);
}

static void
heed_timeline_row_init (HeedTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_timeline_row_get_item: (transfer none) (nullable): the entry it shows. */
HeedEventItem *
heed_timeline_row_get_item (HeedTimelineRow *self)
{
  g_return_val_if_fail (HEED_IS_TIMELINE_ROW (self), NULL);
  return self->item;
}

/** heed_timeline_row_mark: tells the entry apart and gives it the focus, until the row shows another one. */
void
heed_timeline_row_mark (HeedTimelineRow *self)
{
  g_return_if_fail (HEED_IS_TIMELINE_ROW (self) && self->item != NULL);

  const char *text = heed_event_item_get_event (self->item)->text;
  gtk_widget_add_css_class (GTK_WIDGET (self), "found");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : heed_event_item_get_day (self->item), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
