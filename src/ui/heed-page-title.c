/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-page-title.h"

#include <glib/gi18n.h>

struct _HeedPageTitle
{
  AdwBin parent_instance;

  AdwWindowTitle *label;
  AdwSqueezer *squeezer;
  gboolean is_cut;
  guint cut_source;
};

enum
{
  PROP_0,
  PROP_SUBTITLE,
  PROP_IS_CUT,
  PROP_WHOLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedPageTitle, heed_page_title, ADW_TYPE_BIN)

static char *
dup_whole (HeedPageTitle *self)
{
  const char *title = adw_window_title_get_title (self->label), *subtitle = adw_window_title_get_subtitle (self->label);

  if (title == NULL || *title == '\0' || subtitle == NULL || *subtitle == '\0')
    return g_strdup (title);
  /* Translators: a company, and what the case with it is about. */
  return g_strdup_printf (_ ("%1$s · %2$s"), title, subtitle);
}

static gboolean
cut_cb (gpointer user_data)
{
  HeedPageTitle *self = user_data;
  const gboolean is_cut = adw_squeezer_get_visible_child (self->squeezer) != GTK_WIDGET (self->label);

  self->cut_source = 0;
  if (is_cut != self->is_cut)
    {
      self->is_cut = is_cut;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CUT]);
    }
  return G_SOURCE_REMOVE;
}

/* It is told while the window is being laid out, when nothing may come or go. */
static void
squeezed_cb (HeedPageTitle *self)
{
  if (self->cut_source == 0)
    self->cut_source = g_idle_add (cut_cb, self);
}

static void
heed_page_title_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeedPageTitle *self = HEED_PAGE_TITLE (object);

  switch (prop_id)
    {
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (self->label));
      break;
    case PROP_IS_CUT:
      g_value_set_boolean (value, self->is_cut);
      break;
    case PROP_WHOLE:
      g_value_take_string (value, dup_whole (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
heed_page_title_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HeedPageTitle *self = HEED_PAGE_TITLE (object);

  if (prop_id == PROP_SUBTITLE)
    heed_page_title_set_subtitle (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
heed_page_title_dispose (GObject *object)
{
  g_clear_handle_id (&HEED_PAGE_TITLE (object)->cut_source, g_source_remove);
  G_OBJECT_CLASS (heed_page_title_parent_class)->dispose (object);
}

static void
heed_page_title_class_init (HeedPageTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = heed_page_title_get_property;
  object_class->set_property = heed_page_title_set_property;
  object_class->dispose = heed_page_title_dispose;
  properties[PROP_SUBTITLE] = g_param_spec_string (
    "subtitle", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_IS_CUT] = g_param_spec_boolean ("is-cut", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WHOLE] = g_param_spec_string ("whole", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_page_title_init (HeedPageTitle *self)
{
  self->label = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->squeezer = ADW_SQUEEZER (adw_squeezer_new ());
  adw_squeezer_set_switch_threshold_policy (self->squeezer, ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_squeezer_add (self->squeezer, GTK_WIDGET (self->label));
  adw_squeezer_add (self->squeezer, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  g_signal_connect_object (self->squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->squeezer));
}

void
heed_page_title_set_title (HeedPageTitle *self, const char *title)
{
  g_return_if_fail (HEED_IS_PAGE_TITLE (self) && title != NULL);

  if (g_strcmp0 (title, adw_window_title_get_title (self->label)) == 0)
    return;
  adw_window_title_set_title (self->label, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
}

/** heed_page_title_set_subtitle: @subtitle: (nullable) */
void
heed_page_title_set_subtitle (HeedPageTitle *self, const char *subtitle)
{
  g_return_if_fail (HEED_IS_PAGE_TITLE (self));

  if (subtitle == NULL)
    subtitle = "";
  if (g_strcmp0 (subtitle, adw_window_title_get_subtitle (self->label)) == 0)
    return;
  adw_window_title_set_subtitle (self->label, subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
}
