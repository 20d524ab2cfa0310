/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-preferences.h"

#include "heed-identity-records.h"

struct _HeedPreferences
{
  AdwPreferencesWindow parent_instance;

  HeedContext *context;
  HeedIdentity *identity;
  GtkWidget *group;
  GtkEditable *name;
  GtkEditable *email;
  GtkEditable *phone;
  GtkEditable *postcode;
  GtkEditable *address;
};

G_DEFINE_FINAL_TYPE (HeedPreferences, heed_preferences, ADW_TYPE_PREFERENCES_WINDOW)

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
  heed_store_run_async (heed_context_get_store (self->context), save_in_store, self->identity, NULL, NULL, NULL,
                        saved_cb, g_object_ref (self));
  return TRUE;
}

static void
heed_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_PREFERENCES);
  G_OBJECT_CLASS (heed_preferences_parent_class)->dispose (object);
}

static void
heed_preferences_finalize (GObject *object)
{
  HeedPreferences *self = HEED_PREFERENCES (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->identity, heed_identity_free);
  G_OBJECT_CLASS (heed_preferences_parent_class)->finalize (object);
}

static void
heed_preferences_class_init (HeedPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_preferences_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = heed_preferences_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/heed-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, group);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, email);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, phone);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, postcode);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, address);
}

static void
heed_preferences_init (HeedPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_preferences_new: (transfer none): the window, filled from the store of @context. */
HeedPreferences *
heed_preferences_new (HeedContext *context)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (context), NULL);

  HeedPreferences *self = g_object_new (HEED_TYPE_PREFERENCES, NULL);

  self->context = g_object_ref (context);
  heed_store_run_async (heed_context_get_store (context), load_in_store, NULL, NULL,
                        (GDestroyNotify) heed_identity_free, NULL, loaded_cb, g_object_ref (self));
  return self;
}
