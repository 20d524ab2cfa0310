/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/** HeedPreferences: what the user tells of themselves, kept when the window is closed; and what they choose, which
 * holds at once. */
#define HEED_TYPE_PREFERENCES (heed_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HeedPreferences, heed_preferences, HEED, PREFERENCES, AdwPreferencesWindow)

HeedPreferences *heed_preferences_new (HeedLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
