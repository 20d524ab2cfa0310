/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user chose, from where the desktop keeps it to where Heed goes by it. */

#include "heed-settings-source.h"

/* What tells of the user, and goes with everything else they told. */
static const char *const personal_keys[] = { "languages", "country",         "quiet-hours", "quiet-from",
                                             "quiet-to",  "unread-networks", NULL };

/** heed_settings_source_new: (transfer full) (nullable): %NULL where no schema is installed, as in a build folder. */
GSettings *
heed_settings_source_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema)
    schema = source != NULL ? g_settings_schema_source_lookup (source, HEED_APPLICATION_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new (HEED_APPLICATION_ID) : NULL;
}

/** heed_settings_source_read: (transfer full): what was chosen, and what the locale tells where nothing was. */
HeedSettings *
heed_settings_source_read (GSettings *source)
{
  g_return_val_if_fail (G_IS_SETTINGS (source), NULL);

  HeedSettings *settings = heed_settings_new_from_locale ();
  g_auto (GStrv) languages = g_settings_get_strv (source, "languages");
  g_autofree char *country = g_settings_get_string (source, "country");

  if (languages[0] != NULL)
    {
      g_strfreev (settings->languages);
      settings->languages = g_steal_pointer (&languages);
    }
  if (*country != '\0')
    {
      g_free (settings->country);
      settings->country = g_steal_pointer (&country);
    }
  if (g_settings_get_boolean (source, "quiet-hours"))
    {
      settings->quiet.from = g_settings_get_uint (source, "quiet-from");
      settings->quiet.to = g_settings_get_uint (source, "quiet-to");
    }
  g_strfreev (settings->unread_networks);
  settings->unread_networks = g_settings_get_strv (source, "unread-networks");
  return settings;
}

static void
changed_cb (HeedLibrary *library, const char *key, GSettings *source)
{
  g_autoptr (HeedSettings) settings = NULL;

  if (!g_strv_contains (personal_keys, key))
    return;
  settings = heed_settings_source_read (source);
  heed_library_set_settings (library, settings);
}

/** heed_settings_source_follow: @library goes by what is chosen, now and whenever that changes. */
void
heed_settings_source_follow (GSettings *source, HeedLibrary *library)
{
  g_return_if_fail (G_IS_SETTINGS (source) && HEED_IS_LIBRARY (library));

  g_signal_connect_object (source, "changed", G_CALLBACK (changed_cb), library, G_CONNECT_SWAPPED);
  changed_cb (library, personal_keys[0], source);
}

/** heed_settings_source_forget: back to what holds for somebody who chose nothing. */
void
heed_settings_source_forget (GSettings *source)
{
  g_return_if_fail (G_IS_SETTINGS (source));

  for (guint i = 0; personal_keys[i] != NULL; i++)
    g_settings_reset (source, personal_keys[i]);
}
