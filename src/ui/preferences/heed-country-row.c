/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-country-row.h"

#include <glib/gi18n.h>

#include "heed-settings.h"

struct _HeedCountryRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HeedCountryRow, heed_country_row, ADW_TYPE_COMBO_ROW)

/* Those of data/holidays/; "zz" is no country, so that it has no rules. The first stands for what the desktop says. */
static const struct
{
  const char *code;
  const char *name;
} countries[] = {
  { "", NULL },
  { "gb", N_ ("England") },
  { "fi", N_ ("Finland") },
  { "fr", N_ ("France") },
  { "de", N_ ("Germany") },
  { "pl", N_ ("Poland") },
  { "es", N_ ("Spain") },
  { "us", N_ ("United States") },
  { "zz", N_ ("Another country") },
};

static const char *
get_name (const char *code)
{
  for (guint i = 1; i < G_N_ELEMENTS (countries); i++)
    if (g_strcmp0 (code, countries[i].code) == 0)
      return _ (countries[i].name);
  return _ ("Another country");
}

static char *
dup_default (void)
{
  g_autoptr (HeedSettings) settings = heed_settings_new_from_locale ();

  /* Translators: %s is a country, or "Another country". */
  return g_strdup_printf (_ ("As the desktop says (%s)"), get_name (settings->country));
}

static gboolean
get_position (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *code = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, G_N_ELEMENTS (countries) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_str_equal (code, countries[i].code))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
create_code (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (countries) ? g_variant_new_string (countries[position].code) : NULL;
}

static void
heed_country_row_class_init (HeedCountryRowClass *klass)
{
}

static void
heed_country_row_init (HeedCountryRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_take (names, dup_default ());
  for (guint i = 1; i < G_N_ELEMENTS (countries); i++)
    gtk_string_list_append (names, _ (countries[i].name));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
}

/** heed_country_row_set_source: shows and changes the choice in @source. */
void
heed_country_row_set_source (HeedCountryRow *self, GSettings *source)
{
  g_return_if_fail (HEED_IS_COUNTRY_ROW (self) && G_IS_SETTINGS (source));

  g_settings_bind_with_mapping (source, "country", self, "selected", G_SETTINGS_BIND_DEFAULT, get_position, create_code,
                                NULL, NULL);
}
