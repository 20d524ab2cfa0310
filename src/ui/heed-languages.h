/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** HeedLanguage: one that Heed reads and writes. @code is of ISO 639-1, @name what people call it here. */
typedef struct
{
  const char *code;
  const char *name;
} HeedLanguage;

#define HEED_N_LANGUAGES 8

HeedLanguage heed_language_get (guint position);
const char *heed_language_get_name (const char *code);

G_END_DECLS
