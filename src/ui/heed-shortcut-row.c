/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-shortcut-row.h"

#include "heed-keys.h"

struct _HeedShortcutRow
{
  AdwPreferencesRow parent_instance;

  char *action_name;
  char *accelerator;
};

enum
{
  PROP_0,
  PROP_ACTION_NAME,
  PROP_ACCELERATOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedShortcutRow, heed_shortcut_row, ADW_TYPE_PREFERENCES_ROW)

static const char *
get_accelerator (HeedShortcutRow *self)
{
  guint n;
  const HeedKey *keys = heed_keys_get (&n);

  if (self->accelerator != NULL)
    return self->accelerator;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (keys[i].action, self->action_name) == 0)
      return keys[i].trigger;
  return NULL;
}

/* As words: "Ctrl+Shift+V", for who does not see the keys. */
static char *
dup_spoken_keys (HeedShortcutRow *self)
{
  const char *accelerator = get_accelerator (self);
  g_auto (GStrv) parts = g_strsplit (accelerator != NULL ? accelerator : "", " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (!gtk_accelerator_parse (parts[i], &key, &modifiers))
        continue;
      g_free (parts[i]);
      parts[i] = gtk_accelerator_get_label (key, modifiers);
    }
  return g_strjoinv (", ", parts);
}

static void
update_name (HeedShortcutRow *self)
{
  g_autofree char *keys = dup_spoken_keys (self);
  g_autofree char *name = g_strdup_printf ("%s, %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), keys);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
heed_shortcut_row_finalize (GObject *object)
{
  HeedShortcutRow *self = HEED_SHORTCUT_ROW (object);

  g_free (self->action_name);
  g_free (self->accelerator);
  G_OBJECT_CLASS (heed_shortcut_row_parent_class)->finalize (object);
}

static void
heed_shortcut_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedShortcutRow *self = HEED_SHORTCUT_ROW (object);

  switch (id)
    {
    case PROP_ACTION_NAME:
      g_value_set_string (value, self->action_name);
      break;
    case PROP_ACCELERATOR:
      g_value_set_string (value, get_accelerator (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_shortcut_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedShortcutRow *self = HEED_SHORTCUT_ROW (object);

  switch (id)
    {
    case PROP_ACTION_NAME:
      self->action_name = g_value_dup_string (value);
      break;
    case PROP_ACCELERATOR:
      self->accelerator = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_shortcut_row_class_init (HeedShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = heed_shortcut_row_finalize;
  object_class->get_property = heed_shortcut_row_get_property;
  object_class->set_property = heed_shortcut_row_set_property;
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  properties[PROP_ACCELERATOR] = g_param_spec_string ("accelerator", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/heed/Heed/ui/heed-shortcut-row.ui");
}

static void
heed_shortcut_row_init (HeedShortcutRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (update_name), NULL);
}
