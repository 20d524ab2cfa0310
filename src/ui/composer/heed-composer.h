/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedComposer: a message of a case in the making, for one channel at a time.
 *
 * Heed sends nothing: it copies, or opens the place to send it, and takes down what the user says was sent.
 */
#define HEED_TYPE_COMPOSER (heed_composer_get_type ())
G_DECLARE_FINAL_TYPE (HeedComposer, heed_composer, HEED, COMPOSER, AdwBin)

GtkWidget *heed_composer_new (void);
void heed_composer_flush (HeedComposer *self);
void heed_composer_focus (HeedComposer *self);

G_END_DECLS
