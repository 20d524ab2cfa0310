/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at the company's account while the other steps go on: many people write to accounts that never answer (S10).
 */

#include "heed-company-step-private.h"

#include <glib/gi18n.h>

#include "heed-typed.h"

/* What can be looked at: what the company row holds, else the first account that is known. */
static char *
dup_address (HeedCompanyStep *self, HeedNetwork **network)
{
  HeedContext *context = heed_library_get_context (self->library);
  g_autofree char *typed = heed_typed_dup (self->company_row);
  g_autofree char *mastodon = heed_typed_dup (self->mastodon_row);
  g_autofree char *bluesky = heed_typed_dup (self->bluesky_row);
  char **const addresses[] = { &typed, &mastodon, &bluesky };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      *network = *addresses[i] != NULL ? heed_context_match_network (context, *addresses[i], NULL) : NULL;
      if (*network != NULL)
        return g_steal_pointer (addresses[i]);
    }
  return NULL;
}

static HeedAccountItem *
find_account (HeedCompanyItem *company, const char *network, const char *handle)
{
  GListModel *accounts = heed_company_item_get_accounts (company);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) item = g_list_model_get_item (accounts, i);
      const HeedAccount *account = heed_account_item_get_checked (item)->observation->account;

      if (g_strcmp0 (account->network, network) == 0 && g_ascii_strcasecmp (account->handle, handle) == 0)
        return item;
    }
  return NULL;
}

/* (transfer none) (nullable): the account, where it was looked at before. */
static HeedAccountItem *
find_checked (HeedCompanyStep *self, HeedNetwork *network, const char *address)
{
  g_autofree char *handle = heed_network_dup_handle (network, address);
  GListModel *companies = heed_library_get_companies (self->library);

  for (guint i = 0; handle != NULL && i < g_list_model_get_n_items (companies); i++)
    {
      g_autoptr (HeedCompanyItem) company = g_list_model_get_item (companies, i);
      HeedAccountItem *account = find_account (company, heed_network_get_name (network), handle);

      if (account != NULL)
        return account;
    }
  return NULL;
}

static void
say (HeedCompanyStep *self, const char *sentence, const char *button)
{
  gtk_label_set_label (self->check_summary, sentence);
  gtk_stack_set_visible_child_name (self->check_stack, button);
}

/** heed_company_step_show_check: says what is known of the account, or offers to look at it. */
void
heed_company_step_show_check (HeedCompanyStep *self)
{
  HeedNetwork *network = NULL;

  if (self->checking != NULL || self->library == NULL)
    return;
  g_autofree char *address = dup_address (self, &network);
  gtk_widget_set_visible (self->check_row, address != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->check_list), address != NULL || self->linked_handle != NULL);
  if (address == NULL)
    return;

  g_autofree char *handle = heed_network_dup_handle (network, address);
  /* Translators: a network and the name of an account on it, such as "Mastodon: @care@example.social". */
  g_autofree char *title = g_strdup_printf (_ ("%1$s: @%2$s"), heed_network_get_title (network),
                                            handle != NULL ? handle : address);
  gtk_label_set_label (self->check_title, title);
  HeedAccountItem *known = find_checked (self, network, address);
  g_autofree char *summary = NULL;
  if (known != NULL)
    g_object_get (known, "summary", &summary, NULL);
  say (self, summary != NULL ? summary : _ ("Nobody looked yet whether they answer there."),
       known != NULL ? "none" : "start");
}

static void
progress_made_cb (const char *what, guint64 done, guint64 expected, gpointer user_data)
{
  HeedCompanyStep *self = user_data;

  /* The step may be gone; the check goes on for the company's page. */
  if (self->check_row != NULL)
    gtk_label_set_label (self->check_summary, what);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedCompanyStep) self = user_data;
  g_autoptr (GError) error = NULL;
  HeedChecked *checked = heed_check_account_finish (HEED_CONTEXT (source), result, &error);
  HeedCompanyItem *company = checked != NULL ? heed_library_take_checked (self->library, checked) : NULL;

  g_clear_object (&self->checking);
  /* Something may have been read all the same, and the store keeps it. */
  if (company == NULL)
    heed_library_reload (self->library);
  if (self->check_row == NULL)
    return;
  heed_company_step_show_check (self);
  if (company == NULL)
    say (self,
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? _ ("Stopped. What was read so far is kept.")
                                                                   : error->message,
         "start");
  else if (gtk_widget_get_visible (GTK_WIDGET (self->name_row)) && *gtk_editable_get_text (self->name_row) == '\0')
    gtk_editable_set_text (self->name_row, heed_company_item_get_name (company));
}

static void
check_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCompanyStep *self = HEED_COMPANY_STEP (widget);
  HeedCheckOptions options = { .progress = progress_made_cb, .user_data = self };
  HeedNetwork *network = NULL;
  g_autofree char *address = dup_address (self, &network);

  if (self->checking != NULL || address == NULL)
    return;
  self->checking = g_cancellable_new ();
  say (self, _ ("Looking. You can go on meanwhile."), "stop");
  heed_check_account_async (heed_library_get_context (self->library), address, &options, self->checking, checked_cb,
                            g_object_ref (self));
}

static void
stop_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (HEED_COMPANY_STEP (widget)->checking);
}

/** heed_company_step_install_check: starting and stopping it, as actions of the class. */
void
heed_company_step_install_check (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "company.check", NULL, check_activated_cb);
  gtk_widget_class_install_action (widget_class, "company.stop", NULL, stop_activated_cb);
}
