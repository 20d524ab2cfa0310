/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** HeedWelcome: what is shown while there is neither a case nor a company: the doors in. */
#define HEED_TYPE_WELCOME (heed_welcome_get_type ())
G_DECLARE_FINAL_TYPE (HeedWelcome, heed_welcome, HEED, WELCOME, AdwBin)

G_END_DECLS
