/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedQuietHours: when the user wants to be left alone: full hours on their clock, over midnight where @to is not later
 * than @from. There are none where both are the same.
 */
typedef struct
{
  guint from;
  guint to;
} HeedQuietHours;

gboolean heed_quiet_hours_contain (const HeedQuietHours *quiet, guint hour);
gint64 heed_quiet_hours_get_end (const HeedQuietHours *quiet, gint64 at, GTimeZone *zone);

/**
 * HeedSettings: what the user chose for the whole of Heed.
 * @languages: ISO 639-1 codes of the languages they write, the one they like best first; %NULL-terminated
 * @country: (nullable): ISO 3166-1 alpha-2 in small letters, where they live
 * @unread_networks: names of the networks of which nothing is to be read; %NULL-terminated
 */
typedef struct
{
  char **languages;
  char *country;
  HeedQuietHours quiet;
  char **unread_networks;
} HeedSettings;

HeedSettings *heed_settings_new (const char *language, const char *region) G_GNUC_WARN_UNUSED_RESULT;
HeedSettings *heed_settings_new_from_locale (void) G_GNUC_WARN_UNUSED_RESULT;
HeedSettings *heed_settings_copy (const HeedSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void heed_settings_free (HeedSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSettings, heed_settings_free)

G_END_DECLS
