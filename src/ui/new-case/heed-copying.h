/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** HeedCopying: how far files are copied, with a Cancel; in sight once it takes longer than a moment. */
#define HEED_TYPE_COPYING (heed_copying_get_type ())
G_DECLARE_FINAL_TYPE (HeedCopying, heed_copying, HEED, COPYING, GtkBox)

GCancellable *heed_copying_begin (HeedCopying *self);
void heed_copying_set (HeedCopying *self, goffset done, goffset all);
void heed_copying_end (HeedCopying *self);

G_END_DECLS
