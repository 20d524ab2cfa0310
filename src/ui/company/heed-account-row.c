/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-account-row.h"

#include "heed-link-button.h"

struct _HeedAccountRow
{
  AdwActionRow parent_instance;

  HeedAccountItem *item;
  GtkLabel *verdict;
  HeedLinkButton *link;
};

G_DEFINE_FINAL_TYPE (HeedAccountRow, heed_account_row, ADW_TYPE_ACTION_ROW)

static void
heed_account_row_dispose (GObject *object)
{
  HeedAccountRow *self = HEED_ACCOUNT_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_ACCOUNT_ROW);
  G_OBJECT_CLASS (heed_account_row_parent_class)->dispose (object);
}

static void
heed_account_row_class_init (HeedAccountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_account_row_dispose;
  g_type_ensure (HEED_TYPE_LINK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedAccountRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, HeedAccountRow, link);
}

static void
heed_account_row_init (HeedAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_account_row_new: (transfer full): a row for @item. */
GtkWidget *
heed_account_row_new (HeedAccountItem *item)
{
  g_return_val_if_fail (HEED_IS_ACCOUNT_ITEM (item), NULL);

  const HeedChecked *checked = heed_account_item_get_checked (item);
  const HeedAccount *account = checked->observation->account;
  g_autofree char *handle = g_strconcat ("@", account->handle, NULL);
  HeedAccountRow *self = g_object_new (HEED_TYPE_ACCOUNT_ROW, "title", handle, "subtitle",
                                       heed_account_item_get_network_title (item), NULL);

  self->item = g_object_ref (item);
  gtk_label_set_label (self->verdict, heed_verdict_get_word (checked->scorecard->verdict));
  g_object_set (self->link, "uri", checked->observation->is_sample ? NULL : account->url, NULL);
  return GTK_WIDGET (self);
}

/** heed_account_row_get_item: (transfer none): the account. */
HeedAccountItem *
heed_account_row_get_item (HeedAccountRow *self)
{
  g_return_val_if_fail (HEED_IS_ACCOUNT_ROW (self), NULL);
  return self->item;
}
