/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** HeedLanguageGroup: the languages the user writes, in the order they like them. */
#define HEED_TYPE_LANGUAGE_GROUP (heed_language_group_get_type ())
G_DECLARE_FINAL_TYPE (HeedLanguageGroup, heed_language_group, HEED, LANGUAGE_GROUP, AdwPreferencesGroup)

void heed_language_group_set_source (HeedLanguageGroup *self, GSettings *source);

G_END_DECLS
