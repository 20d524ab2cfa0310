/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HeedThanks HeedThanks;

HeedThanks *heed_thanks_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_thanks_is (const HeedThanks *thanks, const char *text);
void heed_thanks_free (HeedThanks *thanks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedThanks, heed_thanks_free)

G_END_DECLS
