/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-settings.h"

#include <locale.h>
#include <string.h>

#include "heed-language.h"

#define HOUR_S 3600

/** heed_quiet_hours_contain: whether an @hour of the day, 0 to 23, is one of them. @quiet: (nullable) */
gboolean
heed_quiet_hours_contain (const HeedQuietHours *quiet, guint hour)
{
  g_return_val_if_fail (hour < 24, FALSE);

  if (quiet == NULL || quiet->from == quiet->to)
    return FALSE;
  if (quiet->from < quiet->to)
    return hour >= quiet->from && hour < quiet->to;
  return hour >= quiet->from || hour < quiet->to;
}

/**
 * heed_quiet_hours_get_end: until when the quiet that there is at @at lasts.
 * @quiet: (nullable)
 * @at: Unix seconds
 * @zone: the user's
 *
 * Returns: Unix seconds; @at where it is not quiet then
 */
gint64
heed_quiet_hours_get_end (const HeedQuietHours *quiet, gint64 at, GTimeZone *zone)
{
  gint64 end = at;

  g_return_val_if_fail (zone != NULL, at);

  /* From full hour to full hour on the clock, so that a night with 23 or 25 hours ends when it does. */
  for (guint i = 0; i <= 25; i++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (end);
      g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

      if (local == NULL || !heed_quiet_hours_contain (quiet, (guint) g_date_time_get_hour (local)))
        break;
      end += HOUR_S - g_date_time_get_minute (local) * 60 - g_date_time_get_second (local);
    }
  return end;
}

/* Two letters from @text on that end at @end, in small ones; else %NULL. */
static char *
dup_country (const char *text, const char *end)
{
  gboolean is_code = end - text == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]);

  return is_code ? g_ascii_strdown (text, 2) : NULL;
}

/**
 * heed_settings_new: what holds for somebody who chose nothing: no quiet hours, every network is read.
 * @language: (nullable): the locale they read, such as "en_GB.UTF-8"; "C" tells no language
 * @region: (nullable): the locale of their dates, which tells the country; "es_419" and "C" tell none
 *
 * Returns: (transfer full): the settings
 */
HeedSettings *
heed_settings_new (const char *language, const char *region)
{
  HeedSettings *settings = g_new0 (HeedSettings, 1);
  const char *end = region != NULL ? region + strcspn (region, ".@") : NULL;
  const char *country = region != NULL ? region + strcspn (region, "_") : NULL;

  settings->languages = g_new0 (char *, 2);
  if (language != NULL)
    settings->languages[0] = heed_language_dup_code (language);
  if (country != NULL && country < end)
    settings->country = dup_country (country + 1, end);
  settings->unread_networks = g_new0 (char *, 1);
  return settings;
}

/** heed_settings_new_from_locale: (transfer full): the same, as this process's locale says. */
HeedSettings *
heed_settings_new_from_locale (void)
{
  return heed_settings_new (g_get_language_names ()[0], setlocale (LC_TIME, NULL));
}

/** heed_settings_copy: (transfer full): the same once more. */
HeedSettings *
heed_settings_copy (const HeedSettings *settings)
{
  g_return_val_if_fail (settings != NULL, NULL);

  HeedSettings *copy = g_new0 (HeedSettings, 1);
  copy->languages = g_strdupv (settings->languages);
  copy->country = g_strdup (settings->country);
  copy->quiet = settings->quiet;
  copy->unread_networks = g_strdupv (settings->unread_networks);
  return copy;
}

void
heed_settings_free (HeedSettings *settings)
{
  if (settings == NULL)
    return;
  g_strfreev (settings->languages);
  g_free (settings->country);
  g_strfreev (settings->unread_networks);
  g_free (settings);
}
