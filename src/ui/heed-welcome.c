/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-welcome.h"

struct _HeedWelcome
{
  AdwBin parent_instance;

  gboolean folded;
};

enum
{
  PROP_FOLDED = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedWelcome, heed_welcome, ADW_TYPE_BIN)

static void
heed_welcome_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, HEED_WELCOME (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_welcome_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedWelcome *self = HEED_WELCOME (object);

  if (id != PROP_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->folded == g_value_get_boolean (value))
    return;
  self->folded = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
heed_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_WELCOME);
  G_OBJECT_CLASS (heed_welcome_parent_class)->dispose (object);
}

static void
heed_welcome_class_init (HeedWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = heed_welcome_get_property;
  object_class->set_property = heed_welcome_set_property;
  object_class->dispose = heed_welcome_dispose;

  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/heed/Heed/ui/heed-welcome.ui");
}

static void
heed_welcome_init (HeedWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
