/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-preferences.h"

#include <glib/gi18n.h>

#include "heed-accessible.h"
#include "heed-country-row.h"
#include "heed-erase.h"
#include "heed-identity-records.h"
#include "heed-language-group.h"
#include "heed-network-group.h"
#include "heed-picture-boxes.h"
#include "heed-settings-source.h"
#include "heed-snippet-group.h"

struct _HeedPreferences
{
  AdwPreferencesWindow parent_instance;

  HeedLibrary *library;
  HeedIdentity *identity;
  GSettings *source;
  GtkWidget *group;
  GtkEditable *name;
  GtkEditable *email;
  GtkEditable *phone;
  GtkEditable *postcode;
  GtkEditable *address;
  HeedSnippetGroup *snippets;
  HeedLanguageGroup *languages;
  GtkWidget *times;
  HeedCountryRow *country;
  AdwExpanderRow *quiet;
  AdwComboRow *quiet_from;
  AdwComboRow *quiet_to;
  HeedNetworkGroup *networks;
  AdwActionRow *folder;
  GtkSpinner *erasing;
};

G_DEFINE_FINAL_TYPE (HeedPreferences, heed_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static HeedStore *
get_store (HeedPreferences *self)
{
  return heed_context_get_store (heed_library_get_context (self->library));
}

static void
show_toast (HeedPreferences *self, const char *sentence)
{
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (sentence));
}

static void
show (GtkEditable *row, const char *value)
{
  gtk_editable_set_text (row, value != NULL ? value : "");
}

static void
take (GtkEditable *row, char **value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  g_free (*value);
  *value = *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gpointer
load_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  return heed_identity_records_load (database, error);
}

static gpointer
save_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  heed_identity_records_save (database, data, error);
  return NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  HeedIdentity *identity = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (self->name == NULL)
    {
      heed_identity_free (identity);
      return;
    }
  if (error != NULL)
    {
      show_toast (self, error->message);
      return;
    }
  self->identity = identity != NULL ? identity : heed_identity_new ();
  show (self->name, self->identity->name);
  show (self->email, self->identity->email);
  show (self->phone, self->identity->phone);
  show (self->postcode, self->identity->postcode);
  show (self->address, self->identity->address);
  gtk_widget_set_sensitive (self->group, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedPreferences) self = user_data;
  g_autoptr (GError) error = NULL;

  heed_store_run_finish (HEED_STORE (source), result, &error);
  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->name != NULL)
    show_toast (self, error->message);
}

/* Closes once everything is kept. */
static gboolean
heed_preferences_close_request (GtkWindow *window)
{
  HeedPreferences *self = HEED_PREFERENCES (window);

  if (self->identity == NULL)
    return GTK_WINDOW_CLASS (heed_preferences_parent_class)->close_request (window);
  take (self->name, &self->identity->name);
  take (self->email, &self->identity->email);
  take (self->phone, &self->identity->phone);
  take (self->postcode, &self->identity->postcode);
  take (self->address, &self->identity->address);
  heed_store_run_async (get_store (self), save_in_store, self->identity, NULL, NULL, NULL, saved_cb,
                        g_object_ref (self));
  return TRUE;
}

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedPreferences) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && self->name != NULL)
    show_toast (self, _ ("The folder could not be opened. Open it in your file manager."));
}

static void
open_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedPreferences *self = HEED_PREFERENCES (widget);
  g_autoptr (GFile)
    folder = g_file_new_for_path (heed_context_get_data_folder (heed_library_get_context (self->library)));
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, folder_shown_cb, g_object_ref (self));
}

static void
set_erasing (HeedPreferences *self, gboolean erasing)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.erase", !erasing);
  gtk_spinner_set_spinning (self->erasing, erasing);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = heed_erase_finish (HEED_CONTEXT (source), result, &error);

  heed_library_reload (self->library);
  if (is_done)
    heed_picture_boxes_forget (self->library);
  if (self->name == NULL)
    return;
  set_erasing (self, FALSE);
  if (!is_done)
    {
      show_toast (self, error->message);
      return;
    }
  if (self->source != NULL)
    heed_settings_source_forget (self->source);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", _ ("Everything is deleted."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
erase_answered_cb (HeedPreferences *self)
{
  /* What stands in the fields goes, too. */
  g_clear_pointer (&self->identity, heed_identity_free);
  set_erasing (self, TRUE);
  heed_erase_async (heed_library_get_context (self->library), NULL, erased_cb, g_object_ref (self));
}

static char *
dup_what_goes (HeedPreferences *self)
{
  guint n_cases = g_list_model_get_n_items (heed_library_get_cases (self->library));
  guint n_companies = g_list_model_get_n_items (heed_library_get_companies (self->library));
  g_autofree char *cases = g_strdup_printf (ngettext ("%u case, with everything that happened in it",
                                                      "%u cases, with everything that happened in them", n_cases),
                                            n_cases);
  g_autofree char *companies = g_strdup_printf (ngettext ("%u company, with what it was asked and answered",
                                                          "%u companies, with what they were asked and answered",
                                                          n_companies),
                                                n_companies);

  /* Translators: the first is “12 cases, with …”, the second “3 companies, with …”. */
  return g_strdup_printf (
    _ ("This removes from this computer:\n\n• %s\n• %s\n• drafts, snippets and the files of your cases\n• "
       "what you told of yourself\n\nWhat you sent or posted stays where it is. This cannot be "
       "undone."),
    cases, companies);
}

/* The one thing that is asked before, for nothing brings it back. */
static void
erase (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedPreferences *self = HEED_PREFERENCES (widget);
  g_autofree char *what = dup_what_goes (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Delete everything?"), what);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Keep it"), "erase",
                                    _ ("_Delete everything"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::erase", G_CALLBACK (erase_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_snippet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  heed_snippet_group_restore (HEED_PREFERENCES (widget)->snippets, g_variant_get_int64 (parameter));
}

static void
heed_preferences_dispose (GObject *object)
{
  HeedPreferences *self = HEED_PREFERENCES (object);

  if (self->snippets != NULL)
    heed_snippet_group_set_library (self->snippets, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_PREFERENCES);
  G_OBJECT_CLASS (heed_preferences_parent_class)->dispose (object);
}

static void
heed_preferences_finalize (GObject *object)
{
  HeedPreferences *self = HEED_PREFERENCES (object);

  g_clear_object (&self->library);
  g_clear_object (&self->source);
  g_clear_pointer (&self->identity, heed_identity_free);
  G_OBJECT_CLASS (heed_preferences_parent_class)->finalize (object);
}

static void
bind_choices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, languages);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, times);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, country);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, quiet);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, quiet_to);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, networks);
}

static void
heed_preferences_class_init (HeedPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_preferences_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = heed_preferences_close_request;

  g_type_ensure (HEED_TYPE_COUNTRY_ROW);
  g_type_ensure (HEED_TYPE_LANGUAGE_GROUP);
  g_type_ensure (HEED_TYPE_NETWORK_GROUP);
  g_type_ensure (HEED_TYPE_SNIPPET_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/preferences/heed-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, group);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, email);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, phone);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, postcode);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, address);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, snippets);
  bind_choices (widget_class);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, folder);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, erasing);
  gtk_widget_class_install_action (widget_class, "preferences.open-folder", NULL, open_folder);
  gtk_widget_class_install_action (widget_class, "preferences.erase", NULL, erase);
  gtk_widget_class_install_action (widget_class, "preferences.restore-snippet", "x", restore_snippet);
}

static void
heed_preferences_init (HeedPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_accessible_name_parts (GTK_WIDGET (self->quiet), GTK_TYPE_SWITCH,
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->quiet)));
}

static void
fill_hours (AdwComboRow *row)
{
  g_autoptr (GtkStringList) hours = gtk_string_list_new (NULL);

  for (guint hour = 0; hour < 24; hour++)
    gtk_string_list_take (hours, g_strdup_printf ("%u:00", hour));
  adw_combo_row_set_model (row, G_LIST_MODEL (hours));
}

/* Choices hold as soon as they are made. Where the desktop keeps none for Heed they are not offered. */
static void
bind_source (HeedPreferences *self)
{
  HeedContext *context = heed_library_get_context (self->library);

  self->source = heed_settings_source_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->languages), self->source != NULL);
  gtk_widget_set_visible (self->times, self->source != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->networks), self->source != NULL);
  if (self->source == NULL)
    return;
  heed_language_group_set_source (self->languages, self->source);
  heed_country_row_set_source (self->country, self->source);
  heed_network_group_set (self->networks, context, self->source);
  fill_hours (self->quiet_from);
  fill_hours (self->quiet_to);
  g_settings_bind (self->source, "quiet-hours", self->quiet, "enable-expansion", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->source, "quiet-from", self->quiet_from, "selected", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->source, "quiet-to", self->quiet_to, "selected", G_SETTINGS_BIND_DEFAULT);
}

/** heed_preferences_new: (transfer none): the window, filled from the store of @library. */
HeedPreferences *
heed_preferences_new (HeedLibrary *library)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library), NULL);

  HeedPreferences *self = g_object_new (HEED_TYPE_PREFERENCES, NULL);

  self->library = g_object_ref (library);
  heed_snippet_group_set_library (self->snippets, library);
  bind_source (self);
  adw_action_row_set_subtitle (self->folder, heed_context_get_data_folder (heed_library_get_context (library)));
  heed_store_run_async (get_store (self), load_in_store, NULL, NULL, (GDestroyNotify) heed_identity_free, NULL,
                        loaded_cb, g_object_ref (self));
  return self;
}
