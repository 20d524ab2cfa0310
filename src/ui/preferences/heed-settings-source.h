/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-library.h"

G_BEGIN_DECLS

GSettings *heed_settings_source_new (void) G_GNUC_WARN_UNUSED_RESULT;
HeedSettings *heed_settings_source_read (GSettings *source) G_GNUC_WARN_UNUSED_RESULT;
void heed_settings_source_follow (GSettings *source, HeedLibrary *library);
void heed_settings_source_forget (GSettings *source);

G_END_DECLS
