/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-language-group.h"

#include <glib/gi18n.h>

#include "heed-languages.h"
#include "heed-phrases.h"
#include "heed-settings-source.h"

/* One of the languages that can be chosen. */
typedef struct
{
  AdwActionRow *row;
  GtkCheckButton *check;
  GtkWidget *prefer_button;
  GtkWidget *first_chip;
} Choice;

struct _HeedLanguageGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings *source;
  GHashTable *choices; /* code → Choice */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (HeedLanguageGroup, heed_language_group, ADW_TYPE_PREFERENCES_GROUP)

/* What holds now, chosen or told by the desktop. */
static char **
dup_chosen (HeedLanguageGroup *self)
{
  g_autoptr (HeedSettings) settings = heed_settings_source_read (self->source);

  return g_steal_pointer (&settings->languages);
}

static void
show_choices (HeedLanguageGroup *self)
{
  g_auto (GStrv) chosen = dup_chosen (self);

  self->is_showing = TRUE;
  for (guint i = 0; i < HEED_N_LANGUAGES; i++)
    {
      const HeedLanguage language = heed_language_get (i);
      const Choice *choice = g_hash_table_lookup (self->choices, language.code);
      gboolean is_chosen = g_strv_contains ((const char *const *) chosen, language.code);
      gboolean is_first = g_strcmp0 (chosen[0], language.code) == 0;

      gtk_check_button_set_active (choice->check, is_chosen);
      gtk_widget_set_visible (choice->first_chip, is_first);
      gtk_widget_set_visible (choice->prefer_button, is_chosen && !is_first);
    }
  self->is_showing = FALSE;
}

/* @chosen without @code, or with it in the first or the last place. */
static void
store (HeedLanguageGroup *self, const char *code, gboolean is_wanted, gboolean is_first)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (is_wanted && is_first)
    g_strv_builder_add (builder, code);
  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_str_equal (chosen[i], code))
      g_strv_builder_add (builder, chosen[i]);
  if (is_wanted && !is_first)
    g_strv_builder_add (builder, code);
  g_auto (GStrv) strings = g_strv_builder_end (builder);
  g_settings_set_strv (self->source, "languages", (const char *const *) strings);
  show_choices (self);
}

static const char *
get_code (GObject *widget)
{
  return g_object_get_data (widget, "code");
}

static void
toggled_cb (HeedLanguageGroup *self, GtkCheckButton *check)
{
  if (!self->is_showing)
    store (self, get_code (G_OBJECT (check)), gtk_check_button_get_active (check), FALSE);
}

static void
prefer_clicked_cb (HeedLanguageGroup *self, GtkButton *button)
{
  const Choice *choice = g_hash_table_lookup (self->choices, get_code (G_OBJECT (button)));

  store (self, get_code (G_OBJECT (button)), TRUE, TRUE);
  /* The button that was pressed is gone now. */
  gtk_widget_grab_focus (GTK_WIDGET (choice->check));
}

static void
fill_choice (HeedLanguageGroup *self, Choice *choice, const char *code, const char *name)
{
  g_autofree char *prefer = g_strdup_printf (_ ("Begin drafts in %s"), name);

  choice->row = g_object_new (ADW_TYPE_ACTION_ROW, "title", name, "subtitle-lines", 0, NULL);
  choice->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  choice->prefer_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "go-up-symbolic", "valign", GTK_ALIGN_CENTER,
                                        "tooltip-text", prefer, NULL);
  choice->first_chip = g_object_new (GTK_TYPE_LABEL, "label", _ ("Drafts begin in it"), "valign", GTK_ALIGN_CENTER,
                                     NULL);
  gtk_widget_add_css_class (choice->prefer_button, "flat");
  gtk_widget_add_css_class (choice->first_chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->prefer_button), GTK_ACCESSIBLE_PROPERTY_LABEL, prefer, -1);
  if (!heed_phrases_knows (code))
    adw_action_row_set_subtitle (choice->row, _ ("No sentences yet"));
  adw_action_row_add_prefix (choice->row, GTK_WIDGET (choice->check));
  adw_action_row_add_suffix (choice->row, choice->first_chip);
  adw_action_row_add_suffix (choice->row, choice->prefer_button);
  adw_action_row_set_activatable_widget (choice->row, GTK_WIDGET (choice->check));
  g_object_set_data (G_OBJECT (choice->check), "code", (gpointer) code);
  g_object_set_data (G_OBJECT (choice->prefer_button), "code", (gpointer) code);
  g_signal_connect_object (choice->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choice->prefer_button, "clicked", G_CALLBACK (prefer_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
heed_language_group_dispose (GObject *object)
{
  HeedLanguageGroup *self = HEED_LANGUAGE_GROUP (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  G_OBJECT_CLASS (heed_language_group_parent_class)->dispose (object);
}

static void
heed_language_group_class_init (HeedLanguageGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_language_group_dispose;
}

static void
heed_language_group_init (HeedLanguageGroup *self)
{
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < HEED_N_LANGUAGES; i++)
    {
      const HeedLanguage language = heed_language_get (i);
      Choice *choice = g_new0 (Choice, 1);

      fill_choice (self, choice, language.code, language.name);
      g_hash_table_insert (self->choices, (gpointer) language.code, choice);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (choice->row));
    }
}

/** heed_language_group_set_source: shows and changes the choice in @source. To be called once. */
void
heed_language_group_set_source (HeedLanguageGroup *self, GSettings *source)
{
  g_return_if_fail (HEED_IS_LANGUAGE_GROUP (self) && G_IS_SETTINGS (source) && self->source == NULL);

  self->source = g_object_ref (source);
  show_choices (self);
}
