/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-window-private.h"

#include <glib/gi18n.h>

#include "heed-check-dialog.h"
#include "heed-keys.h"
#include "heed-new-case-dialog.h"
#include "heed-search-item.h"
#include "heed-settings-source.h"
#include "heed-welcome.h"

G_DEFINE_FINAL_TYPE (HeedWindow, heed_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_page (HeedWindow *self, const char *name, GObject *item)
{
  g_set_object (&self->shown, item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-window", item != NULL);
  gtk_stack_set_visible_child_name (self->pages, name);
  heed_sidebar_select (self->sidebar, item);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* A page is made when it is first needed: the window comes up sooner. */
static gpointer
add_page (HeedWindow *self, GType type, const char *name, const char *prefix)
{
  GtkWidget *page = g_object_new (type, "library", self->library, NULL);

  heed_keys_add_to_page (page, prefix);
  g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  gtk_stack_add_named (self->pages, page, name);
  return page;
}

/* What is shown went away, or nothing was shown yet: the first case that waits for the user, else any, else welcome. */
static void
show_first (HeedWindow *self)
{
  GListModel *cases = heed_library_get_cases (self->library);
  GListModel *companies = heed_library_get_companies (self->library);
  g_autoptr (HeedCaseItem) first_case = g_list_model_get_item (cases, 0);
  g_autoptr (HeedCompanyItem) first_company = g_list_model_get_item (companies, 0);

  if (first_case != NULL)
    heed_window_show_case (self, first_case);
  else if (first_company != NULL)
    heed_window_show_company (self, first_company);
  else
    show_page (self, "welcome", NULL);
  /* Folded, there is more to choose from in the list. */
  if (!heed_library_is_empty (self->library))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static gboolean
is_in (GListModel *list, GObject *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (list, i);

      if (one == item)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_shown_cb (gpointer user_data)
{
  HeedWindow *self = user_data;

  self->check_source = 0;
  if (self->shown != NULL && !is_in (heed_library_get_cases (self->library), self->shown)
      && !is_in (heed_library_get_companies (self->library), self->shown))
    show_first (self);
  return G_SOURCE_REMOVE;
}

/* What is shown may have been removed, here or in another window; what only moved is back at once. */
static void
items_changed_cb (HeedWindow *self, guint position, guint removed)
{
  if (removed > 0 && self->check_source == 0)
    self->check_source = g_idle_add (check_shown_cb, self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!heed_library_load_finish (HEED_LIBRARY (source), result, &error))
    heed_window_say_error (self, error);
  else if (self->library != NULL)
    show_first (self);
}

static void
item_chosen_cb (HeedWindow *self, GObject *item)
{
  if (HEED_IS_CASE_ITEM (item))
    heed_window_show_case (self, HEED_CASE_ITEM (item));
  else
    heed_window_show_company (self, HEED_COMPANY_ITEM (item));
}

/* Opens the case at that entry, or the company at that message. */
static void
found_cb (HeedWindow *self, HeedSearchItem *item)
{
  const HeedFound *found = heed_search_item_get_found (item);
  HeedCaseItem *the_case = heed_library_find_case (self->library, found->case_id);
  HeedCompanyItem *company = heed_library_find_company (self->library, found->company);

  if (found->kind == HEED_FOUND_POST && company != NULL)
    {
      heed_window_show_company (self, company);
      heed_company_page_show_post (self->company_page, found->account_id, found->post_id);
    }
  else if (found->kind != HEED_FOUND_POST && the_case != NULL)
    {
      heed_window_show_case (self, the_case);
      if (found->kind == HEED_FOUND_EVENT)
        heed_case_page_show_event (self->case_page, found->event_id);
      else if (found->kind == HEED_FOUND_REFERENCE)
        heed_case_page_show_facts (self->case_page);
    }
  else
    /* The search reads the store, the list may be older. */
    heed_window_say (self, _ ("This was changed by another program. Start Heed again to see it."));
}

static void
company_checked_cb (HeedWindow *self, HeedCompanyItem *item)
{
  heed_window_show_company (self, item);
}

static void
show_check_dialog (HeedWindow *self, const char *address)
{
  HeedCheckDialog *dialog = heed_check_dialog_new (self->library);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "checked", G_CALLBACK (company_checked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  if (address != NULL)
    heed_check_dialog_check (dialog, address);
}

static void
check_company (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_check_dialog (HEED_WINDOW (widget), NULL);
}

static void
check_account (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_check_dialog (HEED_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* What is next can be done at once. */
static void
created_cb (HeedWindow *self, HeedCaseItem *item)
{
  heed_window_show_case (self, item);
  gtk_widget_grab_focus (GTK_WIDGET (self->case_page));
}

static void
show_new_case_dialog (HeedWindow *self, const char *company)
{
  GtkWidget *dialog = heed_new_case_dialog_new (self->library);

  g_object_set (dialog, "company", company, "transient-for", self, NULL);
  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_new_case_dialog (HEED_WINDOW (widget), NULL);
}

static void
new_case_with (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_new_case_dialog (HEED_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  HeedCaseItem *item = heed_library_find_case (self->library, g_variant_get_int64 (parameter));

  if (item != NULL)
    heed_window_show_case (self, item);
}

static void
write_message (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  const char *channel, *network;
  gint64 id;

  g_variant_get (parameter, "(x&s&s)", &id, &channel, &network);
  HeedCaseItem *item = heed_library_find_case (self->library, id);
  if (item == NULL)
    return;
  if (self->composer == NULL)
    self->composer = add_page (self, HEED_TYPE_COMPOSER, "composer", "draft.");
  g_object_set (self->composer, "item", item, NULL);
  /* A step that names no way leaves the one that the composer chose. */
  if (*channel != '\0')
    g_object_set (self->composer, "channel", channel, "network", network, NULL);
  show_page (self, "composer", G_OBJECT (item));
  /* On a phone that would bring its keyboard up, over what is there to be read first. */
  if (!adw_leaflet_get_folded (self->leaflet))
    heed_composer_focus (self->composer);
}

static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_keys_show (GTK_WINDOW (widget));
}

static void
show_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_navigate (HEED_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* Nothing can be done before the user's data are open. */
static void
enable_actions (HeedWindow *self, gboolean enabled)
{
  const char *const names[] = { "win.new-case",    "win.new-case-with", "win.check-company", "win.check-account",
                                "win.load-sample", "win.remove-sample", "win.search" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
}

static void
take_library (HeedWindow *self, HeedLibrary *library)
{
  GListModel *const lists[] = { heed_library_get_cases (library), heed_library_get_companies (library) };

  self->library = g_object_ref (library);
  heed_sidebar_set_library (self->sidebar, library);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (lists[i], "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  enable_actions (self, TRUE);
}

static void
open_window (HeedWindow *self, GObject *item)
{
  HeedWindow *window = heed_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  take_library (window, self->library);
  item_chosen_cb (window, item);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  GObject *item = heed_sidebar_get_focused (self->sidebar);

  if (item == NULL)
    item = self->shown;
  if (item != NULL)
    open_window (self, item);
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  heed_sidebar_search (self->sidebar);
}

/* Between the list and the page, however long the list is. */
static void
switch_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));
  GtkWidget *target = in_list ? GTK_WIDGET (self->pages) : GTK_WIDGET (self->sidebar);

  adw_leaflet_navigate (self->leaflet, in_list ? ADW_NAVIGATION_DIRECTION_FORWARD : ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);
}

static void
toast (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_window_say (HEED_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
heed_window_constructed (GObject *object)
{
  HeedWindow *self = HEED_WINDOW (object);

  G_OBJECT_CLASS (heed_window_parent_class)->constructed (object);
  self->settings = heed_settings_source_new ();
  /* Run from the build folder, no schema is installed: then the window just has its usual size. */
  if (self->settings == NULL)
    return;
  const char *const keys[][2] = { { "width", "default-width" },
                                  { "height", "default-height" },
                                  { "maximized", "maximized" } };
  /* A window begins as the last one was, and does not follow the others. */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (self->settings, keys[i][0], self, keys[i][1],
                     G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES);
}

/* The windows that belong to @parent, held. */
static GPtrArray *
list_children (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent)
        g_ptr_array_add (children, g_steal_pointer (&window));
    }
  return children;
}

/* Closes the dialogs of the window, which would else go with it and with what is typed in them; %FALSE when one of them
 * has a question first. */
static gboolean
close_dialogs (HeedWindow *self)
{
  g_autoptr (GPtrArray) dialogs = list_children (GTK_WINDOW (self));

  for (guint i = 0; i < dialogs->len; i++)
    gtk_window_close (dialogs->pdata[i]);
  for (guint i = 0; i < dialogs->len; i++)
    {
      g_autoptr (GPtrArray) questions = list_children (dialogs->pdata[i]);

      if (questions->len > 0)
        return FALSE;
    }
  /* One that is just being stored is held until that is done, and GTK 4.8 lets it reach for this window then. */
  for (guint i = 0; i < dialogs->len; i++)
    {
      gtk_window_set_transient_for (dialogs->pdata[i], NULL);
      gtk_window_destroy (dialogs->pdata[i]);
    }
  return TRUE;
}

/* What was typed is kept before the window goes. */
static gboolean
heed_window_close_request (GtkWindow *window)
{
  HeedWindow *self = HEED_WINDOW (window);

  if (self->composer != NULL)
    heed_composer_flush (self->composer);
  if (!close_dialogs (self))
    return TRUE;
  return GTK_WINDOW_CLASS (heed_window_parent_class)->close_request (window);
}

static void
heed_window_dispose (GObject *object)
{
  HeedWindow *self = HEED_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->deleted_cases, g_ptr_array_unref);
  g_clear_pointer (&self->deleted_companies, g_ptr_array_unref);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->shown);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_WINDOW);
  G_OBJECT_CLASS (heed_window_parent_class)->dispose (object);
}

static void
heed_window_class_init (HeedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = heed_window_constructed;
  G_OBJECT_CLASS (klass)->dispose = heed_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = heed_window_close_request;

  g_type_ensure (HEED_TYPE_SIDEBAR);
  g_type_ensure (HEED_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/heed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, broken);
  gtk_widget_class_bind_template_callback (widget_class, item_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);

  gtk_widget_class_install_action (widget_class, "win.check-company", NULL, check_company);
  gtk_widget_class_install_action (widget_class, "win.check-account", "s", check_account);
  gtk_widget_class_install_action (widget_class, "win.new-case", NULL, new_case);
  gtk_widget_class_install_action (widget_class, "win.new-case-with", "s", new_case_with);
  gtk_widget_class_install_action (widget_class, "win.show-case", "x", show_case);
  gtk_widget_class_install_action (widget_class, "win.write", "(xss)", write_message);
  heed_window_install_removals (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.switch-pane", NULL, switch_pane);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.new-window", NULL, new_window);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "win.new-window", NULL);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast);
}

static void
heed_window_init (HeedWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->deleted_cases = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_deleted_case_free);
  self->deleted_companies = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_deleted_company_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  enable_actions (self, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-window", FALSE);
}

/** heed_window_new: (transfer none): a window that has nothing to show until heed_window_set_library(). */
HeedWindow *
heed_window_new (GtkApplication *application)
{
  return g_object_new (HEED_TYPE_WINDOW, "application", application, NULL);
}

/** heed_window_say: shows a sentence for a moment. */
void
heed_window_say (HeedWindow *self, const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

/** heed_window_say_error: shows what failed that was not asked for by hand; what was stopped by hand is not said. */
void
heed_window_say_error (HeedWindow *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    heed_window_say (self, error->message);
}

/** heed_window_load: reads all that is shown from the store again. */
void
heed_window_load (HeedWindow *self)
{
  heed_library_load_async (self->library, self->cancellable, loaded_cb, g_object_ref (self));
}

/** heed_window_set_library: shows what is in @library, which is read now. Called once. */
void
heed_window_set_library (HeedWindow *self, HeedLibrary *library)
{
  g_return_if_fail (HEED_IS_WINDOW (self) && HEED_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  take_library (self, library);
  heed_window_load (self);
}

/** heed_window_show_broken: the user's data cannot be opened: says why, in place of everything else. */
void
heed_window_show_broken (HeedWindow *self, const GError *error)
{
  g_return_if_fail (HEED_IS_WINDOW (self) && error != NULL);

  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->broken, escaped);
  show_page (self, "broken", NULL);
}

/** heed_window_show_case: opens a case in the content pane. */
void
heed_window_show_case (HeedWindow *self, HeedCaseItem *item)
{
  g_return_if_fail (HEED_IS_WINDOW (self) && HEED_IS_CASE_ITEM (item));

  if (self->case_page == NULL)
    self->case_page = add_page (self, HEED_TYPE_CASE_PAGE, "case", "case.");
  g_object_set (self->case_page, "item", item, NULL);
  show_page (self, "case", G_OBJECT (item));
}

/** heed_window_show_company: opens a company in the content pane. */
void
heed_window_show_company (HeedWindow *self, HeedCompanyItem *item)
{
  g_return_if_fail (HEED_IS_WINDOW (self) && HEED_IS_COMPANY_ITEM (item));

  if (self->company_page == NULL)
    self->company_page = add_page (self, HEED_TYPE_COMPANY_PAGE, "company", "company.");
  g_object_set (self->company_page, "item", item, NULL);
  show_page (self, "company", G_OBJECT (item));
}
