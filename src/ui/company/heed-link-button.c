/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-link-button.h"

#include <glib/gi18n.h>

struct _HeedLinkButton
{
  GtkButton parent_instance;

  char *uri;
  char *title;
};

enum
{
  PROP_URI = 1,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedLinkButton, heed_link_button, GTK_TYPE_BUTTON)

/* The address comes from a stranger's server: only a web page may be opened by it. */
static gboolean
is_web_address (const char *uri)
{
  g_autofree char *scheme = uri != NULL ? g_uri_parse_scheme (uri) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"));
}

static void
set_uri (HeedLinkButton *self, const char *uri)
{
  if (!is_web_address (uri))
    uri = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), uri != NULL);
  if (g_strcmp0 (self->uri, uri) == 0)
    return;
  g_free (self->uri);
  self->uri = g_strdup (uri);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_URI]);
}

/* Where several stand together, each says what it opens. */
static void
set_title (HeedLinkButton *self, const char *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
heed_link_button_clicked (GtkButton *button)
{
  HeedLinkButton *self = HEED_LINK_BUTTON (button);

  if (self->uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->uri, GDK_CURRENT_TIME);
}

static void
heed_link_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_URI)
    g_value_set_string (value, HEED_LINK_BUTTON (object)->uri);
  else if (id == PROP_TITLE)
    g_value_set_string (value, HEED_LINK_BUTTON (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_link_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_URI)
    set_uri (HEED_LINK_BUTTON (object), g_value_get_string (value));
  else if (id == PROP_TITLE)
    set_title (HEED_LINK_BUTTON (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_link_button_finalize (GObject *object)
{
  g_clear_pointer (&HEED_LINK_BUTTON (object)->uri, g_free);
  g_clear_pointer (&HEED_LINK_BUTTON (object)->title, g_free);
  G_OBJECT_CLASS (heed_link_button_parent_class)->finalize (object);
}

static void
heed_link_button_class_init (HeedLinkButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = heed_link_button_get_property;
  object_class->set_property = heed_link_button_set_property;
  object_class->finalize = heed_link_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = heed_link_button_clicked;

  props[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_link_button_init (HeedLinkButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "adw-external-link-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  set_title (self, _ ("Open in the browser"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
