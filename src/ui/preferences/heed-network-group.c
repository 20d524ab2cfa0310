/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-network-group.h"

#include <glib/gi18n.h>

struct _HeedNetworkGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings *source;
};

G_DEFINE_FINAL_TYPE (HeedNetworkGroup, heed_network_group, ADW_TYPE_PREFERENCES_GROUP)

static void
switched_cb (HeedNetworkGroup *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  const char *name = g_object_get_data (G_OBJECT (toggle), "network");
  g_auto (GStrv) unread = g_settings_get_strv (self->source, "unread-networks");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; unread[i] != NULL; i++)
    if (!g_str_equal (unread[i], name))
      g_strv_builder_add (builder, unread[i]);
  if (!gtk_switch_get_active (toggle))
    g_strv_builder_add (builder, name);
  g_auto (GStrv) strings = g_strv_builder_end (builder);
  g_settings_set_strv (self->source, "unread-networks", (const char *const *) strings);
}

static void
add_network (HeedNetworkGroup *self, HeedNetwork *network, const char *const *unread)
{
  const char *title = heed_network_get_title (network);
  g_autofree char *servers = heed_network_dup_servers (network);
  g_autofree char *name = g_strdup_printf (_ ("Read public posts on %s"), title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", servers, "use-markup", FALSE,
                                 "subtitle-lines", 0, NULL);
  GtkWidget *toggle = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, "active",
                                    !g_strv_contains (unread, heed_network_get_name (network)), "tooltip-text", name,
                                    NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (toggle), "network", (gpointer) heed_network_get_name (network));
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
heed_network_group_dispose (GObject *object)
{
  g_clear_object (&HEED_NETWORK_GROUP (object)->source);
  G_OBJECT_CLASS (heed_network_group_parent_class)->dispose (object);
}

static void
heed_network_group_class_init (HeedNetworkGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_network_group_dispose;
}

static void
heed_network_group_init (HeedNetworkGroup *self)
{
}

/** heed_network_group_set: shows the networks of @context, and changes in @source which of them are read. To be called
 * once. */
void
heed_network_group_set (HeedNetworkGroup *self, HeedContext *context, GSettings *source)
{
  g_return_if_fail (HEED_IS_NETWORK_GROUP (self) && HEED_IS_CONTEXT (context) && G_IS_SETTINGS (source));
  g_return_if_fail (self->source == NULL);

  GPtrArray *networks = heed_context_get_networks (context);
  g_auto (GStrv) unread = g_settings_get_strv (source, "unread-networks");

  self->source = g_object_ref (source);
  for (guint i = 0; i < networks->len; i++)
    add_network (self, networks->pdata[i], (const char *const *) unread);
}
