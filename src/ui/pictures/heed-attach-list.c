/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-attach-list.h"

#include "heed-attach-row.h"
#include "heed-document-item.h"
#include "heed-picture-dialog.h"

struct _HeedAttachList
{
  GtkBox parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  char *channel;
  GListStore *items;

  GtkListBox *list;
};

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ITEM,
  PROP_CHANNEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedAttachList, heed_attach_list, GTK_TYPE_BOX)

/* A letter, an e-mail and a form say what is sent along. */
static gboolean
names_files (const char *channel)
{
  static const char *const channels[] = { "letter", "email", "form", NULL };

  return channel != NULL && g_strv_contains (channels, channel);
}

static void
show_rows (HeedAttachList *self)
{
  const GPtrArray *documents = heed_case_item_get_case (self->item)->documents;

  for (guint i = 0; i < documents->len; i++)
    heed_attach_row_show (HEED_ATTACH_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)), documents->pdata[i],
                          names_files (self->channel));
}

static void
refresh (HeedAttachList *self)
{
  if (self->item != NULL && self->library != NULL)
    {
      heed_document_items_update (self->items, heed_case_item_get_case (self->item));
      show_rows (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0
                                               && g_strcmp0 (self->channel, "phone") != 0);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  HeedAttachList *self = user_data;

  return heed_attach_row_new (self->library, self->item, heed_document_item_get_document (HEED_DOCUMENT_ITEM (item)));
}

static void
row_activated_cb (HeedAttachList *self, GtkListBoxRow *row)
{
  const guint index = (guint) gtk_list_box_row_get_index (row);
  g_autoptr (HeedDocumentItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), index);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (item != NULL && self->library != NULL)
    gtk_window_present (
      GTK_WINDOW (heed_picture_dialog_new (window, self->library, self->item, heed_document_item_get_document (item))));
}

static void
set_item (HeedAttachList *self, HeedCaseItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_set_object (&self->item, item);
  g_list_store_remove_all (self->items);
  if (item != NULL)
    g_signal_connect_object (item, "notify::case", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
heed_attach_list_dispose (GObject *object)
{
  HeedAttachList *self = HEED_ATTACH_LIST (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, refresh, self);
  g_clear_object (&self->item);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_ATTACH_LIST);
  G_OBJECT_CLASS (heed_attach_list_parent_class)->dispose (object);
}

static void
heed_attach_list_finalize (GObject *object)
{
  HeedAttachList *self = HEED_ATTACH_LIST (object);

  g_clear_object (&self->items);
  g_free (self->channel);
  G_OBJECT_CLASS (heed_attach_list_parent_class)->finalize (object);
}

static void
heed_attach_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedAttachList *self = HEED_ATTACH_LIST (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_set_object (&self->library, g_value_get_object (value));
      refresh (self);
      break;
    case PROP_ITEM:
      if (self->item != g_value_get_object (value))
        set_item (self, g_value_get_object (value));
      break;
    case PROP_CHANNEL:
      g_free (self->channel);
      self->channel = g_value_dup_string (value);
      refresh (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_attach_list_class_init (HeedAttachListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = heed_attach_list_dispose;
  object_class->finalize = heed_attach_list_finalize;
  object_class->set_property = heed_attach_list_set_property;
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_CASE_ITEM, flags);
  properties[PROP_CHANNEL] = g_param_spec_string ("channel", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/pictures/heed-attach-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedAttachList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
heed_attach_list_init (HeedAttachList *self)
{
  self->items = g_list_store_new (HEED_TYPE_DOCUMENT_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), create_row, self, NULL);
  refresh (self);
}
