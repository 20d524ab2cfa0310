/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-company-page.h"

#include <glib/gi18n.h>

#include "heed-account-row.h"
#include "heed-conversations-view.h"
#include "heed-page-title.h"
#include "heed-scorecard-view.h"
#include "heed-similar-section.h"
#include "heed-verdict-card.h"

struct _HeedCompanyPage
{
  AdwBin parent_instance;

  HeedLibrary *library;
  HeedCompanyItem *item;
  HeedAccountItem *account;
  gboolean folded;

  GtkStack *views;
  HeedPageTitle *title;
  HeedPageTitle *conversations_title;
  GtkWidget *sample;
  HeedVerdictCard *verdict;
  GtkListBox *accounts;
  HeedScorecardView *scorecard;
  HeedSimilarSection *similar;
  AdwActionRow *conversations_row;
  HeedConversationsView *conversations;
  GtkScrolledWindow *scroller;
};

enum
{
  PROP_LIBRARY = 1,
  PROP_ITEM,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedCompanyPage, heed_company_page, ADW_TYPE_BIN)

static void
select_row (HeedCompanyPage *self)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->accounts, i);

      if (row == NULL)
        return;
      if (heed_account_row_get_item (HEED_ACCOUNT_ROW (row)) == self->account)
        gtk_list_box_select_row (self->accounts, row);
    }
}

/* Shows one of the company's accounts; its row is the selected one. */
static void
show_account (HeedCompanyPage *self, HeedAccountItem *account)
{
  HeedContext *context = heed_library_get_context (self->library);
  GTimeZone *zone = heed_context_get_timezone (context);
  gint64 now = heed_context_now (context);
  const HeedChecked *checked = heed_account_item_get_checked (account);

  g_set_object (&self->account, account);
  select_row (self);
  heed_verdict_card_set (self->verdict, account, now, zone);
  heed_scorecard_view_set (self->scorecard, account, now);
  heed_similar_section_set (self->similar, context, account);
  heed_conversations_view_set (self->conversations, account, now, zone);
  gtk_widget_set_visible (GTK_WIDGET (self->conversations_row), checked->set->exchanges->len > 0);
}

static void
account_activated_cb (HeedCompanyPage *self, HeedAccountRow *row)
{
  show_account (self, heed_account_row_get_item (row));
}

static GtkWidget *
create_account_row_cb (gpointer item, gpointer user_data)
{
  return heed_account_row_new (HEED_ACCOUNT_ITEM (item));
}

/* The account shown before, as it is known now; else the one that says most. */
static HeedAccountItem *
find_account (HeedCompanyPage *self)
{
  GListModel *accounts = heed_company_item_get_accounts (self->item);

  for (guint i = 0; self->account != NULL && i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) account = g_list_model_get_item (accounts, i);

      if (heed_account_item_is_same_account (account, self->account))
        return account;
    }
  return heed_company_item_get_best (self->item);
}

static void
show_company (HeedCompanyPage *self)
{
  if (self->item == NULL || self->library == NULL)
    return;

  const char *name = heed_company_item_get_name (self->item);
  gboolean is_sample = heed_company_item_is_sample (self->item);
  HeedAccountItem *account = find_account (self);

  heed_page_title_set_title (self->title, name);
  heed_page_title_set_title (self->conversations_title, name);
  gtk_widget_set_visible (self->sample, is_sample);
  if (account != NULL)
    show_account (self, account);
}

static void
set_item (HeedCompanyPage *self, HeedCompanyItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_company, self);
  g_set_object (&self->item, item);
  g_clear_object (&self->account);
  gtk_list_box_bind_model (self->accounts, item != NULL ? heed_company_item_get_accounts (item) : NULL,
                           create_account_row_cb, NULL, NULL);
  if (item != NULL)
    g_signal_connect_swapped (item, "notify::accounts", G_CALLBACK (show_company), self);
  gtk_stack_set_visible_child_name (self->views, "figures");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_company (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

static void
start_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCompanyPage *self = HEED_COMPANY_PAGE (widget);

  if (self->item != NULL)
    gtk_widget_activate_action (widget, "win.new-case-with", "s", heed_company_item_get_name (self->item));
}

static void
check_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCompanyPage *self = HEED_COMPANY_PAGE (widget);

  if (self->account == NULL)
    return;
  const HeedAccount *account = heed_account_item_get_checked (self->account)->observation->account;
  gtk_widget_activate_action (widget, "win.check-account", "s", account->url != NULL ? account->url : account->handle);
}

/* The page has nothing to show once its company is gone, so the window takes over. */
static void
delete_company (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCompanyPage *self = HEED_COMPANY_PAGE (widget);

  if (self->item != NULL)
    gtk_widget_activate_action (widget, "win.delete-company", "s", heed_company_item_get_name (self->item));
}

static void
show_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (HEED_COMPANY_PAGE (widget)->views, g_variant_get_string (parameter, NULL));
}

/* From a figure to the messages behind it. */
static void
show_exchanges (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedCompanyPage *self = HEED_COMPANY_PAGE (widget);
  const char *what, *value;

  g_variant_get (parameter, "(&s&s)", &what, &value);
  heed_conversations_view_show_only (self->conversations, what, value);
  gtk_stack_set_visible_child_name (self->views, "conversations");
  gtk_widget_child_focus (GTK_WIDGET (self->conversations), GTK_DIR_TAB_FORWARD);
}

static void
heed_company_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedCompanyPage *self = HEED_COMPANY_PAGE (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_company_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedCompanyPage *self = HEED_COMPANY_PAGE (object);

  switch (id)
    {
    case PROP_LIBRARY:
      if (g_set_object (&self->library, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        break;
      self->folded = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_company_page_dispose (GObject *object)
{
  HeedCompanyPage *self = HEED_COMPANY_PAGE (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_company, self);
  g_clear_object (&self->item);
  g_clear_object (&self->account);
  g_clear_object (&self->library);
  /* The stack is both the bin's child and the template's: only one of them may let it go. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_COMPANY_PAGE);
  G_OBJECT_CLASS (heed_company_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEED_TYPE_CONVERSATIONS_VIEW);
  g_type_ensure (HEED_TYPE_PAGE_TITLE);
  g_type_ensure (HEED_TYPE_SCORECARD_VIEW);
  g_type_ensure (HEED_TYPE_SIMILAR_SECTION);
  g_type_ensure (HEED_TYPE_VERDICT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/company/heed-company-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, views);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, title);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, conversations_title);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, sample);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, accounts);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, scorecard);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, similar);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, conversations_row);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, conversations);
  gtk_widget_class_bind_template_child (widget_class, HeedCompanyPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, account_activated_cb);
}

static void
heed_company_page_class_init (HeedCompanyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = heed_company_page_get_property;
  object_class->set_property = heed_company_page_set_property;
  object_class->dispose = heed_company_page_dispose;

  props[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, HEED_TYPE_LIBRARY, flags);
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, HEED_TYPE_COMPANY_ITEM, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "company.start-case", NULL, start_case);
  gtk_widget_class_install_action (widget_class, "company.check-again", NULL, check_again);
  gtk_widget_class_install_action (widget_class, "company.delete", NULL, delete_company);
  gtk_widget_class_install_action (widget_class, "company.show", "s", show_view);
  gtk_widget_class_install_action (widget_class, "company.show-exchanges", "(ss)", show_exchanges);
}

static void
heed_company_page_init (HeedCompanyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_company_page_new: (transfer none): an empty page. */
HeedCompanyPage *
heed_company_page_new (void)
{
  return g_object_new (HEED_TYPE_COMPANY_PAGE, NULL);
}

static HeedAccountItem *
find_account_of_id (HeedCompanyPage *self, gint64 account_id)
{
  GListModel *accounts = heed_company_item_get_accounts (self->item);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HeedAccountItem) account = g_list_model_get_item (accounts, i);

      if (heed_account_item_get_checked (account)->observation->account_id == account_id)
        return account;
    }
  return NULL;
}

/**
 * heed_company_page_show_post: shows the conversations of an account of the company, at one of its messages or replies.
 * @account_id: the store's number of the account
 * @post_id: the post's id there; what is in no conversation only shows the list
 */
void
heed_company_page_show_post (HeedCompanyPage *self, gint64 account_id, const char *post_id)
{
  g_return_if_fail (HEED_IS_COMPANY_PAGE (self) && self->item != NULL && post_id != NULL);

  HeedAccountItem *account = find_account_of_id (self, account_id);

  if (account != NULL && account != self->account)
    show_account (self, account);
  gtk_stack_set_visible_child_name (self->views, "conversations");
  heed_conversations_view_show_post (self->conversations, post_id);
}
